package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// page sets what the page of a briefing shows beside its lines.
func (c *command) page() *cobra.Command {
	var d briefing.Details
	var asOf string
	cmd := &cobra.Command{
		Use:     "page BRIEFING",
		Short:   "Set the day a briefing holds up to, its marking, paper, language and author",
		Example: "  attache page b1 --as-of 2019-12-05 --tlp amber",
		Args:    exactlyOne("briefing"),
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := parseDate(asOf)
			if err != nil {
				return err
			}
			return c.editing(cmd, args[0], func(_ *app.App, b briefing.Briefing) (briefing.Edit, error) {
				now, set := b.Details, cmd.Flags().Changed
				if set("as-of") {
					now.AsOf = day
				}
				for flag, field := range map[string][2]*string{"marking": {&now.Marking, &d.Marking}, "tlp": {&now.TLP, &d.TLP},
					"author": {&now.Author, &d.Author}, "paper": {&now.Paper, &d.Paper}, "language": {&now.Language, &d.Language}} {
					if set(flag) {
						*field[0] = *field[1]
					}
				}
				if set("verified-only") {
					now.VerifiedOnly = d.VerifiedOnly
				}
				return briefing.Edit{Op: briefing.SetDetails, Name: "Page Settings", Details: &now}, nil
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&asOf, "as-of", "", "`DAY` up to which the briefing holds; empty takes it away")
	f.StringVar(&d.Marking, "marking", "", "classification banner, such as \"OFFICIAL\"")
	f.Var(oneOf{&d.TLP, app.TLPs, tlp}, "tlp", "Traffic Light Protocol label, such as TLP:AMBER")
	f.StringVar(&d.Author, "author", "", "your name, as the page is to show it")
	f.Var(oneOf{&d.Language, app.Languages, strings.ToLower}, "language", "language of the page's labels: en, es or fr")
	f.BoolVar(&d.VerifiedOnly, "verified-only", false, "keep lines off the page that nobody has verified")
	paperFlag(cmd, &d.Paper)
	return cmd
}
