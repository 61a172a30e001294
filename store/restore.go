package store

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"example.org/attache/briefing"
)

// Restore puts the backup in the place of the library at path, which must not
// be open for writing anywhere. The backup is checked first. What was there is
// kept beside it; its path is returned, or "" if there was nothing.
func Restore(ctx context.Context, path, backup string, now time.Time) (kept string, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	if sameFile(path, backup) {
		return "", fmt.Errorf("restore: %s is the library itself: %w", backup, briefing.ErrConflict)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	l, err := take(ctx, path, Options{As: "restore"})
	if err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	defer l.release()
	tmp, err := copyFile(backup, filepath.Dir(path))
	if err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	defer os.Remove(tmp)
	if err := verify(ctx, tmp); err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	if err := forgetExit(ctx, tmp); err != nil {
		return "", err
	}
	if err := syncFile(tmp); err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	if kept, err = setAside(path, now); err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	if err := replace(tmp, path); err != nil {
		return kept, fmt.Errorf("restore: %w", err)
	}
	return kept, nil
}

// setAside keeps the library at path under another name beside it. The name
// path stays taken until the backup replaces it: at no moment is there no
// library, which would make the program begin an empty one.
func setAside(path string, now time.Time) (string, error) {
	if !exists(path) {
		return "", nil
	}
	base := strings.TrimSuffix(path, filepath.Ext(path)) + "-replaced-" + now.UTC().Format(backupTime)
	kept := base + filepath.Ext(path)
	for n := 2; exists(kept); n++ {
		kept = fmt.Sprintf("%s-%d%s", base, n, filepath.Ext(path))
	}
	if err := os.Link(path, kept); err != nil { // a file system without links
		tmp, err := copyFile(path, filepath.Dir(path))
		if err != nil {
			return "", err
		}
		if err := os.Rename(tmp, kept); err != nil {
			return "", err
		}
	}
	// The log belongs to the file that is set aside. Left behind, it would be
	// taken for the backup's.
	if exists(path + "-wal") {
		if err := os.Rename(path+"-wal", kept+"-wal"); err != nil {
			return "", err
		}
	}
	if err := os.Remove(path + "-shm"); err != nil && !os.IsNotExist(err) {
		return "", err
	}
	return kept, nil
}

// copyFile copies a file to a new one in dir that only its owner can read,
// and syncs it.
func copyFile(path, dir string) (tmp string, err error) {
	in, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer in.Close()
	out, err := os.CreateTemp(dir, ".attache-restore-*")
	if err != nil {
		return "", err
	}
	defer func() {
		if e := out.Close(); err == nil {
			err = e
		}
		if err != nil {
			os.Remove(out.Name())
		}
	}()
	if _, err := io.Copy(out, in); err != nil {
		return "", err
	}
	return out.Name(), out.Sync()
}

// CheckBackup reports why the file at path cannot be restored, if so.
func CheckBackup(ctx context.Context, path string) error { return verify(ctx, path) }
