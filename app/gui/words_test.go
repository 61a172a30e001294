package gui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/assets"
	"example.org/attache/briefing"
)

// english reads the strings in English.
func english(t *testing.T) map[string]string {
	t.Helper()
	data, err := assets.UI("en")
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	for line := range strings.Lines(string(data)) {
		key, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		m[key] = text
	}
	return m
}

// TestEveryKeyHasAText looks at the source for the keys it asks for.
func TestEveryKeyHasAText(t *testing.T) {
	english := english(t)
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			lit, isLit := call.Args[0].(*ast.BasicLit)
			if !ok || sel.Sel.Name != "t" || !isLit {
				return true
			}
			key, _ := strconv.Unquote(lit.Value)
			if english[key] == "" {
				t.Errorf("%s asks for %q, which has no text", f.Name(), key)
			}
			return true
		})
	}
	var w Window
	w.makeCommands()
	for id := range w.commands {
		if strings.HasPrefix(id, "to-") || strings.HasPrefix(id, "select-to-") {
			continue
		}
		if english["cmd."+id] == "" {
			t.Errorf("command %q has no name", id)
		}
	}
	for _, m := range menuTree {
		for _, id := range m.items {
			if _, ok := w.commands[id]; !ok && id != "-" && !strings.Contains(id, ">") {
				t.Errorf("menu %s lists %q, which is no command", m.name, id)
			}
		}
	}
	for _, k := range briefing.SectionKinds {
		if english["section."+string(k)] == "" {
			t.Errorf("section %q has no name", k)
		}
	}
}

// TestKeysMadeOfValuesHaveTexts looks at the keys whose end is a value.
func TestKeysMadeOfValuesHaveTexts(t *testing.T) {
	english := english(t)
	var keys []string
	for _, f := range app.Formats {
		keys = append(keys, "format."+string(f))
	}
	for _, s := range sorts {
		keys = append(keys, "sort."+sortKey(s))
	}
	for _, s := range []briefing.Status{briefing.Suggested, briefing.Verified, briefing.Edited, briefing.Conflict, briefing.Stale, briefing.LeftOut} {
		keys = append(keys, "status."+string(s))
	}
	for _, l := range []string{briefing.TitleLabel, briefing.WhenLabel, briefing.WhereLabel, briefing.AccountLabel} {
		keys = append(keys, "label."+l)
	}
	for d := range 6 {
		keys = append(keys, "preview.density."+strconv.Itoa(d))
	}
	for _, th := range []string{"system", "light", "dark", "contrast"} {
		keys = append(keys, "theme."+th)
	}
	for _, g := range shortcutGroups {
		keys = append(keys, "shortcuts."+g.name)
		for _, id := range g.ids {
			id, _, _ = strings.Cut(id, "=")
			keys = append(keys, "cmd."+id)
		}
	}
	for _, m := range menuTree {
		keys = append(keys, "menu."+m.name)
	}
	for _, k := range keys {
		if english[k] == "" {
			t.Errorf("%q has no text", k)
		}
	}
}
