#!/bin/sh
# Makes those files of the folder above that come from a page, with the
# programs named: chromium 156, single-file-cli 2.0.83 and feed 6.0 (npm),
# ebook-convert (calibre 6.13), pandoc 2.17, wget 1.21, qpdf 11.3, Python 3.11.
# A program that is not on the path is given in the environment, the folder of
# npm's packages as FEED: SINGLEFILE=… FEED=… ./make.sh
set -e
cd "$(dirname "$0")"
out=..
python3 -m http.server 8123 --bind 127.0.0.1 >/dev/null 2>&1 & server=$!
trap 'kill $server' EXIT
sleep 1
at=http://courier.example/tide-accord.html
map='--host-resolver-rules=MAP courier.example 127.0.0.1:8123'
chrome="${CHROMIUM:-chromium}"

node mhtml.js "$chrome" "$at" $out/chromium.mhtml "$map"
"$chrome" --headless --no-sandbox --disable-gpu "$map" --print-to-pdf=$out/chromium.pdf "$at" 2>/dev/null
"${SINGLEFILE:-single-file}" --browser-executable-path="$(command -v "$chrome")" --browser-args="[\"--no-sandbox\",\"$map\"]" "$at" $out/singlefile.html --filename-conflict-action=overwrite
"${CALIBRE:-ebook-convert}" tide-accord.html $out/calibre.epub --no-default-epub-cover --authors 'Mira Solberg' --title 'Harbour towns sign a tide accord' >/dev/null
wget -q --no-warc-keep-log --warc-file=$out/wget -O /dev/null http://127.0.0.1:8123/tide-accord.html
qpdf $out/chromium.pdf --add-attachment $out/libreoffice.pdf --filename=second.pdf -- $out/qpdf.pdf
python3 mail.py $out
pandoc -f biblatex -t bibtex -s -o $out/pandoc.bib references.bib
pandoc -f biblatex -t csljson -o $out/pandoc-csl.json references.bib
NODE_PATH="${FEED:-node_modules}" node feed.js $out
