// A letter specification: what is known about a letter (its truth), and its text in light markup. One file each in letters/; format there
// in README.md. Reading is pure; a specification that is wrong is refused with file and line.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/result.h"

namespace foi::corpus {

struct Letter {
  std::string name;                         // of the specification, without ending
  std::map<std::string, std::string> head;  // every key once; values trimmed
  std::string body;

  // The value of a key, or the empty string.
  const std::string& at(const std::string& key) const;
  bool has(const std::string& key) const { return head.contains(key); }
  // A value cut at a separator, each part trimmed, empty parts dropped.
  std::vector<std::string> list(const std::string& key, char separator = ';') const;
};

// Errors: kUsage, naming the specification and the line.
Result<Letter> parse_letter(const std::string& name, std::string_view text);

std::string trim(std::string_view text);
// Parts between separators, trimmed; empty parts dropped.
std::vector<std::string> split_list(std::string_view text, char separator);
// Lines without their ends.
std::vector<std::string> split_lines(std::string_view text);

}  // namespace foi::corpus
