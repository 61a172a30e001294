#!/usr/bin/env bash
# Fyne 2.8.0 (Go): a program built with the tag "accessibility" is silent to a
# screen reader on Linux, and nearly so elsewhere, without a word.
#
# The tag, new in 2.8, is taken on every system, but only Windows and macOS (and
# phones) have code for it: on Linux the same files are built as without. Where
# there is code, it goes into containers and not into widgets, so that nothing in
# a scroll, a split, tabs or a list is told, and of the usual widgets buttons,
# labels and links alone say what they are: no field, tick, choice or row.
set -euo pipefail
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
export CGO_ENABLED=0 GOFLAGS=-mod=mod LANG=en_GB.UTF-8
go mod init finding >/dev/null 2>&1
go get fyne.io/fyne/v2/widget@v2.8.0 >/dev/null 2>&1
cat >main.go <<'GO'
package main

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	for _, o := range []fyne.CanvasObject{&widget.Button{}, &widget.Label{}, &widget.Hyperlink{}, &widget.Entry{}, &widget.Check{},
		&widget.Select{}, &widget.RadioGroup{}, &widget.List{}, &widget.RichText{}, &container.Scroll{}, &container.Split{}, &container.AppTabs{}} {
		_, says := o.(fyne.Accessible)
		fmt.Printf("%T %v\n", o, says)
	}
}
GO
go mod tidy >/dev/null 2>&1
{
	go run .
	driver=fyne.io/fyne/v2/internal/driver/glfw
	for os in linux windows darwin; do
		for tags in "" accessibility; do
			GOOS=$os CGO_ENABLED=1 go list -tags "$tags" -f '{{join .GoFiles "\n"}}{{"\n"}}{{join .CgoFiles "\n"}}' $driver | sed -n "s/^accessibility_/$os, tag '$tags': &/p"
		done
	done
	echo "what the Windows driver goes into: $(sed -n 's/.*:= obj\.(\(.*Container\)).*/\1/p' "$(go list -f '{{.Dir}}' $driver)/accessibility_windows.go")"
} | tee seen
cat >want <<'TXT'
*widget.Button true
*widget.Label true
*widget.Hyperlink true
*widget.Entry false
*widget.Check false
*widget.Select false
*widget.RadioGroup false
*widget.List false
*widget.RichText false
*widget.Scroll false
*container.Split false
*container.AppTabs false
linux, tag '': accessibility_notdarwin.go
linux, tag 'accessibility': accessibility_notdarwin.go
windows, tag '': accessibility_notdarwin.go
windows, tag 'accessibility': accessibility_windows.go
darwin, tag '': accessibility_notdarwin.go
darwin, tag 'accessibility': accessibility_darwin.go
what the Windows driver goes into: *fyne.Container
TXT
diff want seen
echo "As described."
