#!/usr/bin/env bash
# Measures how well searches of the sample letters find what is needed and rewrites tests/golden/relevance.txt:
#   tests/relevance/run.sh           about half a minute
#   tests/relevance/run.sh --twins   how often scanned letters are found by words of their digital twins: tests/golden/twins.txt
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mkdir -p build
{ cmake --preset dev && cmake --build --preset dev --target relevance; } >build/relevance.log 2>&1 || {
  tail -n 40 build/relevance.log >&2
  exit 1
}
if [ "${1:-}" = --twins ]; then
  build/dev/bin/relevance twins --write
else
  build/dev/bin/relevance rewrite
fi
git diff --stat -- tests/golden
