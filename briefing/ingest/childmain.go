package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/pdf"
)

// outOfMemory is the status with which a child ends that needs too much.
const outOfMemory = 3

// ChildMain is the main of a child process: it must be called first thing in
// the program's main, with os.Args[1:]. It reports whether the process was a
// child; if so its work is done and the program is to exit.
func ChildMain(args []string) (handled bool) {
	if len(args) == 2 && args[0] == fillArgument {
		if pdf.FillCache(args[1]) != nil {
			os.Exit(1)
		}
		return true
	}
	if len(args) != 1 || args[0] != childArgument {
		return false
	}
	limitProcess()
	debug.SetMemoryLimit(memoryLimit)
	debug.SetGCPercent(gcPercent)
	debug.SetMaxStack(64 << 20) // deep trees end the child, not the machine
	var since atomic.Int64      // when the file was begun, in Unix nanoseconds; 0 between files
	go watch(&since)
	serve(os.Stdin, os.Stdout, &since)
	return true
}

// serve answers requests until the input ends.
func serve(r io.Reader, w io.Writer, since *atomic.Int64) {
	in := bufio.NewReaderSize(r, 64<<10)
	out := bufio.NewWriter(w)
	engine := &pdf.Engine{}
	for {
		line, err := in.ReadBytes('\n')
		var q request
		if err != nil || json.Unmarshal(line, &q) != nil || q.Size < 0 || q.Size > MaxFile {
			return
		}
		data := make([]byte, q.Size)
		if _, err := io.ReadFull(in, data); err != nil {
			return
		}
		send := func(a answer) error {
			reply, err := encode(a)
			if err != nil {
				return err
			}
			out.Write(reply)
			return out.Flush()
		}
		if q.Start { // no file is at hand yet: the parent's clock is enough
			err = send(started(engine, q.Cache))
		} else {
			since.Store(time.Now().UnixNano())
			err = send(answerTo(q, data, engine, func(h Held) {
				if send(answer{Held: h, More: true}) != nil {
					os.Exit(1) // nobody listens any more
				}
				since.Store(time.Now().UnixNano())
			}))
			since.Store(0)
		}
		if err != nil {
			return
		}
	}
}

// started starts the engine.
func started(engine *pdf.Engine, cache string) answer {
	engine.Cache = cache
	cold, err := engine.Start()
	if err != nil {
		return failed(fmt.Errorf("start the reader of PDF files: %w", err))
	}
	return answer{Started: true, Cold: cold}
}

// answerTo reads one file and hands on its articles. A panic is an answer
// too.
func answerTo(q request, data []byte, engine *pdf.Engine, each func(Held)) (a answer) {
	defer func() {
		if p := recover(); p != nil {
			a = failed(fmt.Errorf("%w: the reader failed on it: %v", briefing.ErrDamaged, p))
		}
	}()
	k, err := kindOf(q.Name, data)
	if err == nil {
		err = k.parse(q.Name, data, draft.Options{Encoding: q.Encoding, Whole: q.Whole, Engine: engine}, each)
	}
	if err != nil {
		return failed(err)
	}
	return answer{}
}

func failed(err error) answer {
	a := answer{Code: codeOf(err), Error: err.Error()}
	errors.As(err, &a.Foreign)
	var refused *briefing.RefusedError
	if errors.As(err, &refused) {
		a.Why, a.Do = refused.Why, refused.Do
	}
	return a
}

// encode returns the answer as one line of JSON.
func encode(a answer) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(a)
	return b.Bytes(), err
}

// watch ends the child when it has taken too much memory, on systems that do
// not do so themselves, or when it goes on after its parent should have
// ended it.
func watch(since *atomic.Int64) {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(50 * time.Millisecond) {
		metrics.Read(sample)
		if sample[0].Value.Uint64()-sample[1].Value.Uint64() > memoryMost {
			os.Exit(outOfMemory)
		}
		if t := since.Load(); t != 0 && time.Since(time.Unix(0, t)) > 2*max(TimeLimit, pdfLimit) {
			os.Exit(1)
		}
	}
}
