package ingest

import (
	"bytes"
	"fmt"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/mail"
)

// isMHTML reports whether a file is a web page saved as one message (RFC
// 2557): it is named so, or a browser says in its header that it saved it.
func isMHTML(head []byte, ext string) bool {
	fields := mailFields(head)
	if knownAs(ext, ".mht", ".mhtml") && fields > 0 {
		return true
	}
	low := bytes.ToLower(head)
	return fields >= 2 && bytes.Contains(low, []byte("multipart/related")) &&
		(bytes.Contains(low, []byte("\nsnapshot-content-location:")) || bytes.HasPrefix(trimStart(low), []byte("from: <saved by ")))
}

// readMHTML reads the page of a web archive as any other saved page. The
// archive's pictures, styles and frames are not looked at. Its date is that
// of saving.
func readMHTML(f *file) error {
	m, err := mail.Open(f.data, forms())
	if err != nil {
		return err
	}
	for _, t := range m.Texts {
		if !t.HTML {
			continue
		}
		page := f.within(t.Data, "text/html", t.Charset)
		page.address = or(m.Header.Get("Snapshot-Content-Location"), t.Address, m.Header.Get("Content-Location"))
		if err := readHTML(page); err != nil {
			return err
		}
		source := f.article.Source
		source.Encoding = page.article.Source.Encoding
		f.held = page.held
		f.article, f.notes = page.article, append(f.notes, page.notes...)
		f.article.Source = source
		f.article.Title = or(f.article.Title, clean(mail.Words(m.Header.Get("Subject"))))
		if m.Damaged {
			f.note(PartsLost, "the archive is damaged: what could be read of it was kept")
		}
		return nil
	}
	return fmt.Errorf("%w: the web archive holds no page", briefing.ErrDamaged)
}
