package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"example.org/attache/briefing"
)

// file is a PDF that is read. It finds objects as a viewer does, by the tables
// at the end of the file, and knows nothing of ours: any program may have
// written it.
type file struct {
	data    []byte
	places  map[int]objectPlace
	packed  map[int][]pdfValue // objects of the streams that hold objects
	trailer pdfDict
	catalog pdfDict
}

// objectPlace is where an object stands: at an offset, or as the nth in a
// stream of objects.
type objectPlace struct {
	offset int
	stream int // 0 for none
	index  int
}

func damaged(what string) error { return fmt.Errorf("%w: %s", briefing.ErrDamaged, what) }

// maxTables bounds the chain of tables that a file names.
const maxTables = 100

func openFile(data []byte) (*file, error) {
	f := &file{data: data, places: map[int]objectPlace{}, packed: map[int][]pdfValue{}}
	if !bytes.Contains(data[max(0, len(data)-1024):], []byte("%%EOF")) {
		return nil, damaged("the file is cut off: its end is missing")
	}
	at := bytes.LastIndex(data, []byte("startxref"))
	if at < 0 {
		return nil, damaged("no table of objects")
	}
	start, err := (&scanner{data: data, at: at + len("startxref")}).next(0)
	offset, ok := start.(float64)
	if err != nil || !ok {
		return nil, damaged("no table of objects")
	}
	if err := f.tables(int(offset)); err != nil {
		return nil, err
	}
	if f.trailer["Encrypt"] != nil {
		return nil, fmt.Errorf("it is encrypted: %w", briefing.ErrUnsupported)
	}
	f.catalog, err = f.dict(f.trailer["Root"])
	return f, err
}

// tables reads the table at an offset and those it goes back to. Of two places
// of one object the later table's counts.
func (f *file) tables(offset int) error {
	for range maxTables {
		if offset < 0 || offset >= len(f.data) {
			return damaged("no table of objects")
		}
		s := &scanner{data: f.data, at: offset}
		s.skip()
		read := f.tableStream
		if bytes.HasPrefix(f.data[s.at:], []byte("xref")) {
			s.at += len("xref")
			read = f.table
		}
		trailer, err := read(s)
		if err != nil {
			return err
		}
		if f.trailer == nil {
			f.trailer = trailer
		}
		if also, ok := trailer["XRefStm"].(float64); ok {
			if _, err := f.tableStream(&scanner{data: f.data, at: int(also)}); err != nil {
				return err
			}
		}
		before, ok := trailer["Prev"].(float64)
		if !ok {
			return nil
		}
		offset = int(before)
	}
	return damaged("too many tables of objects")
}

// table reads a plain table and the trailer behind it.
func (f *file) table(s *scanner) (pdfDict, error) {
	for {
		v, err := s.next(0)
		if err != nil {
			return nil, damaged("table of objects")
		}
		if v == pdfKeyword("trailer") {
			d, err := s.next(0)
			trailer, ok := d.(pdfDict)
			if err != nil || !ok {
				return nil, damaged("trailer")
			}
			return trailer, nil
		}
		first, ok := v.(float64)
		n, err := s.next(0)
		count, ok2 := n.(float64)
		if err != nil || !ok || !ok2 || count < 0 || int(count) > len(f.data) {
			return nil, damaged("table of objects")
		}
		for i := range int(count) {
			offset, err1 := s.next(0)
			_, err2 := s.next(0)
			kind, err3 := s.next(0)
			at, ok := offset.(float64)
			if err1 != nil || err2 != nil || err3 != nil || !ok {
				return nil, damaged("table of objects")
			}
			if kind == pdfKeyword("n") {
				f.place(int(first)+i, objectPlace{offset: int(at)})
			} else {
				f.place(int(first)+i, objectPlace{offset: -1})
			}
		}
	}
}

func (f *file) place(object int, p objectPlace) {
	if _, known := f.places[object]; !known {
		f.places[object] = p
	}
}

// tableStream reads a table that is a stream (ISO 32000-1, 7.5.8).
func (f *file) tableStream(s *scanner) (pdfDict, error) {
	if s.at < 0 || s.at >= len(s.data) {
		return nil, damaged("table of objects")
	}
	d, data, err := f.streamAt(s)
	if err != nil {
		return nil, err
	}
	widths, _ := d["W"].(pdfArray)
	if d["Type"] != pdfName("XRef") || len(widths) != 3 {
		return nil, damaged("no table of objects")
	}
	var w [3]int
	for i, v := range widths {
		n, _ := v.(float64)
		if n < 0 || n > 8 {
			return nil, damaged("table of objects")
		}
		w[i] = int(n)
	}
	ranges, ok := d["Index"].(pdfArray)
	if !ok {
		ranges = pdfArray{0.0, d["Size"]}
	}
	for i := 0; i+1 < len(ranges); i += 2 {
		first, ok1 := ranges[i].(float64)
		count, ok2 := ranges[i+1].(float64)
		if !ok1 || !ok2 {
			return nil, damaged("table of objects")
		}
		for n := range int(min(count, float64(len(data)))) {
			if len(data) < w[0]+w[1]+w[2] || w[0]+w[1]+w[2] == 0 {
				return nil, damaged("table of objects")
			}
			kind := 1
			if w[0] > 0 {
				kind = bigEndian(data[:w[0]])
			}
			a, b := bigEndian(data[w[0]:w[0]+w[1]]), bigEndian(data[w[0]+w[1]:w[0]+w[1]+w[2]])
			data = data[w[0]+w[1]+w[2]:]
			switch kind {
			case 0:
				f.place(int(first)+n, objectPlace{offset: -1})
			case 1:
				f.place(int(first)+n, objectPlace{offset: a})
			case 2:
				f.place(int(first)+n, objectPlace{stream: a, index: b})
			}
		}
	}
	return d, nil
}

func bigEndian(b []byte) int {
	v := 0
	for _, c := range b {
		v = v<<8 | int(c)
	}
	return v
}

// object reads the object that v refers to, or v itself.
func (f *file) object(v pdfValue) (pdfValue, error) {
	for range maxNesting {
		r, ok := v.(pdfRef)
		if !ok {
			return v, nil
		}
		p, ok := f.places[int(r)]
		if !ok || p.offset < 0 {
			return nil, nil // a reference to no object is null
		}
		var err error
		if p.stream > 0 {
			v, err = f.fromStream(p)
		} else {
			v, _, err = f.objectAt(int(r), p.offset)
		}
		if err != nil {
			return nil, err
		}
	}
	return nil, damaged("references in a circle")
}

// objectAt reads the object that begins at an offset, and leaves the scanner
// behind it.
func (f *file) objectAt(number, offset int) (pdfValue, *scanner, error) {
	if offset < 0 || offset >= len(f.data) {
		return nil, nil, damaged(fmt.Sprintf("object %d is not where it should be", number))
	}
	s := &scanner{data: f.data, at: offset}
	s.skip()
	n := s.word()
	s.skip()
	_ = s.word() // the generation
	s.skip()
	if n != strconv.Itoa(number) || s.word() != "obj" {
		return nil, nil, damaged(fmt.Sprintf("object %d is not where it should be", number))
	}
	v, err := s.next(0)
	if err != nil {
		return nil, nil, damaged(fmt.Sprintf("object %d", number))
	}
	return v, s, nil
}

// fromStream returns an object out of a stream of objects (ISO 32000-1,
// 7.5.7).
func (f *file) fromStream(p objectPlace) (pdfValue, error) {
	all, ok := f.packed[p.stream]
	if !ok {
		f.packed[p.stream] = nil // against a stream within itself
		d, data, err := f.stream(pdfRef(p.stream))
		if err != nil {
			return nil, err
		}
		count, _ := d["N"].(float64)
		first, _ := d["First"].(float64)
		s := &scanner{data: data}
		for range int(min(count, float64(len(data)))) {
			_, err1 := s.next(0)
			at, err2 := s.next(0)
			offset, ok := at.(float64)
			if err1 != nil || err2 != nil || !ok || int(first+offset) < 0 || int(first+offset) > len(data) {
				return nil, damaged("stream of objects")
			}
			v, err := (&scanner{data: data, at: int(first + offset)}).next(0)
			if err != nil {
				return nil, damaged("stream of objects")
			}
			all = append(all, v)
		}
		f.packed[p.stream] = all
	}
	if p.index < 0 || p.index >= len(all) {
		return nil, damaged("stream of objects")
	}
	return all[p.index], nil
}

func (f *file) dict(v pdfValue) (pdfDict, error) {
	out, err := f.object(v)
	if err != nil {
		return nil, err
	}
	d, ok := out.(pdfDict)
	if !ok {
		return nil, damaged("dictionary missing")
	}
	return d, nil
}

// stream returns the dictionary and the decompressed bytes of a stream.
func (f *file) stream(v pdfValue) (pdfDict, []byte, error) {
	r, ok := v.(pdfRef)
	p, known := f.places[int(r)]
	if !ok || !known || p.stream > 0 {
		return nil, nil, damaged("stream missing")
	}
	if p.offset < 0 || p.offset >= len(f.data) {
		return nil, nil, damaged("stream missing")
	}
	s := &scanner{data: f.data, at: p.offset}
	s.skip()
	if s.word() != strconv.Itoa(int(r)) {
		return nil, nil, damaged(fmt.Sprintf("object %d is not where it should be", r))
	}
	s.at = p.offset
	return f.streamAt(s)
}

// streamAt reads the stream that begins where s stands.
func (f *file) streamAt(s *scanner) (pdfDict, []byte, error) {
	for range 2 {
		s.skip()
		_ = s.word() // number and generation
	}
	s.skip()
	if s.word() != "obj" {
		return nil, nil, damaged("stream missing")
	}
	v, err := s.next(0)
	d, ok := v.(pdfDict)
	if err != nil || !ok {
		return nil, nil, damaged("stream")
	}
	s.skip()
	if s.word() != "stream" {
		return nil, nil, damaged("stream")
	}
	if s.at < len(s.data) && s.data[s.at] == '\r' {
		s.at++
	}
	if s.at < len(s.data) && s.data[s.at] == '\n' {
		s.at++
	}
	n, err := f.object(d["Length"])
	length, ok := n.(float64)
	if err != nil || !ok || length < 0 || int(length) > len(s.data)-s.at {
		return nil, nil, damaged("stream")
	}
	data, err := f.unfiltered(d, s.data[s.at:s.at+int(length)])
	return d, data, err
}

// unfiltered undoes the filters of a stream.
func (f *file) unfiltered(d pdfDict, data []byte) ([]byte, error) {
	filters, err := f.list(d["Filter"])
	if err != nil {
		return nil, err
	}
	parameters, err := f.list(d["DecodeParms"])
	if err != nil {
		return nil, err
	}
	for i, name := range filters {
		if name != pdfName("FlateDecode") {
			return nil, damaged(fmt.Sprintf("stream of an unknown kind (%.20v)", name))
		}
		if data, err = inflate(data); err != nil {
			return nil, err
		}
		if i < len(parameters) {
			p, _ := parameters[i].(pdfDict)
			if data, err = predicted(data, p); err != nil {
				return nil, err
			}
		}
	}
	return data, nil
}

// list returns an array, or the one thing that stands in its place.
func (f *file) list(v pdfValue) (pdfArray, error) {
	v, err := f.object(v)
	if err != nil || v == nil {
		return nil, err
	}
	all, ok := v.(pdfArray)
	if !ok {
		return pdfArray{v}, nil
	}
	out := make(pdfArray, len(all))
	for i, k := range all {
		if out[i], err = f.object(k); err != nil {
			return nil, err
		}
	}
	return out, nil
}
