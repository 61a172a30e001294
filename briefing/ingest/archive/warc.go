package archive

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
)

// IsWARC reports whether a file is a WARC file, packed or not.
func IsWARC(head []byte) bool {
	if bytes.HasPrefix(head, []byte("WARC/")) {
		return true
	}
	if !bytes.HasPrefix(head, []byte("\x1F\x8B")) {
		return false
	}
	z, err := gzip.NewReader(bytes.NewReader(head))
	if err != nil {
		return false
	}
	mark := make([]byte, 5)
	_, err = io.ReadFull(z, mark)
	return err == nil && string(mark) == "WARC/"
}

// WARC returns the pages of a WARC file (ISO 28500): the answers of servers
// that are whole and are pages. Packed ones are packed record by record. more
// counts answers of other kinds. What follows a damaged record is not read;
// then cut is true.
func WARC(data []byte) (pages []cutting.Cutting, more int, cut bool, err error) {
	var in io.Reader = bytes.NewReader(data)
	if bytes.HasPrefix(data, []byte("\x1F\x8B")) {
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, 0, false, fmt.Errorf("%w: it is no whole archive: %v", briefing.ErrDamaged, err)
		}
		in = io.LimitReader(z, maxArchive)
	}
	r := bufio.NewReaderSize(in, 64<<10)
	left := int64(maxArchive / 2) // of pages, which stay in memory
	for {
		head, err := warcHead(r)
		if err == io.EOF {
			break
		}
		size, e := strconv.ParseInt(head["content-length"], 10, 64)
		if err != nil || e != nil || size < 0 {
			cut = true
			break
		}
		body := io.LimitReader(r, size)
		if head["warc-type"] == "resource" && strings.Contains(head["content-type"], "html") && len(pages) < cutting.MaxCuttings {
			page, err := io.ReadAll(io.LimitReader(body, min(maxMember, left)))
			if err == nil && len(page) > 0 {
				left -= int64(len(page))
				pages = append(pages, cutting.Cutting{Data: page, URL: strings.Trim(head["warc-target-uri"], "<>"), Name: "page.html"})
			}
		}
		if head["warc-type"] == "response" && strings.HasPrefix(head["content-type"], "application/http") && len(pages) < cutting.MaxCuttings {
			page, ok := webAnswer(bufio.NewReader(body), min(maxMember, left))
			switch {
			case ok:
				left -= int64(len(page))
				pages = append(pages, cutting.Cutting{Data: page, URL: strings.Trim(head["warc-target-uri"], "<>"), Name: "page.html"})
			default:
				more++
			}
		}
		if _, err := io.Copy(io.Discard, body); err != nil {
			cut = true
			break
		}
	}
	if len(pages) == 0 {
		return nil, more, cut, fmt.Errorf("%w: the web archive holds no page", briefing.ErrEmpty)
	}
	return pages, more, cut, nil
}

var errNoRecord = errors.New("no record begins here")

// warcHead reads the fields of the next record, names in lower case.
func warcHead(r *bufio.Reader) (map[string]string, error) {
	for {
		line, err := shortLine(r)
		if err != nil {
			return nil, io.EOF // blanks at the end are no record
		}
		if line == "" {
			continue
		}
		if !strings.HasPrefix(line, "WARC/") {
			return nil, errNoRecord
		}
		return fields(r)
	}
}

// fields reads lines of "Name: value" up to an empty one.
func fields(r *bufio.Reader) (map[string]string, error) {
	const most = 500
	all := map[string]string{}
	for range most {
		line, err := shortLine(r)
		if err != nil {
			return nil, err
		}
		if line == "" {
			return all, nil
		}
		if name, value, ok := strings.Cut(line, ":"); ok {
			all[strings.ToLower(strings.TrimSpace(name))] = strings.TrimSpace(value)
		}
	}
	return nil, errNoRecord
}

// shortLine reads a line of at most 64 KB.
func shortLine(r *bufio.Reader) (string, error) {
	line, err := r.ReadSlice('\n')
	if err != nil && (err != io.EOF || len(line) == 0) {
		return "", err
	}
	return strings.TrimRight(string(line), "\r\n"), nil
}

// webAnswer returns the page in an answer of a web server, if it is one: status
// 200 and HTML, with its packing undone.
func webAnswer(r *bufio.Reader, most int64) ([]byte, bool) {
	status, err := shortLine(r)
	if err != nil || !strings.HasPrefix(status, "HTTP/") || !strings.Contains(status+" ", " 200 ") {
		return nil, false
	}
	head, err := fields(r)
	if err != nil || !strings.Contains(head["content-type"], "html") || most <= 0 {
		return nil, false
	}
	var body io.Reader = r
	if strings.EqualFold(head["transfer-encoding"], "chunked") {
		body = &chunks{r: r}
	}
	if strings.Contains(head["content-encoding"], "gzip") {
		z, err := gzip.NewReader(body)
		if err != nil {
			return nil, false
		}
		body = z
	}
	page, err := io.ReadAll(io.LimitReader(body, most))
	return page, len(page) > 0 && (err == nil || errors.Is(err, io.ErrUnexpectedEOF))
}

// chunks undoes the chunked encoding of HTTP/1.1 (RFC 9112). Some programs
// keep the header and store the body without chunks: then it is handed on.
type chunks struct {
	r     *bufio.Reader
	left  int64
	plain bool
	begun bool
	done  bool
}

func (c *chunks) Read(p []byte) (int, error) {
	if c.done {
		return 0, io.EOF
	}
	if c.plain {
		return c.r.Read(p)
	}
	if c.left == 0 {
		if !c.begun {
			if start, _ := c.r.Peek(8); !hexLine(start) {
				c.plain = true
				return c.r.Read(p)
			}
		} else if _, err := shortLine(c.r); err != nil {
			return 0, io.ErrUnexpectedEOF
		}
		c.begun = true
		line, err := shortLine(c.r)
		size, _, _ := strings.Cut(line, ";")
		n, e := strconv.ParseInt(strings.TrimSpace(size), 16, 64)
		if err != nil || e != nil || n < 0 {
			return 0, io.ErrUnexpectedEOF
		}
		if n == 0 {
			c.done = true
			return 0, io.EOF
		}
		c.left = n
	}
	n, err := c.r.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, err
}

// hexLine reports whether bytes begin with a number in hexadecimal and the end
// of a line.
func hexLine(b []byte) bool {
	n := 0
	for n < len(b) && strings.ContainsRune("0123456789abcdefABCDEF", rune(b[n])) {
		n++
	}
	return n > 0 && n < len(b) && (b[n] == '\r' || b[n] == ';')
}
