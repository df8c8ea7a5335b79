#include "server/route.h"

#include "indexer/model/text.h"

namespace foi::server {
namespace {

// What stands in the braces of "{number}.png", or nothing.
std::optional<std::string> part_in_braces(std::string_view wanted, std::string_view given) {
  const std::string_view ending = wanted.substr(wanted.find('}') + 1);
  if (!given.ends_with(ending)) return std::nullopt;
  return std::string(given.substr(0, given.size() - ending.size()));
}

}  // namespace

std::optional<std::vector<std::string>> match_route(std::string_view pattern, std::string_view path) {
  const auto wanted = split(pattern, '/'), given = split(path, '/');
  std::vector<std::string> parts;
  const bool rest = pattern.ends_with("{rest}");
  if (rest ? given.size() < wanted.size() : given.size() != wanted.size()) return std::nullopt;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i].starts_with('{')) {
      if (wanted[i] != given[i]) return std::nullopt;
      continue;
    }
    auto part = part_in_braces(wanted[i], given[i]);
    if (!part) return std::nullopt;
    parts.push_back(std::move(*part));
  }
  for (std::size_t i = wanted.size(); rest && i < given.size(); ++i) parts.back() += "/" + std::string(given[i]);
  return parts;
}

}  // namespace foi::server
