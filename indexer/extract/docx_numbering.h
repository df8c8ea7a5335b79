// The automatic numbers of a Word document's lists, as Word shows them. One object a document: it counts.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace foi::extract {

class DocxNumbering {
 public:
  static constexpr int kLevels = 9;
  // The list a numbering style stands for, as styles.xml has it; 0 when it has none.
  using StyleToList = std::function<long(std::string_view style)>;

  // numbering is the root of numbering.xml; may be empty.
  DocxNumbering(const pugi::xml_node& numbering, const StyleToList& list_of_style);

  // The label of the next paragraph of list at level (zero-based), e.g. "2.", "(b)", "•"; "" when it shows none.
  std::string next(long list, long level);
  // The level that a list ties to a paragraph style, if it does.
  std::optional<long> level_of_style(long list, std::string_view style) const;

 private:
  struct Level {
    long start = 1;
    std::string format = "decimal";
    std::string text;
    bool restarts = true;  // when a level above moves on
    bool legal = false;    // numbers of all levels in arabic figures
    std::string style;
  };
  struct Pattern {  // w:abstractNum
    std::array<Level, kLevels> levels;
    std::string style_link;
  };
  struct List {  // w:num
    long pattern = 0;
    std::map<long, long> starts;
    std::map<long, Level> levels;
    bool used = false;
  };
  struct Counter {
    std::array<long, kLevels> values{};
    std::array<bool, kLevels> started{};
  };

  static Level read_level(const pugi::xml_node& node);
  void read_pattern(const pugi::xml_node& node);
  void read_list(const pugi::xml_node& node);
  const Level& level_of(const List& list, long level) const;
  std::string label(const List& list, long level, const Counter& counter) const;

  std::map<long, Pattern> patterns_;
  std::map<long, List> lists_;
  std::map<long, Counter> counters_;  // by pattern: lists of one pattern count on
};

// n in a number format of Word: "decimal", "lowerLetter", "upperRoman" …; formats in words are given as figures.
std::string format_number(long n, std::string_view format);

}  // namespace foi::extract
