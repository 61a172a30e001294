package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"example.org/attache/app"
)

// languages are the strings of the interface in every language but English.
func languages(t *testing.T) map[string]*app.Words {
	t.Helper()
	all := map[string]*app.Words{}
	for _, code := range []string{"es", "fr"} {
		w, err := app.LoadWords(code)
		if err != nil {
			t.Fatal(err)
		}
		all[code] = w
	}
	return all
}

func TestPhrase(t *testing.T) {
	for _, c := range []struct{ language, english, want string }{
		{"en", "2 blocks left out", "2 blocks left out"},
		{"es", "2 blocks left out", "2 bloques omitidos"},
		{"es", "1 block left out", "1 bloque omitido"},
		{"fr", "No date found", "Pas de date trouvée"},
		{"fr", "damaged: it is no whole archive: zip: bad", "il est endommagé : ce n’est pas une archive entière (zip: bad)"},
		{"es", "‘after:2019-13’ is not a date. Example: after:2019-12-01", "«after:2019-13» no es una fecha. Ejemplo: after:2019-12-01"},
		{"es", "something nobody has translated", "something nobody has translated"},
		{"fr", "", ""},
	} {
		w, err := app.LoadWords(c.language)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Phrase(c.english); got != c.want {
			t.Errorf("%s, %q: %q, want %q", c.language, c.english, got, c.want)
		}
	}
}

func FuzzPhrase(f *testing.F) {
	f.Add("2 blocks left out")
	f.Add("‘x’ is given twice {n}")
	w, err := app.LoadWords("es")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) { w.Phrase(s) })
}

// TestWhatLowerPackagesSayIsTranslated looks in their source for what they say
// to a person, and for its translation: notes and errors of ingest, kinds of
// files, mistakes of templates and searches, the referee's verdicts.
func TestWhatLowerPackagesSayIsTranslated(t *testing.T) {
	words := languages(t)
	seen := 0
	look := func(path, said string) {
		said = filled(said)
		if said == "" {
			return
		}
		seen++
		for code, w := range words {
			if w.Phrase(said) == said && said != "PDF" {
				t.Errorf("%s: %q has no %s", path, said, code)
			}
		}
	}
	each := func(dir string, visit func(path string, n ast.Node)) {
		files, err := filepath.Glob(filepath.Join("..", dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no source in %s: %v", dir, err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool { visit(path, n); return true })
		}
	}
	ingest := func(visit func(path string, n ast.Node)) {
		for _, dir := range []string{"", "/archive", "/database", "/mail", "/pdf", "/reading"} {
			each("briefing/ingest"+dir, visit)
		}
	}
	ingest(func(path string, n ast.Node) {
		switch n := n.(type) {
		case *ast.CallExpr:
			switch name := called(n); {
			case name == "note" && len(n.Args) > 1:
				look(path, text(n.Args[1]))
			case name == "refused": // a list of links or references
				look(path, text(n.Args[0]))
			case name == "Errorf" && len(n.Args) > 1 && strings.HasPrefix(text(n.Args[0]), "%w: ") && !large(n):
				for _, part := range strings.Split(strings.TrimPrefix(text(n.Args[0]), "%w: "), "; ") {
					if part != "%v" && part != "%s: %v" { // the words of a system or of a library
						look(path, part)
					}
				}
			}
		case *ast.CompositeLit:
			if filepath.Base(path) == "foreign.go" && len(n.Elts) == 3 && text(n.Elts[0]) != "" { // a foreign kind and what to do about it
				look(path, text(n.Elts[0]))
				look(path, text(n.Elts[1]))
			}
			if typed(n) == "Foreign" || typed(n) == "ForeignError" || typed(n) == "RefusedError" {
				for _, e := range n.Elts {
					if pair, ok := e.(*ast.KeyValueExpr); ok {
						if call, ok := pair.Value.(*ast.CallExpr); ok && called(call) == "Sprintf" {
							pair.Value = call.Args[0]
						}
						look(path, text(pair.Value))
					}
				}
			}
		case *ast.ValueSpec: // what to do, with a name
			for _, v := range n.Values {
				if s := text(v); strings.HasSuffix(s, "and add that") {
					look(path, s)
				}
			}
		}
	})
	each("briefing/page", func(path string, n ast.Node) {
		if call, ok := n.(*ast.CallExpr); ok && filepath.Base(path) == "template_read.go" && called(call) == "Errorf" && !strings.Contains(text(call.Args[0]), "%w") {
			look(path, text(call.Args[0]))
		}
		if lit, ok := n.(*ast.CompositeLit); ok && typed(lit) == "TemplateError" && len(lit.Elts) == 2 {
			look(path, text(lit.Elts[1]))
		}
	})
	each("store", func(path string, n ast.Node) {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || typed(lit) != "QueryError" || len(lit.Elts) != 1 {
			return
		}
		if call, ok := lit.Elts[0].(*ast.CallExpr); ok {
			look(path, text(call.Args[0]))
		} else {
			look(path, text(lit.Elts[0]))
		}
	})
	each("briefing", func(path string, n ast.Node) {
		if pair, ok := n.(*ast.KeyValueExpr); ok && filepath.Base(path) == "check.go" {
			if key, ok := pair.Key.(*ast.Ident); ok && key.Name == "Why" {
				look(path, text(pair.Value))
			}
		}
	})
	if seen < 60 {
		t.Errorf("found %d texts only: has the source another shape?", seen)
	}
}

// filled is a format with its places filled.
func filled(format string) string {
	format = regexp.MustCompile(`^%s (beyond|elsewhere|of other|with a summary|became|left|not read|put together|without text)`).ReplaceAllString(format, "2 things $1")
	for from, to := range map[string]string{"2 things became": "2 control characters became", "2 things left": "2 blocks left", "2 things not": "2 attachments not", "2 things put": "2 words divided at line ends were put",
		"2 things without": "2 pages without", "2 things beyond": "2 articles beyond",
		"2 things elsewhere": "2 paragraphs elsewhere", "2 things of other": "2 files of other", "2 things with a": "2 items with a"} {
		format = strings.Replace(format, from, to, 1)
	}
	format = strings.NewReplacer("%d", "7", "%s", "zz", "%q", `"zz"`, "%v", "zz", "%.1f", "7.0").Replace(format)
	return format
}

func text(e ast.Expr) string {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		s, _ := strconv.Unquote(lit.Value)
		return s
	}
	return ""
}

func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

func typed(c *ast.CompositeLit) string {
	switch t := c.Type.(type) {
	case *ast.Ident:
		return t.Name
	case *ast.SelectorExpr:
		return t.Sel.Name
	}
	return ""
}

// large reports whether an error is of files too large or missing, of which
// the person is told in other words.
func large(c *ast.CallExpr) bool {
	for _, a := range c.Args[1:] {
		if s, ok := a.(*ast.SelectorExpr); ok && (s.Sel.Name == "ErrTooLarge" || s.Sel.Name == "ErrNotFound" || s.Sel.Name == "ErrEmpty" && !strings.Contains(text(c.Args[0]), ";")) {
			return true
		}
	}
	return false
}

// TestEveryProblemHasWords looks in this package's source for the keys of
// problems and causes.
func TestEveryProblemHasWords(t *testing.T) {
	english := app.English()
	files, err := filepath.Glob("problem*.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, path := range files {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?:key = |key := |problem\(|, )"([a-z]+(?:\.[a-z-]+)?(?:-[a-z]+)*)"[,})\n]`).FindAllStringSubmatch(string(source), -1) {
			known := false
			for _, prefix := range []string{"problem.", "problem.cause.", "problem.library."} {
				known = known || english.Has(prefix+m[1])
			}
			if known {
				seen++
			} else if !english.Has("problem."+m[1]) && strings.Contains(m[0], "key") {
				t.Errorf("%s: %q has no words", path, m[1])
			}
		}
	}
	if seen < 40 {
		t.Errorf("found %d keys only: has the source another shape?", seen)
	}
	// And no problem is told in a key.
	for _, w := range languages(t) {
		for _, err := range []error{&app.LibraryError{Path: "x", Err: os.ErrNotExist}, &app.DateError{Text: "x"}, &app.WriteError{Path: "x", Err: os.ErrPermission}, os.ErrClosed} {
			if got := app.ExplainIn(err, w).Error(); strings.Contains(got, "problem.") || strings.Contains(got, "{") {
				t.Errorf("%s: %q", w.Language, got)
			}
		}
	}
}
