package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
)

// stdio is standard input where a file is read, and standard output where one is
// written.
const stdio = "-"

// stdinName is what an article read from standard input is called.
const stdinName = "standard-input"

// orStdin lets a command take standard input for a file called -. What it
// gives lies in a folder of its own until the command is done.
func (c *command) orStdin(run func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, paths []string) error {
		paths, err := expand(paths)
		if err != nil {
			return err
		}
		at := slices.Index(paths, stdio)
		if at < 0 {
			return run(cmd, paths)
		}
		if c.Stdin == nil {
			return usageError{fmt.Errorf("%s: there is no standard input", cmd.Name())}
		}
		data, err := io.ReadAll(io.LimitReader(c.Stdin, maxStdin+1))
		if err != nil {
			return err
		}
		if len(data) > maxStdin {
			return fmt.Errorf("standard input is too large: at most %d MB", maxStdin>>20)
		}
		dir, err := os.MkdirTemp("", "attache-stdin-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		path := filepath.Join(dir, stdinName+endingOf(data))
		if err := os.WriteFile(path, data, 0o600); err != nil {
			return err
		}
		paths[at], c.stdin = path, path
		return run(cmd, paths)
	}
}

// maxStdin is as much as a file may have, in bytes.
const maxStdin = 50 << 20

// endingOf guesses what kind of file bytes are, by how the kinds begin.
func endingOf(data []byte) string {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xef\xbb\xbf")), " \t\r\n")
	begins := func(s string) bool { return len(head) >= len(s) && bytes.EqualFold(head[:len(s)], []byte(s)) }
	switch {
	case begins("%PDF-"):
		return ".pdf"
	case begins("<!doctype html"), begins("<html"), begins("<head"), begins("<article"), begins("<body"):
		return ".html"
	case begins("{\\rtf"):
		return ".rtf"
	case begins("PK\x03\x04"):
		return ".docx"
	case begins("Return-Path:"), begins("Received:"), begins("MIME-Version:"), begins("From:"), begins("Delivered-To:"):
		return ".eml"
	case begins("---\n"), begins("---\r\n"), begins("# "):
		return ".md"
	}
	return ".txt"
}
