// Words with boxes → the text of a page in its physical layout: what stands on one line of the page is one line of text, columns kept
// apart by spaces in proportion, so that a row of a table reads across. Pure. The one place that orders words, for text layers and OCR
// alike, so every word knows exactly where it is in the text.
#pragma once

#include <string>
#include <vector>

#include "indexer/model/document.h"

namespace foi::extract {

struct PlacedWord {
  std::string text;  // UTF-8, no white space
  Box box;
  float confidence = 1;
  int rotation = 0;         // degrees; words that do not run left to right are set after the others, each run a line
  bool space_after = true;  // false: the next word of the source continues this one without a gap
};

struct LaidOut {
  std::string text;
  std::vector<Word> words;
};

LaidOut lay_out(std::vector<PlacedWord> words);

}  // namespace foi::extract
