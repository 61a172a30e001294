package app

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

func (x explainer) template(e *TemplateFileError) Problem {
	var mistake *page.TemplateError
	key := "template"
	switch {
	case errors.As(e.Err, &mistake):
		return x.problem("template.mistake", "name", e.Name, "line", fmt.Sprint(mistake.Row), "why", x.Phrase(mistake.Why))
	case errors.Is(e.Err, briefing.ErrConflict):
		key = "template.taken"
	case errors.Is(e.Err, briefing.ErrTooLarge):
		key = "template.too-large"
	case errors.Is(e.Err, briefing.ErrNotFound):
		key = "template.unknown"
	case errors.Is(e.Err, fs.ErrNotExist):
		key = "template.none"
	}
	return x.problem(key, "name", e.Name, "why", x.why(e.Err))
}

func (x explainer) learnt(e *LearntFileError) Problem {
	key := "learnt"
	switch {
	case errors.Is(e.Err, errColumns):
		key = "learnt.columns"
	case errors.Is(e.Err, errNoFix):
		key = "learnt.no-fix"
	case errors.Is(e.Err, briefing.ErrEmpty):
		key = "learnt.empty"
	case errors.Is(e.Err, briefing.ErrTooLarge):
		key = "learnt.too-large"
	case errors.Is(e.Err, fs.ErrNotExist):
		key = "learnt.none"
	}
	return x.problem(key, "name", e.Name, "line", fmt.Sprint(e.Row), "why", x.why(e.Err))
}

func (x explainer) verify(e *VerifyError) Problem {
	kind := strings.ToUpper(strings.TrimPrefix(filepath.Ext(e.Name), "."))
	pairs := []any{"name", e.Name, "article", e.Article, "kind", kind}
	var file *FileError
	var newer *export.NewerError
	key := "verify"
	switch {
	case e.Article != "":
		cause := e.Err
		if errors.As(cause, &file) {
			cause = file.Err
		}
		switch {
		case errors.Is(cause, fs.ErrNotExist), errors.Is(cause, briefing.ErrNotFound):
			key = "verify.article-none"
		case errors.Is(cause, briefing.ErrEmpty):
			key = "verify.article-empty"
		default:
			key = "verify.article"
		}
		return x.problem(key, append(pairs, "why", x.reason(cause))...)
	case errors.Is(e.Err, errNoArticles):
		key = "verify.no-articles"
	case errors.As(e.Err, &newer):
		key = "verify.newer"
	case errors.Is(e.Err, trace.ErrNone):
		key = "verify.no-trace"
	case errors.Is(e.Err, errNotVerifiable):
		key = "verify.format"
	case errors.Is(e.Err, fs.ErrNotExist):
		key = "verify.none"
	case errors.Is(e.Err, fs.ErrPermission):
		key = "verify.forbidden"
	case errors.Is(e.Err, briefing.ErrDamaged):
		key = "verify.damaged"
	case errors.Is(e.Err, briefing.ErrUnsupported):
		key = "verify.foreign"
	}
	return x.problem(key, append(pairs, "why", x.reason(e.Err))...)
}
