package lang

import (
	"regexp"
	"testing"

	"github.com/mingrammer/commonregex"
)

// TestCommonregex holds the stand-in's answers beside its patterns'.
func TestCommonregex(t *testing.T) {
	link, mail := regexp.MustCompile(commonregex.LinkPattern), regexp.MustCompile(commonregex.EmailPattern)
	links, mails := 0, 0
	for _, word := range []string{"", ".", "@", "a.", ".a", "a.b", "Sarn", "U.S.", "3.5", "...", "courier.example", "https://courier.example/a_(b)",
		"www.courier.example.", "https://courier", "ana@courier.example", "@ana", "ana@", "ana@courier", "«ana@courier.example»", "a@b.c", "é.è", "12:30", "co-op."} {
		if got, want := commonregex.LinkRegex.MatchString(word), link.MatchString(word); got != want {
			t.Errorf("a link in %q: %v, want %v", word, got, want)
		} else if want {
			links++
		}
		if got, want := commonregex.EmailRegex.MatchString(word), mail.MatchString(word); got != want {
			t.Errorf("an address in %q: %v, want %v", word, got, want)
		} else if want {
			mails++
		}
	}
	if links < 3 || mails < 2 {
		t.Errorf("only %d links and %d addresses", links, mails)
	}
}
