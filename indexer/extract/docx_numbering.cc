#include "indexer/extract/docx_numbering.h"

#include <algorithm>

#include "indexer/extract/office_xml.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::string_view kBullet = "•";
constexpr long kLargestNumber = 1'000'000;
constexpr long kMostLetters = 20;  // Word repeats the letter: aa, bbb …

std::string letters(long n) {
  const long repeats = std::min((n - 1) / 26 + 1, kMostLetters);
  return std::string(static_cast<std::size_t>(repeats), static_cast<char>('a' + (n - 1) % 26));
}

std::string roman(long n) {
  struct Sign {
    long value;
    std::string_view text;
  };
  constexpr Sign kSigns[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                             {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  constexpr long kLargestRoman = 3'999;
  if (n > kLargestRoman) return std::to_string(n);
  std::string out;
  for (const Sign& sign : kSigns)
    for (; n >= sign.value; n -= sign.value) out += sign.text;
  return out;
}

std::string to_upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string ordinal(long n) {
  const bool teen = n % 100 / 10 == 1;
  const char* end = teen || n % 10 == 0 || n % 10 > 3 ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : "rd";
  return std::to_string(n) + end;
}

}  // namespace

std::string format_number(long n, std::string_view format) {
  if (format == "none") return "";
  if (n <= 0) return std::to_string(n);
  if (format == "lowerLetter") return letters(n);
  if (format == "upperLetter") return to_upper(letters(n));
  if (format == "lowerRoman") return roman(n);
  if (format == "upperRoman") return to_upper(roman(n));
  if (format == "ordinal") return ordinal(n);
  if (format == "decimalZero" && n < 10) return "0" + std::to_string(n);
  return std::to_string(n);
}

DocxNumbering::Level DocxNumbering::read_level(const pugi::xml_node& node) {
  Level level;
  level.start = std::clamp(number_of(attribute(child(node, "start"), "val"), 0), 0l, kLargestNumber);
  if (const pugi::xml_node format = child(node, "numFmt")) level.format = attribute(format, "val");
  level.text = clean_utf8(attribute(child(node, "lvlText"), "val"));
  if (const pugi::xml_node restart = child(node, "lvlRestart")) level.restarts = attribute(restart, "val") != "0";
  level.legal = is_on(child(node, "isLgl"));
  level.style = attribute(child(node, "pStyle"), "val");
  return level;
}

void DocxNumbering::read_pattern(const pugi::xml_node& node) {
  Pattern& pattern = patterns_[number_of(attribute(node, "abstractNumId"), -1)];
  pattern.style_link = attribute(child(node, "numStyleLink"), "val");
  for (const pugi::xml_node& c : node.children()) {
    const long level = number_of(attribute(c, "ilvl"), -1);
    if (local_name(c) == "lvl" && level >= 0 && level < kLevels) pattern.levels[static_cast<std::size_t>(level)] = read_level(c);
  }
}

void DocxNumbering::read_list(const pugi::xml_node& node) {
  List& list = lists_[number_of(attribute(node, "numId"), -1)];
  list.pattern = number_of(attribute(child(node, "abstractNumId"), "val"), -1);
  for (const pugi::xml_node& c : node.children()) {
    const long level = number_of(attribute(c, "ilvl"), -1);
    if (local_name(c) != "lvlOverride" || level < 0 || level >= kLevels) continue;
    if (const pugi::xml_node start = child(c, "startOverride"))
      list.starts[level] = std::clamp(number_of(attribute(start, "val"), 1), 0l, kLargestNumber);
    if (const pugi::xml_node own = child(c, "lvl")) list.levels[level] = read_level(own);
  }
}

DocxNumbering::DocxNumbering(const pugi::xml_node& numbering, const StyleToList& list_of_style) {
  for (const pugi::xml_node& c : numbering.children()) {
    if (local_name(c) == "abstractNum") read_pattern(c);
    if (local_name(c) == "num") read_list(c);
  }
  // A pattern may only name a style, whose list has the real one.
  for (auto& [id, list] : lists_) {
    const auto pattern = patterns_.find(list.pattern);
    if (pattern == patterns_.end() || pattern->second.style_link.empty()) continue;
    const auto linked = lists_.find(list_of_style(pattern->second.style_link));
    if (linked != lists_.end()) list.pattern = linked->second.pattern;
  }
}

const DocxNumbering::Level& DocxNumbering::level_of(const List& list, long level) const {
  if (const auto own = list.levels.find(level); own != list.levels.end()) return own->second;
  return patterns_.at(list.pattern).levels[static_cast<std::size_t>(level)];
}

std::string DocxNumbering::label(const List& list, long level, const Counter& counter) const {
  const Level& shown = level_of(list, level);
  if (shown.format == "bullet") return std::string(kBullet);
  std::string out;
  for (std::size_t i = 0; i < shown.text.size(); ++i) {
    const bool place = shown.text[i] == '%' && i + 1 < shown.text.size() && shown.text[i + 1] >= '1' && shown.text[i + 1] <= '9';
    if (!place) {
      out += shown.text[i];
      continue;
    }
    const long of = shown.text[++i] - '1';
    out += format_number(counter.values[static_cast<std::size_t>(of)], shown.legal ? "decimal" : level_of(list, of).format);
  }
  return std::string(trim(out));
}

std::string DocxNumbering::next(long list_id, long level) {
  const auto found = lists_.find(list_id);
  if (found == lists_.end() || level < 0 || level >= kLevels || !patterns_.contains(found->second.pattern)) return "";
  List& list = found->second;
  Counter& counter = counters_[list.pattern];
  if (!list.used)
    for (const auto& [overridden, start] : list.starts) counter.started[static_cast<std::size_t>(overridden)] = false;
  list.used = true;
  for (long l = 0; l <= level; ++l) {
    const auto i = static_cast<std::size_t>(l);
    if (!counter.started[i]) {
      const auto start = list.starts.find(l);
      counter.values[i] = start == list.starts.end() ? level_of(list, l).start : start->second;
      counter.started[i] = true;
    } else if (l == level) {
      ++counter.values[i];
    }
  }
  for (long l = level + 1; l < kLevels; ++l)
    if (level_of(list, l).restarts) counter.started[static_cast<std::size_t>(l)] = false;
  return label(list, level, counter);
}

std::optional<long> DocxNumbering::level_of_style(long list_id, std::string_view style) const {
  const auto found = lists_.find(list_id);
  if (found == lists_.end() || style.empty() || !patterns_.contains(found->second.pattern)) return std::nullopt;
  for (long l = 0; l < kLevels; ++l)
    if (level_of(found->second, l).style == style) return l;
  return std::nullopt;
}

}  // namespace foi::extract
