#include "indexer/understand/citation_speakers.h"

#include <algorithm>
#include <string>

#include "indexer/understand/asking.h"
#include "indexer/understand/citation_lines.h"
#include "indexer/understand/citation_voice.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/stance.h"

namespace foi::understand {

namespace {

// A paragraph or a quotation is looked at so far either way, and what leads to the latter, in bytes.
constexpr std::size_t kReach = 800, kLead = 200;
// The line of a message that names its sender is shorter, in bytes; messages of a thread that are told apart.
constexpr std::size_t kHeaderBytes = 160, kMaxMessages = 200;

// "From: FOI <foi@x.ac.uk>" → its domain, or nothing.
std::string_view domain_in(std::string_view line) {
  const std::size_t at = line.find('@');
  if (at == std::string_view::npos) return {};
  std::size_t n = 0;
  while (at + 1 + n < line.size() && (is_word(line[at + 1 + n]) || line[at + 1 + n] == '.' || line[at + 1 + n] == '-')) ++n;
  return line.substr(at + 1, n);
}

// A word of letters that both lines have.
bool share_name(std::string_view a, std::string_view b) {
  static constexpr std::string_view no_names[] = {"from", "mail", "mailto", "sent", "the", "com", "org", "net", "uk", "co", "example"};
  for (std::size_t i = 0; i < a.size();) {
    std::size_t n = 0;
    while (i + n < a.size() && is_word(a[i + n])) ++n;
    const std::string_view word = a.substr(i, n);
    if (n >= 3 && !among(no_names, word) && has_phrase(b, word)) return true;
    i += n + 1;
  }
  return false;
}

}  // namespace

Speakers::Speakers(const RoleContext& context) : context_(context), lower_(context.text.lower) {
  if (context.review) {
    headings_ = review_headings(context.text);
    plea_ = requesters_plea(context.text);
  }
  find_messages();
}

std::string_view Speakers::between(std::size_t from, std::size_t to) const { return context_.text.lower_view({from, std::max(from, to)}); }

// The first message is the authority's; one from its domain or from an office is too, one from whom the first is sent to is not.
void Speakers::find_messages() {
  const std::string_view printed = context_.text.text;
  std::string_view domain, addressee;
  for (std::size_t start = 0; start < printed.size() && messages_.size() < kMaxMessages;) {
    const std::size_t end = std::min(printed.find('\n', start), printed.size());
    std::size_t from = start;
    while (from < end && (printed[from] == '>' || printed[from] == ' ')) ++from;
    const std::string_view line = between(from, std::min(end, from + kHeaderBytes));
    start = end + 1;
    if (line.starts_with("to:") && addressee.empty()) addressee = line.substr(3);
    if (!line.starts_with("from:")) continue;
    if (messages_.empty()) domain = domain_in(line);
    static constexpr std::string_view offices[] = {"foi", "freedom of information", "information governance", "information rights",
                                                   "disclosure"};
    const std::string_view sender = domain_in(line);
    const bool office = has_any(line, offices) || (!domain.empty() && sender == domain);
    const bool addressed = !messages_.empty() && !addressee.empty() && share_name(line.substr(5), addressee);
    messages_.push_back({from, !office && addressed});
  }
}

bool Speakers::in_requesters_message(std::size_t at) const {
  const auto after = std::ranges::upper_bound(messages_, at, {}, &Message::start);
  return after != messages_.begin() && std::prev(after)->requesters;
}

bool Speakers::is_requester(const Chain& chain, bool titled) const {
  if (context_.kind == Kind::kRequest) return true;
  if (context_.is_notice()) return false;
  const std::string_view sentence = context_.text.lower_view(chain.sentence);
  if (is_requesters_phrase(sentence) || is_quoted(chain)) return true;
  if (in_requesters_message(chain.place.start) || plea_.contains(chain.place.start)) return true;
  const bool thread = chain.section == SectionKind::quoted_thread && !context_.review;
  if (chain.section != SectionKind::request && !thread) return false;
  if (question_answered_at(context_.questions, chain.original) != kNoQuestion) return false;
  // A request that is repeated part by part goes on between the answers.
  const bool asked = std::ranges::any_of(context_.questions, [&](const FoundQuestion& q) { return q.text.contains(chain.original); });
  if (answered_.contains(chain.original) && !asked && paragraph(chain.place).find('?') == std::string_view::npos) return false;
  const ReviewPart part = part_at(chain.place.start);
  if (context_.review && (part == ReviewPart::decision || part == ReviewPart::first_answer || is_reviewer(chain))) return false;
  if (is_authoritys_voice(sentence) || is_authoritys_voice(paragraph(chain.place)) || is_authoritys_voice(sentence_before(chain.sentence)))
    return false;
  return !(chain.heading && titled) && !answers_what_is_told(chain);
}

// "3. Did the force refuse any request under section 30 in 2023?": of other requests, wherever the letter repeats its questions.
bool Speakers::is_asked_about(const Chain& chain) const {
  const std::size_t end = chain.sentence.end;
  if (context_.review || end >= lower_.size() || lower_[end] != '?') return false;
  return std::ranges::any_of(context_.questions, [&](const FoundQuestion& q) { return q.text.contains(chain.original); });
}

// "You requested the plan. It cannot be released because of section 31(1)(a).": the authority tells the request in a sentence that ends, so
// what refuses after it is its own, even in a paragraph that no opener parts from what was asked.
bool Speakers::answers_what_is_told(const Chain& chain) const {
  static constexpr CueTable asking = {"i'm", "i'd", "i've", "me", "my", "please", "if", "whether", "unless"};
  static constexpr CueTable reader = {"you", "your"};
  static constexpr CueTable given = {"to you", "send you", "give you", "provide you", "let you", "show you"};
  if (context_.review || chain.section != SectionKind::request) return false;
  const bool refuses = std::ranges::any_of(chain.acts, [](const Said& said) {
    return !said.past && (said.act == Act::kApplies || said.act == Act::kCost || said.act == Act::kNcnd || said.act == Act::kNotHeld);
  });
  const std::string_view sentence = context_.text.lower_view(chain.sentence);
  const bool question = chain.sentence.end < lower_.size() && lower_[chain.sentence.end] == '?';
  const bool theirs = question || has_any(sentence, asking) || sentence.find(" i ") != std::string_view::npos || sentence.starts_with("i ");
  if (!refuses || theirs || (has_any(sentence, reader) && !has_any(sentence, given))) return false;
  const auto after = std::ranges::upper_bound(context_.sections, chain.original, {}, &Section::start);
  if (after == context_.sections.begin()) return false;
  const std::size_t start = context_.text.repaired(std::prev(after)->start);
  const Span told = sentence_at(context_.text, {start, start + 1});
  if (told.end >= chain.sentence.start || lower_[told.end] != '.' || !tells_asked(bare(context_.text.lower_view(told)))) return false;
  return !introduces_request(between(told.start, chain.sentence.start));
}

void Speakers::note_answer(const Chain& chain) {
  if (!answered_.empty() || context_.review || context_.is_notice() || chain.section != SectionKind::request) return;
  const bool refuses = std::ranges::any_of(
      chain.acts, [](const Said& said) { return said.own && !said.past && (said.act == Act::kApplies || said.act == Act::kNcnd); });
  const std::string_view sentence = context_.text.lower_view(chain.sentence);
  if (!refuses || chain.verdict.reported || is_quoted(chain) || !is_authoritys_voice(sentence) || is_requesters_phrase(sentence)) return;
  const std::size_t from = context_.text.original(chain.sentence.end);
  for (const Section& s : context_.sections)
    if (s.start <= chain.original && chain.original < s.end) answered_ = {from, s.end};
}

bool Speakers::is_reviewer(const Chain& chain) const {
  static constexpr std::string_view answers[] = {
      "first reply",       "the reply",    "first instance", "first response", "original response", "original reply",  "first answer",
      "original decision", "the decision", "our response",   "our reply",      "first decision",    "initial response"};
  static constexpr std::string_view theirs[] = {"you", "your"};
  if (is_quoted(chain)) return false;
  const std::string_view words = paragraph(chain.place);
  if (has_any(words, answers)) return true;
  return std::ranges::any_of(acts_in(words), [&](const Said& said) {
    return said.act == Act::kUpheld || said.act == Act::kOverturned || said.act == Act::kWithdrawn || said.act == Act::kPartly ||
           (said.own && said.act == Act::kApplies) || (said.past && said.act == Act::kApplies && !has_any(words, theirs));
  });
}

// 'You wrote: "please do not hide behind section 12"': within quotation marks opened after words about the requester.
bool Speakers::is_quoted(const Chain& chain) const {
  const std::size_t low = chain.place.start < kReach ? 0 : chain.place.start - kReach;
  const std::size_t blank = between(low, chain.place.start).rfind("\n\n");
  const std::size_t from = blank == std::string_view::npos ? low : low + blank;
  const std::string_view before = between(from, chain.place.start);
  if (std::ranges::count(before, '"') % 2 == 0) return false;
  const std::string_view lead = before.substr(0, before.rfind('"'));
  return names_their_words(lead.substr(lead.size() < kLead ? 0 : lead.size() - kLead));
}

bool Speakers::is_quoted_answer(const Chain& chain) const {
  static constexpr std::string_view answers[] = {"replied",  "responded", "answered", "reply",
                                                 "response", "answer",    "refused",  "refusal notice"};
  static constexpr std::string_view now[] = {"now",    "my decision", "my answer", "i have decided", "we have decided",
                                             "i find", "the review",  "you",       "revised",        "new"};
  std::size_t at = paragraph_start(context_.text, chain.sentence.start, kReach);
  while (at > 0 && (lower_[at - 1] == ' ' || lower_[at - 1] == '\n' || lower_[at - 1] == '>')) --at;
  if (at == 0 || lower_[at - 1] != ':') return false;
  std::string_view lead = between(at < kLead ? 0 : at - kLead, at);
  if (const std::size_t blank = lead.rfind("\n\n"); blank != std::string_view::npos) lead.remove_prefix(blank);
  return has_any(lead, answers) && !has_any(lead, now);
}

std::string_view Speakers::sentence_before(Span sentence) const {
  std::size_t at = sentence.start;
  while (at > 0 && (lower_[at - 1] == ' ' || lower_[at - 1] == '\n' || lower_[at - 1] == '.')) --at;
  return at == 0 ? std::string_view() : context_.text.lower_view(sentence_at(context_.text, {at - 1, at - 1}));
}

std::string_view Speakers::paragraph(Span place) const {
  const std::size_t low = place.start < kReach ? 0 : place.start - kReach;
  const std::size_t high = std::min(lower_.size(), place.end + kReach);
  const std::size_t before = between(low, place.start).rfind("\n\n");
  const std::size_t after = between(place.end, high).find("\n\n");
  return between(before == std::string_view::npos ? low : low + before, after == std::string_view::npos ? high : place.end + after);
}

std::string_view Speakers::lead_of_list(Span place) const {
  const std::size_t low = place.start < kReach ? 0 : place.start - kReach;
  const std::string_view above = between(low, place.start);
  const std::size_t colon = above.rfind(":\n");
  if (colon == std::string_view::npos) return {};
  static constexpr std::string_view kMarks[] = {"*", "-", "(", "\u2022", "\u2013", "\u25CF", "\u25AA", "\u25E6", "\u00B7", "\uF0B7"};
  for (std::size_t at = above.find_first_not_of("\n ", colon + 1); at != std::string_view::npos;) {
    const std::string_view line = above.substr(at);
    const bool marked = std::ranges::any_of(kMarks, [line](std::string_view mark) { return line.starts_with(mark); });
    if (!marked && (line.front() < '0' || line.front() > '9')) return {};
    const std::size_t blank = above.find("\n\n", at);
    at = blank == std::string_view::npos ? blank : above.find_first_not_of("\n ", blank);
  }
  const std::size_t before = above.rfind("\n\n", colon);
  return between(before == std::string_view::npos ? low : low + before, low + colon);
}

}  // namespace foi::understand
