// Published document → Xapian documents. Inside this directory only: it shows Xapian.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/schema.h"
#include "indexer/index/searcher.h"
#include "indexer/index/writer.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"

namespace foi::index {

struct Spelling {
  std::string word;
  Xapian::termcount frequency;
};

struct ComposedLetter {
  Xapian::Document document;
  std::vector<Spelling> spelling;  // words of the body, unstemmed; none from a mask, a title or a name
};

// Throws Xapian::Error. Thread safety: one at a time.
class Composer {
 public:
  // reference must outlive this.
  explicit Composer(const Reference& reference);
  ComposedLetter letter(const Published& published, const Tag& tag);
  std::vector<Xapian::Document> questions(const Published& published);
  // Each page and, where it has any, its words.
  std::vector<Xapian::Document> pages(const Published& published) const;

 private:
  void index_words(std::string_view text, Xapian::termcount weight = 1, const std::string& prefix = {});
  void index_metadata(Field field, const std::vector<std::string>& texts);
  const Reference& reference_;
  Xapian::TermGenerator generator_;
  Xapian::Stem stemmer_;
};

// Page text without boilerplate and masks: the stretches whose words count.
std::vector<std::string_view> searched_stretches(std::string_view text, std::vector<Region> left_out);
std::vector<std::string_view> searched_stretches(const StoredPage& page);

// What composing the letter gave as its spelling, from all its pages as they stand in the index.
std::vector<Spelling> spelling_in(const std::vector<StoredPage>& pages);

}  // namespace foi::index
