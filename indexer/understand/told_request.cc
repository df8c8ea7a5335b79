#include "indexer/understand/told_request.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// Paragraphs from the top in which a letter tells what was asked; the least of what it quotes and of what it tells, in bytes.
constexpr std::size_t kOpeningParagraphs = 30, kQuotedBytes = 25, kToldBytes = 30;

constexpr std::string_view kAskedFor[] = {
    "you asked us for",       "you asked for", "you have asked for", "you asked to see", "you ask for",
    "you requested",          "you asked how", "you asked whether",  "you asked what",   "you asked the council for",
    "you asked the trust for"};
constexpr std::string_view kNotTold[] = {
    "a review", "an internal review", "internal review", "the following", "information under", "that we", "us to", "a copy of our", "this"};
constexpr std::string_view kYouAsked[] = {"you asked",    "you have asked",     "you requested", "you have requested",
                                          "your request", "you wanted to know", "you ask",       "you seek"};

class Teller {
 public:
  explicit Teller(const QuestionLayout& layout) : layout_(layout) {}

  std::vector<FoundQuestion> run() && {
    for (std::size_t i = 0; i < std::min(layout_.paragraphs().size(), kOpeningParagraphs); ++i) {
      const SectionKind kind = layout_.kind(i);
      if (kind != SectionKind::response && kind != SectionKind::request && kind != SectionKind::exemption_reasons) continue;
      if (!tells_request(layout_.cue_text(i))) continue;
      if (take_marked_inside(i) || take_quoted(i) || take_sentence(i)) break;
    }
    return std::move(questions_);
  }

 private:
  void take(Span text) {
    FoundQuestion q;
    q.number = std::to_string(questions_.size() + 1);
    q.text = text;
    questions_.push_back(std::move(q));
  }

  // "(a) … and (b) …", "1) … 2) …" within a paragraph.
  bool take_marked_inside(std::size_t paragraph) {
    const std::string_view view = layout_.printed(paragraph);
    for (const bool letters : {true, false}) {
      std::vector<std::size_t> places;
      std::size_t from = 0;
      for (char mark = letters ? 'a' : '1'; mark <= (letters ? 'j' : '9'); ++mark) {
        const std::string sign = std::string(letters ? "(" : " ") + mark + ")";
        const std::size_t at = view.find(sign, from);
        if (at == std::string_view::npos) break;
        places.push_back(at);
        from = at + sign.size();
      }
      if (places.size() < 2) continue;
      for (std::size_t i = 0; i < places.size(); ++i) {
        const std::size_t end = i + 1 < places.size() ? places[i + 1] : std::min(view.size(), view.find('.', places[i]));
        const std::size_t start = layout_.paragraphs()[paragraph].span.start;
        take({start + std::min(places[i] + 4, end), start + end});
        if (letters) questions_.back().number = std::string(1, static_cast<char>('a' + i));
      }
      return true;
    }
    return false;
  }

  bool take_quoted(std::size_t paragraph) {
    const std::string_view view = layout_.printed(paragraph);
    for (auto [open, close] : {std::pair<std::string_view, std::string_view>{"\u201C", "\u201D"}, {"\"", "\""}}) {
      const std::size_t start = view.find(open);
      if (start == std::string_view::npos) continue;
      const std::size_t end = view.find(close, start + open.size());
      if (end == std::string_view::npos || end - start < kQuotedBytes) continue;
      const std::size_t at = layout_.paragraphs()[paragraph].span.start;
      take({at + start + open.size(), at + end});
      return true;
    }
    return false;
  }

  // What follows "you asked for", to the end of the sentence.
  bool take_sentence(std::size_t paragraph) {
    const std::string text = layout_.cue_text(paragraph);
    const std::string_view view = layout_.printed(paragraph);
    for (std::string_view cue : kAskedFor) {
      const std::size_t at = find_phrase(text, cue);
      if (at == std::string::npos) continue;
      // Repair may have shortened the text before the cue: the printed words are sought from a little earlier.
      const std::size_t start = std::min(view.size(), at + cue.size());
      const std::size_t end = std::min(view.size(), view.find(". ", start));
      const std::string rest =
          layout_.cue_text(Span{layout_.paragraphs()[paragraph].span.start + start, layout_.paragraphs()[paragraph].span.start + end});
      if (end - start < kToldBytes || !prefix_of(bare(rest), kNotTold).empty()) continue;
      take({layout_.paragraphs()[paragraph].span.start + start, layout_.paragraphs()[paragraph].span.start + end});
      return true;
    }
    return false;
  }

  const QuestionLayout& layout_;
  std::vector<FoundQuestion> questions_;
};

}  // namespace

bool tells_request(std::string_view cue_text) { return has_any(cue_text, kYouAsked); }

std::vector<FoundQuestion> find_told_request(const QuestionLayout& layout) { return Teller(layout).run(); }

}  // namespace foi::understand
