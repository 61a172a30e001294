#!/usr/bin/env bash
# Two cutters of English sentences, each wrong where news is written:
# neurosnap/sentences 1.1.2 leaves two sentences whole after a date that ends
# in a number; prose 2.0.0, which is built on an older copy of it, cuts a
# quotation from the words that say whose it is.
#
# "Dec. 5. They met" is one sentence to the first. “Will you sail?” he asked is
# two to the second, so a search for the speaker inside the sentence of the
# quotation finds nobody. Each gets right what the other gets wrong.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export CGO_ENABLED=0 GOFLAGS=-mod=mod
go mod init finding >/dev/null 2>&1
go get github.com/neurosnap/sentences@v1.1.2 github.com/jdkato/prose/v2@v2.0.0 >/dev/null 2>&1
cat >main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/jdkato/prose/v2"
	"github.com/neurosnap/sentences/english"
)

func main() {
	cutter, err := english.NewSentenceTokenizer(nil)
	if err != nil {
		panic(err)
	}
	for _, text := range []string{
		"The pact was signed on Dec. 5. They met again in May.",
		"“Will you sail?” he asked. She did.",
	} {
		fmt.Print("sentences")
		for _, s := range cutter.Tokenize(text) {
			fmt.Printf(" [%s]", strings.TrimSpace(s.Text))
		}
		doc, err := prose.NewDocument(text, prose.WithExtraction(false), prose.WithTagging(false))
		if err != nil {
			panic(err)
		}
		fmt.Print("\nprose")
		for _, s := range doc.Sentences() {
			fmt.Printf(" [%s]", s.Text)
		}
		fmt.Println()
	}
}
GO
go run . | tee seen
cat >want <<'TXT'
sentences [The pact was signed on Dec. 5. They met again in May.]
prose [The pact was signed on Dec. 5.] [They met again in May.]
sentences [“Will you sail?” he asked.] [She did.]
prose [“Will you sail?”] [he asked.] [She did.]
TXT
diff want seen
echo "As described."
