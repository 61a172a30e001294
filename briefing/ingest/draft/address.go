package draft

import (
	"net/url"
	"strings"
)

// WebAddress returns the first of the addresses that is a whole one on the
// web.
func WebAddress(addresses ...string) string {
	for _, s := range addresses {
		u, err := url.Parse(strings.TrimSpace(s))
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return u.String()
		}
	}
	return ""
}
