#include "indexer/model/shown.h"

#include "indexer/model/text.h"

namespace foi {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// The bytes at the beginning of well-formed text that are a line end, a tab, or such a character; or 0.
std::size_t misleading(std::string_view text) {
  if (text[0] == '\n' || text[0] == '\t') return 1;
  if (text.starts_with("\xD8\x9C")) return 2;  // U+061C
  if (text.size() < 3 || text[0] != '\xE2') return 0;
  const auto second = static_cast<unsigned char>(text[1]), third = static_cast<unsigned char>(text[2]);
  const bool general = second == 0x80 && (third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAE));  // U+200E–F, U+2028–E
  const bool isolate = second == 0x81 && third >= 0xA6 && third <= 0xA9;                                        // U+2066–9
  return general || isolate ? 3 : 0;
}

}  // namespace

std::string shown_line(std::string_view text) {
  const std::string clean = clean_utf8(text);
  std::string out;
  out.reserve(clean.size());
  for (std::string_view rest = clean; !rest.empty();) {
    const std::size_t bytes = misleading(rest);
    if (bytes == 0)
      out += rest[0];
    else if (bytes == 1)
      out += ' ';
    else
      out += kReplacement;
    rest.remove_prefix(bytes == 0 ? 1 : bytes);
  }
  return out;
}

}  // namespace foi
