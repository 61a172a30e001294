package gui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// showOriginal shows the file the article was read from, as it was saved: as
// text where it is text, else what is known of it. Nothing in it is followed
// or loaded.
func (w *Window) showOriginal() {
	a := w.reader.view.Article()
	if a == nil {
		return
	}
	w.tasks.Go(func(ctx context.Context) func() {
		o, err := w.app.OriginalFile(ctx, a.ID)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.showFile(o)
		}
	})
}

// factsRoom is what stands around the text of a file, in sizes of letters.
const factsRoom = 25

func (w *Window) showFile(o app.OriginalFile) {
	reader := widget.NewReader()
	reader.SetMargin(false)
	reader.SetArticle(linesOf(o.Text))
	hash, whole := strings.TrimPrefix(o.Source.Hash, "sha256:"), w.t("original.whole")
	if !o.Whole {
		whole = w.t("original.changed")
	}
	var facts []widget.Run
	add := func(key, value string) {
		if len(facts) > 0 {
			facts = append(facts, widget.Run{Text: "\n"})
		}
		facts = append(facts, widget.Run{Text: w.t("original."+key) + "  ", Colour: widget.ColorGrey}, widget.Run{Text: value})
	}
	add("name", o.Source.Name)
	add("kind", o.Source.MediaType+" · "+w.t("original.read-by", "reader", o.Source.Reader))
	add("size", w.t("original.bytes", "n", len(o.Bytes)))
	add("hash", hash+" ("+whole+")")
	if o.Source.Encoding != "" {
		add("encoding", encodingName(o.Source.Encoding))
	}
	save := w.button(w.t("original.save"), nil, func() {
		w.chooseSave(o.Source.Name, func(path string) { w.writeNew(path, o.Bytes) })
	})
	var text fyne.CanvasObject = container.NewPadded(widget.NewFlowText(widget.Run{Text: w.t("original.no-text"), Colour: widget.ColorGrey}))
	size := w.win.Canvas().Size()
	if o.Text != "" {
		text = fixedHeight(widget.NewPane(nil, reader, nil, widget.ColorPaper, fyne.NewSize(240, 120)),
			max(160, size.Height-factsRoom*theme.TextSize()))
	}
	note := w.t("original.safe")
	if o.Cut {
		note = w.t("original.cut", "n", len(o.Text)>>10) + " " + note
	}
	body := container.NewVBox(container.NewPadded(widget.NewFlowText(facts...)), fw.NewSeparator(), text,
		container.NewPadded(widget.NewFlowText(widget.Run{Text: note, Size: 0.86, Colour: widget.ColorGrey})), container.NewHBox(save))
	w.sheet(w.t("original.heading"), body, 860, "", nil)
	reader.OnShortcut = func(sc fyne.Shortcut) {
		if _, ok := sc.(*fyne.ShortcutCopy); ok && reader.SelectedText() != "" {
			w.o.Fyne.Clipboard().SetContent(reader.SelectedText())
		}
	}
	if o.Text != "" {
		w.win.Canvas().Focus(reader.Focusable())
	}
	w.tracer.event("original", "name", o.Source.Name, "bytes", len(o.Bytes), "whole", o.Whole)
}

// linesOf puts raw text into the form the reader shows: each line that says
// something is a paragraph.
func linesOf(text string) *briefing.Article {
	a := &briefing.Article{ID: briefing.IDOf(text), Text: text}
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text) - start
		}
		if strings.TrimSpace(text[start:start+end]) != "" {
			a.Paragraphs = append(a.Paragraphs, briefing.Paragraph{Span: briefing.Span{Start: start, End: start + end}, Kind: briefing.Body})
		}
		start += end + 1
	}
	return a
}
