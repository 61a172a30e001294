package app

import (
	"context"
	"errors"
	"time"

	"example.org/attache/briefing"
)

// BriefingRow is a briefing as lists show it.
type BriefingRow struct {
	ID                 briefing.BriefingID
	Title              string
	CreatedAt, SavedAt time.Time
	Articles           int
	Reviewed, Lines    int // lines settled, and in all
	Sample             bool
	Removed            bool
}

// Draft makes a briefing of articles: extracts, composes and saves it.
func (a *App) Draft(ctx context.Context, ids []briefing.ArticleID) (briefing.Briefing, error) {
	return briefing.Briefing{}, errors.ErrUnsupported
}

// Blank makes and saves an empty briefing. title may be "".
func (a *App) Blank(ctx context.Context, title string) (briefing.Briefing, error) {
	return briefing.Briefing{}, errors.ErrUnsupported
}

// Briefings returns every briefing that is not deleted, the one changed last
// first.
func (a *App) Briefings(ctx context.Context) ([]BriefingRow, error) {
	return nil, errors.ErrUnsupported
}

// Briefing returns a briefing, or briefing.ErrNotFound.
func (a *App) Briefing(ctx context.Context, id briefing.BriefingID) (briefing.Briefing, error) {
	return briefing.Briefing{}, errors.ErrUnsupported
}

// DeleteBriefing takes a briefing off the list. Nothing of it is erased:
// PutBackBriefing undoes it.
func (a *App) DeleteBriefing(ctx context.Context, id briefing.BriefingID) error {
	return errors.ErrUnsupported
}

// PutBackBriefing undoes DeleteBriefing.
func (a *App) PutBackBriefing(ctx context.Context, id briefing.BriefingID) error {
	return errors.ErrUnsupported
}
