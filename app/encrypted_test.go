package app_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"filippo.io/age"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

func TestEncryptedBackup(t *testing.T) {
	a, b := draft(t)
	dir := t.TempDir()
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	other, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "backup.age")
	for range 2 { // the second over the first
		if err := a.BackupEncrypted(ctx, path, app.BackupKeys{Recipients: []string{key.Recipient().String()}}); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("SQLite format")) || bytes.Contains(data, []byte("Rassendyll")) {
		t.Error("the backup can be read by anybody")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".attache-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if is, err := app.IsEncrypted(path); !is || err != nil {
		t.Errorf("IsEncrypted = %t, %v", is, err)
	}

	// What another locked, and what another passphrase locks, is not replaced.
	var locked bytes.Buffer
	lock, err := age.Encrypt(&locked, key.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lock.Write(bytes.Repeat([]byte("A diary of my own. "), 20)); err != nil {
		t.Fatal(err)
	}
	if err := lock.Close(); err != nil {
		t.Fatal(err)
	}
	diary, words := filepath.Join(dir, "diary.age"), filepath.Join(dir, "words.age")
	if err := os.WriteFile(diary, locked.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := a.BackupEncrypted(ctx, words, app.BackupKeys{Passphrase: "winter"}); err != nil {
			t.Fatal(err)
		}
	}
	var refused *app.WriteError
	for _, c := range []struct {
		path string
		keys app.BackupKeys
	}{{diary, app.BackupKeys{Recipients: []string{key.Recipient().String()}}}, {diary, app.BackupKeys{Passphrase: "winter"}}, {words, app.BackupKeys{Passphrase: "summer"}}, {words, app.BackupKeys{Recipients: []string{key.Recipient().String()}}}} {
		if err := a.BackupEncrypted(ctx, c.path, c.keys); !errors.As(err, &refused) {
			t.Errorf("a backup over %s: %v, want a WriteError", filepath.Base(c.path), err)
		}
	}

	into := filepath.Join(t.TempDir(), "library.db")
	var wrong *app.KeyError
	for name, keys := range map[string]app.BackupKeys{"no key": {}, "another's key": {Identities: other.String()}, "a passphrase": {Passphrase: "winter"}} {
		if _, err := app.RestoreEncrypted(ctx, into, path, keys); !errors.As(err, &wrong) {
			t.Errorf("restored with %s: %v, want a KeyError", name, err)
		}
	}
	cut := filepath.Join(dir, "cut.age")
	if err := os.WriteFile(cut, data[:len(data)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := app.RestoreEncrypted(ctx, into, cut, app.BackupKeys{Identities: key.String()}); !errors.Is(err, briefing.ErrDamaged) {
		t.Errorf("restored from half a backup: %v, want ErrDamaged", err)
	}
	if _, err := os.Stat(into); err == nil {
		t.Error("refused backups left a library")
	}
	if _, err := app.RestoreEncrypted(ctx, into, path, app.BackupKeys{Identities: key.String()}); err != nil {
		t.Fatal(err)
	}
	back := open(t, into)
	if got, err := back.Briefing(ctx, b.ID); err != nil || len(got.Lines()) != len(b.Lines()) {
		t.Errorf("the briefing came back with %d lines, want %d (%v)", len(got.Lines()), len(b.Lines()), err)
	}

	diary = filepath.Join(dir, "diary.txt")
	if err := os.WriteFile(diary, []byte("Dear diary"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := a.BackupEncrypted(ctx, diary, app.BackupKeys{Passphrase: "winter"}); !errors.As(err, &refused) {
		t.Errorf("backed up over a diary: %v", err)
	}
}
