#!/usr/bin/env bash
# prose 2.0.0 (Go): words and full stops are missing from its tokens after a
# possessive that stands before a mark.
#
# Of "It was the Senate's, not the harbour's." the tokens hold neither the two
# 's nor the comma nor the full stop; only "Senate's bill" keeps its 's. Nothing
# reports the loss, and tokens carry no offsets, so whoever rebuilds a sentence
# from tokens, or counts them against the text, goes wrong without an error.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export CGO_ENABLED=0 GOFLAGS=-mod=mod
go mod init finding >/dev/null 2>&1
go get github.com/jdkato/prose/v2@v2.0.0 >/dev/null 2>&1
cat >main.go <<'GO'
package main

import (
	"fmt"

	"github.com/jdkato/prose/v2"
)

func main() {
	for _, text := range []string{
		"It was the Senate's bill.",
		"It was the Senate's, not the harbour's.",
	} {
		doc, err := prose.NewDocument(text, prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			panic(err)
		}
		for _, t := range doc.Tokens() {
			fmt.Printf("%s|", t.Text)
		}
		fmt.Println()
	}
}
GO
go run . | tee seen
cat >want <<'TXT'
It|was|the|Senate|'s|bill|.|
It|was|the|Senate|not|the|harbour|
TXT
diff want seen
echo "As described."
