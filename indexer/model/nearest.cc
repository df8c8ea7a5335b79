#include "indexer/model/nearest.h"

#include <algorithm>
#include <limits>

#include "indexer/model/edit_distance.h"
#include "indexer/model/text.h"

namespace foi {
namespace {

constexpr std::size_t kMost = 3;
// Bytes of a value that may stand for a part of an id or name: fewer are in too many.
constexpr std::size_t kShortestPart = 3;
// Longer than any id: not a misspelling, and not worth the square of its length.
constexpr std::size_t kLongest = 100;
constexpr std::size_t kFar = std::numeric_limits<std::size_t>::max();

// Letters and digits alone: "foia-311" and "foia-31-1" are told apart by nothing else.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out.push_back(c);
  return out;
}

bool has_part(const std::string& id, const std::string& value) {
  return value.size() >= kShortestPart && (id.starts_with(value) || ("-" + id + "-").find("-" + value + "-") != std::string::npos);
}

// What tells a value from an id, in letters; a part of it counts as one slip. Both in small letters.
std::size_t difference(const std::string& value, const std::string& id) {
  if (value == id || bare(value) == bare(id)) return 0;
  if (has_part(id, value)) return 1;
  const std::size_t distance = edit_distance(value, id);
  return distance <= std::max<std::size_t>(1, std::min(value.size(), id.size()) / 3) ? distance : kFar;
}

}  // namespace

std::vector<std::string> nearest(std::string_view value, std::span<const Candidate> candidates) {
  if (value.empty() || value.size() > kLongest) return {};
  const std::string wanted = to_lower_ascii(value);
  std::vector<std::pair<std::size_t, std::string_view>> close;
  for (const Candidate& candidate : candidates)
    if (const std::size_t distance = difference(wanted, to_lower_ascii(candidate.id)); distance != kFar)
      close.emplace_back(distance, candidate.id);
  std::stable_sort(close.begin(), close.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> best;
  for (const auto& [distance, id] : close)
    if (best.size() < kMost) best.emplace_back(id);
  for (const Candidate& candidate : candidates) {
    if (best.size() == kMost || wanted.size() < kShortestPart) break;
    const bool named = to_lower_ascii(candidate.name).find(wanted) != std::string::npos;
    if (named && std::find(best.begin(), best.end(), candidate.id) == best.end()) best.emplace_back(candidate.id);
  }
  return best;
}

std::vector<std::string> nearest(std::string_view value, std::span<const std::string_view> ids) {
  std::vector<Candidate> candidates;
  for (const std::string_view id : ids) candidates.push_back({id});
  return nearest(value, candidates);
}

}  // namespace foi
