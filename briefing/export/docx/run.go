package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// node is an element of a document, with what is in it.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Kids    []node     `xml:",any"`
}

func (n node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// kid returns the first element of that name within.
func (n node) kid(name string) (node, bool) {
	for _, k := range n.Kids {
		if k.XMLName.Local == name {
			return k, true
		}
	}
	return node{}, false
}

// shows returns the text that a run shows: what was deleted under tracking is
// no text of it.
func (n node) shows() string {
	var s strings.Builder
	for _, k := range n.Kids {
		switch k.XMLName.Local {
		case "t":
			s.WriteString(k.Text)
		case "tab", "br", "cr":
			s.WriteByte(' ')
		case "noBreakHyphen":
			s.WriteByte('-')
		case "sym":
			s.WriteString("\uFFFD")
		}
	}
	return s.String()
}

// hidden reports whether a run is set so that nobody sees it: as hidden text,
// or in white on white.
func (n node) hidden() bool {
	set, ok := n.kid("rPr")
	if !ok {
		return false
	}
	if v, ok := set.kid("vanish"); ok && v.attr("val") != "0" && v.attr("val") != "false" {
		return true
	}
	colour, _ := set.kid("color")
	rgb, err := strconv.ParseUint(colour.attr("val"), 16, 32)
	ground, shaded := set.kid("shd")
	onWhite := !shaded || ground.attr("fill") == "auto" || strings.EqualFold(ground.attr("fill"), "FFFFFF")
	return err == nil && onWhite && rgb>>16 > 0xE0 && rgb>>8&0xFF > 0xE0 && rgb&0xFF > 0xE0
}

// drawing reports whether a run holds something that is no text.
func (n node) drawing() bool {
	for _, k := range n.Kids {
		switch k.XMLName.Local {
		case "drawing", "pict", "object", "AlternateContent":
			return true
		}
	}
	return false
}
