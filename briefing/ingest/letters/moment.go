package letters

import "time"

// Moment returns a moment that a program gives as a number, in seconds or
// thousandths of a second since 1970, as "2019-12-05T08:15:00Z"; "" for numbers
// that are no moment of the years 1973 to 5138.
func Moment(n float64) string {
	const least, most = 1e8, 1e11 // seconds
	if n > most {
		n /= 1000
	}
	if !(least <= n && n <= most) {
		return ""
	}
	return time.Unix(int64(n), 0).UTC().Format(time.RFC3339)
}
