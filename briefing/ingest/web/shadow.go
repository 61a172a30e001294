package web

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// openShadows puts what stands in declarative shadow roots where a browser
// shows it: in the element that holds the <template>, with that element's own
// children in the slots. Programs that save pages write shadow roots so:
// shadowrootmode is the standard's name, shadowroot and shadowmode those of
// older browsers. https://html.spec.whatwg.org/#attr-template-shadowrootmode
func openShadows(doc *html.Node) {
	var roots []*html.Node
	for n := range inside(doc) {
		if n.Type == html.ElementNode && n.DataAtom == atom.Template && isShadow(n) {
			roots = append(roots, n)
		}
	}
	const most = 500                                  // roots
	for i := min(len(roots), most) - 1; i >= 0; i-- { // the innermost first
		openShadow(roots[i])
	}
}

func isShadow(n *html.Node) bool {
	return n.Parent != nil && (hasAttr(n, "shadowrootmode") || hasAttr(n, "shadowmode") || hasAttr(n, "shadowroot"))
}

// openShadow replaces the children of the root's host by those of the root.
func openShadow(root *html.Node) {
	host := root.Parent
	var own []*html.Node // what goes into the slots
	for c := host.FirstChild; c != nil; {
		next := c.NextSibling
		host.RemoveChild(c)
		if c != root {
			own = append(own, c)
		}
		c = next
	}
	for c := root.FirstChild; c != nil; {
		next := c.NextSibling
		root.RemoveChild(c)
		host.AppendChild(c)
		c = next
	}
	var slots []*html.Node
	for n := range inside(host) {
		if n.Type == html.ElementNode && n.Data == "slot" {
			slots = append(slots, n)
		}
	}
	for _, s := range slots {
		filled := false
		if stepsTo(s, host) > slotDepth {
			continue
		}
		for i, c := range own {
			if c == nil || attr(c, "slot") != attr(s, "name") {
				continue
			}
			if !filled { // what a slot holds is shown only where nothing goes into it
				for s.FirstChild != nil {
					s.RemoveChild(s.FirstChild)
				}
				filled = true
			}
			s.AppendChild(c)
			own[i] = nil
		}
	}
}

// slotDepth is how deep in its root a slot is filled: roots in roots could
// make the page deeper than any reader can follow.
const slotDepth = 32

// stepsTo returns how many elements n stands under an ancestor.
func stepsTo(n, ancestor *html.Node) (steps int) {
	for ; n != nil && n != ancestor; n = n.Parent {
		steps++
	}
	return steps
}
