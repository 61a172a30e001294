package ingest

import (
	"strings"
	"testing"
)

const pageText = "<p>The ministers of Ruritania and Grünland met in Strelsau on Thursday and agreed on the water of the Elphen, the office of the president said.</p><p>A second meeting is planned for the spring, when the survey of the river is to be ready, a spokesman told reporters.</p>"

func TestHeadline(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"section and site behind it", `<title>Water talks end - World - The Courier</title><body><h1>Water talks end</h1>`, "Water talks end"},
		{"no heading, site by its address", `<title>Water talks end in Strelsau | World | Courier</title><link rel=canonical href="https://www.courier.example/a"><body>`, "Water talks end in Strelsau"},
		{"site in front", `<title>Courier » Blog » Water talks end</title><meta property=og:site_name content=Courier><body><h1><a href="/">Courier</a></h1><h2>Water talks end</h2>`, "Water talks end"},
		{"the site's name is no headline", `<title>Water talks end</title><meta property=og:title content="The Courier"><meta property=og:site_name content="The Courier"><body>`, "Water talks end"},
		{"words over it", `<title>River: Water talks end in Strelsau</title><body><h1><span class=overline>River</span> Water talks end in Strelsau</h1>`, "Water talks end in Strelsau"},
		{"another wording for other sites", `<title>Ministers shake hands</title><body><h1 class=entry-title>Water talks end in Strelsau</h1>`, "Water talks end in Strelsau"},
		{"escaped twice", `<title>Water &amp;amp; wine: &amp;#8216;done&amp;#8217;</title><body>`, "Water & wine: ‘done’"},
		{"heading of readers' words", `<title>Water talks end</title><body><div class=comments><h1>Water talks end here they say</h1></div>`, "Water talks end"},
		{"words over it without a name", `<title>Water talks end in Strelsau</title><body><h1><small>Exclusive</small> Water talks end in Strelsau</h1>`, "Water talks end in Strelsau"},
		{"the site's name with an article", `<title>Water talks end in Strelsau | World | Strelsau Courier</title><meta property=og:site_name content="The Strelsau Courier"><body>`, "Water talks end in Strelsau"},
		{"a dash in the headline", `<title>Water – and wine – for all of Strelsau</title><body><h1>Water – and wine – for all of Strelsau</h1>`, "Water – and wine – for all of Strelsau"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, _, err := Read("a.html", strings.NewReader("<html><head>"+tt.page+pageText))
			if err != nil {
				t.Fatal(err)
			}
			if a.Title != tt.want {
				t.Errorf("%s: title %q, want %q", tt.page, a.Title, tt.want)
			}
		})
	}
}

func TestByline(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"all of several", `<meta name=author content="Ana Prado"><meta name=author content="Jon Vale"><body>`, "Ana Prado, Jon Vale"},
		{"by @id", `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Water","author":{"@id":"#a"},"publisher":{"@id":"#p"}},{"@type":"Person","@id":"#a","name":"Ana Prado"},{"@type":"Organization","@id":"#p","name":"The Courier"}]}</script><body>`, "Ana Prado"},
		{"a card of publishing systems", `<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ana Prado"><body>`, "Ana Prado"},
		{"label and name apart", `<body><h1>Water talks end</h1><p class=author>By</p><p class=author-name><a rel=author href="/ana">Ana Prado</a></p>`, "Ana Prado"},
		{"link to her other texts", `<body><h1>Water talks end</h1><p class=author><a href="/author/ana">View all articles by Ana Prado</a></p>`, "Ana Prado"},
		{"two links", `<body><h1>Water talks end</h1><p>By <a rel=author href="/a">Ana Prado</a> and <a rel=author href="/j">Jon Vale</a></p>`, "Ana Prado, Jon Vale"},
		{"a line in Spanish", `<body><h1>Fin de las conversaciones</h1><p>Por Ana Prado</p>`, "Ana Prado"},
		{"place behind it", `<body><h1>Water talks end</h1><p class=byline>By Ana Prado in Strelsau</p>`, "Ana Prado"},
		{"the page rather than the house", `<meta name=author content="The Courier"><meta property=og:site_name content="The Courier"><body><h1>Water talks end</h1><p>By Ana Prado | 5 December 2019</p>`, "Ana Prado"},
		{"a label alone", `<body><h1>Water talks end</h1><p class=byline>Posted on</p>`, ""},
		{"an address", `<meta property="article:author" content="https://facebook.example/ana"><body>`, ""},
		{"readers' names", `<body><h1>Water talks end</h1>` + pageText + `<div class=comments><p class=author>Jon Vale</p></div>`, ""},
		{"initials", `<body><h1>Water talks end</h1><p class=postmetadata>By A. P. on 5 December 2019</p>`, "A. P."},
		{"under the text", `<body><h1>Water talks end</h1>` + pageText + `<p><b><i>Ana Prado</i></b></p>`, "Ana Prado"},
		{"three links to writers' pages", `<body><h1>Water talks end</h1><p><a href="/autor/ana"><small>Ana Prado</small></a>, <a href="/autor/jon">Jon Vale</a> y <a href="/autor/mira">Mira Solberg</a></p>`, "Ana Prado, Jon Vale, Mira Solberg"},
		{"a menu of writers' pages", `<body><nav><ul><li><a href="/autor/jon">Jon Vale</a></li><li><a href="/autor/mira">Mira Solberg</a></li></ul></nav><h1>Water talks end</h1><p class=byline><a href="/autor/ana">Ana Prado</a></p>`, "Ana Prado"},
		{"in brackets behind the text", `<meta name=author content="ana.prado"><body><h1>Water talks end</h1>` + pageText + `<p>The text of the agreement will be made public on Friday, the ministry of water said. (Ana Prado) +++</p>`, "Ana Prado"},
		{"an office in brackets", `<body><h1>Water talks end</h1>` + pageText + `<p>The text of the agreement was made public by the office for water in the capital (Strelsau Water Office).</p>`, ""},
		{"a paper named after a day", `<body><h1>Water talks end</h1><p class=byline>By Ana Prado for The Courier on Sunday</p>`, "Ana Prado for The Courier on Sunday"},
		{"a day behind it", `<body><h1>Water talks end</h1><p class=byline>By Ana Prado on Thursday, 5 December 2019</p>`, "Ana Prado"},
		{"the writer rather than the association", `<meta name=author content="Water Users Association"><body><h1>Water talks end</h1><p>By Ana Prado</p>`, "Ana Prado"},
		{"a choice of languages", `<body><h1>Water talks end</h1><p class=author>EN FR DE</p>`, ""},
		{"a site that bears the whole name", `<meta property=og:site_name content="Ana Prado"><meta name=author content="Ana"><body><h1>Water talks end</h1>`, "Ana Prado"},
		{"place behind a comma", `<body><h1>Water talks end</h1><p class=byline>By Ana Prado, Strelsau</p>`, "Ana Prado"},
		{"an address before the name", `<meta property="article:author" content="https://social.example/ana"><meta name=byl content="By Ana Prado"><body>`, "Ana Prado"},
		{"who edited it", `<body><h1>Water talks end</h1><p>Reporting by Ana Prado; Editing by Jon Vale</p>`, "Ana Prado"},
		{"text and pictures", `<body><h1>Ende der Gespräche</h1><p class=autor>Text: Ana Prado, Fotos: Jon Vale</p>`, "Ana Prado"},
		{"an office alone", `<body><h1>Water talks end</h1><p class=byline>Staff reporter</p>`, ""},
		{"a sentence", `<body><h1>Water talks end</h1><p>By Thursday the ministers of both countries had agreed.</p>`, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, _, err := Read("a.html", strings.NewReader("<html><head>"+withText(tt.page)))
			if err != nil {
				t.Fatal(err)
			}
			if a.Byline != tt.want {
				t.Errorf("%s: byline %q, want %q", tt.page, a.Byline, tt.want)
			}
		})
	}
}

// withText gives a page a text, if it has none.
func withText(page string) string {
	if strings.Contains(page, pageText) {
		return page
	}
	return page + pageText
}
