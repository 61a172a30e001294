package extract

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"example.org/attache/assets"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/extract/weigh"
)

// TestEveryReasonHasAText looks in the rules' source for the reasons they
// give, and for their words in every language of the window: a rule gives a
// few English words, which name the text.
func TestEveryReasonHasAText(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if below, _ := filepath.Glob("*/*.go"); err == nil {
		files = append(files, below...)
	}
	if err != nil || len(files) == 0 {
		t.Fatalf("no rules found: %v", err)
	}
	reasons := map[string]bool{}
	note := func(e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok {
			if s, _ := strconv.Unquote(lit.Value); s != "" {
				reasons[s] = true
			}
		}
	}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				if id, ok := n.Key.(*ast.Ident); ok && strings.EqualFold(id.Name, "reason") {
					note(n.Value)
				}
			case *ast.AssignStmt:
				for i, l := range n.Lhs {
					if sel, ok := l.(*ast.SelectorExpr); ok && strings.EqualFold(sel.Sel.Name, "reason") && i < len(n.Rhs) {
						note(n.Rhs[i])
					}
				}
			case *ast.CallExpr: // basis(…, reason) and set(…, why)
				id, plain := n.Fun.(*ast.Ident)
				sel, method := n.Fun.(*ast.SelectorExpr)
				if len(n.Args) == 4 && (plain && strings.EqualFold(id.Name, "basis") || method && (sel.Sel.Name == "set" || sel.Sel.Name == "Basis")) {
					note(n.Args[3])
				}
			}
			return true
		})
	}
	for clue, weight := range weigh.Read("sideclues") {
		text := seating.SideReason(string(clue))
		if text != "" {
			reasons[text] = true
		} else if weight > .3 && !strings.Contains(string(clue), " for ") && !strings.HasPrefix(string(clue), "not ") && clue != "beside name" {
			t.Errorf("assets/lexicon/sidereasons.tsv has no text for %q", clue)
		}
	}
	if len(reasons) < 20 {
		t.Errorf("found %d reasons only: have the rules another shape?", len(reasons))
	}
	for _, language := range []string{"en", "es", "fr"} {
		table, err := assets.UI(language)
		if err != nil {
			t.Fatal(err)
		}
		for r := range reasons {
			if key := "reason." + strings.ReplaceAll(strings.ToLower(r), " ", "-"); !strings.Contains("\n"+string(table), "\n"+key+"\t") {
				t.Errorf("assets/ui/%s.tsv has no %s", language, key)
			}
		}
	}
}
