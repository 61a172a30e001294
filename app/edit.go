package app

import (
	"context"
	"errors"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// History is what was done to a briefing.
type History = store.History

// HistoryEntry is one edit of a briefing. An undone edit stays in the list.
type HistoryEntry = store.HistoryEntry

// PastStep is one edit of a briefing with what it did to each line.
type PastStep = store.Step

// Change is a line before and after an edit.
type Change = store.Change

// LineVersion is a line as one edit left it.
type LineVersion = store.LineVersion

// Do applies an edit to a briefing and journals it, in one transaction: when
// Do returns, the edit survives a power cut. An edit that briefing.Apply or
// briefing.Check refuses (ErrInvented, ErrLocked, ErrNotFound) changes
// nothing.
func (a *App) Do(ctx context.Context, id briefing.BriefingID, e briefing.Edit) (briefing.Briefing, error) {
	return a.do(ctx, id, a.taught(ctx, id, e), func(briefing.Briefing) error { return nil })
}

// do is Do, if allowed agrees to the briefing as it is before.
func (a *App) do(ctx context.Context, id briefing.BriefingID, e briefing.Edit, allowed func(briefing.Briefing) error) (b briefing.Briefing, err error) {
	referee := a.referee(ctx)
	err = a.change(Event{Kind: BriefingChanged, Briefing: id}, func(lib *store.Library) error {
		b, err = lib.Do(ctx, id, e, func(before, after briefing.Briefing) error {
			if err := allowed(before); err != nil {
				return err
			}
			return referee(before, after)
		})
		return err
	})
	return b, err
}

// referee refuses what an edit would break. A line that was broken before,
// and is not made worse, is no reason to refuse: the analyst has to be able
// to mend or leave out one line at a time.
func (a *App) referee(ctx context.Context) store.Check {
	src := a.sources(ctx)
	return func(before, after briefing.Briefing) error {
		err := briefing.Check(after, src)
		var broken *briefing.CheckError
		if !errors.As(err, &broken) {
			return err
		}
		var fresh []briefing.Violation
		for _, v := range broken.Violations {
			l, _, _, _ := after.Find(v.Line)
			old, section, _, had := before.Find(v.Line)
			if had && old.Wording.Equal(l.Wording) && violates(section, old, src) {
				continue
			}
			fresh = append(fresh, v)
		}
		if len(fresh) == 0 {
			return nil
		}
		return &briefing.CheckError{Violations: fresh}
	}
}

func violates(section briefing.SectionKind, l briefing.Line, src briefing.Sources) bool {
	return briefing.Check(briefing.Briefing{Sections: []briefing.Section{{Kind: section, Lines: []briefing.Line{l}}}}, src) != nil
}

// Undo takes back the last edit that is not taken back yet, and returns its
// name. With nothing to undo it returns the briefing as it is, and "".
func (a *App) Undo(ctx context.Context, id briefing.BriefingID) (briefing.Briefing, string, error) {
	return a.walk(ctx, id, (*store.Library).Undo)
}

// Redo does again the edit that was taken back last, and returns its name.
// With nothing to redo it returns the briefing as it is, and "".
func (a *App) Redo(ctx context.Context, id briefing.BriefingID) (briefing.Briefing, string, error) {
	return a.walk(ctx, id, (*store.Library).Redo)
}

func (a *App) walk(ctx context.Context, id briefing.BriefingID, step func(*store.Library, context.Context, briefing.BriefingID) (briefing.Briefing, string, error)) (b briefing.Briefing, name string, err error) {
	err = a.change(Event{Kind: BriefingChanged, Briefing: id}, func(lib *store.Library) error {
		b, name, err = step(lib, ctx, id)
		return err
	})
	return b, name, err
}

// History returns what was done to a briefing, oldest first.
func (a *App) History(ctx context.Context, id briefing.BriefingID) (History, error) {
	h, err := a.library().History(ctx, id)
	return h, a.failed(err)
}

// Steps returns what was done to a briefing with the words before and after,
// oldest first.
func (a *App) Steps(ctx context.Context, id briefing.BriefingID) ([]PastStep, error) {
	steps, err := a.library().Steps(ctx, id)
	return steps, a.failed(err)
}

// LineHistory returns the versions of one line, oldest first, as they came
// about; versions that were undone are not among them.
func (a *App) LineHistory(ctx context.Context, id briefing.BriefingID, line briefing.LineID) ([]LineVersion, error) {
	versions, err := a.library().LineHistory(ctx, id, line)
	return versions, a.failed(err)
}

// Trace says where each word of a line comes from. It is fast enough to call
// at every key.
func (a *App) Trace(ctx context.Context, l briefing.Line) ([]briefing.Word, error) {
	for _, e := range l.From {
		if _, err := a.Article(ctx, e.Article); err != nil {
			return nil, err
		}
	}
	return briefing.Trace(l, a.sources(ctx)), nil
}

// Untraced says why words of a line that Trace found to be the analyst's own
// are that. refs are the articles of the briefing.
func (a *App) Untraced(ctx context.Context, l briefing.Line, words []briefing.Word, refs []briefing.ArticleRef) []briefing.Untraced {
	return briefing.WhyYours(l, words, refs, a.sources(ctx))
}
