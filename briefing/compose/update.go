package compose

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
)

// Plan is what updating a briefing from new findings would do. It is shown
// before it is done; Edit does it, and is undone like any other edit.
type Plan struct {
	New     []briefing.Line // suggestions to be added
	Gained  []Gain          // lines that further evidence supports
	Changed []Rewording     // untouched suggestions whose source wording is now another
	Kept    []Rewording     // lines of the analyst's that would now be worded otherwise: never changed
	Gone    []briefing.LineID
	Edit    briefing.Edit
}

// Gain is further evidence for a line.
type Gain struct {
	Line briefing.LineID
	From []briefing.Evidence
}

// Rewording is a line and what the findings would word it as now.
type Rewording struct {
	Line briefing.LineID
	Now  briefing.Wording
}

// Empty reports whether there is nothing to do.
func (p Plan) Empty() bool {
	return len(p.New)+len(p.Gained)+len(p.Changed)+len(p.Gone) == 0 && len(p.Edit.Edits) == 0
}

// Update plans a three-way update of b to the inputs, which are all articles
// of the briefing from now on: what was suggested then, what the analyst made
// of it, what is suggested now. The words, status and place of a line that
// was edited, verified, left out or locked never change; locked lines change
// in nothing at all.
func Update(b briefing.Briefing, inputs ...Input) Plan {
	fresh := Compose(inputs...)
	u := updater{b: b, used: map[briefing.LineID]bool{}}
	u.articles(fresh)
	for _, s := range fresh.Sections {
		for _, l := range s.Lines {
			u.line(s.Kind, l)
		}
	}
	u.gone()
	u.plan.Edit.Op, u.plan.Edit.Name = briefing.Batch, "Update from Articles"
	return u.plan
}

type updater struct {
	b    briefing.Briefing
	used map[briefing.LineID]bool // lines of b that a fresh line was matched to
	plan Plan
}

func (u *updater) do(e briefing.Edit) { u.plan.Edit.Edits = append(u.plan.Edit.Edits, e) }

// articles keeps the briefing's references in their order, so that printed
// numbers stay, and appends new ones.
func (u *updater) articles(fresh briefing.Briefing) {
	refs := slices.Clone(u.b.Articles)
	for _, a := range fresh.Articles {
		i := slices.IndexFunc(refs, func(r briefing.ArticleRef) bool { return r.ID == a.ID })
		if i < 0 {
			refs = append(refs, a)
		} else {
			refs[i] = a
		}
	}
	if !slices.EqualFunc(refs, u.b.Articles, sameRef) {
		u.do(briefing.Edit{Op: briefing.SetArticles, Name: "Articles", Articles: refs})
	}
}

func sameRef(a, b briefing.ArticleRef) bool {
	return a.ID == b.ID && a.Title == b.Title && a.Outlet == b.Outlet && a.Byline == b.Byline && a.URL == b.URL &&
		a.Published == b.Published && a.Origin == b.Origin
}

// line settles what becomes of one fresh line.
func (u *updater) line(section briefing.SectionKind, now briefing.Line) {
	old, ok := u.match(section, now)
	if !ok {
		if u.merged(section, now) {
			return
		}
		if section == briefing.BottomLine && len(u.b.Section(section).Lines) > 0 {
			return // the analyst has a bottom line; another is not pressed on him
		}
		u.plan.New = append(u.plan.New, now)
		if _, _, _, taken := u.b.Find(now.ID); taken {
			now.ID += "-new"
		}
		u.do(briefing.Edit{Op: briefing.InsertLine, Name: "Add", Section: section, Index: 1 << 20, Line: &now})
		return
	}
	u.used[old.ID] = true
	if old.Locked || old.Kind == briefing.AnalystLine {
		return
	}
	next := old
	gained := missing(now.From, old.From)
	reworded := !now.Suggested.Equal(old.Suggested)
	switch {
	case untouched(old):
		reworded = !now.Wording.Equal(old.Wording)
		next.Wording, next.Suggested, next.Kind = now.Wording, now.Suggested, now.Kind
		next.From, next.Rule, next.Reason, next.Rank = now.From, now.Rule, now.Reason, now.Rank
		next.Alternatives, next.Learnt = now.Alternatives, now.Learnt
		next.Status = now.Status
		if reworded {
			u.plan.Changed = append(u.plan.Changed, Rewording{old.ID, now.Wording})
		}
	default:
		next.From = append(slices.Clone(old.From), gained...)
		if reworded {
			u.plan.Kept = append(u.plan.Kept, Rewording{old.ID, now.Suggested})
		}
		for _, a := range now.Alternatives { // another article contradicts what the analyst settled
			if !slices.ContainsFunc(append(old.Alternatives, old.Wording), a.Equal) {
				next.Alternatives = append(slices.Clone(next.Alternatives), a)
				u.plan.Kept = append(u.plan.Kept, Rewording{old.ID, a})
			}
		}
	}
	if len(gained) > 0 {
		u.plan.Gained = append(u.plan.Gained, Gain{old.ID, gained})
	}
	if len(gained) > 0 || untouched(old) && (reworded || old.Status != next.Status || !slices.Equal(old.From, next.From)) {
		u.do(briefing.Edit{Op: briefing.ReplaceLine, Name: "Update", Target: old.ID, Line: &next})
	}
}

// untouched reports whether the line is as it was suggested.
func untouched(l briefing.Line) bool {
	return (l.Status == briefing.Suggested || l.Status == briefing.Stale || l.Status == briefing.Conflict) &&
		l.Wording.Equal(l.Suggested) && !l.Locked
}

// match finds the line of b that the fresh line tells again: by its id, or by
// the words it was suggested with, in whatever section it stands now.
func (u *updater) match(section briefing.SectionKind, now briefing.Line) (briefing.Line, bool) {
	if l, _, _, ok := u.b.Find(now.ID); ok && !u.used[l.ID] {
		return l, true
	}
	for _, s := range u.b.Sections {
		for _, l := range s.Lines {
			if !u.used[l.ID] && s.Kind == section && l.Label == now.Label && l.Kind != briefing.AnalystLine && tellsSame(section, l, now) {
				return l, true
			}
		}
	}
	return briefing.Line{}, false
}

// merged reports whether the analyst has put the fresh line into another: one
// of the section rests on the same evidence and has all its words.
func (u *updater) merged(section briefing.SectionKind, now briefing.Line) bool {
	return slices.ContainsFunc(u.b.Section(section).Lines, func(l briefing.Line) bool {
		return l.Status == briefing.Edited && l.Mode == now.Mode && l.Meeting == now.Meeting && len(missing(now.From, l.From)) == 0 &&
			strings.Contains(letters(l.Text), letters(now.Suggested.Text))
	})
}

func tellsSame(section briefing.SectionKind, old, now briefing.Line) bool {
	a, b := old, now
	a.Wording, b.Wording = old.Suggested, now.Suggested
	switch {
	case a.Meeting != b.Meeting:
		return false
	case a.Label != "":
		return true
	case section == briefing.DelegationsSection:
		return samePerson(a, b)
	case section == briefing.QuotesSection:
		return sameQuote(a, b)
	case section == briefing.AgreementsSection:
		return firm(a.Mode) == firm(b.Mode) && similar(a.Text, b.Text) && stanceOf(a) == stanceOf(b)
	}
	return a.Mode == b.Mode && similar(a.Text, b.Text) && stanceOf(a) == stanceOf(b)
}

// gone marks untouched suggestions that the rules make no longer as stale.
// Lines copied or selected by the analyst have no rule to make them again.
func (u *updater) gone() {
	for _, s := range u.b.Sections {
		for _, l := range s.Lines {
			if u.used[l.ID] || !untouched(l) || l.Kind == briefing.AnalystLine || l.Status == briefing.Stale || s.Kind == briefing.BottomLine {
				continue
			}
			l.Status = briefing.Stale
			u.plan.Gone = append(u.plan.Gone, l.ID)
			u.do(briefing.Edit{Op: briefing.ReplaceLine, Name: "Mark Stale", Target: l.ID, Line: &l})
		}
	}
}

func missing(now, old []briefing.Evidence) []briefing.Evidence {
	var out []briefing.Evidence
	for _, e := range now {
		if !slices.Contains(old, e) {
			out = append(out, e)
		}
	}
	return out
}
