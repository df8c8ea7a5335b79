#include "tests/accuracy/rescan.h"

#include <cstdio>
#include <map>

#include "corpus/make/files.h"
#include "corpus/make/random.h"
#include "corpus/make/render.h"
#include "corpus/make/sample.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi::accuracy {
namespace {

namespace fs = std::filesystem;

// An office scanner on a bad day: 200 dpi, up to 1.5 degrees askew (a quarter of a degree comes from the sheet itself), blur of 1.6 to 2.6
// pixels at 300 dpi, shading towards a corner, grain, JPEG quality 60. A letter's own seed, so that the same letters give the same scans.
std::string damage(const std::string& name) {
  corpus::Random random(corpus::hash_of(name + " scanned"));
  // Drawn one by one: the order in which arguments are worked out is the compiler's own.
  const double skew = random.between(-1.25, 1.25), blur = random.between(1.6, 2.6), shade = random.between(30, 60);
  const double noise = random.between(5, 9);
  char settings[120];
  std::snprintf(settings, sizeof settings, "dpi=200 skew=%.2f blur=%.2f shade=%.0f noise=%.1f quality=60", skew, blur, shade, noise);
  return settings;
}

// More than any letter has.
constexpr int kMostPages = 200;

Result<Scores> scores_of(const std::vector<const Truth*>& letters, const std::vector<fs::path>& files) {
  const Result<std::vector<Reading>> readings = read_files(files);
  if (!readings) return readings.error();
  Scores scores;
  for (std::size_t i = 0; i < files.size(); ++i) score(*letters[i], (*readings)[i], scores);
  return scores;
}

}  // namespace

// One whose fonts are not embedded has characters that its font lacks; the writer for that takes
// pages to scan by number.
corpus::Letter scanned_copy(corpus::Letter letter) {
  letter.head["scan"] = damage(letter.name);
  if (letter.at("format") == "pdf") {
    letter.head["format"] = "scan";
    return letter;
  }
  letter.head["format"] = "mixed";
  for (int page = 1; page <= kMostPages; ++page) letter.head["scan_pages"] += std::to_string(page) + " ";
  return letter;
}

bool is_drawn(const corpus::Letter& letter) { return letter.at("format") == "pdf" || letter.at("format") == "pdf-unembedded"; }

Result<Rescan> rescan(const fs::path& letters, const fs::path& corpus) {
  const Result<std::vector<Truth>> truth = read_truth(corpus);
  if (!truth) return truth.error();
  std::map<std::string, const Truth*> truth_of;
  for (const Truth& row : *truth) truth_of[row.file] = &row;
  const Result<std::vector<corpus::Letter>> read = corpus::read_letters(letters);
  if (!read) return read.error();
  const test::Scratch folder;
  std::vector<const Truth*> measured;
  std::vector<fs::path> digital, scanned;
  for (const corpus::Letter& letter : *read) {
    if (!is_drawn(letter)) continue;
    const auto found = truth_of.find("documents/" + letter.at("file"));
    if (found == truth_of.end()) return environment_error(letter.name + ".letter is not in truth.jsonl: make the corpus again");
    const Result<std::string> bytes = corpus::render(scanned_copy(letter));
    if (!bytes) return bytes.error();
    measured.push_back(found->second);
    digital.push_back(corpus / found->second->file);
    scanned.push_back(folder.write(letter.name + ".pdf", *bytes));
  }
  Result<Scores> before = scores_of(measured, digital);
  if (!before) return before.error();
  Result<Scores> after = scores_of(measured, scanned);
  if (!after) return after.error();
  return Rescan{std::move(*before), std::move(*after)};
}

}  // namespace foi::accuracy
