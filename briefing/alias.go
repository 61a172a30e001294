package briefing

import "slices"

// SamePerson returns the edit that says two names are one person: every line
// about the one called other reads keep, with the place where the source has
// that name as further evidence, and two members of one meeting become one.
// Lines that are locked or the analyst's own stay as they are. A line whose
// articles do not have the name keep is marked as edited. The edit is
// remembered for later briefings; it has no steps if no line is about other.
func (b Briefing) SamePerson(keep, other string, src Sources) Edit {
	e := b.samePerson(keep, other, src, "")
	if len(e.Edits) > 0 {
		e.Edits = append(e.Edits, Forget(Fix{Kind: ApartFix, From: other, To: keep}), Learn(Fix{Kind: NameFix, From: other, To: keep}))
	}
	return e
}

// People returns everybody that lines are about, in page order, each once. The
// analyst's own lines and those left out do not count.
func (b Briefing) People() []string {
	var names []string
	for _, s := range b.Sections {
		for _, l := range s.Lines {
			if who := person(s.Kind, l.Wording); who != "" && l.Kind != AnalystLine && l.OnPage() && !slices.Contains(names, who) {
				names = append(names, who)
			}
		}
	}
	return names
}

// Person returns who the line is about: a member, a speaker, the holder of a
// position. It is "" for any other line.
func (b Briefing) Person(id LineID) string {
	l, section, _, ok := b.Find(id)
	if !ok || l.Kind == AnalystLine {
		return ""
	}
	return person(section, l.Wording)
}

func (b Briefing) samePerson(keep, other string, src Sources, key string) Edit {
	s := steps{b: b.Clone(), edit: Edit{Op: Batch, Name: "Same Person"}}
	rename := change{other, keep}
	for _, section := range b.Sections {
		for _, l := range section.Lines {
			if person(section.Kind, l.Wording) != other {
				continue
			}
			now, ok := s.b.fixed(l, naming(section.Kind, rename), src, key)
			if !ok {
				continue
			}
			if section.Kind == DelegationsSection {
				if twin, ok := s.b.twin(now); ok {
					s.unite(twin, now, src, key)
					continue
				}
			}
			s.replace(now)
		}
	}
	return s.edit
}

// naming returns what puts another name in a line of the section.
func naming(section SectionKind, c change) func(Wording) Wording {
	return func(w Wording) Wording {
		if section == DelegationsSection {
			w.Text = c.of(w.Text)
		} else {
			w.Speaker = c.of(w.Speaker)
		}
		return w
	}
}

// twin returns the member of the same name in the same meeting, if he can be
// changed.
func (b Briefing) twin(l Line) (Line, bool) {
	for _, o := range b.Section(DelegationsSection).Lines {
		if o.ID != l.ID && o.Text == l.Text && o.Meeting == l.Meeting && o.Kind != AnalystLine && !o.Locked && o.OnPage() {
			return o, true
		}
	}
	return Line{}, false
}

// unite adds what a second line tells of a member to the first, and takes the
// second away.
func (s *steps) unite(first, second Line, src Sources, key string) {
	first.From = distinctEvidence(append(first.From, second.From...))
	fill := func(w Wording) Wording {
		if w.Title == "" {
			w.Title = second.Title
		}
		if w.Side == "" {
			w.Side = second.Side
		}
		w.Head = w.Head || second.Head
		return w
	}
	if now, ok := s.b.fixed(first, fill, src, key); ok {
		first = now
	}
	first.Rank = max(first.Rank, second.Rank)
	if key != "" && !slices.Contains(first.Learnt, key) {
		first.Learnt = append(first.Learnt, key)
	}
	s.replace(first)
	s.do(Edit{Op: DeleteLine, Name: s.edit.Name, Target: second.ID})
}

// TwoPeople returns the edit that says the one called form is not the person
// called name: lines whose own words say form read form again, and a member
// whose evidence names both becomes two. It is remembered for later briefings,
// and has no steps if no line can be told apart.
func (b Briefing) TwoPeople(name, form string, src Sources) Edit {
	e := b.twoPeople(name, form, src, "")
	if len(e.Edits) > 0 {
		e.Edits = append(e.Edits, Forget(Fix{Kind: NameFix, From: form, To: name}), Learn(Fix{Kind: ApartFix, From: form, To: name}))
	}
	return e
}

func (b Briefing) twoPeople(name, form string, src Sources, key string) Edit {
	s := steps{b: b.Clone(), edit: Edit{Op: Batch, Name: "Two People"}}
	for _, section := range b.Sections {
		for _, l := range section.Lines {
			if person(section.Kind, l.Wording) != name || l.Kind == AnalystLine || l.Locked {
				continue
			}
			full, short, rest := sortedEvidence(l.From, name, form, src)
			if len(short) == 0 {
				continue
			}
			theirs := l.clone()
			theirs.From = append(slices.Clone(short), rest...)
			if l.Kind == QuoteLine { // its own bytes come first
				theirs.From = append(slices.Clone(rest), short...)
			}
			theirs, ok := s.b.fixed(theirs, untitled(section.Kind, name, form, theirs, src), src, key)
			if !ok {
				continue
			}
			if len(full) == 0 || firstOf(l.From, full, short) == short[0] {
				s.replace(theirs)
				continue
			}
			if section.Kind != DelegationsSection {
				continue
			}
			l.From = append(slices.Clone(full), rest...)
			s.replace(l)
			_, _, at, _ := s.b.Find(l.ID)
			theirs.ID, theirs.Head = s.b.OwnID(), false
			s.do(Edit{Op: InsertLine, Name: s.edit.Name, Section: section.Kind, Index: at + 1, Line: &theirs})
		}
	}
	return s.edit
}

// untitled puts the form in the place of the name, and takes the title away
// if the line's own evidence does not have it: it is the other's.
func untitled(section SectionKind, name, form string, l Line, src Sources) func(Wording) Wording {
	rename := naming(section, change{name, form})
	own := yours(traceField(l, field{TitleField, 0, l.Title}, l.evidenceWords(src), src))
	return func(w Wording) Wording {
		w = rename(w)
		if len(own) > 0 {
			w.Title = ""
		}
		return w
	}
}

// sortedEvidence tells the places that have the name from those that have
// only the form, and from the rest.
func sortedEvidence(from []Evidence, name, form string, src Sources) (full, short, rest []Evidence) {
	for _, e := range from {
		a := src.article(e.Article)
		switch {
		case a == nil || !e.Span.Valid(a.Text):
			rest = append(rest, e)
		case indexWord(e.Span.Of(a.Text), name) >= 0:
			full = append(full, e)
		case indexWord(e.Span.Of(a.Text), form) >= 0:
			short = append(short, e)
		default:
			rest = append(rest, e)
		}
	}
	return full, short, rest
}

// firstOf returns the first of from that is in one of the two.
func firstOf(from, x, y []Evidence) Evidence {
	i := slices.IndexFunc(from, func(e Evidence) bool { return slices.Contains(x, e) || slices.Contains(y, e) })
	return from[i]
}
