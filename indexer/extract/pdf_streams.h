// The streams of a PDF in the order of the file, unpacked, and what stands between them. Knows nothing of objects or pages. Pure.
#pragma once

#include <functional>
#include <string_view>

namespace foi::extract {

enum class PdfStream {
  kContent,  // may draw: a page's content, a form, a glyph
  kForm,     // a form XObject
  kObjects,  // an object stream: dictionaries
  kOpaque,   // may draw, but is packed in a way that is not unpacked here
  kOpaqueObjects,
};

struct PdfWalk {
  std::function<void(std::string_view text)> between;
  std::function<void(PdfStream kind, std::string_view bytes)> stream;
};

// Fonts, pictures, colour profiles and embedded files are passed over. What unpacks to more than kMaxGlanceBytes in all is kOpaque.
void walk_pdf(std::string_view pdf, const PdfWalk& walk);

// The token that follows key in a dictionary's text; "" where there is none. A key that merely begins so does not count.
std::string_view value_after(std::string_view dictionary, std::string_view key);

}  // namespace foi::extract
