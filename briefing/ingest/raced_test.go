//go:build race

package ingest

// raced says that the race detector watches, under which all takes some ten
// times as long and as much memory: what is held to a time is then not.
const raced = true
