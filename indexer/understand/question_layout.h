// How the part of a letter that asks and the part that answers are laid out: paragraphs, blocks of one purpose, and the numbered lists in
// them. Shared by the finding of questions and of their answers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/letter.h"
#include "indexer/understand/line_markers.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

struct ListItem {
  Marker marker;
  std::size_t first = 0, end = 0;  // paragraphs, half-open
};

struct ItemList {
  bool asking = false;                                // its items are questions
  bool inner = false;                                 // of letters or bullets where the block has numbers too: perhaps parts of their items
  bool table = false;                                 // rows under "Question | Answer"
  std::size_t parent = static_cast<std::size_t>(-1);  // place of the list within an item of which it stands
  std::vector<ListItem> items;
};

// Paragraphs in sections of one purpose, next to one another.
struct Block {
  bool asking = false;
  SectionKind kind = SectionKind::response;  // of its last section
  std::size_t first = 0, end = 0;            // paragraphs
};

class QuestionLayout {
 public:
  QuestionLayout(const Letter& letter, const std::vector<Section>& sections);

  const Letter& letter() const { return letter_; }
  const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }
  const std::vector<Block>& blocks() const { return blocks_; }
  std::vector<ItemList>& lists() { return lists_; }
  const std::vector<ItemList>& lists() const { return lists_; }

  SectionKind kind(std::size_t paragraph) const { return section_at(sections_, paragraphs_[paragraph].span.start); }
  // In a part of the letter itself where the authority tells what was asked, or answers it: not of its rights, nor of a message below.
  bool tells_or_answers(std::size_t paragraph) const;
  std::string_view printed(std::size_t paragraph) const { return letter_.view(paragraphs_[paragraph].span); }
  // The beginning of a text as cues are sought in it: repaired, in lower case.
  std::string cue_text(Span span) const;
  const std::string& cue_text(std::size_t paragraph) const { return cues_[paragraph]; }
  std::optional<Marker> marker(std::size_t paragraph) const;
  // The item's first paragraph without its number.
  Span item_text(const ListItem& item) const;
  // The first line of a text; the last paragraph that ends before a place.
  Span first_line(Span span) const;
  std::size_t paragraph_before(std::size_t offset) const;
  // The paragraph that holds a place, or the last before it.
  std::size_t paragraph_at(std::size_t offset) const;
  // A short line without a full stop, most of its words with capitals.
  bool is_heading(Span span) const;
  bool is_glossary(std::size_t paragraph) const;
  // "Question     Answer": the head of a table that asks on the left and answers beside it.
  bool is_table_head(Line line) const;
  // The same, or the next paragraph when the number has its line to itself ("Request 1"); of a row of a table only its first cell.
  Span asked_text(const ListItem& item, bool row = false) const;
  // Where the cell beside a row's first begins.
  std::optional<std::size_t> cell_beside(const ListItem& item) const;
  // The list that begins with a paragraph; nullptr when none does.
  const ItemList* list_at(std::size_t paragraph) const;
  // Both begin with the same words.
  bool repeats(const ListItem& item, const ListItem& other) const;
  // Paragraphs that name the question they answer ("Question 3: …", "As to (1)", "Q1 and Q2"), in order.
  std::vector<ListItem> pointers() const;
  // After the headers of the last message, or anywhere when no message is quoted.
  bool in_oldest_message(std::size_t paragraph) const;
  // A line that heads a part of the letter, numbered or not.
  bool heads_section(std::size_t paragraph) const;
  // A bullet that explains a word (precondition: it has a marker); an item a few lines under "Question | Answer".
  bool in_glossary(const Block& block, std::size_t paragraph) const;
  bool under_table_head(const Block& block, std::size_t paragraph) const;

  // Bytes before the paragraph's first character on its line.
  std::size_t indent(std::size_t paragraph) const;

 private:
  bool stands_alone(const Paragraph& p, std::size_t line, std::size_t full) const;
  bool is_answered_below(const Paragraph& p, std::size_t full) const;
  bool begins_pointer(std::size_t line) const;
  bool ends_item(std::size_t line, std::size_t full) const;
  bool names_line_by_line(const Paragraph& above, const Paragraph& p, std::size_t full) const;
  bool found_no_room(Line line, std::size_t size, std::string_view next, std::size_t full) const;
  void part_paragraphs();
  void find_blocks();

  const Letter& letter_;
  const std::vector<Section>& sections_;
  std::vector<Paragraph> paragraphs_;
  std::vector<std::string> cues_;  // by paragraph
  std::vector<Block> blocks_;
  std::vector<ItemList> lists_;
  std::vector<std::size_t> list_at_;  // for each paragraph its list's place + 1, or 0
  std::size_t oldest_message_ = 0;    // where its headers begin
};

}  // namespace foi::understand
