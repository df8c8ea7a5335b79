#include "server/accept.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "indexer/model/text.h"

namespace foi::server {
namespace {

// "application/*;q=0.5"
struct Range {
  std::string name;
  double quality = 1;
};

// What is no number counts for nothing less: who writes it wants the type all the same.
double read_quality(std::string_view text) {
  double quality = 1;
  std::from_chars(text.data(), text.data() + text.size(), quality, std::chars_format::fixed);
  return std::clamp(quality, 0.0, 1.0);
}

std::vector<Range> read_ranges(std::string_view header) {
  std::vector<Range> ranges;
  for (const std::string_view text : split(header, ',')) {
    const auto parts = split(text, ';');
    Range range{.name = to_lower_ascii(trim(parts[0]))};
    for (std::size_t i = 1; i < parts.size(); ++i)
      if (const std::string parameter = to_lower_ascii(trim(parts[i])); parameter.starts_with("q="))
        range.quality = read_quality(std::string_view(parameter).substr(2));
    ranges.push_back(std::move(range));
  }
  return ranges;
}

// How closely a range names a type: 3 itself, 2 its family, 1 anything, 0 not at all.
int closeness(std::string_view range, std::string_view name) {
  if (range == name) return 3;
  if (range == "*/*" || range == "*") return 1;
  return range.ends_with("/*") && name.starts_with(range.substr(0, range.size() - 1)) ? 2 : 0;
}

double wanted(std::string_view header, std::string_view name) {
  int best = 0;
  double quality = 0;
  for (const Range& range : read_ranges(header))
    if (const int close = closeness(range.name, name); close > best) best = close, quality = range.quality;
  return quality;
}

}  // namespace

double wanted_type(std::string_view accept, std::string_view type) {
  return trim(accept).empty() ? 1 : wanted(accept, trim(type.substr(0, type.find(';'))));
}

bool takes_gzip(std::string_view accept_encoding) { return wanted(accept_encoding, "gzip") > 0; }

}  // namespace foi::server
