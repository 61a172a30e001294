package ingest

import (
	"strings"
	"testing"

	"example.org/attache/briefing/ingest/draft"
)

func TestDateOfPublication(t *testing.T) {
	const body = "<p>The ministers met in the capital and agreed on a text, the office of the president said.</p>"
	for _, tt := range []struct{ name, page, want, unsure string }{
		{"address and time agree", `<link rel=canonical href="https://a.example/2019/12/05/x"><body><time datetime=2019-12-05>`, "2019-12-05", ""},
		{"address and dateline agree", `<link rel=canonical href="https://a.example/2019/12/05/x"><body><div>Published 9:00 PM Dec. 5, 2019</div>`, "2019-12-05", ""},
		{"address alone", `<link rel=canonical href="https://a.example/2019/12/05/x"><body>`, "", "2019-12-05 stands in the page, but it does not say of what"},
		{"time above the text", `<body><time datetime=2019-12-05>5 Dec</time>`, "2019-12-05", ""},
		{"time in the menu", `<body><nav><time datetime=2019-12-05>5 Dec</time></nav>`, "", "2019-12-05 stands in the page, but it does not say of what"},
		{"two lines, the later an update", `<body><h1>Talks end</h1><p>Published 27 August 2024, updated 30 August 2024</p>`, "2024-08-27", ""},
		{"an update alone", `<body><h1>Talks end</h1><p>Last updated 30 August 2024</p>`, "", "2024-08-30 stands in the page, but it does not say of what"},
		{"byline with a day", `<body><h1>Talks end</h1><p class=byline>By Ana Prado | 12 February 2024</p>`, "2024-02-12", ""},
		{"in another language", `<html lang=de><body><h1>Ende der Gespräche</h1><p>Veröffentlicht am 05.12.2019, 08:30 Uhr</p>`, "2019-12-05", ""},
		{"Drupal", `<meta property="article:published_time" content="Tue, 02/13/2024 - 17:57"><body>`, "2024-02-13", ""},
		{"made by a converter", `<meta name=generator content=pandoc><meta name=dcterms.date content="2024-02-12"><body>`, "", ""},
		{"Greenwich is a day behind", `<meta property="article:published_time" content="2018-12-31T23:11:59+00:00"><link rel=canonical href="https://a.example/2019/01/01/x"><body>`, "2019-01-01", ""},
		{"Greenwich is a day ahead", `<meta property="article:published_time" content="2023-11-09T05:30:59Z"><body><h1>Talks end</h1><p class=time>Published: <time datetime="2023-11-08 23:30">November 8, 2023</time></p>`, "2023-11-08", ""},
		{"they differ", `<link rel=canonical href="https://a.example/2019/12/05/x"><body><time datetime=2020-01-01>`, "", "2019-12-05 stands in the page, but it does not say of what"},
		{"marked time", `<body><time itemprop=datePublished datetime=2019-12-05>`, "2019-12-05", ""},
		{"a number for programs", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks end","datePublished":1575533700000}</script><body><h1>Talks end</h1>`, "2019-12-05", ""},
		{"modified is not published", `<meta property="article:modified_time" content="2020-01-01"><body>`, "", ""},
		{"broken value, good one after", `<meta property="article:published_time" content="now"><meta name=pubdate content="2019-12-05"><body>`, "2019-12-05", ""},
		{"an update, then the first day", `<body><h1>Talks end</h1><p>Updated 13 February 2024<br>First published on 12 February 2024</p>`, "2024-02-12", ""},
		{"a microformat", `<body><h1>Talks end</h1><abbr class=published title="2024-02-12T08:15:00+01:00">Monday</abbr>`, "2024-02-12", ""},
		{"an element of a library", `<body><h1>Talks end</h1><relative-time datetime="2024-02-12T08:15:00Z">two weeks ago</relative-time>`, "2024-02-12", ""},
		{"meeting in the text", `<body><p>The meeting is on December 5, 2019.</p>`, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, notes, err := Read("a.html", strings.NewReader("<html><head>"+tt.page+body))
			if err != nil {
				t.Fatal(err)
			}
			if got := a.Published.String(); got != tt.want || noteText(notes, draft.DateUnsure) != tt.unsure {
				t.Errorf("%s: published %q, note %q; want %q, %q", tt.page, got, noteText(notes, draft.DateUnsure), tt.want, tt.unsure)
			}
			if (noteText(notes, draft.NoDate) != "") != (tt.want == "") {
				t.Errorf("%s: notes %v", tt.page, notes)
			}
		})
	}
}
