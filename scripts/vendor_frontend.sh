#!/usr/bin/env bash
# Fetches the front end's third-party files from the npm registry into static/,
# the fonts of PDF files into commerce/typesetting/fonts/,
# and writes static/vendor/README.md. Run it only to move to new versions: what
# it writes is committed, so neither a build nor a test needs the network.
# Needs npm, tar and python3.
set -euo pipefail

root="$(cd "$(dirname "$0")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# Exact versions: a new one is looked at before it reaches a shopper.
fraunces="@fontsource-variable/fraunces@5.3.0"
instrument="@fontsource-variable/instrument-sans@5.3.0"
htmx="htmx.org@2.0.11"
axe="axe-core@4.14.1"
lucide="lucide-static@1.62.0"
paper="@expo-google-fonts/instrument-sans@0.4.2"
emoji="@expo-google-fonts/noto-emoji@0.4.7"

unpack() { # unpack <npm spec> <folder>: the package's files under $work/<folder>/package
  mkdir -p "$work/$2"
  (cd "$work/$2" && tar xzf "$(npm pack --silent "$1" | tail -n 1)")
}

echo "Fetching $fraunces, $instrument, $htmx, $axe, $lucide, $paper, $emoji"
unpack "$fraunces" fraunces
unpack "$instrument" instrument
unpack "$htmx" htmx
unpack "$axe" axe
unpack "$lucide" lucide
unpack "$paper" paper
unpack "$emoji" emoji

mkdir -p "$root/static/fonts" "$root/static/vendor/axe-core" "$root/static/vendor/licences"
for subset in latin latin-ext; do
  # Fraunces with its optical size axis: delicate when large, sturdy when small.
  cp "$work/fraunces/package/files/fraunces-$subset-opsz-normal.woff2" "$root/static/fonts/"
  cp "$work/instrument/package/files/instrument-sans-$subset-wght-normal.woff2" "$root/static/fonts/"
done
cp "$work/htmx/package/dist/htmx.min.js" "$root/static/vendor/htmx.min.js"
cp "$work/axe/package/axe.min.js" "$root/static/vendor/axe-core/axe.min.js"
cp "$work/fraunces/package/LICENSE" "$root/static/vendor/licences/fraunces.txt"
cp "$work/instrument/package/LICENSE" "$root/static/vendor/licences/instrument-sans.txt"
cp "$work/htmx/package/LICENSE" "$root/static/vendor/licences/htmx.txt"
cp "$work/axe/package/LICENSE" "$root/static/vendor/licences/axe-core.txt"
cp "$work/lucide/package/LICENSE" "$root/static/vendor/licences/lucide.txt"

fonts="$root/commerce/typesetting/fonts"
mkdir -p "$fonts"
cp "$work"/paper/package/{400Regular,600SemiBold}/*.ttf "$work"/emoji/package/400Regular/*.ttf "$fonts/"
cp "$work/paper/package/LICENSE_FONT" "$fonts/instrument-sans.txt"
cp "$work/emoji/package/LICENSE_FONT" "$fonts/noto-emoji.txt"

python3 - "$work/lucide/package/icons" "$root/static/icons.svg" <<'PYTHON'
"""Write the sprite: our name for each icon on the left, Lucide's on the right."""
import pathlib
import re
import sys

ICONS = """
account user | alert triangle-alert | arrow-left arrow-left | arrow-right arrow-right
bank landmark | box package-open | calendar calendar | camera camera | card credit-card | cart shopping-bag
cash banknote | check check | check-circle circle-check | chevron-down chevron-down
chevron-left chevron-left | chevron-right chevron-right | chevron-up chevron-up | clock clock
close x | copy copy | document file-text | download download | droplet droplet | edit pencil
error circle-x | external arrow-up-right | eye eye | filter sliders-horizontal
flower flower-2 | gift gift | globe globe | hand-heart hand-heart | heart heart | help circle-help
home house | image image | info info | leaf leaf | link link | lock lock | mail mail
map-pin map-pin | menu menu | message message-circle | minus minus | package package
pause pause | phone phone | play play | plus plus | print printer | return rotate-ccw
search search | share share-2 | sign-out log-out | sort arrow-up-down
sprout sprout | store store | sun sun | tag tag | ticket ticket | trash trash-2
truck truck | users users | wallet wallet
"""

# Social marks are not in Lucide; these plain line drawings are our own.
OWN = {
    "facebook": '<path d="M14.5 21v-7.5h2.6l.5-3.2h-3.1V8.4c0-1 .4-1.7 1.8-1.7h1.5V3.8a16 16 0 0 0'
    '-2.4-.2c-2.5 0-4.1 1.5-4.1 4.2v2.5H8.5v3.2h2.8V21"/>',
    "instagram": '<rect x="3.5" y="3.5" width="17" height="17" rx="4.5"/>'
    '<circle cx="12" cy="12" r="4"/><path d="M17 7h.01"/>',
    "pinterest": '<circle cx="12" cy="12" r="9"/><path d="M9.2 13.3c-1.6-2.6.2-5.6 3-5.6 2.3 0'
    ' 3.7 1.6 3.7 3.5 0 2.3-1.3 3.9-2.9 3.9-1.1 0-1.8-.7-1.7-1.600l1-3.5'
    'M11.7 13.5 10 20.6"/>',
    "tiktok": '<path d="M13.5 3v11.700a3.6 3.6 0 1 1-3.6-3.6"/>'
    '<path d="M13.5 3c.3 2.8 2.3 4.8 5 5"/>',
    "whatsapp": '<path d="M3.5 20.500l1.3-4.300a8.7 8.7 0 1 1 3.2 3.100z"/>'
    '<path d="M9 8.500c0 3.5 3 6.5 6.5 6.500l.7-1.7-2-1.1-.9.8a5 5 0 0 1-2.3-2.300l.8-.9-1.1-2z"/>',
    "youtube": '<rect x="2.5" y="5.5" width="19" height="13" rx="4"/>'
    '<path d="m10.3 9.3 4.7 2.7-4.7 2.700z"/>',
}

folder, target = map(pathlib.Path, sys.argv[1:3])
bodies = dict(OWN)
for pair in ICONS.replace("\n", "|").split("|"):
    if pair.strip():
        name, source = pair.split()
        svg = (folder / f"{source}.svg").read_text()
        body = re.search(r"<svg[^>]*>(.*)</svg>", svg, re.S).group(1)
        bodies[name] = re.sub(r"\s+", " ", body).replace(" />", "/>").strip()
symbols = "\n".join(
    f'<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
    f' stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">{body}</symbol>'
    for name, body in sorted(bodies.items())
)
target.write_text(
    "<!-- Lucide (ISC) and own drawings; written by scripts/vendor_frontend.sh. -->\n"
    f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'
)
PYTHON

cat >"$root/static/vendor/README.md" <<README
# Third-party files in the front end

Written by \`scripts/vendor_frontend.sh\`; do not edit by hand. The licence texts
are in \`licences/\`.

| what | npm package and version | licence | where |
|---|---|---|---|
| Fraunces (display type) | \`$fraunces\` | OFL-1.1 | \`static/fonts/fraunces-*\` |
| Instrument Sans (text type) | \`$instrument\` | OFL-1.1 | \`static/fonts/instrument-sans-*\` |
| htmx (partial updates) | \`$htmx\` | 0BSD | \`static/vendor/htmx.min.js\` |
| axe-core (accessibility tests only, never served to shoppers) | \`$axe\` | MPL-2.0 | \`static/vendor/axe-core/\` |
| Lucide (icons; social marks are our own drawings) | \`$lucide\` | ISC | \`static/icons.svg\` |
| Instrument Sans (PDF files) | \`$paper\` | OFL-1.1 | \`commerce/typesetting/fonts/InstrumentSans*\` |
| Noto Emoji (PDF files) | \`$emoji\` | OFL-1.1 | \`commerce/typesetting/fonts/NotoEmoji*\` |
README
echo "Done. Look at the difference with git diff --stat static/"
