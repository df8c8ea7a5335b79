#include "indexer/understand/question_lists.h"

#include <algorithm>
#include <string>

#include "indexer/model/text.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/list_answers.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/request_words.h"
#include "indexer/understand/section_openers.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/topic_leads.h"

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
// Words before parts that are no heading of their own, in bytes.
constexpr std::size_t kFragmentBytes = 28;
// An answer typed behind a colon, in bytes.
constexpr std::size_t kSaidBytes = 60;
// Lists within lists that are looked into.
constexpr std::size_t kDeepest = 3;

// What introduces a list of something other than questions.
constexpr std::string_view kOtherLists[] = {
    "in favour",    "favouring",           "against",         "factors",    "attached",       "enclosed",
    "enclose",      "following documents", "requires",        "must take",  "following step", "following reason",
    "because",      "these reasons",       "options",         "decided",    "decision is",    "my findings",
    "our findings", "conclusions",         "considered",      "ways",       "sources",        "we hold",
    "found that",   "available at",        "following links", "exemptions", "exempt",         "withheld",
    "exceptions",   "have removed",        "please note"};
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
                                               "each of the questions",
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
                                               "in bold",
                                               "in italics",
                                               "in italic",
                                               "in blue",
                                               "in green",
                                               "in red",
                                               "points as follows",
                                               "list below"};

class Judge {
 public:
  Judge(const QuestionLayout& layout, const ItemList& list)
      : layout_(layout), list_(list), leaves_(leaves_of(layout, list)), counts_(count_items(layout, list)) {}

  ListRole role() const {
    const std::size_t n = leaves_.size();
    if (numbers_the_letter() || answers_in_ranges()) return ListRole::kOther;
    if (lists_documents()) return ListRole::kOther;
    const auto [intro, headed] = introduction();
    const bool named = list_.items.front().marker.style == MarkerStyle::kQuestion;
    const bool asked = headed || introduces_request(intro, true) || counts_list(intro) || leads_in(last_sentence(intro)) || tells_each() ||
                       trim(intro).ends_with("wrote:");  // over a message that is quoted
    if (!named && !headed && !list_.table && asks_of_requester(last_sentence(intro))) return ListRole::kOther;
    // "Here is what you asked for:" over things that are named, or said.
    if (!named && !headed && !list_.table && counts_.asks + counts_.wonders == 0 && hands_over(last_sentence(intro)) && !answered_between())
      return ListRole::kOther;
    // "Which years you have in mind": asked of the requester.
    static constexpr CueTable meant = {"you mean", "you have in mind", "you had in mind", "do you want", "you are referring"};
    if (!named && !headed && !list_.table &&
        std::ranges::any_of(leaves_, [&](const ListItem& item) { return has_any(layout_.cue_text(layout_.item_text(item)), meant); }))
      return ListRole::kOther;
    const bool request = layout_.kind(list_.items.front().first) == SectionKind::request;
    if (n > 1 && !request && 2 * counts_.states <= n && !has_any(last_sentence(intro), kOtherLists) && has_twin())
      return ListRole::kSurelyAsks;
    const bool quoted = layout_.kind(list_.items.front().first) == SectionKind::quoted_thread;
    // Of the messages under an answer the oldest is the request.
    if (quoted && !layout_.in_oldest_message(list_.items.front().first)) return ListRole::kOther;
    if (asked || list_.table || (request && !has_any(last_sentence(intro), kOtherLists)))
      return 2 * counts_.states <= n && (n > 1 || counts_.states == 0) ? ListRole::kRequest : ListRole::kOther;
    if (n < 2) return ListRole::kOther;
    if (quoted && 3 * counts_.states <= n) return ListRole::kRequest;
    if (quoted_in_letter() && counts_.states == 0) return ListRole::kRequest;
    const bool follow = has_any(intro, kAnswersFollow);
    const std::size_t asks = counts_.asks + counts_.wonders;
    if (named && answered_between() && 2 * counts_.states <= n) return ListRole::kRequest;
    if (follow && 3 * counts_.states <= n && (asks > 0 || answered_between() || typed_answers())) return ListRole::kRequest;
    const bool typed = (list_.items.front().marker.style != MarkerStyle::kBullet || points_to_answers()) && answers_typed(layout_, leaves_);
    if (typed && 2 * asks >= n && 3 * counts_.states <= n) return ListRole::kAsks;
    if (has_any(last_sentence(intro), kOtherLists) && !answered_between()) return ListRole::kOther;
    if (n > 2 && 3 * counts_.asks >= 2 * n && counts_.states == 0 && (answered_between() || typed_answers())) return ListRole::kSurelyAsks;
    const bool numbers = list_.items.front().marker.style == MarkerStyle::kNumber;
    if (numbers && !list_.inner && counts_.states == 0 && (answered_between() || answered_mostly())) return ListRole::kSurelyAsks;
    if (2 * asks >= n && 3 * counts_.states <= n) return ListRole::kAsks;
    if (numbers && asks > 0 && counts_.states == 0 && answered_beside()) return ListRole::kAsks;
    // "Q1 …", "1. Vans owned = 14": marked as questions, or each with its answer on its line.
    if ((named || typed) && 3 * counts_.states <= n) return ListRole::kAsks;
    if (list_.items.front().marker.style != MarkerStyle::kBullet && answered_between() && 4 * counts_.states <= n) return ListRole::kAsks;
    if (counts_.states == 0 && answers_in_place() && (has_any(intro, kOfEach) || under_answers() || (numbers && names_each())))
      return ListRole::kAsks;
    return counts_.states == 0 && answered_between() ? ListRole::kAsks : ListRole::kOther;
  }

 private:
  // "1. Background … 6. Appeal": the letter's own headings, two of them such as questions never are.
  bool numbers_the_letter() const {
    static constexpr std::string_view parts[] = {"background",
                                                 "introduction",
                                                 "your request",
                                                 "the request",
                                                 "your rights",
                                                 "right of appeal",
                                                 "appeal",
                                                 "appeals",
                                                 "next steps",
                                                 "conclusion",
                                                 "conclusions",
                                                 "decision",
                                                 "our decision",
                                                 "findings",
                                                 "outcome",
                                                 "reasons",
                                                 "public interest",
                                                 "public interest test",
                                                 "complaints",
                                                 "further information",
                                                 "review",
                                                 "your right to complain",
                                                 "timing",
                                                 "time",
                                                 "scope",
                                                 "advice",
                                                 "advice and assistance",
                                                 "discussion",
                                                 "analysis",
                                                 "learning",
                                                 "lessons",
                                                 "handling",
                                                 "the facts",
                                                 "the law",
                                                 "result",
                                                 "our handling",
                                                 "what we decided",
                                                 "how to complain",
                                                 "reasons for decision"};
    // "1. We had your request on 4 May. 2. You asked …": some paragraph of it tells the request, and the first is none.
    const auto tells = [&](const ListItem& item) { return tells_asked(layout_.cue_text(layout_.item_text(item))); };
    if (reads_as(layout_.cue_text(layout_.item_text(list_.items.front()))) == Reads::kStates &&
        std::ranges::count_if(list_.items, tells) == 1)
      return true;
    // "1. On 8 May the applicant asked for:" over bullets: they are the request.
    const auto leads = [&](const ListItem& item) {
      const std::string_view text = layout_.printed(item.first);
      return text.ends_with(':') && text.size() <= kIntroBytes && layout_.list_at(item.first + 1) != nullptr &&
             told_at(repaired_lower(text)).has_value();
    };
    if (std::ranges::any_of(list_.items, leads)) return true;
    auto found = std::ranges::count_if(list_.items,
                                       [&](const ListItem& item) { return is_one_of(layout_.cue_text(layout_.item_text(item)), parts); });
    // "3. Decision": a heading that has ended the list goes on with its numbers.
    const ListItem& last = list_.items.back();
    if (last.end < layout_.paragraphs().size()) {
      const auto next = layout_.marker(last.end);
      if (next && next->style == last.marker.style && next->number == last.marker.last + 1 && layout_.heads_section(last.end)) ++found;
    }
    return found >= 2;
  }

  // Rows of a schedule of what is held: "No. | Document | Pages | Decision".
  bool lists_documents() const {
    static constexpr CueTable things = {"document", "documents", "record", "records", "file", "files", "paper", "papers"};
    static constexpr CueTable fields = {"pages", "page",      "pp",         "no",      "number",  "decision",
                                        "date",  "exemption", "exemptions", "section", "released"};
    const std::size_t first = list_.items.front().first;
    if (first == 0) return false;
    const std::span<const Span> cells = cells_of(layout_.letter(), layout_.letter().lines[layout_.paragraphs()[first - 1].first_line]);
    std::size_t of_things = 0, of_fields = 0;
    for (const Span& cell : cells) {
      of_things += is_one_of(layout_.cue_text(cell), things) ? 1 : 0;
      of_fields += is_one_of(layout_.cue_text(cell), fields) ? 1 : 0;
    }
    return cells.size() > 2 && of_things == 1 && of_fields >= 2;
  }

  // "Q1 to Q4 are answered together:" in a list that is no request.
  bool answers_in_ranges() const {
    return std::ranges::any_of(list_.items, [&](const ListItem& item) {
      return item.marker.last > item.marker.number && reads_as(layout_.cue_text(layout_.item_text(item))) == Reads::kStates;
    });
  }

  // The paragraph above the list, over the headings of blocks; whether one of those is that of the request.
  std::pair<std::string, bool> introduction() const {
    std::size_t i = list_.items.front().first;
    bool headed = false;
    for (std::size_t headings = 0; i > 0; ++headings) {
      const std::string_view text = layout_.printed(--i);
      headed = headed || heading_kind(repaired_lower(utf8_prefix(text, 2 * kHeadingBytes))) == SectionKind::request;
      const bool heading = text.size() < kHeadingBytes && !text.ends_with('.') && !text.ends_with(':') && !text.ends_with('-') &&
                           !introduces_request(repaired_lower(text), true);
      if (!heading || headings >= kHeadings) break;
    }
    if (i == list_.items.front().first) return {std::string(), headed};
    const std::string_view text = layout_.printed(i);
    const std::size_t from = text.size() > kIntroBytes ? text.size() - kIntroBytes : 0;
    std::size_t start = from;
    while (start < text.size() && continues_character(text[start])) ++start;
    return {repaired_lower(text.substr(start)), headed};
  }

  // Each in lines that are marked as quoted, in the letter itself: the words are the requester's.
  bool quoted_in_letter() const {
    return std::ranges::all_of(list_.items, [&](const ListItem& item) {
      const std::string_view text = layout_.printed(item.first);
      const bool bar =
          text.starts_with("| ") && text.substr(0, text.find('\n')).find('|', 2) == std::string_view::npos;  // no row of a table
      return (text.starts_with("> ") || bar) && layout_.tells_or_answers(item.first);
    });
  }

  // "On 3 August you asked for two things. We took longer over them.": over just so many.
  bool counts_list(std::string_view intro) const {
    static constexpr CueTable asked = {"you asked", "you wanted", "you requested", "you sent",
                                       "you put",   "you had",    "your request",  "you ask"};
    static constexpr CueTable things = {"things", "questions", "requests", "points", "matters", "parts", "queries"};
    const std::size_t n = leaves_.size();
    if (n < 2 || n - 2 >= std::size(kNumbersFromTwo) || !has_any(intro, asked)) return false;
    const std::size_t at = find_phrase(intro, kNumbersFromTwo[n - 2]);
    return at != std::string_view::npos &&
           !prefix_of(intro.substr(std::min(at + kNumbersFromTwo[n - 2].size() + 1, intro.size())), things).empty();
  }

  static std::string_view last_sentence(std::string_view text) {
    const std::size_t stop = text.size() < 2 ? std::string_view::npos : text.rfind(". ", text.size() - 2);
    return stop == std::string_view::npos ? text : text.substr(stop + 2);
  }

  // "You asked how many …. You want to know …": told item by item.
  bool tells_each() const {
    return leaves_.size() > 1 &&
           std::ranges::all_of(leaves_, [&](const ListItem& item) { return tells_asked(layout_.cue_text(layout_.item_text(item))); });
  }

  // Things named one after the other, each with the authority's words under it.
  bool answered_between() const {
    const std::size_t answered = count_answered();
    return answered + 1 >= leaves_.size() && answered > 1;
  }
  // "3) Contract end      30 June": in a column of its own, without a head.
  bool answered_beside() const {
    const auto beside = std::ranges::count_if(leaves_, [&](const ListItem& item) { return layout_.cell_beside(item).has_value(); });
    return leaves_.size() > 2 && 3 * beside >= 2 * static_cast<std::ptrdiff_t>(leaves_.size());
  }
  // Some of many have their answer on their own line, or none.
  bool answered_mostly() const {
    constexpr std::size_t many = 4;
    return leaves_.size() >= many && 3 * count_answered() >= 2 * leaves_.size();
  }
  std::size_t count_answered() const {
    return static_cast<std::size_t>(std::ranges::count_if(leaves_, [&](const ListItem& item) {
      const std::size_t own = layout_.item_text(item).empty() ? 2 : 1;
      const std::string_view text = layout_.letter().view(layout_.asked_text(item));
      return item.end > item.first + own && text.size() >= kNamedLeast && text.size() <= kNamedMost;
    }));
  }

  // A list with the same marks that follows: questions, and then the answers.
  bool has_twin() const {
    const SectionKind kind = layout_.kind(list_.items.front().first);
    if (kind != SectionKind::response || list_.inner) return false;
    return twin_of(layout_, list_) != nullptr;
  }

  // "1. Minutes of the board. On our website.": numbered things named, with a sentence after each.
  bool answers_in_place() const {
    return std::ranges::all_of(leaves_, [&](const ListItem& item) {
      const std::string_view text = layout_.letter().view(layout_.item_text(item));
      const std::size_t stop = std::min(text.find(". "), text.find("? "));
      return item.marker.style != MarkerStyle::kBullet && stop != std::string_view::npos && stop >= kNamedLeast &&
             text.size() > stop + 2 * kNamedLeast;
    });
  }
  // Three and more of a list of its own, none of which begins with the letter's own matters.
  bool names_each() const {
    return leaves_.size() > 2 && !list_.inner &&
           std::ranges::all_of(leaves_, [&](const ListItem& item) { return named_answer(layout_, item.first).has_value(); });
  }
  // Right under a heading "The answers".
  bool under_answers() const {
    static constexpr std::string_view heads[] = {"the answers", "answers", "our answers", "answer", "the answers now", "your answers"};
    const std::size_t first = list_.items.front().first;
    return first > 0 && is_one_of(layout_.cue_text(first - 1), heads);
  }
  static constexpr std::string_view kOfEach[] = {"each", "asked", "asks for", "your request", "your questions", "you wanted", "points"};

  // "• Number of beds \u2192 412": no dash, which may as well explain a word.
  bool points_to_answers() const {
    const auto points = std::ranges::count_if(leaves_, [&](const ListItem& item) {
      return layout_.letter().view(layout_.item_text(item)).find(" \u2192 ") != std::string_view::npos || tells_fate(item);
    });
    return 2 * points >= static_cast<std::ptrdiff_t>(leaves_.size());
  }

  // "• Number of patients – held, supplied: 1,316".
  bool tells_fate(const ListItem& item) const {
    static constexpr CueTable fates = {"held",    "not held", "supplied", "provided", "disclosed", "released",  "withheld",
                                       "refused", "attached", "enclosed", "exempt",   "none held", "published", "no information held"};
    const auto at = typed_at(layout_, item);
    return at && !prefix_of(layout_.cue_text(Span{*at, layout_.item_text(item).end}), fates).empty();
  }

  // "Sickness rate - 6.4 per cent", or words after a question mark, on most lines.
  bool typed_answers() const {
    return 2 * std::ranges::count_if(leaves_,
                                     [&](const ListItem& item) {
                                       return typed_at(layout_, item) || layout_.cue_text(item.first).find('?') != std::string::npos;
                                     }) >=
           static_cast<std::ptrdiff_t>(leaves_.size());
  }

  const QuestionLayout& layout_;
  const ItemList& list_;
  std::vector<ListItem> leaves_;
  ItemCounts counts_;
};

// Ends with a word that another must follow.
bool breaks_off(std::string_view lower) {
  static constexpr std::string_view joins[] = {"and", "or",   "in",   "of",     "for",    "by", "at", "on",  "to",
                                               "the", "with", "from", "during", "within", "a",  "an", "per", "under"};
  const std::string_view text = trim(lower);
  const std::size_t word = text.rfind(' ');
  return word != std::string_view::npos && std::ranges::find(joins, text.substr(word + 1)) != std::end(joins);
}

// A marked line that heads the marks under it: it names no more than what they are about, and none of them is an answer or an option.
bool heads_parts(const QuestionLayout& layout, const ListItem& item, const ItemList& parts) {
  const Span span = layout.item_text(item);
  const std::string_view text = layout.letter().view(span);
  const bool leads = text.ends_with(':');
  if (text.size() >= kHeadingBytes || text.substr(0, text.size() - (leads ? 1 : 0)).find_first_of("?:;") != std::string_view::npos)
    return false;
  const std::string cue = layout.cue_text(span);
  const Reads reads = reads_as(cue);
  // "For the same months:" asks nothing itself.
  static constexpr CueTable about = {"for", "in", "of", "at", "on", "during", "about", "regarding", "as to", "within", "with regard to"};
  if (leads && prefix_of(cue, about).empty()) return false;
  static constexpr CueTable each = {"for each", "for every", "in each", "in every", "of each"};
  const bool of_each = leads && !prefix_of(cue, each).empty();
  // "Of those", over what is asked of them; "how many fires were there in" is whole only with its parts.
  const bool open = breaks_off(cue);
  if (reads != Reads::kNames && !of_each && !open && !(reads == Reads::kWonders && text.size() < kFragmentBytes)) return false;
  if (names_wanted(cue) && !open) return false;
  if (parts.items.size() < 2 || parts.items.front().marker.style == MarkerStyle::kBullet || parts.items.back().first >= item.end)
    return false;
  return std::ranges::none_of(parts.items, [&](const ListItem& part) {
    Span own = layout.item_text(part);
    if (layout.letter().view(own).ends_with(']')) return true;
    if (const auto at = typed_at(layout, part)) own.end = *at;
    return reads_as(layout.cue_text(own)) == Reads::kStates;
  });
}

void add_leaves(const QuestionLayout& layout, const ItemList& list, std::size_t depth, std::vector<ListItem>& leaves) {
  for (const ListItem& item : list.items) {
    const ItemList* parts = depth < kDeepest && !list.table ? layout.list_at(item.first + 1) : nullptr;
    // One word of the letterhead, an address beside the page, may have come between.
    const bool word_between = item.first + 2 < item.end && layout.printed(item.first + 1).find(' ') == std::string_view::npos;
    if (parts == nullptr && word_between && depth < kDeepest && !list.table) parts = layout.list_at(item.first + 2);
    if (parts == nullptr || !heads_parts(layout, item, *parts)) {
      leaves.push_back(item);
      continue;
    }
    const std::size_t first = leaves.size();
    add_leaves(layout, *parts, depth + 1, leaves);
    // "1(a)" has the number before it already.
    for (std::size_t i = first; i < leaves.size(); ++i)
      if (std::string& label = leaves[i].marker.label; label.size() < 2 || !label.starts_with(item.marker.label))
        label.insert(0, item.marker.label);
  }
}

}  // namespace

std::vector<ListItem> leaves_of(const QuestionLayout& layout, const ItemList& list) {
  std::vector<ListItem> leaves;
  add_leaves(layout, list, 0, leaves);
  return leaves;
}

std::optional<std::size_t> typed_at(const QuestionLayout& layout, const ListItem& item) {
  const Span text = layout.item_text(item);
  const std::string_view view = layout.letter().view(text);
  // "*What was asked.* **What is answered.**"
  for (std::string_view sign : {"* **", "** *", "_ **", "** _", " \u2192 ", " = ", " \u2013 ", " - "})
    if (const std::size_t at = view.find(sign); at != std::string_view::npos && at >= kNamedLeast && at + sign.size() < view.size())
      return text.start + at + sign.size();
  // "Question 2 – Cost of each: to find this would take too long": of what is called a question only what stands before the colon asks.
  if (item.marker.style == MarkerStyle::kQuestion)
    if (const std::size_t at = view.find(": "); at != std::string_view::npos && at >= kNamedLeast &&
                                                view.find('?') == std::string_view::npos &&
                                                reads_as(layout.cue_text(Span{text.start + at + 2, text.end})) == Reads::kStates)
      return text.start + at + 2;
  // "The report of June: enclosed, complete".
  const std::size_t colon = view.rfind(": ");
  const bool said = item.marker.style == MarkerStyle::kNumber && colon != std::string_view::npos && colon >= kNamedLeast &&
                    view.size() - colon <= kSaidBytes && view.find('?') == std::string_view::npos &&
                    reads_as(layout.cue_text(Span{text.start + colon + 2, text.end})) == Reads::kStates;
  return said ? std::optional(text.start + colon + 2) : std::nullopt;
}

bool answers_typed(const QuestionLayout& layout, const std::vector<ListItem>& items) {
  const auto typed = std::ranges::count_if(items, [&](const ListItem& item) { return typed_at(layout, item).has_value(); });
  return items.size() > 1 && 3 * typed >= 2 * static_cast<std::ptrdiff_t>(items.size());
}

bool says_where_it_goes(std::string_view lower) {
  if (lower.find('?') != std::string_view::npos) return false;
  static constexpr CueTable cited = {"question", "questions", "part", "parts", "point", "points", "item", "items", "for"};
  if (const std::size_t at = lower.find('@'); at != std::string_view::npos && at > 0 && is_word(lower[at - 1])) return true;
  for (std::string_view word : cited)
    for (std::size_t at = find_phrase(lower, word); at != std::string_view::npos; at = find_phrase(lower, word, at + 1)) {
      std::string_view rest = lower.substr(at + word.size());
      // "(question 2)", "for (a)": the number closes what is said.
      const bool bracket = at > 0 && lower[at - 1] == '(';
      if (!rest.starts_with(word == "for" ? " (" : " ")) continue;
      rest.remove_prefix(word == "for" ? 2 : 1);
      const std::size_t close = rest.find(')');
      constexpr std::size_t marks = 12;  // bytes of "1, 2 and 3"
      if (close == std::string_view::npos || close == 0 || close > marks || (word == "for" ? close > 3 : !bracket)) continue;
      if (word == "for" || is_digit(rest.front())) return at > 0;
    }
  return false;
}

ItemCounts count_items(const QuestionLayout& layout, const ItemList& list) {
  ItemCounts counts;
  const std::vector<ListItem> leaves = leaves_of(layout, list);
  const bool typed = answers_typed(layout, leaves);
  for (const ListItem& item : leaves) {
    Span span = layout.asked_text(item, list.table);
    if (const auto at = typed ? typed_at(layout, item) : std::nullopt) span.end = *at;
    const std::string text = layout.cue_text(span);
    const bool prose = span.end - span.start > kProseBytes;
    switch (tells_asked(text) ? Reads::kAsks : says_where_it_goes(text) ? Reads::kStates : reads_as(text)) {
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
