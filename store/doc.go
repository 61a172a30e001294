// Package store is the library: one SQLite file that holds articles and their
// full-text search, briefings and the journal of every edit, tags, saved
// searches and settings.
//
// It owns the file: its schema and migrations, the lock that keeps two
// windows from writing at once, backups, restoring and the checks of Doctor.
// It owns the language of search queries. It does not own the meaning of what
// it stores: it applies an edit with briefing.Apply, and asks its caller
// whether the result may be kept.
//
// One connection writes, a pool of others reads. Every change is one
// transaction, synced to the disk before the call returns.
package store
