package cli

import (
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// line is the group of commands that change one line of a briefing. Every one
// of them is one edit, which undo takes back.
func (c *command) line() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "line",
		Short: "Verify, edit, move and leave out the lines of a briefing",
		Long: "Verify, edit, move and leave out the lines of a briefing. 'attache lines BRIEFING' lists them with\n" +
			"their ids, of which the beginning will do. Each change is one edit, which 'attache undo' takes back.",
	}
	cmd.AddCommand(
		c.lineChange("verify", "Mark lines as checked against their source", briefing.Briefing.Verify),
		c.lineChange("unverify", "Take back a verification", briefing.Briefing.Unverify),
		c.lineChange("leave-out", "Take lines off the page; they stay in the briefing", briefing.Briefing.Leave),
		c.lineChange("put-back", "Put lines that were left out back on the page", briefing.Briefing.PutBack),
		c.lineChange("restore", "Bring back the wording of the source", briefing.Briefing.Restore),
		c.lineChange("lock", "Lock lines against every change", locking(true)),
		c.lineChange("unlock", "Unlock lines", locking(false)),
		c.lineChange("pin", "Keep lines on the page however full it is", pinning(true)),
		c.lineChange("unpin", "Let lines be held back from a full page", pinning(false)),
		c.lineEdit(), c.lineAdd(), c.lineMove(), c.lineMark())
	return cmd
}

func locking(on bool) func(briefing.Briefing, briefing.LineID) (briefing.Edit, error) {
	return func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) { return b.SetLocked(id, on) }
}

func pinning(on bool) func(briefing.Briefing, briefing.LineID) (briefing.Edit, error) {
	return func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) { return b.SetPinned(id, on) }
}

func (c *command) lineChange(name, short string, edit func(briefing.Briefing, briefing.LineID) (briefing.Edit, error)) *cobra.Command {
	return &cobra.Command{
		Use:   name + " BRIEFING LINE…",
		Short: short,
		Args:  atLeast(2, "a briefing and a line"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.editing(cmd, args[0], func(a *app.App, b briefing.Briefing) (briefing.Edit, error) {
				all := briefing.Edit{Op: briefing.Batch}
				for _, typed := range args[1:] {
					l, err := lineOf(b, typed)
					if err != nil {
						return all, err
					}
					e, err := edit(b, l.ID)
					if err != nil {
						return all, err
					}
					all.Name = e.Name
					all.Edits = append(all.Edits, e)
				}
				if len(all.Edits) == 1 {
					return all.Edits[0], nil
				}
				return all, nil
			})
		},
	}
}

func (c *command) lineEdit() *cobra.Command {
	var title, side, speaker string
	cmd := &cobra.Command{
		Use:   "edit BRIEFING LINE [TEXT]",
		Short: "Change the words of a line; TEXT of - is read from standard input",
		Long: "Change the words of a line: its text, or with the flags its other parts. A line of source words becomes\n" +
			"an edited one. A quotation may only be shortened.",
		Args: atLeast(2, "a briefing and a line"),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, given, err := c.text(args[2:])
			if err != nil {
				return err
			}
			return c.editing(cmd, args[0], func(_ *app.App, b briefing.Briefing) (briefing.Edit, error) {
				l, err := lineOf(b, args[1])
				if err != nil {
					return briefing.Edit{}, err
				}
				w := l.Wording
				if given {
					w.Text = text
				}
				for flag, field := range map[string]*string{"title": &w.Title, "side": &w.Side, "speaker": &w.Speaker} {
					if f := cmd.Flag(flag); f.Changed {
						*field, given = f.Value.String(), true
					}
				}
				if !given {
					return briefing.Edit{}, usageError{fmt.Errorf("line edit: say what it is to read: TEXT, --title, --side or --speaker")}
				}
				return b.Reword(l.ID, w)
			})
		},
	}
	cmd.Flags().StringVar(&title, "title", "", "the office of a member or speaker is `TITLE`")
	cmd.Flags().StringVar(&side, "side", "", "a member is on the side `SIDE`")
	cmd.Flags().StringVar(&speaker, "speaker", "", "a quotation is said by `NAME`, a position held")
	return cmd
}

func (c *command) lineAdd() *cobra.Command {
	at := 0
	cmd := &cobra.Command{
		Use:   "add BRIEFING SECTION TEXT",
		Short: "Add a line of your own words; TEXT of - is read from standard input",
		Args:  atLeast(3, "a briefing, a section and a text"),
		RunE: func(cmd *cobra.Command, args []string) error {
			section, err := sectionOf(args[1])
			if err != nil {
				return err
			}
			text, _, err := c.text(args[2:])
			if err != nil {
				return err
			}
			return c.editing(cmd, args[0], func(_ *app.App, b briefing.Briefing) (briefing.Edit, error) {
				return b.NewLine(section, index(at), text), nil
			})
		},
	}
	placeFlag(cmd, &at)
	return cmd
}

func (c *command) lineMove() *cobra.Command {
	at := 0
	cmd := &cobra.Command{
		Use:   "move BRIEFING LINE SECTION",
		Short: "Move a line to a place in a section",
		Args:  exactly(3, "a briefing, a line and a section"),
		RunE: func(cmd *cobra.Command, args []string) error {
			section, err := sectionOf(args[2])
			if err != nil {
				return err
			}
			return c.editing(cmd, args[0], func(_ *app.App, b briefing.Briefing) (briefing.Edit, error) {
				l, err := lineOf(b, args[1])
				if err != nil {
					return briefing.Edit{}, err
				}
				return b.Move(l.ID, section, index(at))
			})
		},
	}
	placeFlag(cmd, &at)
	return cmd
}

func (c *command) lineMark() *cobra.Command {
	return &cobra.Command{
		Use:   "mark BRIEFING LINE MARKING",
		Short: "Set the portion marking of a line, such as \"(C)\"; an empty one takes it away",
		Args:  exactly(3, "a briefing, a line and a marking"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.editing(cmd, args[0], func(_ *app.App, b briefing.Briefing) (briefing.Edit, error) {
				l, err := lineOf(b, args[1])
				if err != nil {
					return briefing.Edit{}, err
				}
				return b.Mark(l.ID, args[2])
			})
		},
	}
}

func placeFlag(cmd *cobra.Command, at *int) {
	cmd.Flags().IntVar(at, "at", 0, "at place `N` of the section, from 1; without it at the end")
}

// index returns a place from 1 as an index; 0 is the end.
func index(at int) int {
	if at <= 0 {
		return math.MaxInt32
	}
	return at - 1
}

// editing makes one edit of a briefing and shows it.
func (c *command) editing(cmd *cobra.Command, id string, edit func(*app.App, briefing.Briefing) (briefing.Edit, error)) error {
	return c.writing(cmd, func(a *app.App) error {
		b, err := a.Briefing(cmd.Context(), briefing.BriefingID(id))
		if err != nil {
			return err
		}
		e, err := edit(a, b)
		if err != nil {
			return err
		}
		after, err := a.Do(cmd.Context(), b.ID, e)
		if err != nil {
			return err
		}
		if c.json {
			return c.printJSON(after)
		}
		if reflect.DeepEqual(after, b) {
			fmt.Fprintln(c.Stderr, "Nothing has changed.")
			return nil
		}
		fmt.Fprintf(c.Stderr, "%s: done. 'attache undo %s' takes it back.\n", e.Name, b.ID)
		return nil
	})
}

// text joins the words of a text, or reads it from standard input for a
// single -.
func (c *command) text(words []string) (text string, given bool, err error) {
	if len(words) == 1 && words[0] == stdio {
		if c.Stdin == nil {
			return "", false, nil
		}
		b, err := io.ReadAll(c.Stdin)
		return strings.TrimSpace(string(b)), true, err
	}
	return strings.Join(words, " "), len(words) > 0, nil
}

// lineOf finds the line whose id begins so.
func lineOf(b briefing.Briefing, begun string) (briefing.Line, error) {
	var found []briefing.Line
	for _, l := range b.Lines() {
		if string(l.ID) == begun {
			return l, nil
		}
		if begun != "" && strings.HasPrefix(string(l.ID), begun) {
			found = append(found, l)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return briefing.Line{}, fmt.Errorf("line %s of briefing %s: %w", begun, b.ID, briefing.ErrNotFound)
	}
	return briefing.Line{}, fmt.Errorf("more than one line begins with %s: %w", begun, briefing.ErrConflict)
}

func sectionOf(name string) (briefing.SectionKind, error) {
	if slices.Contains(briefing.SectionKinds, briefing.SectionKind(name)) {
		return briefing.SectionKind(name), nil
	}
	var kinds []string
	for _, k := range briefing.SectionKinds {
		kinds = append(kinds, string(k))
	}
	return "", usageError{fmt.Errorf("there is no section %q; the sections are %s", name, strings.Join(kinds, ", "))}
}

// lines lists the lines of a briefing with their ids.
func (c *command) lines() *cobra.Command {
	return &cobra.Command{
		Use:   "lines BRIEFING",
		Short: "List the lines of a briefing with their ids, for 'attache line'",
		Args:  exactlyOne("briefing"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.reading(cmd, func(a *app.App) error {
				b, err := a.Briefing(cmd.Context(), briefing.BriefingID(args[0]))
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(b.Sections)
				}
				return c.table(func(w io.Writer) {
					for _, s := range b.Sections {
						for _, l := range s.Lines {
							row(w, l.ID, s.Kind, l.Status, strings.Join(strings.Fields(said(l)), " "))
						}
					}
				})
			})
		},
	}
}

// said is a line in one string.
func said(l briefing.Line) string {
	s := l.Text
	if l.Label == briefing.TitleLabel {
		s = l.Headline()
	}
	for _, part := range []string{l.Title, l.Side, l.Speaker} {
		if part != "" {
			s += " · " + part
		}
	}
	return s
}
