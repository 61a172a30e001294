package reading

import (
	"strings"

	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/letters"
)

// Zotero reads a library of Zotero in RDF: what it tells of articles, and in
// which files beside it their texts are.
func Zotero(data []byte) ([]cutting.Reference, error) {
	root, err := treeOf(data)
	if err != nil {
		return nil, err
	}
	rdf := root.child("rdf:RDF")
	files := map[string]string{} // file of each attachment, by its name in the list
	for _, e := range rdf.kidsOf() {
		if e.name == "z:Attachment" {
			if r := e.child("rdf:resource"); r != nil {
				files[e.attrs["about"]] = r.attrs["resource"]
			}
		}
	}
	var all []cutting.Reference
	for _, e := range rdf.kidsOf() {
		kind := e.child("z:itemType").value()
		if e.name == "z:Attachment" || e.name == "z:Collection" || e.name == "bib:Memo" || kind == "" || kind == "attachment" || kind == "note" {
			continue
		}
		r := cutting.Reference{Title: e.child("dc:title").value(), Date: e.child("dc:date").value(), Language: e.child("z:language", "dc:language").value()}
		if in := e.child("dcterms:isPartOf"); in != nil {
			r.Outlet = in.first("dc:title").value()
			if home := rdf.named(in.attrs["resource"]); home != nil {
				r.Outlet = letters.Or(r.Outlet, home.child("dc:title").value())
			}
		}
		r.Outlet = letters.Or(r.Outlet, e.child("dc:publisher").first("foaf:name").value())
		var names []string
		for _, p := range e.child("bib:authors").persons() {
			if name := strings.TrimSpace(p.first("foaf:givenName").value() + " " + p.first("foaf:surname").value()); name != "" {
				names = append(names, name)
			}
		}
		r.Byline = strings.Join(names, ", ")
		if id := e.child("dc:identifier"); id != nil {
			r.URL = id.first("rdf:value").value()
		}
		r.URL = letters.Or(r.URL, webOnly(e.attrs["about"]))
		for _, k := range e.kids {
			if k.name == "link:link" && files[k.attrs["resource"]] != "" {
				r.Files = append(r.Files, files[k.attrs["resource"]])
			}
		}
		all = append(all, r)
	}
	return all, nil
}

func webOnly(s string) string {
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		return s
	}
	return ""
}

func (e *element) kidsOf() []*element {
	if e == nil {
		return nil
	}
	return e.kids
}

func (e *element) persons() []*element {
	if e == nil {
		return nil
	}
	return e.all("foaf:Person")
}

// named returns the element that others point to by the name.
func (e *element) named(name string) *element {
	for _, k := range e.kidsOf() {
		if name != "" && (k.attrs["about"] == name || "#"+k.attrs["ID"] == name) {
			return k
		}
	}
	return nil
}
