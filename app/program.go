package app

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync"
)

// program names the very build that runs: what it read of a file and found in
// an article, the same build would read and find again, and another might
// not. Go writes an id of the contents into every program; there is no way to
// ask for it but to look into the file
// (https://pkg.go.dev/cmd/internal/buildid).
var program = sync.OnceValue(func() string {
	path, err := os.Executable()
	if err == nil {
		var head []byte
		if head, err = headOf(path, 64<<10); err == nil {
			if _, after, ok := bytes.Cut(head, []byte("\xff Go build ID: \"")); ok {
				if id, _, ok := bytes.Cut(after, []byte("\"\n \xff")); ok {
					parts := bytes.Split(id, []byte("/"))
					return string(parts[len(parts)-1]) // the contents; the others are how it came to be
				}
			}
		}
	}
	if info, err := os.Stat(path); err == nil {
		return fmt.Sprint(info.Size(), "-", info.ModTime().UnixNano())
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return ""
})

func headOf(path string, n int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, n))
}
