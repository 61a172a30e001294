package app

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"

	"example.org/attache/briefing"
)

// WriteError is a file that could not be written. What was there before still
// is.
type WriteError struct {
	Path string
	Err  error
	// Saved reports whether what was to be written is in the library anyway.
	Saved bool
}

func (e *WriteError) Error() string { return fmt.Sprintf("write %s: %v", e.Path, e.Err) }

// Unwrap returns the error behind it.
func (e *WriteError) Unwrap() error { return e.Err }

// The permissions of files that are written: the program's own are nobody
// else's to read; an export is a document like any other, by the umask.
const (
	private  fs.FileMode = 0o600
	document fs.FileMode = 0o666
)

// writeFile writes a file whole or not at all: to a new file in the same
// folder, synced, which then takes the name. A file that is replaced keeps its
// permissions. The error is a *WriteError.
func writeFile(path string, contents []byte, perm fs.FileMode) error {
	if err := writeAndRename(path, contents, perm); err != nil {
		return &WriteError{Path: path, Err: plain(err)}
	}
	return nil
}

// plain takes the path out of a system's error: the message has it already.
func plain(err error) error {
	var p *os.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}

// WriteNew writes a file that only its owner can read. A file that is there
// already is left as it is: the error is ErrExists. Other errors are a
// *WriteError, and leave no file.
func WriteNew(path string, contents []byte) error {
	if deviceName(path) {
		return &WriteError{Path: path, Err: errName}
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, private)
	if errors.Is(err, fs.ErrExist) {
		return &ExistsError{filepath.Base(path)}
	}
	if err != nil {
		return &WriteError{Path: path, Err: plain(err)}
	}
	_, err = f.Write(contents)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		_ = os.Remove(path) // half a file is worse than none
		return &WriteError{Path: path, Err: plain(err)}
	}
	return nil
}

func writeAndRename(path string, contents []byte, perm fs.FileMode) error {
	dir := filepath.Dir(path)
	info, err := os.Stat(path)
	there := err == nil
	switch {
	case there && info.IsDir():
		return errFolder
	case there && !info.Mode().IsRegular():
		return errNoFile
	case deviceName(path):
		return errName
	}
	// A link is written through to the file it leads to, as other programs
	// do, and not replaced.
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path, dir = real, filepath.Dir(real)
	}
	f, err := createNew(dir, perm)
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone already if all went well
	_, err = f.Write(contents)
	if err == nil && there {
		_ = f.Chmod(info.Mode().Perm()) // some disks know no permissions
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		if there && info.Mode()&0o200 != 0 && heldBack(err) {
			return errHeld
		}
		return err
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = d.Sync() // Windows does it on its own and refuses to be asked
	return d.Close()
}

// createNew creates a file of a name that is free in the folder, with the
// permissions that the umask leaves of perm; os.CreateTemp gives 0600 always.
func createNew(dir string, perm fs.FileMode) (*os.File, error) {
	for {
		name := filepath.Join(dir, fmt.Sprintf(".attache-%08x", rand.Uint32()))
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, perm)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// What may be in the way of a file that is no file.
var (
	errFolder   = errors.New("it is a folder")
	errHeld     = errors.New("another program has the file open")
	errName     = errors.New("the system does not allow that name")
	errLibrary  = errors.New("it is the library itself")
	errNoFile   = errors.New("it is no ordinary file")
	errOtherKey = errors.New("it is locked with another key or passphrase, or no backup")
	errTaken    = fmt.Errorf("a file is there already: %w", briefing.ErrConflict)
)

// deviceName reports whether the system takes the name of a file for a device,
// as Windows does with con.pdf and nul.
func deviceName(path string) bool {
	return runtime.GOOS == "windows" && !filepath.IsLocal(filepath.Base(path))
}

// heldBack reports whether a file could not be renamed over another because a
// program has that open: Windows calls it forbidden, though the folder has just
// taken a new file.
func heldBack(err error) bool {
	return runtime.GOOS == "windows" && errors.Is(err, fs.ErrPermission)
}
