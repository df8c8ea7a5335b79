// What a letter counts for in every facet and filter, worked out once when it is written. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/schema.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"
#include "indexer/model/result.h"

namespace foi::index {

// In the order of kFacetNames.
enum class FacetId : std::uint8_t {
  kAuthority,
  kAuthorityType,
  kExemption,
  kStatus,
  kTopic,
  kOutcome,
  kAnswer,
  kKind,
  kYear,
  kSource,
  kCluster
};
inline constexpr std::size_t kFacetCount = 11;
constexpr std::size_t at(FacetId facet) { return static_cast<std::size_t>(facet); }
// The field whose terms the facet's filter looks up.
Field field_of(FacetId facet);

// Years a letter can be from; a date outside was misread, and counts in no facet. The Act is of 2000, the code before it of 1994.
inline constexpr int kFirstYear = 1990, kLastYear = 2100;

// Sets of statuses: bit n is the n-th CitationStatus.
using StatusSet = std::uint8_t;
inline constexpr std::size_t kStatusNames = 11;
// The values a status filter takes: each status, then "standing", "not-standing" and "any".
struct StatusValue {
  std::string_view name;
  StatusSet statuses;
};
const std::array<StatusValue, kStatusNames>& status_values();
inline constexpr StatusSet kStanding = 0b0001'1111, kNotStanding = 0b1110'0000, kAnyStatus = 0xff;

// A ground, or a level above a ground, and the statuses the letter has it with.
struct CodeStatuses {
  std::string code;
  StatusSet statuses = 0;
  bool operator==(const CodeStatuses&) const = default;
};

struct FacetValues {
  // By FacetId, sorted and unique; exemption and status stay empty, they are in citations.
  std::array<std::vector<std::string>, kFacetCount> values;
  std::vector<CodeStatuses> citations;  // sorted by code; every level of every ground, as things stand now
  std::string authority_name;           // name_now, or empty
  std::int32_t date = 0;                // responded as YYYYMMDD; 0 without
  bool operator==(const FacetValues&) const = default;
};

FacetValues facet_values(const Record& letter, const Reference& reference);
// Of one question: its own outcome and grounds, everything else the letter's.
FacetValues facet_values(const Record& letter, const Question& question, const Reference& reference);

// The statuses of all citations together.
StatusSet all_statuses(const FacetValues& values);

// Bytes of the one packed value slot. No cap on the number of values.
std::string encode(const FacetValues& values);
Result<FacetValues> decode_facet_values(std::string_view bytes);  // kEnvironment when damaged

// 20240309.
std::int32_t date_number(Date date);

}  // namespace foi::index
