package ingest

import (
	"bytes"
	"fmt"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/ingest/mail"
	"example.org/attache/briefing/ingest/web"
)

// isMHTML reports whether a file is a web page saved as one message (RFC
// 2557): it is named so, or a browser says in its header that it saved it.
func isMHTML(head []byte, ext string) bool {
	fields := mailFields(head)
	if draft.KnownAs(ext, ".mht", ".mhtml") && fields > 0 {
		return true
	}
	if fields < 2 {
		return false
	}
	low := bytes.ToLower(head)
	return bytes.Contains(low, []byte("multipart/related")) &&
		(bytes.Contains(low, []byte("\nsnapshot-content-location:")) || bytes.HasPrefix(letters.TrimStart(low), []byte("from: <saved by ")))
}

// readMHTML reads the page of a web archive as any other saved page. The
// archive's pictures, styles and frames are not looked at. Its date is that
// of saving.
func readMHTML(f *draft.File) error {
	m, err := mail.Open(f.Data, forms())
	if err != nil {
		return err
	}
	for _, t := range m.Texts {
		if !t.HTML {
			continue
		}
		page := f.Within(t.Data, "text/html", t.Charset)
		page.Address = letters.Or(m.Header.Get("Snapshot-Content-Location"), t.Address, m.Header.Get("Content-Location"))
		if err := web.Read(page); err != nil {
			return err
		}
		source := f.Article.Source
		source.Encoding = page.Article.Source.Encoding
		f.Held = page.Held
		f.Article, f.Notes = page.Article, append(f.Notes, page.Notes...)
		f.Article.Source = source
		f.Article.Title = letters.Or(f.Article.Title, letters.Clean(mail.Words(m.Header.Get("Subject"))))
		if m.Damaged {
			f.Note(draft.PartsLost, "the archive is damaged: what could be read of it was kept")
		}
		return nil
	}
	return fmt.Errorf("%w: the web archive holds no page", briefing.ErrDamaged)
}
