// Which words of a PDF's text layer a reader of the page can see. A word is unseen where the page, drawn, is of one flat colour at its
// letters: under a black box, white on white, invisible without a scan under it, clipped away. Pages are drawn only where a glance at the
// file gives a reason to suspect (pdf_glance.h). Where words stand in the place of others, no single one is to be believed: only a picture
// of the page, read, says which is seen. Not thread-safe: one document, one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/extract/layout.h"
#include "indexer/extract/pdf_glance.h"
#include "indexer/extract/pdf_image.h"

namespace foi::extract {

// A word of a text layer with the boxes of its characters, in order; as many as it has code points, or none where that is not known.
struct DrawnWord {
  PlacedWord word;
  std::vector<Box> glyphs;
};

class PdfSight {
 public:
  // pdf must outlive the object.
  PdfSight(std::string_view pdf, const PdfBounds& bounds) : pdf_(pdf), glance_(glance_at(pdf, bounds)) {}

  // True when pages have to be drawn: see() then wants the boxes of characters.
  bool suspects() const { return glance_.may_hide; }
  const PdfGlance& glance() const { return glance_; }

  // Takes the words out of `words` that cannot be seen on the page (one-based); gives how many.
  std::uint32_t take_unseen(std::uint32_t page, std::vector<DrawnWord>& words);
  // Of words that are left: how many stand where another one does, as a label on a box over a name. 0 where nothing is suspected.
  std::uint32_t count_overlaid(const std::vector<DrawnWord>& words) const;
  // Whether any of the words may come from a text that is to be taken in place of what is drawn.
  bool holds_replacement(const std::vector<DrawnWord>& words) const;

 private:
  const PageImage* draw(std::uint32_t page, double dpi);

  std::string_view pdf_;
  PdfGlance glance_;
  std::unique_ptr<PdfImages> images_;
  PageImage drawn_;
};

// Whether the letters and digits of the word are of one flat colour with their ground. `closely`: judges each character, which takes a
// picture of kCloseDpi; else only whether a part of the word may be, which a smaller one shows.
bool may_be_unseen(const PageImage& page, const DrawnWord& word);
bool is_unseen(const PageImage& page, const DrawnWord& word);

}  // namespace foi::extract
