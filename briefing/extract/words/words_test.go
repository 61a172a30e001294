package words

import "testing"

func TestForms(t *testing.T) {
	for _, tt := range []struct {
		word, lemma string
		form        Form
	}{
		{"discuss", "discuss", Base}, {"discusses", "discuss", Third}, {"discussed", "discuss", Past | Participle}, {"discussing", "discuss", Ing},
		{"agreed", "agree", Past | Participle}, {"agreeing", "agree", Ing},
		{"took", "take", Past}, {"taken", "take", Participle}, {"taking", "take", Ing},
		{"met", "meet", Past | Participle}, {"set", "set", Base | Past | Participle}, {"setting", "set", Ing},
		{"committed", "commit", Past | Participle}, {"signaled", "signal", Past | Participle}, {"signalling", "signal", Ing},
		{"tries", "try", Third}, {"tried", "try", Past | Participle}, {"went", "go", Past}, {"goes", "go", Third},
		{"was", "be", Past}, {"begun", "begin", Participle}, {"broke", "break", Past},
		{"reaches", "reach", Third}, {"delaying", "delay", Ing}, {"delayed", "delay", Past | Participle}, {"vetoes", "veto", Third},
	} {
		if w := Look(tt.word); w.Lemma != tt.lemma || w.Form != tt.form {
			t.Errorf("Look(%q) = %q, form %b; want %q, %b", tt.word, w.Lemma, w.Form, tt.lemma, tt.form)
		}
	}
}

func TestClasses(t *testing.T) {
	for word, class := range map[string]string{"summit": "event", "pact": "deal", "reporters": "press", "never": "denies", "unlikely": "fails", "friday": "weekday"} {
		if !In(word, class) {
			t.Errorf("In(%q, %q) = false", word, class)
		}
	}
	if In("table", "event") || In("summit", "no such class") || Of("no such class") != 0 {
		t.Error("a word is of a class it is not listed under")
	}
	if n := len(load().classes); n > 60 {
		t.Errorf("%d classes do not fit a Class", n)
	}
}
