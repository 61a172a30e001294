package store

import (
	"encoding/json"
	"fmt"
	"os"
	"time"
)

// Holder is who writes to a library.
type Holder struct {
	Process int       `json:"process"`
	As      string    `json:"as"` // "window", or a command such as "attache import"
	Since   time.Time `json:"since"`
}

// InUseError is ErrInUse with who holds the library, as far as is known.
type InUseError struct{ Holder }

func (e *InUseError) Error() string {
	if e.Process == 0 {
		return ErrInUse.Error()
	}
	return fmt.Sprintf("%v: %s, process %d, since %s", ErrInUse, e.As, e.Process, e.Since.Format(time.DateTime))
}

// Unwrap returns ErrInUse.
func (e *InUseError) Unwrap() error { return ErrInUse }

// holderEnding ends the name of the note beside a library that says who holds
// it. The lock itself is SQLite's and can say nothing.
const holderEnding = ".holder"

// note writes who holds the lock. It is for messages: failing to write it is
// no reason not to go on.
func (h Holder) note(library string) {
	if b, err := json.Marshal(h); err == nil {
		_ = os.WriteFile(library+holderEnding, b, 0o600)
	}
}

// holderOf reads who holds the lock, or the zero Holder.
func holderOf(library string) (h Holder) {
	if b, err := os.ReadFile(library + holderEnding); err == nil {
		_ = json.Unmarshal(b, &h)
	}
	return h
}
