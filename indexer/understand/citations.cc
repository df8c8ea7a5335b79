#include "indexer/understand/citations.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

#include "indexer/understand/citation_levels.h"
#include "indexer/understand/citation_lines.h"
#include "indexer/understand/citation_raised.h"
#include "indexer/understand/citation_scope.h"
#include "indexer/understand/citation_tenor.h"
#include "indexer/understand/citation_voice.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/decision_forms.h"
#include "indexer/understand/decision_result.h"
#include "indexer/understand/findings.h"
#include "indexer/understand/ground_reading.h"
#include "indexer/understand/inferred.h"
#include "indexer/understand/review_by_name.h"
#include "indexer/understand/review_by_part.h"
#include "indexer/understand/stance.h"

namespace foi::understand {

namespace {

// How many places of one phrase are looked at.
constexpr int kMaxHits = 200;
// How far before what a review adds the first answer is told, in bytes.
constexpr std::size_t kFirstAnswerReach = 3'000;
// A condition stands so near the ground it was cited with, in bytes, or so near if it is said in one breath with it; the id of one that
// names a part has so many hyphens at least.
constexpr std::size_t kConditionGap = 300, kInOneBreath = 12;
constexpr std::ptrdiff_t kPartOfCondition = 3;
// How much of each part of a letter is read for a refusal, in bytes.
constexpr std::size_t kRefusalReach = 8'000;
// So far before a sentence that leaves several grounds together they were named, in bytes.
constexpr std::size_t kLeftTogether = 1'500;

class Collector {
 public:
  Collector(const RoleContext& context, std::optional<ReviewResult> review, const Reference& reference)
      : context_(context), review_(review), reference_(reference) {}

  Citations run(LawOfLetter law) && {
    by_rules(law);
    settle_by_all_places(found_.exemptions, judged_, undecided_, cited_, context_, reference_);
    conditions_follow();
    note_undecided();
    for (const Judged& j : judged_) mention(j);
    scopes().add_blocks(found_.exemptions);
    add_reasons();
    found_.inferred = infer(context_, found_.exemptions, found_.mentioned, law);
    return std::move(found_);
  }

  std::vector<GroundRead> grounds(LawOfLetter law) && {
    by_rules(law);
    return grounds_of(found_.exemptions, judged_, undecided_, context_);
  }

 private:
  void by_rules(LawOfLetter law) {
    const std::shared_ptr<const CitationTable> known = citation_table(reference_);
    const CitationTable& table = *known;
    cited_ = parse_citations(context_.text, table, law);
    std::erase_if(cited_, [&](const CodeCited& c) { return reference_.exemption(c.id) == nullptr; });
    found_.crowded = cited_.size() >= kMaxCodesCited;
    mark_lists(cited_);
    std::vector<Finding> findings;
    if (context_.kind == Kind::kIcoDecision) {
      findings = read_findings(context_.text, table);
      mark_provisions(cited_, context_.text);
      // What a line sums up is read there, not by the words round it.
      for (const Finding& finding : findings)
        for (CodeCited& c : cited_) c.listed = c.listed || finding.place.contains(c.span.start);
    }
    judge();
    leave_all_together();
    for (const Judged& j : judged_)
      if (j.role.claim) claim(j);
    claim_only_ground();
    claim_gateway();
    settle_review();
    if (context_.is_notice()) settle_by_decision(found_.exemptions, read_decision(context_.text, places_of_grounds()), context_);
    leave_open();
    for (const Finding& finding : findings) settle_finding(finding);
    leave_undecided();
    leave_limbs(found_.exemptions, context_);
    cite_finer(found_.exemptions, judged_);
    drop_parents(found_.exemptions, context_);
  }

  void judge() {
    const std::vector<Role> roles = roles_of(cited_, reference_, context_);
    for (std::size_t i = 0; i < cited_.size(); ++i)
      judged_.push_back({&cited_[i], reference_.exemption(cited_[i].id), roles[i], context_.text.original(cited_[i].span)});
  }

  // "(a) Section 36(2)(c). … (b) Section 42(1). … So nothing has been kept from you under any of these.": what only its place claims.
  void leave_all_together() {
    if (context_.decides()) return;
    const std::string_view lower = context_.text.lower;
    static constexpr std::string_view words[] = {"these", "them", "those", "neither", "none"};
    if (judged_.empty() || !has_any(lower.substr(judged_.front().cited->span.end), words)) return;
    for (std::size_t i = 0; i < judged_.size(); ++i) {
      const std::size_t from = judged_[i].cited->span.end;
      const std::size_t to = std::min(i + 1 < judged_.size() ? judged_[i + 1].cited->span.start : lower.size(), from + kLeftTogether);
      for (std::size_t at = from; at < to;) {
        const Span sentence = sentence_at(context_.text, {at, at + 1});
        if (sentence.start >= from && leaves_every_ground(context_.text.lower_view(sentence)) && !is_of_other_law(from, sentence.start))
          leave_those_before(i, sentence.start);
        at = std::max(sentence.end, at) + 1;
      }
    }
  }
  // "Carers have plans under section 6 of the Carers (Scotland) Act. Nothing was withheld on account of any of those.": between the last
  // ground and a place its own paragraph names sections, and they are none of the grounds.
  bool is_of_other_law(std::size_t from, std::size_t at) const {
    static constexpr std::string_view units[] = {"section", "sections", "regulation", "regulations", "article", "articles"};
    const std::size_t start = std::max(from, paragraph_start(context_.text, at, kLeftTogether));
    return start < at && has_any(context_.text.lower_view({start, at}), units);
  }
  void leave_those_before(std::size_t last, std::size_t at) {
    for (std::size_t i = 0; i <= last; ++i) {
      Judged& j = judged_[i];
      const bool placed = j.role.claim && stands(*j.role.claim) && j.role.confidence < kInWords;
      if (!placed || j.cited->span.end + kLeftTogether < at) continue;
      j.role.claim = CitationStatus::kConsideredNotApplied;
      j.role.rule = "left-together";
    }
  }

  void claim(const Judged& j) {
    auto& all = found_.exemptions;
    auto at = std::ranges::find_if(all, [&](const FoundCitation& c) { return c.id == j.info->id; });
    if (at == all.end()) at = all.insert(all.end(), FoundCitation{j.info->id, *j.role.claim, j.role.stage, {}, {}, 0, {}});
    FoundCitation& c = *at;
    // A review's word outranks the answer it reviews; among equals the surer word counts, and what is applied anywhere is applied.
    const bool outranks = j.role.stage > c.stage || (j.role.stage == c.stage && better(*j.role.claim, j.role.confidence, c));
    if (c.places.empty() || outranks) {
      c.status = *j.role.claim;
      c.stage = j.role.stage;
      c.confidence = j.role.confidence;
      c.rule = j.role.rule;
    }
    note_fate(j);
    add_place(c.places, j.place);
    scopes().add(c, *j.cited, j.place);
    if (j.cited->title_mismatch) found_.title_mismatch = true;
    if (j.cited->malformed) c.confidence = std::min(c.confidence, 0.6);
  }

  // A letter that refuses, and tells the law of one ground only, refuses by it.
  void claim_only_ground() {
    const bool answers = context_.kind == Kind::kResponse || context_.kind == Kind::kRefusalNotice;
    if (!answers || context_.decides() || !found_.exemptions.empty()) return;
    const auto told = [&](const Judged& j) {
      const SectionKind kind = section_at(context_.sections, j.place.start);
      return !j.role.claim && !j.role.aside && !j.role.barred && j.role.mention == MentionRole::kExplained &&
             class_of(*j.info) == CodeClass::ground && (kind == SectionKind::response || kind == SectionKind::exemption_reasons);
    };
    std::string section;
    for (const Judged& j : judged_) {
      if (!told(j)) continue;
      if (!section.empty() && section != section_of(j.info->id)) return;
      section = section_of(j.info->id);
    }
    if (section.empty() || !refuses(section)) return;
    for (Judged& j : judged_) {
      if (!told(j)) continue;
      j.role = {CitationStatus::kApplied, Stage::kResponse, MentionRole::kExplained, 0.55, "only-ground"};
      claim(j);
    }
  }
  // Whether the letter says in its own voice that it does not comply, and speaks of the ground's own matter.
  bool refuses(std::string_view section) const {
    bool refused = false, of_matter = false;
    for (const Section& s : context_.sections) {
      if (s.kind != SectionKind::response && s.kind != SectionKind::exemption_reasons) continue;
      const Span part = context_.text.repaired(Span{s.start, std::min(s.end, s.start + kRefusalReach)});
      for (std::size_t at = part.start; at < part.end;) {
        const Span sentence = sentence_at(context_.text, {at, at + 1});
        const std::string_view words = context_.text.lower_view(sentence);
        const bool cites = std::ranges::any_of(cited_, [&](const CodeCited& c) { return sentence.contains(c.span.start); });
        of_matter = of_matter || (!cites && speaks_of_ground(section, words));
        refused = refused ||
                  (!cites && !is_conditional(words) && !is_reported(words) && std::ranges::any_of(acts_in(words), [](const Said& said) {
                    return said.act == Act::kApplies && said.own && !said.past;
                  }));
        at = std::max(sentence.end, at) + 1;
      }
    }
    return refused && of_matter;
  }

  // Section 39 takes a request over to the Regulations: told as the law, it is relied on where their exceptions are.
  void claim_gateway() {
    const bool taken_over = std::ranges::any_of(found_.exemptions, [](const FoundCitation& c) {
      return (c.id.starts_with("eir-") || c.id.starts_with("eisr-")) && stands(c.status);
    });
    if (!taken_over || context_.decides()) return;
    for (Judged& j : judged_) {
      const bool gateway = j.info->id.starts_with("foia-39") || j.info->id.starts_with("foisa-39-2");
      if (!gateway || j.role.claim || j.role.mention != MentionRole::kExplained) continue;
      j.role = {CitationStatus::kApplied, Stage::kResponse, MentionRole::kExplained, 0.6, "gateway"};
      claim(j);
    }
  }
  // All that a decision says of a ground, for one that is upheld for some of it only.
  struct Fates {
    bool upheld = false, overturned = false, releases = false, added = false, own = false;
  };
  void note_fate(const Judged& j) {
    if (j.role.stage == Stage::kResponse) {
      first_answer_.push_back(j.info->id);
      return;
    }
    Fates& f = fates_[j.info->id];
    const bool firm = j.role.stage == Stage::kReview || j.role.confidence >= kInWords;
    f.upheld = f.upheld || (firm && *j.role.claim == CitationStatus::kUpheld && (j.role.kept || j.role.rule != "decision-applies"));
    f.own = f.own || j.role.rule != "decision-applies";
    f.overturned = f.overturned || (firm && *j.role.claim == CitationStatus::kOverturned);
    f.releases = f.releases || j.role.releases;
    f.added = f.added || j.role.added;
  }

  // In an answer, what is applied anywhere in so many words is applied, and where it stands alone says less than a word against it. Among
  // decisions the surer counts.
  static bool better(CitationStatus status, double confidence, const FoundCitation& c) {
    if (c.stage == Stage::kResponse && stands(status) != stands(c.status)) {
      const double applied = stands(status) ? confidence : c.confidence;
      return (applied >= kInWords) == stands(status);
    }
    return confidence > c.confidence;
  }

  // What a review decided of "section 31" it decided of 31(1)(a); what it does not name goes with its result. A ground it relies on that
  // the first answer did not have is added; one of the first answer is upheld.
  void settle_review() {
    if (!context_.decides()) return;
    const std::vector<FoundCitation> before = found_.exemptions;
    const auto first_had = [&](const FoundCitation& c) {
      return std::ranges::any_of(first_answer_, [&](const std::string& id) { return related(id, c.id); }) || named_before(c);
    };
    for (FoundCitation& c : found_.exemptions) {
      if (c.stage != Stage::kResponse) {
        const FoundCitation* section = undone_section(before, c);
        section != nullptr ? take_decision(c, *section) : settle_decided(c, first_had(c));
        continue;
      }
      const auto decided = std::ranges::find_if(
          before, [&](const FoundCitation& d) { return d.stage != Stage::kResponse && d.id != c.id && related(d.id, c.id); });
      if (decided != before.end())
        take_decision(c, *decided);
      else if (review_ && stands(c.status) && result_tells_of(c))
        by_result(c);
    }
    settle_by_part(found_.exemptions, context_, judged_);
    settle_by_name(found_.exemptions, context_, judged_);
    // What should have been relied on instead takes the place of what was.
    const bool substituted = std::ranges::any_of(found_.exemptions, [](const FoundCitation& c) { return c.rule == "decision-adds"; });
    for (FoundCitation& c : found_.exemptions)
      if (substituted && c.stage == Stage::kResponse && stands(c.status)) {
        c.status = CitationStatus::kOverturned;
        c.stage = Stage::kReview;
        c.rule = "substituted";
      }
    leave_other_law();
    std::erase_if(found_.exemptions, [&](const FoundCitation& c) {
      return c.status == CitationStatus::kConsideredNotApplied && c.stage == Stage::kReview && only_threatened_before(c);
    });
  }

  // Of the only ground "partly upheld" is said; of several it does not say which of them stand.
  bool result_tells_of(const FoundCitation& c) const {
    return *review_ != ReviewResult::kPartlyUpheld ||
           std::ranges::all_of(found_.exemptions, [&](const FoundCitation& other) { return related(other.id, c.id); });
  }

  // "Exempt under section 43(2) … The section 43 exemption was wrongly applied": what a review says of a section in so many words counts
  // for the sub-section that only seems to be applied.
  const FoundCitation* undone_section(const std::vector<FoundCitation>& all, const FoundCitation& c) const {
    if (c.rule != "decision-applies" || !stands(c.status)) return nullptr;
    const auto undone = std::ranges::find_if(all, [&](const FoundCitation& d) {
      return d.stage != Stage::kResponse && !stands(d.status) && d.confidence >= kInWords && is_part_of(c.id, d.id) && !d.places.empty() &&
             !c.places.empty() && d.places.back().start > c.places.back().start;
    });
    return undone == all.end() ? nullptr : &*undone;
  }

  // A notice that decides under the Regulations alone leaves nothing of a first answer under the Act, nor the other way about.
  void leave_other_law() {
    const auto law_of = [](const FoundCitation& c) { return std::string_view(c.id).substr(0, c.id.find('-')); };
    const auto decided = [](const FoundCitation& c) { return c.stage == Stage::kIco || c.stage == Stage::kTribunal; };
    if (std::ranges::none_of(found_.exemptions, decided)) return;
    std::erase_if(found_.exemptions, [&](const FoundCitation& c) {
      return !decided(c) &&
             std::ranges::none_of(found_.exemptions, [&](const FoundCitation& d) { return decided(d) && law_of(d) == law_of(c); });
    });
  }

  // A review that says of a ground that it was never applied, only held out, leaves nothing to report.
  bool only_threatened_before(const FoundCitation& c) const {
    return std::ranges::any_of(judged_, [&](const Judged& j) {
      return !j.role.claim && j.role.mention == MentionRole::kThreatened && related(j.info->id, c.id) &&
             j.place.start < c.places.front().start;
    });
  }

  // What seems to have been the first answer, and what the review never comes back to, was seldom a ground of it: the requester's guess, a
  // right that was reserved. It is mentioned. So is what a notice that decides of other grounds never comes back to: more often than not it
  // was given up before.
  void leave_undecided() {
    const bool decides = std::ranges::any_of(found_.exemptions, [](const FoundCitation& c) { return c.stage != Stage::kResponse; });
    if (!context_.review && !(context_.is_notice() && decides)) return;
    std::erase_if(found_.exemptions, [&](const FoundCitation& c) {
      const bool undecided = c.stage == Stage::kResponse && stands(c.status);
      if (undecided) undecided_.push_back(c.id);
      return undecided;
    });
  }
  void note_undecided() {
    std::string names;
    for (const std::string& id : undecided_) {
      const auto same = [&](const FoundCitation& c) { return related(c.id, id); };
      if (std::ranges::none_of(found_.exemptions, same)) names += (names.empty() ? "" : ", ") + reference_.exemption(id)->label;
    }
    if (!names.empty()) found_.notes.push_back("What is decided on " + names + " could not be read for certain.");
  }

  // "He has not gone on to consider section 43(2)": a ground of the answer on which the notice decides nothing.
  void leave_open() {
    if (!context_.is_notice()) return;
    for (FoundCitation& c : found_.exemptions) {
      const bool left = std::ranges::any_of(
          judged_, [&](const Judged& j) { return j.info->id == c.id && j.role.left_open && j.place.start > c.places.front().start; });
      if (c.stage != Stage::kResponse || !stands(c.status) || !left) continue;
      c.status = CitationStatus::kConsideredNotApplied;
      c.stage = context_.stage();
      c.rule = "left-open";
      c.confidence = std::min(c.confidence, 0.65);
    }
  }

  // A line that sums up decides where the text does not; where they disagree the text counts, and that is noted.
  void settle_finding(const Finding& finding) {
    const ExemptionInfo* info = reference_.exemption(finding.id);
    if (info == nullptr || class_of(*info) != CodeClass::ground) return;
    const Span place = context_.text.original(finding.place);
    bool known = false;
    for (FoundCitation& c : found_.exemptions) {
      if (!related(c.id, finding.id)) continue;
      known = true;
      add_place(c.places, place);
      const bool partly = finding.status == CitationStatus::kPartlyUpheld && c.status != CitationStatus::kWithdrawn;
      // Read as partly upheld only because the text says both.
      const bool mixed = c.status == CitationStatus::kPartlyUpheld && c.rule != "decision-partly-upholds";
      if (c.stage == Stage::kIco && c.rule != "finding-line" && c.confidence >= kInWords && !partly && !mixed) {
        if (stands(c.status) != stands(finding.status))
          found_.notes.push_back("the finding line on " + info->label + " disagrees with the text");
        continue;
      }
      c.status = finding.status;
      c.stage = Stage::kIco;
      c.rule = "finding-line";
      c.confidence = 0.8;
    }
    if (!known) found_.exemptions.push_back({finding.id, finding.status, Stage::kIco, {}, {place}, 0.7, "finding-line"});
  }

  // A condition shares the fate of the ground that it belongs to: the purposes of section 31(2) that of 31(1)(g), the principles in
  // 40(3A)(a) that of 40(2). One that names no part ("section 31(2)") only tells where to look, unless it is said in one breath with the
  // ground ("section 40(2) and (3)").
  void conditions_follow() {
    std::erase_if(found_.exemptions, [&](const FoundCitation& c) { return is_condition(c.id); });
    std::vector<FoundCitation> conditions;
    for (const Judged& j : judged_) {
      const bool other = !j.role.claim && (j.role.mention == MentionRole::kRequester || j.role.aside);
      const FoundCitation* ground = !other && is_condition(j.info->id) ? ground_of(j) : nullptr;
      if (ground == nullptr) continue;
      const bool of_a_part = std::ranges::count(j.info->id, '-') >= kPartOfCondition;
      if (!of_a_part && !is_beside(j, ground->id, kInOneBreath)) continue;
      auto at = std::ranges::find(conditions, j.info->id, &FoundCitation::id);
      if (at == conditions.end())
        at = conditions.insert(at, {j.info->id, ground->status, ground->stage, {}, {}, ground->confidence, "condition-of-ground"});
      add_place(at->places, j.place);
      scopes().add(*at, *j.cited, j.place);
    }
    for (FoundCitation& c : conditions) {
      const auto later = [&](const FoundCitation& d) { return first_cited(d.id) > first_cited(c.id); };
      found_.exemptions.insert(std::ranges::find_if(found_.exemptions, later), std::move(c));
    }
  }
  // Which of all places is the first to cite it; the number of places if none does in so many words.
  std::ptrdiff_t first_cited(std::string_view id) const {
    return std::ranges::find_if(judged_, [&](const Judged& j) { return j.info->id == id; }) - judged_.begin();
  }
  bool is_condition(std::string_view id) const { return class_of(*reference_.exemption(id)) == CodeClass::condition; }
  // Section 31 has grounds of its own beside those that have purposes, section 40 more than one.
  const FoundCitation* ground_of(const Judged& condition) const {
    static constexpr std::string_view heads[] = {"foia-31-1-g", "foia-31-1-h", "foia-31-1-i", "foia-40-2"};
    const FoundCitation* found = nullptr;
    for (const FoundCitation& c : found_.exemptions) {
      if (section_of(c.id) != section_of(condition.info->id) || is_condition(c.id)) continue;
      if (std::ranges::find(heads, c.id) != std::end(heads)) return &c;
      found = &c;
    }
    return found != nullptr && (section_of(found->id) != "foia-36" || is_beside(condition, found->id, kConditionGap)) ? found : nullptr;
  }
  // Which information section 36 applies to is mostly told as the law.
  bool is_beside(const Judged& condition, std::string_view ground, std::size_t gap) const {
    return std::ranges::any_of(judged_, [&](const Judged& j) {
      return j.info->id == ground && j.cited->span.start < condition.cited->span.end + gap &&
             condition.cited->span.start < j.cited->span.end + gap;
    });
  }

  // Mentioned, not by the requester, before the review says anything of it: part of the answer reviewed.
  bool named_before(const FoundCitation& c) const {
    return std::ranges::any_of(judged_, [&](const Judged& j) {
      const bool named = j.role.mention != MentionRole::kRequester && j.role.mention != MentionRole::kThreatened;
      return !j.role.claim && named && related(j.info->id, c.id) && j.place.start < c.places.front().start;
    });
  }

  // The answer reviewed had said that there was nothing to refuse.
  bool not_held_before(const FoundCitation& c) const {
    static constexpr std::string_view cues[] = {"not held",     "nothing is held",     "nothing was held",
                                                "hold nothing", "did not hold",        "does not hold",
                                                "do not hold",  "no information held", "hold no information"};
    const std::size_t place = context_.text.repaired(c.places.front().start);
    const std::size_t from = place < kFirstAnswerReach ? 0 : place - kFirstAnswerReach;
    return has_any(context_.text.lower_view({from, place}), cues);
  }

  void take_decision(FoundCitation& c, const FoundCitation& decided) {
    c.status = decided.status;
    c.stage = decided.stage;
    c.rule = decided.rule;
    c.confidence = std::min(c.confidence, decided.confidence);
    for (Span place : decided.places) add_place(c.places, place);
    settle_decided(c, true);
    const auto fates = fates_.find(decided.id);  // "section 27 … for most of it", of section 27(1)(a)
    if (fates != fates_.end() && fates->second.upheld && fates->second.overturned && c.status != CitationStatus::kWithdrawn)
      c.status = CitationStatus::kPartlyUpheld;
  }

  void settle_decided(FoundCitation& c, bool had) const {
    const auto at = fates_.find(c.id);
    const Fates f = at == fates_.end() ? Fates() : at->second;
    const bool present = c.stage == Stage::kReview && c.status == CitationStatus::kUpheld;
    const bool added = !had && present &&
                       ((f.added && !first_answer_.empty()) ||
                        (c.rule == "decision-applies" &&
                         (f.added || !first_answer_.empty() || review_ == ReviewResult::kOverturned || not_held_before(c))));
    if (added) {
      c.status = CitationStatus::kAddedAtReview;
      return;
    }
    const bool mixed = f.upheld && (f.overturned || (f.releases && c.stage == Stage::kReview));
    if (mixed && (c.status == CitationStatus::kUpheld || (c.status == CitationStatus::kOverturned && f.overturned)))
      c.status = CitationStatus::kPartlyUpheld;
    if (c.stage != Stage::kReview) return;
    const bool fell = had || (first_answer_.empty() && !only_threatened_before(c) && c.rule == "decision-does-not-apply");
    if (c.status == CitationStatus::kConsideredNotApplied && fell && c.rule.starts_with("decision")) c.status = CitationStatus::kOverturned;
    if (c.status != CitationStatus::kUpheld || c.rule != "decision-applies") return;
    if (had && review_ == ReviewResult::kOverturned && !f.own) by_result(c);
  }

  void by_result(FoundCitation& c) const {
    if (*review_ == ReviewResult::kUnknown) return;
    c.status = *review_ == ReviewResult::kOverturned ? CitationStatus::kOverturned
               : *review_ == ReviewResult::kUpheld   ? CitationStatus::kUpheld
                                                     : CitationStatus::kPartlyUpheld;
    c.stage = Stage::kReview;
    c.rule = "review-result";
    c.confidence = std::min(c.confidence, 0.7);
  }

  Scopes scopes() const { return {context_, cited_}; }
  std::vector<Span> places_of_grounds() const {
    std::vector<Span> places;
    for (const Judged& j : judged_)
      if (!j.cited->listed && class_of(*j.info) == CodeClass::ground) places.push_back(j.cited->span);
    return places;
  }

  void mention(const Judged& j) {
    if (std::ranges::any_of(found_.exemptions, [&](const FoundCitation& c) { return related(c.id, j.info->id); })) return;
    auto& all = found_.mentioned;
    auto at = std::ranges::find_if(all, [&](const FoundMention& m) { return m.id == j.info->id; });
    if (at == all.end()) at = all.insert(all.end(), FoundMention{j.info->id, j.role.mention, {}});
    add_place(at->places, j.place);
  }

  void add_reasons() {
    struct Phrase {
      std::string_view words, reason;
    };
    constexpr Phrase phrases[] = {{"critical national infrastructure", "critical-national-infrastructure"},
                                  {"combined with other information", "mosaic"},
                                  {"mosaic effect", "mosaic"},
                                  {"jigsaw", "mosaic"},
                                  {"common law duty of confiden", "common-law-confidence"},
                                  {"caldicott", "caldicott"}};
    for (const FoundMention& m : found_.mentioned)
      if (m.role == MentionRole::kReason) found_.reasons.push_back(m.id);
    for (const Phrase& phrase : phrases)
      if (said_in_answer(phrase.words)) found_.reasons.emplace_back(phrase.reason);
    std::ranges::sort(found_.reasons);
    found_.reasons.erase(std::unique(found_.reasons.begin(), found_.reasons.end()), found_.reasons.end());
  }

  bool said_in_answer(std::string_view words) const {
    int hits = 0;
    for (std::size_t at = context_.text.lower.find(words); at != std::string::npos && hits < kMaxHits;
         at = context_.text.lower.find(words, at + 1)) {
      ++hits;
      const std::size_t place = context_.text.original(at);
      const SectionKind kind = section_at(context_.sections, place);
      const bool asked = kind == SectionKind::request && question_answered_at(context_.questions, place) == kNoQuestion;
      if (!asked && !is_boilerplate(kind) && kind != SectionKind::letterhead && kind != SectionKind::signature) return true;
    }
    return false;
  }

  const RoleContext& context_;
  std::optional<ReviewResult> review_;
  const Reference& reference_;
  std::vector<CodeCited> cited_;
  std::vector<Judged> judged_;
  std::vector<std::string> undecided_;     // grounds on which no decision was read
  std::vector<std::string> first_answer_;  // the grounds of the answer that is reviewed
  std::map<std::string, Fates, std::less<>> fates_;
  Citations found_;
};

}  // namespace

Citations find_citations(const RoleContext& context, LawOfLetter law, std::optional<ReviewResult> review, const Reference& reference) {
  return Collector(context, review, reference).run(law);
}

std::vector<GroundRead> read_grounds(const RoleContext& context, LawOfLetter law, std::optional<ReviewResult> review,
                                     const Reference& reference) {
  return Collector(context, review, reference).grounds(law);
}

}  // namespace foi::understand
