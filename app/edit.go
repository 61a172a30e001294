package app

import (
	"context"
	"errors"
	"time"

	"example.org/attache/briefing"
)

// Do applies an edit to a briefing and journals it, in one transaction: when
// Do returns, the edit survives a power cut. An edit that briefing.Apply or
// briefing.Check refuses (ErrInvented, ErrLocked, ErrNotFound) changes
// nothing.
func (a *App) Do(ctx context.Context, id briefing.BriefingID, e briefing.Edit) (briefing.Briefing, error) {
	return briefing.Briefing{}, errors.ErrUnsupported
}

// Undo takes back the last edit that is not taken back yet, and returns its
// name. With nothing to undo it returns the briefing as it is, and "".
func (a *App) Undo(ctx context.Context, id briefing.BriefingID) (briefing.Briefing, string, error) {
	return briefing.Briefing{}, "", errors.ErrUnsupported
}

// Redo does again the edit that was taken back last, and returns its name.
// With nothing to redo it returns the briefing as it is, and "".
func (a *App) Redo(ctx context.Context, id briefing.BriefingID) (briefing.Briefing, string, error) {
	return briefing.Briefing{}, "", errors.ErrUnsupported
}

// History is what was done to a briefing.
type History struct {
	Undo, Redo string // names of the next edits to undo and redo; "" if there is none
	Entries    []HistoryEntry
}

// HistoryEntry is one edit of a briefing. The list is the journal: an undone
// edit stays in it.
type HistoryEntry struct {
	Seq    int64 // from 1, rising
	Name   string
	At     time.Time
	Lines  []briefing.LineID // lines it touched
	Undone bool              // taken back, and not done again
}

// LineVersion is a line as one edit left it.
type LineVersion struct {
	Seq  int64 // 0 is the line as drafted
	Name string
	At   time.Time
	Line briefing.Line
}

// History returns what was done to a briefing, oldest first.
func (a *App) History(ctx context.Context, id briefing.BriefingID) (History, error) {
	return History{}, errors.ErrUnsupported
}

// LineHistory returns the versions of one line, oldest first, as they came
// about; versions that were undone are not among them.
func (a *App) LineHistory(ctx context.Context, id briefing.BriefingID, line briefing.LineID) ([]LineVersion, error) {
	return nil, errors.ErrUnsupported
}

// Trace says where each word of a line comes from. It is fast enough to call
// at every key.
func (a *App) Trace(ctx context.Context, l briefing.Line) ([]briefing.Word, error) {
	return nil, errors.ErrUnsupported
}
