package app_test

import (
	"fmt"
	"io"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
	"example.org/attache/briefing/export/pdf"
	"example.org/attache/briefing/extract"
	"example.org/attache/briefing/ingest"
	"example.org/attache/briefing/page"
)

// The whole program: a saved article in, a page out.
func Example() {
	const saved = `Kenyan Energy Minister Grace Wanjiru met her Ethiopian counterpart, Dawit Bekele, in Nairobi on Monday.

They discussed tariffs and a shared power line.`

	article, _, err := ingest.Read("talks.txt", strings.NewReader(saved))
	if err != nil {
		fmt.Println(err)
		return
	}
	findings := extract.Extract(article)
	brief := compose.Compose(compose.Input{Article: article, Findings: findings})
	sheet, held, err := page.Fit(brief, page.A4)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := pdf.Write(io.Discard, sheet, pdf.Options{Title: brief.Title()}); err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range brief.Section(briefing.AgendaSection).Lines {
		fmt.Println(l.Text, brief.Refs(l))
	}
	fmt.Println(len(held.Lines), "held back")
	// Output:
	// Tariffs [{1 2}]
	// A shared power line [{1 2}]
	// 0 held back
}
