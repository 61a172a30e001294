package page

import (
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestLook writes a picture of every sample to the folder that ATTACHE_LOOK
// names, for a person to look at.
func TestLook(t *testing.T) {
	dir := os.Getenv("ATTACHE_LOOK")
	if dir == "" {
		t.Skip("set ATTACHE_LOOK to a folder to get pictures of the samples")
	}
	all := samples()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		b := all[name]
		p, held, err := Fit(b, PaperNamed(b.Details.Paper))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		t.Logf("%s: density %d, fill %.2f, used %.2f, %d held, missing %q", name, held.Density, held.Fill, held.Used, len(held.Lines), held.Missing)
		f, err := os.Create(filepath.Join(dir, name+".png"))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, Raster(p, 110)); err != nil {
			t.Error(err)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}
