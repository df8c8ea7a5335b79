#include "indexer/index/store.h"

#include "indexer/model/codec.h"

namespace foi::index {

namespace {

void encode_region(ByteWriter& out, const Region& region) {
  out.varint(region.page);
  out.varint(region.start);
  out.varint(region.end);
}

Region decode_region(ByteReader& in) {
  Region out;
  out.page = static_cast<std::uint32_t>(in.varint());
  out.start = static_cast<std::uint32_t>(in.varint());
  out.end = static_cast<std::uint32_t>(in.varint());
  return out;
}

void encode_mask(ByteWriter& out, const Mask& mask) {
  encode_region(out, mask.where);
  out.string(mask.type);
  out.varint(mask.boxes.size());
  for (const Box& box : mask.boxes)
    for (const float side : {box.x0, box.y0, box.x1, box.y1}) out.f32(side);
}

Mask decode_mask(ByteReader& in) {
  Mask out;
  out.where = decode_region(in);
  out.type = in.string();
  for (std::uint64_t n = in.count(4 * sizeof(float)); n > 0; --n) {
    Box box;
    for (float* side : {&box.x0, &box.y0, &box.x1, &box.y1}) *side = in.f32();
    out.boxes.push_back(box);
  }
  return out;
}

template <class T>
Result<T> checked(const ByteReader& in, T value, const char* what) {
  if (in.failed() || !in.at_end()) return environment_error(std::string("the index is damaged: ") + what + " cannot be read");
  return value;
}

}  // namespace

std::string encode(const StoredLetter& letter) {
  ByteWriter out;
  out.varint(letter.body_end);
  out.varint(letter.pages.size());
  for (const PageStart& start : letter.pages) {
    out.varint(start.page);
    out.varint(start.position);
  }
  out.string(letter.holder);
  encode_served(out, letter.record);
  return std::move(out).take();
}

std::string encode(const StoredQuestion& question) {
  ByteWriter out;
  out.string(question.letter);
  out.varint(question.index);
  return std::move(out).take();
}

std::string encode(const StoredPage& page) {
  ByteWriter out;
  encode_without_words(out, page.page);
  out.varint(page.masks.size());
  for (const Mask& mask : page.masks) encode_mask(out, mask);
  out.varint(page.boilerplate.size());
  for (const Region& region : page.boilerplate) encode_region(out, region);
  return std::move(out).take();
}

std::string encode_words(const StoredPage& page) {
  ByteWriter out;
  foi::encode(out, page.page.words);
  return std::move(out).take();
}

std::string encode(const Fingerprint& fingerprint) {
  ByteWriter out;
  out.string(fingerprint.id);
  out.string(fingerprint.fingerprint);
  return std::move(out).take();
}

std::string encode(const Tombstone& tombstone) {
  ByteWriter out;
  out.string(tombstone.date);
  out.string(tombstone.successor);
  return std::move(out).take();
}

Result<StoredLetter> decode_letter(std::string_view bytes) {
  ByteReader in(bytes);
  StoredLetter out;
  out.body_end = static_cast<std::uint32_t>(in.varint());
  for (std::uint64_t n = in.count(2); n > 0; --n) {
    PageStart start;
    start.page = static_cast<std::uint32_t>(in.varint());
    start.position = static_cast<std::uint32_t>(in.varint());
    out.pages.push_back(start);
  }
  out.holder = in.string();
  out.record = decode_served(in);
  return checked(in, std::move(out), "a letter");
}

Result<StoredQuestion> decode_question(std::string_view bytes) {
  ByteReader in(bytes);
  StoredQuestion out;
  out.letter = in.string();
  out.index = static_cast<std::uint32_t>(in.varint());
  return checked(in, std::move(out), "a question");
}

Result<StoredPage> decode_stored_page(std::string_view bytes) {
  ByteReader in(bytes);
  StoredPage out;
  out.page = decode_page_without_words(in);
  for (std::uint64_t n = in.count(5); n > 0; --n) out.masks.push_back(decode_mask(in));
  for (std::uint64_t n = in.count(3); n > 0; --n) out.boilerplate.push_back(decode_region(in));
  return checked(in, std::move(out), "a page");
}

Result<StoredPage> with_words(StoredPage page, std::string_view bytes) {
  ByteReader in(bytes);
  page.page.words = decode_words(in, page.page.text.size());
  return checked(in, std::move(page), "the words of a page");
}

Result<Fingerprint> decode_fingerprint(std::string_view bytes) {
  ByteReader in(bytes);
  Fingerprint out;
  out.id = in.string();
  out.fingerprint = in.string();
  return checked(in, std::move(out), "a fingerprint");
}

Result<Tombstone> decode_tombstone(std::string_view id, std::string_view bytes) {
  ByteReader in(bytes);
  Tombstone out{.id = std::string(id), .date = in.string()};
  out.successor = in.string();
  return checked(in, std::move(out), "what became of a document");
}

std::string page_key(std::string_view id, std::uint32_t number) { return std::string(id) + "/" + std::to_string(number); }

std::string words_key(std::string_view page_key) { return std::string(page_key) + "/words"; }

std::string question_key(std::string_view id, std::size_t index) { return std::string(id) + "#" + std::to_string(index); }

}  // namespace foi::index
