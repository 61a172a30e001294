package gui

import (
	"context"
	"errors"
	"fmt"
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// previewPane is the page as it will be exported, in the reader's place. It
// also keeps the gauge and the tray of held-back lines up to date.
type previewPane struct {
	host   previewHost
	store  pageStore
	into   func() *widget.Pane // that shows it; nil before it is made
	view   *widget.PageView
	head   *widget.Heading
	header fyne.CanvasObject
	fit    Latest[app.Preview]
	raster Latest[image.Image]
	now    app.Preview
	of     briefing.Briefing
	pixels int
}

// previewHost is what the preview needs of the window.
type previewHost interface {
	tools
	fail(error)
	paneFocused(part, *widget.Pane, bool)
	togglePreview()
	typedInReview(rune)
	selectLine(briefing.LineID)
	selectedLine() briefing.LineID
	previewed() bool // the page is to be seen
	fitted(pageFit)
}

// pageStore lays a briefing out on its page.
type pageStore interface {
	Preview(context.Context, briefing.Briefing) (app.Preview, error)
}

// pageFit is how a briefing fits its page.
type pageFit struct {
	fill         float64
	full         bool   // something is held back, or nothing helps
	text         string // of the gauge
	held, absent []briefing.LineID
}

func newPreviewPane(host previewHost, store pageStore, into func() *widget.Pane) *previewPane {
	p := &previewPane{host: host, store: store, into: into, view: widget.NewPageView(), head: widget.NewHeading()}
	p.fit = Latest[app.Preview]{Tasks: host.work()}
	p.raster = Latest[image.Image]{Tasks: host.work()}
	p.view.OnNeed = func(px int) { p.pixels = px; p.draw() }
	p.view.OnClick = p.clicked
	p.view.OnFocus = func(on bool) { host.paneFocused(readerPart, into(), on) }
	p.view.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape {
			host.togglePreview()
			return true
		}
		return false
	}
	p.view.OnRune = host.typedInReview
	out := host.iconButton(host.t("tip.page-smaller"), theme.ZoomOutIcon(), func() { p.view.Zoom(p.view.Zoomed() / 1.25) })
	in := host.iconButton(host.t("tip.page-larger"), theme.ZoomInIcon(), func() { p.view.Zoom(p.view.Zoomed() * 1.25) })
	fit := host.iconButton(host.t("tip.page-fit"), theme.ZoomFitIcon(), func() { p.view.Zoom(1) })
	back := host.lowButton(host.t("preview.back"), theme.NavigateBackIcon(), host.togglePreview)
	p.header = headerHeight(container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(out, fit, in, back)), p.head))
	return p
}

// togglePreview shows the page in the place of the reader, or the reader.
func (w *Window) togglePreview() {
	r := w.reader
	r.endInline()
	r.previewing = !r.previewing
	if r.previewing {
		r.pane.Header, r.pane.Back = w.preview.header, widget.ColorDesk
		r.pane.Footer = nil
		r.pane.SetContent(w.preview.view)
		w.preview.view.Again()
		w.preview.mark(w.review.list.Selected())
	} else {
		r.pane.Header, r.pane.Back, r.pane.Footer = r.header, widget.ColorPaper, r.legend
		r.pane.SetContent(r.content)
		if l, _, _, ok := w.brief.Find(w.review.list.Selected()); ok {
			r.showLine(l)
		}
	}
	w.review.focus()
	w.refreshMenu()
	w.hint()
	w.tracer.event("preview", "on", r.previewing)
}

// update lays the briefing out anew.
func (p *previewPane) update(b briefing.Briefing) {
	if b.ID == "" {
		p.fit.Cancel()
		p.now, p.of = app.Preview{}, b
		return
	}
	p.fit.Go(func(ctx context.Context) (app.Preview, error) { return p.store.Preview(ctx, b) },
		func(v app.Preview, err error) {
			if err != nil && !errors.Is(err, briefing.ErrNoFit) {
				p.host.fail(err)
				return
			}
			p.now, p.of = v, b
			p.tell(err)
			p.draw()
			p.mark(p.host.selectedLine())
		})
}

// tell shows how full the page is.
func (p *previewPane) tell(noFit error) {
	w := p.host
	percent := int(p.now.Fill*100 + 0.5)
	text := w.t("gauge.text", "percent", percent)
	switch {
	case noFit != nil:
		text = w.t("gauge.over", "percent", percent)
	case len(p.now.Held) > 0:
		text = w.t("gauge.held", "percent", percent, "n", len(p.now.Held))
	case p.now.Fill > 1:
		text = w.t("gauge.fitted", "percent", int(p.now.Used*100+0.5), "before", percent)
	}
	about := text + " · " + w.t("preview.density."+fmt.Sprint(p.now.Density))
	if n := len(p.now.Missing); n > 0 {
		about += " · " + w.t("preview.missing", "chars", string(p.now.Missing))
	}
	p.head.Set(w.t("preview.title"), about)
	w.fitted(pageFit{fill: p.now.Fill, full: noFit != nil || len(p.now.Held) > 0, text: text, held: p.now.Held, absent: slices.Concat(p.now.Held, p.now.Unverified)})
	w.event("page", "fill", p.now.Fill, "used", p.now.Used, "held", len(p.now.Held))
}

// draw makes the picture, where it is to be seen.
func (p *previewPane) draw() {
	if !p.host.previewed() || p.now.Page == nil || p.pixels < 10 {
		return
	}
	pg, px := p.now.Page, p.pixels
	p.raster.Go(func(context.Context) (image.Image, error) {
		return page.Raster(pg, float64(px)*72/pg.W), nil
	}, func(im image.Image, _ error) {
		p.view.SetPicture(im)
		p.host.event("raster", "width", im.Bounds().Dx())
	})
}

// clicked selects the line that stands where the page was clicked.
func (p *previewPane) clicked(x, y float64) {
	if p.now.Page == nil {
		return
	}
	if id := p.now.Page.LineAt(x*p.now.Page.W, y*p.now.Page.H); id != "" {
		p.host.selectLine(id)
	}
}

// mark draws a ring around the selected line on the page.
func (p *previewPane) mark(id briefing.LineID) {
	if p.now.Page == nil {
		return
	}
	box := p.now.Page.Box(id)
	w, h := p.now.Page.W, p.now.Page.H
	p.view.Mark(float32(box.X/w), float32(box.Y/h), float32(box.W/w), float32(box.H/h))
}
