package gui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"example.org/attache/briefing"
)

// standardTemplate is the one that a briefing without a template follows.
const standardTemplate = "readout"

// templateName is a template's name as menus show it: built-in ones in the
// interface's language, the analyst's own as they are.
func (w *Window) templateName(name string) string {
	if name == "" {
		name = standardTemplate
	}
	if w.words.Has("template." + name) {
		return w.t("template." + name)
	}
	return name
}

// templateItem is the menu of templates: the one the briefing follows is
// ticked.
func (w *Window) templateItem(state *strings.Builder) *fyne.MenuItem {
	item := fyne.NewMenuItem(w.t("cmd.template"), nil)
	item.ChildMenu = fyne.NewMenu("")
	add := func(i *fyne.MenuItem) { item.ChildMenu.Items = append(item.ChildMenu.Items, i) }
	now := w.brief.Details.Template
	if now == "" {
		now = standardTemplate
	}
	remove := fyne.NewMenuItem(w.t("template.remove"), nil)
	remove.ChildMenu = fyne.NewMenu("")
	for _, r := range w.forms {
		i := fyne.NewMenuItem(w.templateName(r.Name), func() { w.useTemplate(r.Name) })
		i.Checked = w.brief.ID != "" && r.Name == now
		i.Disabled = w.brief.ID == ""
		add(i)
		fmt.Fprint(state, i.Label, i.Checked, i.Disabled)
		if r.Own {
			remove.ChildMenu.Items = append(remove.ChildMenu.Items, fyne.NewMenuItem(r.Name, func() { w.removeTemplate(r.Name) }))
		}
	}
	add(fyne.NewMenuItemSeparator())
	add(w.menuItem("template-add", state))
	add(w.menuItem("template-save", state))
	if len(remove.ChildMenu.Items) > 0 {
		add(remove)
	}
	return item
}

// loadTemplates reads which templates there are.
func (w *Window) loadTemplates() {
	w.tasks.Go(func(ctx context.Context) func() {
		rows, err := w.app.Templates(ctx)
		return func() {
			w.fail(err)
			w.forms = rows
			w.refreshMenu()
		}
	})
}

// useTemplate puts the briefing in the form of a template; no line is lost.
func (w *Window) useTemplate(name string) {
	id := w.brief.ID
	if id == "" {
		return
	}
	w.review.endEditing()
	w.dropRepair()
	w.given()
	w.tasks.InOrder(func(ctx context.Context) func() {
		b, err := w.app.UseTemplate(ctx, id, name)
		return w.show(ctx, id, b, err, func(briefing.Briefing) {
			w.tracer.event("template", "name", name)
		})
	})
}

// chooseTemplate adds a template of the analyst's own and puts the briefing
// in its form.
func (w *Window) chooseTemplate() {
	w.choose(chooserLook{title: w.t("template.choose"), verb: w.t("choose.add"), done: func(paths []string) { w.addTemplate(paths[0]) }})
}

func (w *Window) addTemplate(path string) {
	w.tasks.InOrder(func(ctx context.Context) func() {
		row, err := w.app.AddTemplateFile(ctx, path)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.loadTemplates()
			said := notice{text: w.t("template.added", "name", row.Name)}
			if w.brief.ID != "" {
				said.actions = []noticeAction{{w.t("template.use"), func() { w.notices.hide(); w.useTemplate(row.Name) }}}
			}
			w.notices.show(said)
		}
	})
}

// saveTemplate writes the briefing's template as text, to be changed and
// added under another name.
func (w *Window) saveTemplate() {
	name := w.brief.Details.Template
	if name == "" {
		name = standardTemplate
	}
	w.chooseSave(name+".txt", func(path string) {
		w.tasks.Go(func(ctx context.Context) func() {
			text, err := w.app.TemplateText(ctx, name)
			return func() {
				if err != nil {
					w.fail(err)
					return
				}
				w.writeNew(path, []byte(text))
			}
		})
	})
}

// removeTemplate takes a template of the analyst's own away; briefings made
// with it stay as they are.
func (w *Window) removeTemplate(name string) {
	w.tasks.InOrder(func(ctx context.Context) func() {
		text, err := w.app.TemplateText(ctx, name)
		if err == nil {
			err = w.app.RemoveTemplate(ctx, name)
		}
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.loadTemplates()
			w.notifyUndo(w.t("template.removed", "name", name), func(ctx context.Context) error {
				_, err := w.app.AddTemplate(ctx, name, []byte(text))
				return err
			}, w.loadTemplates)
		}
	})
}
