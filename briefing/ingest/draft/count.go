package draft

import "strconv"

// Count returns "1 block" or "2 blocks".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
