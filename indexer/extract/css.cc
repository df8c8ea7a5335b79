#include "indexer/extract/css.h"

#include <algorithm>

#include "indexer/extract/reader_limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

std::string without_comments(std::string_view css) {
  std::string out;
  while (!css.empty()) {
    const std::size_t begin = css.find("/*");
    out += css.substr(0, begin);
    if (begin == std::string_view::npos) break;
    const std::size_t end = css.find("*/", begin + 2);
    css.remove_prefix(end == std::string_view::npos ? css.size() : end + 2);
  }
  return out;
}

// "0", "0px", "0.0em"
bool is_zero(std::string_view value) {
  const std::size_t digits = std::min(value.find_first_not_of("0."), value.size());
  return digits > 0 && value.find_first_of("123456789") == std::string_view::npos;
}

bool declaration_hides(std::string_view name, std::string_view value) {
  if (name == "display") return value == "none";
  if (name == "visibility") return value == "hidden" || value == "collapse";
  if (name == "opacity" || name == "font-size") return is_zero(value);
  // Far off the screen, or cut to nothing, as text for screen readers only is.
  if (name == "text-indent" || name == "left" || name == "top" || name == "margin-left") return value.starts_with("-999");
  if (name == "clip") return value.starts_with("rect(0");
  return false;
}

bool is_simple(std::string_view selector) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '#' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  return !selector.empty() && std::all_of(selector.begin(), selector.end(), plain);
}

}  // namespace

bool css_hides(std::string_view declarations) {
  for (const std::string_view declaration : split(declarations, ';')) {
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = to_lower_ascii(trim(declaration.substr(0, colon)));
    std::string value = to_lower_ascii(trim(declaration.substr(colon + 1)));
    if (const std::size_t important = value.find('!'); important != std::string::npos) value = trim(value.substr(0, important));
    if (declaration_hides(name, value)) return true;
  }
  return false;
}

void StyleSheet::add(std::string_view sheet) {
  const std::string css = without_comments(sheet);
  std::string_view rest = css;
  while (!rest.empty() && hidden_.size() < kMostSelectors) {
    const std::size_t open = rest.find('{');
    if (open == std::string_view::npos) return;
    std::string_view head = trim(rest.substr(0, open));
    // What ends the block or the statement before is no part of the selector.
    if (const std::size_t end = head.find_last_of("};"); end != std::string_view::npos) head = trim(head.substr(end + 1));
    rest.remove_prefix(open + 1);
    if (head.starts_with("@")) {
      const bool print_only = head.find("print") != std::string_view::npos;
      const bool for_readers = !print_only && (head.starts_with("@media") || head.starts_with("@supports") || head.starts_with("@layer"));
      if (!for_readers) {  // over the whole block
        int depth = 1;
        std::size_t i = 0;
        for (; i < rest.size() && depth > 0; ++i) depth += rest[i] == '{' ? 1 : rest[i] == '}' ? -1 : 0;
        rest.remove_prefix(i);
      }
      continue;
    }
    const std::size_t close = std::min(rest.find('}'), rest.size());
    if (css_hides(rest.substr(0, close)))
      for (const std::string_view selector : split(head, ','))
        if (is_simple(trim(selector))) hidden_.emplace(trim(selector));
    rest.remove_prefix(std::min(close + 1, rest.size()));
  }
}

bool StyleSheet::hides(std::string_view tag, std::string_view classes, std::string_view id) const {
  if (hidden_.empty()) return false;
  const std::string own(tag);
  if (hidden_.contains(own)) return true;
  if (!id.empty() && (hidden_.contains("#" + std::string(id)) || hidden_.contains(own + "#" + std::string(id)))) return true;
  for (const std::string_view name : split(classes, ' '))
    if (!name.empty() && (hidden_.contains("." + std::string(name)) || hidden_.contains(own + "." + std::string(name)))) return true;
  return false;
}

}  // namespace foi::extract
