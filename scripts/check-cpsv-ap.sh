#!/bin/sh
# Checks an export against the shapes of the Core Public Service Vocabulary (CPSV-AP).
#
#   scripts/check-cpsv-ap.sh [FILE]       FILE in Turtle; left out: what `kotopolku export` writes today
#
# Needs pyshacl: `python3 -m venv target/shacl && target/shacl/bin/pip install pyshacl`, or one on the PATH.
# Needs the shapes, cpsv-ap-SHACL.ttl 3.2.0 of SEMICeu/CPSV-AP: CPSV_AP_SHAPES says where, else target/cpsv-ap-SHACL.ttl.
# Exit status: 0 valid, 1 not valid, 77 not checked because pyshacl or the shapes are not there.
set -eu
cd "$(dirname "$0")/.."

shapes=${CPSV_AP_SHAPES:-target/cpsv-ap-SHACL.ttl}
if [ ! -r "$shapes" ]; then
    echo "skipped: no shapes at $shapes (see $0)" >&2
    exit 77
fi
if [ -x target/shacl/bin/pyshacl ]; then
    pyshacl=target/shacl/bin/pyshacl
elif command -v pyshacl >/dev/null; then
    pyshacl=pyshacl
else
    echo "skipped: pyshacl is not there (see $0)" >&2
    exit 77
fi

if [ $# -gt 0 ]; then
    file=$1
else
    file=target/cpsv-ap.ttl
    cargo run --quiet -p cli -- export register --format cpsv-ap >"$file"
fi
exec "$pyshacl" --shacl "$shapes" --format human "$file"
