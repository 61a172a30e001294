package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "example.org/attache"

// layer is what a package may import: packages of ours, and which modules of
// others ("std" alone needs no naming).
type layer struct{ ours, theirs []string }

// layers is the table of the design. A package that is not in it fails.
var layers = map[string]layer{
	".":        {ours: []string{"app", "app/cli", "app/desktop"}},
	"assets":   {},
	"briefing": {},
	// Regular expressions that are compiled when they are needed.
	"briefing/pattern": {},
	"briefing/dates":   {ours: []string{"briefing", "assets", "briefing/pattern"}},
	"briefing/ingest": {ours: []string{"assets", "briefing", "briefing/dates", "briefing/ingest/archive", "briefing/ingest/cutting", "briefing/ingest/database", "briefing/ingest/draft",
		"briefing/ingest/imprint", "briefing/ingest/language", "briefing/ingest/letters", "briefing/ingest/mail", "briefing/ingest/office", "briefing/ingest/pdf", "briefing/ingest/plain",
		"briefing/ingest/reading", "briefing/ingest/web", "briefing/pattern"}, theirs: []string{"github.com/emersion/go-message", "golang.org/x/net", "golang.org/x/sys"}},
	// What all readers of files share, the lower ones first.
	"briefing/ingest/letters":  {ours: []string{"assets", "briefing", "briefing/pattern"}, theirs: []string{"github.com/gogs/chardet"}},
	"briefing/ingest/cutting":  {ours: []string{"briefing"}},
	"briefing/ingest/imprint":  {ours: []string{"briefing", "briefing/dates", "briefing/ingest/letters"}},
	"briefing/ingest/draft":    {ours: []string{"briefing", "briefing/dates", "briefing/ingest/cutting", "briefing/ingest/letters", "briefing/ingest/pdf"}, theirs: []string{"golang.org/x/net"}},
	"briefing/ingest/language": {ours: []string{"briefing", "briefing/ingest/draft", "briefing/ingest/letters"}, theirs: []string{"github.com/abadojack/whatlanggo"}},
	"briefing/ingest/copies":   {ours: []string{"briefing", "briefing/ingest/letters"}},
	// The readers of kinds of files with a grammar of their own.
	"briefing/ingest/archive":  {ours: []string{"briefing", "briefing/ingest/cutting", "briefing/ingest/letters"}, theirs: []string{"howett.net/plist"}},
	"briefing/ingest/database": {ours: []string{"briefing", "briefing/dates", "briefing/ingest/cutting", "briefing/ingest/letters", "briefing/pattern"}, theirs: []string{"golang.org/x/net"}},
	"briefing/ingest/mail": {ours: []string{"briefing", "briefing/dates", "briefing/ingest/cutting", "briefing/ingest/draft", "briefing/ingest/letters", "briefing/ingest/plain", "briefing/pattern"},
		theirs: []string{"github.com/emersion/go-message"}},
	"briefing/ingest/office": {ours: []string{"briefing", "briefing/dates", "briefing/ingest/archive", "briefing/ingest/cutting", "briefing/ingest/draft", "briefing/ingest/imprint",
		"briefing/ingest/language", "briefing/ingest/letters", "briefing/ingest/web", "briefing/pattern"}, theirs: []string{"golang.org/x/net"}},
	"briefing/ingest/pdf": {ours: []string{"briefing", "briefing/ingest/cutting", "briefing/ingest/letters", "briefing/pattern"}, theirs: []string{"github.com/klippa-app/go-pdfium", "github.com/tetratelabs/wazero"}},
	"briefing/ingest/plain": {ours: []string{"briefing", "briefing/dates", "briefing/ingest/draft", "briefing/ingest/imprint", "briefing/ingest/language", "briefing/ingest/letters", "briefing/ingest/web", "briefing/pattern"},
		theirs: []string{"github.com/yuin/goldmark", "golang.org/x/net"}},
	"briefing/ingest/reading": {ours: []string{"briefing", "briefing/ingest/cutting", "briefing/ingest/letters", "briefing/pattern"}, theirs: []string{"golang.org/x/net"}},
	"briefing/ingest/web": {ours: []string{"briefing", "briefing/dates", "briefing/ingest/cutting", "briefing/ingest/database", "briefing/ingest/draft", "briefing/ingest/imprint",
		"briefing/ingest/language", "briefing/ingest/letters", "briefing/pattern"}, theirs: []string{"codeberg.org/readeck/go-readability/v2", "golang.org/x/net"}},
	"briefing/lang":    {ours: []string{"briefing", "assets"}, theirs: []string{"github.com/jdkato/prose/v2", "github.com/neurosnap/sentences"}},
	"briefing/extract": {ours: []string{"briefing", "briefing/dates", "briefing/lang", "briefing/extract/words", "briefing/extract/lexicon", "briefing/extract/parse", "briefing/extract/rule", "briefing/extract/weigh", "briefing/extract/clause", "briefing/extract/story", "briefing/extract/mention", "briefing/extract/speech", "briefing/extract/allegiance", "briefing/extract/seating", "assets"}},
	// What the stages share, the lower ones first.
	"briefing/extract/lexicon":    {ours: []string{"assets"}},
	"briefing/extract/clause":     {ours: []string{"briefing", "briefing/lang", "briefing/extract/lexicon", "briefing/extract/words"}},
	"briefing/extract/story":      {ours: []string{"briefing", "briefing/lang", "briefing/extract/lexicon"}},
	"briefing/extract/mention":    {ours: []string{"briefing", "briefing/lang", "briefing/extract/lexicon", "briefing/extract/words", "briefing/extract/parse", "briefing/extract/clause", "briefing/extract/story"}},
	"briefing/extract/speech":     {ours: []string{"briefing", "briefing/lang", "briefing/extract/lexicon", "briefing/extract/words", "briefing/extract/clause", "briefing/extract/story", "briefing/extract/mention"}},
	"briefing/extract/allegiance": {ours: []string{"briefing", "briefing/lang", "briefing/extract/lexicon", "briefing/extract/words", "briefing/extract/clause", "briefing/extract/mention"}},
	"briefing/extract/seating":    {ours: []string{"assets", "briefing", "briefing/lang", "briefing/extract/lexicon", "briefing/extract/words", "briefing/extract/parse", "briefing/extract/rule", "briefing/extract/weigh", "briefing/extract/clause", "briefing/extract/story", "briefing/extract/mention", "briefing/extract/allegiance"}},
	"briefing/extract/words":      {ours: []string{"assets"}},
	"briefing/extract/weigh":      {ours: []string{"assets"}},
	"briefing/extract/parse":      {ours: []string{"briefing", "briefing/lang", "briefing/extract/words", "briefing/extract/lexicon"}},
	"briefing/extract/rule":       {ours: []string{"briefing", "briefing/lang", "briefing/extract/words", "briefing/extract/parse", "assets"}},
	"briefing/compose":            {ours: []string{"briefing", "briefing/pattern"}},
	"briefing/page":               {ours: []string{"briefing", "assets", "briefing/pattern"}, theirs: []string{"github.com/go-text/typesetting", "golang.org/x/image"}},
	"briefing/export":             {ours: []string{"briefing", "briefing/page"}},
	"briefing/export/trace":       {ours: []string{"briefing", "briefing/page", "briefing/export"}},
	"briefing/export/pdf":         {ours: []string{"briefing", "briefing/page", "briefing/export", "briefing/export/trace", "briefing/pattern"}},
	"briefing/export/docx":        {ours: []string{"briefing", "briefing/page", "briefing/export", "briefing/export/trace"}},
	"briefing/export/json":        {ours: []string{"briefing", "briefing/page", "briefing/export", "briefing/export/trace"}},
	"briefing/export/html": {ours: []string{"briefing", "briefing/page", "briefing/export", "briefing/export/trace"},
		theirs: []string{"golang.org/x/net"}},
	// Reads a file as CommonMark shows it, to tell what was changed in it.
	"briefing/export/markdown": {ours: []string{"briefing", "briefing/page", "briefing/export", "briefing/export/trace", "briefing/pattern"},
		theirs: []string{"github.com/yuin/goldmark", "golang.org/x/net"}},
	// A made-up briefing for the tests of the formats.
	"briefing/export/exporttest": {ours: []string{"briefing", "briefing/page", "briefing/export", "briefing/export/trace"}},
	"store":                      {ours: []string{"briefing"}, theirs: []string{"modernc.org/sqlite"}},
	"app": {ours: []string{"assets", "briefing", "briefing/dates", "briefing/ingest", "briefing/ingest/copies", "briefing/ingest/letters", "briefing/lang", "briefing/extract", "briefing/compose",
		"briefing/page", "briefing/export", "briefing/export/trace", "briefing/export/pdf", "briefing/export/markdown",
		"briefing/export/docx", "briefing/export/html", "briefing/export/json", "store"}, theirs: []string{"filippo.io/age"}},
	"app/cli":     {ours: []string{"app", "briefing"}, theirs: []string{"github.com/spf13/cobra", "github.com/spf13/pflag"}},
	"app/widget":  {ours: []string{"assets", "briefing"}, theirs: []string{"fyne.io/fyne/v2", "github.com/go-text/typesetting"}},
	"app/gui":     {ours: []string{"app", "app/widget", "assets", "briefing", "briefing/page"}, theirs: []string{"fyne.io/fyne/v2", "github.com/go-text/typesetting"}},
	"app/desktop": {ours: []string{"app", "app/desktop/locale", "app/gui", "assets"}, theirs: []string{"fyne.io/fyne/v2", "github.com/go-gl/glfw/v3.4/glfw", "golang.org/x/sys"}},
	// Sets an environment variable before Fyne's own packages are initialised.
	"app/desktop/locale": {},
}

// everywhere are Go's own further libraries without input or output.
var everywhere = []string{"golang.org/x/text", "golang.org/x/sync"}

// only names what may be imported by a single package of the tree.
var only = map[string]string{
	"fyne.io/fyne/v2/app":        "app/desktop",
	"github.com/jdkato/prose/v2": "briefing/lang",
	"modernc.org/sqlite":         "store",
}

// network are the packages that could open a connection. Nothing of ours
// imports them: what leaves the machine leaves it by the user's hand.
var network = []string{"net", "net/http", "net/rpc", "net/smtp", "net/textproto", "crypto/tls", "golang.org/x/net/websocket", "golang.org/x/net/proxy"}

func TestLayers(t *testing.T) {
	eachFile(t, func(path, pkg string, f *ast.File) {
		allowed, known := layers[pkg]
		if !known {
			t.Errorf("%s: package %q is not in the layer table", path, pkg)
			return
		}
		for _, im := range f.Imports {
			dep, err := strconv.Unquote(im.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			rel, ours := strings.CutPrefix(dep, module+"/")
			first, _, _ := strings.Cut(dep, "/")
			switch {
			case slices.Contains(network, dep):
				t.Errorf("%s imports %s: nothing may open a connection", path, dep)
			case ours && !slices.Contains(allowed.ours, rel):
				t.Errorf("%s imports %s; %s may import only %v", path, rel, pkg, allowed.ours)
			case !ours && strings.Contains(first, ".") && !within(dep, allowed.theirs) && !within(dep, everywhere):
				t.Errorf("%s imports %s; of others %s may import only %v", path, dep, pkg, allowed.theirs)
			}
			if home, one := only[dep]; one && pkg != home {
				t.Errorf("%s imports %s, which only %s may", path, dep, home)
			}
		}
	})
}

// The window's goroutines stand in one file and its way back to the window's
// thread in another, so that a race has one place to hide.
func TestWindowThreads(t *testing.T) {
	const goroutines, thread = "app/gui/async.go", "app/gui/window_thread.go"
	eachFile(t, func(path, pkg string, f *ast.File) {
		if pkg != "app/gui" && pkg != "app/widget" && pkg != "app/desktop" {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				if path != goroutines {
					t.Errorf("%s starts a goroutine; only %s may", path, goroutines)
				}
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "fyne" && strings.HasPrefix(n.Sel.Name, "Do") && path != thread {
					t.Errorf("%s calls fyne.%s; only %s may", path, n.Sel.Name, thread)
				}
			}
			return true
		})
	})
}

// eachFile calls do for every Go file of the program that is no test.
func eachFile(t *testing.T, do func(path, pkg string, f *ast.File)) {
	t.Helper()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	err = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "build" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files++
		rel = filepath.ToSlash(rel)
		pkg := "."
		if i := strings.LastIndexByte(rel, '/'); i >= 0 {
			pkg = rel[:i]
		}
		do(rel, pkg, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Fatal("no files found: the test looks in the wrong place")
	}
}

// within reports whether an import path lies in one of the modules.
func within(dep string, modules []string) bool {
	return slices.ContainsFunc(modules, func(m string) bool { return dep == m || strings.HasPrefix(dep, m+"/") })
}
