package ingest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/ingest/mail"
	"example.org/attache/briefing/ingest/plain"
	"example.org/attache/briefing/ingest/web"
	"example.org/attache/briefing/pattern"
	"golang.org/x/net/html"
)

// This file makes articles of what is sent with a message: other messages,
// pages and documents, each an article of its own.

// mailbox takes the messages of a mailbox.
func mailbox(f *draft.File, all [][]byte) {
	f.Article.Source.MediaType, f.Article.Source.Reader = "application/mbox", "mailbox"
	for i, m := range all {
		f.Held = append(f.Held, cutting.Cutting{Data: m, Name: fmt.Sprintf("%d.eml", i+1)})
	}
}

// cover is how many letters a message with attachments may have to be no more
// than a note that goes with them.
const cover = 80

// attached returns what is sent with a message and can be an article.
func attached(f *draft.File, m *mail.Message) []cutting.Cutting {
	var all []cutting.Cutting
	for _, a := range m.Attached {
		if readsAttached(f, a) {
			all = append(all, cutting.Cutting{Data: a.Data, Name: attachedName(a), Charset: a.Charset})
		}
	}
	if len(m.Messages) > 1 { // one alone is what the message is about
		for _, a := range m.Messages {
			all = append(all, cutting.Cutting{Data: a.Data, Name: a.Name})
		}
	}
	return all
}

// attachedName returns the name of an attachment, with an ending that says
// what it is.
func attachedName(a mail.Attachment) string {
	if knownExtension(draft.Ext(a.Name)) {
		return a.Name
	}
	name := letters.Or(a.Name, "attachment")
	switch a.Kind {
	case "message/rfc822", "message/global":
		return name + ".eml"
	case "text/html", "application/xhtml+xml":
		return name + ".html"
	case "application/pdf":
		return name + ".pdf"
	case "text/plain":
		return name + ".txt"
	}
	return name
}

// smallPrint are the attachments that servers add: feet of lists and notices.
var smallPrint = pattern.New(`(?i)^ATT\d+\.(?:txt|html?)$`)

// readsAttached reports whether an attachment can be an article: it is what its
// name says it is.
func readsAttached(f *draft.File, a mail.Attachment) bool {
	name := attachedName(a)
	if f.Options.Whole || smallPrint().MatchString(a.Name) || !knownExtension(draft.Ext(name)) {
		return false
	}
	k, err := kindOf(name, a.Data)
	return err == nil && slices.Contains(k.exts, draft.Ext(name))
}

// withAttached has a message hold what was sent with it. Its own text is an
// article too, unless it is a note of a few words.
func withAttached(f *draft.File, files []cutting.Cutting, blocks []draft.Block) {
	if len(files) == 0 {
		return
	}
	own, words := 0, ""
	for _, b := range blocks {
		if draft.InBody(b.Kind) {
			own += b.Letters
			words = strings.TrimSpace(words + " " + b.Text)
		}
	}
	if own >= cover {
		a := &f.Article
		f.DropNotes(draft.BlocksOut) // it is told of again
		f.Held = append(f.Held, cutting.Cutting{Title: a.Title, Outlet: a.Outlet, Byline: a.Byline, URL: a.URL, Language: a.Language,
			Date: a.Published.String(), Blocks: draft.CuttingBlocks(a.Text, a.Paragraphs)})
	} else if words != "" {
		const shown = 80 // runes
		if r := []rune(words); len(r) > shown {
			words = string(r[:shown]) + "…"
		}
		f.Note(draft.PartsOut, "the note sent with it not taken: %s", strings.Join(strings.Fields(words), " "))
	}
	f.Held = append(f.Held, files...)
}

// onlyAttached says why a message without a text and with attachments is no
// article.
func onlyAttached(m *mail.Message) error {
	for _, a := range m.Attached {
		if a.Kind == "application/ms-tnef" || strings.EqualFold(a.Name, "winmail.dat") {
			return &briefing.RefusedError{Kind: briefing.ErrEmpty, Why: "the text of this message is in winmail.dat, a form that only Outlook reads", Do: "open it in Outlook, save it as a web page and add that"}
		}
	}
	return &briefing.RefusedError{Kind: briefing.ErrEmpty, Why: "the message has only attachments", Do: fmt.Sprintf("save %s and add that", letters.Or(m.Attached[0].Name, "them"))}
}

// forms tells the plain text of a message from the page of it.
func forms() mail.Forms {
	return mail.Forms{Seen: lettersSeen, More: pageHasMore}
}

// lettersSeen counts the letters and digits that a reader of a page sees.
func lettersSeen(page []byte) int {
	n := 0
	for _, b := range web.PlainBlocks(string(page)) {
		n += b.Letters
	}
	return n
}

// pageHasMore reports whether a page has all sentences of the plain text that
// goes with it, and some that the plain text lacks: programs cut plain texts
// short. Links and what stands around an article do not count.
func pageHasMore(words string, page []byte) bool {
	const most = 2 << 20 // bytes: beyond, the plain text is good enough
	if len(page) > most || len(words) > most {
		return false
	}
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return false
	}
	blocks := web.Blocks(doc)
	var all strings.Builder
	for _, b := range blocks {
		all.WriteString(onlyLetters(b.Text))
	}
	for _, p := range plain.Paragraphs(words) {
		if s := p.Of(words); isSentence(s) && !strings.Contains(all.String(), onlyLetters(s)) {
			return false
		}
	}
	had := onlyLetters(words)
	for _, b := range blocks {
		if draft.InBody(b.Kind) && b.Hint == 0 && b.Linked == 0 && isSentence(b.Text) && !mail.NoticeLine().MatchString(b.Text) && !strings.Contains(had, onlyLetters(b.Text)) {
			return true
		}
	}
	return false
}

// isSentence reports whether a text says something: some words, with an end.
func isSentence(s string) bool {
	const fewest = 5 // words
	s = strings.TrimRight(s, `"'”’») `)
	return len(strings.Fields(s)) >= fewest && s != "" && strings.ContainsAny(s[len(s)-1:], ".!?")
}

// onlyLetters returns the letters and digits of a text in lower case: forms of
// one text differ in everything else.
func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if !letters.Readable(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
