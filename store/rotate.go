package store

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// BackupFile is one of the backups beside a library.
type BackupFile struct {
	Path string    `json:"path"`
	At   time.Time `json:"at"`
	Size int64     `json:"size"`
}

// Keep says how many backups are kept: the newest of each of so many days,
// and the newest of each of so many weeks.
type Keep struct{ Daily, Weekly int }

// The names of backups made on their own: library-20191205T134000Z.db. Files
// of other names in their folder are never touched.
const (
	backupPrefix = "library-"
	backupTime   = "20060102T150405Z"
	backupSuffix = ".db"
)

func backupFolder(library string) string { return filepath.Join(filepath.Dir(library), "backups") }

// Backups returns the backups beside the library at path, newest first.
func Backups(path string) ([]BackupFile, error) {
	dir := backupFolder(path)
	entries, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list backups: %w", err)
	}
	var all []BackupFile
	for i := len(entries) - 1; i >= 0; i-- { // names sort by time
		at, ok := backupAt(entries[i])
		info, err := entries[i].Info()
		if !ok || err != nil {
			continue
		}
		all = append(all, BackupFile{filepath.Join(dir, entries[i].Name()), at, info.Size()})
	}
	return all, nil
}

func backupAt(e fs.DirEntry) (time.Time, bool) {
	name, ok := strings.CutPrefix(e.Name(), backupPrefix)
	if !ok || !e.Type().IsRegular() {
		return time.Time{}, false
	}
	if name, ok = strings.CutSuffix(name, backupSuffix); !ok {
		return time.Time{}, false
	}
	at, err := time.Parse(backupTime, name)
	return at, err == nil
}

// BackupIfDue makes a backup if there is none of today, and takes away those
// that keep does not keep. It returns the path of the new backup, or "".
func (l *Library) BackupIfDue(ctx context.Context, keep Keep) (string, error) {
	all, err := Backups(l.path)
	if err != nil {
		return "", err
	}
	now := l.now().UTC()
	if len(all) > 0 && all[0].At.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return "", nil
	}
	path, err := l.backupInto(ctx, "")
	if err != nil {
		return "", err
	}
	if all, err = Backups(l.path); err != nil {
		return path, err
	}
	for _, b := range keep.spare(all) {
		if err := os.Remove(b.Path); err != nil {
			return path, fmt.Errorf("remove an old backup: %w", err)
		}
	}
	return path, nil
}

// backupInto makes a backup in the folder beside the library. Backups with a
// mark in their name are kept for good.
func (l *Library) backupInto(ctx context.Context, mark string) (string, error) {
	dir := backupFolder(l.path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("back up: %w", err)
	}
	path := filepath.Join(dir, backupPrefix+mark+l.now().UTC().Format(backupTime)+backupSuffix)
	return path, l.Backup(ctx, path)
}

// spare returns the backups, of a list with the newest first, that need not
// be kept. The newest is never spare.
func (k Keep) spare(all []BackupFile) []BackupFile {
	var spare []BackupFile
	days, weeks := map[string]bool{}, map[string]bool{}
	for i, b := range all {
		day := b.At.Format(time.DateOnly)
		year, number := b.At.ISOWeek()
		week := fmt.Sprint(year, number)
		keep := i == 0
		if !days[day] && len(days) < k.Daily {
			days[day], keep = true, true
		}
		if !weeks[week] && len(weeks) < k.Weekly {
			weeks[week], keep = true, true
		}
		if !keep {
			spare = append(spare, b)
		}
	}
	return spare
}
