package gui

import (
	"context"
	"errors"
	"time"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// greet tells what there is to tell when a library has been opened: why it is
// open to be read only, or that the last session was cut off.
func (w *Window) greet() {
	said := w.o.Said
	w.o.Said = ""
	if w.app.ReadOnly() {
		if said != "" {
			said += " "
		}
		w.notices.show(notice{text: said + w.t("readonly.text")})
		return
	}
	last := w.app.LastExit()
	w.app.TellLastExit()
	if data, err := w.app.View(w.tasks.ctx, lostKey); err == nil && string(data) == "true" {
		_ = w.app.SetView(w.tasks.ctx, lostKey, []byte("false")) // said once, or else once more
		w.notices.show(notice{text: w.t("recovery.lost")})
		return
	}
	switch {
	case said != "":
		w.notices.show(notice{text: said})
	case !last.Clean && !last.LastEdit.IsZero():
		w.notices.show(notice{
			text:    w.t("recovery.text", "time", last.LastEdit.Local().Format("15:04:05")),
			actions: []noticeAction{{w.t("recovery.show"), w.showLastChanges}},
		})
	}
}

// showLastChanges shows the history of the briefing that was worked on last.
func (w *Window) showLastChanges() {
	w.notices.hide()
	if w.brief.ID != "" {
		showHistory(w, w.app)
		return
	}
	w.tasks.Go(func(ctx context.Context) func() {
		rows, err := w.app.Briefings(ctx)
		return func() {
			w.fail(err)
			if len(rows) > 0 {
				w.OpenBriefing(rows[0].ID)
				w.tasks.InOrder(func(context.Context) func() { return func() { showHistory(w, w.app) } })
			}
		}
	})
}

// backUpSoon looks after the day's backup, once a day: after the start, and
// after the first edit of a day that the window is open into.
func (w *Window) backUpSoon() {
	today := w.o.Now().Format(time.DateOnly)
	if w.app.ReadOnly() || w.backedUp == today {
		return
	}
	w.backedUp = today
	w.backup.Go(func(ctx context.Context) (string, error) {
		found, err := w.app.Search(ctx, app.Query{Limit: 1})
		if err != nil {
			return "", err
		}
		if rows, err := w.app.Briefings(ctx); err != nil || found.Total == 0 && len(rows) == 0 {
			return "empty", err
		}
		if err := w.app.QuickCheck(ctx); err != nil {
			return "", err
		}
		return w.app.BackupIfDue(ctx)
	}, func(path string, err error) {
		switch {
		case path == "empty": // a backup of nothing would stand for the day
			w.backedUp = ""
		case err != nil && !errors.Is(err, context.Canceled):
			w.backupFailed(err)
		}
		w.tracer.event("backup", "path", path)
	})
}

// backupFailed tells that the day's backup was not made. Nothing else is
// affected, unless the library itself is damaged.
func (w *Window) backupFailed(err error) {
	if w.damaged(err) {
		return
	}
	w.notices.show(notice{text: w.t("backup.failed", "why", app.ExplainIn(err, w.words).What), bad: true,
		actions: []noticeAction{{w.t("cmd.backup"), func() { w.notices.hide(); w.backUp() }}}})
}

// damaged shows what can be done about a damaged library, and reports whether
// an error says that it is.
func (w *Window) damaged(err error) bool {
	var library *app.LibraryError
	if !errors.As(err, &library) || !errors.Is(err, briefing.ErrDamaged) {
		return false
	}
	w.tracer.event("damaged", "err", err.Error())
	if w.rescue != nil {
		return w.rescue.open() // closed, it becomes a notice like any other
	}
	r := newRescueBox(w.words, w.tasks)
	var s *sheet
	restore := func(b app.BackupFile) {
		r.say(w.t("rescue.restoring"))
		w.tasks.InOrder(func(ctx context.Context) func() {
			kept, err := w.app.Restore(ctx, b.Path)
			return func() {
				if err != nil {
					r.say(w.explain(err))
					return
				}
				s.hide()
				w.rescue = nil
				w.notices.show(notice{text: w.t("rescue.restored", "time", backupTime(b), "kept", kept)})
			}
		})
	}
	if !w.app.ReadOnly() {
		r.offerBackup(library.Path, restore)
	} else {
		r.say(w.t("rescue.damaged", "path", library.Path))
	}
	if w.o.Reopen != nil && !w.app.ReadOnly() {
		r.add(w.t("rescue.read-only"), func() {
			if err := w.o.Reopen(""); err != nil {
				r.say(w.explain(err))
			}
		})
	}
	r.add(w.t("cmd.quit"), w.Close)
	s = w.open(sheetLook{title: w.t("rescue.damaged-title"), content: r.box, width: 560, verb: w.t("rescue.keep")})
	w.rescue = s
	return true
}
