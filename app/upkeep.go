package app

import (
	"context"
	"errors"
	"time"
)

// Backup writes a checked copy of the library to path. An old file there is
// replaced only when the copy is whole.
func (a *App) Backup(ctx context.Context, path string) error { return errors.ErrUnsupported }

// BackupFile is one of the backups made on their own.
type BackupFile struct {
	Path string
	At   time.Time
	Size int64
}

// Backups returns the backups beside the library, newest first.
func (a *App) Backups(ctx context.Context) ([]BackupFile, error) { return nil, errors.ErrUnsupported }

// Restore puts the backup at path in the place of the library. The library
// replaced is kept beside it; its path is returned.
func (a *App) Restore(ctx context.Context, path string) (kept string, err error) {
	return "", errors.ErrUnsupported
}

// RestoreFile is Restore for a library that does not open.
func RestoreFile(ctx context.Context, library, backup string) (kept string, err error) {
	return "", errors.ErrUnsupported
}

// DoctorOptions say how much to check.
type DoctorOptions struct {
	TryRestore bool // also make a backup in a temporary folder and open it
}

// DoctorReport is the state of the library's health.
type DoctorReport struct {
	Library   string
	Size      int64
	Articles  int
	Briefings int
	Edits     int
	Checks    []DoctorCheck
}

// DoctorCheck is one thing that was checked.
type DoctorCheck struct {
	Name    string // such as "Search index"
	Problem string // "" if all is well
}

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
	return DoctorReport{}, errors.ErrUnsupported
}

// LastExit tells how the program ended last time.
type LastExit struct {
	Clean    bool
	LastEdit time.Time // of the last edit saved; zero if there is none
}

// LastExit returns how the program that last wrote to the library ended. The
// answer is that of the moment the library was opened.
func (a *App) LastExit() LastExit { return LastExit{Clean: true} }
