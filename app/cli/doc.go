// Package cli is the command line: one file per command, each turning
// arguments into a use case of package app and its result into text or JSON.
// It decides nothing itself. Exit status is 0 for done, 1 if some inputs
// failed (each named on standard error; the others are done), 2 for wrong
// usage.
package cli
