#!/usr/bin/env bash
# whatlanggo 1.0.1 (Go): a list of allowed languages makes a wrong answer
# certain.
#
# The confidence compares the best language with the second best among those
# that are allowed. Where the text's own language is not on the list, there is
# nothing to compare with, and Portuguese is English with a confidence of 1,
# "reliable"; Russian, doubtful among all languages, is Ukrainian for certain.
# A floor on the confidence does not help whoever narrows the list.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export CGO_ENABLED=0 GOFLAGS=-mod=mod
go mod init finding >/dev/null 2>&1
go get github.com/abadojack/whatlanggo@v1.0.1 >/dev/null 2>&1
cat >main.go <<'GO'
package main

import (
	"fmt"

	w "github.com/abadojack/whatlanggo"
)

func main() {
	show := func(name, text string, allowed ...w.Lang) {
		o := w.Options{}
		if len(allowed) > 0 {
			o.Whitelist = map[w.Lang]bool{}
		}
		for _, l := range allowed {
			o.Whitelist[l] = true
		}
		i := w.DetectWithOptions(text, o)
		fmt.Printf("%s: %s, confidence %.2f, reliable %t\n", name, i.Lang.String(), i.Confidence, i.IsReliable())
	}
	pt := "O ministro recebeu a delegação no porto e falou dos navios que esperam há semanas por uma licença para descarregar a carga."
	ru := "Прадо приняла посла в порту и сказала, что договор будет подписан весной."
	show("Portuguese, any", pt)
	show("Portuguese, English or German", pt, w.Eng, w.Deu)
	show("Russian, any", ru)
	show("Russian, English or Ukrainian", ru, w.Eng, w.Ukr)
}
GO
go run . | tee seen
cat >want <<'TXT'
Portuguese, any: Portuguese, confidence 1.00, reliable true
Portuguese, English or German: English, confidence 1.00, reliable true
Russian, any: Russian, confidence 0.29, reliable false
Russian, English or Ukrainian: Ukrainian, confidence 1.00, reliable true
TXT
diff want seen
echo "As described."
