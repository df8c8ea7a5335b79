#include "indexer/understand/ground_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "indexer/understand/citation_levels.h"
#include "indexer/understand/made_once.h"

namespace foi::understand {

namespace {

constexpr std::size_t kStandings = kStandingNames.size();
// From these likelihoods on the rules are overruled: to claim what they do not, or claim otherwise; to say that a ground stands which only
// the requester names, or on which a review says no more; in an answer, that one fell ("we refused …" tells as past what is done in it) or
// that one stands which they read to be left; in a decision, what they do not claim; and that one is not claimed, which takes the least: a
// wrong claim is worse than a missing one. By cross-validation little is gained by asking more than kClaimed; the higher limits cost little
// there and are for plain words.
constexpr double kClaimed = 0.5, kStandsThoughAsked = 0.8, kStandsThoughLeft = 0.8, kFellInAnswer = 0.8, kStandsAfterAll = 0.8,
                 kClaimedUnread = 0.6, kUnclaimed = 0.4;
// A review tells most of what fell where it cites it: what is only likely by the letter as a whole takes more. Of the letters learnt from
// half of the grounds fell, of those that are published few.
constexpr double kSaidToFall = 0.3, kFellUnsaid = 0.8;
// And to say that it fell otherwise than they read.
constexpr double kFall = 0.5;

bool only_requester_names(const GroundRead& ground) {
  return std::ranges::all_of(ground.mentions, [](MentionRole role) { return role == MentionRole::kRequester; });
}

double least_likelihood(const GroundRead& ground, Standing standing, const RoleContext& context) {
  if (standing == Standing::unclaimed) return kUnclaimed;
  const double claimed = context.is_notice() ? kClaimedUnread : kClaimed;
  if (standing == Standing::fell) return context.decides() ? claimed : kFellInAnswer;
  if (ground.ruled == Standing::fell) return context.decides() ? claimed : kStandsAfterAll;
  if (ground.left) return kStandsThoughLeft;
  if (only_requester_names(ground)) return kStandsThoughAsked;
  return context.decides() ? kClaimedUnread : kClaimed;
}

std::string number_of(auto value) { return std::to_string(static_cast<int>(value)); }

template <class T>
std::vector<T> each_once(std::vector<T> values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

class FeatureMaker {
 public:
  FeatureMaker(std::span<const GroundRead> all, std::size_t which, const RoleContext& context)
      : all_(all), ground_(all[which]), context_(context), who_(context.decides() ? "decides" : "answers") {}

  Features run() && {
    ruled();
    for (std::size_t i = 0; i < ground_.places.size(); ++i) read(by_standing(ground_.places[i], context_), i);
    places();
    kin();
    law();
    others();
    told();
    return std::move(features_);
  }

 private:
  void add(std::string name, double value = 1) { features_.emplace_back(std::move(name), value); }

  void ruled() {
    // What is left open is not left out: nothing is learnt from it of what the rules pass over.
    const std::string name(ground_.left ? "left" : kStandingNames[static_cast<std::size_t>(ground_.ruled)]);
    add("ruled:" + name);
    add("ruled:" + name + '/' + who_);
    if (!ground_.rule.empty()) {
      add("rule:" + ground_.rule);
      add("sure:" + name, ground_.confidence);
    }
    if (context_.kind != Kind::kResponse && context_.kind != Kind::kInternalReview) add("kind:" + number_of(context_.kind));
    for (SectionKind kind : each_once(ground_.sections)) add("section:" + number_of(kind));
    for (MentionRole role : each_once(ground_.mentions)) {
      add("mention:" + number_of(role));
      if (ground_.rule.empty()) add("only-mention:" + number_of(role));
    }
    if (ground_.aside) add("aside");
    add("class:" + number_of(ground_.code_class));
  }

  void read(const OfStanding& likely, std::size_t place) {
    for (std::size_t i = 0; i < kStandings; ++i) {
      most_[i] = std::max(most_[i], likely[i]);
      mean_[i] += likely[i] / static_cast<double>(ground_.places.size());
      if (place + 1 == ground_.places.size()) last_[i] = likely[i];
    }
  }

  void places() {
    if (ground_.places.empty()) {
      add("no-place");
      return;
    }
    const std::string ruled = number_of(ground_.ruled);
    for (std::size_t i = 0; i < kStandings; ++i) {
      const std::string name(kStandingNames[i]);
      add("most:" + name, likelihood_on_scale(most_[i]));
      add("most:" + name + '/' + who_, likelihood_on_scale(most_[i]));
      add("most:" + name + "/ruled-" + ruled, likelihood_on_scale(most_[i]));
      add("mean:" + name, likelihood_on_scale(mean_[i]));
      add("last:" + name, likelihood_on_scale(last_[i]));
      add("last:" + name + '/' + who_, likelihood_on_scale(last_[i]));
    }
    for (std::size_t i = 0; i < kStanceNames.size(); ++i) {
      double most = 0;
      for (const std::vector<double>& stances : ground_.places) most = std::max(most, stances[i]);
      add("stance:" + std::string(kStanceNames[i]), likelihood_on_scale(most));
    }
    if (ground_.places.size() == 1) add("one-place");
    add("places", std::log1p(static_cast<double>(ground_.places.size())));
  }

  // In a letter that relies on the Regulations, a section of the Act is mostly named to say that it is not meant.
  void law() {
    const auto law_of = [](const GroundRead& ground) { return std::string_view(ground.id).substr(0, ground.id.find('-')); };
    const auto relied_on = [&](const GroundRead& other) { return other.ruled == Standing::stands; };
    const bool other_law =
        std::ranges::any_of(all_, [&](const GroundRead& other) { return relied_on(other) && law_of(other) != law_of(ground_); });
    const bool same_law = std::ranges::any_of(
        all_, [&](const GroundRead& other) { return &other != &ground_ && relied_on(other) && law_of(other) == law_of(ground_); });
    if (other_law) add(same_law ? "both-laws" : "other-law");
    if (other_law && ground_.rule.empty()) add("other-law/unruled");
  }

  // "Section 43 … section 43(2)": what is said of the other level.
  void kin() {
    const auto most_of = [&](auto related, Standing standing) {
      std::optional<double> most;
      for (const GroundRead& other : all_)
        if (related(other))
          for (const std::vector<double>& stances : other.places)
            most = std::max(most.value_or(0), by_standing(stances, context_)[static_cast<std::size_t>(standing)]);
      return most;
    };
    const auto finer = [&](const GroundRead& other) { return is_part_of(other.id, ground_.id); };
    const auto coarser = [&](const GroundRead& other) { return is_part_of(ground_.id, other.id); };
    if (const auto most = most_of(finer, Standing::stands)) {
      add("finer");
      add("finer-stands", likelihood_on_scale(*most));
    }
    if (!most_of(coarser, Standing::stands)) return;
    add("coarser");
    for (Standing standing : {Standing::stands, Standing::fell, Standing::unclaimed})
      add("coarser-" + std::string(kStandingNames[static_cast<std::size_t>(standing)]), likelihood_on_scale(*most_of(coarser, standing)));
  }

  // One that is alone in a letter which refuses something is what it refuses by; one among many that stand may be a mere aside.
  void others() {
    std::size_t stand = 0, fell = 0;
    double most = 0, sum = 0;
    for (const GroundRead& other : all_) {
      if (&other == &ground_) continue;
      stand += other.ruled == Standing::stands ? 1 : 0;
      fell += other.ruled == Standing::fell ? 1 : 0;
      const double likely = likeliest_to_stand(other);
      most = std::max(most, likely);
      sum += likely;
    }
    const std::size_t count = all_.size() - 1;
    add("others", std::log1p(static_cast<double>(count)));
    if (stand == 0 && ground_.ruled != Standing::stands) add("none-stands");
    if (&all_.front() == &ground_) add("first");
    if (&all_.back() == &ground_) add("last");
    if (count == 0) return add("alone");
    add("others-stand", std::log1p(static_cast<double>(stand)));
    add("others-fell", std::log1p(static_cast<double>(fell)));
    add("others-most", likelihood_on_scale(most));
    add("others-mean", likelihood_on_scale(sum / static_cast<double>(count)));
    if (most_[static_cast<std::size_t>(Standing::stands)] >= most) add("likeliest");
  }
  // How the letter ends by all its words.
  void told() {
    for (std::size_t i = 0; i < context_.told.size(); ++i)
      add("told:" + std::string(names<Outcome>()[i]), likelihood_on_scale(context_.told[i]));
  }
  double likeliest_to_stand(const GroundRead& ground) const {
    double most = 0;
    for (const std::vector<double>& stances : ground.places)
      most = std::max(most, by_standing(stances, context_)[static_cast<std::size_t>(Standing::stands)]);
    return most;
  }

  std::span<const GroundRead> all_;
  const GroundRead& ground_;
  const RoleContext& context_;
  std::string who_;
  OfStanding most_{}, mean_{}, last_{};
  Features features_;
};

// A section without a part, which the rules take for no claim, is as often one of another Act, or of the leaflet: no likelihood makes it
// one that was claimed, nor one that was thought of and left unless the letter says that it plays no part.
bool is_no_claim(const GroundRead& ground, Standing standing) {
  const bool bare = std::ranges::count(ground.id, '-') == 1;
  if (ground.ruled != Standing::unclaimed || standing == Standing::unclaimed) return false;
  return standing == Standing::stands ? bare || ground.aside : bare && !ground.aside;
}

Stance likeliest(const GroundRead& ground, Standing standing, const RoleContext& context) {
  Stance best = Stance::explained;
  double most = -1;
  for (const std::vector<double>& stances : ground.places)
    for (std::size_t i = 0; i < stances.size(); ++i)
      if (standing_of(static_cast<Stance>(i), context) == standing && stances[i] > most) {
        most = stances[i];
        best = static_cast<Stance>(i);
      }
  return best;
}

std::pair<std::size_t, double> most_likely(const std::vector<double>& likelihoods) {
  const auto most = std::ranges::max_element(likelihoods);
  return {static_cast<std::size_t>(most - likelihoods.begin()), *most};
}

// The words of one of its places say that it fell.
bool is_said_to_fall(const GroundRead& ground) {
  return std::ranges::any_of(ground.places, [](const std::vector<double>& stances) {
    return std::ranges::any_of(kFalls, [&](Stance fall) { return stances[static_cast<std::size_t>(fall)] >= kSaidToFall; });
  });
}

// The likeliest standing where it overrules the rules, else theirs.
Standing settled(const GroundRead& ground, const std::vector<double>& likelihoods, const RoleContext& context) {
  const auto [best, likely] = most_likely(likelihoods);
  const auto standing = static_cast<Standing>(best);
  if (likely < least_likelihood(ground, standing, context)) return ground.ruled;
  // What is read to be decided of a ground is not turned round: it may be said where the ground is not cited, and the places that cite it
  // tell the first answer. Notices decide in set phrases, which the rules know.
  if (context.is_notice() && ground.ruled != Standing::unclaimed) return ground.ruled;
  // What a notice has no need to decide did not fall in it.
  if (context.is_notice() && (ground.left || ground.left_open) && standing == Standing::fell) return ground.ruled;
  if (context.review && standing == Standing::stands && ground.rule == "decision-overturns") return ground.ruled;
  if (context.review && standing == Standing::fell && ground.rule == "decision-upholds") return ground.ruled;
  if (context.review && standing == Standing::fell && likely < kFellUnsaid && !is_said_to_fall(ground)) return ground.ruled;
  if (is_no_claim(ground, standing)) return ground.ruled;
  if (standing == Standing::stands && !context.answers()) return ground.ruled;
  return standing;
}

}  // namespace

Features ground_features(std::span<const GroundRead> all, std::size_t which, const RoleContext& context) {
  return FeatureMaker(all, which, context).run();
}

Features fall_features(Features features, const GroundRead& ground) {
  features.emplace_back("as:" + std::string(ground.status ? name_of(*ground.status) : "none"), 1);
  return features;
}

std::array<std::string_view, kFalls.size()> fall_names() {
  std::array<std::string_view, kFalls.size()> names;
  std::ranges::transform(kFalls, names.begin(), [](Stance fall) { return kStanceNames[static_cast<std::size_t>(fall)]; });
  return names;
}

GroundModel::GroundModel(const Reference& reference)
    : standings_(weights_of(reference.standings, kStandingNames)),
      falls_(weights_of(reference.standings, fall_names())),
      learnt_(!reference.standings.empty()) {}

std::optional<GroundVerdict> GroundModel::settle(std::span<const GroundRead> all, std::size_t which, const RoleContext& context) const {
  const GroundRead& ground = all[which];
  if (!learnt_ || ground.places.empty()) return std::nullopt;
  Features features = ground_features(all, which, context);
  const std::vector<double> standings = standings_.likelihoods(standings_.known(features));
  const Standing standing = settled(ground, standings, context);
  const double likelihood = standings[static_cast<std::size_t>(standing)];
  const bool as_ruled = standing == ground.ruled;
  // How one fell in a notice is said in set phrases, which the rules know.
  if (standing != Standing::fell || context.is_notice()) {
    if (as_ruled) return std::nullopt;
    return GroundVerdict{standing, likeliest(ground, standing, context), likelihood};
  }
  const auto [fall, likely] = most_likely(falls_.likelihoods(falls_.known(fall_features(std::move(features), ground))));
  // "We no longer rely on it" is not turned round either.
  const bool given_up = ground.rule == "decision-withdraws";
  if (as_ruled && (given_up || likely < kFall || status_of(kFalls[fall], context.stage()) == ground.status)) return std::nullopt;
  return GroundVerdict{standing, kFalls[fall], likelihood * likely};
}

std::shared_ptr<const GroundModel> ground_model(const Reference& reference) { return made_of<GroundModel>(reference); }

}  // namespace foi::understand
