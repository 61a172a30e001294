package extract

import "testing"

func TestAgendaWords(t *testing.T) {
	if names := agendaWords.Astray(); len(names) > 0 {
		t.Errorf("classes that only the lexicon agenda or only the code has: %q", names)
	}
	if !otherTalks.Has("further") || otherTalks.Has("talks") {
		t.Error(`of "further talks" the first word tells that they are other talks, not the second`)
	}
}
