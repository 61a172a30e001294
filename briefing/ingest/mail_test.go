package ingest

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"github.com/google/go-cmp/cmp"
)

// letter is a message with the fields that every message has.
func letter(fields, body string) string {
	return "Message-ID: <1@ministry.example>\nMIME-Version: 1.0\n" + fields + "\n\n" + body
}

// inParts is a message of parts, each with its own header.
func inParts(kind string, parts ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Content-Type: multipart/%s; boundary=b%d\n\n", kind, strings.Count(strings.Join(parts, ""), "boundary="))
	mark := fmt.Sprintf("--b%d", strings.Count(strings.Join(parts, ""), "boundary="))
	for _, p := range parts {
		b.WriteString(mark + "\n" + p + "\n")
	}
	b.WriteString(mark + "--\n")
	return b.String()
}

const (
	mailWords = "The two ministers met in Strelsau on Wednesday and agreed on a text."
	mailPlain = "Content-Type: text/plain\n\n" + mailWords
	mailHTML  = "Content-Type: text/html\n\n<p>" + mailWords + "</p><p>They will meet again in the spring.</p>"
)

func TestMail(t *testing.T) {
	long := strings.Repeat("I read all of it and have much to say about the harbour. ", 6)
	for _, tt := range []struct {
		name, data string
		head       string // title | outlet | byline | published
		want       []string
	}{
		{"plain", letter("Subject: Talks\nFrom: Anna Lopez <a@x.example>\nDate: Thu, 5 Dec 2019 23:59:00 -0800", mailWords),
			"Talks||Anna Lopez|2019-12-05", []string{"body: " + mailWords}},
		{"single-digit day, comment, old style address", letter("Subject: Talks\nFrom: a@x.example (Anna Lopez)\nDate: 5 Dec 2019 10:00 GMT (noon)", mailWords),
			"Talks||Anna Lopez|2019-12-05", []string{"body: " + mailWords}},
		{"address alone, no date", letter("From: a@x.example", mailWords), "|||", []string{"body: " + mailWords}},
		{"encoded words in pieces", letter("Subject: =?utf-8?Q?Talks_=E2=80=93?=\n =?utf-8?Q?_resumed?=\nFrom: =?no-such?Q?x?= <a@x.example>", mailWords),
			"Talks – resumed||=?no-such?Q?x?=|", []string{"body: " + mailWords}},
		{"newsletter", letter("Subject: Talks\nFrom: \"The Courier\" <a@x.example>\nList-Id: <news.x.example>", mailWords), "Talks|The Courier||", []string{"body: " + mailWords}},
		{"line of a mailbox, broken field", "From a@x Thu Dec  5 2019\n" + letter("Subject: Talks\nthis is no field\nX-Y: z", mailWords), "Talks|||", []string{"body: " + mailWords}},
		{"alternatives", letter("Subject: Talks\n"+inParts("alternative", mailPlain, "Content-Type: text/html\n\n<p>"+mailWords), ""), "Talks|||", []string{"body: " + mailWords}},
		{"plain text that only says to read the other", letter("Subject: Talks\n"+inParts("alternative", "Content-Type: text/plain\n\nPlease turn on HTML.", mailHTML), ""),
			"Talks|||", []string{"body: " + mailWords, "body: They will meet again in the spring."}},
		{"related inside alternative inside mixed", letter(inParts("mixed", inParts("alternative", "Content-Type: text/plain\n\n ", inParts("related", mailHTML, "Content-Type: image/png; name=x.docx\n\nabc"))), ""),
			"|||", []string{"body: " + mailWords, "body: They will meet again in the spring."}},
		{"foot of a list", letter(inParts("mixed", mailPlain, "Content-Type: text/plain\n\n-- \nThe list of the harbour"), ""),
			"|||", []string{"body: " + mailWords, "furniture: --", "furniture: The list of the harbour"}},
		{"quoted-printable with an error", letter("Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=iso-8859-1", "Se=F1or =ZZ 50=\n%."), "|||", []string{"body: Señor =ZZ 50%."}},
		{"cut off in mid-part", letter("Content-Type: multipart/mixed; boundary=b\n\n--b\n"+mailPlain+"\n--b\nContent-Type: text/plain\n\nAnd they", ""), "|||", []string{"body: " + mailWords, "body: And they"}},
		{"forwarded as an attachment", letter("Subject: Fwd: Talks\nFrom: Greta <g@x.example>\nDate: Fri, 6 Dec 2019 10:00:00 +0000\n"+inParts("mixed", "Content-Type: text/plain\n\nSee below.",
			"Content-Type: message/rfc822\n\nSubject: Talks\nFrom: Anna Lopez <a@x.example>\nDate: Thu, 5 Dec 2019 10:00:00 +0000\nContent-Type: text/plain\n\n"+mailWords), ""),
			"Talks||Anna Lopez|2019-12-05", []string{"body: See below.", "furniture: From: Anna Lopez <a@x.example>|Date: Thu, 5 Dec 2019 10:00:00 +0000|Subject: Talks", "body: " + mailWords}},
		{"forwarded by Outlook", letter("Subject: WG: Talks\nFrom: Greta <g@x.example>", "Zur Kenntnis.\n\n________________________________\nVon: Anna Lopez <a@x.example>\nGesendet: Donnerstag, 5. Dezember 2019 10:11\nAn: Greta\nBetreff: Talks\n\n"+mailWords),
			"Talks||Anna Lopez|2019-12-05", []string{"body: Zur Kenntnis.", "furniture: ________________________________", "furniture: Von: Anna Lopez <a@x.example>|Gesendet: Donnerstag, 5. Dezember 2019 10:11|An: Greta|Betreff: Talks", "body: " + mailWords}},
		{"forwarded with marks of quoting", letter("Subject: Talks", "Begin forwarded message:\n\n> From: Anna Lopez <a@x.example>\n> Date: December 5, 2019 at 10:11:12 AM\n> Subject: Talks\n> \n> "+mailWords+"\n>From here on it is quiet."),
			"Talks||Anna Lopez|2019-12-05", []string{"furniture: Begin forwarded message:", "furniture: From: Anna Lopez <a@x.example>|Date: December 5, 2019 at 10:11:12 AM|Subject: Talks", "body: " + mailWords, "body: From here on it is quiet."}},
		{"an answer", letter("Subject: Re: Talks\nFrom: Greta <g@x.example>", long+"\n\nOn Thu, Dec 5, 2019 at 10:11 AM Anna Lopez <a@x.example> wrote:\n> "+mailWords+"\n>> Older words."),
			"Re: Talks||Greta|", []string{"body: " + strings.TrimSpace(long), "furniture: On Thu, Dec 5, 2019 at 10:11 AM Anna Lopez <a@x.example> wrote:", "furniture: " + mailWords, "furniture: Older words."}},
		{"format=flowed", letter("Content-Type: text/plain; format=flowed", "The two \nministers \nmet.\n> They \n> agreed.\n-- \nAnna"), "|||", []string{"body: The two ministers met.", "body: They agreed.", "furniture: --", "furniture: Anna"}},
		{"wrapped around a long address", letter("Subject: x", "The two ministers met in Strelsau on Wednesday and agreed on a\ntext that both will publish.\nhttps://courier.example/"+strings.Repeat("a", 120)+"\n"), "x|||",
			[]string{"body: The two ministers met in Strelsau on Wednesday and agreed on a|text that both will publish.", "body: https://courier.example/" + strings.Repeat("a", 120)}},
		{"sent from a telephone, with a notice", letter("Subject: x", mailWords+"\n\nSent from my iPhone\n\nThis email and any attachments are confidential."), "x|||",
			[]string{"body: " + mailWords, "furniture: Sent from my iPhone", "furniture: This email and any attachments are confidential."}},
		{"rule above text, no signature", letter("Subject: x", "One.\n--\n"+long+long+long), "x|||", []string{"body: One.", "body: --", "body: " + strings.TrimSpace(long+long+long)}},
		{"page under the name of a message", "<html><body><p>" + mailWords + "</p></body></html>", "|||", []string{"body: " + mailWords}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for ends, data := range map[string]string{"LF": tt.data, "CRLF": strings.ReplaceAll(tt.data, "\n", "\r\n")} {
				a, _, err := Read("a.eml", strings.NewReader(data))
				if err != nil {
					t.Fatal(err)
				}
				checkArticle(t, a)
				var got []string
				for _, p := range a.Paragraphs {
					got = append(got, string(p.Kind)+": "+strings.ReplaceAll(p.Of(a.Text), "\n", "|"))
				}
				head := strings.Join([]string{a.Title, a.Outlet, a.Byline, a.Published.String()}, "|")
				if head != tt.head && !(a.Published == briefing.Date{} && strings.HasPrefix(head, tt.head)) {
					t.Errorf("%s: head %q, want %q", ends, head, tt.head)
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Errorf("%s: paragraphs of %q (-want +got):\n%s", ends, data, diff)
				}
			}
		})
	}
}

func TestMailSaysWhatItLeftUnread(t *testing.T) {
	attached := func(names ...string) string {
		parts := []string{mailPlain}
		for _, n := range names {
			parts = append(parts, "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="+n+"\n\nabc")
		}
		return letter(inParts("mixed", parts...), "")
	}
	deep := "Content-Type: text/plain\n\nBelow."
	for range 100 {
		deep = inParts("mixed", "Content-Type: text/plain\n\nHere.", deep)
	}
	for _, tt := range []struct {
		name, data string
		code       draft.NoteCode
		want       string
	}{
		{"one", attached("a.docx", "logo.png"), draft.Attachments, "1 attachment not read: a.docx"},
		{"many", attached("a.xls", "b.ics", "winmail.dat", "d.ppt"), draft.Attachments, "4 attachments not read: a.xls, b.ics, winmail.dat, …"},
		{"pictures only", attached("logo.png"), draft.Attachments, ""},
		{"cut off", letter("Content-Type: multipart/mixed; boundary=b\n\n--b\n"+mailPlain, ""), draft.PartsLost, "the message is damaged: what could be read of it was kept"},
		{"bad base64", letter(inParts("mixed", mailPlain, "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nTWVudQ=*="), ""), draft.PartsLost, "the message is damaged: what could be read of it was kept"},
		{"100 deep", letter(deep, ""), draft.PartsLost, "messages nested more than 10 deep were not read"},
		{"unknown encodings", letter("Content-Type: text/plain; charset=no-such\nContent-Transfer-Encoding: no-such", mailWords), draft.PartsLost, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, notes, err := Read("a.eml", strings.NewReader(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, a)
			if got := noteText(notes, tt.code); got != tt.want {
				t.Errorf("note %q, want %q", got, tt.want)
			}
		})
	}
}

// A hostile message takes time in proportion to its size.
func TestMailWithLimits(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const big = 30 << 20
	random := base64.StdEncoding.EncodeToString(bytes.Repeat([]byte("The ministers met. "), big/25))
	nested := mailPlain
	for range 100 {
		nested = "Content-Type: message/rfc822\n\n" + letter("Subject: x\n"+nested, "")
	}
	for name, tt := range map[string]struct {
		data string
		want error
	}{
		"large attachment":  {letter(inParts("mixed", mailPlain, "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n"+random), ""), nil},
		"large text":        {letter("Content-Type: text/plain\nContent-Transfer-Encoding: base64", random), briefing.ErrTooLarge},
		"many parts":        {letter("Content-Type: multipart/mixed; boundary=b", strings.Repeat("--b\n\nHello.\n", 200_000)), nil},
		"many boundaries":   {letter("Content-Type: multipart/mixed; boundary=b", strings.Repeat("--b\n", 5_000_000)), nil},
		"100 messages deep": {letter(nested, ""), briefing.ErrEmpty},
		"long field":        {letter("Subject: "+strings.Repeat("=?utf-8?Q?a?= ", 60_000), mailWords), nil},
		"many fields":       {letter(strings.Repeat("X: y\n", 100_000)+"Z: z", mailWords), nil},
		"only marks":        {letter("Subject: x", strings.Repeat(">", 1<<20)+" Hello."), nil},
		"heads":             {letter("Subject: x", strings.Repeat("From: a\nTo: b\n\n", 50_000)), nil},
		"half heads":        {letter("Content-Type: text/html", strings.Repeat("<p>To: b</p>", 50_000)), nil},
		"dashes":            {letter("Subject: x", strings.Repeat("--\n\n", 200_000)+"Hello."), nil},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			a, _, err := Read("a.eml", strings.NewReader(tt.data))
			if err == nil {
				checkArticle(t, a)
			}
			if tt.want != nil && !errors.Is(err, tt.want) || err != nil && !errors.Is(err, briefing.ErrTooLarge) && !errors.Is(err, briefing.ErrEmpty) && !errors.Is(err, briefing.ErrDamaged) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			if d := time.Since(start); d > TimeLimit && !raced {
				t.Errorf("%d MB took %v", len(tt.data)>>20, d)
			}
		})
	}
}

func TestMHTMLKeepsToTheRoot(t *testing.T) {
	data, err := os.ReadFile("testdata/saved.mhtml")
	if err != nil {
		t.Fatal(err)
	}
	a, _, err := Read("page.eml", bytes.NewReader(data)) // whatever its name
	if err != nil {
		t.Fatal(err)
	}
	if a.Source.Reader != "mhtml" || a.URL != "https://courier.example/2019/12/05/harbour" || strings.Contains(a.Text, "boat") {
		t.Errorf("reader %s, address %s, text %q", a.Source.Reader, a.URL, a.Text)
	}
	half, notes, err := Read("page.mhtml", io.LimitReader(bytes.NewReader(data), int64(len(data)*2/3)))
	if err != nil {
		t.Fatal(err)
	}
	if noteText(notes, draft.PartsLost) == "" || !strings.Contains(half.Text, "met her counterpart") {
		t.Errorf("of half the file: notes %v, text %q", notes, half.Text)
	}
}

// FuzzMail checks what is promised of every article on messages: the seeds
// of FuzzRead lead elsewhere.
func FuzzMail(f *testing.F) {
	f.Add([]byte(letter("Subject: =?utf-8?Q?a=E2?=\n"+inParts("mixed", mailPlain, mailHTML, inParts("alternative", mailPlain, mailHTML)), "")))
	f.Add([]byte(letter("Subject: Fwd: x\nContent-Type: text/plain; format=flowed; delsp=yes", "---- Original Message ----\nFrom: x\nDate: y\n\n> a \n>> b\n-- \nc")))
	f.Add([]byte(letter("Content-Type: message/rfc822", letter("From: \"a\" <b>\nContent-Transfer-Encoding: base64", "TWVudQ=="))))
	f.Add([]byte("From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example/\nMIME-Version: 1.0\n" + inParts("related", mailHTML)))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.eml", "a.mht"} {
			a, notes, err := Read(name, bytes.NewReader(data))
			if err != nil {
				continue
			}
			checkArticle(t, a)
			again, moreNotes, err := Read(name, bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(a, again) + cmp.Diff(notes, moreNotes); diff != "" {
				t.Errorf("a second reading of %q differs:\n%s", data, diff)
			}
		}
	})
}

// What only the other form of a message says stands behind the text, as
// furniture, and can be put back.
func TestOtherFormIsKept(t *testing.T) {
	const plain = "The two ministers met in Strelsau on Monday and spoke about the bridge for an hour. They will meet again in the spring, both said, and the engineers before that."
	own := strings.Repeat("The ferry company of Strelsau wants to keep its timetable until the bridge is open to lorries. ", 8)
	page := strings.Repeat("<p>The minister of transport opens the exhibition on bridges, and the museum shows its models of the older ones.</p>", 14)
	data := letter("Subject: Talks\nFrom: Ana Prado <a@mail.example>\nDate: "+grainDay+"\n"+inParts("alternative", "Content-Type: text/plain\n\n"+plain+"\n\n"+own, "Content-Type: text/html\n\n<p>"+plain+"</p>"+page), "")
	a, notes, err := Read("a.eml", strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if noteText(notes, draft.PartsOut) == "" {
		t.Errorf("nothing tells of the other form: %v", notes)
	}
	if got := bodyOf(a); !strings.Contains(got, "The ferry company") || strings.Contains(got, "exhibition") {
		t.Errorf("the text is %q, want that of the plain form", got)
	}
	if !strings.Contains(a.Text, "opens the exhibition on bridges") {
		t.Errorf("what only the page says is lost: %q", a.Text)
	}
}
