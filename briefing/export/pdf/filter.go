package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"

	"example.org/attache/briefing"
)

// maxStream bounds what a stream may grow to, against files made to exhaust
// memory.
const maxStream = 64 << 20

// inflate undoes a stream's compression.
func inflate(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", briefing.ErrDamaged, err)
	}
	out, err := io.ReadAll(io.LimitReader(r, maxStream+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", briefing.ErrDamaged, err)
	case len(out) > maxStream:
		return nil, briefing.ErrTooLarge
	}
	return out, nil
}

// predicted undoes the predictors of PNG, which tables of objects are packed
// with (ISO 32000-1, 7.4.4.4).
func predicted(data []byte, parameters pdfDict) ([]byte, error) {
	if n, _ := parameters["Predictor"].(float64); n < 2 {
		return data, nil
	} else if n < 10 {
		return nil, damaged("a predictor of TIFF")
	}
	of := func(key string, otherwise int) int {
		if v, ok := parameters[key].(float64); ok {
			return int(v)
		}
		return otherwise
	}
	colours, bits := of("Colors", 1), of("BitsPerComponent", 8)
	width := (of("Columns", 1)*colours*bits + 7) / 8
	step := max(1, colours*bits/8)
	if width < 1 || width > 1<<20 {
		return nil, damaged("a predictor")
	}
	var out []byte
	above := make([]byte, width)
	for ; len(data) > width; data = data[width+1:] {
		row := bytes.Clone(data[1 : width+1])
		for i := range row {
			left, corner := byte(0), byte(0)
			if i >= step {
				left, corner = row[i-step], above[i-step]
			}
			switch data[0] {
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				row[i] += paeth(left, above[i], corner)
			}
		}
		out = append(out, row...)
		above = row
	}
	return out, nil
}

// paeth is the predictor of that name (PNG, 9.4).
func paeth(left, up, corner byte) byte {
	p := int(left) + int(up) - int(corner)
	a, b, c := abs(p-int(left)), abs(p-int(up)), abs(p-int(corner))
	switch {
	case a <= b && a <= c:
		return left
	case b <= c:
		return up
	}
	return corner
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
