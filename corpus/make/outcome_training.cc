#include "corpus/make/outcome_training.h"

#include <map>
#include <optional>
#include <utility>

#include "corpus/make/claim_places.h"
#include "corpus/make/sample.h"
#include "corpus/make/turns.h"
#include "corpus/make/weights_table.h"
#include "indexer/understand/outcome.h"
#include "indexer/understand/outcome_model.h"
#include "indexer/understand/outcome_words.h"

namespace foi::corpus {
namespace {

namespace fs = std::filesystem;
using understand::Features;

// What is learnt of words, and of what was read: penalties by cross-validation; features of fewer letters than this are chance; weights
// that are smaller, in hundredths, are left out of the table.
constexpr double kWordsPenalty = 0.07, kReadPenalty = 2;
constexpr std::size_t kLeastLettersOfWord = 10, kLeastLettersOfRead = 3;
constexpr long kLeastWeightOfWord = 33, kLeastWeightOfRead = 1;

struct Taught {
  const Features* features;
  Outcome outcome;
};

std::string learn(const std::vector<Taught>& letters, double penalty, std::size_t least_letters, long least_weight) {
  std::map<std::string, std::size_t> counts;
  for (const Taught& letter : letters)
    for (const auto& [name, value] : *letter.features) ++counts[name];
  WeightsTable table{.heading = "outcome", .classes = {}, .features = {}, .penalty = penalty, .least = least_weight};
  for (std::string_view name : names<Outcome>()) table.classes.emplace_back(name);
  for (const auto& [name, count] : counts)
    if (count >= least_letters) table.features.emplace(name, static_cast<std::uint32_t>(table.features.size()));
  std::vector<Example> examples;
  for (const Taught& letter : letters) examples.push_back(example_of(*letter.features, static_cast<std::size_t>(letter.outcome), 1, table));
  return fit_table(examples, table);
}

std::optional<Outcome> outcome_of(const Letter& letter) { return parse_name<Outcome>(letter.at("outcome")); }

// All that the rules read of how the letter ends.
Features read(const Letter& letter, const Reference& reference) {
  Features features;
  with_letter(words_of_letter(letter), reference, [&](const understand::RoleContext& context, understand::LawOfLetter law, auto review) {
    const understand::Citations citations = find_citations(context, law, review, reference);
    if (review) review = settle_review(*review, citations.exemptions);
    const std::vector<QuestionOutcome> questions = outcomes_of_questions(context, citations);
    const Outcome ruled = outcome_of_document(context, questions, citations, review, reference);
    features = understand::outcome_features({ruled, context.kind, review.has_value(), questions, citations.exemptions, context.told});
  });
  return features;
}

}  // namespace

Result<OutcomeExamples> OutcomeExamples::read(const std::vector<fs::path>& folders) {
  OutcomeExamples examples;
  for (const fs::path& folder : folders) {
    const Result<std::vector<Letter>> letters = read_letters(folder);
    if (!letters) return letters.error();
    for (const Letter& letter : *letters)
      if (const std::optional<Outcome> outcome = outcome_of(letter))
        examples.seen_.push_back({letter.name, understand::words_and_pairs(understand::tokenise(words_of_letter(letter))), *outcome});
  }
  return examples;
}

std::string OutcomeExamples::table(const std::set<std::string>& without) const {
  std::vector<Taught> letters;
  for (const Seen& seen : seen_)
    if (!without.contains(seen.letter)) letters.push_back({&seen.features, seen.outcome});
  return learn(letters, kWordsPenalty, kLeastLettersOfWord, kLeastWeightOfWord);
}

Result<std::string> train_outcomes(const fs::path& folder, const std::vector<fs::path>& told) {
  const Result<std::vector<Letter>> letters = read_letters(folder);
  if (!letters) return letters.error();
  const Result<OutcomeExamples> words = OutcomeExamples::read(told);
  if (!words) return words.error();
  std::vector<std::pair<Features, Outcome>> seen;
  for (const Turn& turn : turns_of(*letters)) {
    const std::string weights = words->table(turn.names);
    ReferenceTexts texts = builtin_reference_texts();
    texts["outcome_words.tsv"] = weights;
    const Result<Reference> others = parse_reference(texts);
    if (!others) return others.error();
    for (const Letter* letter : turn.letters)
      if (const std::optional<Outcome> outcome = outcome_of(*letter)) seen.emplace_back(corpus::read(*letter, *others), *outcome);
  }
  std::vector<Taught> taught;
  for (const auto& [features, outcome] : seen) taught.push_back({&features, outcome});
  return learn(taught, kReadPenalty, kLeastLettersOfRead, kLeastWeightOfRead);
}

}  // namespace foi::corpus
