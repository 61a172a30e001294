package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/age"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// BackupKeys say how a backup is locked and opened: for the holders of keys of
// age (https://age-encryption.org/v1), or with a passphrase. The zero value is
// a backup in the clear.
type BackupKeys struct {
	Recipients []string // public keys, "age1…", for whom it is locked
	Identities string   // private keys, a line each, that open it
	Passphrase string
}

// Locks reports whether a backup is to be encrypted.
func (k BackupKeys) Locks() bool { return len(k.Recipients) > 0 || k.Passphrase != "" }

// KeyError is a key or passphrase that does not serve.
type KeyError struct{ Err error }

func (e *KeyError) Error() string { return "key: " + e.Err.Error() }

// Unwrap returns the error behind it.
func (e *KeyError) Unwrap() error { return e.Err }

const encryptedHead = "age-encryption.org/v1"

// IsEncrypted reports whether a file is encrypted with age.
func IsEncrypted(path string) (bool, error) {
	head, err := headOf(path, int64(len(encryptedHead)))
	return string(head) == encryptedHead, err
}

// BackupEncrypted writes a checked copy of the library to path, locked with
// the keys. In the clear the copy is only in a file beside it that its owner
// alone can read, and only until it is locked. A file in the way is replaced only
// if it is known for a backup: by its mark, or because the passphrase opens it.
func (a *App) BackupEncrypted(ctx context.Context, path string, keys BackupKeys) error {
	recipients, err := keys.recipients()
	if err != nil {
		return &KeyError{err}
	}
	if a.library().Owns(path) {
		return &WriteError{Path: path, Err: errLibrary}
	}
	if _, err := os.Lstat(path); err == nil {
		switch is, err := IsEncrypted(path); {
		case err != nil || !is:
			return &WriteError{Path: path, Err: store.ErrInTheWay}
		case !keys.wrote(path):
			return &WriteError{Path: path, Err: errOtherKey}
		}
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".attache-backup-*") // its owner's only
	if err != nil {
		return &WriteError{Path: path, Err: plain(err)}
	}
	defer os.RemoveAll(dir)
	clear := filepath.Join(dir, "clear.db")
	if err := a.Backup(ctx, clear); err != nil {
		return err
	}
	locked := filepath.Join(dir, "locked")
	if err := encryptFile(clear, locked, recipients); err != nil {
		return &WriteError{Path: path, Err: plain(err)}
	}
	if err := os.Rename(locked, path); err != nil {
		return &WriteError{Path: path, Err: plain(err)}
	}
	return nil
}

// backupMark is a recipient that can open nothing. It puts a line into the head
// of a backup by which it is told from other files that age locked; readers pass
// over it, as they do over all that they do not know.
type backupMark struct{}

const backupMarkType = "attache-backup"

// Wrap implements age.Recipient.
func (backupMark) Wrap([]byte) ([]*age.Stanza, error) {
	return []*age.Stanza{{Type: backupMarkType}}, nil
}

// wrote reports whether an encrypted file is a backup of a library. With a
// passphrase there is no room for the mark: the file has to open.
func (k BackupKeys) wrote(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	if k.Passphrase == "" {
		head, _ := io.ReadAll(io.LimitReader(f, 64<<10))
		head, _, _ = bytes.Cut(head, []byte("\n---"))
		return bytes.Contains(head, []byte("\n-> "+backupMarkType+"\n"))
	}
	identities, err := k.identities()
	if err != nil {
		return false
	}
	clear, err := age.Decrypt(f, identities...)
	if err != nil {
		return false
	}
	var head [100]byte
	_, err = io.ReadFull(clear, head[:])
	return err == nil && store.IsLibraryHead(head[:])
}

func encryptFile(from, to string, recipients []age.Recipient) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	w, err := age.Encrypt(out, recipients...)
	if err == nil {
		_, err = io.Copy(w, in)
	}
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		err = out.Sync()
	}
	return errors.Join(err, out.Close())
}

// RestoreEncrypted is RestoreFile for an encrypted backup.
func RestoreEncrypted(ctx context.Context, library, backup string, keys BackupKeys) (kept string, err error) {
	identities, err := keys.identities()
	if err != nil {
		return "", &KeyError{err}
	}
	in, err := os.Open(backup)
	if err != nil {
		return "", &BackupError{backup, err}
	}
	defer in.Close()
	r, err := age.Decrypt(in, identities...)
	var other *age.NoIdentityMatchError
	if errors.As(err, &other) {
		err = errors.New("it does not open this backup")
	}
	if err != nil {
		return "", &KeyError{err}
	}
	if err := os.MkdirAll(filepath.Dir(library), 0o700); err != nil {
		return "", &LibraryError{library, err}
	}
	dir, err := os.MkdirTemp(filepath.Dir(library), ".attache-restore-*")
	if err != nil {
		return "", &LibraryError{library, err}
	}
	defer os.RemoveAll(dir)
	clear, err := os.OpenFile(filepath.Join(dir, "clear.db"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", &LibraryError{library, err}
	}
	_, err = io.Copy(clear, r)
	if e := clear.Close(); err == nil {
		err = e
	}
	if err != nil { // cut short or changed: age checks every part
		return "", &BackupError{backup, fmt.Errorf("%w: %w", briefing.ErrDamaged, err)}
	}
	return RestoreFile(ctx, library, clear.Name())
}

func (k BackupKeys) recipients() ([]age.Recipient, error) {
	if k.Passphrase != "" {
		if len(k.Recipients) > 0 {
			return nil, errors.New("a passphrase cannot be used together with public keys")
		}
		r, err := age.NewScryptRecipient(k.Passphrase)
		return []age.Recipient{r}, err
	}
	all, err := age.ParseRecipients(strings.NewReader(strings.Join(k.Recipients, "\n")))
	return append(all, backupMark{}), err
}

func (k BackupKeys) identities() ([]age.Identity, error) {
	if k.Passphrase != "" {
		i, err := age.NewScryptIdentity(k.Passphrase)
		return []age.Identity{i}, err
	}
	if len(bytes.TrimSpace([]byte(k.Identities))) == 0 {
		return nil, errors.New("the backup is encrypted: name the file of the key or passphrase that opens it")
	}
	return age.ParseIdentities(strings.NewReader(k.Identities))
}
