package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// applicationID marks a SQLite file as a library: "Atta".
const applicationID = 0x41747461

// header is what a file says of itself before it is opened.
type header struct {
	size        int64
	application uint32
	version     int // of the schema: user_version
}

// inspect reads the header of a SQLite file (https://sqlite.org/fileformat.html).
// A file of another kind is ErrNotLibrary; an empty one has size 0.
func inspect(path string) (header, error) {
	f, err := os.Open(path)
	if err != nil {
		return header{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return header{}, err
	}
	if !info.Mode().IsRegular() {
		return header{}, fmt.Errorf("%s: %w", path, ErrNotLibrary)
	}
	if info.Size() == 0 {
		return header{}, nil
	}
	var b [100]byte
	if _, err := io.ReadFull(f, b[:]); err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return header{}, err
	}
	if string(b[:16]) != "SQLite format 3\x00" {
		return header{}, fmt.Errorf("%s: %w", path, ErrNotLibrary)
	}
	return header{
		size:        info.Size(),
		application: binary.BigEndian.Uint32(b[68:]),
		version:     int(int32(binary.BigEndian.Uint32(b[60:]))),
	}, nil
}
