// Package mail takes messages and mailboxes apart (RFC 5322, MIME): which texts a
// mail program would show, and what it would only name.
package mail

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/pattern"
	"github.com/emersion/go-message"
)

// MaxDepth is how deep the parts of a message may be nested. Mail that was
// forwarded as an attachment again and again reaches five.
const MaxDepth = 10

// MaxParts is how many parts of a message are opened: digests of lists have some
// hundreds.
const MaxParts = 2 * cutting.MaxCuttings

// maxPart is the most bytes of one part: no file has more.
const maxPart = 50 << 20

// Message is a message (RFC 5322, MIME): the texts that a mail program
// would show, one after the other, and what it would only name.
type Message struct {
	Header   message.Header
	Texts    []Text
	Attached []Attachment
	Messages []Attachment // that stand in this one, as they are; their texts are among Texts too
	Deep     bool         // there were parts below MaxDepth
	Damaged  bool         // some parts could be read only in part, or not at all
	Many     bool         // there were more parts than MaxParts
	// Other counts the letters of forms of a text that were not taken, because
	// another form of it was, beyond those of that one.
	Other  int
	Rest   []Text // those forms
	forms  Forms
	opened int // parts
}

// Forms tells the forms of a text apart, of which a message shows one.
type Forms struct {
	Seen func(page []byte) int                // letters that a reader of a page sees
	More func(plain string, page []byte) bool // whether the page has all of the plain text, and sentences beyond it
}

// Attachment is a file that was sent with a message, or a message.
type Attachment struct {
	Name    string // "" if it has none
	Kind    string // media type as declared, in lower case
	Charset string // as declared, "" if none
	Data    []byte
}

// Text is one text of a message, without its transfer encoding.
type Text struct {
	Data    []byte
	HTML    bool
	Charset string          // as declared, "" if none
	Flowed  bool            // lines that end in a blank go on (RFC 3676)
	Delsp   bool            // … and lose the blank
	ID      string          // Content-ID
	Address string          // Content-Location
	Begins  *message.Header // of the message inside that begins with this text
	Inner   bool            // it is of a message inside
}

// Open takes a message apart. What cannot be read of it is left out and
// marked: the parts before it are good.
func Open(data []byte, forms Forms) (*Message, error) {
	e, err := message.Read(bytes.NewReader(mendHeader(data)))
	if e == nil {
		return nil, fmt.Errorf("%w: it is no whole message: %v", briefing.ErrDamaged, err)
	}
	m := &Message{Header: e.Header, forms: forms}
	m.Texts = m.part(e, 0)
	return m, nil
}

// mendHeader drops what is no field from the top of a message: the line
// "From …" of a mailbox, and lines that something on the way broke in two.
// Any of them would end the reading.
func mendHeader(data []byte) []byte {
	rest := letters.TrimStart(data)
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

var bareBoundary = pattern.New(`(?i)boundary=([^"\s;]+)`)

// part returns the texts of a part and of the parts in it.
func (m *Message) part(e *message.Entity, depth int) []Text {
	if depth > MaxDepth {
		m.Deep = true
		return nil
	}
	kind, params, err := e.Header.ContentType()
	if err != nil {
		// The parameters are not as they should be: some programs forget the
		// quotes around a boundary with signs in it.
		h := e.Header
		h.Set("Content-Type", bareBoundary().ReplaceAllString(h.Get("Content-Type"), `boundary="$1"`))
		h.Del("Content-Transfer-Encoding") // is undone already
		if mended, err := message.New(h, e.Body); err == nil {
			e = mended
		}
		if kind, params, err = e.Header.ContentType(); err != nil {
			kind, _, _ = strings.Cut(kind, ";")
		}
	}
	kind = strings.ToLower(strings.TrimSpace(kind))
	disposition, more, _ := e.Header.ContentDisposition()
	name := letters.Clean(Words(letters.Or(more["filename"], params["name"])))
	id := strings.Trim(e.Header.Get("Content-Id"), "<> ")
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		return m.parts(e, kind, strings.Trim(params["start"], "<> "), depth)
	case strings.EqualFold(disposition, "attachment"), name != "" && !strings.HasPrefix(kind, "message/"):
		data, err := io.ReadAll(io.LimitReader(e.Body, maxPart))
		m.Damaged = m.Damaged || err != nil
		m.Attached = append(m.Attached, Attachment{Name: name, Kind: kind, Charset: params["charset"], Data: data})
	case kind == "message/rfc822", kind == "message/global":
		return m.inner(e, depth)
	case kind == "text/plain", kind == "text/html", kind == "application/xhtml+xml":
		data, err := io.ReadAll(io.LimitReader(e.Body, maxPart))
		m.Damaged = m.Damaged || err != nil
		if len(bytes.TrimSpace(data)) > 0 {
			return []Text{{
				Data: data, HTML: kind != "text/plain", Charset: params["charset"], ID: id, Address: e.Header.Get("Content-Location"),
				Flowed: strings.EqualFold(params["format"], "flowed"), Delsp: strings.EqualFold(params["delsp"], "yes"),
			}}
		}
	}
	return nil
}

// parts returns the texts of the parts of a part: of alternatives the best
// one, of related parts the root (RFC 2387), of others all.
func (m *Message) parts(e *message.Entity, kind, start string, depth int) []Text {
	named := len(m.Attached)
	var all, plain, rich []Text
	r := e.MultipartReader()
	if r == nil { // its kind is not written as it should be
		m.Damaged = true
		return nil
	}
	for {
		if m.opened++; m.opened > MaxParts {
			m.Many = true
			break
		}
		p, err := r.NextPart()
		if p == nil {
			m.Damaged = m.Damaged || err != io.EOF
			break
		}
		if kind == "multipart/digest" && p.Header.Get("Content-Type") == "" { // RFC 2046, 5.1.5
			p.Header.Set("Content-Type", "message/rfc822")
		}
		texts := m.part(p, depth+1)
		all = append(all, texts...)
		if len(texts) > 0 && texts[0].HTML {
			rich = texts
		} else if len(texts) > 0 {
			plain = texts
		}
	}
	switch kind {
	case "multipart/alternative":
		a, b := m.weight(plain), m.weight(rich)
		more := len(plain) == 1 && len(rich) == 1 && m.forms.More(string(plain[0].Data), rich[0].Data)
		if a*2 >= b && !more {
			m.notTaken(rich, b-a)
			return plain
		}
		m.notTaken(plain, a-b)
		return rich
	case "multipart/related":
		m.Attached = m.Attached[:named] // what the root shows: pictures, styles
		for _, t := range all {
			if t.ID == start && start != "" {
				return []Text{t}
			}
		}
		return all[:min(1, len(all))]
	}
	return all
}

// notTaken keeps the form of a text that was not taken, if it has more letters
// than the other.
func (m *Message) notTaken(texts []Text, more int) {
	if more > 0 {
		m.Other += more
		m.Rest = append(m.Rest, texts...)
	}
}

// inner returns the texts of a message in a part.
func (m *Message) inner(e *message.Entity, depth int) []Text {
	data, err := io.ReadAll(io.LimitReader(e.Body, maxPart))
	m.Damaged = m.Damaged || err != nil
	in, err := message.Read(bytes.NewReader(data))
	if in == nil {
		m.Damaged = m.Damaged || err != nil
		return nil
	}
	within := len(m.Messages)
	texts := m.part(in, depth+1)
	// The messages in it are found again when it is opened.
	m.Messages = append(m.Messages[:within], Attachment{Name: letters.Clean(Words(in.Header.Get("Subject"))) + ".eml", Kind: "message/rfc822", Data: data})
	for i := range texts {
		texts[i].Inner = true
	}
	if len(texts) > 0 && texts[0].Begins == nil {
		texts[0].Begins = &in.Header
	}
	return texts
}

// weight counts the letters and digits that a reader of the texts would see.
func (m *Message) weight(texts []Text) int {
	n := 0
	for _, t := range texts {
		if t.HTML {
			n += m.forms.Seen(t.Data)
		} else {
			n += letters.Count(string(t.Data))
		}
	}
	return n
}

// Words decodes the encoded words of a field (RFC 2047). One in an encoding
// that is not known stays as it is.
func Words(s string) string {
	d := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
		e, err := letters.Encoding(name)
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
