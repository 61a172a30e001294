#!/usr/bin/env bash
# prose 2.0.0 (Go): a word that a text repeats has one tag throughout, that of
# its last place.
#
# The tokeniser keeps what it made of a word and hands out the same *Token when
# the word comes again, and the tagger writes each tag into it. So "end" in
# "They will end the strike" is a verb (VB) until the text goes on to speak of
# "an end to talks"; then both are nouns (NN). In "They plan a vote; a plan
# failed" the verb goes likewise. The longer the text handed over at once,
# the more verbs are lost, without an error.
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
		"They will end the strike.",
		"They will end the strike and call for an end to talks.",
		"They plan a vote.",
		"They plan a vote and a plan failed.",
	} {
		doc, err := prose.NewDocument(text, prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			panic(err)
		}
		for _, t := range doc.Tokens() {
			if t.Text == "end" || t.Text == "plan" {
				fmt.Printf("%s/%s ", t.Text, t.Tag)
			}
		}
		fmt.Println("in:", text)
	}
}
GO
go run . | tee seen
cat >want <<'TXT'
end/VB in: They will end the strike.
end/NN end/NN in: They will end the strike and call for an end to talks.
plan/VBP in: They plan a vote.
plan/NN plan/NN in: They plan a vote and a plan failed.
TXT
diff want seen
echo "As described."
