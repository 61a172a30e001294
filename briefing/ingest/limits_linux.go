package ingest

import (
	"os/signal"
	"syscall"
)

// limitProcess has the system refuse the child more memory than it may take,
// and any file of its own. It counts data, not address space: Go's runtime
// reserves much more of that than it ever touches.
func limitProcess() {
	signal.Ignore(syscall.SIGXFSZ) // a refused write is an error, no death
	for _, l := range []struct {
		resource int
		most     uint64
	}{
		{syscall.RLIMIT_DATA, addressRoom},
		{syscall.RLIMIT_FSIZE, 0},
		{syscall.RLIMIT_CORE, 0},
	} {
		// Where the system refuses, the watch and the parent's clock remain.
		_ = syscall.Setrlimit(l.resource, &syscall.Rlimit{Cur: l.most, Max: l.most})
	}
}
