package archive

import (
	"fmt"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"howett.net/plist"
)

// webResource is a page in a web archive of Safari, by Apple's WebKit.
type webResource struct {
	Data     []byte `plist:"WebResourceData"`
	URL      string `plist:"WebResourceURL"`
	MIMEType string `plist:"WebResourceMIMEType"`
	Charset  string `plist:"WebResourceTextEncodingName"`
}

// WebArchive returns the page of a web archive that Safari saved: a property
// list, binary or in XML. Pictures and frames are not looked at.
func WebArchive(data []byte) (cutting.Cutting, error) {
	var a struct {
		Main webResource `plist:"WebMainResource"`
	}
	if _, err := plist.Unmarshal(data, &a); err != nil {
		return cutting.Cutting{}, fmt.Errorf("%w: it is no whole web archive: %v", briefing.ErrDamaged, err)
	}
	if len(a.Main.Data) == 0 {
		return cutting.Cutting{}, fmt.Errorf("%w: the web archive holds no page", briefing.ErrDamaged)
	}
	c := cutting.Cutting{Data: a.Main.Data, URL: a.Main.URL, Charset: a.Main.Charset, Name: "page.html"}
	switch a.Main.MIMEType {
	case "text/plain":
		c.Name = "page.txt"
	case "application/pdf":
		c.Name = "page.pdf"
	}
	return c, nil
}
