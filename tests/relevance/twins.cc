#include "tests/relevance/twins.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "corpus/make/files.h"
#include "corpus/make/random.h"
#include "corpus/make/render.h"
#include "corpus/make/sample.h"
#include "indexer/index/compose.h"
#include "indexer/index/query.h"
#include "indexer/model/edit_distance.h"
#include "tests/accuracy/rescan.h"
#include "tests/relevance/library.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi::relevance {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLetters = 14;
constexpr std::size_t kMostBytes = 4'000;  // of a specification: a letter of at most two pages or so, to be read in less than a minute
constexpr std::size_t kPairs = 200;
constexpr std::size_t kShortest = 4;  // letters of a content word
constexpr std::uint64_t kSeed = 19;

// Of the letters that are drawn as PDF, some in an order that means nothing.
Result<std::vector<corpus::Letter>> chosen(const fs::path& letters) {
  Result<std::vector<corpus::Letter>> all = corpus::read_letters(letters);
  if (!all) return all.error();
  std::vector<corpus::Letter> out;
  for (corpus::Letter& letter : *all)
    if (letter.at("format") == "pdf" && fs::file_size(letters / (letter.name + ".letter")) <= kMostBytes) out.push_back(std::move(letter));
  std::ranges::sort(out, {}, [](const corpus::Letter& letter) { return corpus::hash_of(letter.name + " twin"); });
  out.resize(std::min(out.size(), kLetters));
  return out;
}

struct Words {
  std::vector<std::string> of_letter;  // content words, in order, each once
  std::set<std::string> all;
  std::size_t pages = 0;
};

// What stands in the scanned letter for a word that was not read: the word most like it.
std::string read_as(const std::string& word, const std::set<std::string>& scanned) {
  if (scanned.contains(word) || scanned.empty()) return {};
  const std::string nearest = *std::ranges::min_element(scanned, {}, [&](const std::string& other) { return edit_distance(word, other); });
  return "; " + word + ": nearest " + nearest;
}

Result<Words> words_of_letter(const TestLibrary& library, const std::string& file) {
  Words out;
  for (const auto& [id, name] : library.files()) {
    if (name != file) continue;
    for (std::uint32_t number = 1;; ++number) {
      const auto page = library.searcher().page(id, number);
      if (!page) return page.error();
      if (!*page) break;
      ++out.pages;
      for (const std::string_view stretch : index::searched_stretches(**page))
        for (const index::TextWord& word : index::words_of(stretch)) out.all.insert(word.word);
    }
  }
  for (const std::string& word : out.all) {
    const bool letters = std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    if (letters && word.size() >= kShortest && !index::is_stop_word(word)) out.of_letter.push_back(word);
  }
  return out;
}

Result<bool> finds(const TestLibrary& library, const std::string& query, const std::string& file) {
  constexpr std::size_t kAll = 100;
  const auto found = library.search(query, kAll);
  if (!found) return found.error();
  return std::ranges::any_of(*found, [&file](const TestLibrary::Found& letter) { return letter.file == file; });
}

Status ask_pairs(const TestLibrary& digital, const TestLibrary& scanned, const std::vector<std::string>& files, Twins& out) {
  std::vector<Words> words, read;
  for (const std::string& file : files) {
    Result<Words> of_letter = words_of_letter(digital, file);
    if (!of_letter) return of_letter.error();
    if (of_letter->of_letter.size() < 2) return environment_error(file + " has no two words");
    out.pages += of_letter->pages;
    words.push_back(std::move(*of_letter));
    Result<Words> of_scan = words_of_letter(scanned, file);
    if (!of_scan) return of_scan.error();
    read.push_back(std::move(*of_scan));
  }
  corpus::Random random(kSeed);
  for (out.pairs = 0; out.pairs < kPairs; ++out.pairs) {
    const std::size_t letter = random.below(files.size());
    const auto& list = words[letter].of_letter;
    const std::size_t first = random.below(list.size());
    const std::size_t second = (first + 1 + random.below(list.size() - 1)) % list.size();
    const std::string query = list[first] + " AND " + list[second];
    const Result<bool> in_digital = finds(digital, query, files[letter]), in_scanned = finds(scanned, query, files[letter]);
    if (!in_digital) return in_digital.error();
    if (!in_scanned) return in_scanned.error();
    if (!*in_digital) continue;
    ++out.digital;
    if (*in_scanned)
      ++out.scanned;
    else
      out.missed.push_back(list[first] + " " + list[second] + " (" + files[letter] + ")" + read_as(list[first], read[letter].all) +
                           read_as(list[second], read[letter].all));
  }
  return success();
}

}  // namespace

std::string to_text(const Twins& twins) {
  char line[200];
  std::snprintf(line, sizeof line,
                "letters %zu, pages %zu, pairs %zu: the digital letter found by %zu, the scanned one by %zu; ratio %.3f%s\n", twins.letters,
                twins.pages, twins.pairs, twins.digital, twins.scanned, twins.ratio(),
                twins.ratio() < kGoal ? ", goal 0.98 not reached" : "");
  std::string out =
      "How often two words of a letter find it when it is scanned (skew, blur, shading, noise and JPEG as in tests/accuracy/rescan.cc).\n"
      "tests/relevance/run.sh --twins rewrites this file; a fall of the ratio fails a test, and so does one below the goal.\n\n";
  out += line;
  for (const std::string& pair : twins.missed) out += "missed: " + pair + "\n";
  return out;
}

double ratio_in(const std::string& text) {
  constexpr std::string_view kBefore = "; ratio ";
  const std::size_t at = text.find(kBefore);
  return at == std::string::npos ? 0 : std::strtod(text.c_str() + at + kBefore.size(), nullptr);
}

Result<Twins> measure_twins(const fs::path& letters, const fs::path& documents) {
  const Result<std::vector<corpus::Letter>> picked = chosen(letters);
  if (!picked) return picked.error();
  const test::Scratch folder;
  std::vector<std::string> files;
  for (const corpus::Letter& letter : *picked) {
    const Result<std::string> digital = corpus::read_text(documents / letter.at("file"));
    if (!digital) return digital.error();
    const Result<std::string> scanned = corpus::render(accuracy::scanned_copy(letter));
    if (!scanned) return scanned.error();
    files.push_back(letter.name + ".pdf");
    folder.write("digital/" + files.back(), *digital);
    folder.write("scanned/" + files.back(), *scanned);
  }
  const Result<TestLibrary> digital = TestLibrary::build(folder / "digital", folder / "digital-library");
  if (!digital) return digital.error();
  const Result<TestLibrary> scanned = TestLibrary::build(folder / "scanned", folder / "scanned-library");
  if (!scanned) return scanned.error();
  Twins out;
  out.letters = files.size();
  if (const Status asked = ask_pairs(*digital, *scanned, files, out); !asked) return asked.error();
  return out;
}

}  // namespace foi::relevance
