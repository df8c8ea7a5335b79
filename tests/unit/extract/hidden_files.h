// Files and pages that each hide a word in a way of their own, beside words that anyone can see.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "tests/unit/extract/made_pdf.h"

namespace foi::extract {

// Shows "shown". The word may stand in the file more than once, and in names of parts.
struct HiddenFile {
  const char* how;
  std::string bytes;
  const char* counted;  // what hides it, as extraction counts it, once
};
std::vector<HiddenFile> hidden_files(const std::string& word);

// Shows prose(). Counted as text off the page or as a word that cannot be seen on it.
struct HiddenPage {
  const char* how;
  MadePage page;
  friend std::ostream& operator<<(std::ostream& out, const HiddenPage& hidden) { return out << hidden.how; }
};
std::vector<HiddenPage> hidden_pages(const std::string& word);

// Shows prose() where it is read by OCR: what its text says is not what the page shows.
std::vector<HiddenPage> contradicted_pages(const std::string& word);

// Shows prose(); nothing of the word is on a page.
std::vector<HiddenFile> hidden_beside_pages(const std::string& word);

// A page's worth of "We searched the records …".
std::string prose();
// A filled rectangle: "x y width height".
std::string black_box(const std::string& rectangle = "190 592 90 20");
// A scan of a white page whose lines begin at row white_from of 400, and what else is drawn on it.
MadePage with_picture(const std::string& content, int white_from = 0);

}  // namespace foi::extract
