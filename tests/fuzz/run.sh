#!/usr/bin/env bash
# Runs every fuzzer of a fuzz build for some seconds each, starting from its saved corpus: tests/fuzz/run.sh BIN_DIR SECONDS
set -euo pipefail
bin=$1 seconds=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
found=0
for fuzzer in "$bin"/fuzz_*; do
  name=$(basename "$fuzzer")
  found=$((found + 1))
  work=$(mktemp -d)
  cp "$here/corpus/$name"/* "$work/"
  echo "fuzzing $name for $seconds s"
  if ! "$fuzzer" -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 -verbosity=0 \
    -artifact_prefix="$work/" "$work" 2>"$work.log"; then
    tail -n 30 "$work.log" >&2
    echo "fuzzing: $name failed; the input that did it is in $work" >&2
    exit 1
  fi
  rm -r "$work" "$work.log"
done
[ "$found" -gt 0 ] || { echo "fuzzing: no fuzzer in $bin" >&2; exit 1; }
