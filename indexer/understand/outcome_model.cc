#include "indexer/understand/outcome_model.h"

#include <algorithm>
#include <map>
#include <string>

#include "indexer/understand/answer_outcome.h"
#include "indexer/understand/made_once.h"
#include "indexer/understand/outcome.h"

namespace foi::understand {

namespace {

// From this likelihood on the rules are overruled. Chosen by cross-validation.
constexpr double kLikely = 0.6;

class FeatureMaker {
 public:
  explicit FeatureMaker(const OutcomeRead& read) : read_(read), ruled_(name_of(read.ruled)) {}

  Features run() && {
    add("ruled:" + ruled_);
    add("ruled:" + ruled_ + '/' + std::string(name_of(read_.kind)));
    answers();
    grounds();
    for (std::size_t i = 0; i < read_.told.size(); ++i) add("told:" + std::string(names<Outcome>()[i]), likelihood_on_scale(read_.told[i]));
    return {features_.begin(), features_.end()};
  }

 private:
  void add(std::string name, double value = 1) { features_.emplace(std::move(name), value); }

  void answers() {
    const auto all = static_cast<double>(read_.questions.size());
    std::map<std::string_view, double> counts;
    for (QuestionOutcome outcome : read_.questions) ++counts[name_of(outcome)];
    for (const auto& [name, count] : counts) {
      add("answer:" + std::string(name));
      add("answers:" + std::string(name), count / all);
    }
  }

  // What grounds of its kind do to a request, and whether any stands and any fell.
  void grounds() {
    bool stand = false, fell = false;
    for (const FoundCitation& ground : read_.grounds) {
      const bool holds = stands(ground.status);
      (holds ? stand : fell) = true;
      add((holds ? "stands:" : "fell:") + std::string(name_of(outcome_of_ground({ground.id}))));
      add("status:" + std::string(name_of(ground.status)));
    }
    add("ruled:" + ruled_ + (stand ? "/stands" : "") + (fell ? "/fell" : ""));
  }

  const OutcomeRead& read_;
  std::string ruled_;
  std::map<std::string, double> features_;
};

// Every question that applies is withheld.
bool answers_nothing(const OutcomeRead& read) {
  return !read.questions.empty() && std::ranges::all_of(read.questions, [](QuestionOutcome outcome) {
    return outcome == QuestionOutcome::kWithheld || outcome == QuestionOutcome::kNotApplicable;
  });
}
// Nothing is said of whether any of it is held.
bool confirms_nothing(const OutcomeRead& read) {
  return !read.questions.empty() &&
         std::ranges::all_of(read.questions, [](QuestionOutcome outcome) { return outcome == QuestionOutcome::kNcnd; });
}
bool withholds(const OutcomeRead& read) {
  const bool relies = std::ranges::any_of(read.grounds, [](const FoundCitation& c) { return stands(c.status); });
  return relies && std::ranges::find(read.questions, QuestionOutcome::kWithheld) != read.questions.end();
}

}  // namespace

Features outcome_features(const OutcomeRead& read) { return FeatureMaker(read).run(); }

OutcomeModel::OutcomeModel(const Reference& reference)
    : model_(weights_of(reference.outcomes, names<Outcome>())), learnt_(!reference.outcomes.empty()) {}

std::optional<Outcome> OutcomeModel::settle(const OutcomeRead& read) const {
  if (!learnt_ || read.told.empty() || outcome_of_kind(read.kind)) return std::nullopt;
  const std::vector<double> likely = model_.likelihoods(model_.known(outcome_features(read)));
  const auto best = static_cast<std::size_t>(std::ranges::max_element(likely) - likely.begin());
  const auto outcome = static_cast<Outcome>(best);
  if (outcome == read.ruled || is_of_review(outcome) != read.review || likely[best] < kLikely) return std::nullopt;
  // Words alone never make a full grant of a letter that withholds, nor a grant in part of one that answers no question.
  if (outcome == Outcome::kGrantedInFull && withholds(read)) return std::nullopt;
  if (outcome == Outcome::kPartlyGranted && read.ruled == Outcome::kRefusedInFull && answers_nothing(read)) return std::nullopt;
  if (read.ruled == Outcome::kNcnd && confirms_nothing(read)) return std::nullopt;
  return outcome;
}

std::shared_ptr<const OutcomeModel> outcome_model(const Reference& reference) { return made_of<OutcomeModel>(reference); }

}  // namespace foi::understand
