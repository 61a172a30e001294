package ingest

import "strconv"

// count returns "1 block" or "2 blocks".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
