// UTF-8 text: the checks and the two units in which a place in a text is counted. Inside the programs places are byte offsets; whatever is
// printed for others counts Unicode code points (design.md, Record). Both are zero-based and half-open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foi {

// True when text is well-formed UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF).
bool valid_utf8(std::string_view text);
// text with every ill-formed byte replaced by U+FFFD and every control character but \n and \t by a space; always valid_utf8.
std::string clean_utf8(std::string_view text);
// Whether a byte of UTF-8 goes on with a character that a byte before it began.
constexpr bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }
// The number of code points. Precondition: valid_utf8(text).
std::size_t count_code_points(std::string_view text);
// The longest prefix of text that is at most max_bytes long and does not cut a code point.
std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes);

// Byte offsets of one text to code point offsets and back, in O(log n) after one pass. Keeps no reference to the text.
class CodePointIndex {
 public:
  // Precondition: valid_utf8(text).
  explicit CodePointIndex(std::string_view text);
  // Offsets past the end count as the end; an offset inside a code point counts as its first byte.
  std::size_t code_points_before(std::size_t byte_offset) const;
  std::size_t byte_offset(std::size_t code_points) const;

 private:
  struct Stride {
    std::size_t byte, code_point;
  };
  std::vector<Stride> strides_;  // where the width of characters changes
  std::vector<std::uint8_t> widths_;
  std::size_t bytes_ = 0;
};

// ASCII only: the domain's own codes and cues. Text of documents is compared through these after repair.
std::string to_lower_ascii(std::string_view text);
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace foi
