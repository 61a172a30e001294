// Package briefing is the domain of Attaché: articles, what is found in
// them, and the one-page briefing an analyst makes of it. It owns the types
// every other package speaks in, the edits and their inverses, and the
// referee (Trace, Check). It does not own input or output, the clock, SQL or
// the window; it imports nothing but the standard library.
//
// # The tour
//
// Data moves one way:
//
//	file ─ingest─► Article ─extract─► Findings ─compose─► Briefing ─page.Fit─► Page ─export─► PDF · Markdown · DOCX · HTML · JSON
//	                  │       (lang)      │                   ▲  │
//	                  └────── store ──────┴───── edits ───────┘  └─► raster (the preview: the same Page)
//
// Every fact carries Evidence, and nothing downstream drops it. Nothing to
// the left knows anything to its right.
//
// Four promises, each with a test that tries to break it:
//
//  1. Nothing invented. An extracted line is cut from its evidence: words are
//     deleted, never added, except by the normalisations of this package and
//     fixed labels. Quotations are byte-exact. Nor is anything turned round:
//     no line loses the "not", the "if" or the "reportedly" that governs what
//     it keeps. (Trace, Losses, Check)
//  2. Always one page. What does not fit is held back in plain sight, lowest
//     rank first. (page.Fit)
//  3. No edit is ever lost. Edits are data with inverses, journaled before
//     they are shown. (Edit, Apply, package store)
//  4. Nothing leaves the machine. There is no network code.
//
// To read the house: this package (article.go, findings.go, line.go,
// briefing.go, then edit.go and trace.go), briefing/ingest, briefing/extract
// (extract.go is the whole story on one screen; below it, each knowing only
// those before it: lexicon, words, clause, parse, rule, weigh, story, mention,
// then speech, allegiance, seating), briefing/compose,
// briefing/page, briefing/export; then store, app, and the two faces app/cli
// and app/gui.
package briefing
