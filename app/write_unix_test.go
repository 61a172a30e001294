//go:build unix

package app_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"example.org/attache/app"
)

// An export is a document like any other, the library is nobody else's.
func TestPermissions(t *testing.T) {
	old := syscall.Umask(0o022)
	defer syscall.Umask(old)
	a, b := draft(t)
	path := filepath.Join(t.TempDir(), "brief.pdf")
	mode := func(path string) os.FileMode {
		t.Helper()
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return info.Mode().Perm()
	}
	o := app.ExportOptions{Path: path, Unverified: true}
	if _, err := a.Export(ctx, b, o); err != nil {
		t.Fatal(err)
	}
	if got := mode(path); got != 0o644 {
		t.Errorf("export has mode %o, want 644", got)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Export(ctx, b, o); err != nil {
		t.Fatal(err)
	}
	if got := mode(path); got != 0o640 {
		t.Errorf("export replaced has mode %o, want the 640 it had", got)
	}
	if got := mode(a.Path()); got != 0o600 {
		t.Errorf("library has mode %o, want 600", got)
	}
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := a.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	if got := mode(backup); got != 0o600 {
		t.Errorf("backup has mode %o, want 600", got)
	}
}
