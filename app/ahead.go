package app

import (
	"context"
	"os"
	"runtime"
	"time"

	"golang.org/x/sync/semaphore"

	"example.org/attache/briefing/ingest"
)

const (
	// aheadFiles and aheadBytes are how many files may be read and not yet kept,
	// and how large they may be together: they are held in memory. A larger
	// file is read alone.
	aheadFiles = 64
	aheadBytes = 16 << 20
	// batchSize is how many files are kept in one transaction: syncing the disk
	// and merging the index take as long for one as for many. The first does
	// not wait for others longer than batchWait: somebody looks on.
	batchSize = 64
	batchWait = 100 * time.Millisecond
	// mostWorkers is how many files are read at a time at most.
	mostWorkers = 16
)

// ahead reads files with several workers and hands them on in their order,
// whichever is read first.
type ahead struct {
	reader *ingest.Reader
	coming chan coming // in order; closed when the last has begun
	count  *semaphore.Weighted
	bytes  *semaphore.Weighted
	next   *coming  // to be handed on next, nil if it has not begun
	out    []coming // handed on and not yet let go
}

// coming is a file that is being read.
type coming struct {
	read chan readFile
	held int64 // what it takes of bytes
}

// startReading begins to read files; a context that is cancelled ends it.
func startReading(ctx context.Context, files []source, o readOptions) *ahead {
	h := &ahead{reader: ingest.NewReader(o.Options), coming: make(chan coming, aheadFiles),
		count: semaphore.NewWeighted(aheadFiles), bytes: semaphore.NewWeighted(aheadBytes)}
	workers := o.workers
	if workers <= 0 {
		workers = runtime.NumCPU()
	}
	go h.read(ctx, files, min(workers, mostWorkers), o)
	return h
}

func (h *ahead) read(ctx context.Context, files []source, workers int, o readOptions) {
	defer close(h.coming)
	busy := make(chan struct{}, workers)
	for _, f := range files {
		c := coming{make(chan readFile, 1), min(sizeOf(f), aheadBytes)}
		if h.count.Acquire(ctx, 1) != nil || h.bytes.Acquire(ctx, c.held) != nil {
			return
		}
		h.coming <- c // has room: count sees to it
		busy <- struct{}{}
		go func() {
			defer func() { <-busy }()
			c.read <- readOne(ctx, h.reader, f, o)
		}()
	}
}

// sizeOf is the size of a file in bytes, 0 if it cannot be told.
func sizeOf(f source) int64 {
	if f.given {
		return int64(len(f.contents))
	}
	info, err := os.Stat(f.path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// batch lets go of the files handed on before and returns the next that have
// been read, none at the end or if the work is stopped.
func (h *ahead) batch(ctx context.Context) []readFile {
	for _, c := range h.out {
		h.bytes.Release(c.held)
		h.count.Release(1)
	}
	h.out = h.out[:0]
	var batch []readFile
	var enough <-chan time.Time
	for len(batch) < batchSize {
		if h.next == nil {
			select {
			case c, more := <-h.coming:
				if !more {
					return batch
				}
				h.next = &c
			case <-enough:
				return batch
			}
		}
		select {
		case f := <-h.next.read:
			batch, h.out = append(batch, f), append(h.out, *h.next)
			h.next = nil
		case <-enough:
			return batch
		case <-ctx.Done():
			return batch
		}
		if enough == nil {
			enough = time.After(batchWait)
		}
	}
	return batch
}
