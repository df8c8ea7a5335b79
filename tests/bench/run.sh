#!/usr/bin/env bash
# Measures speed against the peers and rewrites tests/golden/speed.txt: tests/bench/run.sh
# Ratios of one run only: machines differ and are shared. Takes about an hour, most of it to write 100,000 letters for four engines; build/bench-search keeps them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. .ci/packages.sh
foi_install "${foi_build_packages[@]}" "${foi_run_packages[@]}" "${foi_bench_packages[@]}"
mkdir -p build
cmake --preset release -B build/bench -DFOI_BENCH=ON -DFOI_CORPUS_TOOLS=ON >build/bench.log
cmake --build build/bench >>build/bench.log
corpus=build/bench-corpus
[ -f "$corpus/scans/m.txt" ] || build/bench/bin/make-corpus bench --letters 500 --seed 1 "$corpus"
# The peer in Java.
lucene=$(printf '%s:' /usr/share/java/lucene-{core,facet,analyzers-common}-8*.jar)
classes=build/bench/lucene
mkdir -p "$classes"
javac -cp "$lucene" -d "$classes" tests/bench/LucenePeer.java
report=tests/golden/speed.txt
mkdir -p tests/golden
{
  echo "Speed against the peers, medians of alternating repeats in one run (tests/bench/run.sh rewrites this file)."
  echo "$(nproc) cores; pdftotext $(pdftotext -v 2>&1 | head -n 1 | grep -oE '[0-9.]+'), ocrmypdf $(ocrmypdf --version)"
  printf '\nBorn-digital text with word boxes, one 150-page file\n'
  build/bench/bin/bench_extract text 15 "$corpus/report.pdf"
  printf '\nBorn-digital text with word boxes, 500 short letters, a process each\n'
  build/bench/bin/bench_extract text 5 "$corpus"/letters/*.pdf
  printf '\nScanned letters (skewed, blurred, grey-shaded)\n'
  build/bench/bin/bench_extract ocr 3 "$(nproc)" "$corpus/scans/m.pdf"
  printf '\nUnderstanding, beside the text it reads, the same 500 letters\n'
  [ -f "$corpus/united.pdf" ] || pdfunite "$corpus"/letters/*.pdf "$corpus/united.pdf"
  build/bench/bin/bench_understand 9 "$corpus/united.pdf" "$corpus"/letters/*.pdf
  printf '\nRecords to published index, 10,000 synthetic letters\n'
  build/bench/bin/bench_index 10000
  printf '\nSearch, 100,000 synthetic letters\n'
  FOI_BENCH_CLASSPATH=$classes:$lucene build/bench/bin/bench_search build/bench-search 100000
  node tests/bench/http.mjs build/bench/bin build/bench-search
} | tee "$report.new"
mv "$report.new" "$report"
