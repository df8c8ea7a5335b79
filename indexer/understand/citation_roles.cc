#include "indexer/understand/citation_roles.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// A sentence reaches no further than this either way, in bytes.
constexpr std::size_t kSentenceReach = 400;
// A heading, or an answer that is nothing but a ground, in bytes.
constexpr std::size_t kHeadingBytes = 120, kShortAnswer = 200;
// What makes a leaflet's list of exemptions: so many sections in ascending order, each so near the one before.
constexpr std::size_t kListLength = 8, kListGap = 400;

// Said only of what this letter does.
constexpr std::string_view kFirm[] = {"we are applying",
                                      "is applying",
                                      "am applying",
                                      "has applied",
                                      "have applied",
                                      "has been applied",
                                      "have been applied",
                                      "applied the",
                                      "applied an",
                                      "applied, see",
                                      "was applied",
                                      "is exempt",
                                      "are exempt",
                                      "to be exempt",
                                      "being exempt",
                                      "therefore exempt",
                                      "exempt from disclosure",
                                      "exempted",
                                      "been exempt",
                                      "withheld",
                                      "withhold",
                                      "withholding",
                                      "relying on",
                                      "relies on",
                                      "is refused",
                                      "are refused",
                                      "been refused",
                                      "refused under",
                                      "refusing",
                                      "we refuse",
                                      "refusing to",
                                      "is engaged",
                                      "are engaged",
                                      "has engaged",
                                      "have engaged",
                                      "engaged s",
                                      "redacted",
                                      "been removed",
                                      "falls under",
                                      "falls within",
                                      "fall under",
                                      "fall within",
                                      "falling under",
                                      "citing",
                                      "we have used",
                                      "exemption applies",
                                      "exemptions apply",
                                      "exemption applied",
                                      "exemptions applied",
                                      "not obliged to comply",
                                      "unable to provide",
                                      "cannot be provided",
                                      "not be provided",
                                      "not be disclosed",
                                      "refusal notice",
                                      "acts as a refusal",
                                      "we are claiming",
                                      "has claimed",
                                      "is claiming",
                                      "exemption is engaged",
                                      "we consider that section",
                                      "we believe that section",
                                      "applying the exemption",
                                      "applying an exemption",
                                      "invoking",
                                      "in reliance on"};
// Said of a ground that applies, but also of one explained.
constexpr std::string_view kWeak[] = {"exempt",  "exemption", "exemptions", "exception", "applies",   "apply",   "applied",     "exceed",
                                      "exceeds", "refused",   "refuse",     "refusal",   "excess of", "engages", "not disclose"};
constexpr std::string_view kExplains[] = {"applies not only",
                                          "provides that",
                                          "provides for",
                                          "makes provision",
                                          "allows public authorities",
                                          "allows a public",
                                          "allows us to",
                                          "is a qualified exemption",
                                          "is an absolute exemption",
                                          "is a class-based",
                                          "is a prejudice-based",
                                          "entitles",
                                          "gives you the right",
                                          "information is exempt if",
                                          "exempt information if",
                                          "is exempt if",
                                          "you could apply",
                                          "guidance on section",
                                          "sets out",
                                          "is designed to",
                                          "states that a public",
                                          "requires public",
                                          "does not oblige",
                                          "the exemption covers",
                                          "obliges",
                                          "is concerned with",
                                          "relates to information which"};
constexpr std::string_view kConditional[] = {
    "may be exempt",  "might be exempt", "could be exempt",      "may be withheld",  "may apply",      "might apply",
    "may also apply", "could apply",     "may be refused",       "could be refused", "may need to",    "reserve the right",
    "unless an",      "unless one",      "there may be",         "may be able to",   "if we estimate", "may engage",
    "may charge",     "if we consider",  "likely to be refused", "would be refused", "may refuse",     "may have to"};
constexpr std::string_view kNegative[] = {"not relied",
                                          "not relying",
                                          "not rely",
                                          "does not apply",
                                          "do not apply",
                                          "did not apply",
                                          "not applicable",
                                          "not been applied",
                                          "not applied",
                                          "could have applied",
                                          "would have been exempt",
                                          "would otherwise be exempt",
                                          "not engaged",
                                          "not exempt",
                                          "decided not to apply",
                                          "chosen not to apply",
                                          "not consider that section",
                                          "not considered",
                                          "do not consider section",
                                          "not gone on to consider",
                                          "no exemption",
                                          "no exemptions"};
constexpr std::string_view kWithdrawn[] = {"withdrawn",        "withdraw",          "withdrew",      "withdrawing",
                                           "no longer relies", "no longer relying", "no longer rely"};
constexpr std::string_view kOverturned[] = {"incorrect",           "incorrectly",         "wrongly",
                                            "should not have",     "overturned",          "overturn",
                                            "overturning",         "set aside",           "in error",
                                            "erroneously",         "not satisfied",       "decided to release",
                                            "decided to disclose", "complaint is upheld", "uphold your complaint",
                                            "not justified",       "was not engaged",     "did not apply",
                                            "does not apply",      "not properly applied"};
constexpr std::string_view kPartly[] = {"partly upheld", "partially upheld", "upheld in part",  "uphold in part",
                                        "partly uphold", "partially uphold", "decision in part"};
constexpr std::string_view kUpheld[] = {"uphold",
                                        "upheld",
                                        "upholding",
                                        "correctly applied",
                                        "correctly engaged",
                                        "correctly relied",
                                        "correctly withheld",
                                        "applied correctly",
                                        "was correct",
                                        "is correct",
                                        "correct to",
                                        "correctly cited",
                                        "stand by",
                                        "continue to rely",
                                        "continues to rely",
                                        "appropriately applied",
                                        "properly applied",
                                        "agree with the original",
                                        "maintain",
                                        "remains engaged",
                                        "still applies",
                                        "complaint is not upheld",
                                        "not uphold your complaint"};
constexpr std::string_view kNcnd[] = {"neither confirm nor deny", "neither confirms nor denies", "confirm or deny", "confirming or denying",
                                      "neither confirming nor denying"};
// The letter's own voice in the midst of a request: an answer typed on the end of a question.
constexpr std::string_view kTypedIn[] = {"applied, see",      "applied see", "applied - see",
                                         "exemption applied", "see below",   "see exemption below"};
constexpr std::string_view kRequesterSays[] = {"if you rely",      "you rely",         "should you rely",          "if you refuse",
                                               "you wish to rely", "if you intend to", "please note that section", "in your reply",
                                               "you may wish"};

constexpr std::string_view kAbbreviations[] = {"s",  "ss",  "sec", "secs", "sect", "reg", "regs", "art", "no",   "e.g",
                                               "eg", "i.e", "ie",  "mr",   "mrs",  "ms",  "dr",   "st",  "para", "paras",
                                               "vs", "v",   "etc", "ref",  "nos",  "cf",  "p",    "pp"};

bool has(std::string_view text, Cues cues) { return has_any(text, cues); }

std::string_view last_word(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && text.size() - start < 6 && (is_word(text[start - 1]) || text[start - 1] == '.')) --start;
  return text.substr(start);
}

// Whether the sentence before ends with the mark at `at`.
bool ends_at(std::string_view s, std::size_t at) {
  if (s[at] == '\n' || s[at] == '?' || s[at] == '!') return true;
  if (s[at] != '.' || at + 1 >= s.size() || (s[at + 1] != ' ' && s[at + 1] != '\n')) return false;
  return std::ranges::find(kAbbreviations, last_word(s.substr(0, at))) == std::end(kAbbreviations);
}

// The printed line holding a place of the repaired text.
Span line_at(const Repaired& text, std::size_t at) {
  const std::size_t low = at < kHeadingBytes ? 0 : at - kHeadingBytes;
  std::size_t start = at, end = at;
  while (start > low && text.text[start - 1] != '\n') --start;
  while (end < text.text.size() && end < at + kHeadingBytes && text.text[end] != '\n') ++end;
  return {start, end};
}

class Judge {
 public:
  Judge(const CodeCited& cited, const ExemptionInfo& info, const RoleContext& context)
      : cited_(cited),
        info_(info),
        context_(context),
        place_(context.text.original(cited.span.start)),
        section_(section_at(context.sections, place_)),
        sentence_(context.text.lower_view(sentence_at(context.text, {cited.span.start, cited.chain_end}))) {}

  Role judge() const {
    const CodeClass code_class = class_of(info_);
    if (code_class == CodeClass::reason) return mentioned(MentionRole::kReason);
    if (by_requester()) return mentioned(MentionRole::kRequester);
    if (code_class == CodeClass::duty || (is_validity() && !refuses_validity())) return mentioned(MentionRole::kDuty);
    if (cited_.listed) return mentioned(MentionRole::kListed);
    if (is_boilerplate(section_) || section_ == SectionKind::letterhead || section_ == SectionKind::reference_block ||
        section_ == SectionKind::mail_headers)
      return mentioned(MentionRole::kExplained);
    if (context_.kind == Kind::kAcknowledgement) return mentioned(MentionRole::kThreatened);
    if (decides_review())
      if (const auto decided = in_decision()) return *decided;
    return in_answer();
  }

 private:
  Role mentioned(MentionRole role) const { return {std::nullopt, Stage::kResponse, role, 0, {}}; }
  Role claim(CitationStatus status, Stage stage, double confidence, std::string_view rule) const {
    return {status, stage, MentionRole::kExplained, confidence, rule};
  }

  // s.8 and the like: a ground only when the request is refused for want of form.
  bool is_validity() const { return info_.id.starts_with("foia-8") || info_.id.starts_with("foisa-8"); }
  bool refuses_validity() const {
    return has_phrase(sentence_, "not a valid request") || has_phrase(sentence_, "not valid") || has_phrase(sentence_, "refused");
  }

  bool by_requester() const {
    if (context_.kind == Kind::kRequest) return true;
    if (has(sentence_, kRequesterSays)) return true;
    if (section_ != SectionKind::request) return false;
    return question_answered_at(context_.questions, place_) == kNoQuestion && !has(sentence_, kTypedIn);
  }

  bool decides_review() const {
    if (!context_.review) return false;
    const bool headed = std::ranges::find(context_.sections, SectionKind::review_decision, &Section::kind) != context_.sections.end();
    return headed ? section_ == SectionKind::review_decision : section_ != SectionKind::quoted_thread;
  }

  // What a review says of a ground; nothing when it says nothing in this sentence.
  std::optional<Role> in_decision() const {
    if (has(sentence_, kWithdrawn)) return claim(CitationStatus::kWithdrawn, Stage::kReview, 0.8, "review-withdraws");
    if (has(sentence_, kPartly)) return claim(CitationStatus::kPartlyUpheld, Stage::kReview, 0.8, "review-partly-upholds");
    if (has(sentence_, kOverturned)) return claim(CitationStatus::kOverturned, Stage::kReview, 0.85, "review-overturns");
    if (has(sentence_, kUpheld)) return claim(CitationStatus::kUpheld, Stage::kReview, 0.85, "review-upholds");
    if (has(sentence_, kNegative)) return claim(CitationStatus::kConsideredNotApplied, Stage::kReview, 0.7, "review-does-not-apply");
    if (has(sentence_, kExplains) || has(sentence_, kConditional)) return mentioned(MentionRole::kExplained);
    if (has(sentence_, kFirm)) return claim(CitationStatus::kAddedAtReview, Stage::kReview, 0.7, "review-applies");
    return mentioned(MentionRole::kExplained);
  }

  Role in_answer() const {
    const bool firm = has(sentence_, kFirm);
    if (has(sentence_, kWithdrawn)) return claim(CitationStatus::kWithdrawn, Stage::kResponse, 0.7, "withdrawn");
    if (has(sentence_, kNegative)) return claim(CitationStatus::kConsideredNotApplied, Stage::kResponse, 0.7, "not-applied");
    const bool ncnd = info_.kind == "ncnd" || has(sentence_, kNcnd);
    const bool explained = has(sentence_, kExplains);
    if (ncnd && !explained && (firm || has(sentence_, kNcnd) || has(sentence_, kWeak)))
      return claim(CitationStatus::kNcnd, Stage::kResponse, 0.85, "neither-confirm-nor-deny");
    if (has(sentence_, kConditional) && !has_phrase(sentence_, "withheld") && !has_phrase(sentence_, "applying"))
      return mentioned(MentionRole::kThreatened);
    if (explained && !says_of_itself() && !answers_with_it()) return mentioned(MentionRole::kExplained);
    if (firm) return claim(CitationStatus::kApplied, Stage::kResponse, 0.9, "applied-in-words");
    if (is_heading()) return claim(CitationStatus::kApplied, Stage::kResponse, 0.75, "heading");
    if (section_ == SectionKind::exemption_reasons) return claim(CitationStatus::kApplied, Stage::kResponse, 0.7, "reasons-block");
    if (is_short_answer()) return claim(CitationStatus::kApplied, Stage::kResponse, 0.7, "short-answer");
    if (has(sentence_, kWeak)) return claim(CitationStatus::kApplied, Stage::kResponse, 0.6, "exemption-named");
    if (cited_.titled) return claim(CitationStatus::kApplied, Stage::kResponse, 0.6, "named-with-title");
    return mentioned(MentionRole::kExplained);
  }

  // "We are applying section 31(1)(a), which provides that …": both; the letter speaks of itself.
  bool says_of_itself() const {
    constexpr std::string_view own[] = {"applying",    "has applied", "have applied", "withheld",
                                        "withholding", "relying on",  "we consider",  "has been applied"};
    return has(sentence_, own);
  }

  // An explanation within the answer to one question, in the authority's own person, is how the answer refuses.
  bool answers_with_it() const {
    constexpr std::string_view own[] = {"the trust", "the council", "we", "our", "would require", "in this case"};
    return question_answered_at(context_.questions, place_) != kNoQuestion && has(sentence_, kWeak) && has(sentence_, own);
  }

  // "Section 43 - Commercial interests" on a line of its own, or a citation that is all a table's cell says.
  bool is_heading() const {
    const Span line = line_at(context_.text, cited_.span.start);
    const std::string_view before = bare(context_.text.lower_view({line.start, cited_.span.start}));
    const std::string_view whole = context_.text.lower_view(line);
    constexpr std::string_view labels[] = {
        "", "exemption", "exemptions", "exemption applied", "exemptions applied", "exemption(s) applied", "refusal notice"};
    const bool first = std::ranges::find(labels, before) != std::end(labels);
    const std::string_view after = context_.text.lower_view({cited_.chain_end, line.end});
    const bool titled =
        bare(after).empty() || title_at(bare(after)) || after.starts_with(" -") || after.starts_with(" applied") || cited_.title_mismatch;
    return first && whole.size() < kHeadingBytes && !whole.ends_with('.') && (titled || bare(after).size() < 40);
  }

  bool is_short_answer() const {
    const std::size_t q = question_answered_at(context_.questions, place_);
    return q != kNoQuestion && context_.questions[q].answer.end - context_.questions[q].answer.start < kShortAnswer;
  }

  const CodeCited& cited_;
  const ExemptionInfo& info_;
  const RoleContext& context_;
  std::size_t place_;
  SectionKind section_;
  std::string_view sentence_;
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
  while (start > low && !ends_at(s, start - 1)) --start;
  while (end < high && !ends_at(s, end)) ++end;
  return {start, end};
}

Role role_of(const CodeCited& cited, const ExemptionInfo& info, const RoleContext& context) { return Judge(cited, info, context).judge(); }

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
    first = end;
  }
}

}  // namespace foi::understand
