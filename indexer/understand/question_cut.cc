#include "indexer/understand/question_cut.h"

#include <algorithm>
#include <string>

#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/section_openers.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// A line of a list under a question, in bytes.
constexpr std::size_t kListLineBytes = 90;

constexpr std::string_view kAnswerLabels[] = {
    "answer:", "answer -", "answer", "response:", "our response:", "trust response:", "reply:", "a:", "a -"};
// What an answer typed on the end of a question's line begins with.
constexpr std::string_view kTypedAnswers[] = {"yes",
                                              "no",
                                              "none",
                                              "nil",
                                              "n/a",
                                              "not applicable",
                                              "not held",
                                              "see",
                                              "please see",
                                              "please find",
                                              "section",
                                              "exempt",
                                              "withheld",
                                              "commercially sensitive",
                                              "commercial in confidence",
                                              "data withheld",
                                              "the trust",
                                              "the council",
                                              "we",
                                              "this information"};

// "Also what it cost", "lastly the number of vans": goes on to ask without a question mark.
bool asks_besides(std::string_view text) {
  static constexpr CueTable also = {"also", "and also", "lastly", "and lastly", "finally", "and finally"};
  if (prefix_of(text, also).empty()) return false;
  const Reads reads = reads_as(text);
  return reads == Reads::kWonders || reads == Reads::kNames;
}

}  // namespace

// q.text is the first paragraph; what follows in paragraphs [next, end) goes on asking until it answers.
void QuestionCutter::split(FoundQuestion& q, std::size_t next, std::size_t end) const {
  if (const auto typed = typed_answer(q.text)) {
    q.answer = {*typed, end > next ? layout_.paragraphs()[end - 1].span.end : q.text.end};
    q.text.end = *typed;
    trim_sign(q.text);
    return;
  }
  bool open_list = layout_.letter().view(q.text).ends_with(':') || layout_.letter().view(q.text).ends_with(';');
  bool marked = false;  // the open list has marks, so a line without one ends it
  for (; next < end && asks_on(next, open_list); ++next) {
    const bool mark = is_marked(next);
    // "2 The Council refused", under a paragraph 1 that quotes the request: the body's own numbers go on.
    if (mark && !marked && layout_.marker(next)->number > 1 &&
        reads_as(layout_.cue_text(layout_.item_text({*layout_.marker(next), next, next + 1}))) == Reads::kStates)
      break;
    open_list = layout_.printed(next).ends_with(':') || (open_list && (mark || !marked) && is_list_line(next));
    marked = marked || mark;
    if (marked && next + 1 < end && !is_marked(next + 1)) open_list = false;
    q.text.end = layout_.paragraphs()[next].span.end;
  }
  while (end > next && layout_.is_glossary(end - 1)) --end;
  for (std::size_t i = next; i < end; ++i)
    if (layout_.is_glossary(i)) end = i;
  if (next < end) q.answer = {layout_.paragraphs()[next].span.start, layout_.paragraphs()[end - 1].span.end};
  trim_text(q.text);
}

bool regrets(std::string_view lower) {
  // Nobody who asks for something is sorry for not giving it.
  static constexpr std::string_view begins[] = {"i am sorry", "i'm sorry", "we are sorry", "we're sorry",
                                                "i regret",   "we regret", "unfortunately"};
  return !prefix_of(lower, begins).empty();
}

bool has_answer_label(std::string_view lower) { return !prefix_of(lower, kAnswerLabels).empty(); }

bool QuestionCutter::is_marked(std::size_t paragraph) const { return layout_.marker(paragraph).has_value(); }

bool QuestionCutter::is_list_line(std::size_t paragraph) const {
  return is_marked(paragraph) || layout_.printed(paragraph).size() < kListLineBytes;
}

bool QuestionCutter::asks_on(std::size_t paragraph, bool open_list) const {
  const std::string& text = layout_.cue_text(paragraph);
  if (has_answer_label(text) || text.starts_with("please see") || text.starts_with("please find") || text.starts_with("please refer") ||
      regrets(text))
    return false;
  const auto marker = layout_.marker(paragraph);
  if (marker && marker->style == MarkerStyle::kAnswer) return false;
  // "Question 1 - the cost is £2." under the last of them names what it answers.
  if (marker && marker->style == MarkerStyle::kQuestion &&
      reads_as(layout_.cue_text(layout_.item_text({*marker, paragraph, paragraph + 1}))) == Reads::kStates)
    return false;
  if (marker && marker->style != MarkerStyle::kBullet) return true;  // a), b) under 1.
  // "Our response to each", in a list of what is to be told of each.
  const bool item = open_list && is_list_line(paragraph) && !text.ends_with('.');
  if ((!item && is_answering(text)) || (text.ends_with(':') && hands_over(text))) return false;
  if (open_list && (is_list_line(paragraph) || (text.front() >= '0' && text.front() <= '9'))) return true;
  return understand::asks_on(text) || layout_.printed(paragraph).ends_with('?') || reads_as(text) == Reads::kAsks;
}

// Where an answer begins that is typed on the end of the question's own paragraph: after a "?", on what asks no further, or after a
// dash.
std::optional<std::size_t> QuestionCutter::typed_answer(Span text) const {
  const std::string_view view = layout_.letter().view(text);
  // What is quoted as a whole is all of it asked.
  const bool quoted =
      view.size() > 2 && ((view.front() == '"' && view.ends_with('"')) || (view.starts_with("\u201C") && view.ends_with("\u201D")));
  if (quoted) return std::nullopt;
  const std::size_t mark = view.find('?');
  if (mark == std::string_view::npos) return typed_after_dash(text);
  for (std::size_t start = view.find_first_not_of(" \t\n\r*", mark + 1); start != std::string_view::npos;) {
    // "… process? e.g. an address": still the question.
    if (view[start] == '(' || view[start] == '"' || is_lower(view[start])) return std::nullopt;
    const std::string rest = layout_.cue_text(Span{text.start + start, text.end});
    if (!understand::asks_on(rest) && reads_as(rest) != Reads::kAsks && !asks_besides(rest)) return text.start + start;
    const std::size_t end = std::min(view.find_first_of("?.\n", start), view.size());
    start = view.find_first_not_of(" \t\n\r.?", end);
  }
  return std::nullopt;
}

std::optional<std::size_t> QuestionCutter::typed_after_dash(Span text) const {
  const std::string_view view = layout_.letter().view(text);
  constexpr std::string_view arrow = " \u2192 ";
  if (const std::size_t at = view.find(arrow); at != std::string_view::npos) return text.start + at + arrow.size();
  for (std::string_view dash : {" - ", " \u2013 ", " = "}) {
    const std::size_t at = view.find(dash);
    if (at == std::string_view::npos) continue;
    const std::size_t start = text.start + at + dash.size();
    if (!prefix_of(layout_.cue_text(Span{start, text.end}), kTypedAnswers).empty()) return start;
  }
  return std::nullopt;
}

void QuestionCutter::trim_sign(Span& span) const {
  trim_text(span);
  for (std::string_view sign : {"-", "\u2013", "=", "\u2192"})
    if (layout_.letter().view(span).ends_with(sign)) span.end -= sign.size();
  trim_text(span);
}

void QuestionCutter::trim_text(Span& span) const {
  while (!span.empty() && std::string_view(" \t\r\n\f").find(layout_.letter().text[span.end - 1]) != std::string_view::npos) --span.end;
}

}  // namespace foi::understand
