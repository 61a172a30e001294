package app

import (
	"errors"
	"io/fs"
	"slices"

	"example.org/attache/store"
)

// cause is an error of the system that has words of its own in assets/ui.
type cause struct {
	err error
	key string
}

// systemCauses are what a system says where a file or the library cannot be
// written or read, in order of how much they tell. Windows has error numbers of
// its own, which errors.Is never takes for those of other systems.
var systemCauses = slices.Concat([]cause{{store.ErrFull, "full"}, {errHeld, "held"}, {errName, "name"}}, ownCauses, []cause{{fs.ErrPermission, "forbidden"}})

// systemCause returns the key of the cause of err, or "".
func systemCause(err error) string {
	for _, c := range systemCauses {
		if errors.Is(err, c.err) {
			return c.key
		}
	}
	return ""
}
