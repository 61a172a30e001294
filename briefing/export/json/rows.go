package json

import (
	"encoding/json"
	"example.org/attache/briefing/page"
	"fmt"
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
)

// rowsOf returns the record of a document: a row for what it tells of itself,
// one for each section, line and source. Every field is a part.
func rowsOf(d Document) []trace.Row {
	b := d.Briefing
	rows := []trace.Row{{Block: export.Banner, Parts: partsOf(
		field{page.MarkingPart, b.Details.Marking}, field{page.TLPPart, b.Details.TLP}, field{page.AuthorPart, b.Details.Author},
		field{"details", compact(b.Details)}, field{"briefing", string(b.ID)}, field{"generator", d.Generator},
		field{"created", compact(d.Created)}, field{"held back", compact(list(d.HeldBack))}, field{"unverified", compact(list(d.Unverified))})}}
	for _, s := range b.Sections {
		most := ""
		if s.Max > 0 {
			most = strconv.Itoa(s.Max)
		}
		rows = append(rows, trace.Row{Block: export.Heading, Section: s.Kind, Parts: partsOf(
			field{"section", string(s.Kind)}, field{page.HeadingPart, s.Label}, field{"limit", most})})
		for _, l := range s.Lines {
			rows = append(rows, lineRow(s.Kind, l))
		}
	}
	for _, a := range b.Articles {
		rows = append(rows, trace.Row{Block: export.Source, Parts: partsOf(
			field{page.SourcePart, a.Outlet + " " + a.Title}, field{page.AddressPart, a.URL}, field{"file", a.File},
			field{"date", a.Published.String()}, field{"id", string(a.ID)}, field{"language", a.Language},
			field{"origin", strconv.Itoa(a.Origin)}, field{"paragraphs", compact(a.Paragraphs)})})
	}
	return rows
}

func lineRow(section briefing.SectionKind, l briefing.Line) trace.Row {
	return trace.Row{Block: export.Item, Section: section, Line: l.ID, Kind: l.Kind, Status: l.Status, Parts: partsOf(
		field{"id", string(l.ID)}, field{trace.KindPart, string(l.Kind)}, field{page.StatusPart, string(l.Status)}, field{page.LabelPart, l.Label},
		field{page.PortionPart, l.Marking}, field{page.TextPart, l.Text}, field{page.TitlePart, l.Title}, field{page.SidePart, l.Side},
		field{page.SpeakerPart, l.Speaker}, field{page.ChannelPart, l.Channel}, field{page.PartiesPart, strings.Join(l.Parties, " · ")},
		field{page.ModePart, l.Mode}, field{page.HeadPart, yes(l.Head)}, field{page.MeetingPart, l.Wording.Meeting},
		field{"evidence", evidence(l.From)}, field{"rule", string(l.Rule)}, field{"reason", l.Reason}, field{"rank", compact(l.Rank)},
		field{"lock", yes(l.Locked)}, field{"pin", yes(l.Pinned)}, field{"learnt", strings.Join(l.Learnt, " ")},
		field{"suggestion", compact(l.Suggested)}, field{"alternatives", compact(list(l.Alternatives))})}
}

type field struct {
	name page.Part
	text string
}

// partsOf returns the fields that are not empty as parts.
func partsOf(fields ...field) []trace.Part {
	var parts []trace.Part
	for _, f := range fields {
		if text := export.OneLine(f.text); text != "" {
			parts = append(parts, trace.Part{Name: f.name, Text: text})
		}
	}
	return parts
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

func evidence(from []briefing.Evidence) string {
	parts := make([]string, len(from))
	for i, e := range from {
		parts[i] = fmt.Sprintf("%s:%d-%d", e.Article, e.Start, e.End)
	}
	return strings.Join(parts, " ")
}

// compact returns v as JSON without spaces between its parts.
func compact(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(data)
}
