package store

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"
	"sync"

	"modernc.org/sqlite"
)

// readers is how many queries may run side by side: the list, its count and
// the reader pane, and one to spare.
const readers = 4

// ownLocks has SQLite take locks that belong to the open file and not to the
// process, where the system has them (Linux, open file description locks): no
// other part of the process that opens and closes a database can drop them.
// It has to be asked for before the first database is opened.
var ownLocks = sync.OnceFunc(func() { _, _ = sqlite.OFDLocking(true) })

// connect opens the database at path. Nothing is read until the first use.
func connect(path string, query url.Values) (*sql.DB, error) {
	ownLocks()
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // a Windows drive: file:///C:/…
	}
	u := url.URL{Scheme: "file", Path: p, RawQuery: query.Encode()}
	return sql.Open("sqlite", u.String())
}

// writerQuery is how the one writing connection is opened.
func writerQuery() url.Values {
	return url.Values{
		"_txlock": {"immediate"}, // fail at the start of a transaction, not in its middle
		"_pragma": {
			"busy_timeout(5000)", // a checkpoint or a backup may hold the file for a moment
			"synchronous(full)",  // an edit acknowledged survives a power cut
			"foreign_keys(on)",
			"wal_autocheckpoint(4000)", // pages: what many transactions change is copied back once
			"cache_size(-24576)",       // KiB
			"trusted_schema(off)",
		},
	}
}

// readerQuery is how the reading connections are opened. immutable is for a
// library on a medium that cannot be written, where SQLite could not make the
// files it shares with a writer.
func readerQuery(immutable bool) url.Values {
	q := url.Values{
		"mode": {"ro"},
		"_pragma": {
			"busy_timeout(5000)",
			"query_only(on)",
			"cache_size(-4096)", // KiB, for each of the readers
			"trusted_schema(off)",
		},
	}
	if immutable {
		q.Set("immutable", "1")
	}
	return q
}
