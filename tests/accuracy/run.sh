#!/usr/bin/env bash
# Measures what is claimed of the sample letters and rewrites tests/golden/accuracy.txt:
#   tests/accuracy/run.sh            about a minute
#   tests/accuracy/run.sh --rescan   and how much the same letters lose when they are scanned (several minutes)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mkdir -p build
{ cmake --preset dev && cmake --build --preset dev --target accuracy; } >build/accuracy.log 2>&1 || {
  tail -n 40 build/accuracy.log >&2
  exit 1
}
build/dev/bin/accuracy rewrite "$@"
git diff --stat -- tests/golden/accuracy.txt
