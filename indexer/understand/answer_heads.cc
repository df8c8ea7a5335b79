#include "indexer/understand/answer_heads.h"

#include <algorithm>
#include <optional>
#include <string>

#include "indexer/model/text.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/request_words.h"
#include "indexer/understand/section_openers.h"

namespace foi::understand {

namespace {

// Paragraphs from the top in which a letter counts what was asked, and the bytes of each that are read.
constexpr std::size_t kOpeningParagraphs = 30, kCountedBytes = 1'500;
// A heading and a run-in head, in bytes; paragraphs of an answer before the next run-in head.
constexpr std::size_t kLeastHead = 4, kMostHead = 120, kLeastRunIn = 3, kMostRunIn = 44, kMostBetween = 2;
// The least that a run-in head has with what stands behind it, in bytes.
constexpr std::size_t kLeastRunInAnswer = 12;

constexpr CueTable kThings = {"questions", "requests", "queries", "things",    "points", "parts",
                              "items",     "matters",  "limbs",   "documents", "papers", "records"};

// Headings of what a letter says for itself.
constexpr CueTable kOwnHeads = {"note",
                                "notes",
                                "please note",
                                "background",
                                "conclusion",
                                "conclusions",
                                "decision",
                                "our decision",
                                "decisions",
                                "reasons",
                                "explanation",
                                "summary",
                                "next steps",
                                "data protection",
                                "re-use",
                                "copyright",
                                "public interest",
                                "what happened",
                                "what i think",
                                "what we think",
                                "scope",
                                "help",
                                "assistance",
                                "advice",
                                "advice and assistance",
                                "the law",
                                "exemptions",
                                "exemption",
                                "review",
                                "complaints",
                                "complaint",
                                "appeal",
                                "appeals",
                                "your rights",
                                "not happy",
                                "timing",
                                "introduction",
                                "searches",
                                "our searches",
                                "result",
                                "outcome",
                                "the outcome",
                                "my findings",
                                "findings",
                                "my decision",
                                "your complaint",
                                "the regime",
                                "handling",
                                "remedy",
                                "afterwards",
                                "the exemption",
                                "the public interest",
                                "balance",
                                "harm",
                                "prejudice",
                                "apology",
                                "delay",
                                "the delay",
                                "commercial interests",
                                "national security",
                                "law enforcement",
                                "personal data",
                                "personal information",
                                "legal privilege",
                                "legal professional privilege",
                                "confidentiality",
                                "health and safety",
                                "free and frank"};
// The letter is over.
constexpr std::string_view kEnds[] = {"yours sincerely", "yours faithfully", "yours truly", "kind regards", "regards", "best wishes"};

// "How we got to these numbers", "What we could do for you", "Where we disagree": of the authority's doing.
bool speaks_of_us(std::string_view lower) {
  static constexpr CueTable us = {"we", "i", "us", "our", "my", "you"};
  return has_any(lower, us);
}

bool ends_answers(SectionKind kind) {
  return kind == SectionKind::review_rights || kind == SectionKind::ico_address || kind == SectionKind::signature ||
         kind == SectionKind::quoted_thread || kind == SectionKind::re_use || kind == SectionKind::disclaimer;
}

class HeadFinder {
 public:
  explicit HeadFinder(const QuestionLayout& layout) : layout_(layout), full_(full_line(layout.letter())) {}

  // The headings over answers, and where the answer to each begins.
  struct Head {
    std::size_t paragraph = 0;
    Span text;
    std::size_t answer = 0;
  };
  std::vector<Head> lines(std::size_t from) const {
    std::vector<Head> heads;
    const std::vector<Paragraph>& paragraphs = layout_.paragraphs();
    for (std::size_t i = first_after(from); i + 1 < paragraphs.size() && !ends_answers(layout_.kind(i)); ++i) {
      if (is_one_of(layout_.cue_text(layout_.first_line(paragraphs[i].span)), kEnds)) break;
      if (!layout_.tells_or_answers(i)) continue;
      const Span whole = paragraphs[i].span, first = layout_.first_line(whole);
      if (first.end == whole.end ? is_head(i, whole) && !is_head(i + 1, paragraphs[i + 1].span)
                                 : is_joined(whole, first) && is_head(i, first))
        heads.push_back({i, first, first.end == whole.end ? paragraphs[i + 1].span.start : first.end + 1});
    }
    return heads;
  }

  std::size_t first_after(std::size_t from) const {
    std::size_t i = from == 0 ? 0 : layout_.paragraph_at(from);
    while (i < layout_.paragraphs().size() && layout_.paragraphs()[i].span.start < from) ++i;
    return i;
  }

  std::vector<Head> run_in(std::size_t from) const {
    std::vector<Head> heads;
    for (std::size_t i = first_after(from); i < layout_.paragraphs().size() && !ends_answers(layout_.kind(i)); ++i) {
      const std::optional<Head> head = run_in_head(i);
      if (!head) continue;
      if (!heads.empty() && i - heads.back().paragraph > kMostBetween + 1) break;
      heads.push_back(*head);
    }
    return heads;
  }

 private:
  static std::string_view without_marks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of("#*_ "), text.size()));
    while (!text.empty() && std::string_view("*_ ").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    return text;
  }

  bool names_asked(std::string_view lower) const {
    const std::string_view text = bare(lower);
    return !is_one_of(text, kOwnHeads) && !is_section_heading(text) && !is_reasons_heading(text) && !heading_kind(text) &&
           !asks_of_letter(text) && !asks_of_requester(text) && !speaks_of_us(text);
  }

  // A line over one that begins with a capital: no blank line parts a heading from its answer. It is short and the next is longer, or the
  // next word would have found room behind it. An answer is a sentence or a figure, and no office under a name.
  bool is_joined(Span whole, Span first) const {
    const std::string_view rest = layout_.letter().view(Span{first.end, whole.end});
    const std::size_t next = std::min(rest.find_first_not_of(" \n*_"), rest.size());
    const std::size_t size = first.end - first.start;
    const std::size_t below = std::min(rest.find('\n', next), rest.size()) - next;
    if (next >= rest.size() || !is_upper(rest[next])) return false;
    if (size <= kMostRunIn && below > size + size / 2) return true;
    const std::size_t word = std::min(rest.find(' ', next), rest.size()) - next;
    return rest.find_first_of(".0123456789", next) != std::string_view::npos && size + word + kMostRunIn / 2 < full_;
  }

  bool is_head(std::size_t i, Span span) const {
    const std::string_view text = without_marks(layout_.letter().view(span));
    if (text.size() < kLeastHead || text.size() > kMostHead || text.find('\n') != std::string_view::npos || !is_upper(text.front()) ||
        layout_.marker(i) || std::string_view(".:;,").find(text.back()) != std::string_view::npos)
      return false;
    if (text.find("   ") != std::string_view::npos || text.find_first_of("\t|") != std::string_view::npos) return false;
    if (i > 0 && layout_.cue_text(i - 1).starts_with("dear ")) return false;  // of the letter
    const std::string lower = layout_.cue_text(span);
    return !lower.starts_with("dear ") && !lower.starts_with("page ") && names_asked(lower);
  }

  // "Rents. They are on our website."
  std::optional<Head> run_in_head(std::size_t i) const {
    constexpr std::ptrdiff_t words = 5;
    const std::string_view whole = layout_.printed(i), text = without_marks(whole);
    const std::size_t stop = text.find_first_of(".:");
    if (stop == std::string_view::npos || stop < kLeastRunIn || stop > kMostRunIn || stop + kLeastRunInAnswer > text.size())
      return std::nullopt;
    const std::size_t after = text.find_first_not_of("*_", stop + 1);
    if (after == std::string_view::npos || (text[after] != ' ' && text[after] != '\n') || !is_upper(text.front()) || layout_.marker(i))
      return std::nullopt;
    const std::string lower = to_lower_ascii(text.substr(0, stop));
    if (std::ranges::count(lower, ' ') > words || reads_as(lower) != Reads::kNames || !names_asked(lower)) return std::nullopt;
    const std::size_t start = layout_.paragraphs()[i].span.start + static_cast<std::size_t>(text.data() - whole.data());
    return Head{i, {start, start + stop}, start + after + 1};
  }

  const QuestionLayout& layout_;
  std::size_t full_ = 0;  // bytes of a line that was broken for want of room
};

// "Seven questions from you", "the four parts of it": whose they are stands behind them; before: what was said of the request.
bool counts_yours(std::string_view before, std::string_view after_number) {
  static constexpr CueTable requests = {"your request", "the request",  "your letter", "your e-mail",
                                        "your email",   "your enquiry", "your message"};
  static constexpr CueTable yours = {"from you",       "of yours", "you put",       "you asked",      "you ask",
                                     "you sent",       "of it",    "of your",       "of the request", "in your letter",
                                     "in your e-mail", "in it",    "came from you", "you have put",   "you raised"};
  const std::string_view thing = prefix_of(after_number, kThings);
  if (thing.empty()) return false;
  const std::string_view whose = prefix_of(after_number.substr(std::min(thing.size() + 1, after_number.size())), yours);
  return !whose.empty() && (!whose.ends_with(" it") || has_any(before, requests));
}

// Nobody but the authority or those who judge it has a part in the sentence before the number.
bool speaks_of_own(std::string_view before) {
  static constexpr CueTable own = {"we", "i", "our", "because", "reasons", "tribunal", "commissioner"};
  return has_any(before, own);
}

std::string_view sentence_before(std::string_view lower, std::size_t at) {
  const std::size_t stop = lower.rfind(". ", at);
  const std::size_t start = stop == std::string_view::npos ? 0 : stop + 2;
  return lower.substr(start, at - std::min(at, start));
}

std::vector<FoundQuestion> questions_under(const QuestionLayout& layout, const std::vector<HeadFinder::Head>& heads) {
  std::vector<FoundQuestion> found;
  for (std::size_t n = 0; n < heads.size() && found.size() < kMaxQuestions; ++n) {
    const std::size_t own = layout.paragraph_at(heads[n].answer);
    const std::size_t last = n + 1 < heads.size() ? heads[n + 1].paragraph - 1 : own;
    FoundQuestion q;
    q.number = std::to_string(n + 1);
    q.text = heads[n].text;
    q.answer = {heads[n].answer, layout.paragraphs()[std::max(last, own)].span.end};
    found.push_back(std::move(q));
  }
  return found;
}

}  // namespace

bool counts_asked(std::string_view lower, std::size_t at) {
  static constexpr CueTable asked = {"your", "you", "request", "there were", "letter", "e-mail", "email"};
  const std::string_view before = sentence_before(lower, at);
  return has_any(before, asked) && !speaks_of_own(before);
}

std::size_t announced_questions(const QuestionLayout& layout) {
  // Of a review, and of what he is told to send, something else is counted.
  static constexpr CueTable other = {"review",    "complain", "complaint", "grounds",   "argue",   "further", "more",
                                     "earlier",   "previous", "clarify",   "reasons",   "you may", "you can", "you could",
                                     "you might", "if you",   "one of",    "either of", "choose"};
  static constexpr CueTable of_review = {"review", "complaint", "reconsideration", "appeal"};
  constexpr std::size_t back = 120;  // bytes of the sentence before the number
  std::size_t announced = 0;
  for (std::size_t i = 0; i < std::min(layout.paragraphs().size(), kOpeningParagraphs); ++i) {
    if (!layout.tells_or_answers(i)) continue;
    const std::string lower = to_lower_ascii(utf8_prefix(layout.printed(i), kCountedBytes));
    const SoughtText sought(lower);
    for (std::size_t n = 0; n < std::size(kNumbersFromTwo); ++n) {
      const std::size_t at = sought.find_phrase(kNumbersFromTwo[n]);
      if (at == std::string::npos) continue;
      const std::string_view after = std::string_view(lower).substr(std::min(at + kNumbersFromTwo[n].size() + 1, lower.size()));
      const std::string_view before = sentence_before(lower, at);
      // "We answer the four limbs of your request": all of them.
      if (!counts_asked(lower, at) &&
          !(counts_yours(std::string_view(lower).substr(0, at), after) && (!speaks_of_own(before) || before.ends_with("the "))))
        continue;
      const std::size_t from = at - std::min(at, back);
      if (prefix_of(after, kThings).empty() || has_any(std::string_view(lower).substr(from, at - from), other)) continue;
      if (has_any(after.substr(0, after.find(". ")), of_review)) continue;
      if (announced != 0 && announced != n + 2) return 0;
      announced = n + 2;
    }
  }
  return announced;
}

std::vector<FoundQuestion> find_headed_answers(const QuestionLayout& layout, std::size_t from) {
  return questions_under(layout, HeadFinder(layout).lines(from));
}

std::vector<FoundQuestion> find_run_in_answers(const QuestionLayout& layout, std::size_t from) {
  return questions_under(layout, HeadFinder(layout).run_in(from));
}

}  // namespace foi::understand
