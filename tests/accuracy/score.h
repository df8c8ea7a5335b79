// Truth held against readings: counts a field, and what differs in which letter. Pure.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/accuracy/readings.h"
#include "tests/accuracy/truth.h"

namespace foi::accuracy {

// wrong: another value than the true one; missed: there is one and none is claimed; extra: none is there and one is claimed.
struct Tally {
  std::size_t right = 0, wrong = 0, missed = 0, extra = 0;
  bool operator==(const Tally&) const = default;

  // 1 when nothing was claimed, or nothing is there.
  double precision() const;
  double recall() const;
  double f1() const;
  bool empty() const { return right + wrong + missed + extra == 0; }
};

enum class Field : std::size_t {
  kRead,              // documents with a record and no error
  kStanding,          // exemptions that stand, each at the finest level cited
  kStandingSections,  // the same by section
  kNotStanding,       // exemptions that do not stand, with their status
  kFalseFriends,      // letters that mention sections, rely on none, and in which none is claimed to stand
  kAuthority,
  kReference,
  kResponded,
  kReceived,
  kKind,
  kOutcome,
  kQuestions,    // their number, where the letter shows the request
  kMainTopic,    // the first topic
  kFirstTopics,  // the main topic is among the three claimed
  kRequesters,   // names that must be masked and are
  kStaff,
  kHidden,  // words nobody sees who reads the original, and that are not shown
};
inline constexpr std::size_t kFields = 17;

// How well a field is to be known; 0 where nothing is asked.
struct Goal {
  double precision = 0, recall = 0, f1 = 0;
};
struct FieldInfo {
  std::string_view name;
  Goal goal;
};
const FieldInfo& info_of(Field field);

struct Difference {
  std::string file;
  Field field;
  std::string what;  // "foia-43-2 missed", "2024-03-08, true is 2024-03-09"
};

// Claims of one tenth of confidence: how many, and how many of them are true.
struct Bin {
  std::size_t claims = 0, right = 0;
};
// 0.5 to 0.6, … 0.9 to 1.0 and 1.0 itself in the last; below 0.5 in the first.
using Reliability = std::array<Bin, 6>;

struct Scores {
  std::size_t letters = 0;
  std::array<Tally, kFields> fields;
  std::vector<Difference> differences;
  Reliability exemptions, authority;

  Tally& at(Field field) { return fields[static_cast<std::size_t>(field)]; }
  const Tally& at(Field field) const { return fields[static_cast<std::size_t>(field)]; }
};

// Adds one letter.
void score(const Truth& truth, const Reading& reading, Scores& scores);

bool stands(CitationStatus status);
// "foia-36" of "foia-36-2-c".
std::string section_of(const std::string& ground);

}  // namespace foi::accuracy
