#!/usr/bin/env bash
# From a folder of published responses to a searchable site:
#   ./run.sh              indexes the sample letters and serves them
#   ./run.sh FOLDER…      indexes those folders instead
# Environment: FOI_LISTEN (default 127.0.0.1:8080), FOI_LIBRARY (default: a folder under build/ of its own for each set of folders).
set -euo pipefail

case "${1:-}" in
  -h | --help)
    sed -n '2,5s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
  -*)
    echo "run.sh: unknown option $1; see ./run.sh --help" >&2
    exit 2
    ;;
esac

folders=()
for folder in "$@"; do
  if [ ! -d "$folder" ]; then
    echo "run.sh: there is no folder $folder" >&2
    exit 2
  fi
  folders+=("$(cd "$folder" && pwd)")
done
cd "$(dirname "${BASH_SOURCE[0]}")"
if [ ${#folders[@]} = 0 ]; then
  folders=("$PWD/corpus/sample/documents")
  export FOI_NOTICE=${FOI_NOTICE-"These are sample letters. Real public bodies are named, but every fact, person and decision in the letters is invented."}
fi

echo "== 1 of 4: packages"
. .ci/packages.sh
foi_install "${foi_build_packages[@]}" "${foi_run_packages[@]}"

echo "== 2 of 4: programs (the first build takes a few minutes)"
mkdir -p build
if ! { cmake --preset release >build/release.log 2>&1 && cmake --build --preset release 2>&1 | tee -a build/release.log | grep --line-buffered -E '^\[|error:' | awk '{printf "\r\033[K%.100s", $0; fflush()} END {print ""}'; }; then
  tail -n 30 build/release.log >&2
  echo "run.sh: the build failed; the whole log is in build/release.log" >&2
  exit 3
fi

echo "== 3 of 4: index"
library=${FOI_LIBRARY:-build/libraries/$(printf '%s\n' "${folders[@]}" | sha256sum | cut -c1-12)}
mkdir -p "$(dirname "$library")"
status=0
build/release/bin/foi-index build "${folders[@]}" --library "$library" || status=$?
if [ "$status" -gt 1 ]; then
  exit "$status"
fi

echo "== 4 of 4: site (stop it with Ctrl-C)"
exec build/release/bin/foi-server --library "$library" --listen "${FOI_LISTEN:-127.0.0.1:8080}"
