// The words of the field that mean something to a query: sections as people write them, and synonyms. Pure.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/reference.h"

namespace foi::index {

// Thread safety: read by any number of threads.
class Lexicon {
 public:
  explicit Lexicon(const Reference& reference);

  // Another way to say what was typed.
  struct Alternative {
    std::vector<std::string> words;  // lower case
    bool exact = false;              // an abbreviation: to be found as it stands, not stemmed
    auto operator<=>(const Alternative&) const = default;
  };
  struct Synonyms {
    std::size_t words = 0;  // how many of the words typed it stands for
    std::vector<Alternative> alternatives;
  };
  // For the longest run of words from the first that has any; a case-sensitive term only when typed in its capitals. Nothing when none has.
  std::optional<Synonyms> synonyms(std::span<const std::string> typed) const;

  // A section as typed ("s.31 (1)(a)", "FOIA section 43", "reg 12(4)(b)", "31(1)(a)", or by its id "foia-31-1-a") at the beginning of text,
  // which is in lower case.
  struct Cited {
    std::size_t bytes = 0;                             // of text that it takes
    std::vector<std::string> exemptions;               // ids it may mean, of every Act it may be of
    std::vector<std::vector<std::string>> as_written;  // how a letter writes it, word by word
  };
  // Nothing when the text does not begin with one, or no table knows it.
  std::optional<Cited> cited(std::string_view text) const;

 private:
  std::optional<Cited> cited_by_id(std::string_view text) const;

  struct Entry {
    std::vector<Alternative> alternatives;
    bool case_sensitive = false;
    std::string spelling;  // as it must be typed when case-sensitive
  };
  void add_synonyms(const SynonymGroup& group);
  void add_entry(const std::string& from, bool from_cased, const std::string& to, bool to_cased);

  std::map<std::string, std::vector<Entry>, std::less<>> entries_;           // by words in lower case, one space between
  std::map<std::string, std::vector<std::string>, std::less<>> exemptions_;  // "31-1-a" → ids
  std::size_t longest_ = 1;                                                  // words
};

}  // namespace foi::index
