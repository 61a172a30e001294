package ingest

import (
	"bytes"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/imprint"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/ingest/mail"
	"example.org/attache/briefing/ingest/web"
	"github.com/emersion/go-message"
	gomail "github.com/emersion/go-message/mail"
	"golang.org/x/net/html"
)

// isMail reports whether a file is a message: its header says so, or the
// file's name and any field that messages have.
func isMail(head []byte, ext string) bool {
	return mailFields(head) >= 2 ||
		draft.KnownAs(ext, ".eml", ".mbox") && mailFields(head, "from:", "to:", "subject:", "date:") >= 2
}

// mailFields counts the fields in a header that every message has and few
// texts begin with, and others that are named.
func mailFields(head []byte, others ...string) int {
	head = letters.TrimStart(head)
	if len(head) == 0 || bytes.IndexByte([]byte("<{[%"), head[0]) >= 0 { // a page, a list, a PDF
		return 0
	}
	head = bytes.ToLower(bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n")))
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
func readMail(f *draft.File) error {
	if all := mail.Split(f.Data); len(all) > 1 {
		mailbox(f, all)
		return nil
	}
	m, err := mail.Open(f.Data, forms())
	if err != nil {
		return err
	}
	newsletter := m.Header.Get("List-Unsubscribe") != "" || m.Header.Get("List-Id") != ""
	var blocks []draft.Block
	for _, t := range m.Texts {
		if t.Inner && len(m.Messages) > 1 && !f.Options.Whole { // they are articles of their own
			continue
		}
		more, err := mailBlocks(f, t, newsletter)
		if err != nil {
			return err
		}
		blocks = append(blocks, more...)
	}
	forwarded := mail.Mark(blocks, mail.Words(m.Header.Get("Subject")))
	rest, err := otherForms(f, m, blocks)
	if err != nil {
		return err
	}
	f.LayOut(append(blocks, rest...))
	mailNotes(f, m)
	files := attached(f, m)
	if !strings.ContainsFunc(f.Article.Text, letters.Readable) && len(files) == 0 && len(m.Attached) > 0 {
		return onlyAttached(m)
	}

	a := &f.Article
	a.Title = letters.Clean(mail.Words(m.Header.Get("Subject")))
	from := sender(m.Header.Get("From"))
	a.Published = sent(m.Header)
	if forwarded != nil {
		// The message is about the one that it forwards; whose it is and of
		// what day, only the head of that one says.
		a.Title = letters.Or(letters.Clean(forwarded["subject"]), a.Title)
		from = sender(forwarded["from"])
		if a.Published = mail.ForwardDate(forwarded["date"]); !a.Published.Known() {
			f.Note(draft.DateUnsure, "the day it was forwarded is not its own")
		}
	}
	if newsletter && forwarded == nil {
		a.Outlet = from
	} else {
		a.Byline = imprint.Person(from)
	}
	if !f.Options.Whole {
		withAttached(f, files, blocks)
	}
	return nil
}

// otherLeast is how many letters more another form of a text must have to be
// told of: greetings and links differ by some hundred.
const otherLeast = 400

// otherForms returns, as furniture, what only the other form of a message has:
// programs send a plain text and a page, and some say more in one. It can be
// put back.
func otherForms(f *draft.File, m *mail.Message, taken []draft.Block) ([]draft.Block, error) {
	if m.Other <= otherLeast {
		return nil, nil
	}
	var had strings.Builder
	for _, b := range taken {
		had.WriteString(onlyLetters(b.Text))
	}
	var rest []draft.Block
	for _, t := range m.Rest {
		blocks, err := mailBlocks(f, t, false)
		if err != nil {
			return nil, err
		}
		for _, b := range blocks {
			if !strings.Contains(had.String(), onlyLetters(b.Text)) {
				b.Leave()
				rest = append(rest, b)
			}
		}
	}
	return rest, nil
}

// mailNotes tells what was not read of a message.
func mailNotes(f *draft.File, m *mail.Message) {
	var names []string
	for _, a := range m.Attached {
		if !readsAttached(f, a) && !strings.HasPrefix(a.Kind, "image/") && !draft.KnownAs(draft.Ext(a.Name), ".png", ".jpg", ".jpeg", ".gif", ".p7s", ".asc") {
			names = append(names, letters.Or(a.Name, a.Kind))
		}
	}
	const named = 3
	if n := len(names); n > 0 {
		more := ""
		if n > named {
			names, more = names[:named], ", …"
		}
		f.Note(draft.Attachments, "%s not read: %s%s", draft.Count(n, "attachment", "attachments"), strings.Join(names, ", "), more)
	}
	if m.Other > otherLeast {
		f.Note(draft.PartsOut, "another form of the text has more letters: %d; what only it says stands behind the text, left out", m.Other)
	}
	if m.Damaged {
		f.Note(draft.PartsLost, "the message is damaged: what could be read of it was kept")
	}
	if m.Many {
		f.Note(draft.PartsLost, "parts beyond the first %d were not read", mail.MaxParts)
	}
	if m.Deep {
		f.Note(draft.PartsLost, "messages nested more than %d deep were not read", mail.MaxDepth)
	}
}

// mailBlocks returns the blocks of one text of a message.
func mailBlocks(f *draft.File, t mail.Text, newsletter bool) ([]draft.Block, error) {
	kind := "text/plain"
	if t.HTML {
		kind = "text/html"
	}
	part := f.Within(t.Data, kind, t.Charset)
	text, err := part.Decode()
	if err != nil {
		return nil, err
	}
	f.Took(part)
	var blocks []draft.Block
	if t.Begins != nil {
		blocks = append(blocks, headBlock(t.Begins))
	}
	if !t.HTML {
		if t.Flowed {
			text = mail.Unfold(text, t.Delsp)
		}
		return append(blocks, mail.Blocks(text)...), nil
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		f.Note(draft.PlainReading, "the message is too deeply nested to tell body from furniture: all of its text was taken")
		return append(blocks, web.PlainBlocks(text)...), nil
	}
	body := web.Whole(f, doc)
	web.Lighten(doc)
	if newsletter || mostlyLinks(body) {
		kept, _ := web.Verdict(doc, body)
		for i := range body {
			if !kept[i] && slices.Contains(kept, true) {
				body[i].Leave()
			}
		}
	}
	return append(blocks, web.Settle(body)...), nil
}

// mostlyLinks reports whether a quarter of a page's letters or more are
// links: it is a page sent by mail, not a letter.
func mostlyLinks(blocks []draft.Block) bool {
	linked, all := 0, 0
	for _, b := range blocks {
		linked, all = linked+b.Linked, all+b.Letters
	}
	return linked*4 >= all
}

// headBlock is the head of a message inside another, as programs show it.
func headBlock(h *message.Header) draft.Block {
	var lines []string
	for _, name := range []string{"From", "Date", "Subject"} {
		if v := letters.Clean(mail.Words(h.Get(name))); v != "" {
			lines = append(lines, name+": "+v)
		}
	}
	return draft.Block{Text: strings.Join(lines, "\n"), Kind: briefing.Furniture}
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
	name = strings.Trim(letters.Clean(mail.Words(strings.Trim(strings.TrimSpace(name), `"`))), `"' `)
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
