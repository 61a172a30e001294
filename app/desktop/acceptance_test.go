//go:build cgo && !nogui && linux

package desktop_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Three articles about one meeting: a page, a text without a date that
// contradicts it, and a mail with most of the page's words.
const (
	pageOfMeeting = `<!doctype html>
<html lang="en"><head><title>Peru and Bolivia agree on a joint customs post</title>
<meta property="og:site_name" content="Lakeside Wire">
<meta property="article:published_time" content="2019-12-05T09:00:00Z"></head>
<body><article><h1>Peru and Bolivia agree on a joint customs post</h1>
<p>LIMA. Peruvian Foreign Minister Rosa Quispe Alarcón and her Bolivian counterpart, Tomás Mamani, agreed on Wednesday to open a joint customs post at Desaguadero by 1 March.</p>
<p>Quispe was accompanied by Interior Minister Julio Cárdenas. The Bolivian delegation included Ambassador Elena Rojas Vaca.</p>
<p>The ministers discussed smuggling on Lake Titicaca, the supply of gas to the border provinces and the return of stolen church silver.</p>
<p>“A lake does not divide us, it feeds us,” Quispe told reporters after the meeting.</p>
<p>“We came to Lima to sign, and we are leaving with work to do,” Mamani said.</p>
<p>Both governments will exchange lists of wanted vehicles every month.</p>
</article></body></html>
`
	textOfMeeting = `Customs post for Desaguadero

Bolivia and Peru will run one customs post together on their busiest border crossing, the foreign ministers of both countries said in Lima.

Foreign Minister Tomás Mamani of Bolivia and Peru’s Foreign Minister Rosa Quispe Alarcón agreed to open a joint customs post at Desaguadero by 15 March.

They also reviewed the protection of the giant Titicaca frog.

Mamani said that the two police forces had asked for shared radio channels.
`
	mailOfMeeting = `From: "Press digest" <digest@example.org>
To: desk@example.org
Subject: Peru and Bolivia agree on a joint customs post
Date: Fri, 6 Dec 2019 07:30:00 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

LIMA. Peruvian Foreign Minister Rosa Quispe Alarcón and her Bolivian counterpart, Tomás Mamani, agreed on Wednesday to open a joint customs post at Desaguadero by 1 March.

Quispe was accompanied by Interior Minister Julio Cárdenas. The Bolivian delegation included Ambassador Elena Rojas Vaca.

The ministers discussed smuggling on Lake Titicaca, the supply of gas to the border provinces and the return of stolen church silver.

“A lake does not divide us, it feeds us,” Quispe told reporters after the meeting.
`
)

// actor is a person at the window, whose clicks and keys are counted.
type actor struct {
	*screen
	clicks, keys int
	begun        time.Time
}

func (a *actor) press(keys ...string) {
	a.key(keys...)
	a.keys += len(keys)
}

// types types text, which no budget counts, and Enter, which one does.
func (a *actor) types(text string) {
	a.do("type", "--delay", "4", text)
	a.press("Return")
}

// click clicks the button of a name.
func (a *actor) click(name string) {
	a.t.Helper()
	time.Sleep(300 * time.Millisecond) // until what is new has been laid out
	a.key("F12")                       // asks where the buttons stand; no person does
	var at map[string]any
	a.until("the buttons", func(e map[string]any) bool {
		if e["event"] == "rect" && e["name"] == name {
			at = e
		}
		return e["event"] == "buttons"
	})
	if at == nil {
		a.t.Fatalf("no button %q is to be seen", name)
	}
	a.screen.click(at)
	a.clicks++
}

// step says how far the walk is, and keeps a picture of it where
// ATTACHE_SHOTS names a folder.
func (a *actor) step(name string) {
	a.t.Helper()
	a.t.Logf("%5.1f s  %2d clicks  %2d keys  %s", time.Since(a.begun).Seconds(), a.clicks, a.keys, name)
	if dir := os.Getenv("ATTACHE_SHOTS"); dir != "" {
		time.Sleep(700 * time.Millisecond) // until it is drawn
		shot := exec.Command("import", "-window", "root", filepath.Join(dir, fmt.Sprintf("%s-%03d-%s.png", a.t.Name(), a.keys, strings.ReplaceAll(name, " ", "-"))))
		shot.Env = append(os.Environ(), "DISPLAY="+a.display)
		if err := shot.Run(); err != nil {
			a.t.Logf("no picture: %v", err)
		}
	}
}

// TestAcceptance goes from three saved articles to a PDF that somebody would
// sign, in a library of others, with mouse and keyboard, within the budget of
// 8 clicks, 60 keys beside typed text and 180 seconds.
func TestAcceptance(t *testing.T) {
	walkThrough(t, func(a *actor) { a.click("Set Date…") }, func(a *actor) { a.click("New Briefing from 3 Articles") }, func(a *actor) { a.click("Show Both") })
}

// TestAcceptanceByKeyboard is TestAcceptance without the mouse.
func TestAcceptanceByKeyboard(t *testing.T) {
	walkThrough(t,
		func(a *actor) { a.press("F6", "shift+F6", "Down", "Return") },
		func(a *actor) { a.press("Return") },
		func(a *actor) { a.press("shift+Tab", "shift+Tab", "shift+Tab", "Return") })
}

// walkThrough is the walk; the three acts that can be done with the mouse are
// given.
func walkThrough(t *testing.T, setDate, draft, showBoth func(*actor)) {
	home := needsScreen(t)
	a := &actor{screen: prepare(t, home)}
	large(t, filepath.Join(home, "library.db"), 1_000)
	folder := filepath.Join(home, "dropped")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"a.html": pageOfMeeting, "b.txt": textOfMeeting, "c.eml": mailOfMeeting} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	is := func(event string, pairs ...any) func(map[string]any) bool {
		return func(e map[string]any) bool {
			ok := e["event"] == event
			for i := 0; i < len(pairs); i += 2 {
				ok = ok && e[pairs[i].(string)] == pairs[i+1]
			}
			return ok
		}
	}

	a.begun = time.Now()
	a.open()
	a.until("the library", is("found", "total", 1000.0))
	a.keyboard()
	a.step("start")

	a.press("ctrl+o")
	a.wait("chooser")
	a.press("ctrl+a")
	a.types(folder)
	a.until("the folder", is("chooser", "folder", folder))
	a.press("ctrl+a", "Return")
	a.until("three files added, one of them much like another", is("import ended", "added", 2.0, "similar", 1.0, "failed", 0.0))
	a.step("added")

	setDate(a)
	a.wait("date field")
	a.types("5 dec 2019")
	a.until("the date", is("library", "kind", "articles changed"))
	a.step("dated")

	draft(a)
	e := a.wait("briefing")
	lines := e["lines"].(float64)
	a.wait("source")
	a.step("drafted")

	// Every line is read and verified; the bottom line, in conflict like the
	// agreement it is taken from, is left out for another; the conflict is
	// settled by showing both days.
	edited, chosen := false, false
	a.press("Down")
	a.wait("line")
	a.press("Home")
	now := a.wait("line")
	for done := 0.0; done < lines; {
		line := now["id"]
		switch {
		case now["status"] == "conflict" && now["section"] == "bottom-line":
			a.press("x")
		case now["status"] == "conflict":
			a.press("v")
			a.wait("conflict")
			a.step("conflict")
			showBoth(a)
		case !edited && now["section"] == "delegations":
			edited = true
			a.press("e")
			a.wait("editor")
			a.types(" (acting)")
		case !chosen && now["section"] == "agreements":
			chosen = true
			a.press("b", "v")
			lines++ // the copy, verified like what it is copied from
		default:
			a.press("v")
		}
		// The next line is shown at once, that this one is saved a little later.
		a.until("the line saved", func(e map[string]any) bool {
			was := done
			switch {
			case e["event"] == "line" && e["id"] != line:
				now = e
			case e["event"] == "briefing":
				done = e["reviewed"].(float64)
			}
			return done > was
		})
		if now["id"] == line && done < lines { // an edited line stays selected
			a.press("u")
			now = a.until("the next unverified line", func(e map[string]any) bool { return e["event"] == "line" && e["id"] != line })
		}
	}
	a.step("reviewed")

	a.press("n")
	a.wait("editor")
	a.do("type", "--delay", "4", "The frog may be the easier part.")
	a.step("hint")
	a.press("Return")
	a.until("the analyst's own line", is("line", "section", "comment"))

	a.press("ctrl+shift+p")
	a.wait("raster")
	a.step("preview")
	a.press("ctrl+shift+e")
	a.wait("export checks")
	a.step("export")
	a.press("Return")
	e = a.wait("exported")
	a.step("exported")
	took := time.Since(a.begun)
	if e["pages"] != 1.0 {
		t.Errorf("%v pages, want one", e["pages"])
	}
	if pdf, err := os.ReadFile(fmt.Sprint(e["path"])); err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Errorf("%v holds %.20q, %v; want a PDF", e["path"], pdf, err)
	}
	if a.clicks > 8 || a.keys > 60 || took > 3*time.Minute {
		t.Errorf("%d clicks, %d keys, %v; the budget is 8, 60 and 3 minutes", a.clicks, a.keys, took.Round(time.Second))
	}

	time.Sleep(2 * time.Second) // where the caret stands is kept once it rests
	a.kill()
	a.open()
	e = a.wait("briefing")
	if e["reviewed"] != e["lines"] {
		t.Errorf("after the power cut %v of %v lines are reviewed, want all", e["reviewed"], e["lines"])
	}
	a.until("the line that was selected", is("line", "section", "comment"))
	a.kill()
	if strings.Contains(a.said(), "Error in Fyne call thread") {
		t.Errorf("something was drawn off the window's thread:\n%s", a.said())
	}
}
