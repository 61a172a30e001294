package briefing

import "slices"

// Use returns the edit that makes a fix in the briefing, as far as its lines
// read what the fix is about. A word that none of a line's articles has makes
// the line an edited one; otherwise it is traced like any other. Locked lines
// and the analyst's own stay as they are. The lines changed have the fix's key
// among Line.Learnt.
func (b Briefing) Use(f Fix, src Sources) Edit {
	switch f.Kind {
	case NameFix:
		return b.samePerson(f.To, f.From, src, f.Key())
	case ApartFix:
		return b.twoPeople(f.To, f.From, src, f.Key())
	}
	s := steps{b: b.Clone(), edit: Edit{Op: Batch, Name: "Use Fix"}}
	for _, section := range b.Sections {
		for _, l := range section.Lines {
			if now, ok := s.b.fixed(l, f.in(section.Kind), src, f.Key()); ok {
				s.replace(now)
			}
		}
	}
	return s.edit
}

// in returns what makes the fix of a title or a side in a line of the section.
func (f Fix) in(section SectionKind) func(Wording) Wording {
	return func(w Wording) Wording {
		if f.Person != "" && person(section, w) != f.Person {
			return w
		}
		switch {
		case f.Kind == TitleFix && w.Title == f.From:
			w.Title = f.To
		case f.Kind == SideFix && f.Person != "":
			if section == DelegationsSection && w.Side == f.From {
				w.Side = f.To
			}
		case f.Kind == SideFix:
			side := change{f.From, f.To}
			w.Side = side.of(w.Side)
			w.Parties = slices.Clone(w.Parties)
			for i := range w.Parties {
				w.Parties[i] = side.of(w.Parties[i])
			}
		}
		return w
	}
}

// steps gathers edits, each made on what the ones before it left.
type steps struct {
	b    Briefing
	edit Edit
}

func (s *steps) do(e Edit) {
	if after, _, err := apply(s.b, e); err == nil {
		s.b = after
		s.edit.Edits = append(s.edit.Edits, e)
	}
}

func (s *steps) replace(l Line) {
	s.do(Edit{Op: ReplaceLine, Name: s.edit.Name, Target: l.ID, Line: &l})
}

// fixed returns the line with f made of its wording, and whether that changes
// it. What is put in is looked up in the line's articles, then in the others,
// and its place becomes further evidence. A line that is traced then was
// suggested so from the start, and keeps its status; otherwise it becomes an
// edited line, and its source wording stays what it was.
func (b Briefing) fixed(l Line, f func(Wording) Wording, src Sources, key string) (Line, bool) {
	w := f(l.Wording)
	if l.Kind == AnalystLine || l.Locked || w.Equal(l.Wording) {
		return l, false
	}
	now := l.clone()
	now.Wording = w
	for _, p := range [][2]string{{w.Text, l.Text}, {w.Title, l.Title}, {w.Speaker, l.Speaker}} {
		if p[0] != p[1] {
			now.From = b.withPlace(now.From, p[0], src)
		}
	}
	suggested := now
	suggested.Wording = f(l.Suggested)
	if traced(suggested, l.Suggested, src) && (l.Status == Edited || traced(now, l.Wording, src)) {
		now.Suggested = suggested.Wording
		if l.Status == Edited && now.Wording.Equal(now.Suggested) {
			now.Status = Suggested
		}
	} else if l.Status != LeftOut {
		now.Status = Edited
	}
	if key != "" && !slices.Contains(now.Learnt, key) {
		now.Learnt = append(now.Learnt, key)
	}
	return now, true
}

// withPlace adds where the articles have the phrase, unless the evidence has
// it already or no article does.
func (b Briefing) withPlace(from []Evidence, phrase string, src Sources) []Evidence {
	if phrase == "" {
		return from
	}
	var ids []ArticleID
	for _, e := range from {
		a := src.article(e.Article)
		if a == nil || !e.Span.Valid(a.Text) {
			continue
		}
		if indexWord(e.Span.Of(a.Text), phrase) >= 0 {
			return from
		}
		ids = append(ids, e.Article)
	}
	for _, r := range b.Articles {
		ids = append(ids, r.ID)
	}
	for _, id := range ids {
		a := src.article(id)
		if a == nil {
			continue
		}
		if at := indexWord(a.Text, phrase); at >= 0 {
			return append(from, Evidence{id, Span{at, at + len(phrase)}})
		}
	}
	return from
}

// traced reports whether the fields of the line that differ from what was are
// words of its evidence, in their order.
func traced(l Line, was Wording, src Sources) bool {
	spans := l.evidenceWords(src)
	old := map[field]bool{}
	for _, f := range (Line{Wording: was}).fields() {
		old[f] = true
	}
	for _, f := range l.fields() {
		if old[f] || f.name == TextField && l.Kind == QuoteLine {
			continue
		}
		words := traceField(l, f, spans, src)
		if len(yours(words)) > 0 || f.name != SideField && f.name != PartiesField && !inOrder(words, f.name == TitleField, spans) {
			return false
		}
	}
	return true
}
