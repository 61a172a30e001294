#!/usr/bin/env bash
# Fyne 2.8.0 (Go): a file's address is neither decoded when it is read nor
# encoded when it is made.
#
# A file manager that copies or drops a file hands over an address in which a
# space is %20 and é is %C3%A9. ParseURI takes it without an error, and Path
# and Name still hold the %20: no such file exists. The other way round,
# NewFileURI leaves spaces and a percent sign as they are, so what it gives out
# is no valid address, and other programs open another file or none.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export CGO_ENABLED=0 GOFLAGS=-mod=mod
go mod init finding >/dev/null 2>&1
go get fyne.io/fyne/v2/storage@v2.8.0 >/dev/null 2>&1
cat >main.go <<'GO'
package main

import (
	"fmt"

	"fyne.io/fyne/v2/storage"
)

func main() {
	u, err := storage.ParseURI("file:///home/ana/two%20ports%20%C3%A9t%C3%A9.txt")
	fmt.Println(u.Path(), err)
	fmt.Println(storage.NewFileURI("/home/ana/two ports 50%.txt").String())
}
GO
go run . | tee seen
cat >want <<'TXT'
/home/ana/two%20ports%20%C3%A9t%C3%A9.txt <nil>
file:///home/ana/two ports 50%.txt
TXT
diff want seen
echo "As described."
