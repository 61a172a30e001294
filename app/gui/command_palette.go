package gui

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2/container"
	"golang.org/x/text/unicode/norm"

	"example.org/attache/app/widget"
)

// commandPalette finds every command by its name, shows its keys, and runs it.
type commandPalette struct {
	host  paletteHost
	all   []paletteRow
	rows  []paletteRow
	field *widget.Entry
	list  *widget.PickList
	none  *widget.FlowText // said where no command has the words typed
	sheet *sheet
}

// paletteHost is what the palette needs of the window.
type paletteHost interface {
	t(key string, pairs ...any) string
	open(sheetLook) *sheet
	listHeight(wanted float32) float32
	do(id string)
}

// paletteRow is a command as the palette lists it.
type paletteRow struct {
	id, name, menu, keys string
	folded               string // what is searched
	enabled              bool
}

func (w *Window) showPalette() { w.openPalette() }

func (w *Window) openPalette() *commandPalette { return newPalette(w, w.paletteRows()) }

func newPalette(host paletteHost, all []paletteRow) *commandPalette {
	p := &commandPalette{host: host, all: all, field: widget.NewEntry(), list: widget.NewPickList()}
	p.field.PlaceHolder = host.t("palette.hint")
	p.field.OnChanged = func(string) { p.filter() }
	p.field.OnCommit = func(bool) { p.run() }
	p.field.OnKey = p.list.StepKey
	p.list.Single = true
	p.list.Row = func(i int) (widget.PickRow, bool) {
		if i >= len(p.rows) {
			return widget.PickRow{}, false
		}
		r := p.rows[i]
		return widget.PickRow{ID: r.id, Title: r.name, Caption: r.menu, Side: r.keys, Faint: !r.enabled}, true
	}
	p.list.OnOpen = func(string) { p.run() }
	p.none = widget.NewFlowText(widget.Run{Text: host.t("palette.none"), Colour: widget.ColorGrey})
	content := container.NewBorder(p.field, nil, nil, nil, container.NewStack(fixedHeight(p.list, host.listHeight(380)), container.NewPadded(container.NewPadded(p.none))))
	p.sheet = host.open(sheetLook{title: host.t("palette.heading"), content: content, width: 560, verb: host.t("palette.run"), main: p.run, focus: p.field})
	p.sheet.shows = p
	p.filter()
	return p
}

// paletteRows are all commands in the order of the menus, then the rest.
func (w *Window) paletteRows() []paletteRow {
	var rows []paletteRow
	seen := map[string]bool{"palette": true}
	add := func(id, menu string) {
		c := w.commands[id]
		if c == nil || seen[id] {
			return
		}
		seen[id] = true
		name := strings.TrimSuffix(w.commandName(id), "…")
		r := paletteRow{id: id, name: name, menu: menu, keys: c.keys(), enabled: c.enabled == nil || c.enabled()}
		r.folded = foldText(name + " " + menu + " " + strings.ReplaceAll(id, "-", " "))
		rows = append(rows, r)
	}
	for _, m := range menuTree {
		menu := w.t("menu." + m.name)
		for _, id := range m.items {
			name, prefix, sub := strings.Cut(id, ">")
			if !sub {
				add(id, menu)
			}
			if name == "move-to" {
				add("up", menu)
				add("down", menu)
			}
			if prefix != "" {
				for _, s := range numbered {
					add(prefix+string(s), menu+" › "+strings.TrimSuffix(w.t("cmd."+name), "…"))
				}
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(w.commands)) {
		add(id, "")
	}
	return rows
}

// filter lists the commands that have every word typed, those that can be run
// now first.
func (p *commandPalette) filter() {
	words := strings.Fields(foldText(p.field.Text))
	p.rows = slices.DeleteFunc(slices.Clone(p.all), func(r paletteRow) bool {
		return slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(" "+r.folded, " "+word) })
	})
	begins := func(r paletteRow) bool { return strings.HasPrefix(r.folded, strings.Join(words, " ")) }
	slices.SortStableFunc(p.rows, func(a, b paletteRow) int {
		if c := rankOf(b.enabled) - rankOf(a.enabled); c != 0 {
			return c
		}
		return rankOf(begins(b)) - rankOf(begins(a))
	})
	p.list.SetSelected(nil)
	p.list.Reset(len(p.rows), 0)
	p.list.First()
	p.none.Hidden = len(p.rows) > 0
	p.none.Refresh()
	able(p.sheet.first, len(p.rows) > 0)
}

func rankOf(is bool) int {
	if is {
		return 1
	}
	return 0
}

// run closes the palette and runs what is selected.
func (p *commandPalette) run() {
	id := p.list.Current()
	if id == "" {
		return
	}
	p.sheet.hide()
	p.host.do(id)
}

// foldText is text as it is searched: in small letters and without accents.
func foldText(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
