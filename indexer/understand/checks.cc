#include <algorithm>
#include <string>

#include "indexer/understand/cues.h"
#include "indexer/understand/outcome.h"

namespace foi::understand {

namespace {

constexpr CueTable kForDisclosure = {"favour of disclosure",
                                     "favour of disclosing",
                                     "favour of release",
                                     "favour of releasing",
                                     "favouring disclosure",
                                     "favour disclosure",
                                     "favouring release",
                                     "transparency",
                                     "transparent",
                                     "accountability",
                                     "accountable",
                                     "openness",
                                     "interest in disclosure",
                                     "interest in disclosing",
                                     "arguments for disclosure",
                                     "interest in knowing",
                                     "factors for",
                                     "for disclosure",
                                     "public debate",
                                     "public understanding"};
constexpr CueTable kTest = {"public interest test", "public interest in", "balance of the public interest", "balancing the public interest",
                            "public interest factors"};
constexpr CueTable kAdvice = {"section 16",
                              "s.16",
                              "s16",
                              "advice and assistance",
                              "refine",
                              "refining",
                              "narrow",
                              "narrowing",
                              "reduce the scope",
                              "reducing the scope",
                              "narrower",
                              "within the limit",
                              "regulation 9",
                              "resubmit"};
constexpr CueTable kReviewWords = {"internal review",          "complain", "complaint", "complaints",
                                   "information commissioner", "appeal",   "review of"};
// The limit itself is no estimate.
constexpr std::string_view kLimits[] = {"18", "24", "20"};

// The first day on which the Regulations of 2015 had taken the place of those of 2005.
constexpr Date kReuse2015{std::chrono::year{2015}, std::chrono::July, std::chrono::day{18}};

class Checker {
 public:
  Checker(const RoleContext& context, const Citations& citations, std::optional<Date> responded, const Reference& reference)
      : context_(context), citations_(citations), responded_(responded), reference_(reference) {
    for (const FoundCitation& c : citations.exemptions)
      if (stands(c.status)) standing_.push_back(&c);
  }

  std::vector<Check> run() {
    if (!standing_.empty()) {
      public_interest();
      if (claims("foia-36") && !says("qualified person")) add(Check::kNoQualifiedPerson);
      if (claims("foia-12") || claims("foisa-12")) cost();
      if (citations_.title_mismatch) add(Check::kNumberTitleMismatch);
      repealed();
      const bool answers = context_.kind == Kind::kResponse || context_.kind == Kind::kRefusalNotice;
      if (answers && !says_any(kReviewWords)) add(Check::kNoReviewRights);
    }
    std::ranges::sort(checks_);
    return checks_;
  }

 private:
  void add(Check check) { checks_.push_back(check); }
  // Anywhere in the letter: answers are typed between questions too, and a check says only what is not found.
  bool says(std::string_view words) const { return has_phrase(context_.text.lower, words); }
  template <std::size_t N>
  bool says_any(const CueTable<N>& words) const {
    return context_.text.has_any(words);
  }

  bool claims(std::string_view section) const {
    return std::ranges::any_of(standing_, [&](const FoundCitation* c) {
      return c->id.starts_with(section) && (c->id.size() == section.size() || c->id[section.size()] == '-');
    });
  }

  void public_interest() {
    const bool qualified = std::ranges::any_of(standing_, [&](const FoundCitation* c) {
      const ExemptionInfo* info = reference_.exemption(c->id);
      return info != nullptr && info->qualified && class_of(*info) == CodeClass::ground;
    });
    if (!qualified) return;
    if (!says("public interest")) return add(Check::kNoPublicInterestTest);
    if (says_any(kTest) && !says_any(kForDisclosure)) add(Check::kOneSidedPublicInterestTest);
  }

  void cost() {
    if (!has_estimate()) add(Check::kNoCostEstimate);
    if (!says_any(kAdvice)) add(Check::kNoAdviceAndAssistance);
  }

  // A number of hours, minutes or records beside the limit: "would take 46 hours".
  bool has_estimate() const {
    const std::string_view s = context_.text.lower;
    for (std::string_view unit : {" hours", " hour", " minutes", " minute", " records", " files", " cases"}) {
      int hits = 0;
      for (std::size_t at = s.find(unit); at != std::string_view::npos && hits < 200; at = s.find(unit, at + 1), ++hits) {
        std::size_t start = at;
        while (start > 0 && ((s[start - 1] >= '0' && s[start - 1] <= '9') || s[start - 1] == ',')) --start;
        const std::string_view number = s.substr(start, at - start);
        if (!number.empty() && std::ranges::find(kLimits, number) == std::end(kLimits)) return true;
      }
    }
    return false;
  }

  // Law no longer in force on the letter's date.
  void repealed() {
    if (!responded_) return;
    bool old = std::ranges::any_of(standing_, [&](const FoundCitation* c) {
      const ExemptionInfo* info = reference_.exemption(c->id);
      return info != nullptr && info->to && *info->to < *responded_;
    });
    static constexpr CueTable reuse = {"public sector information regulations 2005", "public sector information regulations (2005)"};
    old = old || (*responded_ >= kReuse2015 && says_any(reuse));
    if (old) add(Check::kRepealedLaw);
  }

  const RoleContext& context_;
  const Citations& citations_;
  std::optional<Date> responded_;
  const Reference& reference_;
  std::vector<const FoundCitation*> standing_;
  std::vector<Check> checks_;
};

}  // namespace

std::vector<Check> find_checks(const RoleContext& context, const Citations& citations, std::optional<Date> responded,
                               const Reference& reference) {
  return Checker(context, citations, responded, reference).run();
}

}  // namespace foi::understand
