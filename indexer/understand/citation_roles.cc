#include "indexer/understand/citation_roles.h"

#include <algorithm>
#include <string>

#include "indexer/understand/citation_cells.h"
#include "indexer/understand/citation_lines.h"
#include "indexer/understand/citation_places.h"
#include "indexer/understand/citation_raised.h"
#include "indexer/understand/citation_speakers.h"
#include "indexer/understand/citation_tenor.h"
#include "indexer/understand/citation_verdicts.h"
#include "indexer/understand/citation_voice.h"
#include "indexer/understand/claim_model.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/decision_words.h"
#include "indexer/understand/leaflet.h"
#include "indexer/understand/review_parts.h"
#include "indexer/understand/stance.h"

namespace foi::understand {

namespace {

// How much of a letter is looked at for words that neither confirm nor deny, in bytes.
constexpr std::size_t kNcndReach = 20'000;
// What a list holds is several.
constexpr std::size_t kListed = 2;
// The confidence of what is decided by a sentence that names no ground.
constexpr double kSoft = 0.75;

class RoleReader {
 public:
  RoleReader(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context)
      : cited_(cited),
        reference_(reference),
        context_(context),
        lower_(context.text.lower),
        chains_(read_verdicts(cited, reference, context)),
        speakers_(context),
        refuses_outright_(refuses_outright()) {
    for (const Chain& chain : chains_) speakers_.note_answer(chain);
    for (const Section& s : context.sections)
      if (s.kind == SectionKind::signature) {
        signed_ = s.start;
        break;
      }
  }

  // weigh is asked how likely each stance is at every place that may claim a ground.
  std::vector<Role> run(const std::function<std::vector<double>(const CitedPlace&)>& weigh) && {
    std::vector<Role> roles;
    roles.reserve(cited_.size());
    for (const Chain& chain : chains_)
      for (std::size_t c = chain.first; c < chain.end; ++c) {
        Role role = judge(chain, cited_[c]);
        role.aside = role.aside || chain.verdict.aside;
        if (may_claim(cited_[c], role))
          role.stances = role.barred ? only_explained()
                                     : weigh({context_, chain, cited_[c], info(cited_[c]), role, speakers_.part_at(chain.place.start)});
        roles.push_back(std::move(role));
      }
    return roles;
  }

 private:
  const ExemptionInfo& info(const CodeCited& c) const { return *reference_.exemption(c.id); }
  std::string_view between(std::size_t from, std::size_t to) const { return context_.text.lower_view({from, std::max(from, to)}); }

  Stage stage() const { return context_.stage(); }

  bool may_claim(const CodeCited& cited, const Role& role) const {
    return class_of(info(cited)) == CodeClass::ground && role.mention != MentionRole::kListed && role.mention != MentionRole::kDuty &&
           role.mention != MentionRole::kReason;
  }

  // What says nothing of the request at hand, for certain.
  static std::vector<double> only_explained() {
    std::vector<double> stances(kStanceNames.size());
    stances[static_cast<std::size_t>(Stance::explained)] = 1;
    return stances;
  }
  Role mentioned(MentionRole role) const { return {std::nullopt, Stage::kResponse, role, 0, {}}; }
  Role barred(MentionRole role) const {
    Role none = mentioned(role);
    none.barred = true;
    return none;
  }
  Role claim(CitationStatus status, Stage at, double confidence, std::string_view rule) const {
    return {status, at, MentionRole::kExplained, confidence, rule};
  }

  Role judge(const Chain& chain, const CodeCited& cited) const {
    const ExemptionInfo& code = info(cited);
    const CodeClass code_class = class_of(code);
    if (code_class == CodeClass::reason) return mentioned(MentionRole::kReason);
    if (speakers_.is_requester(chain, is_titled(chain))) return mentioned(MentionRole::kRequester);
    const bool complained = context_.review && speakers_.part_at(chain.place.start) == ReviewPart::complaint;
    if (complained && code_class == CodeClass::ground) return mentioned(MentionRole::kRequester);
    if (code_class == CodeClass::duty || (is_validity(code.id) && !refuses_validity(chain))) return mentioned(MentionRole::kDuty);
    if (cited.listed) return mentioned(MentionRole::kListed);
    if (context_.is_notice()) return in_decision(chain, cited, code);
    if (in_leaflet(chain)) return mentioned(MentionRole::kListed);
    // What stands beside or above the letter is no answer, unless it says so in words: a letter without a salutation has no other part.
    const bool head = chain.section == SectionKind::letterhead || chain.section == SectionKind::reference_block;
    if (is_boilerplate(chain.section) || (head && !answers_in_words(chain, cited)) || chain.section == SectionKind::mail_headers)
      return mentioned(MentionRole::kExplained);
    if (context_.kind == Kind::kAttachment)
      return marks_redaction(context_, chain) ? claim(CitationStatus::kApplied, Stage::kResponse, 0.65, "redaction")
                                              : mentioned(MentionRole::kListed);
    if (context_.kind == Kind::kAcknowledgement && !refuses_outright_) return mentioned(MentionRole::kThreatened);
    return context_.decides() ? in_decision(chain, cited, code) : in_answer(chain, cited, code);
  }

  bool is_titled(const Chain& chain) const {
    return std::any_of(cited_.begin() + static_cast<std::ptrdiff_t>(chain.first), cited_.begin() + static_cast<std::ptrdiff_t>(chain.end),
                       [](const CodeCited& c) { return c.titled; });
  }
  // "I acknowledge receipt of your request … You will not be given any of it. The following apply:" refuses, whatever it begins with.
  bool refuses_outright() const {
    return context_.kind == Kind::kAcknowledgement && std::ranges::any_of(chains_, [](const Chain& chain) {
             const bool own = std::ranges::any_of(chain.acts, [](const Said& said) { return said.own && said.act == Act::kApplies; });
             return chain.ground && (chain.introduction.act == Act::kApplies || (own && chain.verdict.act == Act::kApplies));
           });
  }

  static bool answers_in_words(const Chain& chain, const CodeCited& cited) {
    const auto applied = [](const Verdict& v) { return v.act && rank(*v.act) >= 2; };
    return applied(chain.verdict) || applied(chain.introduction) || (chain.heading && cited.titled);
  }

  // s.8 and the like: a ground only when the request is refused for want of form.
  static bool is_validity(std::string_view id) { return id.starts_with("foia-8") || id.starts_with("foisa-8"); }
  bool refuses_validity(const Chain& chain) const {
    const std::string_view sentence = context_.text.lower_view(chain.sentence);
    return has_phrase(sentence, "not a valid") || has_phrase(sentence, "not valid") || has_phrase(sentence, "refused") ||
           has_phrase(sentence, "invalid");
  }

  std::string_view sentence_after(Span sentence) const {
    std::size_t at = sentence.end;
    while (at < lower_.size() && (lower_[at] == ' ' || lower_[at] == '.')) ++at;
    return at >= lower_.size() || lower_[at] == '\n' ? std::string_view()
                                                     : context_.text.lower_view(sentence_at(context_.text, {at, at + 1}));
  }
  // Whether the place is the review's, the Commissioner's or the Tribunal's own text, not what it quotes.
  bool in_deciding_part(const Chain& chain) const {
    if (!context_.review) return true;
    if (chain.section == SectionKind::review_decision) return true;
    const ReviewPart part = speakers_.part_at(chain.place.start);
    if (part == ReviewPart::decision) return true;
    if (part != ReviewPart::none) return false;
    if (chain.section == SectionKind::request && part == ReviewPart::none) return speakers_.is_reviewer(chain);
    return chain.section != SectionKind::quoted_thread && chain.section != SectionKind::request;
  }

  Role in_decision(const Chain& chain, const CodeCited& cited, const ExemptionInfo& code) const {
    if (!in_deciding_part(chain)) return in_answer(chain, cited, code);
    if (const auto role = other_than_decided(chain)) return *role;
    const Verdict after = chain.aftermath;
    const Verdict own = is_told_again(chain) ? Verdict() : chain.verdict;
    const Verdict v = all_told(own, chain);
    const bool releases = own.releases || after.releases;
    const bool soft = v.act != chain.verdict.act && !chain.heading;
    Role role = decided(v, chain);
    if (own.act == Act::kWeighed && context_.review) role = weighed_at_review(role, releases);
    if (context_.review && !own.act && is_labelled_new(between(chain.sentence.start, chain.place.start))) {
      role = claim(CitationStatus::kUpheld, stage(), 0.8, "decision-applies");
      role.added = true;
    }
    // "The team had suggested section 31(1)(a) for those numbers. With your agreement in hand it needn't be used."
    const bool silent = !role.claim || !own.act || rank(*own.act) <= 1;
    if (context_.review && silent && is_first_named(chain, code) && is_raised_and_left(context_, chains_, chain))
      role = claim(CitationStatus::kConsideredNotApplied, stage(), 0.6, "raised-and-left");
    if (soft && role.confidence > kSoft) role.confidence = kSoft;
    role.releases = releases;
    return role;
  }

  // A ground that nobody in the letter spoke of before.
  bool is_first_named(const Chain& chain, const ExemptionInfo& code) const {
    return !chain.heading && class_of(code) == CodeClass::ground &&
           std::none_of(cited_.begin(), cited_.begin() + static_cast<std::ptrdiff_t>(chain.first),
                        [&](const CodeCited& earlier) { return section_of(earlier.id) == section_of(code.id); });
  }

  // In the deciding part, and yet no word of the decision: other cases, the law, the first answer, what parties say.
  std::optional<Role> other_than_decided(const Chain& chain) const {
    const Verdict& v = chain.verdict;
    const Verdict& after = chain.aftermath;
    const bool fate = v.act && rank(*v.act) >= 4;
    const std::string_view sentence = context_.text.lower_view(chain.sentence);
    // "Following the decision of the Upper Tribunal, the Commissioner finds that it is not engaged": of this case.
    if (is_other_case(sentence) && !chain.heading && !finds_here(between(chain.sentence.start, chain.place.start)))
      return mentioned(MentionRole::kExplained);
    if (recites_law(sentence) && !(fate && v.act != Act::kUpheld)) {
      Role recited = mentioned(MentionRole::kExplained);
      recited.aside = true;
      return recited;
    }
    const bool first = begins_first_answer(sentence) || begins_first_answer(speakers_.sentence_before(chain.sentence));
    if (context_.review && first && !fate && !v.reported) return first_answer(0.7);
    // "You point out that public authorities use section 31 for this": how the law stands, in the requester's words.
    if (v.reported && v.act == Act::kExplains) return mentioned(MentionRole::kRequester);
    // "The Council told the Commissioner that it no longer relied on": only the party itself can say so.
    if (v.act == Act::kWithdrawn) return claim(CitationStatus::kWithdrawn, stage(), 0.9, "decision-withdraws");
    // "It told the Commissioner that it wished to rely on section 41 in the alternative": a wish of the case, and no answer.
    static constexpr std::string_view wishes[] = {"wished to",          "would wish",      "wishes to",      "in the alternative",
                                                  "for the first time", "late in the day", "at a late stage"};
    const bool decided = after.act && rank(*after.act) >= 4;
    const bool wish = !context_.review && has_any(sentence, wishes) && !decided && !(fate && v.act != Act::kUnconsidered);
    if (wish) return mentioned(MentionRole::kExplained);
    if (!is_told_again(chain)) return std::nullopt;
    if (context_.review && v.releases && !after.act) return claim(CitationStatus::kOverturned, stage(), 0.75, "decision-releases");
    if (after.act && rank(*after.act) >= 3) return std::nullopt;
    const bool left = v.act == Act::kUnconsidered || v.act == Act::kNotApplied;
    return v.act && rank(*v.act) >= 2 && !left ? first_answer(0.7) : mentioned(MentionRole::kRequester);
  }

  // What was said before the decision: by a party, by the notice that the Tribunal looks at, in the first answer.
  bool is_told_again(const Chain& chain) const {
    const Verdict& v = chain.verdict;
    const bool recital = stage() == Stage::kTribunal && tells_commissioners_decision(chain);
    const bool relies = v.act && (rank(*v.act) == 2 || rank(*v.act) == 3);
    const bool party = relies && stage() != Stage::kReview && !speaks_for_decision(context_.text.lower_view(chain.sentence));
    const bool told = relies && chain.introduction.act == Act::kApplies && chain.introduction.past;  // "These were given at the time:"
    return v.reported || recital || party || (relies && stage() == Stage::kReview && speakers_.is_quoted_answer(chain)) || told ||
           (v.act == Act::kNcnd && stage() != Stage::kReview) || (v.act == Act::kApplies && v.past);
  }

  // Its own words, those after it, and what its paragraph opens with: a fate in its own words counts first.
  Verdict all_told(Verdict v, const Chain& chain) const {
    const Verdict& after = chain.aftermath;
    const bool weighed = v.act == Act::kWeighed;
    const bool own_word = v.act && ((rank(*v.act) >= 4 && !v.balance) || v.added || *v.act == Act::kAdded);
    const bool spared = after.act == Act::kUnconsidered && v.act && rank(*v.act) >= 2;  // said of something else
    const bool decided_after = after.act && rank(*after.act) >= 4;
    // "… correctly applied section 43(2). However, the public interest favours disclosure."
    const bool outweighed = v.act == Act::kUpheld && after.act == Act::kOverturned && after.balance;
    if ((!own_word || outweighed) && decided_after && !spared) {
      v.act = after.act;
      v.balance = after.balance;
    }
    const bool silent = !v.act || rank(*v.act) <= 1;
    if (silent && !weighed && chain.preface.act && !chain.heading && !decided_after) {
      v.act = chain.preface.act;
      v.balance = false;
    }
    if (!v.act || rank(*v.act) <= 1) {
      v.act = after.act ? after.act : v.act;
      v.balance = after.balance;
    }
    return v;
  }

  // A review that looks at a ground itself either takes it up or leaves it: that the answer falls says nothing of it.
  Role weighed_at_review(const Role& role, bool releases) const {
    const bool taken = role.claim == CitationStatus::kUpheld || role.claim == CitationStatus::kAddedAtReview;
    if (taken && !releases) return role;
    return claim(CitationStatus::kConsideredNotApplied, stage(), 0.6, "decision-weighs");
  }
  // What the Commissioner's notice said, told by the Tribunal.
  bool tells_commissioners_decision(const Chain& chain) const {
    const std::string_view sentence = context_.text.lower_view(chain.sentence);
    if (is_commissioners_decision(sentence)) return true;
    const std::string_view words = bare(sentence);
    return (words.starts_with("he ") || words.starts_with("she ")) && is_commissioners_decision(speakers_.sentence_before(chain.sentence));
  }

  // What was applied before, told again.
  Role first_answer(double confidence) const { return claim(CitationStatus::kApplied, Stage::kResponse, confidence, "first-answer"); }

  // "The model should continue to be withheld": the review says so of what the first answer did.
  static bool keeps_on(std::string_view sentence) {
    static constexpr CueTable cues = {
        "continue to be withheld", "continues to be withheld", "continue to withhold", "continues to withhold",
        "stay withheld",           "stays withheld",           "remain withheld",      "remains withheld",
        "remain exempt",           "remains exempt",           "still exempt",         "still withheld",
        "continue to be exempt",   "continues to be exempt",   "continue to rely",     "continues to rely"};
    static constexpr CueTable denied = {"no reason", "not", "whether", "why", "neither", "nor"};
    return has_any(sentence, cues) && !has_any(sentence, denied);
  }

  Role decided(const Verdict& v, const Chain& chain) const {
    const std::string_view sentence = context_.text.lower_view(chain.sentence);
    if (!v.act || rank(*v.act) <= 1) {
      if (v.act == Act::kWeighed) return claim(CitationStatus::kConsideredNotApplied, stage(), 0.55, "weighed");
      const int lean = context_.review && !v.act && !chain.heading && speaks_as_decider(sentence) ? leaning(sentence) : 0;
      if (lean != 0) return claim(lean > 0 ? CitationStatus::kUpheld : CitationStatus::kOverturned, stage(), 0.55, "decision-leans");
      if (tells_first_answer(sentence) || (chain.heading && v.act != Act::kThreatens)) return first_answer(0.6);
      return mentioned(v.act == Act::kThreatens ? MentionRole::kThreatened : MentionRole::kExplained);
    }
    switch (*v.act) {
      case Act::kWithdrawn:
        return claim(CitationStatus::kWithdrawn, stage(), 0.9, "decision-withdraws");
      case Act::kPartly:
        return claim(CitationStatus::kPartlyUpheld, stage(), 0.9, "decision-partly-upholds");
      case Act::kOverturned:
        return claim(CitationStatus::kOverturned, stage(), 0.85, "decision-overturns");
      case Act::kUpheld:
        if (v.balance && stage() == Stage::kReview) break;
        return claim(CitationStatus::kUpheld, stage(), 0.85, "decision-upholds");
      case Act::kUnconsidered: {
        Role role = mentioned(MentionRole::kExplained);
        role.left_open = context_.is_notice();
        return role;
      }
      case Act::kNotApplied:
        // "Since section 35 is engaged, section 36 is not available in the alternative": nobody had relied on it.
        if (stage() != Stage::kReview && has_phrase(sentence, "in the alternative"))
          return claim(CitationStatus::kConsideredNotApplied, stage(), 0.85, "decision-alternative");
        if (stage() != Stage::kReview) return claim(CitationStatus::kOverturned, stage(), 0.85, "decision-overturns");
        // That it "is not relied on either" says no more than that it is left.
        return claim(CitationStatus::kConsideredNotApplied, stage(), 0.7,
                     weighs(sentence) || v.unclaimed ? "decision-weighs" : "decision-does-not-apply");
      case Act::kAdded:
        return claim(CitationStatus::kAddedAtReview, stage(), 0.8, "decision-adds");
      case Act::kNcnd:
        return claim(CitationStatus::kUpheld, stage(), 0.6, "decision-applies");
      default:
        break;
    }
    Role role = claim(CitationStatus::kUpheld, stage(), 0.7, "decision-applies");
    role.kept = stage() == Stage::kReview && *v.act == Act::kApplies && keeps_on(sentence);
    role.added = v.added || adds_ground(sentence) || adds_ground(sentence_after(chain.sentence));
    return role;
  }

  // No other ground is cited in the sentence.
  bool is_alone(const Chain& chain) const {
    const auto at = static_cast<std::size_t>(&chain - chains_.data());
    const auto shares = [&](std::size_t other) { return other < chains_.size() && chains_[other].sentence == chain.sentence; };
    return !(at > 0 && shares(at - 1)) && !shares(at + 1);
  }

  // In an answer, and yet no word of it: templates, other times, other bodies, other people's words.
  std::optional<Role> other_than_answered(const Chain& chain, const CodeCited& cited, const ExemptionInfo& code) const {
    const std::string_view sentence = context_.text.lower_view(chain.sentence);
    const Verdict& v = chain.verdict;
    const bool counted = chain.acts.empty() && between(chain.place.end, chain.place.end + 1) == ":" &&
                         is_figure(between(chain.place.end, chain.sentence.end));
    if (is_template(sentence) || counted || is_count_by_section(chain, cited) || speakers_.is_asked_about(chain))
      return mentioned(MentionRole::kListed);
    const bool relied = std::ranges::any_of(chain.acts, [](const Said& said) { return said.act == Act::kApplies; });
    const bool unused = is_unused_key(sentence) || (is_alone(chain) && is_unused_key(sentence_after(chain.sentence)));
    if (unused && !relied) return mentioned(MentionRole::kListed);
    if (chain.heading && heads_what_is_given(between(cited_[chain.end - 1].span.end, chain.sentence.end)))
      return barred(MentionRole::kExplained);
    if (is_enclosure(chain, cited, sentence)) return mentioned(MentionRole::kListed);
    if (bare(between(chain.sentence.start, chain.place.start)).ends_with("exempt from")) return mentioned(MentionRole::kExplained);
    const bool own = std::ranges::any_of(chain.acts, [](const Said& said) { return said.own && said.act == Act::kApplies; });
    if (is_statistics(own_part(chain)) && !(own && is_of_this_case(sentence))) return mentioned(MentionRole::kListed);
    const bool left = v.act == Act::kNotApplied || v.act == Act::kWithdrawn;  // "we did not rely on it, although it would probably …"
    // What the law says where it is quoted is no condition of the letter's.
    const std::size_t end = cited_[chain.end - 1].span.end;
    const std::string_view stated = tells_what_law_says(between(end, chain.sentence.end)) ? between(chain.sentence.start, end) : sentence;
    if (!left && speaks_of_later_request(stated)) return barred(MentionRole::kThreatened);
    if (is_general(sentence) && !left && !(own && is_of_this_case(sentence))) return mentioned(MentionRole::kThreatened);
    static constexpr std::string_view then[] = {"last year",     "last month",  "last time",  "the year before",
                                                "some time ago", "last spring", "last autumn"};
    const bool decided = v.act && (*v.act == Act::kNotApplied || *v.act == Act::kWithdrawn || *v.act == Act::kUnconsidered);
    if (!decided && is_raised_and_left(context_, chains_, chain))
      return claim(CitationStatus::kConsideredNotApplied, Stage::kResponse, 0.65, "raised-and-left");
    const bool past = tells_of_the_past(sentence) || (v.past && !own && has_any(sentence, then));
    if (past && chain.aftermath.act == Act::kNotApplied)
      return claim(CitationStatus::kConsideredNotApplied, Stage::kResponse, 0.65, "said-after");
    if (past || is_practice_given_up(sentence_after(chain.sentence))) return mentioned(MentionRole::kExplained);
    static constexpr std::string_view self[] = {"us", "we", "our"};
    const bool applies = v.act == Act::kApplies && !v.past && !v.reported && has_any(sentence, self);
    if (is_comparison(sentence) && !compares_other(chain) && !applies) return mentioned(MentionRole::kExplained);
    if (exemplifies(chain) && !(own && v.act == Act::kApplies)) return mentioned(MentionRole::kExplained);
    if (code.kind == "ncnd")
      if (auto role = neither(v, chain, sentence)) return role;
    if (v.act != Act::kNcnd && is_ground_if_held(code.id, chain)) return claim(CitationStatus::kNcnd, Stage::kResponse, 0.7, "if-held");
    if (v.act == Act::kNotApplied && parts_grounds(sentence)) return mentioned(MentionRole::kExplained);
    // "Two owners felt that it was exempt by section 43(2). We have not applied it.", "It had been going to be refused under …".
    const bool theirs = v.reported && (has_phrase(sentence, "you") || has_phrase(sentence, "your"));
    const bool unfirm =
        v.past || v.reported || chain.proposed || (chain.aftermath.together && (!v.act || rank(*v.act) <= 1 || rank(*v.act) >= 4));
    if (chain.aftermath.act == Act::kNotApplied && unfirm && !theirs && !(own && v.act == Act::kApplies && !v.past))
      return claim(CitationStatus::kConsideredNotApplied, Stage::kResponse, 0.7, "proposed-and-declined");
    // What a supplier wished, and was not done.
    const bool third = v.reported && !has_phrase(sentence, "you") && !has_phrase(sentence, "your");
    if (third && !own && chain.aftermath.act == Act::kNotApplied)
      return claim(CitationStatus::kConsideredNotApplied, Stage::kResponse, 0.6, "said-after");
    // "You say that section 43(2) has no application. We disagree and withhold the prices under it."
    const bool answered =
        (chain.opposed || chain.supposed) && (chain.aftermath.act == Act::kUpheld || chain.aftermath.act == Act::kApplies);
    if (v.reported && !own && !answered) return mentioned(MentionRole::kRequester);
    if (!v.act && is_conditional(stated)) return mentioned(MentionRole::kThreatened);
    const bool open = leaves_undecided(sentence) || leaves_undecided(sentence_after(chain.sentence)) ||
                      leaves_undecided(speakers_.sentence_before(chain.sentence));
    if (open && supposes(own_clause(chain)) && (v.act == Act::kApplies || !v.act)) return mentioned(MentionRole::kThreatened);
    return std::nullopt;
  }

  Role in_answer(const Chain& chain, const CodeCited& cited, const ExemptionInfo& code) const {
    if (const auto role = other_than_answered(chain, cited, code)) return *role;
    const std::string_view sentence = context_.text.lower_view(chain.sentence);
    const Verdict& v = chain.verdict;
    // "We told you that the fees were exempt under section 43(2). We withdraw that."
    const bool given_up = chain.aftermath.act == Act::kWithdrawn && v.act && rank(*v.act) <= 3 && tells_first_answer(sentence);
    if (given_up) return claim(CitationStatus::kWithdrawn, Stage::kResponse, 0.75, "withdrawn");
    if (v.act == Act::kApplies && is_given_up_after(chain))
      return claim(CitationStatus::kConsideredNotApplied, Stage::kResponse, 0.65, "not-maintained");
    if (v.act == Act::kUnconsidered && concludes(between(chain.sentence.start, chain.place.end)))
      return claim(CitationStatus::kConsideredNotApplied, Stage::kResponse, 0.6, "concluded");
    if (v.act && rank(*v.act) >= 2)
      if (auto role = answered(*v.act, v, code)) return *role;
    const Verdict before = v.act ? Verdict() : chain.introduction;
    if (before.act == Act::kThreatens) return mentioned(MentionRole::kThreatened);
    if (before.act && rank(*before.act) >= 2)
      if (auto role = answered(*before.act, before, code)) return with_rule(*role, 0.8, "introduced");
    if (is_left_elsewhere(chain, cited)) return claim(CitationStatus::kApplied, Stage::kResponse, 0.65, "left-elsewhere");
    if ((v.act == Act::kExplains || v.act == Act::kThreatens) && !chain.heading && is_brought_home(chain))
      return claim(CitationStatus::kApplied, Stage::kResponse, 0.65, "explained-and-applied");
    const Verdict after = chain.aftermath;
    if (v.act == Act::kExplains && after.act != Act::kApplies && sibling_applied(chain)) return mentioned(MentionRole::kExplained);
    const bool doubtful = v.act == Act::kThreatens && !chain.heading;
    if (after.act && rank(*after.act) >= (doubtful ? 4 : 2))
      if (auto role = answered(*after.act, after, code)) return with_rule(*role, 0.65, chain.heading ? "under-heading" : "said-after");
    if (doubtful) return mentioned(MentionRole::kThreatened);
    if (v.act == Act::kWeighed) return claim(CitationStatus::kConsideredNotApplied, Stage::kResponse, 0.55, "weighed");
    if (v.act == Act::kExplains && !chain.heading && !answers_with_it(chain, sentence)) return mentioned(MentionRole::kExplained);
    return by_place(chain, cited, code);
  }
  // What stands before the citation in its own clause: not "disclosure could harm them, and section 43(2) applies".
  std::string_view own_clause(const Chain& chain) const {
    static constexpr std::string_view joints[] = {", and ",      "; ",      ", so ",        ", but ", " because section ",
                                                  " therefore ", " since ", " and section "};
    const std::string_view before = between(chain.sentence.start, chain.place.end);
    std::size_t from = 0;
    for (const std::string_view joint : joints)
      if (const std::size_t at = before.rfind(joint); at != std::string_view::npos) from = std::max(from, at + joint.size());
    return before.substr(from);
  }
  bool in_leaflet(const Chain& chain) const {
    const std::string_view paragraph = speakers_.paragraph(chain.place);
    const std::size_t start = static_cast<std::size_t>(paragraph.data() - lower_.data());
    const auto first_from = [&](std::size_t at) {
      return std::ranges::lower_bound(chains_, at, {}, [](const Chain& other) { return other.place.start; });
    };
    const auto cited = first_from(start + paragraph.size()) - first_from(start);
    return is_leaflet(paragraph, static_cast<std::size_t>(cited)) || is_leaflet(speakers_.lead_of_list(chain.place), kListed);
  }
  // "It takes eleven hours, so section 12 plays no part": it was looked at, and that is what came of it.
  static bool concludes(std::string_view before) {
    static constexpr std::string_view therefore[] = {"therefore", "accordingly", "thus", "hence", "consequently"};
    static constexpr std::string_view looking[] = {"look",   "looked",  "consider", "considered", "need",
                                                   "decide", "gone on", "go on",    "so that",    "thought"};
    return (before.find(", so ") != std::string_view::npos || has_any(before, therefore)) && !has_any(before, looking);
  }
  // "The exception is engaged: it always is … we do not rely upon it", "… engaged, but the public interest lies in disclosure".
  bool is_given_up_after(const Chain& chain) const {
    static constexpr std::string_view engaging[] = {"engaged", "engages", "applies", "attracts", "met", "available"};
    const bool engaged = std::ranges::any_of(chain.acts, [&](const Said& said) {
      return said.act == Act::kApplies &&
             among(engaging, context_.text.lower_view(chain.sentence).substr(said.start, said.end - said.start));
    });
    const Verdict& after = chain.aftermath;
    return engaged && !after.releases &&
           ((after.act == Act::kNotApplied && after.unclaimed) || (after.act == Act::kOverturned && after.balance));
  }
  // The law is told, and what is asked for brought under it, in the sentence before or after: "I have therefore to refuse. A request may
  // be refused where …: section 12(4)(c). Both are the case.", "For that reason section 40(1) makes it exempt".
  bool is_brought_home(const Chain& chain) const {
    if (links_to_case(between(chain.sentence.start, chain.place.start))) return true;
    if (is_this_the_case(sentence_after(chain.sentence)) || ends_by_doing(context_.text.lower_view(chain.sentence))) return true;
    const std::string_view before = speakers_.sentence_before(chain.sentence);
    // "It would take 40 hours. Section 12 says that we need not go over the limit.": the estimate is the refusal.
    const std::vector<Said> said_before = acts_in(before);
    const bool dear = cited_[chain.first].id.find("-12") != std::string::npos &&
                      std::ranges::any_of(said_before, [](const Said& said) { return said.act == Act::kCost; });
    if (dear && chain.verdict.act == Act::kExplains) return true;
    if (chain.verdict.act != Act::kExplains && !has_phrase(before, "refuse")) return false;
    static constexpr std::string_view therefore[] = {"therefore", "so", "accordingly", "must", "have to", "regret"};
    return has_any(before, therefore) &&
           std::ranges::any_of(acts_in(before), [](const Said& said) { return said.own && said.act == Act::kApplies && !said.past; });
  }
  // "The minutes are on our website, so they are not repeated in this letter. Section 21 is what allows that."
  bool is_left_elsewhere(const Chain& chain, const CodeCited& cited) const {
    static constexpr std::string_view accessible[] = {"foia-21", "foisa-25", "eir-6", "eisr-6"};
    const std::string_view ground = section_of(cited.id);
    if (!among(accessible, ground)) return false;
    const std::string_view own = context_.text.lower_view(chain.sentence), before = speakers_.sentence_before(chain.sentence);
    const std::string_view after = sentence_after(chain.sentence);
    const bool left = leaves_it_elsewhere(own) || leaves_it_elsewhere(before) || leaves_it_elsewhere(after);
    return left && (speaks_of_ground(ground, own) || speaks_of_ground(ground, before) || speaks_of_ground(ground, after));
  }
  // FOISA lets an authority neither confirm nor deny only what would be exempt if it were held: "If it existed it would be personal data.
  // It would be exempt under …".
  bool is_ground_if_held(std::string_view id, const Chain& chain) const {
    if (!id.starts_with("foisa") || !denies_knowledge(std::string_view(lower_).substr(0, kNcndReach))) return false;
    const std::string_view sentence = context_.text.lower_view(chain.sentence);
    if (supposes_held(sentence)) return true;
    const std::string before(speakers_.sentence_before(chain.sentence));
    return chain.verdict.act == Act::kThreatens && supposes_held(before + ' ' + std::string(sentence));
  }
  // "Section 21, summary | 133": of another law, whose sections have a name in this letter.
  bool is_count_by_section(const Chain& chain, const CodeCited& cited) const {
    if (cited.id != section_of(cited.id) || cited.titled || cited.named_act || !chain.acts.empty()) return false;
    const std::optional<CitedCell> at = cited_cell_at(context_, chain.original);
    return at && is_counted_row(context_, *at);
  }

  // Of a question and its answer on one line, what stands after the dash or the question mark; of a row of a table, the cell.
  std::string_view own_part(const Chain& chain) const {
    if (const auto at = cited_cell_at(context_, chain.original)) return context_.text.lower_view(at->cell);
    const std::string_view before = between(chain.sentence.start, chain.place.start);
    std::size_t dash = before.rfind(" - ");
    const bool answers =
        std::ranges::any_of(chain.acts, [dash](const Said& said) { return dash != std::string_view::npos && said.start > dash; });
    static constexpr std::string_view asking[] = {"how",   "what",   "which",      "who",       "when",
                                                  "where", "please", "the number", "number of", "list"};
    if (!answers && prefix_of(bare(before), asking).empty()) dash = std::string_view::npos;
    return between(dash == std::string_view::npos ? chain.sentence.start : chain.sentence.start + dash, chain.sentence.end);
  }

  // What is printed on a page after the signature's and speaks neither of disclosure nor with a ground's title: a policy or leaflet sent
  // along.
  bool is_enclosure(const Chain& chain, const CodeCited& cited, std::string_view sentence) const {
    if (signed_ == 0 || chain.original < signed_ || context_.review) return false;
    if (context_.letter.page_index(chain.original) == context_.letter.page_index(signed_)) return false;
    if (chain.section == SectionKind::exemption_reasons || chain.section == SectionKind::public_interest_test) return false;
    static constexpr std::string_view words[] = {"exempt",          "exemption", "withheld", "withhold", "withholding", "redacted",
                                                 "disclosure",      "disclose",  "foi",      "foia",     "foisa",       "refused",
                                                 "refuse",          "refusal",   "released", "eir",      "exceptions",  "your request",
                                                 "public interest", "exception"};
    static constexpr std::string_view grounds[] = {"exempt",   "exemption", "exemptions", "exception", "exceptions",      "withheld",
                                                   "withhold", "redacted",  "disclosure", "disclose",  "public interest", "disclosed"};
    // Elements of a ground are seldom cited outside a letter: an annex with its reasons cites little else.
    const bool reasons = cited.id != section_of(cited.id) && has_any(speakers_.paragraph(chain.place), grounds);
    return !cited.titled && !cited.named_act && !reasons && !has_any(sentence, words);
  }

  // "Not to be mixed up with section 22, section 22A covers …": the comparison is over where the next citation stands.
  bool compares_other(const Chain& chain) const {
    const std::string_view before = between(chain.sentence.start, chain.place.start);
    static constexpr std::string_view cites[] = {"section", "sections", "s", "regulation"};
    return is_comparison(before) && has_any(before, cites);
  }
  // "Section 33(1)(a) is for trade secrets", where section 33(1)(b) is what is relied on: told to be told apart.
  bool sibling_applied(const Chain& chain) const {
    const std::string& id = cited_[chain.first].id;
    return std::ranges::any_of(chains_, [&](const Chain& other) {
      if (!other.ground || other.verdict.act != Act::kApplies) return false;
      const std::string& theirs = cited_[other.first].id;
      return theirs != id && theirs.substr(0, theirs.rfind('-')) == id.substr(0, id.rfind('-')) && section_of(id) != id;
    });
  }
  // "an exemption (say section 38 or section 43)".
  bool exemplifies(const Chain& chain) const {
    static constexpr std::string_view ends[] = {"say", "for example", "for instance", "e.g", "such as", "for example under", "like"};
    const std::string_view before = bare(between(chain.sentence.start, chain.place.start));
    return std::ranges::any_of(ends, [&](std::string_view end) {
      return before.ends_with(end) && (before.size() == end.size() || !is_word(before[before.size() - end.size() - 1]));
    });
  }
  // A code that only serves to neither confirm nor deny is used where the letter does so.
  std::optional<Role> neither(const Verdict& v, const Chain& chain, std::string_view sentence) const {
    const bool firm = v.act && rank(*v.act) >= 2;
    const bool left = v.act == Act::kWeighed || (v.act && rank(*v.act) >= 4);
    if (v.reported || left) return std::nullopt;
    const bool duty = speaks_of_duty_to_confirm(sentence);
    if (!duty && !denies_knowledge(std::string_view(lower_).substr(0, kNcndReach)))
      return firm || chain.introduction.act || chain.heading ? std::nullopt : std::optional(mentioned(MentionRole::kExplained));
    if (v.act == Act::kThreatens && !duty) return std::nullopt;
    return claim(CitationStatus::kNcnd, Stage::kResponse, 0.75, "neither-confirm-nor-deny");
  }
  static Role with_rule(Role role, double confidence, std::string_view rule) {
    role.confidence = confidence;
    role.rule = rule;
    return role;
  }

  std::optional<Role> answered(Act act, const Verdict& v, const ExemptionInfo& code) const {
    const Stage at = Stage::kResponse;
    switch (act) {
      case Act::kWithdrawn:
        return claim(CitationStatus::kWithdrawn, at, 0.75, "withdrawn");
      case Act::kNotApplied:
        return claim(CitationStatus::kConsideredNotApplied, at, 0.7, "not-applied");
      case Act::kUnconsidered:
        return mentioned(MentionRole::kExplained);
      case Act::kOverturned:
        return claim(v.past ? CitationStatus::kWithdrawn : CitationStatus::kConsideredNotApplied, at, 0.6, "not-maintained");
      case Act::kNcnd:
        return claim(CitationStatus::kNcnd, at, 0.85, "neither-confirm-nor-deny");
      case Act::kApplies:
      case Act::kUpheld:
      case Act::kPartly:
      case Act::kAdded:
      case Act::kCost:
      case Act::kNotHeld:
        return claim(code.kind == "ncnd" ? CitationStatus::kNcnd : CitationStatus::kApplied, at, 0.9, "applied-in-words");
      case Act::kThreatens:
      case Act::kWeighed:
      case Act::kExplains:
      case Act::kReleases:
        break;
    }
    return std::nullopt;
  }

  // Nothing in words: where it stands says that it is relied on, or not.
  Role by_place(const Chain& chain, const CodeCited& cited, const ExemptionInfo& code) const {
    if (!context_.answers()) return mentioned(MentionRole::kThreatened);
    const CitationStatus status = code.kind == "ncnd" ? CitationStatus::kNcnd : CitationStatus::kApplied;
    const Stage at = Stage::kResponse;
    const bool passed =
        !chain.verdict.act && is_passed_by(context_.text.lower_view(chain.sentence), chain.place.end - chain.sentence.start);
    if (passed && !chain.heading) return claim(CitationStatus::kConsideredNotApplied, at, 0.5, "passed-by");
    const auto place = place_of(context_, chain, cited);
    return place ? claim(status, at, place->confidence, place->rule) : mentioned(MentionRole::kExplained);
  }

  // An explanation within the answer to one question, in the authority's own person, is how the answer refuses.
  bool answers_with_it(const Chain& chain, std::string_view sentence) const {
    return question_answered_at(context_.questions, chain.original) != kNoQuestion && speaks_of_itself(sentence);
  }

  const std::vector<CodeCited>& cited_;
  const Reference& reference_;
  const RoleContext& context_;
  std::string_view lower_;
  std::vector<Chain> chains_;
  Speakers speakers_;
  bool refuses_outright_ = false;
  std::size_t signed_ = 0;  // where the first signature is, or 0
};

}  // namespace

CodeClass class_of(const ExemptionInfo& info) {
  if (info.kind == "data-protection-reason") return CodeClass::reason;
  if (info.kind == "condition" || info.kind == "qualifier") return CodeClass::condition;
  if (info.kind == "exemption" || info.kind == "exception" || info.kind == "ncnd") return CodeClass::ground;
  if (info.kind != "procedural") return CodeClass::duty;
  static constexpr std::string_view grounds[] = {"foia-3-2", "foia-8",   "foia-12",  "foia-14",   "foisa-8",
                                                 "foisa-12", "foisa-14", "foisa-17", "eir-6-1-b", "eisr-6-1-b"};
  for (std::string_view ground : grounds)
    if (info.id == ground || (info.id.starts_with(ground) && info.id[ground.size()] == '-')) return CodeClass::ground;
  return CodeClass::duty;
}

std::vector<Role> roles_of(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context) {
  const std::shared_ptr<const ClaimModel> model = claim_model(reference);
  return RoleReader(cited, reference, context).run([&](const CitedPlace& place) { return model->stances(place); });
}

void each_claim(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context,
                const std::function<void(const CitedPlace&)>& see) {
  RoleReader(cited, reference, context).run([&](const CitedPlace& place) {
    see(place);
    return std::vector<double>{};
  });
}

}  // namespace foi::understand
