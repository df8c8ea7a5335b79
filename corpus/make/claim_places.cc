#include "corpus/make/claim_places.h"

#include <algorithm>
#include <vector>

#include "corpus/make/files.h"
#include "corpus/make/markup.h"
#include "indexer/model/text.h"
#include "indexer/understand/citation_grammar.h"
#include "indexer/understand/citation_lines.h"
#include "indexer/understand/kind.h"
#include "indexer/understand/outcome_words.h"
#include "indexer/understand/questions.h"
#include "indexer/understand/review.h"

namespace foi::corpus {
namespace {

namespace fs = std::filesystem;
using understand::CitedPlace;
using understand::Span;
using understand::Stance;

// How much of a letter stands on each side of the citation where a place is named, in bytes.
constexpr std::size_t kExcerpt = 90;

std::string one_line(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space)
      out += c;
    else if (!out.ends_with(' '))
      out += ' ';
  }
  return out;
}

}  // namespace

std::optional<Stance> stance_of(std::string_view name) {
  if (name == "other-law") return Stance::explained;
  const auto found = std::ranges::find(understand::kStanceNames, name);
  if (found == understand::kStanceNames.end()) return std::nullopt;
  return static_cast<Stance>(found - understand::kStanceNames.begin());
}

// A letter's body as lines: what its document says, without its look.
std::string words_of_letter(const Letter& letter) {
  if (letter.at("format") == "text") return letter.body;
  std::string out = letter.at("org") + "\n\n";
  for (const Block& block : parse_body(letter.body)) {
    if (!block.label.empty()) out += block.label + ' ';
    out += plain(block.text);
    for (const auto& row : block.rows) {
      for (const Text& cell : row) out += plain(cell) + '\t';
      out += '\n';
    }
    out += block.kind == BlockKind::kItem ? "\n" : "\n\n";
  }
  return out;
}

void with_letter(const std::string& words, const Reference& reference,
                 const std::function<void(const understand::RoleContext&, understand::LawOfLetter, std::optional<ReviewResult>)>& see) {
  Page page;
  page.text = words;
  const understand::Letter letter = understand::join_pages({page});
  const understand::Repaired repaired = understand::repair(letter.text);
  const auto sections = understand::find_sections(letter);
  const auto questions = understand::find_questions(letter, sections);
  const Kind kind = understand::find_kind(letter, sections, {"text/plain", false, questions.size(), 0});
  const std::vector<double> told = understand::outcome_words(reference)->likelihoods(letter.tokens);
  const understand::ReviewRead read = understand::read_review(letter, repaired, sections, kind, told);
  const bool scottish = words.find("(Scotland)") != std::string::npos;
  see({letter, repaired, sections, questions, read.kind, read.review.has_value(), told}, law_of_letter(repaired, scottish), read.review);
}

void each_place(const std::string& words, const Reference& reference, const std::function<void(const CitedPlace&, Span)>& see) {
  with_letter(words, reference, [&](const understand::RoleContext& context, understand::LawOfLetter law, auto) {
    auto cited = understand::parse_citations(context.text, *understand::citation_table(reference), law);
    std::erase_if(cited, [&](const understand::CodeCited& c) { return reference.exemption(c.id) == nullptr; });
    understand::mark_lists(cited);
    each_claim(cited, reference, context, [&](const CitedPlace& place) { see(place, context.text.original(place.cited.span)); });
  });
}

std::string excerpt_of(const std::string& words, Span citation) {
  const std::string_view all(words);
  std::size_t start = citation.start < kExcerpt ? 0 : citation.start - kExcerpt;
  while (start < citation.start && continues_character(words[start])) ++start;
  return one_line(all.substr(start, citation.start - start)) + "{{" + one_line(all.substr(citation.start, citation.end - citation.start)) +
         "}}" + one_line(utf8_prefix(all.substr(citation.end), kExcerpt));
}

Result<LabelledPlaces> LabelledPlaces::read(const fs::path& letters) {
  LabelledPlaces places;
  const fs::path file = letters / "places.tsv";
  if (!fs::exists(file)) return places;
  const Result<std::string> text = read_text(file);
  if (!text) return text.error();
  const std::vector<std::string> lines = split_lines(*text);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    const std::vector<std::string_view> cells = split(lines[i], '\t');
    if (cells.size() != 3 || !stance_of(cells[1]))
      return usage_error(file.string() + ", line " + std::to_string(i + 1) +
                         ": write the letter's name, a stance and the place as make-corpus places prints it, parted by tabs");
    places.stances_.emplace(std::pair(cells[0], cells[2]), *stance_of(cells[1]));
  }
  return places;
}

std::optional<Stance> LabelledPlaces::stance(const std::string& letter, const std::string& excerpt) const {
  const auto found = stances_.find({letter, excerpt});
  return found == stances_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace foi::corpus
