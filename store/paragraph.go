package store

import (
	"encoding/binary"
	"fmt"
	"slices"

	"example.org/attache/briefing"
)

// An article's paragraphs are kept as numbers: for each the gap since the one
// before, its length, both as variable-length integers, and the place of its
// kind in this list. New kinds go to the end.
var paragraphKinds = []briefing.ParagraphKind{briefing.Body, briefing.Heading, briefing.Caption, briefing.ListItem, briefing.Quotation, briefing.Furniture}

func packParagraphs(all []briefing.Paragraph) ([]byte, error) {
	b, at := []byte{}, 0
	for _, p := range all {
		kind := slices.Index(paragraphKinds, p.Kind)
		if kind < 0 || p.Start < at || p.End < p.Start {
			return nil, fmt.Errorf("paragraph %+v after %d: %w", p, at, briefing.ErrDamaged)
		}
		b = binary.AppendUvarint(b, uint64(p.Start-at))
		b = binary.AppendUvarint(b, uint64(p.End-p.Start))
		b = append(b, byte(kind))
		at = p.End
	}
	return b, nil
}

func unpackParagraphs(b []byte) ([]briefing.Paragraph, error) {
	var all []briefing.Paragraph
	at := 0
	for len(b) > 0 {
		gap, n := binary.Uvarint(b)
		length, m := binary.Uvarint(b[max(0, n):])
		if n <= 0 || m <= 0 || len(b) <= n+m || int(b[n+m]) >= len(paragraphKinds) || gap > maxText || length > maxText {
			return nil, fmt.Errorf("paragraphs: %w", briefing.ErrDamaged)
		}
		start := at + int(gap)
		at = start + int(length)
		all = append(all, briefing.Paragraph{Span: briefing.Span{Start: start, End: at}, Kind: paragraphKinds[b[n+m]]})
		b = b[n+m+1:]
	}
	return all, nil
}
