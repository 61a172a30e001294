package gui

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/app/widget"
)

// TestThemeContrast holds every pair of text and ground that the window draws
// to the 4.5 to 1 of WCAG 2.1 AA, and marks and rings to the 3 to 1 of 1.4.11.
func TestThemeContrast(t *testing.T) {
	grounds := []fyne.ThemeColorName{theme.ColorNameBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground,
		theme.ColorNameHeaderBackground, widget.ColorTint, widget.ColorPaper, widget.ColorRow, widget.ColorRowQuiet}
	texts := []fyne.ThemeColorName{theme.ColorNameForeground, widget.ColorGrey, widget.ColorNavy, widget.ColorYours,
		widget.ColorVerified, widget.ColorEdited, widget.ColorConflict, widget.ColorSuggested}
	type pair struct {
		text, ground fyne.ThemeColorName
		least        float64
	}
	var pairs []pair
	for _, g := range grounds {
		for _, x := range texts {
			pairs = append(pairs, pair{x, g, 4.5})
		}
	}
	for _, g := range []fyne.ThemeColorName{widget.ColorHitPeople, widget.ColorHitAgenda, widget.ColorHitAgreement,
		widget.ColorHitPosition, widget.ColorHitQuote, widget.ColorHitOther, widget.ColorHitSelected, widget.ColorHitFound,
		theme.ColorNameSelection, theme.ColorNameButton, theme.ColorNameInputBackground} {
		pairs = append(pairs, pair{theme.ColorNameForeground, g, 4.5})
	}
	pairs = append(pairs,
		pair{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground, 4.5},
		pair{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, 4.5},
		pair{theme.ColorNameForegroundOnError, theme.ColorNameError, 4.5},
		pair{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning, 4.5},
		pair{theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess, 4.5},
		pair{widget.ColorOver, widget.ColorPaper, 4.5},
		pair{widget.ColorRing, widget.ColorPaper, 3},
		pair{widget.ColorRing, theme.ColorNameBackground, 3},
		pair{theme.ColorNameInputBorder, theme.ColorNameInputBackground, 3},
	)
	for _, choice := range []string{"light", "dark", "contrast"} {
		th := NewTheme(choice, 1)
		for _, p := range pairs {
			t.Run(fmt.Sprintf("%s/%s on %s", choice, p.text, p.ground), func(t *testing.T) {
				got := ratio(th.Color(p.text, theme.VariantLight), th.Color(p.ground, theme.VariantLight))
				if got < p.least {
					t.Errorf("contrast %.2f, want at least %.1f", got, p.least)
				}
			})
		}
	}
}

// TestFocusedButtonContrast holds the text of a button that has the keyboard
// or is under the mouse: the ground is another colour laid over its own.
func TestFocusedButtonContrast(t *testing.T) {
	for _, choice := range []string{"light", "dark", "contrast"} {
		th := NewTheme(choice, 1)
		at := func(n fyne.ThemeColorName) color.Color { return th.Color(n, theme.VariantLight) }
		for _, pair := range [][2]fyne.ThemeColorName{
			{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary},
			{theme.ColorNameForeground, theme.ColorNameButton},
			{theme.ColorNameForeground, theme.ColorNameBackground},
			{theme.ColorNameForeground, theme.ColorNameMenuBackground},
		} {
			text, ground := pair[0], pair[1]
			for _, state := range []fyne.ThemeColorName{theme.ColorNameFocus, theme.ColorNameHover, theme.ColorNamePressed} {
				over := blend(at(ground), at(state))
				if got := ratio(at(text), over); got < 4.5 {
					t.Errorf("%s: %s on %s in state %s: contrast %.2f, want at least 4.5", choice, text, ground, state, got)
				}
			}
		}
	}
}

// blend lays a translucent colour over an opaque one.
func blend(under, over color.Color) color.Color {
	u, o := color.NRGBAModel.Convert(under).(color.NRGBA), color.NRGBAModel.Convert(over).(color.NRGBA)
	mix := func(a, b uint8) uint8 { return uint8((int(a)*(255-int(o.A)) + int(b)*int(o.A)) / 255) }
	return color.NRGBA{mix(u.R, o.R), mix(u.G, o.G), mix(u.B, o.B), 255}
}

// ratio is the contrast ratio of WCAG 2.1.
func ratio(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

func TestPalettesAreComplete(t *testing.T) {
	for name := range light {
		if _, ok := dark[name]; !ok {
			t.Errorf("dark has no %s", name)
		}
		if _, ok := contrast[name]; !ok {
			t.Errorf("contrast has no %s", name)
		}
	}
}
