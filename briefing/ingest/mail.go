package ingest

import (
	"bytes"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/mail"
	"github.com/emersion/go-message"
	gomail "github.com/emersion/go-message/mail"
	"golang.org/x/net/html"
)

// isMail reports whether a file is a message: its header says so, or the
// file's name and any field that messages have.
func isMail(head []byte, ext string) bool {
	return mailFields(head) >= 2 ||
		knownAs(ext, ".eml", ".mbox") && mailFields(head, "from:", "to:", "subject:", "date:") >= 2
}

// mailFields counts the fields in a header that every message has and few
// texts begin with, and others that are named.
func mailFields(head []byte, others ...string) int {
	head = bytes.ToLower(bytes.ReplaceAll(trimStart(head), []byte("\r\n"), []byte("\n")))
	header, _, _ := bytes.Cut(head, []byte("\n\n"))
	fields := []string{"mime-version:", "received:", "message-id:", "return-path:", "content-type:", "delivered-to:"}
	n := 0
	for line := range bytes.Lines(header) {
		for _, field := range slices.Concat(fields, others) {
			if bytes.HasPrefix(line, []byte(field)) {
				n++
			}
		}
	}
	return n
}

// readMail reads a message: its texts one after the other, with the heads of
// forwarded messages, signatures and the like left out in their places. Of
// alternatives it takes the plain text, if that is the whole of it.
func readMail(f *file) error {
	if all := mail.Split(f.data); len(all) > 1 {
		f.mailbox(all)
		return nil
	}
	m, err := mail.Open(f.data, forms())
	if err != nil {
		return err
	}
	newsletter := m.Header.Get("List-Unsubscribe") != "" || m.Header.Get("List-Id") != ""
	var blocks []block
	for _, t := range m.Texts {
		if t.Inner && len(m.Messages) > 1 && !f.options.Whole { // they are articles of their own
			continue
		}
		more, err := f.mailBlocks(t, newsletter)
		if err != nil {
			return err
		}
		blocks = append(blocks, more...)
	}
	forwarded := markMail(blocks, mail.Words(m.Header.Get("Subject")))
	f.layOut(blocks)
	f.mailNotes(m)
	files := f.attached(m)
	if !strings.ContainsFunc(f.article.Text, readable) && len(files) == 0 && len(m.Attached) > 0 {
		return onlyAttached(m)
	}

	a := &f.article
	a.Title = clean(mail.Words(m.Header.Get("Subject")))
	from := sender(m.Header.Get("From"))
	a.Published = sent(m.Header)
	if forwarded != nil {
		// The message is about the one that it forwards; whose it is and of
		// what day, only the head of that one says.
		a.Title = or(clean(forwarded["subject"]), a.Title)
		from = sender(forwarded["from"])
		if a.Published = forwardDate(forwarded["date"]); !a.Published.Known() {
			f.note(DateUnsure, "the day it was forwarded is not its own")
		}
	}
	if newsletter && forwarded == nil {
		a.Outlet = from
	} else {
		a.Byline = person(from)
	}
	if !f.options.Whole {
		f.withAttached(files, blocks)
	}
	return nil
}

// mailNotes tells what was not read of a message.
func (f *file) mailNotes(m *mail.Message) {
	var names []string
	for _, a := range m.Attached {
		if !f.readsAttached(a) && !strings.HasPrefix(a.Kind, "image/") && !knownAs(extOf(a.Name), ".png", ".jpg", ".jpeg", ".gif", ".p7s", ".asc") {
			names = append(names, or(a.Name, a.Kind))
		}
	}
	const named = 3
	if n := len(names); n > 0 {
		more := ""
		if n > named {
			names, more = names[:named], ", …"
		}
		f.note(Attachments, "%s not read: %s%s", count(n, "attachment", "attachments"), strings.Join(names, ", "), more)
	}
	const much = 400 // letters
	if m.Other > much {
		f.note(PartsOut, "another form of the text, not taken, has more letters: %d", m.Other)
	}
	if m.Damaged {
		f.note(PartsLost, "the message is damaged: what could be read of it was kept")
	}
	if m.Deep {
		f.note(PartsLost, "messages nested more than %d deep were not read", mail.MaxDepth)
	}
}

// mailBlocks returns the blocks of one text of a message.
func (f *file) mailBlocks(t mail.Text, newsletter bool) ([]block, error) {
	kind := "text/plain"
	if t.HTML {
		kind = "text/html"
	}
	part := f.within(t.Data, kind, t.Charset)
	text, err := part.decode()
	if err != nil {
		return nil, err
	}
	f.took(part)
	var blocks []block
	if t.Begins != nil {
		blocks = append(blocks, headBlock(t.Begins))
	}
	if !t.HTML {
		if t.Flowed {
			text = unfold(text, t.Delsp)
		}
		return append(blocks, textBlocks(text)...), nil
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		f.note(PlainReading, "the message is too deeply nested to tell body from furniture: all of its text was taken")
		return append(blocks, plainBlocks(text)...), nil
	}
	body := blocksOf(doc)
	lighten(doc)
	if newsletter || mostlyLinks(body) {
		kept, _ := verdict(doc, body)
		for i := range body {
			if !kept[i] && slices.Contains(kept, true) {
				body[i].leave()
			}
		}
	}
	return append(blocks, settle(body)...), nil
}

// mostlyLinks reports whether a quarter of a page's letters or more are
// links: it is a page sent by mail, not a letter.
func mostlyLinks(blocks []block) bool {
	linked, all := 0, 0
	for _, b := range blocks {
		linked, all = linked+b.linked, all+b.letters
	}
	return linked*4 >= all
}

// within returns a file for a part of f, such as a text of a message.
func (f *file) within(data []byte, mediaType, charset string) *file {
	return &file{name: f.name, data: data, options: f.options, declared: charset,
		article: briefing.Article{Source: briefing.Source{MediaType: mediaType}}}
}

// took takes over what the decoding of a part found out. The encoding is that
// of the first part.
func (f *file) took(part *file) {
	if f.article.Source.Encoding == "" {
		f.article.Source.Encoding = part.article.Source.Encoding
		f.notes = append(f.notes, part.notes...)
	}
}

// headBlock is the head of a message inside another, as programs show it.
func headBlock(h *message.Header) block {
	var lines []string
	for _, name := range []string{"From", "Date", "Subject"} {
		if v := clean(mail.Words(h.Get(name))); v != "" {
			lines = append(lines, name+": "+v)
		}
	}
	return block{text: strings.Join(lines, "\n"), kind: briefing.Furniture}
}

// sender returns the name in the first address of a field, "" if there is
// only an address.
func sender(field string) string {
	field = strings.TrimSpace(field)
	name, _, angled := strings.Cut(field, "<")
	if !angled {
		_, name, _ = strings.Cut(field, "(") // maria@example.org (Maria Lopez)
		name, _, _ = strings.Cut(name, ")")
	}
	name = strings.Trim(clean(mail.Words(strings.Trim(strings.TrimSpace(name), `"`))), `"' `)
	if strings.Contains(name, "@") {
		return ""
	}
	return strings.ReplaceAll(name, `\"`, `"`)
}

// sent returns the day a message was sent, at the place it was sent from.
func sent(h message.Header) briefing.Date {
	if h.Get("Date") == "" {
		return briefing.Date{}
	}
	m := gomail.Header{Header: h}
	t, err := m.Date()
	if err != nil || !dates.Plausible(t.Year()) {
		return dates.Stated(h.Get("Date"), "")
	}
	return briefing.DateOf(t)
}
