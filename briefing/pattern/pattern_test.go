package pattern_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.org/attache/briefing/pattern"
)

// TestWritten compiles every expression that is written for New in the tree, and
// finds those that a package compiles as the program starts.
func TestWritten(t *testing.T) {
	written := 0
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		for _, d := range file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			ast.Inspect(g, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				switch called(call) {
				case "regexp.MustCompile":
					t.Errorf("%s: an expression is compiled whenever the program starts; pattern.New waits until it is needed", path)
				case "pattern.New":
					text, ok := literal(call.Args[0])
					if !ok {
						t.Errorf("%s: an expression that is not written out cannot be tried here", path)
						return true
					}
					written++
					if _, err := regexp.Compile(text); err != nil {
						t.Errorf("%s: %v", path, err)
					}
				}
				_, inner := n.(*ast.FuncLit)
				return !inner
			})
		}
		return nil
	})
	if err != nil || written == 0 {
		t.Fatalf("%d expressions found, %v", written, err)
	}
}

func called(c *ast.CallExpr) string {
	s, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	x, ok := s.X.(*ast.Ident)
	if !ok {
		return ""
	}
	return x.Name + "." + s.Sel.Name
}

// literal returns a string that is written as one literal, or as several with "+".
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		return constant.StringVal(constant.MakeFromLiteral(e.Value, e.Kind, 0)), true
	case *ast.BinaryExpr:
		left, ok := literal(e.X)
		right, ok2 := literal(e.Y)
		return left + right, ok && ok2
	}
	return "", false
}

func TestOnce(t *testing.T) {
	word := pattern.New(`^\w+$`)
	if first, second := word(), word(); first != second {
		t.Error("compiled twice")
	}
	if !word().MatchString("word") || word().MatchString("two words") {
		t.Error("it is another expression")
	}
}
