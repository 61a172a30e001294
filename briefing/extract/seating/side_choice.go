package seating

import (
	"slices"
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/weigh"
)

// SideChoice is a side that somebody may stand for, with every clue that speaks
// for it or against.
type SideChoice struct {
	Side  string
	Clues []Clue
}

// SideWeights returns the measured weights of the clues for a side.
var SideWeights = sync.OnceValue(func() weigh.Weights { return weigh.Read("sideclues") })

// sideRounds are how likely a side must be to be settled, round by round: what
// speaks by other people's sides is asked again once the surer are settled.
var sideRounds = []float64{.9, .8, .7, .5, 0}

// chooseSides settles the sides of those who have parts.
func (d *Document) chooseSides(parts []Part) *SideChooser {
	c := d.NewSideChooser(parts)
	c.Settle(SideWeights())
	return c
}

// Settle gives everybody whose side no words beside the name say the likeliest,
// and tells of all how likely their side is.
func (c *SideChooser) Settle(w weigh.Weights) {
	for _, least := range sideRounds {
		for _, p := range c.People {
			if c.Fixed[p] {
				p.SideSure = w.Probability(c.Choices(p)[0].Clues)
				continue
			}
			p.Side, p.Kind, p.SideRule, p.SideSure = "", "", "", 0
			best, sure := Likeliest(c.Choices(p), w)
			if best.Side != "" && sure >= least {
				p.Side, p.Kind, p.SideSure = best.Side, c.kinds[best.Side], sure
				p.SideRule = c.reason(best, w)
			}
		}
	}
}

// Likeliest returns the choice for which most speaks, and how likely it is.
func Likeliest(all []SideChoice, w weigh.Weights) (best SideChoice, sure float64) {
	for _, x := range all {
		if p := w.Probability(x.Clues); p > sure {
			best, sure = x, p
		}
	}
	return best, sure
}

// reason returns the text for people by what speaks most for a choice.
func (c *SideChooser) reason(x SideChoice, w weigh.Weights) string {
	for _, clue := range w.Strongest(x.Clues) {
		if text := SideReason(string(clue)); w[clue] > 0 && text != "" {
			return text
		}
	}
	return ""
}

// SideReason returns the text for a clue: its own, or that of the kind which it
// is a case of ("listed after, no office").
func SideReason(clue string) string {
	m := sideReasons()
	clue = strings.TrimSuffix(clue, several)
	if text := m[clue]; text != "" {
		return text
	}
	kind, _, _ := strings.Cut(clue, ",")
	if text := m[kind]; text != "" {
		return text
	}
	return m[strings.TrimSuffix(kind, " a nationality")]
}

// sideReasons are the texts for people by the kind of vote.
var sideReasons = sync.OnceValue(func() map[string]string { return lexicon.Pairs("sidereasons") })

// several ends a clue that speaks for more sides than one.
const several = ", several"

// Choices returns the sides that p may stand for, in the order of the votes:
// one where the words beside the name say it.
func (c *SideChooser) Choices(p *mention.Person) (out []SideChoice) {
	if c.Fixed[p] {
		return []SideChoice{{p.Side, []Clue{"beside name", Clue("beside name, " + c.office(p) + " for " + string(p.Kind))}}}
	}
	votes := c.All(p)
	barred := map[string]bool{}
	for _, v := range votes {
		barred[v.side] = barred[v.side] || v.clue == counterpartOf
	}
	votes = slices.DeleteFunc(votes, func(v SideVote) bool { return barred[v.side] })
	sides := map[string]int{} // by clue: for how many sides it speaks
	for _, v := range votes {
		sides[v.clue]++
	}
	index := map[string]int{}
	for _, v := range votes {
		i, ok := index[v.side]
		if !ok {
			i = len(out)
			index[v.side] = i
			out = append(out, SideChoice{Side: v.side})
		}
		clue := v.clue
		if sides[clue] > 1 {
			clue += several
		}
		out[i].Clues = append(out[i].Clues, Clue(clue))
	}
	office := c.office(p)
	for i := range out {
		for _, v := range votes {
			if ofArticle(v.clue) {
				continue
			}
			if x := Clue("not " + v.clue); v.side != out[i].Side && sides[v.clue] == 1 && !slices.Contains(out[i].Clues, x) {
				out[i].Clues = append(out[i].Clues, x)
			}
		}
		out[i].Clues = append(out[i].Clues, Clue(office+" for "+c.kindOf(out[i].Side)))
	}
	return out
}

// ofArticle reports whether a vote is one on everybody's side.
func ofArticle(clue string) bool {
	for _, head := range [...]string{"named most", "in lead", "body in lead", "institution", "one of two", "dateline", "home news", "only country", "one government", "agency"} {
		if strings.HasPrefix(clue, head) && !strings.HasSuffix(clue, ", met") {
			return true
		}
	}
	return false
}

// office returns the kind of a person's office.
func (c *SideChooser) office(p *mention.Person) string {
	rank := mention.Vocab().RankOf(p.Title)
	switch {
	case p.Title == "":
		return "no office"
	case allegiance.StateOffice(p.Title):
		return "state's office"
	case rank < 3:
		return "high office"
	default:
		return "office"
	}
}

// kindOf returns the kind of a side, and whether the article's head names several
// countries.
func (c *SideChooser) kindOf(side string) string {
	kind := c.kinds[side]
	if kind == "" {
		kind = briefing.OtherSide
	}
	states := "no state"
	switch {
	case c.states < 2 && len(c.bodies) > 1:
		states = "bodies"
	case c.states == 1:
		states = "one state"
	case c.states == 2:
		states = "two states"
	case c.states > 2:
		states = "states"
	}
	return string(kind) + " among " + states
}
