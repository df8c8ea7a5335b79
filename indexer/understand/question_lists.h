// Which lists of a letter are the questions of the request: told by what introduces them, where they stand and how their items read.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/understand/question_layout.h"

namespace foi::understand {

enum class ListRole : std::uint8_t {
  kOther,       // points made, options, answers, rights
  kAsks,        // reads like questions, with nothing that says whose
  kSurelyAsks,  // nearly all of it is put as questions, with the authority's words between
  kRequest,     // introduced as the request, or in its section
};

ListRole role_of_list(const QuestionLayout& layout, const ItemList& list);

// What a list asks for, item by item: an item that only heads parts of its own ("1. Buying" over a), b) and c)) stands for those.
std::vector<ListItem> leaves_of(const QuestionLayout& layout, const ItemList& list);
// Where the answer begins that is typed on an item's own line, after a dash or "=".
std::optional<std::size_t> typed_at(const QuestionLayout& layout, const ListItem& item);
// "The Ambulance Trust, for (a) and (b): foi@trust.example", "the Department (question 2)": where what was asked goes, or to whom to write.
bool says_where_it_goes(std::string_view lower);
// Nearly every item has its answer there.
bool answers_typed(const QuestionLayout& layout, const std::vector<ListItem>& items);

// How the leaves of a list read, each counted once.
struct ItemCounts {
  std::size_t asks = 0, wonders = 0, names = 0, states = 0;
  std::size_t all() const { return asks + wonders + names + states; }
};
ItemCounts count_items(const QuestionLayout& layout, const ItemList& list);

}  // namespace foi::understand
