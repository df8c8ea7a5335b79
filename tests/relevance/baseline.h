// What this index is measured against: BM25 as Xapian has it out of the box, over one field that holds all of a letter's text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace foi::relevance {

// A letter as it is shown: masked, with the boilerplate.
struct LetterText {
  std::string file, whole;
  std::string own;  // the words that are its own: without boilerplate, but with title, authority, reference and questions
};

class Baseline {
 public:
  explicit Baseline(std::vector<LetterText> letters);
  ~Baseline();
  Baseline(Baseline&&) noexcept;
  // Files, best first: letters with any of the words.
  std::vector<std::string> search(std::string_view query, std::size_t limit) const;
  // Whether none of the words looked for, function words aside, is the letter's own. Precondition: file is one of the letters.
  bool only_in_boilerplate(std::string_view query, const std::string& file) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace foi::relevance
