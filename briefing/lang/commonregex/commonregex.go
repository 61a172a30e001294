// Package commonregex stands in for github.com/mingrammer/commonregex, of
// which prose asks two expressions for every word it tags. The original
// compiles thirty as the program starts, which was a fifth of the start, and
// runs both on words that no link and no address can be. Here an expression
// is compiled when the first word asks for it that has the mark it cannot do
// without. The patterns are the original's, and so are the answers.
package commonregex

import (
	"regexp"
	"strings"
	"sync"
)

// The original's patterns.
const (
	LinkPattern  = `(?:(?:https?:\/\/)?(?:[a-z0-9.\-]+|www|[a-z0-9.\-])[.](?:[^\s()<>]+|\((?:[^\s()<>]+|(?:\([^\s()<>]+\)))*\))+(?:\((?:[^\s()<>]+|(?:\([^\s()<>]+\)))*\)|[^\s!()\[\]{};:\'".,<>?]))`
	EmailPattern = `(?i)([A-Za-z0-9!#$%&'*+\/=?^_{|.}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)`
)

// LinkRegex and EmailRegex tell whether a link or a mail address stands in a
// text.
var (
	LinkRegex  = Expression{".", compiled(LinkPattern)}
	EmailRegex = Expression{"@", compiled(EmailPattern)}
)

// Expression is a regular expression that waits until it is needed.
type Expression struct {
	mark   string // stands in all that matches
	regexp func() *regexp.Regexp
}

func compiled(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// MatchString reports whether s holds a match.
func (e Expression) MatchString(s string) bool {
	return strings.Contains(s, e.mark) && e.regexp().MatchString(s)
}
