package briefing

import "errors"

// The errors that both faces of the program turn into a message and a hint.
var (
	ErrNotFound    = errors.New("not found")
	ErrUnsupported = errors.New("kind of file not supported")
	ErrDamaged     = errors.New("damaged")
	ErrTooLarge    = errors.New("too large")
	ErrEmpty       = errors.New("no readable text")
	ErrConflict    = errors.New("conflict")
	ErrLocked      = errors.New("line is locked")
	ErrInvented    = errors.New("words that are not in the source")
	ErrNoFit       = errors.New("pinned lines do not fit on one page")
	ErrMarking     = errors.New("line marked above the page")
	ErrQuote       = errors.New("a quotation stays as it is")
	ErrWhole       = errors.New("a line of this kind stays in one piece")
	ErrNoPlace     = errors.New("no place between two words")
	ErrNoNext      = errors.New("no line after it in its section")
	ErrUnlike      = errors.New("lines that do not say the same of who and how")
)

// RefusedError is why a file cannot be used and what to do about it, in English
// and without full stops; the faces of the program have it in their languages.
type RefusedError struct {
	Kind    error // ErrEmpty, ErrDamaged or ErrUnsupported; it is wrapped
	Why, Do string
}

func (e *RefusedError) Error() string { return e.Kind.Error() + ": " + e.Why + "; " + e.Do }

// Unwrap returns the kind.
func (e *RefusedError) Unwrap() error { return e.Kind }
