package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

// gcPercent lets the heap grow further than usual before it is searched: a
// command that only reads files and prints lives for seconds, and its memory
// is small.
const gcPercent = 300

func (c *command) extract() *cobra.Command {
	var out string
	var explain bool
	cmd := &cobra.Command{
		Use:   "extract FILE…",
		Short: "Print what is found in articles, as JSON (attache/findings/1)",
		Long:  "Print what is found in articles, as JSON documents of the schema attache/findings/1.\nWith --out, each FILE gives one document named after it in DIR;\na FILE that holds several articles gives one for each: NAME-1.json, NAME-2.json, …",
		Args:  atLeastOne("article"),
		RunE: c.orStdin(func(cmd *cobra.Command, paths []string) error {
			if out != "" {
				if err := os.MkdirAll(out, 0o777); err != nil {
					return err
				}
			}
			debug.SetGCPercent(gcPercent)
			failed := false
			err := app.ExtractFiles(cmd.Context(), paths, func(f app.FileFindings) error {
				err := f.Err
				if err == nil && explain {
					_, err = io.WriteString(c.Stdout, app.HowRead(f.Article))
					return err
				}
				if err == nil && out == "" {
					return f.Write(c.Stdout)
				}
				if err == nil {
					err = f.WriteFile(filepath.Join(out, document(f)))
				}
				if err != nil {
					failed = true
					c.failed(f.Path, err)
				}
				return nil
			})
			if err != nil && !errors.Is(err, errSomeFailed) {
				return err
			}
			if failed {
				return errSomeFailed
			}
			return nil
		}),
	}
	cmd.Flags().StringVar(&out, "out", "", "`DIR` to write the documents to")
	cmd.Flags().BoolVar(&explain, "explain", false, "print instead how each sentence is read: its words, its clauses, the rules that fired and why near ones did not")
	cmd.MarkFlagsMutuallyExclusive("out", "explain")
	return cmd
}

// document names the document of an article: the file's base name with the
// last ending replaced, and of a file that holds several the article's number.
func document(f app.FileFindings) string {
	base := filepath.Base(f.Path)
	name := strings.TrimSuffix(base, filepath.Ext(base))
	if f.Article.Source.Parts > 0 {
		name += fmt.Sprintf("-%d", f.Article.Source.Part)
	}
	return name + ".json"
}
