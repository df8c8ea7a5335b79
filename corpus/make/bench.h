// Corpora to measure with: any number of letters from a seed. Not committed.
#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/model/result.h"

namespace foi::corpus {

struct BenchOptions {
  std::size_t letters = 500;  // short born-digital letters, one PDF each
  std::size_t report_pages = 150;
  std::size_t scans = 12;
  std::uint64_t seed = 1;
};
// Writes under out: report.pdf (born-digital, report_pages pages), letters/NNNNN.pdf, scans/m-NN.pdf with the words of each sheet beside it
// in m-NN.txt, and scans/m.pdf with all of them. The scans are A4 at 300 dpi, half with ruled tables, skewed by up to 1.5 degrees, blurred,
// shaded, grained and saved as JPEG of quality 60.
Status make_bench(const BenchOptions& options, const std::filesystem::path& out);

}  // namespace foi::corpus
