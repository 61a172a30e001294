#!/usr/bin/env bash
# PDFium, through go-pdfium 1.20.0: a hyphen at the end of a line comes as the
# control character U+0002, and the line break is gone.
#
# It makes no difference whether the hyphen parts a word ("har-bour") or belongs
# to it ("cease-fire"): both are one run with U+0002 inside. The character is
# drawn as nothing or as a box, is no white space to a tokenizer and no hyphen
# to a search, and XML refuses it.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export CGO_ENABLED=0 GOFLAGS=-mod=mod
go mod init finding >/dev/null 2>&1
go get github.com/klippa-app/go-pdfium@v1.20.0 >/dev/null 2>&1
# pdf FILE: the drawing commands on standard input become a one-page PDF.
pdf() {
	local body at=() n=0
	body=$(cat)
	printf '%%PDF-1.4\n' >"$1"
	for object in '<< /Type /Catalog /Pages 2 0 R >>' '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' \
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>' \
		"<< /Length $((${#body} + 1)) >>"$'\nstream\n'"$body"$'\nendstream' \
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'; do
		n=$((n + 1))
		at+=("$(stat -c %s "$1")")
		printf '%d 0 obj\n%s\nendobj\n' $n "$object" >>"$1"
	done
	local xref
	xref=$(stat -c %s "$1")
	printf 'xref\n0 6\n0000000000 65535 f \n' >>"$1"
	printf '%010d 00000 n \n' "${at[@]}" >>"$1"
	printf 'trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' "$xref" >>"$1"
}
pdf page.pdf <<'TXT'
BT /F 11 Tf 60 700 Td (The envoys met at the har-) Tj ET
BT /F 11 Tf 60 685 Td (bour and signed a cease-) Tj ET
BT /F 11 Tf 60 670 Td (fire for the ports.) Tj ET
TXT
cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
)

func main() {
	pool, err := webassembly.Init(webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 1})
	if err != nil {
		panic(err)
	}
	engine, err := pool.GetInstance(time.Minute)
	if err != nil {
		panic(err)
	}
	data, err := os.ReadFile("page.pdf")
	if err != nil {
		panic(err)
	}
	doc, err := engine.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		panic(err)
	}
	text, err := engine.GetPageText(&requests.GetPageText{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document}}})
	if err != nil {
		panic(err)
	}
	fmt.Printf("%q\n", text.Text)
}
GO
go mod tidy >/dev/null 2>&1
go run . | tee seen
cat >want <<'TXT'
"The envoys met at the har\x02bour and signed a cease\x02fire for the ports."
TXT
diff want seen
echo "As described."
