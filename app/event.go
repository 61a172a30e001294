package app

import "example.org/attache/briefing"

// EventKind says what changed.
type EventKind string

// The kinds of events.
const (
	ArticlesAdded   EventKind = "articles added"
	ArticlesChanged EventKind = "articles changed" // details or tags
	ArticlesRemoved EventKind = "articles removed" // or put back: the list is to be read anew
	BriefingAdded   EventKind = "briefing added"
	BriefingChanged EventKind = "briefing changed" // edited, undone, redone, updated
	BriefingRemoved EventKind = "briefing removed" // or put back
	SearchesChanged EventKind = "searches changed"
	SettingsChanged EventKind = "settings changed"
	LibraryReplaced EventKind = "library replaced" // a backup was restored: read everything anew
)

// Event tells a face of the program that what it shows is out of date.
type Event struct {
	Kind     EventKind
	Articles []briefing.ArticleID
	Briefing briefing.BriefingID
}

// Subscribe has f called after every change, until cancel is called. f is
// called on no particular goroutine, in the order of the changes, and must
// return quickly; it may call back into the App.
func (a *App) Subscribe(f func(Event)) (cancel func()) { return func() {} }
