package ingest

import (
	"fmt"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
)

// The limits on what is read.
const (
	MaxFile    = 50 << 20         // bytes of a file
	MaxText    = cutting.MaxText  // bytes of an article's text
	MaxEntries = 1_000_000        // files and folders that Walk looks at: whole folders, and an end where links have none
	TimeLimit  = 10 * time.Second // for one file in a child process
	pdfLimit   = 30 * time.Second // for a PDF: one of 200 pages takes 5 seconds
)

// manyLimit is for a file of many articles as a whole: TimeLimit is for each.
const manyLimit = 5 * time.Minute

// startLimit is for the start of an engine. Where its translation is not at
// hand it takes 4 seconds, more on a slow and busy computer.
const startLimit = 2 * time.Minute

const (
	memoryLimit = 512 << 20 // soft, of a child: its garbage collector works harder from here
	gcPercent   = 400       // a child lives for a file or a folder: time is dearer than memory below the limit
	memoryMost  = 1 << 30   // hard, by the child's own watch
	addressRoom = 2 << 30   // hard, by the system where it can
	outputLimit = 16 << 20  // bytes of a child's answer: JSON may take six bytes for one of text
	outputMost  = 512 << 20 // bytes of all its answers on one file
	heldMost    = 50_000    // articles of one file, those of files inside it too
)

func tooLarge() error {
	return fmt.Errorf("%w: a file may have %d MB", briefing.ErrTooLarge, MaxFile>>20)
}
