#include "indexer/understand/citation_roles.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "indexer/understand/citation_lines.h"
#include "indexer/understand/citation_links.h"
#include "indexer/understand/citation_tenor.h"
#include "indexer/understand/citation_verdicts.h"
#include "indexer/understand/citation_voice.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/review_parts.h"
#include "indexer/understand/stance.h"

namespace foi::understand {

namespace {

// A sentence reaches no further than this either way, in bytes.
constexpr std::size_t kSentenceReach = 400;
// An answer that is nothing but a ground, in bytes.
constexpr std::size_t kShortAnswer = 200;
// How much of a letter is looked at for words that neither confirm nor deny, in bytes.
constexpr std::size_t kNcndReach = 20'000;
// How far above a cell its column is headed, in bytes.
constexpr std::size_t kTableReach = 600;
constexpr std::string_view kTableHeads[] = {"exemption", "exemptions", "exception", "exceptions", "reason withheld", "withheld under"};
// The confidence of what is decided by a sentence that names no ground.
constexpr double kSoft = 0.75;
// What makes a leaflet's list of exemptions: so many sections in ascending order, each so near the one before.
constexpr std::size_t kListLength = 8, kListGap = 240;
// A list as long as that names all exemptions, and so far after it a leaflet still speaks, in bytes.
constexpr std::size_t kWholeList = 14, kLeaflet = 1'500;

// "foia-31-1-a" → "foia-31".
std::string_view section_of(std::string_view id) { return id.substr(0, id.find('-', id.find('-') + 1)); }

class RoleReader {
 public:
  RoleReader(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context)
      : cited_(cited),
        reference_(reference),
        context_(context),
        lower_(context.text.lower),
        chains_(read_verdicts(cited, reference, context)) {
    if (context.review) headings_ = review_headings(context.text);
    for (const Section& s : context.sections)
      if (s.kind == SectionKind::signature) {
        signed_ = s.start;
        break;
      }
  }

  std::vector<Role> run() && {
    std::vector<Role> roles;
    roles.reserve(cited_.size());
    for (const Chain& chain : chains_)
      for (std::size_t c = chain.first; c < chain.end; ++c) {
        roles.push_back(judge(chain, cited_[c]));
        roles.back().aside = chain.verdict.aside;
      }
    return roles;
  }

 private:
  const ExemptionInfo& info(const CodeCited& c) const { return *reference_.exemption(c.id); }
  std::string_view between(std::size_t from, std::size_t to) const { return context_.text.lower_view({from, std::max(from, to)}); }

  bool decides() const { return context_.review || context_.kind == Kind::kIcoDecision || context_.kind == Kind::kTribunalDecision; }
  Stage stage() const {
    return context_.kind == Kind::kIcoDecision ? Stage::kIco : context_.kind == Kind::kTribunalDecision ? Stage::kTribunal : Stage::kReview;
  }

  Role mentioned(MentionRole role) const { return {std::nullopt, Stage::kResponse, role, 0, {}}; }
  Role claim(CitationStatus status, Stage at, double confidence, std::string_view rule) const {
    return {status, at, MentionRole::kExplained, confidence, rule};
  }

  Role judge(const Chain& chain, const CodeCited& cited) const {
    const ExemptionInfo& code = info(cited);
    const CodeClass code_class = class_of(code);
    if (code_class == CodeClass::reason) return mentioned(MentionRole::kReason);
    if (by_requester(chain)) return mentioned(MentionRole::kRequester);
    const bool complained = context_.review && review_part_at(headings_, chain.place.start) == ReviewPart::complaint;
    if (complained && code_class == CodeClass::ground) return mentioned(MentionRole::kRequester);
    if (code_class == CodeClass::duty || (is_validity(code.id) && !refuses_validity(chain))) return mentioned(MentionRole::kDuty);
    if (cited.listed) return mentioned(MentionRole::kListed);
    const bool notice = context_.kind == Kind::kIcoDecision || context_.kind == Kind::kTribunalDecision;
    if (notice) return in_decision(chain, cited, code);
    // What stands beside or above the letter is no answer, unless it says so in words: a letter without a salutation has no other part.
    const bool head = chain.section == SectionKind::letterhead || chain.section == SectionKind::reference_block;
    if (is_boilerplate(chain.section) || (head && !answers_in_words(chain, cited)) || chain.section == SectionKind::mail_headers)
      return mentioned(MentionRole::kExplained);
    if (context_.kind == Kind::kAttachment) return mentioned(MentionRole::kListed);
    if (context_.kind == Kind::kAcknowledgement) return mentioned(MentionRole::kThreatened);
    return decides() ? in_decision(chain, cited, code) : in_answer(chain, cited, code);
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

  bool by_requester(const Chain& chain) const {
    if (context_.kind == Kind::kRequest) return true;
    if (context_.kind == Kind::kIcoDecision || context_.kind == Kind::kTribunalDecision) return false;
    const std::string_view sentence = context_.text.lower_view(chain.sentence);
    if (is_requesters_phrase(sentence) || is_quoted_requester(chain)) return true;
    const bool thread = chain.section == SectionKind::quoted_thread && !context_.review;
    if (chain.section != SectionKind::request && !thread) return false;
    if (question_answered_at(context_.questions, chain.original) != kNoQuestion) return false;
    if (is_authoritys_voice(sentence) || is_authoritys_voice(paragraph(chain.place)) ||
        is_authoritys_voice(sentence_before(chain.sentence)))
      return false;
    const bool titled = std::any_of(cited_.begin() + static_cast<std::ptrdiff_t>(chain.first),
                                    cited_.begin() + static_cast<std::ptrdiff_t>(chain.end), [](const CodeCited& c) { return c.titled; });
    return !(chain.heading && titled);
  }

  // 'You wrote: "please do not hide behind section 12"': within quotation marks opened after words about the requester.
  bool is_quoted_requester(const Chain& chain) const {
    const std::size_t low = chain.place.start < 2 * kSentenceReach ? 0 : chain.place.start - 2 * kSentenceReach;
    const std::size_t blank = between(low, chain.place.start).rfind("\n\n");
    const std::size_t from = blank == std::string_view::npos ? low : low + blank;
    const std::string_view before = between(from, chain.place.start);
    if (std::ranges::count(before, '"') % 2 == 0) return false;
    constexpr std::string_view theirs[] = {"you wrote", "you say",   "you said",     "you told us",  "you also wrote",  "you state",
                                           "you write", "you quote", "you had said", "your e-mail",  "your email",      "you ask",
                                           "you asked", "you put",   "telling us",   "your message", "told us that you"};
    const std::string_view lead = before.substr(0, before.rfind('"'));
    return has_any(lead.substr(lead.size() < kShortAnswer ? 0 : lead.size() - kShortAnswer), theirs);
  }

  std::string_view sentence_after(Span sentence) const {
    std::size_t at = sentence.end;
    while (at < lower_.size() && (lower_[at] == ' ' || lower_[at] == '.')) ++at;
    return at >= lower_.size() || lower_[at] == '\n' ? std::string_view()
                                                     : context_.text.lower_view(sentence_at(context_.text, {at, at + 1}));
  }
  std::string_view sentence_before(Span sentence) const {
    std::size_t at = sentence.start;
    while (at > 0 && (lower_[at - 1] == ' ' || lower_[at - 1] == '\n' || lower_[at - 1] == '.')) --at;
    return at == 0 ? std::string_view() : context_.text.lower_view(sentence_at(context_.text, {at - 1, at - 1}));
  }

  // The paragraph round a place, no further than a sentence reaches either way.
  std::string_view paragraph(Span place) const {
    const std::size_t low = place.start < 2 * kSentenceReach ? 0 : place.start - 2 * kSentenceReach;
    const std::size_t high = std::min(lower_.size(), place.end + 2 * kSentenceReach);
    const std::size_t before = between(low, place.start).rfind("\n\n");
    const std::size_t after = between(place.end, high).find("\n\n");
    return between(before == std::string_view::npos ? low : low + before, after == std::string_view::npos ? high : place.end + after);
  }

  // Whether the place is the review's, the Commissioner's or the Tribunal's own text, not what it quotes.
  bool in_deciding_part(const Chain& chain) const {
    if (!context_.review) return true;
    const ReviewPart part = review_part_at(headings_, chain.place.start);
    if (part == ReviewPart::decision && chain.section != SectionKind::quoted_thread) return true;
    if (part != ReviewPart::none && part != ReviewPart::decision) return false;
    return chain.section != SectionKind::quoted_thread && chain.section != SectionKind::request;
  }

  Role in_decision(const Chain& chain, const CodeCited& cited, const ExemptionInfo& code) const {
    if (!in_deciding_part(chain)) return in_answer(chain, cited, code);
    Verdict v = chain.verdict;
    const Verdict after = chain.aftermath;
    const bool recital = stage() == Stage::kTribunal && v.act == Act::kUpheld && v.past;
    const bool told_again =
        v.reported || recital || (v.act == Act::kNcnd && stage() != Stage::kReview) || (v.act == Act::kApplies && v.past);
    if (told_again && context_.review && v.releases && !after.act)
      return claim(CitationStatus::kOverturned, stage(), 0.75, "decision-releases");
    if (told_again && !(after.act && rank(*after.act) >= 3))
      return v.act && rank(*v.act) >= 2 ? first_answer(0.7) : mentioned(MentionRole::kRequester);
    if (told_again) v = Verdict();
    const bool own_word = v.act && ((rank(*v.act) >= 4 && !v.balance) || v.added || *v.act == Act::kAdded);
    if (!own_word && after.act && rank(*after.act) >= 4) {
      v.act = after.act;
      v.balance = after.balance;
    }
    if (!v.act || rank(*v.act) <= 1) {
      v.act = after.act ? after.act : v.act;
      v.balance = after.balance;
    }
    const bool releases = v.releases || after.releases;
    const bool soft = v.act != chain.verdict.act && !chain.heading;
    Role role = decided(v, chain);
    if (soft && role.confidence > kSoft) role.confidence = kSoft;
    role.releases = releases;
    return role;
  }

  // What was applied before, told again.
  Role first_answer(double confidence) const { return claim(CitationStatus::kApplied, Stage::kResponse, confidence, "first-answer"); }

  Role decided(const Verdict& v, const Chain& chain) const {
    const std::string_view sentence = context_.text.lower_view(chain.sentence);
    if (!v.act || rank(*v.act) <= 1) {
      if (v.act == Act::kWeighed) return claim(CitationStatus::kConsideredNotApplied, stage(), 0.55, "weighed");
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
        if (v.balance) break;
        return claim(CitationStatus::kUpheld, stage(), 0.85, "decision-upholds");
      case Act::kUnconsidered:
        return mentioned(MentionRole::kExplained);
      case Act::kNotApplied:
        if (stage() != Stage::kReview) return claim(CitationStatus::kOverturned, stage(), 0.85, "decision-overturns");
        return claim(CitationStatus::kConsideredNotApplied, stage(), 0.7, weighs(sentence) ? "decision-weighs" : "decision-does-not-apply");
      case Act::kAdded:
        return claim(CitationStatus::kAddedAtReview, stage(), 0.8, "decision-adds");
      case Act::kNcnd:
        return claim(CitationStatus::kUpheld, stage(), 0.6, "decision-applies");
      default:
        break;
    }
    Role role = claim(CitationStatus::kUpheld, stage(), 0.7, "decision-applies");
    role.added = v.added || adds_ground(sentence) || adds_ground(sentence_after(chain.sentence));
    return role;
  }

  Role in_answer(const Chain& chain, const CodeCited& cited, const ExemptionInfo& code) const {
    const std::string_view sentence = context_.text.lower_view(chain.sentence);
    Verdict v = chain.verdict;
    if (is_template(sentence)) return mentioned(MentionRole::kListed);
    if (is_enclosure(chain, cited, sentence)) return mentioned(MentionRole::kListed);
    if (bare(between(chain.sentence.start, chain.place.start)).ends_with("exempt from")) return mentioned(MentionRole::kExplained);
    const bool own = std::ranges::any_of(chain.acts, [](const Said& said) { return said.own && said.act == Act::kApplies; });
    if (is_statistics(sentence) && !(own && is_of_this_case(sentence))) return mentioned(MentionRole::kListed);
    if (is_general(sentence) && !(own && is_of_this_case(sentence))) return mentioned(MentionRole::kThreatened);
    const bool past = tells_of_the_past(sentence);
    if (past && chain.aftermath.act == Act::kNotApplied)
      return claim(CitationStatus::kConsideredNotApplied, Stage::kResponse, 0.65, "said-after");
    if (past || is_practice_given_up(sentence_after(chain.sentence))) return mentioned(MentionRole::kExplained);
    if (is_comparison(sentence) && !compares_other(chain)) return mentioned(MentionRole::kExplained);
    if (exemplifies(chain) && !(own && v.act == Act::kApplies)) return mentioned(MentionRole::kExplained);
    if (code.kind == "ncnd")
      if (auto role = neither(v, chain, sentence)) return *role;
    if (v.reported && !own) return mentioned(MentionRole::kRequester);
    if (!v.act && is_conditional(sentence)) return mentioned(MentionRole::kThreatened);
    // "We told you that the fees were exempt under section 43(2). We withdraw that."
    const bool given_up = chain.aftermath.act == Act::kWithdrawn && v.act && rank(*v.act) <= 3 && tells_first_answer(sentence);
    if (given_up) return claim(CitationStatus::kWithdrawn, Stage::kResponse, 0.75, "withdrawn");
    if (v.act && rank(*v.act) >= 2)
      if (auto role = answered(*v.act, v, code)) return *role;
    const Verdict before = v.act ? Verdict() : chain.introduction;
    if (before.act == Act::kThreatens) return mentioned(MentionRole::kThreatened);
    if (before.act && rank(*before.act) >= 2)
      if (auto role = answered(*before.act, before, code)) return with_rule(*role, 0.8, "introduced");
    if (v.act == Act::kExplains && sibling_applied(chain)) return mentioned(MentionRole::kExplained);
    const Verdict after = chain.aftermath;
    const bool doubtful = v.act == Act::kThreatens && !chain.heading;
    if (after.act && rank(*after.act) >= (doubtful ? 4 : 2))
      if (auto role = answered(*after.act, after, code)) return with_rule(*role, 0.65, chain.heading ? "under-heading" : "said-after");
    if (doubtful) return mentioned(MentionRole::kThreatened);
    if (v.act == Act::kWeighed) return claim(CitationStatus::kConsideredNotApplied, Stage::kResponse, 0.55, "weighed");
    if (v.act == Act::kExplains && !chain.heading && !answers_with_it(chain, sentence)) return mentioned(MentionRole::kExplained);
    return by_place(chain, cited, code, sentence);
  }
  // What is printed on a page after the signature's and speaks neither of disclosure nor with a ground's title: a policy or leaflet sent
  // along.
  bool is_enclosure(const Chain& chain, const CodeCited& cited, std::string_view sentence) const {
    if (signed_ == 0 || chain.original < signed_ || context_.review) return false;
    if (context_.letter.page_index(chain.original) == context_.letter.page_index(signed_)) return false;
    if (chain.section == SectionKind::exemption_reasons || chain.section == SectionKind::public_interest_test) return false;
    constexpr std::string_view words[] = {"exempt",   "exemption", "withheld",   "withhold",     "withholding",    "redacted", "disclosure",
                                          "disclose", "foi",       "foia",       "foisa",        "refused",        "refuse",   "refusal",
                                          "released", "eir",       "exceptions", "your request", "public interest"};
    return !cited.titled && !cited.named_act && !has_any(sentence, words);
  }

  // "Not to be mixed up with section 22, section 22A covers …": the comparison is over where the next citation stands.
  bool compares_other(const Chain& chain) const {
    const std::string_view before = between(chain.sentence.start, chain.place.start);
    constexpr std::string_view cites[] = {"section", "sections", "s", "regulation"};
    return is_comparison(before) && has_any(before, cites);
  }
  // "Section 33(1)(a) is for trade secrets", where section 33(1)(b) is what is relied on: told to be told apart.
  bool sibling_applied(const Chain& chain) const {
    const std::string& id = cited_[chain.first].id;
    return std::ranges::any_of(chains_, [&](const Chain& other) {
      if (!other.ground || other.verdict.act != Act::kApplies) return false;
      const std::string& theirs = cited_[other.first].id;
      return section_of(theirs) == section_of(id) && !theirs.starts_with(id) && !id.starts_with(theirs);
    });
  }
  // "an exemption (say section 38 or section 43)".
  bool exemplifies(const Chain& chain) const {
    constexpr std::string_view ends[] = {"say", "for example", "for instance", "e.g", "such as", "for example under", "like"};
    const std::string_view before = bare(between(chain.sentence.start, chain.place.start));
    return std::ranges::any_of(ends, [&](std::string_view end) {
      return before.ends_with(end) && (before.size() == end.size() || !is_word(before[before.size() - end.size() - 1]));
    });
  }
  // A code that only serves to neither confirm nor deny is used where the letter does so.
  std::optional<Role> neither(const Verdict& v, const Chain& chain, std::string_view sentence) const {
    const bool firm = v.act && rank(*v.act) >= 2;
    if (v.reported || (v.act && rank(*v.act) >= 4)) return std::nullopt;
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
  Role by_place(const Chain& chain, const CodeCited& cited, const ExemptionInfo& code, std::string_view sentence) const {
    const bool refuses = context_.kind != Kind::kFeesNotice && context_.kind != Kind::kClarification && context_.kind != Kind::kTransfer &&
                         context_.kind != Kind::kHoldingLetter;
    if (!refuses) return mentioned(MentionRole::kThreatened);
    const CitationStatus status = code.kind == "ncnd" ? CitationStatus::kNcnd : CitationStatus::kApplied;
    const Stage at = Stage::kResponse;
    if (chain.heading) return claim(status, at, 0.75, "heading");
    const bool evidence = cited.named_act || cited.titled || names_exemption(sentence) || speaks_of_ground(section_of(cited.id), sentence);
    if (chain.section == SectionKind::exemption_reasons && evidence) return claim(status, at, 0.7, "reasons-block");
    if (is_cell(chain) && has_any(before_cell(chain), kTableHeads)) return claim(status, at, 0.65, "cell");
    if (is_label(chain, cited)) return claim(status, at, 0.6, "label");
    if (gives_example(between(chain.sentence.start, chain.place.start))) return mentioned(MentionRole::kExplained);
    if (is_short_answer(chain) && (evidence || is_whole_answer(chain))) return claim(status, at, 0.7, "short-answer");
    if (names_what_it_rests_on(between(chain.sentence.start, chain.place.start))) return claim(status, at, 0.75, "ground-is");
    if (names_exemption(sentence)) return claim(status, at, 0.6, "exemption-named");
    if (cited.titled) return claim(status, at, 0.6, "named-with-title");
    constexpr std::string_view wishes[] = {"wanted", "wished", "hoped", "asked", "suggested", "would like", "wants"};
    if (has_any(between(chain.sentence.start, chain.place.start), wishes)) return mentioned(MentionRole::kExplained);
    const bool law = cited.named_act || cited.id != section_of(cited.id);
    if (law && leads_by_preposition(between(chain.sentence.start, chain.place.start))) return claim(status, at, 0.55, "named-in-answer");
    const bool elsewhere = cited.id.starts_with("foia-21") || cited.id.starts_with("foia-22") || cited.id.starts_with("foisa-25") ||
                           cited.id.starts_with("eir-6");
    if (elsewhere && speaks_of_ground(section_of(cited.id), sentence)) return claim(status, at, 0.55, "ground-in-words");
    return mentioned(MentionRole::kExplained);
  }

  // An explanation within the answer to one question, in the authority's own person, is how the answer refuses.
  bool answers_with_it(const Chain& chain, std::string_view sentence) const {
    return question_answered_at(context_.questions, chain.original) != kNoQuestion && speaks_of_itself(sentence);
  }

  // Nothing else in its cell or on its line, in a table or list that is headed so.
  bool is_cell(const Chain& chain) const {
    const std::string& t = context_.text.text;
    std::size_t start = chain.place.start, end = chain.place.end;
    while (start > 0 && t[start - 1] == ' ') --start;
    while (end < t.size() && t[end] == ' ') ++end;
    const bool opens = start == 0 || t[start - 1] == '\n' || t[start - 1] == '\t' || chain.place.start - start > 1;
    return opens && (end >= t.size() || t[end] == '\n' || t[end] == '\t' || end - chain.place.end > 1);
  }
  std::string_view before_cell(const Chain& chain) const {
    return between(chain.place.start < kTableReach ? 0 : chain.place.start - kTableReach, chain.place.start);
  }

  // "[s.40(2)]", "(section 43(2))": a label of what was left out, or the ground of what was just said.
  bool is_label(const Chain& chain, const CodeCited& cited) const {
    const char before = chain.place.start > 0 ? lower_[chain.place.start - 1] : ' ';
    const char after = chain.place.end < lower_.size() ? lower_[chain.place.end] : ' ';
    return (before == '[' && after == ']') ||
           (before == '(' && after == ')' &&
            (cited.id != section_of(cited.id) || speaks_of_ground(cited.id, context_.text.lower_view(chain.sentence))));
  }

  // Little else is said than the ground.
  bool is_whole_answer(const Chain& chain) const {
    constexpr std::size_t kLittle = 50;
    const std::size_t q = question_answered_at(context_.questions, chain.original);
    const Span answer = context_.questions[q].answer;
    return answer.end - answer.start < chain.place.end - chain.place.start + kLittle;
  }

  bool is_short_answer(const Chain& chain) const {
    const std::size_t q = question_answered_at(context_.questions, chain.original);
    return q != kNoQuestion && context_.questions[q].answer.end - context_.questions[q].answer.start < kShortAnswer;
  }

  const std::vector<CodeCited>& cited_;
  const Reference& reference_;
  const RoleContext& context_;
  std::string_view lower_;
  std::vector<Chain> chains_;
  std::vector<ReviewHeading> headings_;  // of a review
  std::size_t signed_ = 0;               // where the first signature is, or 0
};

// "foia-31-1-a" → 31.
int section_number(std::string_view id) {
  const std::size_t dash = id.find('-');
  return dash == std::string_view::npos ? 0 : std::atoi(std::string(id.substr(dash + 1)).c_str());
}

}  // namespace

CodeClass class_of(const ExemptionInfo& info) {
  if (info.kind == "data-protection-reason") return CodeClass::reason;
  if (info.kind == "condition" || info.kind == "qualifier") return CodeClass::condition;
  if (info.kind == "exemption" || info.kind == "exception" || info.kind == "ncnd") return CodeClass::ground;
  if (info.kind != "procedural") return CodeClass::duty;
  constexpr std::string_view grounds[] = {"foia-3-2", "foia-8",   "foia-12",  "foia-14",   "foisa-8",
                                          "foisa-12", "foisa-14", "foisa-17", "eir-6-1-b", "eisr-6-1-b"};
  for (std::string_view ground : grounds)
    if (info.id == ground || (info.id.starts_with(ground) && info.id[ground.size()] == '-')) return CodeClass::ground;
  return CodeClass::duty;
}

Span sentence_at(const Repaired& text, Span place) {
  const std::string_view s = text.lower;
  const std::size_t start_of_place = std::min(place.start, s.size());
  // A chain of a thousand sections is no sentence: what lies further on says nothing of this one.
  const std::size_t end_of_place = std::min({std::max(place.end, start_of_place), start_of_place + kSentenceReach, s.size()});
  std::size_t start = start_of_place, end = end_of_place;
  const std::size_t low = start < kSentenceReach ? 0 : start - kSentenceReach, high = std::min(s.size(), end + kSentenceReach);
  while (start > low && !ends_sentence(text, start - 1)) --start;
  while (end < high && !ends_sentence(text, end)) ++end;
  return {start, end};
}

std::vector<Role> roles_of(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context) {
  return RoleReader(cited, reference, context).run();
}

void mark_lists(std::vector<CodeCited>& cited) {
  for (std::size_t first = 0; first < cited.size();) {
    std::size_t end = first + 1, sections = 1;
    while (end < cited.size() && cited[end].span.start < cited[end - 1].span.end + kListGap &&
           section_number(cited[end].id) >= section_number(cited[end - 1].id)) {
      sections += section_number(cited[end].id) > section_number(cited[end - 1].id) ? 1 : 0;
      ++end;
    }
    if (sections >= kListLength)
      for (std::size_t i = first; i < end; ++i) cited[i].listed = true;
    // What stands right after a leaflet's list is of the leaflet.
    for (std::size_t i = end; sections >= kWholeList && i < cited.size() && cited[i].span.start < cited[end - 1].span.end + kLeaflet; ++i)
      cited[i].listed = true;
    first = end;
  }
}

}  // namespace foi::understand
