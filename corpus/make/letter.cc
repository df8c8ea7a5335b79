#include "corpus/make/letter.h"

#include <algorithm>
#include <array>

namespace foi::corpus {
namespace {

// Every key a specification may have. A key that is not here is a slip of the pen.
constexpr std::array<std::string_view, 43> kKeys = {
    "file",         "format",        "style",      "seed",       "purpose",     "title",   "authority",  "authority_name", "authority_ok",
    "reference",    "reference_ok",  "received",   "responded",  "kind",        "outcome", "outcome_ok", "exemptions",     "mentioned",
    "questions",    "topics",        "requesters", "staff",      "hidden",      "notes",   "log",        "log_title",      "log_reference",
    "log_received", "log_responded", "url",        "licence",    "in_reply_to", "org",     "strap",      "address",        "contact",
    "footer",       "scan",          "scan_pages", "turn_pages", "numbering",   "newline", "bom"};

bool known(std::string_view key) { return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end(); }

Error slip(const std::string& name, std::size_t line, const std::string& what) {
  return usage_error(name + ".letter:" + std::to_string(line) + ": " + what);
}

}  // namespace

const std::string& Letter::at(const std::string& key) const {
  static const std::string empty;
  const auto found = head.find(key);
  return found == head.end() ? empty : found->second;
}

std::vector<std::string> Letter::list(const std::string& key, char separator) const { return split_list(at(key), separator); }

std::string trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::vector<std::string> split_list(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = text.find(separator);
    if (std::string part = trim(text.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

Result<Letter> parse_letter(const std::string& name, std::string_view text) {
  Letter letter{.name = name, .head = {}, .body = {}};
  std::size_t number = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string line(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (line == "---") {
      letter.body = text;
      for (const char* key : {"file", "format", "kind", "purpose"})
        if (!letter.has(key)) return slip(name, number, std::string("the key '") + key + "' is missing");
      return letter;
    }
    if (trim(line).empty() || line.front() == '#') continue;
    const auto colon = line.find(':');
    if (colon == std::string::npos) return slip(name, number, "expected 'key: value' or '---'");
    const std::string key = trim(line.substr(0, colon));
    if (!known(key)) return slip(name, number, "unknown key '" + key + "'");
    if (!letter.head.emplace(key, trim(line.substr(colon + 1))).second) return slip(name, number, "key '" + key + "' twice");
  }
  return slip(name, number, "no '---' before the body");
}

}  // namespace foi::corpus
