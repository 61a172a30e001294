package page

import (
	"net/url"
	"strings"
)

// linkURL returns an address that may be made a link, or "": only the web's
// own schemes, so that no article can have a reader run something.
func linkURL(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.User = nil
	return u.String()
}

func isLink(raw string) bool { return linkURL(raw) != "" }

// shownURL is an address as it is printed: without the scheme, and shortened
// in the middle if it is very long. The link itself is whole.
func shownURL(raw string) string {
	shown := clean(raw)
	for _, scheme := range []string{"https://", "http://"} {
		shown = strings.TrimPrefix(shown, scheme)
	}
	shown = strings.TrimSuffix(strings.TrimPrefix(shown, "www."), "/")
	const head, tail = 56, 24
	if r := []rune(shown); len(r) > head+tail+1 {
		shown = string(r[:head]) + "…" + string(r[len(r)-tail:])
	}
	return shown
}
