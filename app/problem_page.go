package app

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

func explainTemplate(e *TemplateFileError) Problem {
	p := Problem{What: fmt.Sprintf("The template %s cannot be used (%s).", e.Name, why(e.Err)), Safe: "Nothing was changed."}
	var mistake *page.TemplateError
	switch {
	case errors.As(e.Err, &mistake):
		p.What = fmt.Sprintf("The template %s has a mistake on line %d: %s.", e.Name, mistake.Row, mistake.Why)
		p.Do = "Correct that line, then use it again."
	case errors.Is(e.Err, briefing.ErrConflict):
		p.What = fmt.Sprintf("The template %s has the name of a built-in one.", e.Name)
		p.Do = "Give it a name of its own, in the line that begins with “name:”."
	case errors.Is(e.Err, briefing.ErrTooLarge):
		p.What = fmt.Sprintf("The file %s is too large for a template.", e.Name)
	case errors.Is(e.Err, briefing.ErrNotFound):
		p.What = fmt.Sprintf("There is no template called %s.", e.Name)
		p.Do = "Name one that 'attache template' lists, or a text file."
	case errors.Is(e.Err, fs.ErrNotExist):
		p.What = fmt.Sprintf("There is no template file %s.", e.Name)
	}
	return p
}

func explainVerify(e *VerifyError) Problem {
	said := func(what string) string { return fmt.Sprintf("%s was not checked: %s", e.Name, what) }
	p := Problem{What: said(reason(e.Err))}
	kind := strings.ToUpper(strings.TrimPrefix(filepath.Ext(e.Name), "."))
	var file *FileError
	switch {
	case e.Article != "":
		cause := e.Err
		if errors.As(cause, &file) {
			cause = file.Err
		}
		switch {
		case errors.Is(cause, fs.ErrNotExist), errors.Is(cause, briefing.ErrNotFound):
			p.What = said(fmt.Sprintf("there is no article file %s.", e.Article))
		case errors.Is(cause, briefing.ErrEmpty):
			p.What = said(fmt.Sprintf("the article file %s has no readable text.", e.Article))
		default:
			p.What = said(fmt.Sprintf("the article file %s cannot be read: %s", e.Article, reason(cause)))
		}
		p.Do = "Name the files the briefing was made of."
	case errors.Is(e.Err, errNoArticles):
		p.What = said("none of its articles is in the library.")
		p.Do = "Name the articles' files after it."
	case errors.Is(e.Err, errNoTrace):
		p.What = said("it was exported without trace data.")
		p.Do = "Export it again with trace data."
	case errors.Is(e.Err, errNotVerifiable):
		p.What = said("only PDF, Markdown and JSON exports can be checked.")
		p.Do = "Export the briefing in one of these."
	case errors.Is(e.Err, fs.ErrNotExist):
		p.What = said("there is no such file.")
	case errors.Is(e.Err, fs.ErrPermission):
		p.What = said("you may not read it.")
	case errors.Is(e.Err, briefing.ErrDamaged), errors.Is(e.Err, briefing.ErrUnsupported):
		p.What = said(fmt.Sprintf("it is no %s file of Attaché's, or another program has changed it.", kind))
		p.Do = "Export the briefing again, and check that file."
	}
	return p
}
