package assets

import (
	"embed"
	"io/fs"
)

//go:embed samples/*
var sampleFiles embed.FS

// Samples returns the sample's articles as files: three accounts of one
// meeting, in three formats, in the words of this project. Their outlets and
// authors are made up.
func Samples() fs.FS {
	sub, err := fs.Sub(sampleFiles, "samples")
	if err != nil {
		panic(err) // the folder is built in
	}
	return sub
}
