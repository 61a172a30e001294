package gui

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/assets"
)

// Theme is the window's look: our own colours and fonts, with Fyne's icons.
type Theme struct {
	choice string  // "system", "light", "dark", "contrast"
	scale  float32 // of text, 1 is standard
}

// standardText is the size of letters at scale 1.
const standardText = 14.5

// NewTheme returns a theme; choice is "system", "light", "dark" or
// "contrast", and scale the size of text, 1 being standard.
func NewTheme(choice string, scale float32) *Theme {
	if scale < 0.5 || scale > 3 {
		scale = 1
	}
	return &Theme{choice, scale}
}

func (t *Theme) palette(v fyne.ThemeVariant) palette {
	switch {
	case t.choice == "contrast":
		return contrast
	case t.choice == "dark", t.choice != "light" && v == theme.VariantDark:
		return dark
	}
	return light
}

// Color returns our colour of the name, or Fyne's.
func (t *Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if c, ok := t.palette(v).colour(n); ok {
		switch n {
		case theme.ColorNameShadow: // Fyne shades the edges of what is scrolled with it
			return withAlpha(c, shadowAlpha)
		case theme.ColorNameFocus: // Fyne lays it over buttons
			return withAlpha(c, focusAlpha)
		case theme.ColorNameHover: // and this, over rows, too
			return withAlpha(c, hoverAlpha)
		case theme.ColorNamePressed:
			return withAlpha(c, pressedAlpha)
		}
		return c
	}
	if t.choice == "dark" || t.choice == "contrast" {
		v = theme.VariantDark
	} else if t.choice == "light" {
		v = theme.VariantLight
	}
	return theme.DefaultTheme().Color(n, v)
}

// shadowAlpha keeps shadows faint; the others let a button's own colour, and
// with it the contrast of its text, show through.
const shadowAlpha, focusAlpha, hoverAlpha, pressedAlpha = 0x38, 0x80, 0x20, 0x30

func withAlpha(c color.Color, a uint8) color.Color {
	r, g, b, _ := c.RGBA()
	return color.NRGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), a}
}

// fonts are the program's faces as Fyne takes them.
var fonts = sync.OnceValue(func() map[assets.Face]fyne.Resource {
	m := map[assets.Face]fyne.Resource{}
	for _, f := range assets.Faces {
		if data, err := assets.Font(f); err == nil {
			m[f] = fyne.NewStaticResource(string(f)+".ttf", data)
		}
	}
	return m
})

// Font returns a face. Fyne looks for missing glyphs elsewhere only with fonts
// that a theme names, so the serif faces go by the styles that are free:
// monospace is the serif, italic its italic, and bold italic its bold. See
// package widget's styles.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	face := assets.Sans
	switch {
	case s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold && s.Italic:
		face = assets.SerifBold
	case s.Italic:
		face = assets.SerifItalic
	case s.Monospace:
		face = assets.Serif
	case s.Bold:
		face = assets.SansSemibold
	}
	if r := fonts()[face]; r != nil {
		return r
	}
	return theme.DefaultTheme().Font(s)
}

// Icon returns Fyne's icon.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size returns a size in Fyne's units; those of text grow with the scale.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return round(standardText * t.scale)
	case theme.SizeNameCaptionText:
		return round(12.5 * t.scale)
	case theme.SizeNameSubHeadingText:
		return round(17 * t.scale)
	case theme.SizeNameHeadingText:
		return round(22 * t.scale)
	case theme.SizeNameInlineIcon:
		return round(17 * t.scale)
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameLineSpacing:
		return 3
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius:
		return 4
	case theme.SizeNameDialogRadius, theme.SizeNamePopupRadius, theme.SizeNameMenuRadius, theme.SizeNameCardRadius:
		return 6
	case theme.SizeNameScrollBar:
		return 11
	case theme.SizeNameScrollBarSmall:
		return 5
	case theme.SizeNameSplitThickness:
		return 5
	case theme.SizeNameModalBlurRadius:
		return 0 // blurring costs a redraw of everything behind
	}
	return theme.DefaultTheme().Size(n)
}

func round(x float32) float32 { return float32(int(x*2+0.5)) / 2 }
