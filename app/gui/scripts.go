package gui

import (
	"context"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// Our own fonts have Latin, Greek and Cyrillic letters. The toolkit draws others
// with the fonts it finds installed, and boxes where it finds none; this file
// knows which letters that happens to. It reads the same index of fonts.

// scriptSample is how many runes of a text are looked at for its scripts.
const scriptSample = 20_000

// lettersBeyondOurs returns one letter of each script in a text that our own fonts lack.
func lettersBeyondOurs(text string) map[language.Script]rune {
	found := map[language.Script]rune{}
	n := 0
	for _, r := range text {
		if n++; n > scriptSample {
			break
		}
		if r < 0x530 || r >= 0x1E00 && r < 0x2C00 || !unicode.IsLetter(r) {
			continue
		}
		switch s := language.LookupScript(r); s {
		case language.Latin, language.Greek, language.Cyrillic, language.Common, language.Inherited, language.Unknown:
		default:
			found[s] = r
		}
	}
	return found
}

// quiet is a log of nothing.
type quiet struct{}

func (quiet) Printf(string, ...any) {}

// installedFonts are the fonts of this computer, found once.
var installedFonts = sync.OnceValue(func() []fontscan.Footprint {
	fonts, err := fontscan.SystemFonts(quiet{}, "")
	if err != nil {
		return nil // none that can be read
	}
	return fonts
})

// undrawable are the codes of the scripts in a text of which no font has the
// letters, in the order of the alphabet.
func undrawable(text string, fonts func() []fontscan.Footprint) []string {
	var codes []string
	for script, letter := range lettersBeyondOurs(text) {
		if !slices.ContainsFunc(fonts(), func(f fontscan.Footprint) bool { return f.Runes.Contains(letter) }) {
			codes = append(codes, strings.ToLower(script.String()))
		}
	}
	slices.Sort(codes)
	return codes
}

// tellScripts says under the article which of its letters cannot be drawn here.
func (r *readerPane) tellScripts() {
	w, a := r.host, r.view.Article()
	r.boxes = ""
	if a == nil || len(lettersBeyondOurs(a.Text)) == 0 {
		r.scripts.Cancel()
		return
	}
	r.scripts.Go(func(context.Context) ([]string, error) { return undrawable(a.Text, r.fonts), nil }, func(codes []string, _ error) {
		if len(codes) == 0 {
			return
		}
		var names []string
		for _, code := range codes {
			name := w.t("script.other")
			if w.hasText("script." + code) {
				name = w.t("script." + code)
			}
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		r.boxes = w.t("reader.no-font", "scripts", strings.Join(names, ", "))
		r.tell()
		w.event("no font", "scripts", strings.Join(codes, " "))
	})
}
