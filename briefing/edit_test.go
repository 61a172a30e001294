package briefing_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand"
	"testing"

	"example.org/attache/briefing"
	"github.com/google/go-cmp/cmp"
)

func sampleBriefing() briefing.Briefing {
	b := briefing.Blank()
	for i, s := range []briefing.SectionKind{briefing.AgendaSection, briefing.AgendaSection, briefing.AgendaSection, briefing.QuotesSection} {
		text := fmt.Sprint("line ", i)
		l := briefing.Line{ID: briefing.LineID(fmt.Sprint("x", i)), Kind: briefing.ExtractLine, Status: briefing.Suggested,
			Wording: briefing.Wording{Text: text, Parties: []string{"A", "B"}}, Suggested: briefing.Wording{Text: text, Parties: []string{"A", "B"}}}
		b, _, _ = briefing.Apply(b, briefing.Edit{Op: briefing.InsertLine, Section: s, Index: 99, Line: &l})
	}
	return b
}

func marshal(t *testing.T, b briefing.Briefing) string {
	t.Helper()
	data, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestApplyAndInverse(t *testing.T) {
	b := sampleBriefing()
	verify, _ := b.Verify("x1")
	leave, _ := b.Leave("x0")
	lock, _ := b.SetLocked("x2", true)
	move, _ := b.Move("x0", briefing.QuotesSection, 0)
	reword, _ := b.Reword("x1", briefing.Wording{Text: "other"})
	bluf, _ := b.Copy("x1", briefing.BottomLine, 0)
	tests := []struct {
		name string
		edit briefing.Edit
	}{
		{"verify", verify}, {"leave out", leave}, {"lock", lock}, {"move", move}, {"reword", reword}, {"bottom line", bluf},
		{"new line", b.NewLine(briefing.CommentSection, 0, "mine")},
		{"delete", briefing.Edit{Op: briefing.DeleteLine, Name: "Delete", Target: "x1"}},
		{"details", briefing.Edit{Op: briefing.SetDetails, Name: "Details", Details: &briefing.Details{TLP: "TLP:RED"}}},
		{"label", briefing.Edit{Op: briefing.SetLabel, Name: "Rename", Section: briefing.AgendaSection, Label: "Topics"}},
		{"sections", briefing.Edit{Op: briefing.SetSections, Name: "Template", Sections: []briefing.SectionHead{
			{Kind: briefing.QuotesSection, Max: 3}, {Kind: briefing.AgendaSection, Label: "Topics"}, {Kind: "programme"}}}},
		{"batch", briefing.Edit{Op: briefing.Batch, Name: "All", Edits: []briefing.Edit{move, verify, leave}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := marshal(t, b)
			changed, inverse, err := briefing.Apply(b, tt.edit)
			if err != nil {
				t.Fatal(err)
			}
			if marshal(t, b) != before {
				t.Error("Apply changed the briefing it was given")
			}
			if marshal(t, changed) == before {
				t.Error("Apply changed nothing")
			}
			back, _, err := briefing.Apply(changed, inverse)
			if err != nil {
				t.Fatalf("inverse: %v", err)
			}
			if diff := cmp.Diff(before, marshal(t, back)); diff != "" {
				t.Errorf("edit and inverse (-before +after):\n%s", diff)
			}
		})
	}
}

func TestApplyRefuses(t *testing.T) {
	b := sampleBriefing()
	lock, _ := b.SetLocked("x1", true)
	b, _, _ = briefing.Apply(b, lock)
	verify, _ := b.Verify("x1")
	taken := briefing.Line{ID: "x0"}
	tests := []struct {
		name string
		edit briefing.Edit
		want error
	}{
		{"a line that is not there", briefing.Edit{Op: briefing.DeleteLine, Target: "nope"}, briefing.ErrNotFound},
		{"a locked line", verify, briefing.ErrLocked},
		{"deleting a locked line", briefing.Edit{Op: briefing.DeleteLine, Target: "x1"}, briefing.ErrLocked},
		{"an id that is taken", briefing.Edit{Op: briefing.InsertLine, Section: briefing.AgendaSection, Line: &taken}, briefing.ErrConflict},
		{"a section that is not there", briefing.Edit{Op: briefing.MoveLine, Target: "x0", Section: "nope"}, briefing.ErrNotFound},
		{"a section twice", briefing.Edit{Op: briefing.SetSections, Sections: append(b.Heads(), briefing.SectionHead{Kind: briefing.AgendaSection})}, briefing.ErrConflict},
		{"a section with lines left out", briefing.Edit{Op: briefing.SetSections, Sections: b.Heads()[:2]}, briefing.ErrConflict},
		{"half a batch", briefing.Edit{Op: briefing.Batch, Edits: []briefing.Edit{b.NewLine(briefing.AgendaSection, 0, "a"), {Op: briefing.DeleteLine, Target: "nope"}}}, briefing.ErrNotFound},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := marshal(t, b)
			_, _, err := briefing.Apply(b, tt.edit)
			if !errors.Is(err, tt.want) {
				t.Errorf("Apply = %v, want %v", err, tt.want)
			}
			if marshal(t, b) != before {
				t.Error("a refused edit changed the briefing")
			}
		})
	}
}

func TestVerifyKeepsEdited(t *testing.T) {
	b := sampleBriefing()
	for _, step := range []func(briefing.Briefing) (briefing.Edit, error){
		func(b briefing.Briefing) (briefing.Edit, error) {
			return b.Reword("x0", briefing.Wording{Text: "mine"})
		},
		func(b briefing.Briefing) (briefing.Edit, error) { return b.Verify("x0") },
		func(b briefing.Briefing) (briefing.Edit, error) { return b.Leave("x0") },
		func(b briefing.Briefing) (briefing.Edit, error) { return b.PutBack("x0") },
	} {
		e, err := step(b)
		if err != nil {
			t.Fatal(err)
		}
		if b, _, err = briefing.Apply(b, e); err != nil {
			t.Fatal(err)
		}
	}
	if l, _, _, _ := b.Find("x0"); l.Status != briefing.Edited {
		t.Errorf("after edit, verify, leave out and put back the line is %q, want it shown as edited", l.Status)
	}
}

// FuzzEdits: any run of edits, taken back in reverse, gives the same bytes.
func FuzzEdits(f *testing.F) {
	f.Add(int64(1), 20)
	f.Add(int64(42), 200)
	f.Fuzz(func(t *testing.T, seed int64, n int) {
		r := rand.New(rand.NewSource(seed))
		b := sampleBriefing()
		start := marshal(t, b)
		var back []briefing.Edit
		for range min(max(n, 0), 300) {
			next, inverse, err := briefing.Apply(b, randomEdit(r, b))
			if err != nil {
				continue
			}
			b, back = next, append(back, inverse)
		}
		for i := len(back) - 1; i >= 0; i-- {
			var err error
			if b, _, err = briefing.Apply(b, back[i]); err != nil {
				t.Fatalf("undo %s: %v", back[i].Name, err)
			}
		}
		if got := marshal(t, b); got != start {
			t.Fatalf("undoing everything gave\n%s\nwant\n%s", got, start)
		}
	})
}

func randomEdit(r *rand.Rand, b briefing.Briefing) briefing.Edit {
	lines := b.Lines()
	if len(lines) == 0 {
		return b.NewLine(briefing.AgendaSection, 0, "again")
	}
	id := lines[r.Intn(len(lines))].ID
	section := briefing.SectionKinds[r.Intn(len(briefing.SectionKinds))]
	var e briefing.Edit
	switch r.Intn(15) {
	case 0:
		e, _ = b.Verify(id)
	case 1:
		e, _ = b.Leave(id)
	case 2:
		e, _ = b.PutBack(id)
	case 3:
		e, _ = b.Reword(id, briefing.Wording{Text: fmt.Sprint("w", r.Intn(9))})
	case 4:
		e, _ = b.SetLocked(id, r.Intn(2) == 0)
	case 5, 6:
		e, _ = b.Move(id, section, r.Intn(5)-1)
	case 7:
		e = b.NewLine(section, r.Intn(4), "own")
	case 8:
		e = briefing.Edit{Op: briefing.DeleteLine, Target: id}
	case 9:
		heads := b.Heads()
		r.Shuffle(len(heads), func(i, j int) { heads[i], heads[j] = heads[j], heads[i] })
		heads[0].Label, heads[0].Max = fmt.Sprint("label ", r.Intn(3)), r.Intn(4)
		if r.Intn(3) == 0 {
			heads = heads[1:]
		}
		e = briefing.Edit{Op: briefing.SetSections, Name: "sections", Sections: heads}
	case 10:
		l, _, _, _ := b.Find(id)
		e, _ = b.Split(id, l.Wording, r.Intn(8))
	case 11:
		e, _ = b.MergeNext(id, briefing.Sources{})
	case 12:
		e = b.SamePerson(fmt.Sprint("w", r.Intn(9)), fmt.Sprint("w", r.Intn(9)), briefing.Sources{})
	case 13:
		f := briefing.Fix{Kind: briefing.NameFix, From: fmt.Sprint("w", r.Intn(9)), To: "w"}
		e = briefing.Edit{Op: briefing.Batch, Name: "use", Edits: []briefing.Edit{b.Use(f, briefing.Sources{}), briefing.Learn(f), briefing.Forget(f)}}
	default:
		e, _ = b.Copy(id, section, r.Intn(4))
	}
	if r.Intn(6) == 0 {
		e = briefing.Edit{Op: briefing.Batch, Name: "both", Edits: []briefing.Edit{e, b.NewLine(section, 0, "batch")}}
	}
	return e
}
