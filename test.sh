#!/usr/bin/env bash
# Builds the project and runs its tests:
#   ./test.sh         every test, once (up to 15 minutes on 2 cores)
#   ./test.sh --all   and the sanitizers, longer fuzzing and the whole browser matrix (over an hour)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

all=false
case "${1:-}" in
  "") ;;
  --all) all=true ;;
  -h | --help)
    sed -n '2,4s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
  *)
    echo "test.sh: unknown option $1; see ./test.sh --help" >&2
    exit 2
    ;;
esac
jobs=$(nproc)
started=$SECONDS

step() { printf '\n== %s (%d min %02d s so far)\n' "$1" $(((SECONDS - started) / 60)) $(((SECONDS - started) % 60)); }

# Configures and builds a preset; says nothing but the failing lines.
build() {
  mkdir -p build
  local log=build/$1.log
  if ! { cmake --preset "$1" && cmake --build --preset "$1"; } >"$log" 2>&1; then
    grep -E -A12 'error|Error|FAILED' "$log" | head -n 60 >&2 || tail -n 40 "$log" >&2
    echo "test.sh: the $1 build failed; the whole log is in $log" >&2
    exit 1
  fi
}

step "packages"
. .ci/packages.sh
foi_install "${foi_build_packages[@]}" "${foi_run_packages[@]}" "${foi_test_packages[@]}"
if $all; then foi_install "${foi_all_packages[@]}"; fi
foi_install_node

step "format"
git ls-files '*.cc' '*.h' | xargs -r clang-format --dry-run -Werror

step "build (dev)"
build dev

step "tests (dev)"
# With --all a hundred small changes and five whole rebuilds under load; else fifteen and two.
FOI_LOAD=$($all && echo all || echo some) ctest --preset dev -j "$jobs"
# Said by the test "accuracy" when the figures are better than those checked in.
grep -h '^accuracy: ' build/dev/Testing/Temporary/LastTest.log || true

step "browser tests"
library=build/dev/browser-library
build/dev/bin/foi-index build corpus/sample/documents --library "$library" || [ $? = 1 ]
npm --prefix tests/browser ci --silent
FOI_SERVER_BIN=$PWD/build/dev/bin/foi-server FOI_TEST_LIBRARY=$PWD/$library FOI_BROWSER_MATRIX=$($all && echo all || echo one) \
  npm --prefix tests/browser test

step "contract tests"
npm --prefix tests/contract ci --silent
FOI_SERVER_BIN=$PWD/build/dev/bin/foi-server FOI_TEST_LIBRARY=$PWD/$library npm --prefix tests/contract test

if $all; then
  step "the two commands, as a newcomer runs them"
  tests/e2e/run_sh_test.sh

  step "build (tsan)"
  build tsan
  step "tests with threads (tsan)"
  ctest --preset tsan -j "$jobs"

  step "build (asan-ubsan)"
  build asan-ubsan
  step "tests (asan-ubsan)"
  # Left to the plain build: what kills processes by the hundred, compares two runs of every PDF, reads pages by OCR, or takes minutes when
  # instrumented.
  LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0 \
    ctest --preset asan-ubsan -j "$jobs" -E "HostileTextTakesLinearTime|Crash\.|SandboxEquality|sample_test|page_images_test"

  step "fuzzing"
  tests/fuzz/run.sh build/asan-ubsan/bin 30
fi

step "done"
echo "All tests passed. Next: ./run.sh serves the sample letters; ./run.sh FOLDER serves yours."
$all || echo "./test.sh --all adds sanitizers, fuzzing and more browsers' sizes."
