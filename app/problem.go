package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

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

// Explain puts an error into the words a person is told. A nil error is the
// zero Problem.
func Explain(err error) Problem {
	if err == nil {
		return Problem{}
	}
	var done Problem
	if errors.As(err, &done) {
		return done
	}
	p := explainKind(err)
	p.Err = err
	if p.What == "" {
		p.What = sentence(err.Error()) + "."
	}
	return p
}

// ExplainIn is Explain in a language of the interface.
func ExplainIn(err error, w *Words) Problem { return Explain(err) }

func explainKind(err error) Problem {
	var (
		query   *QueryError
		date    *DateError
		setting *SettingError
		format  *FormatError
		file    *FileError
		write   *WriteError
		backup  *BackupError
		library *LibraryError
		broken  *briefing.CheckError
		marking *page.MarkingError
		form    *TemplateFileError
		verify  *VerifyError
	)
	switch {
	case errors.Is(err, context.Canceled):
		return Problem{What: "Stopped.", Safe: "What was done by then is kept."}
	case errors.As(err, &query):
		return Problem{What: query.Message}
	case errors.As(err, &date):
		return Problem{What: date.Error() + "."}
	case errors.As(err, &setting):
		return Problem{What: fmt.Sprintf("The setting %s cannot be %s.", setting.Name, setting.Value), Safe: "No setting was changed.", Do: "It can be: " + setting.Allowed + "."}
	case errors.As(err, &format):
		return Problem{What: fmt.Sprintf("The name %s tells no format.", filepath.Base(format.Path)), Do: "Let it end in .pdf, .docx, .md, .html or .json."}
	case errors.As(err, &file):
		return explainFile(file)
	case errors.As(err, &verify):
		return explainVerify(verify)
	case errors.As(err, &form):
		return explainTemplate(form)
	case errors.As(err, &backup):
		return explainBackup(backup)
	case errors.As(err, &write):
		return explainWrite(write)
	case errors.As(err, &library):
		return explainLibrary(library)
	case errors.As(err, &broken):
		return explainInvented(broken)
	case errors.As(err, &marking):
		return explainMarking(marking)
	}
	return explainSentinel(err)
}

func explainSentinel(err error) Problem {
	switch {
	case errors.Is(err, ErrExists):
		return Problem{What: strings.TrimSuffix(err.Error(), ": "+ErrExists.Error()) + ": a file is in the way that Attaché did not write, or that was changed since.",
			Safe: "It was left as it is.", Do: "Choose another name, or replace it on purpose."}
	case errors.Is(err, briefing.ErrLocked):
		return Problem{What: "The line is locked.", Safe: "It was not changed.", Do: "Unlock it first."}
	case errors.Is(err, briefing.ErrNoFit):
		return Problem{What: "The pinned and locked lines alone do not fit on one page.", Safe: "Nothing was left out, and nothing was written.", Do: "Unpin, unlock or shorten some."}
	case errors.Is(err, briefing.ErrNotFound):
		return Problem{What: sentence(err.Error()) + ".", Safe: "Nothing was changed."}
	case errors.Is(err, briefing.ErrConflict):
		return Problem{What: sentence(err.Error()) + ".", Safe: "Nothing was changed.", Do: "Look again and repeat what you wanted to do."}
	case errors.Is(err, briefing.ErrEmpty):
		return Problem{What: "There is no article to make a briefing of.", Do: "Add articles that have text."}
	}
	return Problem{}
}

func explainFile(e *FileError) Problem {
	p := Problem{What: fmt.Sprintf("%s was not added: %s", e.Name, reason(e.Err)), Safe: "The other files are not affected."}
	var foreign *ingest.ForeignError
	switch {
	case errors.Is(e.Err, ErrEndsEarly):
		p.What = fmt.Sprintf("%s was kept out: the file ends early, in the middle of its text.", e.Name)
		p.Do = "Save the page again, or add it anyway."
	case errors.Is(e.Err, ingest.ErrNoArticles):
		p.What = fmt.Sprintf("The folder %s holds no files that can be read as articles.", e.Name)
		p.Do = "Choose a folder with saved pages, mail, text, Markdown or Word files."
	case errors.Is(e.Err, briefing.ErrEmpty):
		p.What = fmt.Sprintf("%s was not added: it has no readable text.", e.Name)
		if strings.EqualFold(filepath.Ext(e.Name), ".pdf") {
			p.What = fmt.Sprintf("%s was not added: this PDF holds pictures of pages, no text.", e.Name)
			p.Do = "Run text recognition on it, then add it again."
		}
	case errors.Is(e.Err, briefing.ErrTooLarge):
		p.What = fmt.Sprintf("%s was not added: it is too large.", e.Name)
		p.Do = "Save the article alone, without the rest of the page."
	case errors.As(e.Err, &foreign):
		p.What = fmt.Sprintf("%s was not added: this is %s.", e.Name, foreign.Kind)
		p.Do = sentence(foreign.Hint) + "."
	case errors.Is(e.Err, briefing.ErrUnsupported):
		p.Do = "Save it as a web page, text, Markdown or Word file, then add it again."
	case errors.Is(e.Err, briefing.ErrDamaged):
		p.Do = "Save the article again, then add it again."
	case errors.Is(e.Err, fs.ErrNotExist), errors.Is(e.Err, briefing.ErrNotFound):
		p.What = fmt.Sprintf("%s was not added: there is no such file.", e.Name)
	case errors.Is(e.Err, fs.ErrPermission):
		p.What = fmt.Sprintf("%s was not added: you may not read it.", e.Name)
	}
	if what, do, ok := advice(e.Err); ok {
		p.What, p.Do = fmt.Sprintf("%s was not added: %s.", e.Name, what), sentence(do)+"."
	}
	return p
}

// advice returns what a reader says of a file it knows more about, as in
// "damaged: the PDF ends early; save it again".
func advice(err error) (what, do string, ok bool) {
	for _, kind := range []error{briefing.ErrEmpty, briefing.ErrDamaged, briefing.ErrUnsupported} {
		if !errors.Is(err, kind) {
			continue
		}
		if _, after, found := strings.Cut(err.Error(), kind.Error()+": "); found {
			what, do, ok = strings.Cut(after, "; ")
		}
	}
	return what, do, ok
}

// reason is an error's own words as the end of a sentence, without the name
// of the file, which is said already.
func reason(err error) string {
	s := err.Error()
	if rest, ok := strings.CutPrefix(s, "read "); ok {
		if _, after, ok := strings.Cut(rest, ": "); ok {
			s = after
		}
	}
	return strings.TrimSuffix(s, ".") + "."
}

func explainWrite(e *WriteError) Problem {
	p := Problem{What: fmt.Sprintf("Could not write to %s (%s).", e.Path, why(e.Err)), Do: "Choose another folder."}
	switch {
	case errors.Is(e.Err, errFolder):
		p.Safe, p.Do = "Nothing was written.", "Add the name of a file, such as brief.pdf."
		return p
	case errors.Is(e.Err, errNoFile):
		p.Safe, p.Do = "Nothing was written.", "Choose another name."
		return p
	}
	p.Safe = "An older file of that name is as it was."
	if e.Saved {
		p.Safe = "Your briefing is saved in the library, and an older file of that name is as it was."
	}
	return p
}

// why names the cause of a failed write.
func why(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, store.ErrFull):
		return "the disk is full"
	case errors.Is(err, syscall.EROFS):
		return "the disk can only be read"
	case errors.Is(err, fs.ErrPermission):
		return "you may not write there"
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such folder"
	}
	return err.Error()
}

func explainBackup(e *BackupError) Problem {
	p := Problem{What: fmt.Sprintf("The backup %s cannot be restored: it is damaged, or no backup of Attaché's.", e.Path), Safe: "The library is as it was.", Do: "Choose another backup."}
	switch {
	case errors.Is(e.Err, fs.ErrNotExist):
		p.What = fmt.Sprintf("There is no backup at %s.", e.Path)
	case errors.Is(e.Err, store.ErrNewer):
		p.What = fmt.Sprintf("The backup %s was made by a newer version of Attaché.", e.Path)
		p.Do = "Install that version, or choose another backup."
	case !errors.Is(e.Err, briefing.ErrDamaged):
		p.What = fmt.Sprintf("The backup %s cannot be read (%s).", e.Path, why(e.Err))
	}
	return p
}

func explainLibrary(e *LibraryError) Problem {
	switch {
	case errors.Is(e.Err, store.ErrInUse):
		return Problem{What: "The library is open in another window of this account.", Safe: "Nothing was changed.", Do: "Close the other window, or open the library to read only."}
	case errors.Is(e.Err, store.ErrNewer):
		return Problem{What: "The library was made by a newer version of Attaché.", Safe: "It was not changed.", Do: "Install that version, or choose another library."}
	case errors.Is(e.Err, store.ErrNotLibrary):
		return Problem{What: fmt.Sprintf("%s is not a library of Attaché's.", e.Path), Safe: "It was left as it is.", Do: "Choose another file. If it was a library once, restore a backup."}
	case errors.Is(e.Err, briefing.ErrDamaged):
		return Problem{What: fmt.Sprintf("The library file %s is damaged.", e.Path), Safe: "It was left as it is, and its backups lie beside it.", Do: "Restore a backup, or open the library to read only."}
	case errors.Is(e.Err, store.ErrFull), errors.Is(e.Err, syscall.ENOSPC):
		return Problem{What: "The disk with the library is full.", Safe: "Everything up to your last step is saved; that step was not.", Do: "Make room on the disk, then repeat it."}
	case errors.Is(e.Err, store.ErrReadOnly):
		return Problem{What: "The library is open to be read only.", Safe: "Nothing was changed.", Do: "Close the other window and open the library again."}
	case errors.Is(e.Err, fs.ErrNotExist):
		return Problem{What: fmt.Sprintf("There is no library at %s.", e.Path), Do: "Choose another file."}
	case errors.Is(e.Err, fs.ErrPermission), errors.Is(e.Err, syscall.EROFS):
		return Problem{What: fmt.Sprintf("You may not write to the library %s.", e.Path), Safe: "Nothing was changed.", Do: "Open it to read only, or choose a library in a folder of your own."}
	}
	return Problem{What: sentence(e.Error()) + ".", Safe: "Everything up to your last step is saved.", Do: "Run the check in Settings, or 'attache doctor'."}
}

func explainInvented(e *briefing.CheckError) Problem {
	v := e.Violations[0]
	p := Problem{Safe: "Nothing was changed."}
	switch n := len(v.Words); {
	case v.Field == briefing.TextField && strings.Contains(v.Why, "quotation"):
		p.What = "A quote cannot be changed."
		p.Do = "To shorten it, select words and choose Leave Out; the gap is shown as […]."
	case n == 1:
		p.What = fmt.Sprintf("The line has 1 word that is not in its source: ‘%s’.", v.Words[0])
		p.Do = "Restore the source wording, or keep the line as an edited one."
	case n > 1:
		p.What = fmt.Sprintf("The line has %d words that are not in its source: ‘%s’.", n, strings.Join(v.Words, "’, ‘"))
		p.Do = "Restore the source wording, or keep the line as an edited one."
	default:
		p.What = fmt.Sprintf("The line does not follow its source: %s.", v.Why)
		p.Do = "Restore the source wording, or keep the line as an edited one."
	}
	if more := len(e.Violations) - 1; more > 0 {
		p.What += fmt.Sprintf(" So have %d more.", more)
	}
	return p
}

func explainMarking(e *page.MarkingError) Problem {
	p := Problem{
		What: fmt.Sprintf("%s on line %d is above the page marking %s.", e.Mark, e.Number, e.Page),
		Safe: "Nothing was written.",
		Do:   "Raise the page marking or remove the line.",
	}
	if e.Page == "" {
		p.What = fmt.Sprintf("Line %d is marked %s, and the page has no marking.", e.Number, e.Mark)
		p.Do = "Mark the page or remove the line."
	}
	return p
}
