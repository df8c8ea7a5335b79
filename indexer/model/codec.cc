#include "indexer/model/codec.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "indexer/model/limits.h"
#include "indexer/model/record_json.h"
#include "indexer/model/text.h"

namespace foi {

namespace {

constexpr float kUnitsPerPoint = 16;
// A page 14,400 points (200 inches) wide is the largest PDF allows; what lies further out is cut to this.
constexpr float kMaxCoordinate = 100'000;
// 3: listings. 4: sections are listings, and links count from a page's base. 5: links of cells. Extractions of format 2 to 4 are what they
// would be now, but for web pages before 4 and workbooks before 5: those are made again.
constexpr std::uint8_t kExtractionFormat = 5, kFirstWithCellLinks = 5, kFirstWithTheseListings = 4, kFirstWithListings = 3,
                       kFirstThatStands = 2;
constexpr std::size_t kEmptyListingBytes = 4, kEmptyCellLinkBytes = 4;
constexpr std::uint8_t kPublishedFormat = 1;

void put_coordinate(ByteWriter& out, float points) {
  const float inside = std::isfinite(points) ? std::clamp(points, -kMaxCoordinate, kMaxCoordinate) : 0;
  const auto units = static_cast<std::int32_t>(std::lround(inside * kUnitsPerPoint));
  out.varint((static_cast<std::uint32_t>(units) << 1) ^ static_cast<std::uint32_t>(units >> 31));
}

float get_coordinate(ByteReader& in) {
  const std::uint64_t zigzag = in.varint();
  const auto units = static_cast<std::int64_t>(zigzag >> 1) ^ -static_cast<std::int64_t>(zigzag & 1);
  return std::clamp(static_cast<float>(units) / kUnitsPerPoint, -kMaxCoordinate, kMaxCoordinate);
}

void put_box(ByteWriter& out, const Box& box) {
  put_coordinate(out, box.x0);
  put_coordinate(out, box.y0);
  put_coordinate(out, box.x1);
  put_coordinate(out, box.y1);
}

Box get_box(ByteReader& in) {
  Box box;
  box.x0 = get_coordinate(in);
  box.y0 = get_coordinate(in);
  box.x1 = get_coordinate(in);
  box.y1 = get_coordinate(in);
  return box;
}

void put_confidence(ByteWriter& out, float confidence) {
  const float inside = std::isfinite(confidence) ? std::clamp(confidence, 0.0f, 1.0f) : 0;
  out.u8(static_cast<std::uint8_t>(std::lround(inside * 255)));
}

float get_confidence(ByteReader& in) { return static_cast<float>(in.u8()) / 255; }

void put_region(ByteWriter& out, const Region& region) {
  out.varint(region.page);
  out.varint(region.start);
  out.varint(region.end);
}

Region get_region(ByteReader& in) {
  Region region;
  region.page = static_cast<std::uint32_t>(in.varint());
  region.start = static_cast<std::uint32_t>(in.varint());
  region.end = static_cast<std::uint32_t>(in.varint());
  return region;
}

void put_pages(ByteWriter& out, const std::vector<Page>& pages) {
  out.varint(pages.size());
  for (const Page& page : pages) encode(out, page);
}

std::vector<Page> get_pages(ByteReader& in) {
  std::vector<Page> pages;
  constexpr std::size_t kEmptyPageBytes = 8;
  const std::uint64_t count = in.count(kEmptyPageBytes);
  for (std::uint64_t i = 0; i < count && !in.failed(); ++i) pages.push_back(decode_page(in));
  return pages;
}

}  // namespace

void ByteWriter::u32(std::uint32_t v) {
  for (int shift = 0; shift < 32; shift += 8) u8(static_cast<std::uint8_t>(v >> shift));
}

void ByteWriter::u64(std::uint64_t v) {
  for (int shift = 0; shift < 64; shift += 8) u8(static_cast<std::uint8_t>(v >> shift));
}

void ByteWriter::f32(float v) { u32(std::bit_cast<std::uint32_t>(v)); }

void ByteWriter::varint(std::uint64_t v) {
  while (v >= 0x80) {
    u8(static_cast<std::uint8_t>(v | 0x80));
    v >>= 7;
  }
  u8(static_cast<std::uint8_t>(v));
}

void ByteWriter::string(std::string_view v) {
  varint(v.size());
  bytes_ += v;
}

std::string_view ByteReader::take(std::size_t n) {
  if (failed_ || n > rest_.size()) {
    failed_ = true;
    return {};
  }
  const std::string_view taken = rest_.substr(0, n);
  rest_.remove_prefix(n);
  return taken;
}

std::uint8_t ByteReader::u8() {
  const std::string_view b = take(1);
  return b.empty() ? 0 : static_cast<std::uint8_t>(b[0]);
}

std::uint32_t ByteReader::u32() {
  std::uint32_t v = 0;
  for (int shift = 0; shift < 32; shift += 8) v |= static_cast<std::uint32_t>(u8()) << shift;
  return failed_ ? 0 : v;
}

std::uint64_t ByteReader::u64() {
  std::uint64_t v = 0;
  for (int shift = 0; shift < 64; shift += 8) v |= static_cast<std::uint64_t>(u8()) << shift;
  return failed_ ? 0 : v;
}

float ByteReader::f32() { return std::bit_cast<float>(u32()); }

std::uint64_t ByteReader::varint() {
  std::uint64_t v = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const std::uint8_t b = u8();
    v |= static_cast<std::uint64_t>(b & 0x7F) << shift;
    if ((b & 0x80) == 0) return failed_ ? 0 : v;
  }
  failed_ = true;  // more than 64 bits
  return 0;
}

std::string ByteReader::string() { return std::string(take(static_cast<std::size_t>(varint()))); }

std::uint64_t ByteReader::count(std::size_t min_bytes_each) {
  const std::uint64_t n = varint();
  if (failed_ || n > rest_.size() / min_bytes_each) {
    failed_ = true;
    return 0;
  }
  return n;
}

void encode(ByteWriter& out, const std::vector<Word>& words) {
  out.varint(words.size());
  std::uint32_t at = 0;
  for (const Word& word : words) {
    out.varint(word.start - at);
    out.varint(word.end - word.start);
    put_box(out, word.box);
    put_confidence(out, word.confidence);
    at = word.start;
  }
}

std::vector<Word> decode_words(ByteReader& in, std::size_t text_bytes) {
  const std::uint64_t count = in.count(7);
  std::vector<Word> words;
  words.reserve(count);
  std::uint64_t at = 0;
  for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
    at += std::min<std::uint64_t>(in.varint(), text_bytes + 1);
    const std::uint64_t end = at + std::min<std::uint64_t>(in.varint(), text_bytes + 1);
    Word word;
    word.box = get_box(in);
    word.confidence = get_confidence(in);
    if (end > text_bytes) in.fail();
    word.start = static_cast<std::uint32_t>(at);
    word.end = static_cast<std::uint32_t>(end);
    words.push_back(word);
  }
  if (in.failed()) words.clear();
  return words;
}

void encode_without_words(ByteWriter& out, const Page& page) {
  out.varint(page.number);
  out.u8(static_cast<std::uint8_t>(page.source));
  put_confidence(out, page.confidence);
  put_coordinate(out, page.width);
  put_coordinate(out, page.height);
  out.varint(page.rotation);
  out.string(page.text);
}

void encode(ByteWriter& out, const Page& page) {
  encode_without_words(out, page);
  encode(out, page.words);
}

Page decode_page_without_words(ByteReader& in) {
  Page page;
  const std::uint64_t number = in.varint();
  const std::uint8_t source = in.u8();
  page.confidence = get_confidence(in);
  page.width = get_coordinate(in);
  page.height = get_coordinate(in);
  const std::uint64_t rotation = in.varint();
  page.text = in.string();
  const bool good = !in.failed() && number <= UINT32_MAX && rotation < 360 && rotation % 90 == 0;
  if (!good || source > static_cast<std::uint8_t>(PageSource::kNone) || !valid_utf8(page.text)) {
    in.fail();
    return {};
  }
  page.number = static_cast<std::uint32_t>(number);
  page.rotation = static_cast<std::uint16_t>(rotation);
  page.source = static_cast<PageSource>(source);
  return page;
}

Page decode_page(ByteReader& in) {
  Page page = decode_page_without_words(in);
  page.words = decode_words(in, page.text.size());
  return in.failed() ? Page() : page;
}

void encode(ByteWriter& out, const Listing& listing) {
  out.u8(listing.table);
  out.string(listing.heading);
  out.varint(listing.left_out);
  out.varint(listing.rows.size());
  for (const ListingRow& row : listing.rows) {
    out.u8(row.head);
    out.varint(row.cells.size());
    for (const ListingCell& cell : row.cells) {
      out.string(cell.label);
      out.string(cell.text);
      out.varint(cell.links.size());
      for (const std::string& link : cell.links) out.string(link);
    }
  }
}

namespace {

ListingCell get_cell(ByteReader& in) {
  ListingCell cell{in.string(), in.string(), {}};
  for (std::uint64_t n = in.count(1); n > 0 && !in.failed(); --n) cell.links.push_back(in.string());
  std::size_t bytes = cell.label.size() + cell.text.size();
  bool good = valid_utf8(cell.label) && valid_utf8(cell.text);
  for (const std::string& link : cell.links) {
    bytes += link.size();
    good = good && valid_utf8(link);
  }
  if (!good || bytes > limits::kMaxListingCellBytes) in.fail();
  return cell;
}

}  // namespace

Listing decode_listing(ByteReader& in) {
  constexpr std::size_t kEmptyRowBytes = 2, kEmptyCellBytes = 3;
  Listing listing;
  listing.table = in.u8() != 0;
  listing.heading = in.string();
  listing.left_out = static_cast<std::uint32_t>(in.varint());
  const std::uint64_t rows = in.count(kEmptyRowBytes);
  if (!valid_utf8(listing.heading) || rows > limits::kMaxListingRows) in.fail();
  for (std::uint64_t n = rows; n > 0 && !in.failed(); --n) {
    ListingRow row;
    row.head = in.u8() != 0;
    const std::uint64_t cells = in.count(kEmptyCellBytes);
    if (cells > limits::kMaxListingCells) in.fail();
    for (std::uint64_t c = cells; c > 0 && !in.failed(); --c) row.cells.push_back(get_cell(in));
    listing.rows.push_back(std::move(row));
  }
  return listing;
}

void encode(ByteWriter& out, const CellLink& link) {
  out.varint(link.page);
  out.varint(link.line);
  out.varint(link.cell);
  out.string(link.to);
}

CellLink decode_cell_link(ByteReader& in) {
  const std::uint64_t page = in.varint(), line = in.varint(), cell = in.varint();
  CellLink link{static_cast<std::uint32_t>(page), static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(cell), in.string()};
  const bool counted = page > 0 && page <= limits::kMaxPages && line <= limits::kMaxPageTextBytes && cell <= limits::kMaxPageTextBytes;
  if (!counted || link.to.size() > limits::kMaxLinkBytes || !valid_utf8(link.to)) in.fail();
  return link;
}

namespace {

bool stands(std::uint8_t format, std::string_view media_type) {
  if (format < kFirstThatStands || format > kExtractionFormat) return false;
  if (media_type == "text/html") return format >= kFirstWithTheseListings;
  return !is_workbook(media_type) || format >= kFirstWithCellLinks;
}

}  // namespace

std::string encode(const Extraction& extraction) {
  ByteWriter out;
  out.u8(kExtractionFormat);
  out.string(extraction.media_type);
  put_pages(out, extraction.pages);
  out.varint(extraction.hidden.size());
  for (const HiddenCount& hidden : extraction.hidden) {
    out.string(hidden.what);
    out.varint(hidden.count);
  }
  out.varint(extraction.notes.size());
  for (const Note& note : extraction.notes) {
    out.varint(note.page);
    out.string(note.what);
  }
  out.varint(extraction.members.size());
  for (const Member& member : extraction.members) {
    out.string(member.name);
    out.string(member.sha256);
    out.varint(member.bytes);
  }
  out.string(extraction.engine);
  out.varint(extraction.listings.size());
  for (const Listing& listing : extraction.listings) encode(out, listing);
  out.varint(extraction.cell_links.size());
  for (const CellLink& link : extraction.cell_links) encode(out, link);
  return std::move(out).take();
}

Result<Extraction> decode_extraction(std::string_view bytes) {
  ByteReader in(bytes);
  const std::uint8_t format = in.u8();
  Extraction extraction;
  extraction.media_type = in.string();
  if (!stands(format, extraction.media_type)) return environment_error("a cached extraction is of another format");
  extraction.pages = get_pages(in);
  for (std::uint64_t n = in.count(2); n > 0 && !in.failed(); --n) {
    HiddenCount hidden{in.string(), 0};
    hidden.count = static_cast<std::uint32_t>(in.varint());
    extraction.hidden.push_back(std::move(hidden));
  }
  for (std::uint64_t n = in.count(2); n > 0 && !in.failed(); --n) {
    Note note{static_cast<std::uint32_t>(in.varint()), {}};
    note.what = in.string();
    extraction.notes.push_back(std::move(note));
  }
  for (std::uint64_t n = in.count(3); n > 0 && !in.failed(); --n) {
    Member member{in.string(), in.string(), 0};
    member.bytes = in.varint();
    extraction.members.push_back(std::move(member));
  }
  extraction.engine = in.string();
  if (format >= kFirstWithListings)
    for (std::uint64_t n = in.count(kEmptyListingBytes); n > 0 && !in.failed(); --n) extraction.listings.push_back(decode_listing(in));
  if (format >= kFirstWithCellLinks)
    for (std::uint64_t n = in.count(kEmptyCellLinkBytes); n > 0 && !in.failed(); --n) extraction.cell_links.push_back(decode_cell_link(in));
  if (in.failed() || !in.at_end()) return environment_error("a cached extraction is damaged");
  return extraction;
}

std::string encode(const Published& published) {
  ByteWriter out;
  out.u8(kPublishedFormat);
  out.string(record_to_json(published.record, Audience::kInspect));
  put_pages(out, published.pages);
  out.varint(published.boilerplate.size());
  for (const Region& region : published.boilerplate) put_region(out, region);
  out.varint(published.masks.size());
  for (const Mask& mask : published.masks) {
    put_region(out, mask.where);
    out.string(mask.type);
    out.varint(mask.boxes.size());
    for (const Box& box : mask.boxes) put_box(out, box);
  }
  return std::move(out).take();
}

Result<Published> decode_published(std::string_view bytes) {
  ByteReader in(bytes);
  if (in.u8() != kPublishedFormat) return environment_error("a stored record is of another format");
  Result<Record> record = record_from_json(in.string());
  if (!record) return record.error();
  Published published{std::move(*record), get_pages(in), {}, {}};
  for (std::uint64_t n = in.count(3); n > 0 && !in.failed(); --n) published.boilerplate.push_back(get_region(in));
  for (std::uint64_t n = in.count(5); n > 0 && !in.failed(); --n) {
    Mask mask{get_region(in), in.string(), {}};
    for (std::uint64_t boxes = in.count(4); boxes > 0 && !in.failed(); --boxes) mask.boxes.push_back(get_box(in));
    published.masks.push_back(std::move(mask));
  }
  if (in.failed() || !in.at_end()) return environment_error("a stored record is damaged");
  return published;
}

}  // namespace foi
