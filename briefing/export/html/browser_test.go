package html

import (
	"context"
	"example.org/attache/briefing/export/exporttest"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"
)

// TestHTMLInABrowser has Chromium draw the annex with the first reference
// followed, and looks for what the style sheet alone can do: the words of the
// line light up, and are on screen. Set ATTACHE_LOOK to a folder to keep the
// picture.
func TestHTMLInABrowser(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("Chromium is not installed (chromium)")
	}
	if testing.Short() {
		t.Skip("starting Chromium takes a while")
	}
	dir := t.TempDir()
	file, shot := filepath.Join(dir, "brief.html"), filepath.Join(dir, "brief.png")
	text := htmlOf(t, exporttest.Briefing(), exporttest.Options())
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	ref := regexp.MustCompile(`class="ref"><a href="(#[^"]+)"`).FindStringSubmatch(text)
	if ref == nil {
		t.Fatal("no reference leads to its words")
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
		"--user-data-dir="+dir+"/profile", "--window-size=1200,1000", "--screenshot="+shot, "file://"+file+ref[1]).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if keep := os.Getenv("ATTACHE_LOOK"); keep != "" {
		data, err := os.ReadFile(shot)
		if err == nil {
			err = os.WriteFile(filepath.Join(keep, "annex.png"), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Open(shot)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	hit := regexp.MustCompile(`--hit:#([0-9a-fA-F]{6})`).FindStringSubmatch(text)
	if hit == nil {
		t.Fatal("the style sheet has no colour for words that light up")
	}
	lit := 0
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			r, g, b, _ := picture.At(x, y).RGBA()
			if rgb := [3]uint32{r >> 8, g >> 8, b >> 8}; rgb == rgbOf(t, hit[1]) {
				lit++
			}
		}
	}
	if lit < 200 {
		t.Errorf("%d pixels of #%s on screen, want the words of %s to be lit", lit, hit[1], ref[1])
	}
}

func rgbOf(t *testing.T, hex string) (rgb [3]uint32) {
	t.Helper()
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	return [3]uint32{uint32(n >> 16), uint32(n >> 8 & 0xff), uint32(n & 0xff)}
}
