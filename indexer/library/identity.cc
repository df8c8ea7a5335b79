#include "indexer/library/identity.h"

#include <algorithm>
#include <cassert>

namespace foi::library {
namespace {

constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t kIdCharacters = 16;  // 80 bits: no two of a billion documents are likely to share them

unsigned hex_value(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

}  // namespace

std::string document_id(std::string_view sha256) {
  assert(sha256.size() == 64);
  std::string id;
  unsigned bits = 0, held = 0;
  for (const char digit : sha256.substr(0, kIdCharacters * 5 / 4)) {
    bits = (bits << 4 | hex_value(digit)) & 0xff;
    held += 4;
    if (held < 5) continue;
    held -= 5;
    id += kAlphabet[(bits >> held) & 31];
  }
  return id;
}

bool is_document_id(std::string_view text) {
  return text.size() == kIdCharacters &&
         std::all_of(text.begin(), text.end(), [](char c) { return kAlphabet.find(c) != std::string_view::npos; });
}

}  // namespace foi::library
