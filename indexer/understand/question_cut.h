// Where a question ends and its answer begins, in paragraphs that hold both.
#pragma once

#include <optional>

#include "indexer/understand/question_layout.h"
#include "indexer/understand/questions.h"

namespace foi::understand {

// The authority says that it is sorry. text in lower case.
bool regrets(std::string_view lower);
// "Answer: none", "Response - see below". text in lower case.
bool has_answer_label(std::string_view lower);

class QuestionCutter {
 public:
  explicit QuestionCutter(const QuestionLayout& layout) : layout_(layout) {}

  // q.text is the first paragraph; what follows in paragraphs [next, end) goes on asking until it answers.
  void split(FoundQuestion& q, std::size_t next, std::size_t end) const;
  // Whether a paragraph under a question still belongs to it. open_list: what is above ends with a colon, or is an item under one.
  bool asks_on(std::size_t paragraph, bool open_list) const;
  // Where an answer begins that is typed on the end of the question's own paragraph.
  std::optional<std::size_t> typed_answer(Span text) const;
  // Without spaces at its end; without the dash or "=" before an answer typed there.
  void trim_text(Span& span) const;
  void trim_sign(Span& span) const;

 private:
  bool is_marked(std::size_t paragraph) const;
  bool is_list_line(std::size_t paragraph) const;
  std::optional<std::size_t> typed_after_dash(Span text) const;

  const QuestionLayout& layout_;
};

}  // namespace foi::understand
