package mail

import (
	"bytes"

	"example.org/attache/briefing/pattern"
)

// postmark is the line that begins a message in a mailbox (RFC 4155): "From ",
// a sender and a date. The sender can be missing, the date is of many forms.
var postmark = pattern.New(`^From (?:\S+ +|- )?.*\b\d{1,2}:\d{2}(?::\d{2})?\b.*\b\d{4}\b`)

var fieldLine = pattern.New(`^[A-Za-z][A-Za-z0-9-]*:`)

// Split returns the messages of a mailbox, without the lines that begin them.
// A file that is no mailbox is one message. Lines of text that begin with
// "From " do not begin a message unless an empty line stands before and fields
// follow. The mark ">" that mailboxes put before such lines is taken off where
// all of them have it.
func Split(data []byte) [][]byte {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if !bytes.HasPrefix(data, []byte("From ")) {
		return [][]byte{data}
	}
	var starts, bodies []int // of the postmarks, and of what follows them
	blank := true
	for at := 0; at < len(data); {
		end := len(data)
		if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		line := data[at:end]
		if blank && bytes.HasPrefix(line, []byte("From ")) && postmark().Match(line[:min(len(line), 300)]) && fieldLine().Match(data[end:min(len(data), end+100)]) {
			starts, bodies = append(starts, at), append(bodies, end)
		}
		blank = len(bytes.TrimRight(line, "\r\n")) == 0
		at = end
	}
	if len(starts) < 2 {
		return [][]byte{data}
	}
	var all [][]byte
	for i, from := range bodies {
		to := len(data)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		all = append(all, data[from:to])
	}
	return all
}
