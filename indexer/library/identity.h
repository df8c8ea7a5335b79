// What names a document: its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/model/result.h"

namespace foi::library {

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);
// Reads an open file from its beginning, in pieces. Errors: kEnvironment (read error), kDocument (longer than max_bytes).
struct FileHash {
  std::string sha256;
  std::uint64_t bytes = 0;
};
Result<FileHash> hash_file(int descriptor, std::uint64_t max_bytes);

// The document's id: the first 16 characters of the SHA-256 in lower-case base32 (RFC 4648 alphabet, a–z and 2–7).
// Precondition: sha256 is 64 hex digits.
std::string document_id(std::string_view sha256);
// True for 16 characters of that alphabet.
bool is_document_id(std::string_view text);

}  // namespace foi::library
