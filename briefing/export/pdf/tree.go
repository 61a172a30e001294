package pdf

import (
	"fmt"
	"strings"

	"example.org/attache/briefing/page"
)

// pdfTree is the structure of the page as it is written: the parts of each
// element in the order of their text. Parts without text are left out.
type pdfTree struct {
	parent  map[*page.Element]*page.Element
	kids    map[*page.Element][]treeKid
	owners  []*page.Element // by marked content number
	links   []*page.Element // in order
	object  map[*page.Element]int
	comment map[*page.Element]int // annotation of a link
}

// treeKid is a part of an element: another element or a stretch of marked
// content.
type treeKid struct {
	element *page.Element
	mark    int
}

func newPDFTree(root *page.Element) *pdfTree {
	t := &pdfTree{
		parent: map[*page.Element]*page.Element{}, kids: map[*page.Element][]treeKid{},
		object: map[*page.Element]int{}, comment: map[*page.Element]int{},
	}
	var walk func(e *page.Element)
	walk = func(e *page.Element) {
		for _, k := range e.Kids {
			t.parent[k] = e
			walk(k)
		}
	}
	walk(root)
	return t
}

// mark opens a new stretch of marked content that belongs to e and returns
// its number.
func (t *pdfTree) mark(e *page.Element) int {
	n := len(t.owners)
	t.owners = append(t.owners, e)
	t.reach(e)
	t.kids[e] = append(t.kids[e], treeKid{mark: n})
	return n
}

// reach hangs e on its parents the first time text of it comes up.
func (t *pdfTree) reach(e *page.Element) {
	if _, known := t.kids[e]; known {
		return
	}
	t.kids[e] = nil
	if e.Role == page.Link {
		t.links = append(t.links, e)
	}
	if up := t.parent[e]; up != nil {
		t.reach(up)
		t.kids[up] = append(t.kids[up], treeKid{element: e})
	}
}

// writeTree writes the structure tree and returns the object of its root.
func (d *document) writeTree(sheet int) int {
	t := d.tree
	t.reach(d.page.Root) // a tree needs its root, even of an empty page
	root, parents := d.alloc(), d.alloc()
	var number func(e *page.Element)
	number = func(e *page.Element) {
		t.object[e] = d.alloc()
		for _, k := range t.kids[e] {
			if k.element != nil {
				number(k.element)
			}
		}
	}
	number(d.page.Root)
	d.writeElement(d.page.Root, root, sheet)
	d.object(root, fmt.Sprintf("<</Type /StructTreeRoot /K [%s] /ParentTree %s /ParentTreeNextKey %d>>",
		ref(t.object[d.page.Root]), ref(parents), len(t.links)+1))
	d.writeParents(parents)
	return root
}

func (d *document) writeElement(e *page.Element, parent, sheet int) {
	t := d.tree
	var kids strings.Builder
	for _, k := range t.kids[e] {
		if k.element != nil {
			fmt.Fprintf(&kids, "%s ", ref(t.object[k.element]))
		} else {
			fmt.Fprintf(&kids, "%d ", k.mark)
		}
	}
	if note, ok := t.comment[e]; ok {
		fmt.Fprintf(&kids, "<</Type /OBJR /Obj %s>> ", ref(note))
	}
	attributes := ""
	if e.Numbering != "" {
		attributes = " /A <</O /List /ListNumbering /" + e.Numbering + ">>"
	}
	if e.Language != "" {
		attributes += " /Lang " + literal(e.Language)
	}
	d.object(t.object[e], fmt.Sprintf("<</Type /StructElem /S /%s /P %s /Pg %s%s /K [%s]>>",
		e.Role, ref(parent), ref(sheet), attributes, strings.TrimRight(kids.String(), " ")))
	for _, k := range t.kids[e] {
		if k.element != nil {
			d.writeElement(k.element, t.object[e], sheet)
		}
	}
}

// writeParents writes the way back from content to structure: entry 0 for the
// sheet's marked content, one more for each link.
func (d *document) writeParents(n int) {
	var b strings.Builder
	b.WriteString("<</Nums [0 [")
	for i, e := range d.tree.owners {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(ref(d.tree.object[e]))
	}
	b.WriteString("]")
	for i, e := range d.tree.links {
		fmt.Fprintf(&b, " %d %s", i+1, ref(d.tree.object[e]))
	}
	b.WriteString("]>>")
	d.object(n, b.String())
}

// writeLinks writes an annotation for each link and returns the page's entry
// for them.
func (d *document) writeLinks(sheet int) string {
	if len(d.tree.links) == 0 {
		return ""
	}
	var all strings.Builder
	for i, e := range d.tree.links {
		n := d.alloc()
		d.tree.comment[e] = n
		var box page.Rect
		var quads strings.Builder
		for _, r := range d.page.Runs {
			if r.Element != e || r.W <= 0 {
				continue
			}
			area := page.Rect{X: r.X, Y: r.Y - r.Size*.8, W: r.W, H: r.Size}
			box = box.Union(area)
			left, right := number(area.X), number(area.X+area.W)
			top, bottom := number(d.page.H-area.Y), number(d.page.H-area.Y-area.H)
			fmt.Fprintf(&quads, "%s %s %s %s %s %s %s %s ", left, top, right, top, left, bottom, right, bottom)
		}
		d.object(n, fmt.Sprintf("<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%s %s %s %s] /QuadPoints [%s] /Contents %s /StructParent %d /P %s /A <</S /URI /URI %s>>>>",
			number(box.X), number(d.page.H-box.Y-box.H), number(box.X+box.W), number(d.page.H-box.Y),
			strings.TrimRight(quads.String(), " "), textString(e.URL), i+1, ref(sheet), literal(e.URL)))
		if i > 0 {
			all.WriteByte(' ')
		}
		all.WriteString(ref(n))
	}
	return " /Annots [" + all.String() + "]"
}
