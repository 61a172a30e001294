package store_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

func search(t testing.TB, l *store.Library, text string, sort store.Sort) store.Results {
	t.Helper()
	q, err := store.ParseQuery(text)
	if err != nil {
		t.Fatalf("ParseQuery(%q): %v", text, err)
	}
	res, err := l.Search(ctx, store.Request{Query: q, Sort: sort})
	if err != nil {
		t.Fatalf("Search(%q): %v", text, err)
	}
	return res
}

// shelf is a small library: the titles are what tests look for.
func shelf(t testing.TB) *store.Library {
	l := newLibrary(t)
	put := func(title, outlet, language, date, text string, tags ...string) {
		a := article(title, text)
		a.Outlet, a.Language = outlet, language
		a.Published, _ = briefing.ParseISODate(date)
		add(t, l, store.NewArticle{Article: a, Tags: tags})
	}
	put("Bridge", "Strelsau Gazette", "en", "2019-12-05", "Ruritania and Sylvania agreed to reopen the Zenda bridge before the winter.", "border", "High Level")
	put("Ferry", "Hentzau Daily", "en", "2019-12-01", "The ferry over the river at Zenda will sail, the high-level group said. The ferry is old.")
	put("Puente", "El Río", "es-MX", "2020", "El señor Rassendyll habló del puente y del hielo.", "border")
	put("Notes", "", "", "", "Minutes: ice, ferry tolls, café money at 10:30.")
	return l
}

func TestSearch(t *testing.T) {
	l := shelf(t)
	tests := []struct {
		query string
		want  string // titles, the last saved first
	}{
		{"", "Notes Puente Ferry Bridge"},
		{"   ", "Notes Puente Ferry Bridge"},
		{"zenda", "Ferry Bridge"},
		{"ZENDA bridge", "Bridge"},
		{"zenda -ferry", "Bridge"},
		{"-zenda", "Notes Puente"},
		{"-zenda -ice", "Puente"},
		{"fer", "Notes Ferry"}, // begun
		{"fer ", ""},           // finished
		{"fer zenda", ""},      // only the last word can be begun
		{`"zenda bridge"`, "Bridge"},
		{`"bridge zenda"`, ""},
		{`“zenda bridge”`, "Bridge"},
		{`"zenda bri`, ""}, // a quotation is exact, closed or not
		{"high-level", "Ferry"},
		{"cafe", "Notes"},
		{"rio", "Puente"},
		{"SEÑOR", "Puente"},
		{"10:30", "Notes"},
		{"outlet:gazette", "Bridge"},
		{`outlet:"hentzau daily"`, "Ferry"},
		{"-outlet:gazette zenda", "Ferry"},
		{"title:ferry", "Ferry"},
		{"after:2019-12-05", "Puente Bridge"},
		{"after:2019-12-01 before:2019-12-05", "Ferry"},
		{"before:2020", "Ferry Bridge"},
		{"after:2019-12 zenda", "Ferry Bridge"},
		{"tag:border", "Puente Bridge"},
		{`tag:"high level"`, "Bridge"},
		{"-tag:border", "Notes Ferry"},
		{"lang:es", "Puente"},
		{"lang:en lang:es", "Puente Ferry Bridge"},
		{"is:undated", "Notes"},
		{"-is:undated", "Puente Ferry Bridge"},
		{"is:unused", "Notes Puente Ferry Bridge"},
		{"is:used", ""},
		{"or and not", ""},
		{"^the {title}: x", ""},
		{"bridge OR ice", "Notes Bridge"},
		{"bridge OR ice zenda", "Bridge"}, // OR binds closer
		{"zenda AND (ferry OR bridge) NOT river", "Bridge"},
		{"(zenda -ferry) OR lang:es", "Puente Bridge"},
		{"(zenda (bridge OR ferry)) -(tag:border OR is:undated)", "Ferry"},
		{"NOT zenda", "Notes Puente"},
		{"-(zenda OR ice)", "Puente"},
		{"-(-zenda)", "Ferry Bridge"},
		{"-lang:en -is:undated", "Puente"},
		{"brid* zen*", "Bridge"},
		{"tag:border OR title:ferry", "Puente Ferry Bridge"},
		{"highlevel", "Ferry"},
		{"level", "Ferry"},
		{`"the high level group"`, "Ferry"},
		{"author:nobody OR source:gazette", "Bridge"},
		{`"" ' -- ()`, "Notes Puente Ferry Bridge"},
		{"- -- ---", "Notes Puente Ferry Bridge"},
		{"\x00\xff", "Notes Puente Ferry Bridge"},
	}
	for _, tt := range tests {
		t.Run(tt.query, func(t *testing.T) {
			for _, sort := range []store.Sort{store.BySaved, store.ByRelevance, store.ByPublished, store.ByTitle, store.ByOutlet} {
				res := search(t, l, tt.query, sort)
				var titles []string
				for _, r := range res.Rows {
					titles = append(titles, r.Title)
				}
				want := strings.Fields(tt.want)
				if sort != store.BySaved && len(titles) == len(want) {
					continue // the order differs, the articles are the same
				}
				if diff := cmp.Diff(want, titles); diff != "" && len(want)+len(titles) > 0 {
					t.Errorf("%q sorted %q (-want +got):\n%s", tt.query, sort, diff)
				}
				if res.Total != len(want) {
					t.Errorf("%q sorted %q: total %d, want %d", tt.query, sort, res.Total, len(want))
				}
			}
		})
	}
}

func TestOrders(t *testing.T) {
	l := shelf(t)
	tests := []struct {
		query string
		sort  store.Sort
		want  string
	}{
		{"", store.ByPublished, "Puente Bridge Ferry Notes"},
		{"", store.ByTitle, "Bridge Ferry Notes Puente"},
		{"", store.ByOutlet, "Notes Puente Ferry Bridge"},
		{"ferry", store.ByRelevance, "Ferry Notes"}, // in the title, and twice
		{"zenda", store.ByPublished, "Bridge Ferry"},
	}
	for _, tt := range tests {
		var titles []string
		for _, r := range search(t, l, tt.query, tt.sort).Rows {
			titles = append(titles, r.Title)
		}
		if got := strings.Join(titles, " "); got != tt.want {
			t.Errorf("%q sorted %q = %s, want %s", tt.query, tt.sort, got, tt.want)
		}
	}
}

func TestPages(t *testing.T) {
	l := newLibrary(t)
	var all []store.NewArticle
	for i := range 137 {
		all = append(all, store.NewArticle{Article: article(fmt.Sprintf("t%03d", i), fmt.Sprintf("common word number %d", i))})
	}
	add(t, l, all...)
	for _, query := range []string{"", "common"} {
		for _, sort := range []store.Sort{store.BySaved, store.ByRelevance, store.ByTitle} {
			q, _ := store.ParseQuery(query)
			seen := map[briefing.ArticleID]bool{}
			for offset := 0; ; offset += 20 {
				res, err := l.Search(ctx, store.Request{Query: q, Sort: sort, Offset: offset, Limit: 20})
				if err != nil {
					t.Fatal(err)
				}
				if res.Total != len(all) {
					t.Fatalf("%q sorted %q at %d: total %d, want %d", query, sort, offset, res.Total, len(all))
				}
				if len(res.Rows) == 0 {
					break
				}
				for _, r := range res.Rows {
					seen[r.ID] = true
				}
			}
			if len(seen) != len(all) {
				t.Errorf("%q sorted %q: pages show %d articles, want %d", query, sort, len(seen), len(all))
			}
		}
	}
}

func TestSnippets(t *testing.T) {
	l := shelf(t)
	for _, sort := range []store.Sort{store.ByRelevance, store.BySaved} {
		res := search(t, l, "senor hiel", sort)
		if len(res.Rows) != 1 {
			t.Fatalf("sorted %q: %d rows", sort, len(res.Rows))
		}
		s := res.Rows[0].Snippet
		var marked []string
		for _, m := range s.Marks {
			marked = append(marked, m.Of(s.Text))
		}
		if got := strings.Join(marked, "|"); got != "señor|hielo" {
			t.Errorf("sorted %q: snippet %q marks %q, want señor|hielo", sort, s.Text, got)
		}
	}
}

func TestQueriesThatCannotBeUnderstood(t *testing.T) {
	tests := []struct{ query, want string }{
		{"ice after:2019-13", "‘after:2019-13’ is not a date. Example: after:2019-12-01"},
		{"before:yesterday", "‘before:yesterday’ is not a date. Example: before:2019-12-01"},
		{"after:", "‘after:’ needs a date. Example: after:2019-12-01"},
		{"after:2019-02-30", "‘after:2019-02-30’ is not a date. Example: after:2019-12-01"},
		{"-after:2019", "‘after:2019’ cannot be turned round with a minus. Example: after:2019-12-01 before:2020-01-01"},
		{"after:2020 before:2010", "No day is in ‘after:2020 before:2010’: before is earlier than that day. Example: after:2019-12-01 before:2020-01-01"},
		{"ice after:2019 before:2019", "No day is in ‘after:2019 before:2019’: before is earlier than that day. Example: after:2019-12-01 before:2020-01-01"},
		{"b*idge", "‘b*idge’: a star stands at the end of a word. Example: negotiat*"},
		{"is:odd", "‘is:odd’ is not known. Use is:undated, is:unused or is:used."},
		{"tag:", "‘tag:’ needs a tag. Example: tag:border"},
		{"OR AND NOT", "‘OR’ stands between two words. Example: envoy OR sanctions"},
		{"envoy OR", "‘OR’ stands between two words. Example: envoy OR sanctions"},
		{"envoy AND OR ice", "‘AND’ stands between two words. Example: envoy AND sanctions"},
		{"envoy NOT", "‘NOT’ needs a word after it. Example: envoy -sanctions"},
		{"(envoy ice", "‘(’ is never closed. Example: (envoy OR sanctions) ceasefire"},
		{"envoy) ice", "‘)’ closes nothing. Example: (envoy OR sanctions) ceasefire"},
		{"NEAR(a b)", "‘)’ closes nothing. Example: (envoy OR sanctions) ceasefire"},
		{"outlt:gazette", "‘outlt:’ is not known. Did you mean outlet:? In quotation marks it is words."},
		{"said-by:", "‘said-by:’ needs a word. Example: said-by:rassendyll"},
		{"has:everything", "‘has:everything’ is not known. Use has: with agreement, position, quote, reported, topic, meeting, member or person."},
		{"outlet:(a OR b)", "‘outlet:(’ cannot be. Example: outlet:gazette OR outlet:post"},
		{strings.Repeat("(", 40) + "ice" + strings.Repeat(")", 40), "The search has too many brackets in one another. Example: (envoy OR sanctions) ceasefire"},
		{"lang:%", "‘lang:%’ is not the code of a language. Example: lang:es"},
		{"lang:spanish", "‘lang:spanish’ is not the code of a language. Example: lang:es"},
		{" § ", "‘§’ has no letter or digit to search for. Example: negotiat*"},
		{`" ' ; -- )( * : ^ `, "‘\" ' ; -- )( * : ^’ has no letter or digit to search for. Example: negotiat*"},
		{strings.Repeat("ice ", 100), "The search is too long: at most 64 words."},
		{strings.Repeat("i", 3000), "The search is too long: at most 2000 letters."},
	}
	for _, tt := range tests {
		_, err := store.ParseQuery(tt.query)
		var q *store.QueryError
		if !errors.As(err, &q) || q.Message != tt.want {
			t.Errorf("ParseQuery(%.40q) = %v, want %s", tt.query, err, tt.want)
		}
	}
}

// TestSpellings has one article for each way of writing, and the other ways to
// look for it.
func TestSpellings(t *testing.T) {
	tests := []struct{ text, finds, not string }{
		{"Talks in Łódź went on.", "lodz|łódź|LODZ|Łod*", "lod "},
		{"They met in Đà Nẵng.", `da nang|"da nang"|Đà Nẵng`, ""},
		{"Ørsted and Straße and Işıl.", "orsted|strasse|straße|isil|ørsted", ""},
		{"Στην Αθήνα, ο Οδυσσέας.", "αθηνα|ΑΘΗΝΑ|Αθήνα|οδυσσεας", ""},
		{"Пётр Зелёный в Киеві и Ґданьск.", "петр|ПЁТР|зеленый|гданьск", ""},
		{"कल सीता दिल्ली में थी।", "सीता|दिल्ली", "सत"},
		{"اتّفق الجانبان على المَعبر.", "اتفق|المعبر", ""},
		{"The U.S. envoy spoke of the p.m. and the A.I. act.", `US|U.S.|us|"US envoy"|"u.s. envoy"|pm|AI act`, ""},
		{"They told us nothing.", "us|told us", "US|U.S."},
		{"The EU and the UN.", "EU|E.U.|eu|UN", "UK"},
		{"A cease-fire holds; the long‑term plan of Al-Sisi.", `ceasefire|cease-fire|"cease fire"|fire|"a cease fire holds"|"a cease-fire holds"|sisi|al-sisi|alsisi|"of al Sisi"|long-term|longterm`, `"fire long"`},
		{"They would cease fire at noon.", `cease-fire|"cease-fire at"`, "ceasefire"},
		{"The ceasefire went on.", "ceasefire|cease-fire|Cease-Fire|cease fire|the cease fire|cease fire went|cease-fire went on", "fire|cease fire holds|-x cease|fire cease"},
		{"Some 1 200 came, 12 000 000 were told; page 1 2000, gate 7 45.", `1200|1,200|"1 200"|1 200|12000000|200|"1 2000"`, "745|45000|7 450"},
		{"In Sana'a and Xi’an the Hawaiʻi draft; Côte d'Ivoire's envoy", "sanaa|sana'a|sana’a|xian|xi'an|hawaii|divoire|d'ivoire|cote d'ivoire|ivoire|envoy", "sana'b|ivoires"},
		{"گفتگوهای وزیر کشور", "گفتگوهاي|كشور|کشور", ""},
		{"Əliyev, Šiauliai, Nausėda, Þórður, Ísafjörður, Đắk Lắk, İstanbul, Iğdır", "eliyev|siauliai|NAUSEDA|thordur|isafjordur|dak lak|istanbul|ISTANBUL|igdir", ""},
		{"Υπουργός Άμυνας, Π. Ηλίας; ΜΑΐΟΣ", "υπουργος|ΥΠΟΥΡΓΟΣ|αμυνας|ηλιας|μαιος", ""},
		{"Йошкар, Київ, Фёдор, Әлия; Чайковский", "иошкар|йошкар|киів|федор|ФЁДОР|чайковскии", ""},
		{"The US-led bloc, the U.S.-China talks, U.N.'s and E.U.; J.P. Rask", "US|U.S.|us|china|UN|U.N.|EU|us-led|usled|rask", "UK"},
		{"A long-range, state‑of‑the‑art missile and a re-elected deputy's e-mail", `longrange|"long range state"|stateoftheart|"state of the art"|reelected|re-elected|email|e-mail|long range missile`, `"range long"`},
		{"About 1,200 people, 3.500 euros, 2\u202f400 more and 1,200,000 in all.", "1200|1,200|1.200|3500|2400|1200000|1,200,000", "200|400"},
		{"From 2019-12-05 at 10:30, COVID-19 and 12.5 per cent.", `2019-12-05|10:30|covid19|covid-19|covid|12.5|"12 5"`, "20191205"},
		{"外交部长会见大使,双方同意开放口岸。", "大使|口岸|双方同意|外交部长", "大口|部使"},
		{"東京で会談が行われた。カタログ", "会談|東京|カタログ", "京東"},
		{"한국대사관은 서울에서", "대사관|서울|한국", "관대"},
		{"การประชุมที่กรุงเทพ", "ประชุม|กรุงเทพ", ""},
		{"O’Malley said the pres\u00adident\u200b’s plan", "O'Malley|malley|president", ""},
		{"ｆｕｌｌ ｗｉｄｔｈ ﬁnal ١٢٣", "full|width|final|123", ""},
	}
	for _, tt := range tests {
		text, err := strconv.Unquote(`"` + strings.ReplaceAll(tt.text, `"`, `\"`) + `"`)
		if err != nil {
			t.Fatal(err)
		}
		l := newLibrary(t)
		add(t, l, store.NewArticle{Article: article("x", text)}, store.NewArticle{Article: article("y", "Nothing of it.")})
		healthy(t, l, false)
		for q := range strings.SplitSeq(tt.finds, "|") {
			res := search(t, l, q+" ", store.ByRelevance)
			if res.Total != 1 {
				t.Errorf("%q is not found by %q", text, q)
			} else if len(res.Rows[0].Snippet.Marks) == 0 {
				t.Errorf("%q, found by %q: nothing is marked in %q", text, q, res.Rows[0].Snippet.Text)
			}
		}
		for q := range strings.SplitSeq(tt.not, "|") {
			if q != "" && search(t, l, q, store.ByRelevance).Total != 0 && !strings.HasSuffix(q, " ") {
				t.Errorf("%q is found by %q", text, q)
			}
		}
	}
}

// TestMarksAreWhole: a mark never cuts a bracket or quotation in two.
func TestMarksAreWhole(t *testing.T) {
	l := newLibrary(t)
	add(t, l, store.NewArticle{Article: article("x", "The ministers spoke of arms (trafficking) and of the “border” posts; a joint group (on ice roads) met.")})
	tests := []struct{ query, want string }{
		{`"arms trafficking" `, "arms|trafficking"},
		{`"border posts" `, "border|posts"},
		{`"ice roads" `, "ice roads"},
		{`"joint group on" `, "joint|group|on"},
		{"group ic", "group|ice"},
	}
	for _, tt := range tests {
		s := search(t, l, tt.query, store.ByRelevance).Rows[0].Snippet
		var marked []string
		for _, m := range s.Marks {
			marked = append(marked, m.Of(s.Text))
		}
		if got := strings.Join(marked, "|"); got != tt.want {
			t.Errorf("%s marks %q in %q, want %q", tt.query, got, s.Text, tt.want)
		}
	}
	long := "Dull words stand here and go on for quite some time before anything of note is said by anybody. " + strings.Repeat("More of the same. ", 20) + "Then (the bridge) is opened. " + strings.Repeat("And more. ", 40)
	add(t, l, store.NewArticle{Article: article("long", long)})
	s := search(t, l, "bridge ", store.ByRelevance).Rows[0].Snippet
	if len(s.Marks) != 1 || s.Marks[0].Of(s.Text) != "bridge" || !strings.HasPrefix(s.Text, "…") || !strings.HasSuffix(s.Text, "…") || len(s.Text) > 250 {
		t.Errorf("snippet of a long text: %q marks %v", s.Text, s.Marks)
	}
}

func TestSuggest(t *testing.T) {
	l := shelf(t)
	tests := []struct{ query, want string }{
		{"zendda", "zenda"},
		{"zedna bridge", "zenda bridge"},
		{"outlet:gazette brigde after:2019", "outlet:gazette bridge after:2019"},
		{"señro", "senor"},
		{"zenda", ""},
		{"xyzzy", ""},
		{`"zendda"`, ""},
	}
	for _, tt := range tests {
		q, err := store.ParseQuery(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := l.Suggest(ctx, q); got != tt.want || err != nil {
			t.Errorf("Suggest(%q) = %q, %v; want %q", tt.query, got, err, tt.want)
		}
	}
}

func TestChangedArticlesAreFoundAnew(t *testing.T) {
	l := shelf(t)
	id := search(t, l, "title:bridge", store.BySaved).Rows[0].ID
	a, err := l.Article(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	a.Title, a.Published = "Crossing", briefing.Date{Year: 2021}
	if err := l.SetDetails(ctx, a); err != nil {
		t.Fatal(err)
	}
	if search(t, l, "title:bridge", store.BySaved).Total != 0 || search(t, l, "title:crossing after:2021", store.BySaved).Total != 1 {
		t.Error("the new title is not what is found")
	}
	if err := l.Tag(ctx, []briefing.ArticleID{id}, []string{" ice  road ", ""}, []string{"BORDER"}); err != nil {
		t.Fatal(err)
	}
	if got := search(t, l, "crossing", store.BySaved).Rows[0].Tags; !cmp.Equal(got, []string{"High Level", "ice road"}) {
		t.Errorf("tags = %q", got)
	}
	if err := l.SetRemoved(ctx, []briefing.ArticleID{id}, true); err != nil {
		t.Fatal(err)
	}
	if search(t, l, "crossing", store.BySaved).Total != 0 || search(t, l, "", store.BySaved).Total != 3 {
		t.Error("a removed article is still found")
	}
	healthy(t, l, false)
	if err := l.SetRemoved(ctx, []briefing.ArticleID{id}, false); err != nil {
		t.Fatal(err)
	}
	if search(t, l, "crossing", store.BySaved).Total != 1 {
		t.Error("an article put back is not found")
	}
	tags, err := l.Tags(ctx)
	if want := []store.TagCount{{Tag: "border", Articles: 1}, {Tag: "High Level", Articles: 1}, {Tag: "ice road", Articles: 1}}; err != nil || !cmp.Equal(tags, want) {
		t.Errorf("Tags = %v, %v; want %v", tags, err, want)
	}
	healthy(t, l, false)
}

func TestCandidates(t *testing.T) {
	l := newLibrary(t)
	a, b, c := article("a", "one"), article("b", "two"), article("c", "three")
	add(t, l, store.NewArticle{Article: a, Fingerprint: []uint64{1, 2, 3, 1 << 63}},
		store.NewArticle{Article: b, Fingerprint: []uint64{3, 1 << 63, 2}}, store.NewArticle{Article: c, Fingerprint: []uint64{9}})
	for _, tt := range []struct {
		marks        []uint64
		least, limit int
		want         []store.Candidate
	}{
		{[]uint64{1, 2, 3, 1 << 63}, 1, 5, []store.Candidate{{a.ID, 4, 1}, {b.ID, 3, 1}}},
		{[]uint64{1, 2, 3, 1 << 63}, 4, 5, []store.Candidate{{a.ID, 4, 1}}},
		{[]uint64{1 << 63}, 1, 1, []store.Candidate{{a.ID, 1, 1}}},
		{[]uint64{77}, 1, 5, nil},
		{nil, 1, 5, nil},
	} {
		got, err := l.Candidates(ctx, tt.marks, tt.least, tt.limit)
		if diff := cmp.Diff(tt.want, got); err != nil || diff != "" {
			t.Errorf("Candidates(%v): %v (-want +got):\n%s", tt.marks, err, diff)
		}
	}
}

// Candidates are the same when marks have gone from the fresh ones to all
// others, and a mark that many have counts for the first hundred of them.
func TestCandidatesOfALargeLibrary(t *testing.T) {
	l := newLibrary(t)
	var batch []store.NewArticle
	for n := range 8300 {
		batch = append(batch, store.NewArticle{Article: article("", fmt.Sprint("story ", n)), Fingerprint: []uint64{7, uint64(1000 + n/2), uint64(100_000 + n%4000)}})
	}
	for part := range slices.Chunk(batch, 150) {
		add(t, l, part...)
	}
	for _, n := range []int{0, 200, 299, 300, 3999} { // in all three of the tables' states
		var want []store.Candidate
		for k := n; k < len(batch); k += 4000 {
			want = append(want, store.Candidate{Article: batch[k].ID, Common: 1, Words: 2})
		}
		got, err := l.Candidates(ctx, []uint64{uint64(100_000 + n)}, 1, 5)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("those of %d: %v (-want +got):\n%s", n, err, diff)
		}
	}
	for _, n := range []int{0, 99, 4090, 4094, 4096, 4198} {
		got, err := l.Candidates(ctx, []uint64{uint64(1000 + n/2)}, 1, 5)
		want := []store.Candidate{{batch[n/2*2].ID, 1, 2}, {batch[n/2*2+1].ID, 1, 2}}
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("the pair of %d: %v (-want +got):\n%s", n, err, diff)
		}
	}
	got, err := l.Candidates(ctx, []uint64{7}, 1, 1000)
	if err != nil || len(got) != 100 || got[0].Article != batch[0].ID || got[99].Article != batch[99].ID {
		t.Errorf("a mark of all has %d candidates, %v; want the first hundred", len(got), err)
	}
	healthy(t, l, false)
}

// FuzzQuery: whatever is typed is either understood or refused with a message,
// and never an error of the database.
func FuzzQuery(f *testing.F) {
	for _, s := range []string{"zenda bridge", `"a b" -c outlet:d after:2019-12-01 tag:e lang:es is:undated`, `"`, "-", "outlet:", `a"b"c`, "NEAR(", "{x}:^y*", "\x00", "“", "-\"", "is:", "ǅ ١٢ \U000f0000", "outlet:-\"x"} {
		f.Add(s)
	}
	l := shelf(f)
	f.Fuzz(func(t *testing.T, text string) {
		q, err := store.ParseQuery(text)
		if err != nil {
			var e *store.QueryError
			if !errors.As(err, &e) || e.Message == "" {
				t.Fatalf("ParseQuery(%q) = %v, no QueryError", text, err)
			}
			return
		}
		for _, sort := range []store.Sort{store.ByRelevance, store.ByPublished} {
			res, err := l.Search(ctx, store.Request{Query: q, Sort: sort})
			if err != nil {
				t.Fatalf("Search(%q): %v", text, err)
			}
			if res.Total != len(res.Rows) {
				t.Fatalf("Search(%q): %d rows of %d", text, len(res.Rows), res.Total)
			}
			for _, r := range res.Rows {
				for _, m := range r.Snippet.Marks {
					if !m.Valid(r.Snippet.Text) {
						t.Fatalf("Search(%q): mark %v of %q", text, m, r.Snippet.Text)
					}
				}
			}
		}
		if _, err := l.Suggest(ctx, q); err != nil {
			t.Fatalf("Suggest(%q): %v", text, err)
		}
	})
}

// TestFurnitureIsNotSearched: what a page has around its text is neither found
// nor counted, until somebody says that it is text.
func TestFurnitureIsNotSearched(t *testing.T) {
	l := open(t, filepath.Join(t.TempDir(), "library.db"))
	defer l.Close()
	a := article("", "Weather and tides\n\nThe bridge at Zenda is open.\n\nMore on ferries")
	spans := []int{0, 17, 19, 47, 49, 64}
	kinds := []briefing.ParagraphKind{briefing.Furniture, briefing.Body, briefing.Furniture}
	a.Paragraphs = nil
	for i, kind := range kinds {
		a.Paragraphs = append(a.Paragraphs, briefing.Paragraph{Span: briefing.Span{Start: spans[2*i], End: spans[2*i+1]}, Kind: kind})
	}
	add(t, l, store.NewArticle{Article: a})
	check := func(words int, want map[string]int) {
		t.Helper()
		for query, n := range want {
			if r := search(t, l, query, store.BySaved); r.Total != n {
				t.Errorf("%q finds %d, want %d", query, r.Total, n)
			}
		}
		if r := search(t, l, "", store.BySaved); r.Rows[0].Words != words {
			t.Errorf("%d words, want %d", r.Rows[0].Words, words)
		}
		healthy(t, l, false)
	}
	check(6, map[string]int{"weather": 0, "ferries": 0, "zenda": 1, `"open more"`: 0})
	a.Paragraphs[2].Kind = briefing.Body
	if err := l.SetParagraphs(ctx, a.ID, a.Paragraphs); err != nil {
		t.Fatal(err)
	}
	check(9, map[string]int{"weather": 0, "ferries": 1, "zenda": 1})
}
