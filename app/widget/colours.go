package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours that our widgets ask the theme for, beside Fyne's own. Package
// gui's theme answers them; any other theme gives its foreground.
const (
	ColorGrey      fyne.ThemeColorName = "attache.grey"      // quiet text
	ColorNavy      fyne.ThemeColorName = "attache.navy"      // headings, references
	ColorHairline  fyne.ThemeColorName = "attache.hairline"  // thin rules
	ColorTint      fyne.ThemeColorName = "attache.tint"      // headers, strips
	ColorPaper     fyne.ThemeColorName = "attache.paper"     // behind reading text
	ColorDesk      fyne.ThemeColorName = "attache.desk"      // around the page preview
	ColorRow       fyne.ThemeColorName = "attache.row"       // selected row in a focused pane
	ColorRowQuiet  fyne.ThemeColorName = "attache.rowQuiet"  // selected row elsewhere
	ColorRing      fyne.ThemeColorName = "attache.ring"      // focus ring
	ColorYours     fyne.ThemeColorName = "attache.yours"     // words that are the analyst's own
	ColorSuggested fyne.ThemeColorName = "attache.suggested" // status marks
	ColorVerified  fyne.ThemeColorName = "attache.verified"
	ColorEdited    fyne.ThemeColorName = "attache.edited"
	ColorConflict  fyne.ThemeColorName = "attache.conflict"
	ColorOver      fyne.ThemeColorName = "attache.over" // a full page, a failure

	ColorHitPeople    fyne.ThemeColorName = "attache.hit.people" // evidence in the reader, by kind
	ColorHitAgenda    fyne.ThemeColorName = "attache.hit.agenda"
	ColorHitAgreement fyne.ThemeColorName = "attache.hit.agreement"
	ColorHitPosition  fyne.ThemeColorName = "attache.hit.position"
	ColorHitQuote     fyne.ThemeColorName = "attache.hit.quote"
	ColorHitOther     fyne.ThemeColorName = "attache.hit.other"
	ColorHitSelected  fyne.ThemeColorName = "attache.hit.selected"
	ColorHitFound     fyne.ThemeColorName = "attache.hit.found"
)

func colour(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// The text styles of the program. Fyne falls back to other fonts for missing
// glyphs only where the theme names the font, not where a text names its own;
// so package gui's theme gives the serif faces under the styles that the
// window does not use otherwise.
var (
	Sans        = fyne.TextStyle{}
	SansBold    = fyne.TextStyle{Bold: true}
	Serif       = fyne.TextStyle{Monospace: true}
	SerifItalic = fyne.TextStyle{Italic: true}
	SerifBold   = fyne.TextStyle{Bold: true, Italic: true}
)

// small is the size of captions, body that of text in lists, in the theme's
// scale.
func small() float32    { return theme.Size(theme.SizeNameCaptionText) }
func textSize() float32 { return theme.Size(theme.SizeNameText) }
func readSize() float32 { return textSize() * 1.15 }

// unit is what marks and margins grow by with the text: 1 at the standard size.
func unit() float32 { return textSize() / 14.5 }

// Paper is white in every theme: the preview is the page as it is printed.
var (
	paperWhite  = color.NRGBA{0xff, 0xff, 0xff, 0xff}
	ringOnPaper = color.NRGBA{0x2f, 0x6f, 0xc4, 0xff}
)
