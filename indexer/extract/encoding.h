// Bytes of plain text, in whatever encoding, → UTF-8. Pure.
#pragma once

#include <string>
#include <string_view>

namespace foi::extract {

// UTF-8 (with or without byte order mark), UTF-16 with byte order mark, else Windows-1252. Line ends become \n; the result is valid UTF-8
// and may hold any control character the bytes did.
std::string decode_text(std::string_view bytes);

// Adds c to out; U+FFFD for what is no code point.
void append_utf8(std::string& out, char32_t c);

}  // namespace foi::extract
