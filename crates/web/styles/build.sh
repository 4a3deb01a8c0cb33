#!/bin/sh
# Builds ../assets/kotopolku.css. Needs npm and the network once; nothing of Node is needed to run the product.
set -eu
cd "$(dirname "$0")"
work="${KOTOPOLKU_STYLES_WORK:-${TMPDIR:-/tmp}/kotopolku-styles}"
mkdir -p "$work"
cp package.json package-lock.json "$work"/
[ -d "$work/node_modules" ] || npm ci --prefix "$work" --no-audit --no-fund --ignore-scripts
"$work/node_modules/.bin/sass" --load-path="$work/node_modules" --style=compressed --no-source-map --no-charset \
    kotopolku.scss "$work/kotopolku.css"
{ cat banner.txt; cat "$work/kotopolku.css"; } > ../assets/kotopolku.css
wc -c ../assets/kotopolku.css
