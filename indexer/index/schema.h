// The schema: what the index keeps of a document, under which prefix or in which slot. Writer and reader loop over this one table; letters
// and questions are written from the same one. Whoever changes what is kept changes kIndexFormat.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace foi::index {

inline constexpr int kIndexFormat = 6;
// Keys of the metadata of the letters' database: the format; what code made the index; before each id, that it is gone (Tombstone); and,
// before the name of each place inside which documents stand (Tag::holder), the id of what stands there.
inline constexpr std::string_view kFormatKey = "format";
inline constexpr std::string_view kMadeByKey = "made-by";
inline constexpr std::string_view kGonePrefix = "gone/";
inline constexpr std::string_view kHolderPrefix = "holder/";

enum class Field : std::uint8_t {
  kText,
  kQuestion,
  kAnswer,
  kTitle,
  kAuthorityName,
  kReference,
  kId,
  kLetter,
  kBeside,
  kAuthority,
  kAuthorityType,
  kExemption,
  kStatus,
  kTopic,
  kOutcome,
  kAnswerOutcome,
  kKind,
  kYear,
  kMonth,
  kSource,
  kCluster,
  kFailure,
  kOldestFirst,
  kNewestFirst,
  kFacetValues,
  kFingerprint,
  kCollapse,
};

enum class Form : std::uint8_t {
  kWords,  // each word as it stands with its position, and its English stem (Z…) without
  kTerm,   // one term a value, never stemmed: prefix, then the value
  kSlot,   // a value slot
};

struct FieldSpec {
  Field field;
  std::string_view name;  // of the field in a text query ("title:"), or what stands here, for people
  Form form;
  std::string_view prefix;    // of its terms; the body's words have none
  std::uint8_t weight;        // kWords: how often a word counts under the prefix
  std::uint8_t plain_weight;  // kWords: how often it counts again among the words without prefix; 0: not there
  std::uint32_t slot;         // kSlot
};

std::span<const FieldSpec> schema();
const FieldSpec& spec(Field field);

// The term of a value of a kTerm field. A value too long for a term is cut and told apart by a hash.
std::string exact_term(Field field, std::string_view value);
// What exact_term takes for an exemption bound to a status: "foia-31|overturned".
std::string bound_exemption(std::string_view exemption, std::string_view status);

// Values of kBeside, of what is no letter, question or page. The first is the blank, one document without text among letters and among
// questions. With it no term is on every document: of one that is, Xapian 1.4.22 reads the list of all documents in its stead, and fails
// with "Unexpected end of posting list" where that list has gaps and several parts, as it does once documents were dropped. The second are
// the words of a page, a document of their own beside the page's.
inline constexpr std::string_view kBlank = "blank";
inline constexpr std::string_view kWordsOfPage = "words";

// Positions between two pages and between two stretches of text that do not belong together: wider than any phrase or NEAR window. A query
// (limits::kMaxQueryBytes) has room for a phrase of 1000 words, and for 400 joined by NEAR or ADJ, each of which makes the window one
// wider.
inline constexpr std::uint32_t kGap = 1000;
// What n of NEAR/n and ADJ/n is at most.
inline constexpr long kWidestWindow = 500;

// FNV-1a, 64 bits: the same on every machine.
std::uint64_t stable_hash(std::string_view bytes);

}  // namespace foi::index
