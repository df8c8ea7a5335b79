#include "indexer/understand/told_request.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/request_parts.h"

namespace foi::understand {

namespace {

// Paragraphs from the top in which a letter tells what was asked; the least of what it quotes and of what it tells, in bytes.
constexpr std::size_t kOpeningParagraphs = 30, kQuotedBytes = 15, kToldBytes = 15;
// How far after "you asked for" a quotation begins, and the most of a paragraph that is read, in bytes.
constexpr std::size_t kQuoteDistance = 60, kToldParagraphBytes = 1'500;

class Teller {
 public:
  explicit Teller(const QuestionLayout& layout) : layout_(layout) {}

  // The first paragraph that tells the request; one further on that numbers its parts knows better.
  std::vector<FoundQuestion> run(bool marked) && {
    std::vector<FoundQuestion> first;
    for (std::size_t i = 0; i < std::min(layout_.paragraphs().size(), kOpeningParagraphs); ++i) {
      const SectionKind kind = layout_.kind(i);
      if (kind != SectionKind::response && kind != SectionKind::request && kind != SectionKind::exemption_reasons &&
          kind != SectionKind::review_decision)
        continue;
      questions_.clear();
      marked_ = false;
      if (!take(i)) continue;
      if (marked_) return std::move(questions_);
      if (first.empty()) first = std::move(questions_);
    }
    return marked ? std::vector<FoundQuestion>{} : first;
  }

 private:
  bool take(std::size_t paragraph) {
    const std::string_view view = layout_.printed(paragraph);
    const auto told = told_at(to_lower_ascii(utf8_prefix(view, kToldParagraphBytes)));
    if (!told) return false;
    const std::size_t at = layout_.paragraphs()[paragraph].span.start;
    const Span text = quoted_or_sentence(view, *told - mark_before(view, *told), at);
    if (text.end - text.start < kToldBytes) return false;
    for (RequestPart& part : parts_of_request(layout_, text)) {
      marked_ = marked_ || !part.label.empty();
      add(part.text, std::move(part.label));
    }
    if (questions_.empty()) add(text, {});
    return true;
  }

  // Bytes of "(" or "1) " before the first word.
  static std::size_t mark_before(std::string_view view, std::size_t at) {
    if (at > 0 && view[at - 1] == '(') return 1;
    const bool mark =
        at > 3 && view[at - 1] == ' ' && (view[at - 2] == ')' || view[at - 2] == '.') && is_word(view[at - 3]) && !is_word(view[at - 4]);
    return mark ? (view[at - 4] == '(' ? 4 : 3) : 0;
  }

  // The words in quotation marks, else to the end of the sentence; after a colon, to the end of the paragraph.
  static Span quoted_or_sentence(std::string_view view, std::size_t told, std::size_t at) {
    for (auto [open, close] : {std::pair<std::string_view, std::string_view>{"\u201C", "\u201D"}, {"\"", "\""}}) {
      // The quotation mark stands before the first word.
      const std::size_t start = view.find(open, told - std::min(told, open.size() + 1));
      if (start == std::string_view::npos || start > told + kQuoteDistance) continue;
      const std::size_t end = view.find(close, start + open.size());
      if (end != std::string_view::npos && end - start >= kQuotedBytes) return {at + start + open.size(), at + end};
    }
    const bool colon = view.substr(0, told).ends_with(": ") || view.substr(0, told).ends_with(":\n");
    std::size_t end = told;
    while (end < view.size() && !(view[end] == '.' && !(end > 1 && is_word(view[end - 1]) && !is_word(view[end - 2])) &&
                                  (end + 1 == view.size() || view[end + 1] == ' ' || view[end + 1] == '\n')))
      ++end;
    return {at + told, at + (colon ? view.size() : end)};
  }

  void add(Span text, std::string label) {
    FoundQuestion q;
    q.number = label.empty() ? std::to_string(questions_.size() + 1) : std::move(label);
    q.text = text;
    questions_.push_back(std::move(q));
  }

  const QuestionLayout& layout_;
  bool marked_ = false;  // the parts have numbers or letters
  std::vector<FoundQuestion> questions_;
};

}  // namespace

std::vector<FoundQuestion> find_told_request(const QuestionLayout& layout, bool marked) { return Teller(layout).run(marked); }

}  // namespace foi::understand
