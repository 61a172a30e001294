package json

import (
	"errors"
	"fmt"
	"io"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
)

// FindingsSchema names the form of the document that Findings writes.
const FindingsSchema = "attache/findings/1"

// Findings writes an article and what the rules found in it as JSON, in the
// form attache/findings/1 that SCHEMA.md describes. Offsets are bytes of the
// article's text. Metadata that the article does not give is null; a list is
// never null.
func Findings(w io.Writer, a *briefing.Article, f briefing.Findings) error {
	if a == nil {
		return fmt.Errorf("write findings: article: %w", briefing.ErrNotFound)
	}
	if f.Article != "" && f.Article != a.ID {
		return errors.New("write findings: they are of another article")
	}
	doc := findingsDocument{
		Schema: FindingsSchema,
		Article: findingsArticle{
			ID: a.ID, Title: orNull(a.Title), Published: orNull(a.Published.String()), Outlet: orNull(a.Outlet),
			Byline: orNull(a.Byline), URL: orNull(a.URL), Language: orNull(a.Language), Text: a.Text, Paragraphs: list(a.Paragraphs),
		},
		Meetings: each(f.Meetings, func(m briefing.Meeting) findingsMeeting {
			return findingsMeeting{m.What, m.Date, orNull(m.DateISO), m.Place, list(m.Evidence)}
		}),
		Delegations: each(f.Delegations, func(d briefing.Delegation) findingsDelegation {
			return findingsDelegation{d.Side, d.Kind, each(d.Members, func(m briefing.Member) findingsMember {
				return findingsMember{m.Name, m.Title, m.Head, m.Meeting, list(m.Evidence), m.Rule, m.Possible}
			})}
		}),
		Agenda: each(f.Agenda, func(i briefing.AgendaItem) findingsAgendaItem {
			return findingsAgendaItem{i.Text, list(i.Evidence), i.Rule, i.Possible}
		}),
		Agreements: each(f.Agreements, func(g briefing.Agreement) findingsAgreement {
			return findingsAgreement{g.Text, list(g.Parties), g.Status, list(g.Evidence), g.Rule, g.Possible}
		}),
		Positions: each(f.Positions, func(p briefing.Position) findingsPosition {
			return findingsPosition{p.Text, p.Holder, p.Mode, list(p.Evidence)}
		}),
		Quotes: each(f.Quotes, func(q briefing.Quote) findingsQuote {
			return findingsQuote{q.Text, q.Start, q.End, q.Speaker, q.SpeakerAsWritten, q.Title, q.Channel, list(q.Evidence), q.Rule}
		}),
		Reported: each(f.Reported, func(r briefing.Reported) findingsReported {
			return findingsReported{r.Text, r.Start, r.End, r.Speaker, r.Kind, list(r.Evidence)}
		}),
	}
	return export.WriteJSON(w, "findings", " ", doc)
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// list returns l, or an empty list for none, which JSON writes as [].
func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}

func each[T, U any](l []T, f func(T) U) []U {
	out := make([]U, len(l))
	for i, v := range l {
		out[i] = f(v)
	}
	return out
}

type findingsDocument struct {
	Schema      string               `json:"schema"`
	Article     findingsArticle      `json:"article"`
	Meetings    []findingsMeeting    `json:"meetings"`
	Delegations []findingsDelegation `json:"delegations"`
	Agenda      []findingsAgendaItem `json:"agenda"`
	Agreements  []findingsAgreement  `json:"agreements"`
	Positions   []findingsPosition   `json:"positions"`
	Quotes      []findingsQuote      `json:"quotes"`
	Reported    []findingsReported   `json:"reported"`
}

type findingsArticle struct {
	ID         briefing.ArticleID   `json:"id"`
	Title      *string              `json:"title"`
	Published  *string              `json:"published"`
	Outlet     *string              `json:"outlet"`
	Byline     *string              `json:"byline"`
	URL        *string              `json:"url"`
	Language   *string              `json:"language"`
	Text       string               `json:"text"`
	Paragraphs []briefing.Paragraph `json:"paragraphs"`
}

type findingsMeeting struct {
	What     string          `json:"what"`
	Date     string          `json:"date"`
	DateISO  *string         `json:"date_iso"`
	Place    string          `json:"place"`
	Evidence []briefing.Span `json:"evidence"`
}

type findingsDelegation struct {
	Side    string            `json:"side"`
	Kind    briefing.SideKind `json:"kind"`
	Members []findingsMember  `json:"members"`
}

type findingsMember struct {
	Name     string          `json:"name"`
	Title    string          `json:"title"`
	Head     bool            `json:"head"`
	Meeting  int             `json:"meeting"`
	Evidence []briefing.Span `json:"evidence"`
	Rule     briefing.RuleID `json:"rule"`
	Possible bool            `json:"possible,omitempty"`
}

type findingsAgendaItem struct {
	Text     string          `json:"text"`
	Evidence []briefing.Span `json:"evidence"`
	Rule     briefing.RuleID `json:"rule"`
	Possible bool            `json:"possible,omitempty"`
}

type findingsAgreement struct {
	Text     string                   `json:"text"`
	Parties  []string                 `json:"parties"`
	Status   briefing.AgreementStatus `json:"status"`
	Evidence []briefing.Span          `json:"evidence"`
	Rule     briefing.RuleID          `json:"rule"`
	Possible bool                     `json:"possible,omitempty"`
}

type findingsPosition struct {
	Text     string                `json:"text"`
	Holder   string                `json:"holder"`
	Mode     briefing.PositionMode `json:"mode"`
	Evidence []briefing.Span       `json:"evidence"`
}

type findingsQuote struct {
	Text             string          `json:"text"`
	Start            int             `json:"start"`
	End              int             `json:"end"`
	Speaker          string          `json:"speaker"`
	SpeakerAsWritten string          `json:"speaker_as_written"`
	Title            string          `json:"title"`
	Channel          string          `json:"channel"`
	Evidence         []briefing.Span `json:"evidence"`
	Rule             briefing.RuleID `json:"rule"`
}

type findingsReported struct {
	Text     string                `json:"text"`
	Start    int                   `json:"start"`
	End      int                   `json:"end"`
	Speaker  string                `json:"speaker"`
	Kind     briefing.ReportedKind `json:"kind"`
	Evidence []briefing.Span       `json:"evidence"`
}
