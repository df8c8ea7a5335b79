// What took the place of what, followed to what stands there now.
#include <map>
#include <set>

#include "indexer/library/library_impl.h"

namespace foi::library {
namespace {

enum class Standing { kLive, kRemoved, kGone };

// Every document that left a place or came after one that did, and whether it stands somewhere still.
struct Successions {
  std::map<std::string, std::vector<std::string>, std::less<>> next;  // in order of folder and path
  std::map<std::string, Standing, std::less<>> standing;
};

Result<Standing> standing_of(Statement& statement, std::string_view id) {
  statement.rewind();
  auto row = statement.bind(1, id).step();
  if (!row) return row.error();
  if (statement.integer(0) != 0) return Standing::kRemoved;
  return statement.integer(1) != 0 ? Standing::kLive : Standing::kGone;
}

Result<Successions> read_successions(const Database& database) {
  Successions all;
  auto rows = database.prepare("SELECT id, successor FROM replaced WHERE successor != '' ORDER BY folder, path");
  if (!rows) return rows.error();
  while (true) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!*row) break;
    all.next[rows->text(0)].push_back(rows->text(1));
    for (const int column : {0, 1}) all.standing.emplace(rows->text(column), Standing::kGone);
  }
  auto standing = database.prepare("SELECT EXISTS (SELECT 1 FROM removal WHERE id = ?1), EXISTS (SELECT 1 FROM source WHERE id = ?1)");
  if (!standing) return standing.error();
  for (auto& [id, is] : all.standing) {
    auto found = standing_of(*standing, id);
    if (!found) return found.error();
    is = *found;
  }
  return all;
}

using Known = std::map<std::string, std::string, std::less<>>;

// The first live document after this one; else the first that was removed; else empty. Places may lead round in a circle. known: what was
// found of others, so that a long chain is not walked from each of its links.
std::string successor_of(const Successions& all, const Known& known, const std::string& id) {
  std::string removed;
  const auto note_removed = [&](std::string_view found) {
    if (removed.empty()) removed = found;
  };
  std::set<std::string_view> seen{id};
  std::vector<std::string_view> ahead{id};  // the next to look at is the last
  while (!ahead.empty()) {
    const std::string_view at = ahead.back();
    ahead.pop_back();
    const Standing standing = all.standing.find(at)->second;
    if (standing == Standing::kLive) return std::string(at);
    if (standing == Standing::kRemoved) note_removed(at);
    if (const auto found = known.find(at); found != known.end()) {
      if (!found->second.empty() && all.standing.find(found->second)->second == Standing::kLive) return found->second;
      note_removed(found->second);
      continue;
    }
    const auto next = all.next.find(at);
    if (next == all.next.end()) continue;
    for (auto each = next->second.rbegin(); each != next->second.rend(); ++each)
      if (seen.insert(*each).second) ahead.push_back(*each);
  }
  return removed;
}

}  // namespace

Result<std::vector<Replacement>> Library::replacements() const {
  auto all = read_successions(*impl_->database);
  if (!all) return all.error();
  Known known;
  for (const auto& [id, ignored] : all->next)
    if (all->standing.find(id)->second == Standing::kGone) known.emplace(id, successor_of(*all, known, id));
  std::vector<Replacement> found;
  for (const auto& [id, successor] : known)
    if (!successor.empty()) found.push_back({id, successor});
  return found;
}

}  // namespace foi::library
