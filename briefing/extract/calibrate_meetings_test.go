package extract

import (
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/extract/weigh"
)

// tellsOfMeeting reports whether an annotated article tells of a meeting: one of
// testdata does if it has members.
func (a *annotated) tellsOfMeeting() bool {
	if a.own {
		return len(a.Gold.Delegations) > 0
	}
	return a.Gold.Meeting.What != nil
}

// meetingFitting draws weights strongly to nought: there is one example an
// article.
var meetingFitting = weigh.Fitting{Rarest: 12, Ridge: 8, Sweeps: 30}

// TestCalibrateMeetings measures on nine tenths of the articles whether one tells
// of a meeting, and scores the rest, in turns.
func TestCalibrateMeetings(t *testing.T) {
	var articles [][]weigh.Example
	var all []weigh.Example
	for _, a := range annotatedArticles(t, "members") {
		d := newDocument(&briefing.Article{ID: briefing.IDOf(a.Text), Text: a.Text, Language: "en"})
		for _, stage := range stages[:stagesBefore] {
			stage(d)
		}
		e := weigh.Example{Clues: d.MeetingClues(), Right: a.tellsOfMeeting()}
		articles, all = append(articles, []weigh.Example{e}), append(all, e)
	}
	s := weigh.Rate(articles, meetingFitting.Across(articles, 10), seating.Reports)
	t.Logf("meetings: %v", s)
	if s.F1() < .9 {
		t.Errorf("measured on other articles: F1 %.2f, want .90", s.F1())
	}
	if *writeClues {
		writeWeights(t, "meetingclues", "# How much each clue speaks for an article's telling of a meeting (less than nought: against), as\n# the weight in a logistic sum.", meetingFitting.Fit(all))
	}
}
