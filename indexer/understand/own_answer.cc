#include "indexer/understand/own_answer.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "indexer/model/text.h"
#include "indexer/understand/answer_words.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/releases.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// A row of a table has so many columns.
constexpr std::size_t kTableColumns = 3;

// A part of the authority's own text.
void add_text(const RoleContext& context, Span span, std::string& body) {
  if (body.size() >= kAnswerBytes || span.start >= span.end) return;
  if (!body.empty()) body += "\n\n";
  body += context.text.lower_view(context.text.repaired(Span{span.start, std::min(span.end, span.start + kAnswerBytes)}));
}

// What stands between the printed questions that have an answer: "how many were refused in full?" refuses nothing.
std::vector<Span> between_questions(const RoleContext& context, std::vector<Span> parts) {
  for (const FoundQuestion& q : context.questions) {
    const Span asked = q.text;
    if (q.answer.empty() || !context.letter.view(asked).ends_with('?')) continue;
    const Span last = parts.back();
    if (asked.start < last.start || asked.end > last.end) continue;
    parts.back().end = asked.start;
    parts.push_back({asked.end, last.end});
  }
  return parts;
}

// The authority's own text, without boilerplate, and without the public interest test unless it is asked for; of it what stands in some
// parts of the letter.
std::string body_of(const RoleContext& context, const std::vector<Span>& parts, bool with_test = false) {
  std::string body;
  const auto add = [&](Span span) {
    for (Span part : parts) add_text(context, {std::max(part.start, span.start), std::min(part.end, span.end)}, body);
  };
  for (const Section& s : context.sections)
    if (s.kind == SectionKind::response || s.kind == SectionKind::exemption_reasons ||
        (with_test && s.kind == SectionKind::public_interest_test))
      add({s.start, s.end});
  // What stands in one section with the request, after it.
  const std::size_t asked = context.questions.empty() ? std::string::npos : context.questions.back().text.end;
  for (const Section& s : context.sections)
    if (s.kind == SectionKind::request && asked < s.end && asked >= s.start) add({asked, s.end});
  // Answers typed between the questions.
  for (const FoundQuestion& q : context.questions)
    if (!q.answer.empty() && section_at(context.sections, q.answer.start) == SectionKind::request) add(q.answer);
  return body;
}

// Lines that head a part of a letter are short, in bytes.
constexpr std::size_t kHeadingBytes = 90;

bool looks_like_heading(std::string_view line) {
  return !line.empty() && line.size() <= kHeadingBytes && std::string_view(".?!,;").find(line.back()) == std::string_view::npos &&
         line.find('\t') == std::string_view::npos && line.find("   ") == std::string_view::npos && !is_lower(line.front());
}

// The heading of what is said besides the answer: help, what else is to be had, the text of the law.
bool heads_aside(std::string_view lower) {
  static constexpr CueTable asides = {"advice",
                                      "assistance",
                                      "what is available",
                                      "what's available",
                                      "what we can offer",
                                      "done instead",
                                      "what can be done",
                                      "already published",
                                      "published already",
                                      "already have",
                                      "available already",
                                      "next steps",
                                      "the act",
                                      "the law",
                                      "words used",
                                      "text of the",
                                      "refining your",
                                      "how you could",
                                      "how to refine",
                                      "help you",
                                      "what else",
                                      "what is published",
                                      "information you may find useful"};
  return has_any(lower, asides);
}

bool heads_annex(std::string_view lower) {
  static constexpr CueTable annexes = {"annex", "appendix", "annexe", "schedule"};
  static constexpr CueTable answers = {"answer", "answers",   "response",  "responses", "data",     "figures",
                                       "table",  "requested", "disclosed", "released",  "questions"};
  return !prefix_of(lower, annexes).empty() && !has_any(lower, answers);
}

// The parts of the letter that are no asides: those stand under a heading of their own, or after an annex has begun.
// The heading of an annex over the salutation is that of the whole letter.
std::vector<Span> without_asides(const Letter& letter) {
  std::vector<Span> parts;
  const std::size_t dear = letter.text.find("\nDear ");
  std::size_t from = 0;
  bool aside = false;
  for (const Line& line : letter.lines) {
    const Span text = trimmed(letter, line);
    if (!looks_like_heading(letter.view(text))) continue;
    const std::string lower = repaired_lower(letter.view(text));
    const bool annex = heads_annex(lower) && (dear == std::string::npos || line.start > dear), begins = annex || heads_aside(lower);
    if (begins && !aside) parts.push_back({from, line.start});
    if (annex) return parts;
    if (aside && !begins) from = line.start;
    aside = begins;
  }
  if (!aside) parts.push_back({from, letter.text.size()});
  return parts;
}

bool in_parts(const std::vector<Span>& parts, std::size_t at) {
  return std::ranges::any_of(parts, [&](Span part) { return part.contains(at); });
}

// Rows of figures in columns.
bool prints_table(const RoleContext& context, const std::vector<Span>& parts) {
  std::size_t rows = 0;
  for (const Section& s : context.sections) {
    if (s.kind != SectionKind::response && s.kind != SectionKind::exemption_reasons && s.kind != SectionKind::request) continue;
    const std::size_t last = context.letter.line_index(s.end == 0 ? 0 : s.end - 1);
    for (std::size_t i = context.letter.line_index(s.start); i <= last && rows < 2; ++i) {
      const Line line = context.letter.lines[i];
      if (line.end - line.start > kAnswerBytes || !in_parts(parts, line.start)) continue;
      const std::string_view text = context.letter.view(line);
      if (text.find_first_of("0123456789") == std::string_view::npos) continue;
      const std::span<const Span> cells = cells_of(context.letter, line);
      const auto figures = std::ranges::count_if(
          cells, [&](Span cell) { return context.letter.view(cell).find_first_of("0123456789") != std::string_view::npos; });
      rows += cells.size() >= kTableColumns && figures >= 2 ? 1 : 0;
    }
  }
  return rows >= 2;
}

// "Empty property relief 2023/24: \u00A31,871,233.40" on a line of its own.
bool prints_figure(std::string_view lower) {
  static constexpr CueTable others = {"ref",    "reference", "date", "tel",   "telephone", "phone", "page", "received",
                                      "number", "sent",      "fax",  "hours", "estimate",  "cost",  "time"};
  for (std::size_t start = 0; start < lower.size();) {
    const std::size_t end = std::min(lower.find('\n', start), lower.size());
    const std::string_view line = trim(lower.substr(start, end - start));
    const std::size_t colon = line.rfind(": ");
    start = end + 1;
    if (line.size() > kHeadingBytes || colon == std::string_view::npos || has_any(line.substr(0, colon), others)) continue;
    std::string_view figure = line.substr(colon + 2);
    if (figure.starts_with("\u00A3")) figure.remove_prefix(2);
    if (!figure.empty() && figure.find_first_not_of("0123456789,.% ") == std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::string own_answer(const RoleContext& context) {
  return body_of(context, between_questions(context, {Span{0, context.letter.text.size()}}));
}

std::string printed_answer(const RoleContext& context) {
  std::string printed;
  for (const Section& s : context.sections) {
    const bool own = s.kind == SectionKind::response || s.kind == SectionKind::exemption_reasons || s.kind == SectionKind::request;
    if (!own || printed.size() >= kAnswerBytes) continue;
    printed += to_lower_ascii(utf8_prefix(context.letter.view(Span{s.start, s.end}), kAnswerBytes)) + '\n';
  }
  return printed;
}

bool gives_something(const RoleContext& context) {
  const std::vector<Span> parts = without_asides(context.letter);
  const std::string body = body_of(context, parts);
  // A figure may stand after the test that was made for others.
  return releases_something(body) || prints_figure(body_of(context, parts, true)) || prints_table(context, parts);
}

bool says_it_releases(const RoleContext& context) { return releases_something(body_of(context, without_asides(context.letter))); }

std::string without_law(std::string_view body) {
  constexpr std::string_view law[] = {"act",
                                      "foia",
                                      "foi",
                                      "eir",
                                      "eirs",
                                      "regulations",
                                      "regulation",
                                      "directive",
                                      "section",
                                      "your request",
                                      "your clarification",
                                      "you requested",
                                      "you asked",
                                      "your email",
                                      "your e-mail",
                                      "your letter"};
  std::string out;
  for (std::size_t start = 0; start < body.size();) {
    std::size_t end = start;
    const auto stops = [&] {
      const bool stop = body[end] == '.' && (end + 1 == body.size() || body[end + 1] == ' ' || body[end + 1] == '\n');
      return stop || (body[end] == '\n' && end + 1 < body.size() && body[end + 1] == '\n');
    };
    while (end < body.size() && !stops()) ++end;
    const std::string_view sentence = body.substr(start, std::min(end + 1, body.size()) - start);
    if (!has_any(sentence, law)) out += sentence;
    start = end + 1;
  }
  return out;
}

}  // namespace foi::understand
