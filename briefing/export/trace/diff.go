package trace

// edit is a stretch of words of the record that were replaced by words of the
// file; either may be empty. Both are half-open.
type edit struct{ a0, a1, b0, b1 int }

// maxSteps bounds the work of differ: files that differ more are told to
// differ as a whole.
const maxSteps = 2_000

// differ returns the fewest edits that make b of a (Myers 1986, An O(ND)
// difference algorithm). Words are compared by their number.
func differ(a, b []int32) []edit {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	x, y := a[head:len(a)-tail], b[head:len(b)-tail]
	if len(x) == 0 && len(y) == 0 {
		return nil
	}
	whole := []edit{{head, len(a) - tail, head, len(b) - tail}}
	if len(x) == 0 || len(y) == 0 {
		return whole
	}
	edits, ok := shortest(x, y)
	if !ok {
		return whole
	}
	for i := range edits {
		e := &edits[i]
		e.a0, e.a1, e.b0, e.b1 = e.a0+head, e.a1+head, e.b0+head, e.b1+head
	}
	return edits
}

// shortest walks the edit graph diagonal by diagonal, keeping the furthest
// reach of every number of edits, and then back. It reports false if there are
// more edits than maxSteps.
func shortest(a, b []int32) ([]edit, bool) {
	n, m := len(a), len(b)
	most := min(n+m, maxSteps)
	v := make([]int, 2*most+3)
	at := func(k int) *int { return &v[k+most+1] }
	var trail [][]int
	for d := 0; d <= most; d++ {
		row := make([]int, 2*d+1)
		for k := -d; k <= d; k += 2 {
			x := 0
			switch {
			case d == 0:
			case k == -d || k != d && *at(k - 1) < *at(k + 1):
				x = *at(k + 1)
			default:
				x = *at(k - 1) + 1
			}
			for x < n && x-k < m && a[x] == b[x-k] {
				x++
			}
			*at(k) = x
			row[k+d] = x
			if x >= n && x-k >= m {
				return back(append(trail, row), n, m), true
			}
		}
		trail = append(trail, row)
	}
	return nil, false
}

// back follows the trail of shortest from the end and joins single steps that
// touch.
func back(trail [][]int, n, m int) []edit {
	var edits []edit
	x, y := n, m
	for d := len(trail) - 1; d > 0; d-- {
		k := x - y
		before := trail[d-1]
		reach := func(k int) int {
			if k < -(d-1) || k > d-1 {
				return -1
			}
			return before[k+d-1]
		}
		down := k == -d || k != d && reach(k-1) < reach(k+1)
		px := 0
		if down {
			px = reach(k + 1)
		} else {
			px = reach(k - 1)
		}
		e := edit{px, px + 1, px - (k - 1), px - (k - 1)}
		if down {
			e = edit{px, px, px - (k + 1), px - (k + 1) + 1}
		}
		if i := len(edits) - 1; i >= 0 && edits[i].a0 == e.a1 && edits[i].b0 == e.b1 {
			edits[i].a0, edits[i].b0 = e.a0, e.b0
		} else {
			edits = append(edits, e)
		}
		x, y = e.a0, e.b0
	}
	for i, j := 0, len(edits)-1; i < j; i, j = i+1, j-1 {
		edits[i], edits[j] = edits[j], edits[i]
	}
	return edits
}
