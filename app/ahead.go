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
	files  []source
	slots  []chan readFile // one for each file
	next   int             // the file to be handed on
	count  *semaphore.Weighted
	bytes  *semaphore.Weighted
	held   []int64 // what each file takes of bytes
	out    int     // files handed on and not yet let go
}

// startReading begins to read files; a context that is cancelled ends it.
func startReading(ctx context.Context, files []source, o readOptions) *ahead {
	h := &ahead{reader: ingest.NewReader(o.Options), files: files, slots: make([]chan readFile, len(files)), held: make([]int64, len(files)),
		count: semaphore.NewWeighted(aheadFiles), bytes: semaphore.NewWeighted(aheadBytes)}
	for i := range h.slots {
		h.slots[i] = make(chan readFile, 1)
	}
	workers := o.workers
	if workers <= 0 {
		workers = runtime.NumCPU()
	}
	go h.read(ctx, min(workers, mostWorkers), o)
	return h
}

func (h *ahead) read(ctx context.Context, workers int, o readOptions) {
	busy := make(chan struct{}, workers)
	for i, f := range h.files {
		h.held[i] = min(sizeOf(f), aheadBytes)
		if h.count.Acquire(ctx, 1) != nil || h.bytes.Acquire(ctx, h.held[i]) != nil {
			return
		}
		busy <- struct{}{}
		go func() {
			defer func() { <-busy }()
			h.slots[i] <- readOne(ctx, h.reader, f, o)
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
	for i := h.next - h.out; i < h.next; i++ {
		h.bytes.Release(h.held[i])
	}
	h.count.Release(int64(h.out))
	h.out = 0
	var batch []readFile
	var enough <-chan time.Time
	for len(batch) < batchSize && h.next < len(h.files) {
		select {
		case f := <-h.slots[h.next]:
			batch = append(batch, f)
			h.next++
			h.out++
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
