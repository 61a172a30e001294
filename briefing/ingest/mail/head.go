package mail

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/pattern"
)

// This file knows the head of a message as it stands in the text of another:
//
//	---------- Forwarded message ---------
//	From: The Courier <news@courier.example>
//	Date: Thu, 5 Dec 2019 at 10:11
//	Subject: Harbour talks resume

var (
	headLine = pattern.New(`(?i)^[*\s]*(from|de|von|da|date|sent|datum|gesendet|fecha|enviado(?: el)?|envoyé|data|inviato|subject|betreff|asunto|objet|oggetto|assunto|to|an|à|para|pour|cc|bcc|reply-to)\s*[*]?\s*:[*]?\s+(.*)$`)

	markerLine = pattern.New(`(?i)^[-_>*\s]*(?:begin forwarded message|forwarded message|original message|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|ursprüngliche nachricht|message transféré|message d['’]origine|début du message transféré|mensaje reenviado|mensaje original|inicio del mensaje reenviado|messaggio inoltrato|mensagem encaminhada)[-_:<*\s]*$`)

	wroteLine = pattern.New(`(?is)^(?:on|am|le|el|il|em)\b.{3,200}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu)\b[^:]{0,80}:$`)

	NoticeLine = pattern.New(`(?i)^(?:sent from my |get outlook for |confidentiality notice|disclaimer:|(?:the information in )?this (?:e-?mail|message|communication)(?: message)?,?(?: and| may| is|, including)? .{0,40}(?:confidential|attachment|intended|privileged)|you(?:'|’)?(?: a|)re receiving this |to unsubscribe|unsubscribe\b|view (?:this (?:e-?mail|message) )?in (?:your |a )?browser)`)

	forwardSubject = pattern.New(`(?i)^\s*(?:fwd?|wg|tr|rv|i|enc)\s*:`)
)

// headRun returns of how many blocks the head of a message consists that
// begins with the first one, 0 if none does, and its fields "from", "date"
// and "subject". A head says whom a message is from and one thing more.
func headRun(blocks []draft.Block) (n int, fields map[string]string) {
	const most = 20 // blocks, where each field is one
	fields = map[string]string{}
	known := 0
	for _, b := range blocks[:min(len(blocks), most)] {
		lines, hits := 0, 0
		for line := range strings.Lines(b.Text) {
			line = strings.TrimRight(line, "\n")
			if lines == 0 && hits == 0 && markerLine().MatchString(line) {
				continue
			}
			lines++
			m := headLine().FindStringSubmatch(line)
			if m == nil {
				continue
			}
			hits++
			if name := fieldName(m[1]); fields[name] == "" {
				fields[name] = strings.TrimSpace(m[2])
			}
		}
		if hits == 0 || hits*2 < lines {
			break
		}
		n, known = n+1, known+hits
	}
	if fields["from"] == "" || known < 2 {
		return 0, nil
	}
	return n, fields
}

// fieldName returns the English name of a field.
func fieldName(s string) string {
	switch s = strings.ToLower(s); s {
	case "from", "de", "von", "da":
		return "from"
	case "date", "sent", "datum", "gesendet", "fecha", "enviado", "enviado el", "envoyé", "data", "inviato":
		return "date"
	case "subject", "betreff", "asunto", "objet", "oggetto", "assunto":
		return "subject"
	}
	return "other"
}

// ForwardDate returns the day in the head of a forwarded message, if it can
// be read one way only.
func ForwardDate(s string) briefing.Date {
	s, _, _ = strings.Cut(s, " at ")
	if d := dates.Stated(s, ""); d.Known() {
		return d
	}
	return dates.Only(s, "")
}
