package ingest

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"strings"

	"example.org/attache/briefing"
	"github.com/emersion/go-message"
)

// maxParts is how deep the parts of a message may be nested. Mail that was
// forwarded as an attachment again and again reaches five.
const maxParts = 10

// mailMessage is a message (RFC 5322, MIME): the texts that a mail program
// would show, one after the other, and what it would only name.
type mailMessage struct {
	header   message.Header
	texts    []mailText
	attached []string // names of attachments, "" where one has none
	deep     bool     // there were parts below maxParts
	damaged  bool     // some parts could be read only in part, or not at all
}

// mailText is one text of a message, without its transfer encoding.
type mailText struct {
	data    []byte
	html    bool
	charset string          // as declared, "" if none
	flowed  bool            // lines that end in a blank go on (RFC 3676)
	delsp   bool            // … and lose the blank
	id      string          // Content-ID
	address string          // Content-Location
	begins  *message.Header // of the message inside that begins with this text
}

// openMail takes a message apart. What cannot be read of it is left out and
// marked: the parts before it are good.
func openMail(data []byte) (*mailMessage, error) {
	e, err := message.Read(bytes.NewReader(mendHeader(data)))
	if e == nil {
		return nil, fmt.Errorf("%w: it is no whole message: %v", briefing.ErrDamaged, err)
	}
	m := &mailMessage{header: e.Header}
	m.texts = m.part(e, 0)
	return m, nil
}

// mendHeader drops what is no field from the top of a message: the line
// "From …" of a mailbox, and lines that something on the way broke in two.
// Any of them would end the reading.
func mendHeader(data []byte) []byte {
	rest := trimStart(data)
	var header []byte
	for len(rest) > 0 {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			break
		}
		rest = after
		name, _, isField := bytes.Cut(line, []byte(":"))
		isField = isField && !bytes.ContainsFunc(bytes.TrimRight(name, " \t"), func(r rune) bool { return r <= ' ' || r >= 0x7F })
		folded := len(header) > 0 && (line[0] == ' ' || line[0] == '\t')
		if isField || folded {
			header = append(append(header, line...), "\r\n"...)
		}
	}
	if len(rest) == 0 {
		header = append(header, "\r\n"...)
	}
	return append(header, rest...)
}

// part returns the texts of a part and of the parts in it.
func (m *mailMessage) part(e *message.Entity, depth int) []mailText {
	if depth > maxParts {
		m.deep = true
		return nil
	}
	kind, params, err := e.Header.ContentType()
	if err != nil {
		// The parameters are not as they should be; the kind stands before them.
		kind, _, _ = strings.Cut(kind, ";")
	}
	kind = strings.ToLower(strings.TrimSpace(kind))
	disposition, more, _ := e.Header.ContentDisposition()
	name := clean(words(or(more["filename"], params["name"])))
	id := strings.Trim(e.Header.Get("Content-Id"), "<> ")
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		return m.parts(e, kind, strings.Trim(params["start"], "<> "), depth)
	case strings.EqualFold(disposition, "attachment"), name != "" && !strings.HasPrefix(kind, "message/"):
		m.attached = append(m.attached, name)
	case kind == "message/rfc822", kind == "message/global":
		return m.inner(e, depth)
	case kind == "text/plain", kind == "text/html", kind == "application/xhtml+xml":
		data, err := io.ReadAll(io.LimitReader(e.Body, MaxFile))
		m.damaged = m.damaged || err != nil
		if len(bytes.TrimSpace(data)) > 0 {
			return []mailText{{
				data: data, html: kind != "text/plain", charset: params["charset"], id: id, address: e.Header.Get("Content-Location"),
				flowed: strings.EqualFold(params["format"], "flowed"), delsp: strings.EqualFold(params["delsp"], "yes"),
			}}
		}
	}
	return nil
}

// parts returns the texts of the parts of a part: of alternatives the best
// one, of related parts the root (RFC 2387), of others all.
func (m *mailMessage) parts(e *message.Entity, kind, start string, depth int) []mailText {
	named := len(m.attached)
	var all, plain, rich []mailText
	r := e.MultipartReader()
	if r == nil { // its kind is not written as it should be
		m.damaged = true
		return nil
	}
	for {
		p, err := r.NextPart()
		if p == nil {
			m.damaged = m.damaged || err != io.EOF
			break
		}
		texts := m.part(p, depth+1)
		all = append(all, texts...)
		if len(texts) > 0 && texts[0].html {
			rich = texts
		} else if len(texts) > 0 {
			plain = texts
		}
	}
	switch kind {
	case "multipart/alternative":
		if letters(plain)*2 >= letters(rich) {
			return plain
		}
		return rich
	case "multipart/related":
		m.attached = m.attached[:named] // what the root shows: pictures, styles
		for _, t := range all {
			if t.id == start && start != "" {
				return []mailText{t}
			}
		}
		return all[:min(1, len(all))]
	}
	return all
}

// inner returns the texts of a message in a part.
func (m *mailMessage) inner(e *message.Entity, depth int) []mailText {
	in, err := message.Read(e.Body)
	if in == nil {
		m.damaged = m.damaged || err != nil
		return nil
	}
	texts := m.part(in, depth+1)
	if len(texts) > 0 && texts[0].begins == nil {
		texts[0].begins = &in.Header
	}
	return texts
}

// letters counts the bytes of the letters and digits that a reader of the
// texts would see.
func letters(texts []mailText) int {
	n := 0
	for _, t := range texts {
		if t.html {
			for _, b := range plainBlocks(string(t.data)) {
				n += b.letters
			}
			continue
		}
		for _, r := range string(t.data) {
			if readable(r) {
				n++
			}
		}
	}
	return n
}

// words decodes the encoded words of a field (RFC 2047). One in an encoding
// that is not known stays as it is.
func words(s string) string {
	d := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
		e, err := lookup(name)
		if err != nil {
			return nil, err
		}
		return e.NewDecoder().Reader(r), nil
	}}
	if decoded, err := d.DecodeHeader(s); err == nil {
		return decoded
	}
	return s
}
