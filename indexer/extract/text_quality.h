// Whether what a text layer holds is text. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace foi::extract {

// Letters and digits, of any script; what a page "says" when two readings of it are compared.
std::size_t count_letters_and_digits(std::string_view text);

// True when the words cannot be what the page shows: replacement, private or control characters, UTF-8 read as Latin-1, letters whose
// encoding was lost ("7KLV LV D WHVW"). Any language is text, and so are tables of numbers, codes and dotted lines; short texts get the
// benefit of the doubt.
bool is_garbage(std::string_view text);

// A page with a text layer of a few words was also read by OCR: true when the picture says so much more that the text layer must be a
// stamp or a header on a scan.
bool ocr_says_more(std::string_view text_layer, std::string_view ocr, float ocr_confidence);

}  // namespace foi::extract
