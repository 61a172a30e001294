package ingest

import (
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
)

// TestBody: what is text of the article stands in the article, and what
// stands beside it does not, whatever the elements are called.
func TestBody(t *testing.T) {
	const one, two, three = "The ministers of Ruritania and Grünland met in Strelsau on Thursday, and agreed on the water of the Elphen.",
		"A second meeting is planned for the spring, when the survey of the river is to be ready, a spokesman said.",
		"“We have a text, and we have the officers who will stand by it,” the envoy told reporters, before he left."
	text := "<p>" + one + "</p><p>" + two + "</p><p>" + three + "</p>"
	lead := "Two days, one paper: what the neighbours want to do about the dam, and what it costs."
	for _, tt := range []struct {
		name, page string
		has, lacks []string
	}{
		{"long comments under a short text", `<div id=content><h1>Water talks end</h1>` + text + `</div><div id=comments>` + strings.Repeat(`<div class=comment><p>I have lived by this river all of my life, and I remember, as others will, what the dam was to bring us.</p></div>`, 6) + `</div>`,
			[]string{one, two, three}, []string{"I have lived by this river"}},
		{"a dialog open while saving", `<div aria-hidden=true><article><h1>Water talks end</h1>` + text + `</article></div><div role=dialog aria-modal=true>` + strings.Repeat(`<p>We and our many partners, of whom there are hundreds, keep and read what you do, if you let us.</p>`, 6) + `</div>`,
			[]string{one, two, three}, []string{"our many partners"}},
		{"the first part in an element of its own", `<div class="widget Blog"><h3 class=post-title>Water talks end</h3><div itemprop=articleBody><div><div><p>` + one + `</p></div></div><div><h2>Next</h2><div><p>` + two + `</p><p>` + three + `</p><p>` + two + `</p></div></div></div></div>`,
			[]string{one, two, three}, nil},
		{"standfirst in the header", `<article><header><h1>Water talks end</h1><p class=standfirst>` + lead + `</p></header><div>` + text + text + `</div></article>`,
			[]string{lead, one}, nil},
		{"a figure around it all", `<article><h1>Water talks end</h1><figure><div>` + text + text + `</div></figure></article>`,
			[]string{one, two, three}, nil},
		{"points of which some are links", `<article><h1>Water talks end</h1>` + text + `<ul><li><a href="/1">to open the lock in March</a></li><li>to share the cost of it</li></ul>` + text + `</article>`,
			[]string{"to open the lock in March", "to share the cost of it"}, nil},
		{"lines that only point elsewhere", `<article><h1>Ende der Gespräche</h1>` + text + `<p>Lesen Sie auch: Was der Damm kostet</p>` + text + `</article>`,
			[]string{one}, nil},
		{"day and writer", `<article><h1>Water talks end</h1><p>By Ana Prado</p><p>Published: Thursday 5 December 2019, 08:00 GMT</p>` + text + `</article>`,
			[]string{one}, []string{"08:00 GMT", "Ana Prado"}},
		{"in a shadow root", `<nav><a href="/">Home</a></nav><x-page><template shadowrootmode=open><article><h1>Water talks end</h1>` + text + `</article></template></x-page>`,
			[]string{one, two, three}, nil},
		{"a part in a shadow root, as Chromium saves it", `<article><h1>Water talks end</h1>` + text + `<x-note><template shadowmode=open><p>The envoy will travel on to the coast, his office let it be known.</p><slot></slot></template><p>It gave no day for that, and no name of a place either.</p></x-note>` + text + `</article><template><p>Nobody sees this paragraph, which a script would use.</p></template>`,
			[]string{"will travel on to the coast", "It gave no day for that"}, []string{"which a script would use"}},
		{"hidden until asked for", `<article><h1>Water talks end</h1>` + text + `<div style="display: none"><p>The rest of it, which a button shows, is about the price of the dam.</p></div></article>`,
			[]string{one}, []string{"the price of the dam"}},
		{"hidden, but stated to be the text", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Water talks end","articleBody":"` + strings.ReplaceAll(one+" "+two+" "+three, `"`, `\"`) + ` The rest of it, which a button shows, is about the price of the dam."}</script><article><h1>Water talks end</h1>` + text + `<div style="display: none"><p>The rest of it, which a button shows, is about the price of the dam.</p></div></article>`,
			[]string{one, "the price of the dam"}, nil},
		{"stated and not on the page", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Water talks end","articleBody":"` + strings.ReplaceAll(one+`\n`+two+`\n`+three, `"`, `\"`) + ` There is more of it here."}</script><main><h1>Water talks end</h1><p>Please wait.</p></main>`,
			[]string{one, two, three}, nil},
		{"slanted line under a picture", `<article><h1>Water talks end</h1>` + text + `<p><img src=x><br><em>The lock at Strelsau, before the flood.</em></p>` + text + `</article>`,
			[]string{one}, []string{"before the flood"}},
		{"whose words they are, under them", `<article><h1>Water talks end</h1>` + text + `<blockquote><p>The gauges were never right, and everybody in the valley knew it.</p><footer>Runa Dahl</footer></blockquote>` + text + `</article>`,
			[]string{one, "never right", "Runa Dahl"}, nil},
		{"caption beside the picture", `<article><h1>Water talks end</h1><div class=image><img src=x><span>The lock at Strelsau. Photograph: Jon Vale</span></div>` + text + `</article>`,
			[]string{one}, []string{"Jon Vale"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, _, err := Read("a.html", strings.NewReader("<!DOCTYPE html><html lang=en><title>Water talks end</title><body>"+tt.page))
			if err != nil {
				t.Fatal(err)
			}
			var body []string
			for _, p := range a.Paragraphs {
				if p.Kind != briefing.Furniture && p.Kind != briefing.Caption {
					body = append(body, p.Of(a.Text))
				}
			}
			all := strings.Join(body, "\n")
			for _, s := range tt.has {
				if !strings.Contains(all, s) {
					t.Errorf("%q is not in the text:\n%s", s, all)
				}
			}
			for _, s := range tt.lacks {
				if strings.Contains(all, s) {
					t.Errorf("%q is in the text:\n%s", s, all)
				}
			}
		})
	}
}

// TestNothingInSilence: what a page hides is in the article as furniture, and
// so are the paragraphs elsewhere on the page, behind the text.
func TestNothingInSilence(t *testing.T) {
	const hidden = "The rest of it, which a button shows, is about the price of the dam."
	const elsewhere = "In other news the harbour of the capital has been closed to all ships, as the mayor said."
	page := "<title>Water talks end</title><body><article><h1>Water talks end</h1>" + strings.Repeat(pageText, 2) + "<div hidden><p>" + hidden + "</p></div></article><section><p>" + elsewhere + "</p></section><section><p>" + elsewhere + "</p></section>"
	a, notes, err := Read("a.html", strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, p := range a.Paragraphs {
		found = found || p.Kind == briefing.Furniture && p.Of(a.Text) == hidden
	}
	if !found {
		t.Errorf("the hidden paragraph is not in the article:\n%s", a.Text)
	}
	if got, want := noteText(notes, draft.HiddenOut), "1 hidden paragraph left out"; got != want {
		t.Errorf("note %q, want %q", got, want)
	}
	if last := a.Paragraphs[len(a.Paragraphs)-1]; last.Kind != briefing.Furniture || last.Of(a.Text) != elsewhere || strings.Count(a.Text, elsewhere) != 1 {
		t.Errorf("the paragraph elsewhere on the page is not behind the text, once:\n%s", a.Text)
	}
	if got, want := noteText(notes, draft.PageRest), "1 paragraph elsewhere on the page not taken"; got != want {
		t.Errorf("note %q, want %q", got, want)
	}
}

func TestReaderView(t *testing.T) {
	a, _, err := Read("a.html", strings.NewReader(`<title>Water talks end</title><body><div class=reader-header><a class=domain href="https://courier.example/a">courier.example</a><h1 class=reader-title>Water talks end</h1><div class="credits reader-credits">Ana Prado</div><div class=reader-estimated-time>3-4 minutes</div></div><div class=moz-reader-content><div class=page>`+pageText+`</div></div>`))
	if err != nil {
		t.Fatal(err)
	}
	if got := a.Title + "|" + a.Outlet + "|" + a.Byline + "|" + a.URL; got != "Water talks end|courier.example|Ana Prado|https://courier.example/a" {
		t.Errorf("head %q", got)
	}
}

// TestEndlessPage: an article that was loaded under another is one of its own.
func TestEndlessPage(t *testing.T) {
	page := "<html lang=en><head><title>Water talks end</title><meta name=author content='Ana Prado'></head><body><article><h1>Water talks end</h1>" + strings.Repeat(pageText, 2) +
		"</article><article data-url='https://courier.example/b'><h1>Harbour closed</h1><p class=byline>By Jon Vale</p>" + strings.ReplaceAll(strings.Repeat(pageText, 2), "water", "harbour") + "</article></body></html>"
	all, err := ReadAll("a.html", strings.NewReader(page))
	if err != nil || len(all) != 2 {
		t.Fatalf("%d articles, %v; want 2", len(all), err)
	}
	for i, want := range []string{"Water talks end|Ana Prado||water", "Harbour closed|Jon Vale|https://courier.example/b|harbour"} {
		a := all[i].Article
		word := "water"
		if !strings.Contains(a.Text, "the water of the Elphen") {
			word = "harbour"
		}
		if got := a.Title + "|" + a.Byline + "|" + a.URL + "|" + word; got != want {
			t.Errorf("article %d is %q, want %q", i, got, want)
		}
	}
}
