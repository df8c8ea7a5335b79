// Authors whom the properties of a file name and its pages do not: nobody who reads it sees them. Pure.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/worker.h"
#include "indexer/model/result.h"

namespace foi::extract {

// One whose words the pages show too, such as the body that wrote the letter, is no secret: a person shown there is masked, which is
// counted elsewhere. Names of people and of bodies are not told apart: "HUGHESJ" is either.
class NamedAuthors {
 public:
  explicit NamedAuthors(const std::vector<std::string>& authors);

  void shown(std::string_view text);
  // To be called when all pages are shown.
  void give(Sink& sink) const;

 private:
  std::vector<std::set<std::string>> unshown_;  // of each author: the words that no page has shown
};

// Who wrote, changed or printed an office file, or answers for it, as its properties say. Nobody where they cannot be read.
std::vector<std::string> office_authors(std::string_view bytes);

// Reads an office file and counts its authors.
Status read_with_authors(std::string_view bytes, Status (*read)(std::string_view bytes, Sink& sink), Sink& sink);

}  // namespace foi::extract
