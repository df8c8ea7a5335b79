// Bytes there and back, and bytes nobody wrote.
#include "indexer/model/codec.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "indexer/model/limits.h"
#include "indexer/model/record_json.h"
#include "indexer/model/text.h"
#include "tests/unit/model/sample_record.h"

namespace foi {
namespace {

// Coordinates in sixteenths of a point and confidences in 255ths, as they are kept.
Page sample_page(std::uint32_t number) {
  Page page;
  page.number = number;
  page.source = PageSource::kOcr;
  page.confidence = 51.0f / 255;
  page.width = 595.25f;
  page.height = 841.875f;
  page.rotation = 270;
  page.text =
      "Dear caf\xC3\xA9\n\xE2\x82\xAC"
      "5";
  page.words = {{0, 4, {72, 72.5f, 100.0625f, 84}, 1}, {5, 10, {-3, 0, 0, 12}, 0}, {11, 15, {1, 2, 3, 4}, 204.0f / 255}};
  return page;
}

Extraction sample_extraction() {
  Extraction e;
  e.media_type = "application/pdf";
  e.pages = {sample_page(1), Page{}, sample_page(3)};
  e.hidden = {{"hidden sheet", 2}, {"comment", 1}};
  e.notes = {{0, "shortened"}, {2, "no text"}};
  e.members = {{"letters/reply.pdf", std::string(64, 'a'), 1'234'567}, {"", "", 0}};
  e.engine = "a reader 1.2";
  e.listings = {{true, "March 2024", {{true, {{"", "Ref", {}}}}, {false, {{"Ref", "FOI 1\nand 2", {"a.pdf", "b.pdf"}}, {}}}}, 3}, {}};
  e.cell_links = {{1, 0, 0, ""}, {limits::kMaxPages, limits::kMaxPageTextBytes, 40, std::string(limits::kMaxLinkBytes, 'a')}};
  return e;
}

Published sample_published() {
  Published p;
  p.record = sample_record();
  p.pages = {sample_page(1), sample_page(2)};
  p.boilerplate = {{1, 0, 4}, {2, 5, 10}};
  p.masks = {{{1, 0, 4}, "requester", {{1, 2, 3, 4}, {5, 6, 7, 8}}}, {{2, 5, 10}, "e-mail", {}}};
  return p;
}

TEST(Codec, ADocumentOfNothingButBlankPagesComesBack) {
  Extraction extraction;
  extraction.media_type = "application/pdf";
  for (std::uint32_t number = 1; number <= 50; ++number) {
    Page page;
    page.number = number;
    extraction.pages.push_back(page);
  }
  const Result<Extraction> again = decode_extraction(encode(extraction));
  ASSERT_TRUE(again.ok()) << again.error().message;
  EXPECT_EQ(*again, extraction);
}

TEST(Codec, numbers_there_and_back) {
  const std::uint64_t values[] = {0, 1, 127, 128, 255, 16'383, 16'384, 1ull << 32, UINT64_MAX - 1, UINT64_MAX};
  ByteWriter out;
  for (const std::uint64_t v : values) {
    out.varint(v);
    out.u64(v);
    out.u32(static_cast<std::uint32_t>(v));
    out.u8(static_cast<std::uint8_t>(v));
    out.f32(static_cast<float>(v));
  }
  out.string("");
  out.string(std::string_view("a\0b", 3));
  ByteReader in(out.bytes());
  for (const std::uint64_t v : values) {
    EXPECT_EQ(in.varint(), v);
    EXPECT_EQ(in.u64(), v);
    EXPECT_EQ(in.u32(), static_cast<std::uint32_t>(v));
    EXPECT_EQ(in.u8(), static_cast<std::uint8_t>(v));
    EXPECT_EQ(in.f32(), static_cast<float>(v));
  }
  EXPECT_EQ(in.string(), "");
  EXPECT_EQ(in.string(), std::string("a\0b", 3));
  EXPECT_TRUE(in.at_end() && !in.failed());
}

TEST(Codec, is_little_endian) {
  ByteWriter out;
  out.u32(0x01020304);
  EXPECT_EQ(out.bytes(), "\x04\x03\x02\x01");
}

TEST(Codec, after_a_read_that_does_not_fit_all_is_nought) {
  ByteReader in(std::string_view("\x01\x02\x03", 3));
  EXPECT_EQ(in.u32(), 0u);
  EXPECT_TRUE(in.failed());
  EXPECT_EQ(in.u8(), 0);
  EXPECT_EQ(in.varint(), 0u);
  EXPECT_EQ(in.string(), "");
  EXPECT_EQ(in.count(1), 0u);
  EXPECT_EQ(in.u64(), 0u);
  EXPECT_EQ(in.f32(), 0.0f);
}

TEST(Codec, a_number_longer_than_64_bits_fails) {
  ByteReader in(std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", 11));
  EXPECT_EQ(in.varint(), 0u);
  EXPECT_TRUE(in.failed());
}

TEST(Codec, a_count_or_length_of_more_than_is_left_fails_before_anything_is_made_room_for) {
  for (const std::uint64_t claimed : {std::uint64_t{4}, std::uint64_t{1} << 40, UINT64_MAX}) {
    ByteWriter out;
    out.varint(claimed);
    const std::string bytes = std::move(out).take() + "abc";
    ByteReader counted(bytes), read(bytes);
    EXPECT_EQ(counted.count(1), 0u);
    EXPECT_TRUE(counted.failed());
    EXPECT_EQ(read.string(), "");
    EXPECT_TRUE(read.failed());
  }
  ByteReader exact(
      std::string_view("\x03"
                       "abc",
                       4));
  EXPECT_EQ(exact.count(1), 3u);
  ByteReader too_large_each(
      std::string_view("\x03"
                       "abcdef",
                       7));
  EXPECT_EQ(too_large_each.count(3), 0u);
}

TEST(Codec, pages_there_and_back) {
  for (const Page& page : {sample_page(7), Page{}}) {
    ByteWriter out;
    encode(out, page);
    ByteReader in(out.bytes());
    EXPECT_EQ(decode_page(in), page);
    EXPECT_TRUE(in.at_end() && !in.failed());
  }
}

TEST(Codec, what_is_no_number_is_written_as_nought) {
  Page page = sample_page(1);
  page.width = std::numeric_limits<float>::quiet_NaN();
  page.height = std::numeric_limits<float>::infinity();
  page.confidence = -std::numeric_limits<float>::infinity();
  page.words[0].box.x0 = std::numeric_limits<float>::quiet_NaN();
  page.words[0].confidence = 7;
  ByteWriter out;
  encode(out, page);
  ByteReader in(out.bytes());
  const Page back = decode_page(in);
  EXPECT_FALSE(in.failed());
  EXPECT_EQ(back.width, 0);
  EXPECT_TRUE(std::isfinite(back.height) && std::isfinite(back.words[0].box.x0));
  EXPECT_EQ(back.confidence, 0);
  EXPECT_EQ(back.words[0].confidence, 1);
}

TEST(Codec, extractions_there_and_back) {
  for (const Extraction& extraction : {sample_extraction(), Extraction{}}) {
    const auto back = decode_extraction(encode(extraction));
    ASSERT_TRUE(back.ok()) << back.error().message;
    EXPECT_EQ(*back, extraction);
  }
}

void expect_same(const Published& a, const Published& b) {
  EXPECT_EQ(record_to_json(a.record, Audience::kInspect), record_to_json(b.record, Audience::kInspect));
  EXPECT_EQ(a.pages, b.pages);
  EXPECT_EQ(a.boilerplate, b.boilerplate);
  EXPECT_EQ(a.masks, b.masks);
}

TEST(Codec, published_documents_there_and_back) {
  for (const Published& published : {sample_published(), Published{}}) {
    const auto back = decode_published(encode(published));
    ASSERT_TRUE(back.ok()) << back.error().message;
    expect_same(*back, published);
  }
}

Record served(std::string_view bytes, bool& good) {
  ByteReader in(bytes);
  Record record = decode_served(in);
  good = !in.failed() && in.at_end();
  return record;
}

std::string served_bytes(const Record& record) {
  ByteWriter out;
  encode_served(out, record);
  return std::move(out).take();
}

// Whatever JSON tells of a record, these bytes tell.
TEST(Codec, records_there_and_back_without_their_path) {
  Record before_1970 = sample_record();
  before_1970.received = parse_iso("0001-01-31");
  before_1970.working_days = -3;
  before_1970.late = std::nullopt;
  for (const Record& record : {sample_record(), Record{}, before_1970}) {
    bool good = false;
    const Record back = served(served_bytes(record), good);
    ASSERT_TRUE(good);
    EXPECT_EQ(record_to_json(back, Audience::kServed), record_to_json(record, Audience::kServed));
    EXPECT_EQ(back.source.path, "");
  }
}

TEST(Codec, a_record_of_bad_text_and_numbers_is_cleaned_as_it_is_written) {
  Record record;
  record.title = "caf\xE9";
  record.related = {{"a", "letter", std::numeric_limits<double>::quiet_NaN()}};
  bool good = false;
  const Record back = served(served_bytes(record), good);
  ASSERT_TRUE(good);
  EXPECT_EQ(back.title, "caf\xEF\xBF\xBD");
  EXPECT_EQ(back.related.at(0).confidence, 0);
}

// -- hostile

TEST(Hostile, every_prefix_of_a_record_is_an_error) {
  const std::string bytes = served_bytes(sample_record());
  bool good = true;
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    (void)served(bytes.substr(0, n), good);
    ASSERT_FALSE(good) << n;
  }
}

TEST(Hostile, flipped_bytes_of_a_record_are_an_error_or_settle) {
  std::mt19937 random(3);
  const std::string whole = served_bytes(sample_record());
  int refused = 0;
  for (int round = 0; round < 6'000; ++round) {
    std::string bytes = whole;
    for (auto flips = 1 + random() % 4; flips > 0; --flips) bytes[random() % bytes.size()] = static_cast<char>(random());
    bool good = false;
    const Record record = served(bytes, good);
    if (!good)
      ++refused;
    else
      ASSERT_EQ(served_bytes(served(served_bytes(record), good)), served_bytes(record));
  }
  EXPECT_GT(refused, 1'000);
}

struct BadField {
  const char* why;
  std::string before, after;  // of the bytes of sample_record()
};

TEST(Hostile, records_nobody_wrote) {
  const std::string whole = served_bytes(sample_record());
  const BadField cases[] = {{"a kind there is not", "\x0Finternal-review", "\x0Finternal-nothing"},
                            {"a title that is no UTF-8", "\xE2\x80\x93", "\xE2\x80\x20"},
                            {"a month there is not", "\xD0\x1F\x02\x09", "\xD0\x1F\x0D\x09"},
                            {"a day there is not", "\xD0\x1F\x02\x09", "\xD0\x1F\x02\x1E"}};
  for (const BadField& c : cases) {
    const auto at = whole.find(c.before);
    ASSERT_NE(at, std::string::npos) << c.why;
    bool good = true;
    (void)served(std::string(whole).replace(at, c.before.size(), c.after), good);
    EXPECT_FALSE(good) << c.why;
  }
}

struct BadWord {
  const char* why;
  std::uint64_t gap, length;
};

TEST(Hostile, words_that_do_not_fit_the_text) {
  const BadWord cases[] = {{"ends after the text", 0, 6},         {"begins after the text", 6, 0},
                           {"far away", 1ull << 40, 0},           {"a length that wraps", 1, UINT64_MAX},
                           {"a start that wraps", UINT64_MAX, 2}, {"just over 32 bits", 1ull << 32, 1}};
  for (const BadWord& bad : cases) {
    ByteWriter out;
    out.varint(1);
    out.u8(0);
    out.u8(255);
    for (int i = 0; i < 3; ++i) out.varint(0);  // width, height, rotation
    out.string("12345");
    out.varint(1);
    out.varint(bad.gap);
    out.varint(bad.length);
    for (int i = 0; i < 4; ++i) out.varint(0);
    out.u8(255);
    ByteReader in(out.bytes());
    decode_page(in);
    EXPECT_TRUE(in.failed()) << bad.why;
  }
}

struct BadPage {
  const char* why;
  std::uint8_t source;
  std::uint64_t rotation;
  std::string_view text;
};

TEST(Hostile, pages_no_reader_makes) {
  const BadPage cases[] = {
      {"an unknown source", 3, 0, "x"},      {"the last unknown source", 255, 0, "x"},        {"turned by 45 degrees", 0, 45, "x"},
      {"turned by 360", 0, 360, "x"},        {"turned by more than 16 bits", 0, 65'626, "x"}, {"Latin-1", 0, 0, "caf\xE9"},
      {"a surrogate", 0, 0, "\xED\xA0\x80"}, {"cut in a character", 0, 0, "\xE2\x82"}};
  for (const BadPage& bad : cases) {
    ByteWriter out;
    out.varint(1);
    out.u8(bad.source);
    out.u8(255);
    out.varint(0);
    out.varint(0);
    out.varint(bad.rotation);
    out.string(bad.text);
    out.varint(0);
    ByteReader in(out.bytes());
    decode_page(in);
    EXPECT_TRUE(in.failed()) << bad.why;
  }
}

void expect_sound(const Page& page) {
  EXPECT_TRUE(valid_utf8(page.text));
  std::uint32_t at = 0;
  for (const Word& word : page.words) {
    EXPECT_LE(at, word.start);
    EXPECT_LE(word.start, word.end);
    EXPECT_LE(word.end, page.text.size());
    for (const float v : {word.box.x0, word.box.y0, word.box.x1, word.box.y1, word.confidence}) EXPECT_TRUE(std::isfinite(v));
    at = word.start;
  }
}

TEST(Hostile, every_prefix_is_an_error) {
  const std::string extraction = encode(sample_extraction()), published = encode(sample_published());
  for (std::size_t n = 0; n < extraction.size(); ++n) ASSERT_FALSE(decode_extraction(extraction.substr(0, n)).ok()) << n;
  for (std::size_t n = 0; n < published.size(); ++n) ASSERT_FALSE(decode_published(published.substr(0, n)).ok()) << n;
}

TEST(Hostile, bytes_behind_the_end_are_an_error) {
  for (const std::string_view more : {std::string_view("\0", 1), std::string_view("x"), std::string_view("more and more")}) {
    EXPECT_FALSE(decode_extraction(encode(sample_extraction()) + std::string(more)).ok());
    EXPECT_FALSE(decode_published(encode(sample_published()) + std::string(more)).ok());
  }
}

TEST(Hostile, another_format_is_an_error) {
  std::string extraction = encode(sample_extraction()), published = encode(sample_published());
  for (const int format : {0, 6, 255}) {
    extraction[0] = published[0] = static_cast<char>(format);
    EXPECT_EQ(decode_extraction(extraction).error().fault, Fault::kEnvironment);
    EXPECT_EQ(decode_published(published).error().fault, Fault::kEnvironment);
  }
}

// Format 2 has no listings, format 3 other ones, and formats before 5 no links of cells: scans need not be read again, web pages and
// workbooks must.
TEST(Codec, an_extraction_of_an_earlier_format_stands_where_it_would_be_the_same_now) {
  struct {
    const char* media_type;
    int first_that_stands;
  } const cases[] = {{"application/pdf", 2},
                     {"text/csv", 2},
                     {"text/html", 4},
                     {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 5},
                     {"application/vnd.oasis.opendocument.spreadsheet", 5},
                     {"application/vnd.oasis.opendocument.text", 2}};
  for (const auto& c : cases)
    for (int format = 1; format <= 6; ++format) {
      Extraction extraction = sample_extraction();
      extraction.media_type = c.media_type;
      extraction.cell_links.clear();
      if (format < 3) extraction.listings.clear();
      std::string bytes = encode(extraction);
      bytes[0] = static_cast<char>(format);
      if (format < 5) bytes.pop_back();
      if (format < 3) bytes.pop_back();
      const auto back = decode_extraction(bytes);
      ASSERT_EQ(back.ok(), format >= c.first_that_stands && format <= 5) << c.media_type << ' ' << format;
      if (back) {
        EXPECT_EQ(*back, extraction) << c.media_type << ' ' << format;
      }
    }
}

TEST(Hostile, a_link_of_more_than_may_be_is_an_error) {
  const auto decodes = [](const CellLink& link) {
    ByteWriter out;
    encode(out, link);
    ByteReader in(out.bytes());
    decode_cell_link(in);
    return !in.failed();
  };
  EXPECT_TRUE(decodes({1, 5, 5, "a.pdf"}));
  EXPECT_FALSE(decodes({0, 5, 5, "a.pdf"}));
  EXPECT_FALSE(decodes({limits::kMaxPages + 1, 5, 5, "a.pdf"}));
  EXPECT_FALSE(decodes({1, limits::kMaxPageTextBytes + 1, 5, "a.pdf"}));
  EXPECT_FALSE(decodes({1, 5, limits::kMaxPageTextBytes + 1, "a.pdf"}));
  EXPECT_FALSE(decodes({1, 5, 5, std::string(limits::kMaxLinkBytes + 1, 'a')}));
  EXPECT_FALSE(decodes({1, 5, 5, "a\xff.pdf"}));
  ByteWriter wraps;
  for (const std::uint64_t number : {std::uint64_t{1}, (std::uint64_t{1} << 32) + 5, std::uint64_t{5}}) wraps.varint(number);
  wraps.string("a.pdf");
  ByteReader in(wraps.bytes());
  decode_cell_link(in);
  EXPECT_TRUE(in.failed()) << "a line of more than 32 bits";
}

TEST(Hostile, a_listing_of_more_than_may_be_is_an_error) {
  const auto decodes = [](const Listing& listing) {
    ByteWriter out;
    encode(out, listing);
    ByteReader in(out.bytes());
    decode_listing(in);
    return !in.failed();
  };
  const ListingCell cell{"", std::string(limits::kMaxListingCellBytes, 'x'), {}};
  EXPECT_TRUE(decodes({true, "", {{false, std::vector<ListingCell>(limits::kMaxListingCells, cell)}}, 0}));
  EXPECT_FALSE(decodes({true, "", {{false, std::vector<ListingCell>(limits::kMaxListingCells + 1)}}, 0}));
  EXPECT_FALSE(decodes({true, "", {{false, {{"x", cell.text, {}}}}}, 0}));
  EXPECT_FALSE(decodes({true, "", std::vector<ListingRow>(limits::kMaxListingRows + 1), 0}));
  EXPECT_FALSE(decodes({true, "\xff", {}, 0}));
}

TEST(Hostile, flipped_bytes_give_an_error_or_something_sound) {
  std::mt19937 random(3);
  const std::string extraction = encode(sample_extraction()), published = encode(sample_published());
  for (int round = 0; round < 6'000; ++round) {
    std::string bytes = round % 2 ? extraction : published;
    for (auto flips = 1 + random() % 4; flips > 0; --flips) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (round % 2) {
      if (const auto back = decode_extraction(bytes))
        for (const Page& page : back->pages) expect_sound(page);
    } else if (const auto back = decode_published(bytes)) {
      for (const Page& page : back->pages) expect_sound(page);
    }
    if (testing::Test::HasFailure()) return;
  }
}

// A short answer that claims a great many empty items must not make as many.
TEST(Hostile, lists_end_where_reading_fails) {
  ByteWriter out;
  out.u8(1);
  out.string("text/plain");
  out.varint(0);
  out.varint(5'000'000);
  const std::string bytes = std::move(out).take() + std::string(10'000'001, '\xFF');
  const auto back = decode_extraction(bytes);
  EXPECT_FALSE(back.ok());
}

}  // namespace
}  // namespace foi
