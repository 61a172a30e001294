// Package desktop starts the real window. It is the only importer of Fyne's
// app package, which needs C and a display library, so that everything else
// builds and tests without either. Views are package gui's.
package desktop
