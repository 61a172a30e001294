package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// Learnt is a fix that is made in later briefings, and how many it was made
// in.
type Learnt = store.Learnt

// Learnt returns what was learnt, the first first.
func (a *App) Learnt(ctx context.Context) ([]Learnt, error) {
	all, err := a.library().Learnt(ctx)
	return all, a.failed(err)
}

// fixes are what was learnt, as compose takes it.
func (a *App) fixes(ctx context.Context) ([]briefing.Fix, error) {
	all, err := a.Learnt(ctx)
	fixes := make([]briefing.Fix, len(all))
	for i, x := range all {
		fixes[i] = x.Fix
	}
	return fixes, err
}

// ChangeLearnt puts one fix in the place of another in the list. Either may be
// nil, to add or to remove. It fails with briefing.ErrEmpty if the new one
// says nothing, and with briefing.ErrConflict if the list has it.
func (a *App) ChangeLearnt(ctx context.Context, was, now *briefing.Fix) error {
	e := briefing.Edit{Op: briefing.Batch, Name: "Remove Fix"}
	if was != nil {
		e.Edits = append(e.Edits, briefing.Forget(*was))
	}
	if now != nil {
		e.Name = "Change Fix"
		f := *now
		f.Person, f.From, f.To = OneLine(f.Person), OneLine(f.From), OneLine(f.To)
		if !f.Valid() {
			return errSaysNothing
		}
		if was == nil || was.Key() != f.Key() {
			all, err := a.Learnt(ctx)
			if err != nil {
				return err
			}
			if slices.ContainsFunc(all, func(x Learnt) bool { return x.Key() == f.Key() }) {
				return errInList
			}
		} else {
			e.Edits = nil // in its place
		}
		e.Edits = append(e.Edits, briefing.Learn(f))
	}
	return a.doLearnt(ctx, e)
}

// Why a fix cannot be put in the list.
var (
	errSaysNothing = fmt.Errorf("change fix: it says nothing: %w", briefing.ErrEmpty)
	errInList      = fmt.Errorf("change fix: it is in the list: %w", briefing.ErrConflict)
)

func (a *App) doLearnt(ctx context.Context, e briefing.Edit) error {
	return a.change(Event{Kind: LearntChanged}, func(lib *store.Library) error {
		_, err := lib.Do(ctx, store.LearntList, e, nil)
		return err
	})
}

// UndoLearnt takes back the last change of the list itself, and returns its
// name, or "". What an edit of a briefing taught is undone with that edit.
func (a *App) UndoLearnt(ctx context.Context) (string, error) {
	return a.walkLearnt(ctx, (*store.Library).Undo)
}

// RedoLearnt does again what UndoLearnt took back, and returns its name, or "".
func (a *App) RedoLearnt(ctx context.Context) (string, error) {
	return a.walkLearnt(ctx, (*store.Library).Redo)
}

func (a *App) walkLearnt(ctx context.Context, step func(*store.Library, context.Context, briefing.BriefingID) (briefing.Briefing, string, error)) (name string, err error) {
	err = a.change(Event{Kind: LearntChanged}, func(lib *store.Library) error {
		_, name, err = step(lib, ctx, store.LearntList)
		return err
	})
	return name, err
}

// LearntHistory returns what was changed in the list itself.
func (a *App) LearntHistory(ctx context.Context) (History, error) {
	return a.History(ctx, store.LearntList)
}

// taught says in an edit's lessons where and when they were learnt.
func (a *App) taught(ctx context.Context, id briefing.BriefingID, e briefing.Edit) briefing.Edit {
	if !teaches(e) {
		return e
	}
	origin := ""
	if b, err := a.Briefing(ctx, id); err == nil {
		origin = b.Title()
		if origin == "" && len(b.Articles) > 0 {
			origin = b.Articles[0].File
		}
	}
	now := a.options.Now()
	on := briefing.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}
	var stamp func(briefing.Edit) briefing.Edit
	stamp = func(e briefing.Edit) briefing.Edit {
		if e.Op == briefing.LearnFix && e.Fix != nil && e.Fix.Origin == "" {
			f := *e.Fix
			f.Origin, f.On = origin, on
			e.Fix = &f
		}
		e.Edits = slices.Clone(e.Edits)
		for i := range e.Edits {
			e.Edits[i] = stamp(e.Edits[i])
		}
		return e
	}
	return stamp(e)
}

func teaches(e briefing.Edit) bool {
	return e.Op == briefing.LearnFix || slices.ContainsFunc(e.Edits, teaches)
}

// SamePerson makes the edit that says that two names in a briefing are one
// person. See briefing.Briefing.SamePerson.
func (a *App) SamePerson(ctx context.Context, b briefing.Briefing, keep, other string) briefing.Edit {
	return b.SamePerson(keep, other, a.sources(ctx))
}

// TwoPeople makes the edit that says that the one called form is not the
// person called name. See briefing.Briefing.TwoPeople.
func (a *App) TwoPeople(ctx context.Context, b briefing.Briefing, name, form string) briefing.Edit {
	return b.TwoPeople(name, form, a.sources(ctx))
}

// MergeNext makes the edit that puts a line and the next together. See
// briefing.Briefing.MergeNext.
func (a *App) MergeNext(ctx context.Context, b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) {
	return b.MergeNext(id, a.sources(ctx))
}

// Names are the people that a briefing names, or could.
type Names struct {
	Used  []string // in its lines, in their order
	Other []string // in its articles only
}

// Names lists the people of a briefing and of its articles.
func (a *App) Names(ctx context.Context, b briefing.Briefing) (Names, error) {
	n := Names{Used: b.People()}
	for _, r := range b.Articles {
		f, err := a.Findings(ctx, r.ID)
		if err != nil {
			return n, err
		}
		for _, p := range f.People {
			if !slices.Contains(n.Used, p.Name) && !slices.Contains(n.Other, p.Name) {
				n.Other = append(n.Other, p.Name)
			}
		}
	}
	slices.Sort(n.Other)
	return n, nil
}

// Forms returns the shorter forms under which the articles of a briefing name
// a person, those only by which some line could be told apart.
func (a *App) Forms(ctx context.Context, b briefing.Briefing, name string) ([]string, error) {
	var forms []string
	add := func(form string) {
		if form != "" && form != name && !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	for _, r := range b.Articles {
		f, err := a.Findings(ctx, r.ID)
		if err != nil {
			return nil, err
		}
		for _, p := range f.People {
			if p.Name == name {
				for _, alias := range p.Aliases {
					add(alias)
				}
			}
		}
	}
	if words := strings.Fields(name); len(words) > 1 {
		for i := 1; i < len(words); i++ {
			add(strings.Join(words[i:], " "))
		}
		add(words[0])
	}
	src := a.sources(ctx)
	return slices.DeleteFunc(forms, func(form string) bool { return len(b.TwoPeople(name, form, src).Edits) == 0 }), nil
}
