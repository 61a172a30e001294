package draft

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/letters"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/htmlindex"
)

// Decode returns the file's text in canonical form and records its encoding.
func (f *File) Decode() (string, error) {
	name, odd, err := f.encoding()
	if err != nil {
		return "", err
	}
	f.Article.Source.Encoding = name
	text := string(f.Data)
	if name == "utf-8" {
		if odd {
			text = strings.ToValidUTF8(text, "\uFFFD")
		}
	} else {
		e, err := letters.Encoding(name)
		if err != nil {
			return "", err
		}
		if text, err = e.NewDecoder().String(text); err != nil {
			return "", fmt.Errorf("%w: its letters are not %s: %v", briefing.ErrDamaged, name, err)
		}
		f.Note(Encoded, "read as %s", name)
		odd = odd || strings.ContainsRune(text, utf8.RuneError)
	}
	if odd {
		f.Note(EncodingOdd, "some letters are not %s", name)
	}
	return f.canonical(text), nil
}

// encoding finds the name of the file's encoding: what the caller says, a
// byte order mark, the look of UTF-16, valid UTF-8, what a page declares, and
// at last the statistics of its letters. odd reports that a few bytes do not
// fit.
func (f *File) encoding() (name string, odd bool, err error) {
	data := f.Data
	switch {
	case f.Options.Encoding != "":
		e, err := htmlindex.Get(f.Options.Encoding)
		if err != nil {
			return "", false, fmt.Errorf("encoding %q: %w", f.Options.Encoding, briefing.ErrUnsupported)
		}
		name, err := htmlindex.Name(e)
		return name, name == "utf-8" && !utf8.Valid(data), err
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return "utf-8", !utf8.Valid(data), nil
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return "utf-16le", false, nil
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return "utf-16be", false, nil
	}
	if name := letters.Wide(data[:min(len(data), SniffLen)]); name != "" {
		return name, false, nil
	}
	escapes := bytes.IndexByte(data, 0x1B) >= 0 // as iso-2022-jp does, whose bytes are valid UTF-8 too
	if !escapes && utf8.Valid(data) {
		return "utf-8", false, nil
	}
	_, declared, certain := charset.DetermineEncoding(data, "")
	if escapes && (declared == "iso-2022-jp" && certain || strings.EqualFold(f.Declared, "iso-2022-jp")) {
		return "iso-2022-jp", false, nil
	}
	if utf8.Valid(data) {
		return "utf-8", false, nil
	}
	if letters.MostlyUTF8(data) {
		return "utf-8", true, nil
	}
	if e, err := htmlindex.Get(f.Declared); err == nil {
		if name, err := htmlindex.Name(e); err == nil && name != "utf-8" && name != "replacement" {
			return name, false, nil
		}
	}
	if f.Article.Source.MediaType == "text/html" && certain && declared != "utf-8" {
		return declared, false, nil
	}
	return letters.Guess(data), false, nil
}
