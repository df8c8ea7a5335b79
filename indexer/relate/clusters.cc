// One request that many bodies were sent: documents of several authorities that quote the same questions at about the same time.
#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>
#include <tuple>

#include "indexer/relate/relate_parts.h"

namespace foi::relate {
namespace {

// Answers to one request come within weeks; whoever asks the same again asks a year later.
constexpr int kDaysApart = 180;

// What two answers to one request share: its only long question, or two that follow one another.
std::vector<std::uint64_t> keys_of(const Summary& document) {
  constexpr std::uint64_t kMix = 0x9e3779b97f4a7c15;
  const auto& asked = document.questions;
  if (asked.size() == 1 && asked[0].words >= Summary::kDistinctiveWords) return {asked[0].hash};
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 1; i < asked.size(); ++i) keys.push_back(asked[i - 1].hash * kMix + asked[i].hash);
  return keys;
}

using Member = std::tuple<std::chrono::sys_days, std::size_t>;

void join_neighbours(const Documents& documents, std::vector<Member> members, std::vector<std::size_t>& parent) {
  const auto find = [&](std::size_t place) {
    while (parent[place] != place) place = parent[place] = parent[parent[place]];
    return place;
  };
  std::sort(members.begin(), members.end());
  // Members apart by time fall into runs; a run counts when several bodies answered in it.
  for (std::size_t from = 0, to = 0; from < members.size(); from = to) {
    bool several = false;
    for (to = from + 1; to < members.size(); ++to) {
      if (std::get<0>(members[to]) - std::get<0>(members[to - 1]) > std::chrono::days(kDaysApart)) break;
      several |= documents[std::get<1>(members[to])].authority != documents[std::get<1>(members[from])].authority;
    }
    for (std::size_t i = from + 1; several && i < to; ++i) {
      const std::size_t a = find(std::get<1>(members[from])), b = find(std::get<1>(members[i]));
      parent[std::max(a, b)] = std::min(a, b);
    }
  }
}

}  // namespace

std::vector<std::size_t> find_clusters(const Documents& documents) {
  std::map<std::uint64_t, std::vector<Member>> by_key;
  for (std::size_t place = 0; place < documents.size(); ++place) {
    const Summary& document = documents[place];
    if (document.authority.empty() || !document.responded || document.parent) continue;
    for (const std::uint64_t key : keys_of(document)) by_key[key].emplace_back(std::chrono::sys_days(*document.responded), place);
  }
  std::vector<std::size_t> parent(documents.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  for (auto& [key, members] : by_key) join_neighbours(documents, std::move(members), parent);
  // Of each set the first by date, then id, gives it its name.
  std::map<std::size_t, std::vector<Member>> sets;
  for (std::size_t place = 0; place < documents.size(); ++place) {
    std::size_t root = place;
    while (parent[root] != root) root = parent[root];
    if (documents[place].responded) sets[root].emplace_back(std::chrono::sys_days(*documents[place].responded), place);
  }
  std::vector<std::size_t> first_of(documents.size(), Documents::kNone);
  for (const auto& [root, members] : sets) {
    if (members.size() < 2) continue;
    const std::size_t first = std::get<1>(*std::min_element(members.begin(), members.end()));
    for (const auto& [day, place] : members) first_of[place] = first;
  }
  return first_of;
}

}  // namespace foi::relate
