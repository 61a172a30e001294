package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/letters"
)

// OriginalFile is the file an article was read from, as it was saved.
type OriginalFile struct {
	Source briefing.Source
	Bytes  []byte
	// Text is the file as text, of kinds that are text and as far as it is
	// shown; "" of other kinds.
	Text string
	Cut  bool // Text is not all of it
	// Whole reports whether the bytes are those that were added: their hash is
	// the one that was noted then.
	Whole bool
}

// originalShown is how much of a file is shown as text, in bytes: pages saved
// as one file hold megabytes of pictures.
const originalShown = 512 << 10

// OriginalFile returns the file an article was read from, or
// briefing.ErrNotFound. Nothing in it is followed or loaded.
func (a *App) OriginalFile(ctx context.Context, id briefing.ArticleID) (OriginalFile, error) {
	article, err := a.Article(ctx, id)
	if err != nil {
		return OriginalFile{}, err
	}
	b, err := a.Original(ctx, id)
	if err != nil {
		return OriginalFile{}, err
	}
	o := OriginalFile{Source: article.Source, Bytes: b}
	sum := sha256.Sum256(b)
	o.Whole = o.Source.Hash == "sha256:"+hex.EncodeToString(sum[:])
	if !readableKind(o.Source.MediaType) {
		return o, nil
	}
	if o.Cut = len(b) > originalShown; o.Cut {
		b = b[:originalShown]
		for range utf8.UTFMax - 1 { // of a letter that was cut in two
			if r, n := utf8.DecodeLastRune(b); r == utf8.RuneError && n == 1 {
				b = b[:len(b)-1]
			}
		}
	}
	o.Text = printable(letters.Decode(b, o.Source.Encoding))
	return o, nil
}

// readableKind reports whether files of a media type can be read as text.
func readableKind(mediaType string) bool {
	return strings.HasPrefix(mediaType, "text/") || mediaType == "message/rfc822" || mediaType == "application/rtf"
}

// printable ends lines with LF alone and shows what cannot be printed as �.
func printable(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || r >= 0x7F && r < 0xA0 || r == '\uFEFF':
			return utf8.RuneError
		}
		return r
	}, s)
}
