// The parts of a request as a sentence names them: "(i)", "b)", "questions 2 and 4", "items 1 to 3", "Q2", "the second", "the rest".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/understand/repair.h"

namespace foi::understand {

struct PartLabel {
  enum class Form : std::uint8_t { number, letter, roman, ordinal, rest, subject };
  Form form = Form::number;
  int number = 0;  // from 1; 0 of the rest; of a subject, whatever tells it from others
  bool operator==(const PartLabel&) const = default;
};

// "Question", "items": what stands before a label, or over a column of them.
bool is_part_noun(std::string_view word);
// "1", "2a" (of question 2), "b", "iii": as a mark by itself.
std::optional<PartLabel> label_of(std::string_view word);
// The labels that a line or a cell begins with: "(b) The students", "Questions 1 and 2", "Part 3 – confirmed", "1. The note", and in a cell
// "2" by itself; none where it begins otherwise. cell: whether a bare number is a label. lower: repaired, in lower case. O(1).
std::vector<PartLabel> labels_leading(std::string_view lower, bool cell);
// An ordinal is of every form: "the second" of (i) and (ii).
bool same_part(PartLabel a, PartLabel b);

// What a sentence is made of, to whoever asks what is said of which part.
struct SentencePiece {
  enum class Kind : std::uint8_t { word, mark, label, citation };
  Kind kind = Kind::word;
  std::size_t at = 0;        // byte of the sentence
  std::string_view word;     // of a word, without its marks; a mark is one of , ; :
  PartLabel label;           // of a label
  std::size_t citation = 0;  // of a citation, its place among those given
};

// lower: a sentence, repaired, in lower case. citations: bytes of it that cite the law, in order, whose brackets are no labels. At most
// kMaxPieces are read. O(bytes).
inline constexpr std::size_t kMaxPieces = 160;
std::vector<SentencePiece> pieces_of(std::string_view lower, const std::vector<Span>& citations);

}  // namespace foi::understand
