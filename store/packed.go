package store

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"sync"

	"example.org/attache/briefing"
)

// An article's text and the file it was read from say much the same. They are
// packed (RFC 1951) one after the other, so that the file costs little more
// than what the text lacks of it; a file that is nothing but the text costs
// next to nothing. The text can be read without the file:
//
//	text:      length of the text, its blocks, an empty last block
//	original:  the blocks that follow, which point back into the text
const (
	packLevel  = 5
	packWindow = 32 << 10 // how far back a block can point
)

// lastBlock is an empty block that ends a stream.
var lastBlock = []byte{1, 0, 0, 0xff, 0xff}

var packers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, packLevel)
	if err != nil {
		panic(err) // a level that there is not
	}
	return w
}}

var unpackers = sync.Pool{New: func() any { return flate.NewReader(bytes.NewReader(nil)) }}

// packed returns a text and, if there is one, its original, packed.
func packed(text string, original []byte) (textPacked, originalPacked []byte, err error) {
	w := packers.Get().(*flate.Writer)
	defer packers.Put(w)
	var buf bytes.Buffer
	buf.Grow(len(text)/2 + 64)
	buf.Write(binary.AppendUvarint(nil, uint64(len(text))))
	w.Reset(&buf)
	if _, err = io.WriteString(w, text); err == nil {
		err = w.Flush()
	}
	if err != nil {
		return nil, nil, err
	}
	end := buf.Len()
	if original != nil {
		if _, err = w.Write(original); err == nil {
			err = w.Close()
		}
		if err != nil {
			return nil, nil, err
		}
		originalPacked = append([]byte(nil), buf.Bytes()[end:]...)
	}
	return append(buf.Bytes()[:end:end], lastBlock...), originalPacked, nil
}

// unpackText returns a packed text.
func unpackText(b []byte) (string, error) {
	text, err := unpackInto(nil, b)
	return string(text), err
}

// unpackInto returns a packed text in a buffer, or in a larger one if that is
// too small.
func unpackInto(buf, b []byte) ([]byte, error) {
	size, n := binary.Uvarint(b)
	if n <= 0 || size > maxText {
		return nil, fmt.Errorf("packed text: %w", briefing.ErrDamaged)
	}
	text := slices.Grow(buf[:0], int(size))[:size]
	r := unpackers.Get().(io.ReadCloser)
	defer unpackers.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(b[n:]), nil); err != nil {
		return nil, err
	}
	if _, err := io.ReadFull(r, text); err != nil {
		return nil, fmt.Errorf("packed text: %w: %w", briefing.ErrDamaged, err)
	}
	return text, nil
}

// maxText is more than the text of an article can take, in bytes: a length
// that was damaged is not to fill the memory.
const maxText = 1 << 30

// unpackOriginal returns a packed original of an article with the text.
func unpackOriginal(b []byte, text string) ([]byte, error) {
	r := unpackers.Get().(io.ReadCloser)
	defer unpackers.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(b), []byte(text[max(0, len(text)-packWindow):])); err != nil {
		return nil, err
	}
	original, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("packed original: %w: %w", briefing.ErrDamaged, err)
	}
	return original, nil
}
