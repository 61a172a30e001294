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

// shownAddress is an address as it is printed: without the scheme, and cut in
// the middle if it is very long. The link itself is whole.
func shownAddress(address string) string {
	for _, scheme := range []string{"https://", "http://"} {
		address = strings.TrimPrefix(address, scheme)
	}
	address = strings.TrimSuffix(strings.TrimPrefix(address, "www."), "/")
	const head, tail = 56, 24
	if r := []rune(address); len(r) > head+tail+1 {
		address = string(r[:head]) + "…" + string(r[len(r)-tail:])
	}
	return address
}
