// What stands beside the terms: the letter's record and where its pages begin, a question's place, a page with its masks and,
// apart since no search needs them, the boxes of its words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/searcher.h"
#include "indexer/index/tombstone.h"
#include "indexer/model/record.h"
#include "indexer/model/result.h"

namespace foi::index {

struct PageStart {
  std::uint32_t page = 1;      // one-based
  std::uint32_t position = 0;  // its words stand after this one
  bool operator==(const PageStart&) const = default;
};

struct StoredLetter {
  Record record;                 // as served, but for its parent
  std::vector<PageStart> pages;  // ascending positions
  std::uint32_t body_end = 0;    // the first position that is no page's: title, authority … follow
  std::string holder{};          // Tag::holder, by which the record's parent is found
};

struct StoredQuestion {
  std::string letter;       // id
  std::uint32_t index = 0;  // into the record's questions
};

// Which record a letter of the index was composed of.
struct Fingerprint {
  std::string id, fingerprint;
};

std::string encode(const StoredLetter& letter);
std::string encode(const StoredQuestion& question);
std::string encode(const StoredPage& page);  // without its words
std::string encode_words(const StoredPage& page);
std::string encode(const Fingerprint& fingerprint);
std::string encode(const Tombstone& tombstone);  // without its id
// kEnvironment when damaged.
Result<StoredLetter> decode_letter(std::string_view bytes);
Result<StoredQuestion> decode_question(std::string_view bytes);
Result<StoredPage> decode_stored_page(std::string_view bytes);
// page with its words, which are bytes.
Result<StoredPage> with_words(StoredPage page, std::string_view bytes);
Result<Fingerprint> decode_fingerprint(std::string_view bytes);
Result<Tombstone> decode_tombstone(std::string_view id, std::string_view bytes);

// The value that exact_term(kId) takes for a page, for the words of the page with that key, and for a question.
std::string page_key(std::string_view id, std::uint32_t number);
std::string words_key(std::string_view page_key);
std::string question_key(std::string_view id, std::size_t index);

}  // namespace foi::index
