package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest"
	"example.org/attache/briefing/page"
	"example.org/attache/store"
)

// Problem is an error as a person is told of it: what happened, what is safe,
// and what to do. Each is one or two sentences, or empty.
type Problem struct {
	What, Safe, Do string
	Err            error // for the log, and for errors.Is
}

// Error returns the three parts as one text.
func (p Problem) Error() string {
	s := p.What
	for _, part := range []string{p.Safe, p.Do} {
		if part != "" {
			s += " " + part
		}
	}
	return s
}

// Unwrap returns the error behind the problem.
func (p Problem) Unwrap() error { return p.Err }

// Explain puts an error into the English words a person is told. A nil error
// is the zero Problem.
func Explain(err error) Problem { return ExplainIn(err, English()) }

// ExplainIn is Explain in a language of the interface. Its words are those of
// assets/ui under "problem."; what a system says itself stays as it is.
func ExplainIn(err error, w *Words) Problem {
	if err == nil {
		return Problem{}
	}
	var done Problem
	if errors.As(err, &done) {
		return done
	}
	p := explainer{w}.kind(err)
	p.Err = err
	if p.What == "" {
		p = explainer{w}.problem("other", "what", sentence(err.Error()))
		p.Err = err
	}
	return p
}

// explainer puts errors into the words of a language.
type explainer struct{ *Words }

// problem is the problem of a key: what happened stands under the key itself,
// what is safe and what to do under it with ".safe" and ".do", if anything.
func (x explainer) problem(key string, pairs ...any) Problem {
	key = "problem." + key
	p := Problem{What: x.T(key, pairs...)}
	if x.Has(key + ".safe") {
		p.Safe = x.T(key+".safe", pairs...)
	}
	if x.Has(key + ".do") {
		p.Do = x.T(key+".do", pairs...)
	}
	return p
}

func (x explainer) kind(err error) Problem {
	var (
		query   *QueryError
		date    *DateError
		setting *SettingError
		tongue  *LanguageError
		format  *FormatError
		file    *FileError
		write   *WriteError
		backup  *BackupError
		archive *ArchiveError
		library *LibraryError
		broken  *briefing.CheckError
		marking *page.MarkingError
		form    *TemplateFileError
		verify  *VerifyError
		learnt  *LearntFileError
	)
	switch {
	case errors.Is(err, context.Canceled):
		return x.problem("stopped")
	case errors.As(err, &query):
		return Problem{What: x.Phrase(query.Message)}
	case errors.As(err, &date):
		return x.problem("date", "text", date.Text)
	case errors.As(err, &tongue):
		return x.problem("language", "text", tongue.Text)
	case errors.As(err, &setting):
		return x.problem("setting", "name", setting.Name, "value", setting.Value, "allowed", setting.Allowed)
	case errors.As(err, &format):
		return x.problem("format", "name", filepath.Base(format.Path))
	case errors.As(err, &file):
		return x.file(file)
	case errors.As(err, &verify):
		return x.verify(verify)
	case errors.As(err, &form):
		return x.template(form)
	case errors.As(err, &learnt):
		return x.learnt(learnt)
	case errors.As(err, &backup):
		return x.backup(backup)
	case errors.As(err, &archive):
		return x.archive(archive)
	case errors.As(err, &write):
		return x.write(write)
	case errors.As(err, &library):
		return x.library(library)
	case errors.As(err, &broken):
		return x.invented(broken)
	case errors.As(err, &marking):
		return x.marking(marking)
	}
	return x.sentinel(err)
}

func (x explainer) sentinel(err error) Problem {
	for _, c := range []struct {
		err error
		key string
	}{
		{briefing.ErrLocked, "locked"}, {briefing.ErrNoFit, "no-fit"}, {briefing.ErrQuote, "quote-merge"}, {briefing.ErrWhole, "whole"},
		{briefing.ErrNoPlace, "no-place"}, {briefing.ErrNoNext, "no-next"}, {briefing.ErrUnlike, "unlike"},
		{errInList, "learnt.in-list"}, {errSaysNothing, "learnt.says-nothing"},
	} {
		if errors.Is(err, c.err) {
			return x.problem(c.key)
		}
	}
	var exists *ExistsError
	switch {
	case errors.As(err, &exists):
		return x.problem("exists", "what", exists.What)
	case errors.Is(err, briefing.ErrNotFound):
		return x.problem("not-found", "what", sentence(err.Error()))
	case errors.Is(err, briefing.ErrConflict):
		return x.problem("conflict", "what", sentence(err.Error()))
	case errors.Is(err, briefing.ErrEmpty):
		return x.problem("no-article")
	}
	return Problem{}
}

func (x explainer) file(e *FileError) Problem {
	var foreign *ingest.ForeignError
	key := "file.other"
	switch {
	case errors.Is(e.Err, ErrEndsEarly):
		key = "file.ends-early"
	case errors.Is(e.Err, ingest.ErrNoReader):
		key = "file.no-reader"
	case errors.Is(e.Err, ingest.ErrNoArticles):
		key = "file.folder"
	case errors.Is(e.Err, briefing.ErrEmpty):
		key = "file.empty"
	case errors.Is(e.Err, briefing.ErrTooLarge):
		key = "file.too-large"
	case errors.As(e.Err, &foreign):
		p := x.problem("file.foreign", "name", e.Name, "kind", x.Phrase(foreign.Kind))
		p.Do = sentence(x.Phrase(foreign.Hint)) + "."
		return p
	case errors.Is(e.Err, briefing.ErrUnsupported):
		key = "file.unsupported"
	case errors.Is(e.Err, briefing.ErrDamaged):
		key = "file.damaged"
	case errors.Is(e.Err, fs.ErrNotExist), errors.Is(e.Err, briefing.ErrNotFound):
		key = "file.none"
	case errors.Is(e.Err, fs.ErrPermission):
		key = "file.forbidden"
	}
	p := x.problem(key, "name", e.Name, "why", x.reason(e.Err))
	var refused *briefing.RefusedError
	if errors.As(e.Err, &refused) && key != "file.ends-early" { // its reader knows more about it
		p.What, p.Do = x.T("problem.file.other", "name", e.Name, "why", x.Phrase(refused.Why)+"."), sentence(x.Phrase(refused.Do))+"."
	}
	return p
}

// reason is an error's own words as the end of a sentence, without the name
// of the file, which is said already.
func (x explainer) reason(err error) string {
	var read *ingest.ReadError
	if errors.As(err, &read) {
		err = read.Err
	}
	return x.Phrase(strings.TrimSuffix(err.Error(), ".")) + "."
}

func (x explainer) write(e *WriteError) Problem {
	key := "write"
	switch {
	case errors.Is(e.Err, errFolder):
		key = "write.folder"
	case errors.Is(e.Err, errNoFile), errors.Is(e.Err, errLibrary), errors.Is(e.Err, errTaken), errors.Is(e.Err, errOtherKey), errors.Is(e.Err, store.ErrInTheWay):
		key = "write.no-file"
	case slices.Contains([]string{"name", "long", "held"}, systemCause(e.Err)):
		key = "write.no-file" // another name helps, not another folder
	case e.Saved:
		key = "write.saved"
	}
	return x.problem(key, "path", e.Path, "why", x.why(e.Err))
}

// why names the cause of a failed write.
func (x explainer) why(err error) string {
	if key := systemCause(err); key != "" {
		return x.T("problem.cause." + key)
	}
	for _, c := range []cause{
		{fs.ErrNotExist, "no-folder"}, {errFolder, "folder"}, {errNoFile, "no-file"},
		{errLibrary, "library"}, {errTaken, "taken"}, {errOtherKey, "other-key"}, {store.ErrInTheWay, "no-backup"},
	} {
		if errors.Is(err, c.err) {
			return x.T("problem.cause." + c.key)
		}
	}
	return err.Error()
}

func (x explainer) backup(e *BackupError) Problem {
	key := "backup.damaged"
	switch {
	case errors.Is(e.Err, fs.ErrNotExist):
		key = "backup.none"
	case errors.Is(e.Err, store.ErrNewer):
		key = "backup.newer"
	case !errors.Is(e.Err, briefing.ErrDamaged):
		key = "backup.other"
	}
	return x.problem(key, "path", e.Path, "why", x.why(e.Err))
}

func (x explainer) archive(e *ArchiveError) Problem {
	key := "archive.damaged"
	switch {
	case errors.Is(e.Err, fs.ErrNotExist):
		key = "archive.none"
	case errors.Is(e.Err, errNotEmpty):
		key = "archive.not-empty"
	case errors.Is(e.Err, briefing.ErrUnsupported):
		key = "archive.newer"
	}
	return x.problem(key, "path", e.Path)
}

func (x explainer) library(e *LibraryError) Problem {
	var held *store.InUseError
	if errors.As(e.Err, &held) && held.Process != 0 {
		return x.inUse(held.Holder)
	}
	for _, c := range []cause{
		{store.ErrInUse, "in-use"}, {store.ErrNewer, "newer"}, {store.ErrNotLibrary, "not-one"}, {briefing.ErrDamaged, "damaged"},
		{store.ErrReadOnly, "read-only"}, {store.ErrMoved, "moved"}, {store.ErrGone, "gone"}, {fs.ErrNotExist, "none"},
	} {
		if errors.Is(e.Err, c.err) {
			return x.problem("library."+c.key, "path", e.Path)
		}
	}
	switch key := systemCause(e.Err); key {
	case "":
	case "read-only":
		return x.problem("library.forbidden", "path", e.Path) // the disk's, not the library's
	case "held", "name", "long":
		return x.problem("library.unusable", "path", e.Path, "why", x.T("problem.cause."+key))
	default:
		return x.problem("library."+key, "path", e.Path)
	}
	return x.problem("library.other", "what", sentence(e.Error()))
}

// inUse names who holds the library.
func (x explainer) inUse(h store.Holder) Problem {
	p := x.problem("library.in-use")
	key := "problem.library.held-command"
	if h.As == store.AsWindow || h.As == "" {
		key = "problem.library.held-window"
	}
	p.What = x.T(key, "who", h.As, "time", h.Since.Local().Format("2006-01-02 15:04"), "process", fmt.Sprint(h.Process))
	return p
}

func (x explainer) invented(e *briefing.CheckError) Problem {
	v := e.Violations[0]
	var p Problem
	switch n := len(v.Words); {
	case len(v.Lost) > 0:
		p = x.problem("turned", "words", "‘"+strings.Join(v.Words, "’, ‘")+"’")
	case v.Quote:
		p = x.problem("quote")
	case n > 0:
		p = x.problem("invented", "n", n, "words", "‘"+strings.Join(v.Words, "’, ‘")+"’")
	default:
		p = x.problem("order", "why", x.Phrase(v.Why))
	}
	if more := len(e.Violations) - 1; more > 0 {
		p.What += " " + x.T("problem.more", "n", more)
	}
	return p
}

func (x explainer) marking(e *page.MarkingError) Problem {
	key := "marking"
	if e.Page == "" {
		key = "marking.none"
	}
	return x.problem(key, "mark", e.Mark, "line", fmt.Sprint(e.Number), "page", e.Page)
}
