// The heads of tables that ask in one column and answer in another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foi::understand {

// "Question", "You asked", "Information requested"; "Our answer", "We say", "The Trust's response"; "No.". lower is a cell in lower case.
bool heads_questions(std::string_view lower);
bool heads_answers(std::string_view lower);
bool heads_numbers(std::string_view lower);

// The cells of a line that heads such a table: where the questions and where the answers stand. Otherwise both are npos.
struct TableHead {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t asked = kNone, answered = kNone;
  bool numbered = false;  // the first column numbers the rows
  explicit operator bool() const { return asked != kNone; }
};
TableHead head_of(const std::vector<std::string>& lower_cells);
// "What you asked for | First decision | Decision at review": as head_of, with more than one column that answers.
bool heads_review(const std::vector<std::string>& lower_cells);

}  // namespace foi::understand
