package dates

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/pattern"
)

// InAddress returns the day in a web address, such as /2019/12/05/.
func InAddress(address string) briefing.Date {
	_, path, _ := strings.Cut(address, "://")
	if m := addressDate().FindStringSubmatch(path); m != nil {
		return Day(atoi(m[1]), atoi(m[2]), atoi(m[3]))
	}
	return briefing.Date{}
}

var addressDate = pattern.New(`(?:^|[/_-])(\d{4})[/_-]?(\d{2})[/_-]?(\d{2})(?:[/_.-]|$)`)
