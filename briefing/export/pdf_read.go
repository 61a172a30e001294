package export

import (
	"fmt"
	"io"

	"example.org/attache/briefing"
)

// ReadPDF reads back a PDF that PDF wrote: the text in reading order and the
// attached trace, nil if there is none. A file of another program is
// ErrUnsupported, a damaged one of ours ErrDamaged.
func ReadPDF(r io.Reader) (text string, trace []byte, err error) {
	return "", nil, fmt.Errorf("read pdf: %w", briefing.ErrUnsupported)
}
