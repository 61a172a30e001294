package office

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/archive"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
)

// DOCX reads a Word document (ECMA-376): the text as it stands when all
// changes are accepted, with the numbers of its lists, without comments,
// headers and footers. Footnotes, hidden text and the descriptions of pictures
// are furniture. Its author is not taken for the article's: it is whoever
// saved the file.
func DOCX(f *draft.File) error {
	a, err := archive.Open(f.Data)
	if err != nil {
		return err
	}
	main := mainPart(a)
	document, err := a.Member(main)
	if err != nil {
		return err
	}
	d := docx{dir: path.Dir(main)}
	d.readStyles(a)
	d.readNumbers(a)
	d.readNotes(a)
	if err := elements(document, d.open, d.text, d.shut); err != nil {
		return err
	}
	title := ""
	if core, err := a.Member("docProps/core.xml"); err == nil {
		title = dublinCore(core)["title"]
	}
	d.finish(f, title)
	return nil
}

// mainPart returns the name of the document's text: programs other than Word
// give it names of their own.
func mainPart(a *archive.ZIP) string {
	main := "word/document.xml"
	rels, err := a.Member("_rels/.rels")
	if err != nil {
		return main
	}
	// What cannot be read of the relations is not stated.
	_ = elements(rels, func(e xml.StartElement) {
		if e.Name.Local == "Relationship" && strings.HasSuffix(value(e, "Type"), "/officeDocument") {
			main = strings.TrimPrefix(value(e, "Target"), "/")
		}
	}, func(string) {}, func(string) {})
	return main
}

// docx is a Word document being read.
type docx struct {
	office
	dir     string // of the document's parts
	styles  map[string]docxStyle
	numbers listNumbers
	texts   map[string]string // of footnotes, by "f" or "e" and their number

	shown, skip, was int  // depth inside elements whose text is shown, is not shown, and that tell what was before a change
	hidden           bool // the run is
	inRun            bool
	list             string
	level            int
}

// docxStyle is what a style says of its paragraphs.
type docxStyle struct {
	name, based, list string
	level             int
	outline           bool
}

func (d *docx) open(e xml.StartElement) {
	if d.was > 0 {
		if e.Name.Local == "pPrChange" || e.Name.Local == "rPrChange" {
			d.was++
		}
		return
	}
	switch e.Name.Local {
	case "pPrChange", "rPrChange":
		d.was++
	case "p":
		d.begin()
		d.list, d.level = "", 0
	case "tr":
		d.beginRow()
	case "tc":
		d.beginCell()
	case "pStyle":
		d.takeStyle(value(e, "val"), 0)
	case "outlineLvl":
		if value(e, "val") < "9" {
			d.kind = briefing.Heading
		}
	case "framePr":
		d.joins = d.joins || value(e, "dropCap") == "drop" || value(e, "dropCap") == "margin"
	case "numPr":
		if d.list == "" {
			d.list = "none"
		}
	case "ilvl":
		d.level, _ = strconv.Atoi(value(e, "val"))
	case "numId":
		if d.list = value(e, "val"); d.list == "0" { // taken off this paragraph
			d.list = ""
		}
	case "r":
		d.inRun, d.hidden = true, false
	case "vanish":
		d.hidden = d.inRun && value(e, "val") != "0" && value(e, "val") != "false"
	case "t":
		d.shown++
	case "tab":
		if d.inRun && d.skip == 0 {
			d.blank('\t')
		}
	case "br", "cr":
		if d.skip == 0 {
			d.blank('\n')
		}
	case "noBreakHyphen":
		d.show("\u2011")
	case "docPr":
		if s := letters.Clean(value(e, "descr")); s != "" && d.skip == 0 {
			d.after = append(d.after, draft.Block{Text: s, Kind: briefing.Furniture})
		}
	case "footnoteReference", "endnoteReference":
		if s := d.texts[e.Name.Local[:1]+value(e, "id")]; s != "" && d.skip == 0 {
			d.notes = append(d.notes, draft.Block{Text: s, Kind: briefing.Furniture})
		}
	case "Fallback", "del", "moveFrom": // a second form of the text, and text that was deleted
		d.skip++
	}
}

func (d *docx) text(s string) {
	if d.shown > 0 && d.was == 0 {
		d.show(s)
	}
}

// show takes text that is shown, unless its run is hidden.
func (d *docx) show(s string) {
	switch {
	case d.skip > 0:
	case d.hidden:
		if s = letters.Clean(s); s != "" {
			d.after = append(d.after, draft.Block{Text: s, Kind: briefing.Furniture})
			d.office.hidden++
		}
	default:
		d.say(s)
	}
}

func (d *docx) shut(name string) {
	switch name {
	case "pPrChange", "rPrChange":
		d.was--
	case "pPr":
		if d.was == 0 && d.list != "" {
			d.item(d.numbers.next(d.list, d.level))
			d.list = ""
		}
	case "p":
		if !d.joins {
			d.end()
		}
	case "tr":
		d.endRow()
	case "r":
		d.inRun, d.hidden = false, false
	case "t":
		d.shown--
	case "Fallback", "del", "moveFrom":
		d.skip--
	}
}

// takeStyle takes what a style and those it is based on say.
func (d *docx) takeStyle(id string, depth int) {
	const most = 10 // styles in a row
	s, ok := d.styles[id]
	if !ok {
		d.style(id)
		return
	}
	if s.based != "" && depth < most && kindOfStyle(s.name) == briefing.Body {
		d.takeStyle(s.based, depth+1)
	}
	d.style(s.name)
	if s.outline {
		d.kind = briefing.Heading
	}
	if s.list != "" {
		d.list, d.level = s.list, s.level
	}
}

// readStyles reads the names of the styles: their identifiers are in the
// language of the program, the names of those of its own in English.
func (d *docx) readStyles(a *archive.ZIP) {
	d.styles = map[string]docxStyle{}
	data, err := a.Member(d.dir + "/styles.xml")
	if err != nil {
		return
	}
	id := ""
	_ = elements(data, func(e xml.StartElement) { // a style that cannot be read says nothing
		if e.Name.Local == "style" {
			id = value(e, "styleId")
		}
		if id == "" {
			return
		}
		s := d.styles[id]
		switch e.Name.Local {
		case "name":
			s.name = value(e, "val")
		case "basedOn":
			s.based = value(e, "val")
		case "numId":
			s.list = value(e, "val")
		case "ilvl":
			s.level, _ = strconv.Atoi(value(e, "val"))
		case "outlineLvl":
			s.outline = value(e, "val") < "9"
		}
		d.styles[id] = s
	}, func(string) {}, func(name string) {
		if name == "style" {
			id = ""
		}
	})
}

// docxFormats are the forms of numbers, by their names in the standard.
var docxFormats = map[string]string{"decimal": "1", "decimalZero": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}

// readNumbers reads how the lists are numbered.
func (d *docx) readNumbers(a *archive.ZIP) {
	d.numbers.levels = map[string][]listLevel{}
	data, err := a.Member(d.dir + "/numbering.xml")
	if err != nil {
		return
	}
	const most = 9 // levels of a list
	abstract := map[string][]listLevel{}
	list, level, of := "", -1, ""
	_ = elements(data, func(e xml.StartElement) {
		switch e.Name.Local {
		case "abstractNum":
			list, level = value(e, "abstractNumId"), -1
		case "lvl":
			if n, err := strconv.Atoi(value(e, "ilvl")); err == nil && 0 <= n && n < most && list != "" {
				for len(abstract[list]) <= n {
					abstract[list] = append(abstract[list], listLevel{start: 1})
				}
				level = n
			}
		case "start", "numFmt", "lvlText":
			if level >= 0 && list != "" {
				l := &abstract[list][level]
				switch e.Name.Local {
				case "start":
					l.start, _ = strconv.Atoi(value(e, "val"))
				case "numFmt":
					l.format = docxFormats[value(e, "val")]
				case "lvlText":
					l.text = value(e, "val")
				}
			}
		case "num":
			list, level, of = "", -1, value(e, "numId")
		case "abstractNumId":
			if of != "" {
				d.numbers.levels[of] = append([]listLevel(nil), abstract[value(e, "val")]...)
			}
		case "startOverride":
			if n, err := strconv.Atoi(value(e, "val")); err == nil && of != "" && len(d.numbers.levels[of]) > 0 {
				d.numbers.levels[of][0].start = n
			}
		}
	}, func(string) {}, func(name string) {
		if name == "lvl" {
			level = -1
		}
	})
}

// readNotes reads the texts of footnotes and endnotes.
func (d *docx) readNotes(a *archive.ZIP) {
	d.texts = map[string]string{}
	for _, part := range []string{"footnote", "endnote"} {
		data, err := a.Member(d.dir + "/" + part + "s.xml")
		if err != nil {
			continue
		}
		id, shown := "", 0
		_ = elements(data, func(e xml.StartElement) {
			switch e.Name.Local {
			case part:
				id = part[:1] + value(e, "id")
			case "t":
				shown++
			case "p", "tab", "br":
				d.texts[id] += " "
			}
		}, func(s string) {
			if shown > 0 && len(d.texts[id]) < cutting.MaxText {
				d.texts[id] += s
			}
		}, func(name string) {
			if name == "t" {
				shown--
			}
		})
	}
	for id, s := range d.texts {
		d.texts[id] = strings.Join(strings.Fields(s), " ")
	}
}
