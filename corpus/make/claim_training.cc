#include "corpus/make/claim_training.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/make/claim_places.h"
#include "corpus/make/files.h"
#include "corpus/make/letter.h"
#include "corpus/make/sample.h"
#include "corpus/make/weights_table.h"
#include "indexer/model/text.h"
#include "indexer/understand/claim_features.h"
#include "indexer/understand/claim_model.h"

namespace foi::corpus {
namespace {

namespace fs = std::filesystem;
using understand::CitedPlace;
using understand::Stance;

// Chosen on letters that were left out, as is how much a place in a letter weighs beside a passage.
constexpr double kPenalty = 4;
constexpr float kLetterWeight = 3;
// Features of fewer places than this are chance; weights that are smaller, in hundredths, are left out of the table.
constexpr std::size_t kLeastPlaces = 3;
constexpr long kLeastWeight = 10;

struct Passage {
  struct Label {
    Stance stance;
    std::size_t start, end;  // of the citation, bytes of text
  };
  std::string section, letter, text;
  std::vector<Label> labels;
};

// "… withheld under {{applied:section 40(2)}} …": the words without the labels; a written-out \n ends a line. False where a label is wrong.
bool read_labels(std::string_view marked, Passage& passage) {
  for (std::size_t at = 0; at < marked.size();) {
    const std::string_view rest = marked.substr(at);
    if (rest.starts_with("\\n")) {
      passage.text += '\n';
      at += 2;
    } else if (rest.starts_with("{{")) {
      const std::size_t colon = rest.find(':'), close = rest.find("}}");
      if (close == std::string_view::npos || colon > close) return false;
      const std::optional<Stance> stance = stance_of(rest.substr(2, colon - 2));
      if (!stance) return false;
      const std::size_t start = passage.text.size();
      passage.text += rest.substr(colon + 1, close - colon - 1);
      passage.labels.push_back({*stance, start, passage.text.size()});
      at += close + 2;
    } else {
      passage.text += marked[at++];
    }
  }
  return !passage.labels.empty();
}

// "section, letter, passage", parted by tabs.
std::optional<Passage> parse_passage(const std::string& line) {
  const std::vector<std::string_view> cells = split(line, '\t');
  if (cells.size() != 3) return std::nullopt;
  Passage passage{.section = std::string(cells[0]), .letter = std::string(cells[1]), .text = {}, .labels = {}};
  const bool known = passage.letter == "answer" || passage.letter == "review" || passage.letter == "notice";
  if (!known || !read_labels(cells[2], passage)) return std::nullopt;
  return passage;
}

std::string_view law_of(std::string_view passage) {
  const auto says = [&](std::string_view word) { return passage.find(word) != std::string_view::npos; };
  if (says("FOISA") || says("(Scotland) Act") || says("Scottish")) return "Freedom of Information (Scotland) Act 2002";
  if (says("EISR") || says("Environmental Information (Scotland)")) return "Environmental Information (Scotland) Regulations 2004";
  if (!says("ection") && (says("eg.") || says("egulation") || says("reg ") || says("EIR")))
    return "Environmental Information Regulations 2004";
  return "Freedom of Information Act 2000";
}

constexpr std::string_view kHead =
    "Borough of Example Council\nInformation Governance Team\n\nOur ref: FOI 1234\n12 March 2024\n\nDear Requester\n\n";
constexpr std::string_view kFoot =
    "\n\nIf you remain dissatisfied you may complain to the Information Commissioner's Office.\n\nYours faithfully\n\nInformation "
    "Governance "
    "Manager\n";

// What stands before and after a passage in a letter of its kind.
std::pair<std::string, std::string> surroundings(const Passage& p) {
  const std::string law(law_of(p.text));
  if (p.letter == "notice") {
    const std::string before =
        law +
        "\n\nDecision notice\n\nDate: 12 March 2024\n\nPublic Authority: Borough of Example Council\n\nDecision (including "
        "any steps ordered)\n\n1. The complainant has requested information from the Council about contracts.\n\nReasons "
        "for decision\n\n";
    return {
        before + (p.section == "heading" ? "" : "2. "),
        "\n\nRight of appeal\n\nEither party has the right to appeal against this decision notice to the First-tier Tribunal (Information "
        "Rights).\n"};
  }
  std::string before(kHead);
  if (p.letter == "review") {
    before +=
        "Internal review – request for information under the " + law +
        "\n\nYou asked us on 20 February 2024 to review our response to your request. I have now carried out the internal review.\n\n";
    before += p.section == "request"      ? "Your complaint\n\n"
              : p.section == "conclusion" ? "Conclusion\n\n"
              : p.section == "opening"    ? ""
                                          : "Findings\n\n";
    return {before, std::string(kFoot)};
  }
  before += law + "\n\nThank you for your request of 20 February 2024.\n\n";
  if (p.section == "request") return {before + "You asked:\n\n", "\n\nOur response:\n\nThe information is attached." + std::string(kFoot)};
  if (p.section == "opening") return {before, "\n\nOur response is set out below." + std::string(kFoot)};
  before += "You asked:\n\nPlease send me the number of contracts let last year and the value of each.\n\nOur response:\n\n";
  if (p.section == "review-rights") before += "The figures are attached.\n\nYour right to complain\n\n";
  if (p.section == "public-interest") before += "Public interest test\n\n";
  return {before, std::string(kFoot)};
}

class Reader {
 public:
  explicit Reader(const Reference& reference) : reference_(reference) {}

  Status read_passages(const fs::path& folder) {
    for (const fs::path& file : files_in(folder, ".tsv")) {
      const Result<std::string> text = read_text(file);
      if (!text) return text.error();
      const std::vector<std::string> lines = split_lines(*text);
      for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].empty()) continue;
        const std::optional<Passage> passage = parse_passage(lines[i]);
        if (!passage)
          return usage_error(file.string() + ", line " + std::to_string(i + 1) +
                             ": write section, letter (answer, review or notice) and a passage with {{stance:citation}}, parted by tabs");
        read(*passage);
      }
    }
    return success();
  }

  Status read_folder(const fs::path& folder) {
    const Result<LabelledPlaces> labelled = LabelledPlaces::read(folder);
    if (!labelled) return labelled.error();
    const Result<std::vector<Letter>> letters = read_letters(folder);
    if (!letters) return letters.error();
    for (const Letter& letter : *letters)
      if (Status done = read(letter, *labelled); !done) return done.error();
    return success();
  }

  std::vector<ClaimExample> run() && { return std::move(examples_); }

 private:
  // The first place that understanding reads at each label is learnt.
  void read(const Passage& passage) {
    const auto [before, after] = surroundings(passage);
    std::vector<bool> found(passage.labels.size());
    each_place(before + passage.text + after, reference_, [&](const CitedPlace& place, understand::Span where) {
      for (std::size_t i = 0; i < passage.labels.size(); ++i) {
        const Passage::Label& label = passage.labels[i];
        const bool here = where.start < before.size() + label.end && where.end > before.size() + label.start;
        if (!here || found[i]) continue;
        found[i] = true;
        examples_.push_back({{}, claim_features(place), label.stance, 1});
        return;
      }
    });
  }

  Status read(const Letter& letter, const LabelledPlaces& labelled) {
    const std::string words = words_of_letter(letter);
    Status status = success();
    each_place(words, reference_, [&](const CitedPlace& place, understand::Span where) {
      const std::string excerpt = excerpt_of(words, where);
      if (const std::optional<Stance> stance = labelled.stance(letter.name, excerpt))
        examples_.push_back({letter.name, claim_features(place), *stance, kLetterWeight});
      else if (status)
        status = usage_error(letter.name + " cites a ground that places.tsv has no label for: " + excerpt);
    });
    return status;
  }

  const Reference& reference_;
  std::vector<ClaimExample> examples_;
};

}  // namespace

Result<ClaimExamples> ClaimExamples::read(const ClaimTexts& texts, const Reference& reference) {
  Reader reader(reference);
  if (Status read = reader.read_passages(texts.passages); !read) return read.error();
  for (const fs::path& folder : texts.letters)
    if (Status read = reader.read_folder(folder); !read) return read.error();
  return ClaimExamples(std::move(reader).run());
}

std::string ClaimExamples::table(const std::set<std::string>& without) const {
  std::vector<const ClaimExample*> learnt;
  std::map<std::string, std::size_t> counts;
  for (const ClaimExample& example : examples_) {
    if (without.contains(example.letter)) continue;
    learnt.push_back(&example);
    for (const auto& [name, value] : example.features) ++counts[name];
  }
  WeightsTable table{.heading = "stance", .classes = {}, .features = {}, .penalty = kPenalty, .least = kLeastWeight};
  for (std::string_view name : understand::kStanceNames) table.classes.emplace_back(name);
  for (const auto& [name, count] : counts)
    if (count >= kLeastPlaces) table.features.emplace(name, static_cast<std::uint32_t>(table.features.size()));
  std::vector<Example> examples;
  for (const ClaimExample* one : learnt)
    examples.push_back(example_of(one->features, static_cast<std::size_t>(one->stance), one->weight, table));
  return fit_table(examples, table);
}

Result<std::string> unlabelled_places(const fs::path& folder, const Reference& reference) {
  const Result<std::vector<Letter>> letters = read_letters(folder);
  if (!letters) return letters.error();
  const Result<LabelledPlaces> labelled = LabelledPlaces::read(folder);
  if (!labelled) return labelled.error();
  std::string out = "letter\tstance\tplace\n";
  for (const Letter& letter : *letters) {
    const std::string words = words_of_letter(letter);
    each_place(words, reference, [&](const CitedPlace&, understand::Span where) {
      const std::string excerpt = excerpt_of(words, where);
      if (!labelled->stance(letter.name, excerpt)) out += letter.name + "\t?\t" + excerpt + '\n';
    });
  }
  return out;
}

}  // namespace foi::corpus
