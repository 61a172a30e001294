package store

import (
	"errors"
	"slices"
	"testing"

	"example.org/attache/briefing"
)

// TestNamingsAreWhole packs and unpacks namings, and says of bytes that were
// cut short that they are damaged.
func TestNamingsAreWhole(t *testing.T) {
	all := []Naming{
		{Who: 1, Role: 2, Sides: 3, Day: 400, Meeting: -1, Count: 1},
		{As: AsMember, Who: 70000, Day: 4, Meeting: 2, Count: 3},
		{As: AsSpeaker, Who: 1, Meeting: -1, Count: 300},
	}
	b := packNamings(all)
	if got, err := unpackNamings(b); err != nil || !slices.Equal(got, all) {
		t.Errorf("%+v, %v", got, err)
	}
	for n := 1; n < len(b); n++ {
		if got, err := unpackNamings(b[:n]); err == nil && len(got) == len(all) || err != nil && !errors.Is(err, briefing.ErrDamaged) {
			t.Errorf("of %d bytes: %+v, %v", n, got, err)
		}
	}
}
