#!/bin/sh
# Asks the interface for programs everything that its description allows, and much that it does not, with Schemathesis.
#
#   scripts/fuzz-api.sh [EXAMPLES]        EXAMPLES a kind of question: how many of each address, 50 when left out
#
# Builds and serves the program on a free port of this machine, and ends it again. Schemathesis is fetched from PyPI into
# target/fuzz the first time. Exit status: 0 nothing found, 1 something found; what was found stands in target/fuzz.
set -eu
cd "$(dirname "$0")/.."
examples=${1:-50}
program=target/fuzz/bin/schemathesis

if [ ! -x "$program" ]; then
    python3 -m venv target/fuzz
    target/fuzz/bin/pip install --quiet schemathesis==4.32.5
fi

cargo build --quiet -p cli
heard=target/fuzz/serving.txt
: >"$heard"
target/debug/kotopolku --lang en serve --listen 127.0.0.1:0 >"$heard" 2>&1 &
served=$!
trap 'kill "$served" 2>/dev/null || true' EXIT INT TERM

address=
for _ in $(seq 60); do
    address=$(sed -n 's|.*\(http://[0-9.]*:[0-9]*\).*|\1|p' "$heard" | head -n 1)
    [ -z "$address" ] || break
    kill -0 "$served" 2>/dev/null || { cat "$heard" >&2; exit 1; }
    sleep 1
done
[ -n "$address" ] || { echo "the program does not serve" >&2; exit 1; }

# Every check but one. A question may have the right form and still name a duty that does not exist, a day before the
# register begins or facts that cannot all be true: such a question is refused, and rightly so.
"$program" run "$address/api/v1/openapi.json" \
    --checks all --exclude-checks positive_data_acceptance \
    --max-examples "$examples" --seed 1 --no-color --continue-on-failure --warnings off \
    --report junit --report-junit-path target/fuzz/report.xml
