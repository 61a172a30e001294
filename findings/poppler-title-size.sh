#!/usr/bin/env bash
# poppler 22.12 (pdftotext): whether two columns are read one after the other
# or torn apart depends on a difference of two tenths of a point.
#
# Two columns of people, a name in 10 pt and the title below it. With titles of
# 9.6 pt each name is followed by its title. With titles of 9.4 pt, which no eye
# tells from 9.6, all is read across: the name of one column, the name of the
# other, then both titles, so a title follows another person's name. A size
# that differs by more than 5 % of the line before seems to end its block.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download poppler-utils=22.12.0-2+deb12u3 libpoppler126=22.12.0-2+deb12u3 >/dev/null 2>&1
for d in *.deb; do dpkg -x "$d" root; done
export LD_LIBRARY_PATH=$dir/root/usr/lib/$(uname -m)-linux-gnu
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
text() { printf 'BT /F %s Tf %d %d Td (%s) Tj ET\n' "$3" "$1" "$2" "$4"; }
for size in 9.6 9.4; do
	{
		text 60 700 10 "Ana Prado"; text 60 687 $size "Foreign Minister"
		text 60 670 10 "Rui Campos"; text 60 657 $size "Ambassador"
		text 320 700 10 "Carl Ek"; text 320 687 $size "Prime Minister"
		text 320 670 10 "Bo Dahl"; text 320 657 $size "Envoy"
	} | pdf page.pdf
	echo "$size: $(root/usr/bin/pdftotext page.pdf - | tr -d '\f' | grep . | paste -sd'|')"
done | tee seen
cat >want <<'TXT'
9.6: Ana Prado|Foreign Minister|Carl Ek|Prime Minister|Rui Campos|Ambassador|Bo Dahl|Envoy
9.4: Ana Prado|Carl Ek|Foreign Minister|Prime Minister|Rui Campos|Bo Dahl|Ambassador|Envoy
TXT
diff want seen
echo "As described."
