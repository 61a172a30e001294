package pdf

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing/page"
)

// What the file declares of itself is checked here, clause by clause of
// PDF/UA-1 (ISO 14289-1:2014), PDF/A-2 (ISO 19005-2:2011) and PDF/A-3 (ISO
// 19005-3:2012). No full validator of these standards runs in these tests; the
// list is what our kind of file can fail.
var claims = []struct {
	clause, says string
	check        func(*claimed) error
}{
	{"PDF/A 6.1.2", "header names the version and marks the file as binary", checkHeader},
	{"PDF/A 6.1.3", "trailer has an ID and no encryption", checkTrailer},
	{"PDF/A 6.1.7", "streams have their length and a plain filter", checkStreams},
	{"PDF/A 6.2.2", "content uses standard operators only", checkOperators},
	{"PDF/A 6.2.4.3", "device colours have an output intent with an RGB profile", checkIntent},
	{"PDF/A 6.2.11.4, UA 7.21.4", "fonts are embedded", checkEmbedded},
	{"PDF/A 6.2.11.5, UA 7.21.5", "widths are those of the font program", checkWidths},
	{"PDF/A 6.2.11.7, UA 7.21.7", "every glyph has its characters", checkUnicode},
	{"PDF/A 6.2.11.8, UA 7.21.8", "no text shows the glyph for a missing one", checkNotdef},
	{"UA 7.21.3.2", "CIDs are mapped to glyphs", checkCIDs},
	{"PDF/A 6.3.2, 6.5.1", "annotations print, and do nothing but open a web address", checkAnnotations},
	{"UA 7.18", "links are tagged, described and in the order of the structure", checkLinks},
	{"PDF/A 6.6.2, UA 5", "metadata is plain XML and declares the standards", checkMetadata},
	{"PDF/A 6.6.3", "document information says the same as the metadata", checkInfo},
	{"UA 7.1 (content)", "all content is tagged or an artifact", checkTagged},
	{"UA 7.1 (document)", "the file is marked as tagged and shows its title", checkMarked},
	{"UA 7.2, PDF/A 6.7.4", "the language is given", checkLanguage},
	{"UA 7.1 (roles), PDF/A 6.7.3", "structure types are standard and connected both ways", checkTree},
	{"UA 7.4.2", "headings do not skip a level", checkHeadings},
	{"PDF/A 6.6.2.3.3, XmpBox", "schemas are described in an element of their own", checkSchemas},
	{"7.7, TLP 2.0", "the marking is in the structure and in the metadata", checkMarking},
	{"UA 7.6", "lists have items, labels and a numbering", checkLists},
	{"PDF/A-3 6.8, UA 7.11", "the attachment says what it is", checkAttachment},
}

func TestPDFClaims(t *testing.T) {
	hostile := Options{Title: "a\x00b\xff\nc<&>\ufffe", Author: "\x07", Language: "x) /Evil (y"}
	for name, o := range map[string]Options{"with trace": testOptions(), "bare": {}, "hostile": hostile} {
		c, err := newClaimed(testPDF(t, page.A4, o))
		if err != nil {
			t.Fatal(err)
		}
		c.traced = o.Record != nil
		for _, claim := range claims {
			if err := claim.check(c); err != nil {
				t.Errorf("%s: %s: %s: %v", name, claim.clause, claim.says, err)
			}
		}
	}
}

// claimed is a file under examination.
type claimed struct {
	*file
	raw     []byte
	traced  bool
	sheet   pdfDict
	content []byte
	fonts   map[string]pdfDict
	xmp     string
}

func newClaimed(data []byte) (*claimed, error) {
	f, err := openFile(data)
	if err != nil {
		return nil, err
	}
	c := &claimed{file: f, raw: data, fonts: map[string]pdfDict{}}
	pages, err := f.dict(f.catalog["Pages"])
	if err != nil {
		return nil, err
	}
	if c.sheet, err = f.dict(pages["Kids"].(pdfArray)[0]); err != nil {
		return nil, err
	}
	if c.content, err = c.stream(c.sheet["Contents"]); err != nil {
		return nil, err
	}
	resources, err := f.dict(c.sheet["Resources"])
	if err != nil {
		return nil, err
	}
	for name, v := range resources["Font"].(pdfDict) {
		if c.fonts[name], err = f.dict(v); err != nil {
			return nil, err
		}
	}
	xmp, err := c.stream(f.catalog["Metadata"])
	c.xmp = string(xmp)
	return c, err
}

func (c *claimed) stream(v pdfValue) ([]byte, error) {
	_, data, err := c.file.stream(v)
	return data, err
}

func checkHeader(c *claimed) error {
	first, rest, _ := bytes.Cut(c.raw, []byte("\n"))
	if string(first) != "%PDF-1.7" || rest[0] != '%' {
		return fmt.Errorf("file begins with %q", c.raw[:20])
	}
	for _, b := range rest[1:5] {
		if b < 0x80 {
			return fmt.Errorf("second line begins with %q", rest[:5])
		}
	}
	return nil
}

func checkTrailer(c *claimed) error {
	id, ok := c.trailer["ID"].(pdfArray)
	if !ok || len(id) != 2 || c.trailer["Encrypt"] != nil {
		return fmt.Errorf("trailer %v", c.trailer)
	}
	return nil
}

// checkStreams follows each stream from its length to its end.
func checkStreams(c *claimed) error {
	for n := 1; n < len(c.places); n++ {
		v, s, err := c.objectAt(n, c.places[n].offset)
		if err != nil {
			return err
		}
		d, _ := v.(pdfDict)
		after, isStream := bytes.CutPrefix(s.data[s.at:], []byte("\nstream\n"))
		if !isStream {
			continue
		}
		length := int(d["Length"].(float64))
		if !bytes.HasPrefix(after[length:], []byte("\nendstream\nendobj\n")) {
			return fmt.Errorf("object %d does not end after %d bytes", n, length)
		}
		if f := d["Filter"]; f != nil && f != pdfName("FlateDecode") {
			return fmt.Errorf("object %d has filter %v", n, f)
		}
	}
	return nil
}

// operators returns the operators of the content with their operands.
func (c *claimed) operators(each func(op string, operands []pdfValue) error) error {
	s := &scanner{data: c.content}
	var operands []pdfValue
	for {
		v, err := s.next(0)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if op, ok := v.(pdfKeyword); ok {
			if err := each(string(op), operands); err != nil {
				return err
			}
			operands = nil
			continue
		}
		operands = append(operands, v)
	}
}

func checkOperators(c *claimed) error {
	return c.operators(func(op string, _ []pdfValue) error {
		if !slices.Contains([]string{"BMC", "BDC", "EMC", "rg", "re", "f", "BT", "ET", "Tf", "Tc", "Tm", "TJ", "Ts"}, op) {
			return fmt.Errorf("operator %q", op)
		}
		return nil
	})
}

func checkIntent(c *claimed) error {
	intents, _ := c.catalog["OutputIntents"].(pdfArray)
	if len(intents) != 1 || intents[0].(pdfDict)["S"] != pdfName("GTS_PDFA1") {
		return fmt.Errorf("output intents %v", intents)
	}
	profile, err := c.stream(intents[0].(pdfDict)["DestOutputProfile"])
	if err != nil {
		return err
	}
	if len(profile) != int(binary.BigEndian.Uint32(profile)) || string(profile[12:20]) != "mntrRGB " || string(profile[36:40]) != "acsp" || profile[8] > 4 {
		return fmt.Errorf("profile begins with %q", profile[:40])
	}
	return nil
}

// program returns a font's descendant and its embedded file.
func (c *claimed) program(name string) (pdfDict, []byte, error) {
	below, _ := c.fonts[name]["DescendantFonts"].(pdfArray)
	if len(below) != 1 {
		return nil, nil, fmt.Errorf("font %s has no descendant", name)
	}
	d, err := c.dict(below[0])
	if err != nil {
		return nil, nil, err
	}
	descriptor, err := c.dict(d["FontDescriptor"])
	if err != nil {
		return nil, nil, err
	}
	data, err := c.stream(descriptor["FontFile2"])
	return d, data, err
}

func checkEmbedded(c *claimed) error {
	if len(c.fonts) < 5 {
		return fmt.Errorf("%d fonts, want at least 5", len(c.fonts))
	}
	for name, f := range c.fonts {
		d, data, err := c.program(name)
		if err != nil {
			return err
		}
		if f["BaseFont"] != d["BaseFont"] || !regexp.MustCompile(`^[A-Z]{6}\+`).MatchString(string(f["BaseFont"].(pdfName))) {
			return fmt.Errorf("font %s is named %v and %v", name, f["BaseFont"], d["BaseFont"])
		}
		if sum := checksum(data); sum != 0xB1B0AFBA {
			return fmt.Errorf("font %s has checksum %08X", name, sum)
		}
	}
	return nil
}

// table finds a table of an embedded font.
func table(data []byte, tag string) []byte {
	for i := range int(be16(data, 4)) {
		if e := data[12+16*i:]; string(e[:4]) == tag {
			return data[be32(e, 8) : be32(e, 8)+be32(e, 12)]
		}
	}
	return nil
}

func checkWidths(c *claimed) error {
	for name := range c.fonts {
		d, data, err := c.program(name)
		if err != nil {
			return err
		}
		w := d["W"].(pdfArray)[1].(pdfArray)
		em := float64(be16(table(data, "head"), 18))
		if n := int(be16(table(data, "maxp"), 4)); n != len(w) {
			return fmt.Errorf("font %s has %d glyphs and %d widths", name, n, len(w))
		}
		for i, v := range w {
			if own := float64(be16(table(data, "hmtx"), 4*i)) * 1000 / em; math.Abs(own-v.(float64)) > 1 {
				return fmt.Errorf("font %s, glyph %d: width %v, in the font %v", name, i, v, own)
			}
		}
	}
	return nil
}

// shown calls each with every glyph the content shows.
func (c *claimed) shown(each func(font string, glyph uint16) error) error {
	font := ""
	return c.operators(func(op string, operands []pdfValue) error {
		switch op {
		case "Tf":
			font = string(operands[0].(pdfName))
		case "TJ":
			for _, p := range operands[0].(pdfArray) {
				glyphs, _ := p.(pdfString)
				for i := 0; i+1 < len(glyphs); i += 2 {
					if err := each(font, be16(glyphs, i)); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
}

func checkUnicode(c *claimed) error {
	maps := map[string]*readFont{}
	for name, d := range c.fonts {
		var err error
		if maps[name], err = c.font(d); err != nil {
			return err
		}
	}
	return c.shown(func(font string, glyph uint16) error {
		text, ok := maps[font].text[int(glyph)]
		if !ok || text == "" || strings.ContainsAny(text, "\x00\ufeff\ufffe") {
			return fmt.Errorf("font %s, glyph %d stands for %q", font, glyph, text)
		}
		return nil
	})
}

func checkNotdef(c *claimed) error {
	return c.shown(func(font string, glyph uint16) error {
		if glyph == 0 {
			return fmt.Errorf("font %s shows glyph 0", font)
		}
		return nil
	})
}

func checkCIDs(c *claimed) error {
	for name, f := range c.fonts {
		d, _, err := c.program(name)
		if err != nil {
			return err
		}
		if d["CIDToGIDMap"] != pdfName("Identity") || f["Encoding"] != pdfName("Identity-H") {
			return fmt.Errorf("font %s maps by %v, %v", name, f["Encoding"], d["CIDToGIDMap"])
		}
	}
	return nil
}

func (c *claimed) annotations() ([]pdfDict, error) {
	refs, _ := c.sheet["Annots"].(pdfArray)
	var all []pdfDict
	for _, r := range refs {
		d, err := c.dict(r)
		if err != nil {
			return nil, err
		}
		all = append(all, d)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no links on the page")
	}
	return all, nil
}

func checkAnnotations(c *claimed) error {
	all, err := c.annotations()
	if err != nil {
		return err
	}
	for _, a := range all {
		action, _ := a["A"].(pdfDict)
		uri, _ := action["URI"].(pdfString)
		if bytes.ContainsFunc(uri, func(r rune) bool { return r <= ' ' || r > '~' }) { // ISO 32000-1, 12.6.4.7
			return fmt.Errorf("address %q is not in 7-bit ASCII", uri)
		}
		if a["F"] != float64(4) || action["S"] != pdfName("URI") || !strings.HasPrefix(string(uri), "http") {
			return fmt.Errorf("annotation %v", a)
		}
	}
	if c.catalog["OpenAction"] != nil || c.catalog["AA"] != nil || c.sheet["AA"] != nil {
		return fmt.Errorf("the file acts by itself")
	}
	return nil
}

func checkLinks(c *claimed) error {
	all, err := c.annotations()
	if err != nil {
		return err
	}
	for _, a := range all {
		if contents, _ := a["Contents"].(pdfString); len(contents) < 4 {
			return fmt.Errorf("link without a description: %v", a)
		}
	}
	if c.sheet["Tabs"] != pdfName("S") {
		return fmt.Errorf("tab order %v", c.sheet["Tabs"])
	}
	tagged := 0
	err = c.walk(func(role string, e pdfDict, _ []string) error {
		for _, k := range e["K"].(pdfArray) {
			if d, ok := k.(pdfDict); ok && d["Type"] == pdfName("OBJR") {
				tagged++
				a, err := c.dict(d["Obj"])
				if err != nil || role != "Link" || a["Subtype"] != pdfName("Link") {
					return fmt.Errorf("annotation in a %s", role)
				}
			}
		}
		return nil
	})
	if err == nil && tagged != len(all) {
		return fmt.Errorf("%d links on the page, %d in the structure", len(all), tagged)
	}
	return err
}

// walk visits the structure, parents before kids.
func (c *claimed) walk(each func(role string, e pdfDict, path []string) error) error {
	root, err := c.dict(c.catalog["StructTreeRoot"])
	if err != nil {
		return err
	}
	var visit func(v, parent pdfValue, path []string) error
	visit = func(v, parent pdfValue, path []string) error {
		e, err := c.dict(v)
		if err != nil {
			return err
		}
		role := string(e["S"].(pdfName))
		if e["P"] != parent {
			return fmt.Errorf("%s %v has parent %v, want %v", role, v, e["P"], parent)
		}
		if err := each(role, e, path); err != nil {
			return err
		}
		for _, k := range e["K"].(pdfArray) {
			if r, ok := k.(pdfRef); ok {
				if err := visit(r, v, append(path, role)); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return visit(root["K"].(pdfArray)[0], c.catalog["StructTreeRoot"], nil)
}

func checkMetadata(c *claimed) error {
	d := xml.NewDecoder(strings.NewReader(c.xmp))
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			return err
		}
	}
	part := "2"
	if c.traced {
		part = "3"
	}
	for _, want := range []string{
		"<pdfaid:part>" + part + "</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>",
		"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
	} {
		if !strings.Contains(c.xmp, want) {
			return fmt.Errorf("metadata has no %s", want)
		}
	}
	return nil
}

func checkInfo(c *claimed) error {
	info, err := c.dict(c.trailer["Info"])
	if err != nil {
		return err
	}
	for key, v := range info {
		text, _ := v.(pdfString)
		if !strings.HasSuffix(key, "Date") {
			if got, want := documentText(text), xmpText(c.xmp, key); got != want {
				return fmt.Errorf("%s is %q, in the metadata %q", key, got, want)
			}
			continue
		}
		date := regexp.MustCompile(`\D`).ReplaceAllString(xmpText(c.xmp, key), "")
		if !strings.HasPrefix(string(text), "D:"+date) || date == "" {
			return fmt.Errorf("%s is %s, in the metadata %s", key, text, date)
		}
	}
	return nil
}

// xmpText returns what the metadata says for a key of the document
// information.
func xmpText(xmp, key string) string {
	element := map[string]string{
		"Title": "dc:title", "Author": "dc:creator", "Subject": "dc:description", "Creator": "xmp:CreatorTool",
		"Producer": "pdf:Producer", "Keywords": "pdf:Keywords", "CreationDate": "xmp:CreateDate", "ModDate": "xmp:ModifyDate",
	}[key]
	_, text, _ := strings.Cut(xmp, "<"+element+">")
	text, _, _ = strings.Cut(text, "</"+element+">")
	text = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(text, "")
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#39;", "'", "&#34;", `"`, "&amp;", "&").Replace(text)
}

func checkTagged(c *claimed) error {
	depth := 0
	return c.operators(func(op string, operands []pdfValue) error {
		switch op {
		case "BMC", "BDC":
			depth++
			if depth > 1 {
				// Only the language of a stretch of text is marked within.
				if d, _ := operands[1].(pdfDict); operands[0] != pdfName("Span") || len(d) != 1 || d["Lang"] == nil {
					return fmt.Errorf("marked content within marked content")
				}
				return nil
			}
			if operands[0] != pdfName("Artifact") {
				if _, ok := operands[1].(pdfDict)["MCID"].(float64); !ok {
					return fmt.Errorf("content of %v without a number", operands[0])
				}
			}
		case "EMC":
			depth--
		case "TJ", "f":
			if depth < 1 {
				return fmt.Errorf("%s outside of marked content", op)
			}
		}
		return nil
	})
}

func checkMarked(c *claimed) error {
	mark, _ := c.catalog["MarkInfo"].(pdfDict)
	view, _ := c.catalog["ViewerPreferences"].(pdfDict)
	if mark["Marked"] != pdfKeyword("true") || mark["Suspects"] == pdfKeyword("true") || view["DisplayDocTitle"] != pdfKeyword("true") {
		return fmt.Errorf("%v, %v", mark, view)
	}
	return nil
}

func checkLanguage(c *claimed) error {
	lang, _ := c.catalog["Lang"].(pdfString)
	if !regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]+)*$`).Match(lang) {
		return fmt.Errorf("language %q", lang)
	}
	return nil
}

func checkTree(c *claimed) error {
	standard := []string{"Document", "Sect", "Div", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "BlockQuote", "Link"}
	owner := map[int]pdfValue{}
	err := c.walk(func(role string, e pdfDict, _ []string) error {
		if !slices.Contains(standard, role) {
			return fmt.Errorf("structure type %s", role)
		}
		for _, k := range e["K"].(pdfArray) {
			if n, ok := k.(float64); ok {
				owner[int(n)] = e["S"]
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	root, err := c.dict(c.catalog["StructTreeRoot"])
	if err != nil {
		return err
	}
	parents, err := c.dict(root["ParentTree"])
	if err != nil {
		return err
	}
	back := parents["Nums"].(pdfArray)[1].(pdfArray)
	if len(back) != len(owner) {
		return fmt.Errorf("%d pieces of content, %d ways back", len(owner), len(back))
	}
	for n, r := range back {
		e, err := c.dict(r)
		if err != nil {
			return err
		}
		if e["S"] != owner[n] {
			return fmt.Errorf("content %d belongs to %v, the way back leads to %v", n, owner[n], e["S"])
		}
	}
	return nil
}

func checkHeadings(c *claimed) error {
	level := 0
	return c.walk(func(role string, _ pdfDict, _ []string) error {
		if len(role) == 2 && role[0] == 'H' {
			next := int(role[1] - '0')
			if next > level+1 {
				return fmt.Errorf("%s after level %d", role, level)
			}
			level = next
		}
		return nil
	})
}

func checkLists(c *claimed) error {
	return c.walk(func(role string, e pdfDict, path []string) error {
		under := ""
		if len(path) > 0 {
			under = path[len(path)-1]
		}
		switch {
		case role == "LI" && under != "L", (role == "Lbl" || role == "LBody") && under != "LI", under == "L" && role != "LI":
			return fmt.Errorf("%s in %s", role, under)
		case role == "L":
			labelled := false
			item, err := c.dict(e["K"].(pdfArray)[0])
			if err != nil {
				return err
			}
			for _, k := range item["K"].(pdfArray) {
				kid, err := c.dict(k)
				if err != nil {
					return err
				}
				labelled = labelled || kid["S"] == pdfName("Lbl")
			}
			if attributes, _ := e["A"].(pdfDict); labelled && attributes["ListNumbering"] == nil {
				return fmt.Errorf("labelled list without a numbering")
			}
		}
		return nil
	})
}

func checkAttachment(c *claimed) error {
	files, _ := c.catalog["AF"].(pdfArray)
	if !c.traced {
		if len(files) != 0 || c.catalog["Names"] != nil {
			return fmt.Errorf("an attachment, which part 2 does not allow")
		}
		return nil
	}
	spec, err := c.dict(files[0])
	if err != nil {
		return err
	}
	ef, err := c.dict(spec["EF"])
	if err != nil {
		return err
	}
	file, err := c.dict(ef["F"])
	if err != nil {
		return err
	}
	params, _ := file["Params"].(pdfDict)
	if spec["AFRelationship"] != pdfName("Data") || spec["F"] == nil || spec["UF"] == nil || spec["Desc"] == nil ||
		file["Subtype"] != pdfName("application/json") || params["ModDate"] == nil {
		return fmt.Errorf("attachment %v, %v", spec, file)
	}
	return nil
}

func checkSchemas(c *claimed) error {
	for _, d := range strings.Split(c.xmp, "<rdf:Description ")[1:] {
		if strings.Contains(d, "<pdfaExtension:schemas>") && (strings.Contains(d, "<dc:") || strings.Contains(d, "<pdfaid:")) {
			return fmt.Errorf("the schemas stand among other properties")
		}
	}
	if !strings.Contains(c.xmp, "<pdfaExtension:schemas>") {
		return fmt.Errorf("no schema is described")
	}
	return nil
}

func checkMarking(c *claimed) error {
	var first pdfDict
	if err := c.walk(func(_ string, e pdfDict, _ []string) error {
		if k, _ := e["K"].(pdfArray); first == nil && len(k) > 0 {
			if _, marked := k[0].(float64); marked {
				first = e
			}
		}
		return nil
	}); err != nil {
		return err
	}
	if first["K"].(pdfArray)[0] != 0.0 { // the marking is drawn first
		return fmt.Errorf("the structure begins with content %v", first["K"])
	}
	for _, key := range []string{"dc:rights", "pdf:Keywords"} {
		_, text, _ := strings.Cut(c.xmp, "<"+key+">")
		if text, _, _ = strings.Cut(text, "</"+key+">"); !strings.Contains(text, "UNCLASSIFIED TLP:AMBER") {
			return fmt.Errorf("%s is %q", key, text)
		}
	}
	return nil
}
