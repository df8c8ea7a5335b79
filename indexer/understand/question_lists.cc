#include "indexer/understand/question_lists.h"

#include <algorithm>
#include <string>

#include "indexer/model/text.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/section_openers.h"

namespace foi::understand {

namespace {

// A heading between a list and what introduces it, in bytes; how many of them.
constexpr std::size_t kHeadingBytes = 90, kHeadings = 2;
// The end of an introduction, in bytes.
constexpr std::size_t kIntroBytes = 500;
// A thing named as a question of a list with answers between: its bytes.
constexpr std::size_t kNamedLeast = 3, kNamedMost = 600;
// Items of a request are shorter than the paragraphs of a notice, on average; in bytes.
constexpr std::size_t kProseBytes = 700;

// What introduces a list of something other than questions.
constexpr std::string_view kOtherLists[] = {"in favour",    "favouring",       "against",        "factors",
                                            "attached",     "enclosed",        "enclose",        "following documents",
                                            "requires",     "must take",       "following step", "following reason",
                                            "because",      "options",         "decided",        "decision is",
                                            "my findings",  "our findings",    "conclusions",    "considered",
                                            "ways",         "sources",         "we hold",        "found that",
                                            "available at", "following links", "exemptions",     "exempt",
                                            "withheld",     "exceptions",      "have removed",   "please note"};
// What says that questions and answers follow.
constexpr std::string_view kAnswersFollow[] = {"reply below each",
                                               "answer below each",
                                               "response below each",
                                               "answers below",
                                               "beneath each",
                                               "under each",
                                               "below each",
                                               "after each",
                                               "each question",
                                               "each of your",
                                               "your questions",
                                               "your own numbering",
                                               "question and answer",
                                               "questions and answers",
                                               "your numbering",
                                               "in turn",
                                               "the following answers",
                                               "next to each",
                                               "each point",
                                               "each part",
                                               "questions you asked",
                                               "you wanted is below",
                                               "to your questions",
                                               "points as follows",
                                               "list below"};

class Judge {
 public:
  Judge(const QuestionLayout& layout, const ItemList& list) : layout_(layout), list_(list), counts_(count_items(layout, list)) {}

  ListRole role() const {
    const std::size_t n = list_.items.size();
    const auto [intro, headed] = introduction();
    const bool named = list_.items.front().marker.style == MarkerStyle::kQuestion;
    const bool asked = headed || introduces_request(intro) || leads_in(last_sentence(intro));
    if (!named && !headed && !list_.table && asks_of_requester(last_sentence(intro))) return ListRole::kOther;
    const bool request = layout_.kind(list_.items.front().first) == SectionKind::request;
    const bool quoted = layout_.kind(list_.items.front().first) == SectionKind::quoted_thread;
    // Of the messages under an answer the oldest is the request.
    if (quoted && !layout_.in_oldest_message(list_.items.front().first)) return ListRole::kOther;
    if (asked || list_.table || (request && !has_any(last_sentence(intro), kOtherLists)))
      return 2 * counts_.states <= n && (n > 1 || counts_.states == 0) ? ListRole::kRequest : ListRole::kOther;
    if (n < 2) return ListRole::kOther;
    if (quoted && 3 * counts_.states <= n) return ListRole::kRequest;
    const bool follow = has_any(intro, kAnswersFollow);
    const std::size_t asks = counts_.asks + counts_.wonders;
    if (named && answered_between() && 2 * counts_.states <= n) return follow ? ListRole::kRequest : ListRole::kAsks;
    if (follow && 3 * counts_.states <= n && (asks > 0 || answered_between() || typed_answers())) return ListRole::kRequest;
    if (has_any(last_sentence(intro), kOtherLists) && !answered_between()) return ListRole::kOther;
    if (n > 2 && 3 * counts_.asks >= 2 * n && counts_.states == 0 && (answered_between() || typed_answers())) return ListRole::kSurelyAsks;
    const bool numbers = list_.items.front().marker.style == MarkerStyle::kNumber;
    if (numbers && !list_.inner && counts_.states == 0 && answered_between()) return ListRole::kSurelyAsks;
    if (2 * asks >= n && 3 * counts_.states <= n) return ListRole::kAsks;
    if (counts_.states == 0 && answers_in_place() && has_any(intro, kOfEach)) return ListRole::kAsks;
    return counts_.states == 0 && answered_between() ? ListRole::kAsks : ListRole::kOther;
  }

 private:
  // The paragraph above the list, over the headings of blocks; whether one of those is that of the request.
  std::pair<std::string, bool> introduction() const {
    std::size_t i = list_.items.front().first;
    bool headed = false;
    for (std::size_t headings = 0; i > 0; ++headings) {
      const std::string_view text = layout_.printed(--i);
      headed = headed || heading_kind(repaired_lower(utf8_prefix(text, 2 * kHeadingBytes))) == SectionKind::request;
      const bool heading = text.size() < kHeadingBytes && !text.ends_with('.') && !text.ends_with(':') && !text.ends_with('-');
      if (!heading || headings >= kHeadings) break;
    }
    if (i == list_.items.front().first) return {std::string(), headed};
    const std::string_view text = layout_.printed(i);
    const std::size_t from = text.size() > kIntroBytes ? text.size() - kIntroBytes : 0;
    std::size_t start = from;
    while (start < text.size() && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) ++start;
    return {repaired_lower(text.substr(start)), headed};
  }

  static std::string_view last_sentence(std::string_view text) {
    const std::size_t stop = text.size() < 2 ? std::string_view::npos : text.rfind(". ", text.size() - 2);
    return stop == std::string_view::npos ? text : text.substr(stop + 2);
  }

  // Things named one after the other, each with the authority's words under it.
  bool answered_between() const {
    const auto answered = static_cast<std::size_t>(std::ranges::count_if(list_.items, [&](const ListItem& item) {
      const std::size_t own = layout_.item_text(item).empty() ? 2 : 1;
      const std::string_view text = layout_.letter().view(layout_.asked_text(item));
      return item.end > item.first + own && text.size() >= kNamedLeast && text.size() <= kNamedMost;
    }));
    return answered + 1 >= list_.items.size() && answered > 1;
  }

  // "1. Minutes of the board. On our website.": numbered things named, with a sentence after each.
  bool answers_in_place() const {
    return std::ranges::all_of(list_.items, [&](const ListItem& item) {
      const std::string_view text = layout_.letter().view(layout_.item_text(item));
      const std::size_t stop = text.find(". ");
      return item.marker.style != MarkerStyle::kBullet && stop != std::string_view::npos && stop >= kNamedLeast &&
             text.size() > stop + 2 * kNamedLeast;
    });
  }
  static constexpr std::string_view kOfEach[] = {"each", "asked", "asks for", "your request", "your questions", "you wanted", "points"};

  // "Sickness rate - 6.4 per cent", on most lines.
  bool typed_answers() const {
    return 2 * std::ranges::count_if(list_.items,
                                     [&](const ListItem& item) {
                                       const std::string text = layout_.cue_text(item.first);
                                       return has_any(text, std::span<const std::string_view>(kDashes)) ||
                                              text.find('?') != std::string::npos;
                                     }) >=
           static_cast<std::ptrdiff_t>(list_.items.size());
  }
  static constexpr std::string_view kDashes[] = {" - ", " = ", " \u2013 "};

  const QuestionLayout& layout_;
  const ItemList& list_;
  ItemCounts counts_;
};

}  // namespace

ItemCounts count_items(const QuestionLayout& layout, const ItemList& list) {
  ItemCounts counts;
  for (const ListItem& item : list.items) {
    const Span span = layout.asked_text(item);
    const std::string text = layout.cue_text(span);
    const bool prose = span.end - span.start > kProseBytes;
    switch (reads_as(text)) {
      case Reads::kAsks:
        ++(asks_of_letter(text) ? counts.states : counts.asks);
        break;
      case Reads::kWonders:
        ++(prose ? counts.states : counts.wonders);
        break;
      case Reads::kNames:
        ++(prose ? counts.states : counts.names);
        break;
      case Reads::kStates:
        ++counts.states;
        break;
    }
  }
  return counts;
}

ListRole role_of_list(const QuestionLayout& layout, const ItemList& list) { return Judge(layout, list).role(); }

}  // namespace foi::understand
