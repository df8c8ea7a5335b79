// Bytes for extractions and published documents: what a worker sends, what the cache and the library keep. Little-endian; counts before
// lists; strings as length and bytes. Reading trusts nothing: every count is checked against what is left before anything is allocated.
// Coordinates are kept to a sixteenth of a point and confidences to 1/255: finer than any mark on a page, and a word takes 8 bytes, not 28.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "indexer/model/document.h"
#include "indexer/model/record.h"
#include "indexer/model/result.h"

namespace foi {

class ByteWriter {
 public:
  void u8(std::uint8_t v) { bytes_.push_back(static_cast<char>(v)); }
  void u32(std::uint32_t v);
  void u64(std::uint64_t v);
  void f32(float v);
  void varint(std::uint64_t v);
  void string(std::string_view v);  // varint length, bytes
  std::string take() && { return std::move(bytes_); }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

// After the first read that does not fit, failed() is true and every read gives zero or empty.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
  std::uint8_t u8();
  std::uint32_t u32();
  std::uint64_t u64();
  float f32();
  std::uint64_t varint();
  std::string string();
  // A count of items that take at least min_bytes_each; fails when that many cannot be left.
  std::uint64_t count(std::size_t min_bytes_each);
  bool failed() const { return failed_; }
  bool at_end() const { return rest_.empty(); }
  // What was read makes no sense: as if the bytes had ended.
  void fail() { failed_ = true; }

 private:
  std::string_view take(std::size_t n);
  std::string_view rest_;
  bool failed_ = false;
};

void encode(ByteWriter& out, const Page& page);
// Fails (reader.failed()) on anything encode() could not have written: word offsets out of order or out of the text, ill-formed UTF-8,
// coordinates or confidences that are not finite.
Page decode_page(ByteReader& in);

// A page and its words apart.
void encode_without_words(ByteWriter& out, const Page& page);
Page decode_page_without_words(ByteReader& in);  // fails as decode_page()
void encode(ByteWriter& out, const std::vector<Word>& words);
// Fails on words that are not in order or not in a text of so many bytes.
std::vector<Word> decode_words(ByteReader& in, std::size_t text_bytes);

// A record as it may leave the server: all but Source::path. A string that is no UTF-8 is cleaned.
void encode_served(ByteWriter& out, const Record& record);
// Fails on anything encode_served() could not have written.
Record decode_served(ByteReader& in);

void encode(ByteWriter& out, const Listing& listing);
// Fails on ill-formed UTF-8 and on more than limits.h allows.
Listing decode_listing(ByteReader& in);

void encode(ByteWriter& out, const CellLink& link);
// Fails on ill-formed UTF-8, on a page of no number, and on more than limits.h allows.
CellLink decode_cell_link(ByteReader& in);

std::string encode(const Extraction& extraction);
Result<Extraction> decode_extraction(std::string_view bytes);  // kEnvironment when damaged
std::string encode(const Published& published);
Result<Published> decode_published(std::string_view bytes);  // kEnvironment when damaged

}  // namespace foi
