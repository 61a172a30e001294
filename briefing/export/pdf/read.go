package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// maxPDF is the largest file that is read; ours are about 100 kB.
const maxPDF = 64 << 20

// Open reads what Write wrote, to hold it against what was written, also when
// another program wrote the file anew. It reads what is drawn, with its
// place and colour. It fails with briefing.ErrUnsupported on a file that holds
// no record, with a *export.NewerError on one of a later version, with
// briefing.ErrDamaged on one that is cut off or cannot be followed, and with
// briefing.ErrTooLarge on one over 64 MB.
func Open(r io.Reader) (trace.File, error) {
	out, err := open(r)
	if err != nil {
		return trace.File{}, fmt.Errorf("read pdf: %w", err)
	}
	return out, nil
}

func open(r io.Reader) (trace.File, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxPDF+1))
	switch {
	case err != nil:
		return trace.File{}, err
	case len(data) > maxPDF:
		return trace.File{}, briefing.ErrTooLarge
	case !bytes.HasPrefix(data, []byte("%PDF-")):
		return trace.File{}, fmt.Errorf("not a PDF: %w", briefing.ErrUnsupported)
	}
	f, err := openFile(data)
	if err != nil && !bytes.HasPrefix(data, []byte(pdfHeader)) && errors.Is(err, briefing.ErrDamaged) {
		return trace.File{}, fmt.Errorf("not a PDF of %s, as far as it can be read (%v): %w", producer, err, briefing.ErrUnsupported)
	}
	if err != nil {
		return trace.File{}, err
	}
	packed, err := f.attachment(TraceName)
	if err != nil {
		return trace.File{}, err
	}
	if packed == nil {
		if f.ours() {
			return trace.File{}, trace.ErrNone
		}
		return trace.File{}, fmt.Errorf("not a PDF of %s, or its trace was taken out: %w", producer, briefing.ErrUnsupported)
	}
	record, err := trace.Read(bytes.NewReader(packed))
	if err != nil {
		return trace.File{}, err
	}
	seen, err := f.view(record)
	return trace.File{Record: record, Seen: seen}, err
}

// Written reports whether a file is one that Write wrote and that nobody has
// written anew since.
func Written(data []byte) bool {
	f, err := openFile(data)
	return err == nil && bytes.HasPrefix(data, []byte(pdfHeader)) && f.ours()
}

// ours reports whether the file says that this program made it.
func (f *file) ours() bool {
	info, err := f.object(f.trailer["Info"])
	d, ok := info.(pdfDict)
	if err != nil || !ok {
		return false
	}
	maker, _ := d["Creator"].(pdfString)
	return documentText(maker) == producer
}

// attachment returns an attached file by its name, nil if there is none.
func (f *file) attachment(name string) ([]byte, error) {
	var specs pdfArray
	if attached, err := f.list(f.catalog["AF"]); err == nil {
		specs = append(specs, attached...)
	}
	if names, err := f.dict(f.catalog["Names"]); err == nil {
		if files, err := f.dict(names["EmbeddedFiles"]); err == nil {
			specs = append(specs, f.names(files, 0)...)
		}
	}
	for _, spec := range specs {
		d, err := f.dict(spec)
		if err != nil {
			continue
		}
		plain, _ := d["F"].(pdfString)
		wide, _ := d["UF"].(pdfString)
		if documentText(plain) != name && documentText(wide) != name {
			continue
		}
		files, err := f.dict(d["EF"])
		if err != nil {
			return nil, err
		}
		_, data, err := f.stream(files["F"])
		return data, err
	}
	return nil, nil
}

// names returns the values of a tree of names.
func (f *file) names(tree pdfDict, depth int) pdfArray {
	var all pdfArray
	pairs, _ := f.list(tree["Names"])
	for i := 1; i < len(pairs); i += 2 {
		all = append(all, pairs[i])
	}
	kids, _ := f.list(tree["Kids"])
	for _, k := range kids {
		if d, ok := k.(pdfDict); ok && depth < maxNesting {
			all = append(all, f.names(d, depth+1)...)
		}
	}
	return all
}

// view returns what the pages show.
func (f *file) view(record trace.Document) (trace.Seen, error) {
	v := &viewer{file: f, fonts: map[string]*readFont{}, hashes: map[string]bool{}, added: map[string]bool{}}
	pages, err := f.dict(f.catalog["Pages"])
	if err != nil {
		return trace.Seen{}, err
	}
	sheets, err := f.sheets(pages, pdfDict{}, 0)
	if err != nil {
		return trace.Seen{}, err
	}
	for i, sheet := range sheets {
		if i == 1 {
			v.add("another page")
		}
		if err := v.page(sheet, record); err != nil {
			return trace.Seen{}, err
		}
	}
	for _, key := range []string{"OpenAction", "AA", "AcroForm"} {
		if f.catalog[key] != nil {
			v.add("an action or form (%s)", key)
		}
	}
	for _, w := range v.flow.words {
		v.seen.Words = append(v.seen.Words, trace.Word{Text: w.text.String(), Placed: true, X: w.first.x, Y: w.first.y, Pale: w.first.pale, Begins: w.begins})
	}
	for hash := range v.hashes {
		if !slices.Contains(record.Look, hash) && len(record.Look) > 0 {
			v.seen.Notes = []string{"another program wrote the fonts anew: which letters they draw was taken from its own table"}
		}
	}
	return v.seen, nil
}

// maxPages bounds the pages that are looked at: ours have one.
const maxPages = 50

// sheets returns the pages of a tree, each with what it inherits.
func (f *file) sheets(node, inherited pdfDict, depth int) ([]pdfDict, error) {
	own := pdfDict{}
	for _, key := range []string{"Resources", "MediaBox", "CropBox", "Rotate"} {
		if v := inherited[key]; v != nil {
			own[key] = v
		}
	}
	for key, v := range node {
		own[key] = v
	}
	if node["Kids"] == nil {
		return []pdfDict{own}, nil
	}
	kids, err := f.list(node["Kids"])
	if err != nil || depth > maxNesting {
		return nil, damaged("pages")
	}
	var all []pdfDict
	for _, k := range kids {
		d, ok := k.(pdfDict)
		if !ok {
			return nil, damaged("pages")
		}
		more, err := f.sheets(d, own, depth+1)
		if err != nil {
			return nil, err
		}
		if all = append(all, more...); len(all) > maxPages {
			return nil, damaged("too many pages")
		}
	}
	return all, nil
}

// page follows one page.
func (v *viewer) page(sheet pdfDict, record trace.Document) error {
	box, err := v.box(sheet)
	if err != nil {
		return err
	}
	v.sheet = box
	v.now, v.saved = state{ctm: identity, scale: 1}, nil
	if turn, _ := sheet["Rotate"].(float64); turn != 0 {
		v.add("a turn of the page")
	}
	resources := pdfDict{}
	if sheet["Resources"] != nil {
		if resources, err = v.dict(sheet["Resources"]); err != nil {
			return err
		}
	}
	var content []byte
	parts, err := v.parts(sheet["Contents"])
	if err != nil {
		return err
	}
	for _, part := range parts {
		_, data, err := v.stream(part)
		if err != nil {
			return err
		}
		content = append(append(content, data...), '\n')
	}
	if err := v.draw(content, resources, 0); err != nil {
		return err
	}
	return v.annotations(sheet, record)
}

// parts returns the references of a page's contents.
func (f *file) parts(v pdfValue) (pdfArray, error) {
	out, err := f.object(v)
	if err == nil {
		if all, ok := out.(pdfArray); ok {
			return all, nil
		}
	}
	if r, ok := v.(pdfRef); ok {
		return pdfArray{r}, nil
	}
	return nil, err
}

// box returns what shows of a page.
func (f *file) box(sheet pdfDict) (sheetBox, error) {
	for _, key := range []string{"CropBox", "MediaBox"} {
		v, err := f.list(sheet[key])
		if err != nil {
			return sheetBox{}, err
		}
		if len(v) == 4 {
			o := operands(v)
			return sheetBox{o.number(4), o.number(3), o.number(2), o.number(1)}, nil
		}
	}
	return sheetBox{}, damaged("a page without a size")
}

// annotations notes what was laid over the page, and where its links lead.
func (v *viewer) annotations(sheet pdfDict, record trace.Document) error {
	all, err := v.list(sheet["Annots"])
	if err != nil {
		return err
	}
	for _, k := range all {
		d, _ := k.(pdfDict)
		if d["Subtype"] != pdfName("Link") {
			v.add("a note laid over the page (%.20v)", d["Subtype"])
			continue
		}
		a, err := v.object(d["A"])
		if err != nil {
			return err
		}
		action, _ := a.(pdfDict)
		address, _ := action["URI"].(pdfString)
		known := slices.ContainsFunc(record.Articles, func(a briefing.ArticleRef) bool { return page.WebAddress(a.URL) == string(address) })
		if !known {
			v.add("a link to %.100s", strings.TrimSpace(string(address)))
		}
	}
	return nil
}
