package page

import (
	"net/url"
	"strings"
)

// WebAddress returns an address that may be made a link, or "": only the web's own
// schemes, so that no article can have a reader run something. It is in 7-bit
// ASCII, what else it holds being percent-encoded (RFC 3986, 2.1), as ISO
// 32000-1, 12.6.4.7 asks. A user name in it is left out.
func WebAddress(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.User = nil
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c <= ' ' || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// ShownAddress is an address as it is printed: without the scheme, and cut in
// the middle if it is very long. The link itself is whole.
func ShownAddress(raw string) string {
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
