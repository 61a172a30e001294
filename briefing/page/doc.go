// Package page turns a Briefing into one printed page. It owns the fonts,
// shaping, line breaking, the layout of the sheet, the choice of what is held
// back so that it always fits (Fit), and the picture of a page (Raster).
//
// It does not know file formats: package export writes a Page as PDF. It
// never changes a briefing, and it never changes, shortens or adds a word of
// a line; the words it adds around lines are the fixed ones of Labels.
//
// Lengths are in points (1/72 inch). The origin is the top left corner of the
// sheet and y grows downwards.
package page
