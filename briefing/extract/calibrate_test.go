package extract

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"github.com/rogpeppe/go-internal/txtar"
)

// The weights of clues and the order of side clues are measured, not written
// (make calibrate). With -gold, a folder of annotated articles, they are
// measured on those and on testdata; with -write the lexicons are written anew.
var (
	goldDir    = flag.String("gold", "", "measure on the annotated articles of this folder too")
	writeClues = flag.Bool("write-clues", false, "write assets/lexicon/clues.tsv and sideclues.tsv anew")
)

// annotated is an article with who took part, as the annotators' files have it.
type annotated struct {
	ID, Text string
	Gold     struct{ Delegations []annotatedSide }
}

type annotatedSide struct {
	Side    string
	Members []struct {
		Name     string
		Optional bool
	}
}

// annotatedArticles returns those of -gold and those of testdata.
func annotatedArticles(t *testing.T) (out []annotated) {
	files, _ := filepath.Glob(filepath.Join(*goldDir, "*.json"))
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var a annotated
		if err := json.Unmarshal(data, &a); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		out = append(out, a)
	}
	files, _ = filepath.Glob("testdata/*.txtar")
	for _, f := range files {
		archive, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		a, marked := annotated{ID: filepath.Base(f)}, false
		for _, part := range archive.Files {
			switch part.Name {
			case "article":
				a.Text = strings.TrimSpace(string(part.Data))
			case "members", "misses":
				marked = marked || part.Name == "members"
				for line := range strings.Lines(string(part.Data)) {
					a.mark(line, part.Name == "misses")
				}
			}
		}
		if marked {
			out = append(out, a)
		}
	}
	return out
}

// mark adds the member of a line of testdata: "side | name | …".
func (a *annotated) mark(line string, miss bool) {
	if miss {
		rest, ok := strings.CutPrefix(line, "members: ")
		if !ok {
			return
		}
		line = rest
	}
	w := strings.Split(line, "|")
	if len(w) < 2 {
		return
	}
	g := annotatedSide{Side: strings.TrimSpace(w[0])}
	g.Members = append(g.Members, struct {
		Name     string
		Optional bool
	}{Name: strings.TrimSpace(w[1])})
	a.Gold.Delegations = append(a.Gold.Delegations, g)
}

// find returns the side of the member that p is; taken is false for those who
// are arguable.
func (a *annotated) find(p *person) (side string, found, taken bool) {
	have := make([]string, len(p.key))
	for i, w := range p.key {
		have[i] = strings.Trim(w, ".,")
	}
	for _, g := range a.Gold.Delegations {
		for _, m := range g.Members {
			var key []string
			for w := range strings.FieldsSeq(m.Name) {
				key = append(key, foldName(strings.Trim(w, ".,")))
			}
			if len(key) > 0 && (subset(key, have) || subset(have, key) || have[len(have)-1] == key[len(key)-1]) {
				return g.Side, true, !m.Optional
			}
		}
	}
	return "", false, false
}

// isSide reports whether a side is the annotated one, give or take the longer
// name of a body.
func isSide(side, want string) bool {
	if f, ok := sides().named(want); ok {
		return f.side == side
	}
	a, b := strings.Fields(foldName(side)), strings.Fields(foldName(want))
	if len(a) == 0 || len(b) == 0 {
		return side == want
	}
	initials := ""
	for w := range strings.FieldsSeq(want) {
		if capitalised(w) {
			initials += w[:1]
		}
	}
	return subset(a, b) || subset(b, a) || strings.EqualFold(initials, side)
}

// seat is one person of an annotated article: the clues, and what is right.
type seat struct {
	clues []clue
	sat   bool
	votes []sideVote // on the side; nil where the words beside the name say it
	side  string
}

// seatsOf returns what the rules see of everybody in a.
func seatsOf(a annotated) (out []seat) {
	d := newDocument(&briefing.Article{ID: briefing.IDOf(a.Text), Text: a.Text, Language: "en"})
	for _, stage := range stages[:stagesBefore] {
		stage(d)
	}
	var parts []part
	of := map[*person]int{}
	for _, c := range d.candidates() {
		_, found, taken := a.find(c.person)
		if found && !taken {
			continue
		}
		of[c.person] = len(out)
		out = append(out, seat{clues: c.clues, sat: found})
		if found {
			parts = append(parts, c.seats()...)
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return a.m.Start - b.m.Start })
	c := d.newSideChooser(parts)
	for _, p := range c.people { // the others sit where they should
		if want, _, _ := a.find(p); !c.fixed[p] && want != "" {
			p.side, p.kind = want, briefing.Organisation
			if f, ok := sides().named(want); ok {
				p.side, p.kind = f.side, f.kind
			}
		}
	}
	for _, p := range c.people {
		s := &out[of[p]]
		s.side, _, _ = a.find(p)
		if c.fixed[p] || s.side == "" {
			continue
		}
		was := p.side
		p.side = ""
		s.votes = c.all(p)
		p.side = was
	}
	return out
}

// stagesBefore is how many stages run before those who took part are found.
const stagesBefore = 7

// rarest is how many people a clue must speak of to be given a weight.
const rarest = 3

// fitClues returns the weights under which the seats are the most likely, by
// gradient steps on the regularised logistic loss.
func fitClues(seats []seat) map[clue]float64 {
	count := map[clue]int{}
	for _, s := range seats {
		for _, c := range s.clues {
			count[c]++
		}
	}
	w, past := map[clue]float64{}, map[clue]float64{}
	for range 250 {
		grad := map[clue]float64{}
		for _, s := range seats {
			off := sigmoid(w, s.clues)
			if s.sat {
				off--
			}
			grad["bias"] += off
			for _, c := range s.clues {
				if count[c] >= rarest {
					grad[c] += off
				}
			}
		}
		for c, g := range grad {
			if c != "bias" {
				g += w[c]
			}
			past[c] += g * g
			w[c] -= .5 * g / (1e-6 + math.Sqrt(past[c]))
		}
	}
	return w
}

// orderSides returns the side clues, the surest first: each with how often it
// is right where none before it spoke. What a person's own words say comes
// before what the article around says.
func orderSides(seats []seat) (list []sideRung) {
	const prior, ownLeast, least = 4, .6, .35
	left := slices.DeleteFunc(slices.Clone(seats), func(s seat) bool { return s.votes == nil })
	used := map[string]bool{}
	for context := false; ; {
		right, n := map[string]float64{}, map[string]float64{}
		for _, s := range left {
			for c, side := range decided(s.votes) {
				n[c]++
				if isSide(side, s.side) {
					right[c]++
				}
			}
		}
		best := sideRung{}
		for c := range n {
			sure := (right[c] + prior*.5) / (n[c] + prior)
			if !used[c] && (context || ownWords[c]) && (sure > best.sure || sure == best.sure && c < best.clue) {
				best = sideRung{c, sure}
			}
		}
		if !context && best.sure < ownLeast {
			context = true
			continue
		}
		if best.sure < least {
			return list
		}
		used[best.clue] = true
		list = append(list, best)
		left = slices.DeleteFunc(left, func(s seat) bool { _, spoke := decided(s.votes)[best.clue]; return spoke })
	}
}

// TestCalibrate measures on four fifths of the articles and scores the rest, in
// turns: people found, and sides of those found that no word beside them says.
func TestCalibrate(t *testing.T) {
	articles := annotatedArticles(t)
	var seats [][]seat
	for _, a := range articles {
		seats = append(seats, seatsOf(a))
	}
	const folds = 5
	hit, found, sat, right, asked := 0, 0, 0, 0, 0
	for f := range folds {
		var train []seat
		for i, s := range seats {
			if i%folds != f {
				train = append(train, s...)
			}
		}
		w, list := fitClues(train), orderSides(train)
		for i := f; i < len(seats); i += folds {
			for _, s := range seats[i] {
				if s.sat {
					sat++
				}
				if sigmoid(w, s.clues) >= takes {
					found++
					if s.sat {
						hit++
					}
				}
				if s.votes == nil {
					continue
				}
				asked++
				votes := decided(s.votes)
				if k := slices.IndexFunc(list, func(r sideRung) bool { return votes[r.clue] != "" }); k >= 0 && isSide(votes[list[k].clue], s.side) {
					right++
				}
			}
		}
	}
	precision, recall, share := float64(hit)/float64(found), float64(hit)/float64(sat), float64(right)/float64(asked)
	t.Logf("people: precision %.3f, recall %.3f; sides without a word beside the name: %.3f right of %d", precision, recall, share, asked)
	if precision < .8 || recall < .8 || share < .7 {
		t.Errorf("measured on other articles: precision %.2f, recall %.2f, sides %.2f; want .80, .80, .70", precision, recall, share)
	}
	if *writeClues {
		every := slices.Concat(seats...)
		writeLexicon(t, fitClues(every), orderSides(every))
	}
}

func writeLexicon(t *testing.T, w map[clue]float64, list []sideRung) {
	var lines []string
	for c, v := range w {
		if math.Abs(v) > .03 {
			lines = append(lines, fmt.Sprintf("%s\t%.2f", c, v))
		}
	}
	slices.Sort(lines)
	save := func(name, head string, lines []string) {
		if err := os.WriteFile(filepath.Join("../../assets/lexicon", name), []byte(head+strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save("clues.tsv", "# How much each clue speaks for somebody's having taken part (less than nought: against),\n# as the weight in a logistic sum. Measured by make calibrate; never by hand.\n", lines)
	lines = nil
	for _, r := range list {
		lines = append(lines, fmt.Sprintf("%s\t%.2f", r.clue, r.sure))
	}
	save("sideclues.tsv", "# What speaks for a side, the surest first, with how often it was right where nothing above it\n# spoke. Measured by make calibrate; never by hand.\n", lines)
}
