package gui

import (
	"context"
	"path/filepath"
)

// backUp writes a checked copy of the library where the person says.
func (w *Window) backUp() {
	name := w.t("backup.name", "date", w.o.Now().Format("2006-01-02"))
	w.chooseSave(name, func(path string) {
		w.tasks.InOrder(func(ctx context.Context) func() {
			err := w.app.Backup(ctx, path)
			return func() {
				if err != nil {
					w.fail(err)
					return
				}
				w.notices.show(notice{text: w.t("backup.done", "name", filepath.Base(path)), actions: []noticeAction{
					{w.t("export.show"), func() { w.openPath(filepath.Dir(path)) }}}})
			}
		})
	})
}

// chooseBackup puts a backup in the place of the library; the library replaced
// is kept beside it.
func (w *Window) chooseBackup() {
	w.choose(chooserLook{title: w.t("backup.choose"), verb: w.t("backup.restore"), kinds: libraryKinds, done: func(paths []string) {
		w.tasks.InOrder(func(ctx context.Context) func() {
			kept, err := w.app.Restore(ctx, paths[0])
			return func() {
				if err != nil {
					w.fail(err)
					return
				}
				w.notices.show(notice{text: w.t("backup.restored", "kept", kept)})
			}
		})
	}})
}
