package gui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/assets"
	"example.org/attache/briefing"
)

// texts reads one language alone, without English behind it.
func texts(t *testing.T, language string) map[string]string {
	t.Helper()
	data, err := assets.UI(language)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		key, text, ok := strings.Cut(line, "\t")
		if !ok || text == "" {
			t.Errorf("%s: %q has no text", language, line)
		}
		if _, twice := m[key]; twice {
			t.Errorf("%s: %s is there twice", language, key)
		}
		m[key] = text
	}
	return m
}

func TestEveryLanguageIsComplete(t *testing.T) {
	places := regexp.MustCompile(`\{[a-z]+\}`)
	in := func(s string) []string {
		found := places.FindAllString(s, -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	english := texts(t, "en")
	for _, l := range Languages[1:] {
		other := texts(t, l.Code)
		for key, text := range english {
			theirs, ok := other[key]
			switch {
			case !ok:
				t.Errorf("%s has no %s", l.Code, key)
			case !slices.Equal(in(text), in(theirs)):
				t.Errorf("%s: %s has the places %v, want %v", l.Code, key, in(theirs), in(text))
			case strings.Contains(text, "|") != strings.Contains(theirs, "|"):
				t.Errorf("%s: %s lacks singular and plural", l.Code, key)
			}
		}
		for key := range other {
			if _, ok := english[key]; !ok {
				t.Errorf("%s has %s, which English has not", l.Code, key)
			}
		}
	}
}

// TestEveryKeyHasAText looks at the source for the keys it asks for.
func TestEveryKeyHasAText(t *testing.T) {
	english := texts(t, "en")
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
	english := texts(t, "en")
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

func TestPlurals(t *testing.T) {
	for _, c := range []struct {
		language string
		n        int
		want     string
	}{
		{"en", 0, "0 articles"}, {"en", 1, "1 article"}, {"en", 1234567, "1,234,567 articles"},
		{"fr", 0, "1 article"}, {"fr", 2, "2 articles"}, {"es", 2000, "2.000 artículos"},
	} {
		w, err := LoadWords(c.language)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.T("library.count", "n", c.n); got != c.want {
			t.Errorf("%s, %d: %q, want %q", c.language, c.n, got, c.want)
		}
	}
}

// TestFrenchMarksStayWithTheirWords: no line of the interface begins with a
// question mark or a colon.
func TestFrenchMarksStayWithTheirWords(t *testing.T) {
	words, err := LoadWords("fr")
	if err != nil {
		t.Fatal(err)
	}
	for key := range texts(t, "fr") {
		for _, apart := range []string{" ?", " !", " ;", " :", " »", "« "} {
			if strings.Contains(words.T(key), apart) {
				t.Errorf("%s: %q can break at %q", key, words.T(key), apart)
			}
		}
	}
}
