// What of a page's picture may be shown. Pure.
//
// A page is shown whole only where nothing of the document was masked, nothing hidden stands on its pages, originals are offered, and its
// words come from the file. Everywhere else only what was read is shown, and of that nothing that was masked: pictures, logos, stamps,
// handwriting and signatures are left out, since nobody has judged whether they name a person. Thin straight lines stay, for tables. Where
// the place of what was masked is not known for sure there is no picture at all.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "indexer/extract/grey_image.h"
#include "indexer/index/searcher.h"
#include "indexer/model/record.h"
#include "server/originals.h"

namespace foi::server {

struct Sheet {
  float width = 0, height = 0;  // points
  bool whole = false;
  bool exact = true;           // the file says where words are; else OCR does
  std::vector<Box> shown{};    // words that may be seen, where it is not whole
  std::vector<Box> painted{};  // words that may not
};

// Or why there is none, as a sentence for people.
std::variant<Sheet, std::string> sheet_of(const Record& record, const index::StoredPage& page, OriginalsPolicy policy);

// Takes out of the picture of the whole page what the sheet does not show; or says why there is no picture after all: it is not of the page
// that was read, or the words are not where they were said to be.
std::optional<std::string> apply(const Sheet& sheet, extract::GreyImage& image);

}  // namespace foi::server
