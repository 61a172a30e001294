package pdf

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"example.org/attache/briefing/page"
)

// document is one PDF in the making. Objects are numbered in the order in
// which they are allocated, which never depends on a map.
type document struct {
	pdfFile
	page    *page.Page
	options Options
	fonts   []*pdfFont
	fontOf  map[*page.Font]*pdfFont
	tree    *pdfTree
	looks   []string // hashes of the fonts
}

// pdfHeader begins every file. Bytes over 127 in a comment tell tools to treat
// it as binary; the name tells our own files from others.
const pdfHeader = "%PDF-1.7\n%\xe2\xe3\xcf\xd3 attache 1\n"

func (d *document) bytes() ([]byte, error) {
	d.buf.WriteString(pdfHeader)
	catalog, pages, sheet, contents := d.alloc(), d.alloc(), d.alloc(), d.alloc()
	info, meta, profile := d.alloc(), d.alloc(), d.alloc()

	d.fontOf = map[*page.Font]*pdfFont{}
	d.tree = newPDFTree(d.page.Root)
	d.stream(contents, "", d.content())
	resources := d.writeFonts()
	annotations := d.writeLinks(sheet)
	structure := d.writeTree(sheet)
	attached, err := d.writeTrace()
	if err != nil {
		return nil, err
	}
	d.stream(profile, " /N 3", srgbProfile())
	d.rawStream(meta, " /Type /Metadata /Subtype /XML", []byte(d.xmp()))
	d.object(info, d.info())

	d.object(pages, fmt.Sprintf("<</Type /Pages /Kids [%s] /Count 1>>", ref(sheet)))
	d.object(sheet, fmt.Sprintf("<</Type /Page /Parent %s /MediaBox [0 0 %s %s] /Contents %s /Resources <</Font <<%s>>>>%s /StructParents 0 /Tabs /S>>",
		ref(pages), number(d.page.W), number(d.page.H), ref(contents), resources, annotations))
	d.object(catalog, fmt.Sprintf("<</Type /Catalog /Pages %s /Lang %s /MarkInfo <</Marked true>> /StructTreeRoot %s /Metadata %s /ViewerPreferences <</DisplayDocTitle true>> /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile %s>>]%s>>",
		ref(pages), literal(d.options.Language), ref(structure), ref(meta), ref(profile), attached))

	return d.finish(catalog, info), nil
}

// finish writes the table of objects and the trailer. The identifier is the
// hash of all before it, so equal files have equal ones.
func (d *document) finish(catalog, info int) []byte {
	at := d.buf.Len()
	fmt.Fprintf(&d.buf, "xref\n0 %d\n0000000000 65535 f \n", len(d.offsets)+1)
	for _, o := range d.offsets {
		fmt.Fprintf(&d.buf, "%010d 00000 n \n", o)
	}
	sum := sha256.Sum256(d.buf.Bytes())
	id := fmt.Sprintf("<%X>", sum[:16])
	fmt.Fprintf(&d.buf, "trailer\n<</Size %d /Root %s /Info %s /ID [%s %s]>>\nstartxref\n%d\n%%%%EOF\n",
		len(d.offsets)+1, ref(catalog), ref(info), id, id, at)
	return d.buf.Bytes()
}

// info is the document information dictionary. It says the same as the XMP
// metadata, as PDF/A asks.
func (d *document) info() string {
	o := d.options
	var b strings.Builder
	b.WriteString("<</Title " + textString(o.Title))
	if o.Author != "" {
		b.WriteString(" /Author " + textString(o.Author))
	}
	if o.Subject != "" {
		b.WriteString(" /Subject " + textString(o.Subject))
	}
	if m := d.marking(); m != "" {
		b.WriteString(" /Keywords " + textString(m))
	}
	fmt.Fprintf(&b, " /Creator %s /Producer %s", textString(producer), textString(producer))
	if !o.Created.IsZero() {
		fmt.Fprintf(&b, " /CreationDate %s /ModDate %s", pdfDate(o.Created), pdfDate(o.Created))
	}
	b.WriteString(">>")
	return b.String()
}

// pdfDate writes a time in UTC (ISO 32000-1, 7.9.4).
func pdfDate(t time.Time) string { return "(D:" + t.UTC().Format("20060102150405") + "+00'00')" }

// writeTrace attaches the trace and returns what the catalog says of it.
func (d *document) writeTrace() (string, error) {
	if d.options.Record == nil {
		return "", nil
	}
	record := *d.options.Record
	record.Look = d.looks
	data, err := record.Sealed(rows(d.page, record)).Bytes()
	if err != nil {
		return "", err
	}
	file, spec := d.alloc(), d.alloc()
	// PDF/A-3 wants a date; a document without one has the epoch.
	changed := d.options.Created
	if changed.IsZero() {
		changed = time.Unix(0, 0)
	}
	d.stream(file, fmt.Sprintf(" /Type /EmbeddedFile /Subtype /application#2Fjson /Params <</Size %d /ModDate %s>>",
		len(data), pdfDate(changed)), data)
	d.object(spec, fmt.Sprintf("<</Type /Filespec /F (%s) /UF %s /Desc %s /AFRelationship /Data /EF <</F %s /UF %s>>>>",
		TraceName, textString(TraceName), textString("Trace of every word to its source"), ref(file), ref(file)))
	return fmt.Sprintf(" /AF [%s] /Names <</EmbeddedFiles <</Names [(%s) %s]>>>>", ref(spec), TraceName, ref(spec)), nil
}
