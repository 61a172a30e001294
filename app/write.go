package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// WriteError is a file that could not be written. What was there before still
// is.
type WriteError struct {
	Path string
	Err  error
}

func (e *WriteError) Error() string { return fmt.Sprintf("write %s: %v", e.Path, e.Err) }

// Unwrap returns the error behind it.
func (e *WriteError) Unwrap() error { return e.Err }

// writeFile writes a file whole or not at all: to a new file in the same
// folder, synced, which then takes the name. Only the owner can read it. The
// error is a *WriteError.
func writeFile(path string, contents []byte) error {
	if err := writeAndRename(path, contents); err != nil {
		return &WriteError{path, plain(err)}
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

func writeAndRename(path string, contents []byte) error {
	dir := filepath.Dir(path)
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s is no file", filepath.Base(path))
	}
	// A link is written through to the file it leads to, as other programs
	// do, and not replaced.
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path, dir = real, filepath.Dir(real)
	}
	f, err := os.CreateTemp(dir, ".attache-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone already if all went well
	_, err = f.Write(contents)
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
		return err
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = d.Sync() // Windows does it on its own and refuses to be asked
	return d.Close()
}
