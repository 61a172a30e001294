package export

import (
	"net/url"
	"strings"
)

// link returns an address that may be made a link, or "": only the web's own
// schemes, so that no article can have a reader run something. A user name
// in it is left out.
func link(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.User = nil
	s := u.String()
	if strings.ContainsAny(s, "<>\"` \\") {
		return ""
	}
	return s
}
