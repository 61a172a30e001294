package ingest

import "time"

// The limits on what is read.
const (
	MaxFile    = 50 << 20         // bytes of a file
	MaxText    = 1 << 20          // bytes of an article's text
	MaxEntries = 10_000           // files and folders that Walk looks at
	TimeLimit  = 10 * time.Second // for one file in the child process
)

const (
	memoryLimit = 512 << 20 // soft, of the child's heap: the collector works harder from here
	addressRoom = 2 << 30   // hard, of the child's data: allocation fails from here
	outputLimit = 16 << 20  // of the child's answer: JSON may take six bytes for one of text
)
