//go:build cgo && !nogui

package desktop

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
)

// logName is the file of what went wrong, beside the library. It holds no words
// of articles but those that an error names.
const logName = "attache.log"

// logLimit is how large the log grows, in bytes, before it becomes the old log.
const logLimit = 512 << 10

// openLog opens the log beside a library, to be written at its end. A log that
// has grown too large is kept once more, as attache.log.old.
func openLog(library string) (*os.File, error) {
	path := filepath.Join(filepath.Dir(library), logName)
	if info, err := os.Stat(path); err == nil && info.Size() > logLimit {
		if err := os.Rename(path, path+".old"); err != nil {
			return nil, fmt.Errorf("log: %w", err)
		}
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("log: %w", err)
	}
	return f, nil
}

// keepLog has the log of the library take what goes wrong, and the last words of
// a crash. Where none can be written the program does without.
func (s *session) keepLog(library string) {
	f, err := openLog(library)
	if err != nil {
		return
	}
	if s.log != nil {
		_ = s.log.Close()
	}
	s.log = f
	_ = debug.SetCrashOutput(f, debug.CrashOptions{}) // of another file than before
}
