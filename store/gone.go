package store

import (
	"errors"
	"fmt"
	"os"
)

// The ways in which the file of an open library is lost.
var (
	ErrGone  = errors.New("the disk with the library does not answer")
	ErrMoved = errors.New("the library was moved, removed or replaced while it was open")
)

// inPlace fails if the library's file is not the one that was opened. Some
// systems let a file be removed or replaced that is open, by a program that
// synchronises folders or another computer on a shared disk: what is written
// then goes to a file without a name, which ends with the program.
func (l *Library) inPlace() error {
	now, err := os.Stat(l.path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("%s: %w", l.path, ErrMoved)
	case err != nil:
		return fmt.Errorf("%s: %w (%w)", l.path, ErrGone, err)
	case l.file != nil && !os.SameFile(l.file, now):
		return fmt.Errorf("%s: %w", l.path, ErrMoved)
	}
	return nil
}
