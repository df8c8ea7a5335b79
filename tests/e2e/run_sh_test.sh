#!/usr/bin/env bash
# ./run.sh from start to site: it must print the address, answer a search over the sample letters, and stop cleanly on SIGTERM.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
FOI_LISTEN=127.0.0.1:0 ./run.sh >"$log" 2>&1 &
pid=$!
address=
# The first build may take half an hour where the machine is slow or busy.
for _ in $(seq 3600); do
  address=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$log" | head -n 1) && break
  kill -0 "$pid" 2>/dev/null || break
  sleep 0.5
done
if [ -z "$address" ]; then
  tail -n 40 "$log" >&2
  echo "run.sh printed no address" >&2
  exit 1
fi
total=$(curl -sS "$address/api/v1/search?q=section&limit=1" | grep -oE '"total":[0-9]+' | cut -d: -f2)
# The page whole, before it is looked at: a grep that ends at its first hit would break the pipe and fail the fetch.
front=$(curl -sS "$address/")
grep -q '<form' <<<"$front" || { echo "the front page has no search box" >&2; exit 1; }
grep -q 'is invented' <<<"$front" || { echo "the site does not say that the sample letters are invented" >&2; exit 1; }
kill -TERM "$pid"
wait "$pid"
[ "${total:-0}" -gt 0 ] || { echo "the sample letters are not found" >&2; exit 1; }
echo "run.sh: $address answered, $total letters found, stopped cleanly"
