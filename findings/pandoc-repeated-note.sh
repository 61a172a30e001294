#!/usr/bin/env bash
# pandoc 2.17: a footnote that is referred to three times becomes three
# footnotes.
#
# Markdown lets several places refer to one note; markdown-it gives one note
# with three links back. pandoc prints the note once for each reference and
# numbers them anew, without a warning, so a page with one source that is named
# fourteen times ends in fourteen notes that say the same.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 >/dev/null 2>&1
for d in *.deb; do dpkg -x "$d" root; done
npm install --silent --no-fund --no-audit markdown-it@14.1.0 markdown-it-footnote@4.0.0 >/dev/null 2>&1
printf 'The two sides agreed[^1] and met.[^1]\n\nThey spoke.[^1]\n\n[^1]: Harbour Courier, 5 Dec 2019.\n' >page.md
{
	echo "pandoc: $(root/usr/bin/pandoc --data-dir root/usr/share/pandoc/data -t plain page.md | grep -c 'Harbour Courier') notes"
	echo "markdown-it: $(node -e 'console.log(require("markdown-it")().use(require("markdown-it-footnote")).render(require("fs").readFileSync("page.md","utf8")))' | grep -c 'Harbour Courier') note"
} | tee seen
cat >want <<'TXT'
pandoc: 3 notes
markdown-it: 1 note
TXT
diff want seen
echo "As described."
