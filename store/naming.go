package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"example.org/attache/briefing"
)

// Naming is how an article names somebody: a fact about a person without its
// words and places. There are millions in a large library, so it is small.
type Naming struct {
	Who, Role Term
	Sides     Term // a list, as Namings.Sides reads it
	Day       Term
	Meeting   int32 // of the article's, that somebody took part in; -1 for none
	Count     int32 // the places that tell it; of a speaker, how many sayings it stands for
	As        NamedAs
}

// NamedAs is the kind of fact that names somebody.
type NamedAs uint8

// The kinds of facts that name people.
const (
	AsPerson  NamedAs = iota // PersonFact
	AsMember                 // MemberFact
	AsSpeaker                // QuoteFact and ReportedFact
)

// Term is a place in Namings.Terms.
type Term int32

// Namings are who is named in all articles that are not removed.
type Namings struct {
	Terms    []string // the first is ""
	Articles []ArticleNamings

	places map[string]Term // of the terms; nil until one is added
}

// ArticleNamings are those of one article, in the order of its facts.
type ArticleNamings struct {
	N         int64 // the article's number, for FactQuery.In
	Article   briefing.ArticleID
	Published string // ISO date
	Namings   []Naming
}

// Namings returns who is named in all articles whose facts were read.
func (l *Library) Namings(ctx context.Context) (*Namings, error) {
	rows, err := l.reader.QueryContext(ctx, "SELECT a.n, a.id, a.published, r.named FROM readings r JOIN articles a ON a.n = r.n WHERE a.removed = 0")
	if err != nil {
		return nil, explain("read facts", err)
	}
	defer rows.Close()
	n := &Namings{Terms: []string{""}}
	for rows.Next() {
		var a ArticleNamings
		var packed sql.RawBytes
		if err := rows.Scan(&a.N, &a.Article, &a.Published, &packed); err != nil {
			return nil, explain("read facts", err)
		}
		if a.Namings, err = unpackNamings(packed); err != nil {
			return nil, err
		}
		n.Articles = append(n.Articles, a)
	}
	if err := rows.Err(); err != nil {
		return nil, explain("read facts", err)
	}
	// Terms are only ever added: read last, they hold all that the rows name.
	return n, l.readTerms(ctx, n)
}

func (l *Library) readTerms(ctx context.Context, n *Namings) error {
	rows, err := l.reader.QueryContext(ctx, "SELECT n, term FROM terms ORDER BY n")
	if err != nil {
		return explain("read facts", err)
	}
	defer rows.Close()
	for rows.Next() {
		var at int
		var term string
		if err := rows.Scan(&at, &term); err != nil {
			return explain("read facts", err)
		}
		for len(n.Terms) < at {
			n.Terms = append(n.Terms, "")
		}
		n.Terms = append(n.Terms, term)
	}
	if err := rows.Err(); err != nil {
		return explain("read facts", err)
	}
	for _, a := range n.Articles {
		for _, x := range a.Namings {
			if int(max(x.Who, x.Role, x.Sides, x.Day)) >= len(n.Terms) {
				return fmt.Errorf("read facts: a name is missing: %w", briefing.ErrDamaged)
			}
		}
	}
	return nil
}

// Sides reads a list of sides.
func (n *Namings) Sides(t Term) ([]string, error) {
	var sides []string
	if err := readSides(n.Terms[t], &sides); err != nil {
		return nil, fmt.Errorf("read facts: %w: %w", briefing.ErrDamaged, err)
	}
	return sides, nil
}

// Add adds an article of which the library keeps no facts.
func (n *Namings) Add(a ArticleNamings, facts []Fact) error {
	if n.places == nil {
		n.places = map[string]Term{}
		for i, term := range n.Terms {
			n.places[term] = Term(i)
		}
	}
	var err error
	a.Namings, err = namingsOf(facts, func(term string) (Term, error) {
		at, ok := n.places[term]
		if !ok {
			at = Term(len(n.Terms))
			n.Terms, n.places[term] = append(n.Terms, term), at
		}
		return at, nil
	})
	n.Articles = append(n.Articles, a)
	return err
}

// namingsOf returns who is named by facts of one article.
func namingsOf(facts []Fact, term func(string) (Term, error)) (all []Naming, err error) {
	met := func(meeting int) bool {
		return slices.ContainsFunc(facts, func(f Fact) bool { return f.Kind == MeetingFact && f.Meeting == meeting })
	}
	for _, f := range facts {
		x := Naming{Meeting: -1, Count: int32(len(f.Evidence))}
		switch f.Kind {
		case PersonFact:
		case MemberFact:
			x.As = AsMember
			if met(f.Meeting) {
				x.Meeting = int32(f.Meeting)
			}
		case QuoteFact, ReportedFact:
			x.As, x.Count = AsSpeaker, 1
		default:
			continue
		}
		if f.Who == "" {
			continue
		}
		if x.Who, err = term(f.Who); err != nil {
			return nil, err
		}
		if x.As == AsSpeaker {
			if i := slices.IndexFunc(all, func(y Naming) bool { return y.As == AsSpeaker && y.Who == x.Who }); i >= 0 {
				all[i].Count++
				continue
			}
			all = append(all, x)
			continue
		}
		sides, err := writtenSides(f.Sides)
		if err != nil {
			return nil, err
		}
		if x.Role, err = term(f.Role); err != nil {
			return nil, err
		}
		if x.Sides, err = term(sides); err != nil {
			return nil, err
		}
		if x.Day, err = term(f.Day); err != nil {
			return nil, err
		}
		all = append(all, x)
	}
	return all, nil
}

// terms writes terms of a library down, each once.
type terms struct {
	tx   *sql.Tx
	seen map[string]Term
}

func (s *terms) place(ctx context.Context, term string) (Term, error) {
	if at, ok := s.seen[term]; ok || term == "" {
		return at, nil
	}
	var at int64
	err := s.tx.QueryRowContext(ctx, "SELECT n FROM terms WHERE term = ?", term).Scan(&at)
	if errors.Is(err, sql.ErrNoRows) {
		err = s.tx.QueryRowContext(ctx, "INSERT INTO terms (term) VALUES (?) RETURNING n", term).Scan(&at)
	}
	s.seen[term] = Term(at)
	return Term(at), err
}

func packNamings(all []Naming) []byte {
	b := []byte{}
	for _, x := range all {
		b = append(b, byte(x.As))
		b = binary.AppendUvarint(b, uint64(x.Who))
		b = binary.AppendUvarint(b, uint64(x.Count))
		if x.As == AsSpeaker {
			continue
		}
		for _, t := range []Term{x.Role, x.Sides, x.Day} {
			b = binary.AppendUvarint(b, uint64(t))
		}
		b = binary.AppendUvarint(b, uint64(x.Meeting+1))
	}
	return b
}

func unpackNamings(b []byte) (all []Naming, err error) {
	all = make([]Naming, 0, len(b)/6)
	whole := true
	next := func() int32 {
		v, n := binary.Uvarint(b)
		if n <= 0 || v > 1<<31-1 {
			whole, b = false, nil
			return 0
		}
		b = b[n:]
		return int32(v)
	}
	for len(b) > 0 && whole {
		x := Naming{As: NamedAs(b[0]), Meeting: -1}
		b = b[1:]
		x.Who, x.Count = Term(next()), next()
		if x.As != AsSpeaker {
			x.Role, x.Sides, x.Day = Term(next()), Term(next()), Term(next())
			x.Meeting = next() - 1
		}
		all = append(all, x)
		whole = whole && x.As <= AsSpeaker
	}
	if !whole {
		return nil, fmt.Errorf("read facts: %w", briefing.ErrDamaged)
	}
	return all, nil
}

// writtenSides and readSides turn lists of sides into JSON and back, "" for
// none.
func writtenSides(sides []string) (string, error) {
	if len(sides) == 0 {
		return "", nil
	}
	b, err := json.Marshal(sides)
	return string(b), err
}

func readSides(written string, sides *[]string) error {
	if written == "" || written == "null" {
		return nil
	}
	return json.Unmarshal([]byte(written), sides)
}
