// Package trace is the record that travels in an export: what was printed,
// row by row and in order, with a digest of each, and where the words of every
// line stand in the articles. It owns the document (Document), its reading and
// writing, and the comparison of a record with what a file shows now
// (Compare). It does not know how a format shows or hides anything: each
// format makes the rows it prints and reads back the words it shows.
package trace
