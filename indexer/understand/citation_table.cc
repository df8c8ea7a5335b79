#include "indexer/understand/citation_table.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "indexer/understand/made_once.h"

namespace foi::understand {

namespace {

// More elements than any citation has; what follows is not looked at.
constexpr std::size_t kMaxElements = 16;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string child(const std::string& path, std::string_view element) { return path + '-' + std::string(element); }

// "1b" → "1", "b".
std::optional<std::pair<std::string, std::string>> halves(const std::string& element) {
  if (element.size() < 2 || !is_digit(element.front()) || is_digit(element.back())) return std::nullopt;
  return std::pair{element.substr(0, element.size() - 1), element.substr(element.size() - 1)};
}

std::string_view roman(std::string_view digits) {
  if (digits == "1") return "i";
  if (digits == "2") return "ii";
  if (digits == "3") return "iii";
  if (digits == "4") return "iv";
  return {};
}

bool same_class(const std::string& a, const std::string& b) { return is_digit(a.front()) == is_digit(b.front()); }

}  // namespace

CitationTable::CitationTable(const Reference& reference) : reference_(reference) {
  for (const ExemptionInfo& info : reference.exemptions) {
    for (std::size_t dash = info.id.find('-'); dash != std::string::npos; dash = info.id.find('-', dash + 1))
      paths_.insert(info.id.substr(0, dash));
    paths_.insert(info.id);
  }
}

std::string CitationTable::deepest_code(std::string path) const {
  while (reference_.exemption(path) == nullptr) {
    const std::size_t dash = path.rfind('-');
    if (dash == std::string::npos) return {};
    path.resize(dash);
  }
  return path;
}

std::vector<Resolved> CitationTable::resolve(std::string_view regime, std::string_view section, const Elements& elements) const {
  const std::string top = std::string(regime) + '-' + std::string(section);
  if (!known(top)) return {};
  std::vector<std::string> path = {top};  // the levels of the code being read
  std::vector<Resolved> found;
  bool malformed = false;
  const auto finish = [&] {
    if (std::string code = deepest_code(path.back()); !code.empty()) found.push_back({std::move(code), malformed});
    malformed = false;
  };
  const auto descend = [&](std::string_view element) {
    if (!known(child(path.back(), element))) return false;
    path.push_back(child(path.back(), element));
    return true;
  };
  // A sibling, or a first level again: "(a)(b)", "(2)(3A)".
  const auto restart = [&](std::string_view element) {
    for (std::size_t level = path.size() - 1; level-- > 0;) {
      if (!known(child(path[level], element))) continue;
      finish();
      path.resize(level + 1);
      path.push_back(child(path[level], element));
      return true;
    }
    return false;
  };
  const auto place = [&](const std::string& element) {
    return descend(element) || (!roman(element).empty() && descend(roman(element))) || restart(element);
  };
  for (std::size_t i = 0; i < std::min(elements.size(), kMaxElements); ++i) {
    if (place(elements[i])) continue;
    const auto parts = halves(elements[i]);
    if (parts && place(parts->first) && place(parts->second)) continue;
    malformed = true;
    break;
  }
  finish();
  return found;
}

bool CitationTable::has(std::string_view regime, std::string_view section, const Elements& elements) const {
  const std::vector<Resolved> codes = resolve(regime, section, elements);
  return !codes.empty() && !codes.front().malformed;
}

bool CitationTable::any_has(std::string_view section, const Elements& elements) const {
  static constexpr std::string_view regimes[] = {"foia", "foisa", "eir", "eisr"};
  return std::ranges::any_of(regimes, [&](std::string_view regime) { return has(regime, section, elements); });
}

Elements CitationTable::inherit(std::string_view regime, std::string_view section, const Elements& before, const Elements& next) const {
  if (next.empty()) return before;
  const std::string top = std::string(regime) + '-' + std::string(section);
  for (std::size_t level = std::min(before.size(), kMaxElements); level-- > 0;) {
    if (!same_class(before[level], next.front())) continue;
    std::string path = top;
    for (std::size_t i = 0; i < level; ++i) path = child(path, before[i]);
    if (!known(child(path, next.front()))) continue;
    Elements whole(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(level));
    whole.insert(whole.end(), next.begin(), next.end());
    return whole;
  }
  return next;
}

std::shared_ptr<const CitationTable> citation_table(const Reference& reference) { return made_of<CitationTable>(reference); }

}  // namespace foi::understand
