package pdf

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// PDF is read by PDFium, compiled to WebAssembly and run by wazero: C++ that
// meets hostile bytes in a memory of its own, without files and without any
// call out of it. Its translation to machine code takes seconds and is kept
// in the user's cache folder; from there it starts in a tenth of a second.

// enginePages is the most memory that PDFium may take, in pages of 64 KB: a
// file of 50 MB and what it makes of it.
const enginePages = 256 << 20 >> 16

// Engine starts PDFium when it is first needed and keeps it. It is safe
// for concurrent use.
type Engine struct {
	Cache string // folder of the translation, "" for none

	mu   sync.Mutex
	pool pdfium.Pool
	cold bool // the cache folder did not have the translation, or could not be used
}

// Start starts the engine if it does not run yet, and reports whether its
// translation was not in the cache folder.
func (e *Engine) Start() (cold bool, err error) {
	_, err = e.start()
	return e.cold, err
}

func (e *Engine) start() (pdfium.Pool, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pool != nil {
		return e.pool, nil
	}
	var err error
	if e.Cache != "" {
		if e.pool, err = startPDFium(e.Cache); err == nil {
			return e.pool, nil
		}
	}
	// A child that may write no file has an error where it would have to.
	e.cold = true
	e.pool, err = startPDFium("")
	return e.pool, err
}

func startPDFium(cache string) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		// PDFium's own error handling is built on exceptions.
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(enginePages)
	if cache != "" {
		kept, err := wazero.NewCompilationCacheWithDir(cache)
		if err != nil {
			return nil, err
		}
		config = config.WithCompilationCache(kept)
	}
	return webassembly.Init(webassembly.Config{
		MaxTotal:      runtime.NumCPU(),
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // nil would be the whole disk
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}

// OwnEngine is the engine of files that are read in this process.
var OwnEngine = sync.OnceValue(func() *Engine { return &Engine{Cache: CacheFolder()} })

// CacheFolder returns the folder for the translation, "" if the user has no
// cache folder. It is another one for each version of what makes it.
func CacheFolder() string {
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	versions := runtime.Version() + runtime.GOARCH
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			if strings.HasPrefix(d.Path, "github.com/klippa-app/go-pdfium") || strings.HasPrefix(d.Path, "github.com/tetratelabs/wazero") {
				versions += d.Path + d.Version
			}
		}
	}
	sum := sha256.Sum256([]byte(versions))
	return filepath.Join(base, "attache", cachePrefix+hex.EncodeToString(sum[:8]))
}

const cachePrefix = "pdf-reader-"

// ReadyMark is the file in the folder that says the translation is there.
func ReadyMark(cache string) string { return filepath.Join(cache, "ready") }

// FillCache translates PDFium into the folder and takes older translations
// away.
func FillCache(cache string) error {
	if !strings.HasPrefix(filepath.Base(cache), cachePrefix) || !filepath.IsAbs(cache) {
		return errors.New("no folder for the translation")
	}
	if err := os.MkdirAll(cache, 0o700); err != nil {
		return err
	}
	pool, err := startPDFium(cache)
	if err != nil {
		return err
	}
	pool.Close()
	if err := os.WriteFile(ReadyMark(cache), nil, 0o600); err != nil {
		return err
	}
	others, _ := filepath.Glob(filepath.Join(filepath.Dir(cache), cachePrefix+"*"))
	for _, dir := range others {
		if dir != cache {
			os.RemoveAll(dir) // what cannot be removed only takes room
		}
	}
	return nil
}

// instance returns a fresh PDFium: nothing of one file is left for the next.
func (e *Engine) instance() (pdfium.Pdfium, error) {
	pool, err := e.start()
	if err != nil {
		return nil, err
	}
	return pool.GetInstanceWithContext(context.Background())
}
