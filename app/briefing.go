package app

import (
	"context"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// BriefingRow is a briefing as lists show it.
type BriefingRow = store.BriefingRow

// Blank makes and saves an empty briefing. title may be "".
func (a *App) Blank(ctx context.Context, title string) (briefing.Briefing, error) {
	b := briefing.Blank()
	if title = OneLine(title); title != "" {
		var err error
		if b, err = withTitle(b, title); err != nil {
			return b, err
		}
	}
	return a.create(ctx, b, false)
}

// withTitle puts the analyst's own title in the place of the one there is.
func withTitle(b briefing.Briefing, title string) (briefing.Briefing, error) {
	if old, ok := b.Labelled(briefing.TitleLabel); ok {
		leave, err := b.Leave(old.ID)
		if err != nil {
			return b, err
		}
		if b, _, err = briefing.Apply(b, leave); err != nil {
			return b, err
		}
	}
	e := b.NewLine(briefing.MeetingSection, 0, title)
	e.Line.Label = briefing.TitleLabel
	b, _, err := briefing.Apply(b, e)
	return b, err
}

// create saves a new briefing with the page settings of new briefings.
func (a *App) create(ctx context.Context, b briefing.Briefing, sample bool) (briefing.Briefing, error) {
	s, err := a.Settings(ctx)
	if err != nil {
		return briefing.Briefing{}, err
	}
	b.Details.Paper, b.Details.Language = s.Paper, s.Language
	b.Details.Marking, b.Details.TLP, b.Details.Author = s.Marking, s.TLP, s.Author
	b.Details.VerifiedOnly = !s.Unverified
	if b, err = a.formed(ctx, b, s.Template); err != nil {
		return briefing.Briefing{}, err
	}
	a.changing.Lock()
	defer a.changing.Unlock()
	if b, err = a.library().Create(ctx, b, sample); err != nil {
		return briefing.Briefing{}, a.failed(err)
	}
	a.events.publish(Event{Kind: BriefingAdded, Briefing: b.ID})
	return b, nil
}

// Duplicate makes and saves a copy of a briefing as it stands, with a history
// of its own that begins there.
func (a *App) Duplicate(ctx context.Context, id briefing.BriefingID) (briefing.Briefing, error) {
	b, err := a.Briefing(ctx, id)
	if err != nil {
		return b, err
	}
	b.ID = ""
	a.changing.Lock()
	defer a.changing.Unlock()
	if b, err = a.library().Create(ctx, b, false); err != nil {
		return briefing.Briefing{}, a.failed(err)
	}
	a.events.publish(Event{Kind: BriefingAdded, Briefing: b.ID})
	return b, nil
}

// Briefings returns every briefing that is not deleted, the one changed last
// first.
func (a *App) Briefings(ctx context.Context) ([]BriefingRow, error) {
	all, err := a.library().Briefings(ctx)
	return all, a.failed(err)
}

// Briefing returns a briefing, or briefing.ErrNotFound.
func (a *App) Briefing(ctx context.Context, id briefing.BriefingID) (briefing.Briefing, error) {
	b, err := a.library().Briefing(ctx, id)
	return b, a.failed(err)
}

// DeleteBriefing takes a briefing off the list. Nothing of it is erased:
// PutBackBriefing undoes it.
func (a *App) DeleteBriefing(ctx context.Context, id briefing.BriefingID) error {
	return a.change(Event{Kind: BriefingRemoved, Briefing: id}, func(lib *store.Library) error {
		return lib.SetBriefingRemoved(ctx, id, true)
	})
}

// PutBackBriefing undoes DeleteBriefing.
func (a *App) PutBackBriefing(ctx context.Context, id briefing.BriefingID) error {
	return a.change(Event{Kind: BriefingAdded, Briefing: id}, func(lib *store.Library) error {
		return lib.SetBriefingRemoved(ctx, id, false)
	})
}
