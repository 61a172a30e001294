package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// Backup writes a checked copy of the library to path. An old file there is
// replaced only when the copy is whole.
func (a *App) Backup(ctx context.Context, path string) error {
	if a.library().Owns(path) {
		return &WriteError{Path: path, Err: errLibrary}
	}
	if err := a.library().Backup(ctx, path); err != nil {
		if errors.Is(err, context.Canceled) {
			return err
		}
		return &WriteError{Path: path, Err: err}
	}
	return nil
}

// BackupFile is one of the backups beside the library.
type BackupFile = store.BackupFile

// Backups returns the backups beside the library, newest first.
func (a *App) Backups(ctx context.Context) ([]BackupFile, error) { return store.Backups(a.Path()) }

// BackupsOf is Backups for a library that does not open.
func BackupsOf(library string) ([]BackupFile, error) {
	path, err := filepath.Abs(library)
	if err != nil {
		return nil, err
	}
	return store.Backups(path)
}

// BackupIfDue makes today's backup beside the library if there is none yet,
// and takes away the oldest beyond what Settings keep. It returns the path of
// the new backup, or "". It may take a while: call it where nobody waits.
func (a *App) BackupIfDue(ctx context.Context) (string, error) {
	s, err := a.Settings(ctx)
	if err != nil {
		return "", err
	}
	path, err := a.library().BackupIfDue(ctx, store.Keep{Daily: s.DailyKept, Weekly: s.WeeklyKept})
	return path, a.failed(err)
}

// Restore puts the backup at path in the place of the library. The library
// replaced is kept beside it; its path is returned. If the backup is no good
// the library stays as it was.
func (a *App) Restore(ctx context.Context, path string) (kept string, err error) {
	a.changing.Lock()
	defer a.changing.Unlock()
	if a.ReadOnly() {
		return "", a.failed(store.ErrReadOnly)
	}
	library := a.Path()
	if err := store.CheckBackup(ctx, path); err != nil {
		return "", &BackupError{path, err}
	}
	// A damaged library cannot be marked as closed; it is about to be replaced.
	if err := a.library().Close(); err != nil && !errors.Is(err, briefing.ErrDamaged) {
		return "", &LibraryError{library, err}
	}
	kept, err = restoreFile(ctx, library, path, a.options.Now())
	lib, openErr := store.Open(context.WithoutCancel(ctx), library, store.Options{As: a.options.As, Now: a.options.Now})
	if openErr != nil {
		return kept, errors.Join(err, &LibraryError{library, openErr})
	}
	a.lib.Store(lib)
	a.articles.clear()
	a.rows.clear()
	a.findings.clear()
	a.events.publish(Event{Kind: LibraryReplaced})
	return kept, err
}

// RestoreFile is Restore for a library that does not open.
func RestoreFile(ctx context.Context, library, backup string) (kept string, err error) {
	return restoreFile(ctx, library, backup, time.Now())
}

func restoreFile(ctx context.Context, library, backup string, now time.Time) (kept string, err error) {
	if err := store.CheckBackup(ctx, backup); err != nil {
		return "", &BackupError{backup, err}
	}
	if kept, err = store.Restore(ctx, library, backup, now); err != nil {
		return kept, &LibraryError{library, err}
	}
	return kept, nil
}

// BackupError is a backup that cannot be restored.
type BackupError struct {
	Path string
	Err  error
}

func (e *BackupError) Error() string { return "backup " + e.Path + ": " + e.Err.Error() }

// Unwrap returns the error behind it.
func (e *BackupError) Unwrap() error { return e.Err }

// DoctorOptions say how much to check.
type DoctorOptions struct {
	TryRestore bool // also make a backup in a temporary folder, restore and open it
}

// DoctorReport is the state of the library's health.
type DoctorReport struct {
	Library   string        `json:"library"`
	Size      int64         `json:"size"` // bytes
	Articles  int           `json:"articles"`
	Briefings int           `json:"briefings"`
	Edits     int           `json:"edits"`
	Checks    []DoctorCheck `json:"checks"`
}

// DoctorCheck is one thing that was checked.
type DoctorCheck = store.HealthCheck

// Healthy reports whether every check passed.
func (r DoctorReport) Healthy() bool {
	for _, c := range r.Checks {
		if c.Problem != "" {
			return false
		}
	}
	return true
}

// Doctor checks the library and changes nothing.
func (a *App) Doctor(ctx context.Context, o DoctorOptions) (DoctorReport, error) {
	c, err := a.library().Doctor(ctx, o.TryRestore)
	return DoctorReport{Library: a.Path(), Size: c.Size, Articles: c.Articles, Briefings: c.Briefings, Edits: c.Edits, Checks: c.Checks}, a.failed(err)
}

// QuickCheck looks over the structure of the library's file, to notice damage
// before work is lost to it. It may take a second: call it where nobody waits.
func (a *App) QuickCheck(ctx context.Context) error { return a.failed(a.library().QuickCheck(ctx)) }

// LastExit tells how the program ended last time.
type LastExit = store.Exit

// LastExit returns how the program that last wrote to the library ended, as
// it was when the library was opened.
func (a *App) LastExit() LastExit { return a.library().LastExit() }

// TellLastExit notes that the person has been told of LastExit. Until then
// every session that opens the library is told of it.
func (a *App) TellLastExit() { a.library().TellLastExit() }

// GoodBackup returns the newest of the backups beside a library that is
// whole, or briefing.ErrNotFound. It reads all of it, which may take a while.
func GoodBackup(ctx context.Context, library string) (BackupFile, error) {
	all, err := BackupsOf(library)
	if err != nil {
		return BackupFile{}, err
	}
	for _, b := range all {
		if store.CheckBackup(ctx, b.Path) == nil {
			return b, nil
		}
	}
	if err := ctx.Err(); err != nil {
		return BackupFile{}, err
	}
	return BackupFile{}, fmt.Errorf("a good backup of %s: %w", library, briefing.ErrNotFound)
}
