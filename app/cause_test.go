//go:build unix

package app

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"
)

// What a system says of a disk or a name has words of ours, in every language.
func TestSystemCauses(t *testing.T) {
	for errno, want := range map[syscall.Errno]string{
		syscall.ENOSPC: "full", syscall.EDQUOT: "full", syscall.EROFS: "read-only", syscall.EACCES: "forbidden",
		syscall.ENAMETOOLONG: "long", syscall.EIO: "gone", syscall.ENODEV: "gone", syscall.EBUSY: "held",
	} {
		err := fmt.Errorf("write: %w", &fs.PathError{Op: "write", Path: "brief.pdf", Err: errno})
		if got := systemCause(err); got != want {
			t.Errorf("%v is %q, want %q", errno, got, want)
		}
		for _, code := range []string{"en", "es", "fr"} {
			words, err2 := LoadWords(code)
			if err2 != nil {
				t.Fatal(err2)
			}
			said := ExplainIn(&WriteError{Path: "brief.pdf", Err: err}, words)
			if !strings.Contains(said.What, words.T("problem.cause."+want)) || strings.Contains(said.What, errno.Error()) && errno != syscall.EACCES {
				t.Errorf("%s: %v reads %q", code, errno, said.What)
			}
			library := ExplainIn(&LibraryError{Path: "library.db", Err: err}, words)
			if library.What == "" || strings.Contains(library.What, errno.Error()) || library.Do == "" {
				t.Errorf("%s: %v of a library reads %+v", code, errno, library)
			}
		}
	}
	if got := systemCause(os.ErrNotExist); got != "" {
		t.Errorf("a missing file is %q", got)
	}
}
