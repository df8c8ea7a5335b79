#!/usr/bin/env bash
# Runs every fuzzer of a build for some seconds each, as many at once as there are cores, starting from its saved corpus:
#   tests/fuzz/run.sh BIN_DIR SECONDS [NAME…]
# Says of each how it went; ends in 1 when one failed, naming it and the input that did it.
set -euo pipefail
bin=$1 seconds=$2
shift 2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# What libraries leak of themselves is not what is looked for.
export LSAN_OPTIONS=suppressions=$here/../lsan.supp:print_suppressions=0
export bin seconds here

fuzz() {
  local name=$1 longest=65536 work
  # What reads letters is slow when instrumented: many inputs find more than long ones.
  case $name in fuzz_understand | fuzz_citations | fuzz_dates | fuzz_query) longest=8192 ;; esac
  work=$(mktemp -d)
  cp "$here/corpus/$name"/* "$work/"
  if "$bin/$name" -max_total_time="$seconds" -max_len="$longest" -timeout=10 -rss_limit_mb=2048 -verbosity=1 -print_final_stats=1 \
    -artifact_prefix="$work/" "$work" >"$work.log" 2>&1; then
    echo "fuzzing: $name is well after $(sed -n 's/^stat::number_of_executed_units: *//p' "$work.log") inputs"
    rm -r "$work" "$work.log"
  else
    # In one write, so that two that fail do not mix.
    printf '%s\n' "$(grep -v -E '^#|^INFO' "$work.log" | tail -n 40)" "fuzzing: $name FAILED; the input that did it is in $work" >&2
    return 1
  fi
}
export -f fuzz

names=("$@")
if [ ${#names[@]} = 0 ]; then
  for fuzzer in "$bin"/fuzz_*; do
    [ -x "$fuzzer" ] && names+=("$(basename "$fuzzer")")
  done
fi
[ ${#names[@]} -gt 0 ] || { echo "fuzzing: no fuzzer in $bin" >&2; exit 1; }
echo "fuzzing ${#names[@]} parsers for $seconds s each, $(nproc) at once"
printf '%s\n' "${names[@]}" | xargs -P "$(nproc)" -I{} bash -c 'fuzz "$1"' fuzz {} || { echo "fuzzing: see above which failed" >&2; exit 1; }
