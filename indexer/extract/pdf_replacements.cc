#include "indexer/extract/pdf_replacements.h"

#include <algorithm>

#include "indexer/extract/encoding.h"
#include "indexer/extract/pdf_objects.h"
#include "indexer/extract/text_quality.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::string_view kKey = "/ActualText";
// As many letters and digits as one sign may stand for: "ffi", "1/2".
constexpr std::size_t kLettersOfASign = 3;
// The operator that begins what is marked stands within so many bytes; and so many of what is marked are compared.
constexpr std::size_t kNear = 1'024, kCompared = 4'096;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }

bool is_word(std::string_view text, std::size_t at, std::string_view word) {
  const auto ends = [&](std::size_t i) {
    return i >= text.size() || is_space(text[i]) || text[i] == '/' || text[i] == '(' || text[i] == '<';
  };
  const bool begins = at == 0 || is_space(text[at - 1]) || std::string_view(")>]").find(text[at - 1]) != std::string_view::npos;
  return begins && text.substr(at).starts_with(word) && ends(at + word.size());
}

// The bytes of all strings up to the end of what is marked, wherever another begins.
std::string drawn_in(std::string_view marked) {
  std::string drawn;
  for (std::size_t i = 0; i < marked.size();) {
    if (is_word(marked, i, "EMC") || is_word(marked, i, "BDC")) break;
    if (marked[i] != '(' && marked[i] != '<') {
      ++i;
      continue;
    }
    const std::size_t length = end_of_string(marked.substr(i));
    if (length == std::string_view::npos) break;
    drawn += bytes_of_string(marked.substr(i, length));
    i += length;
  }
  return drawn;
}

std::string plain(std::string_view text) {
  std::string out = to_lower_ascii(text);
  std::erase_if(out, [](char c) { return is_space(c) || c == '-'; });
  return out;
}

}  // namespace

void add_replacement(std::string_view given, std::string_view drawn, std::vector<std::string>& found) {
  if (found.size() >= kMostReplacements) return;
  std::string text = clean_utf8(decode_text(bytes_of_string(given)));
  if (count_letters_and_digits(text) <= kLettersOfASign || plain(text) == plain(clean_utf8(decode_text(drawn)))) return;
  found.push_back(std::move(text));
}

void find_replacements(std::string_view content, std::vector<std::string>& found) {
  for (std::size_t at = content.find(kKey); at != std::string_view::npos; at = content.find(kKey, at)) {
    at += kKey.size();
    while (at < content.size() && is_space(content[at])) ++at;
    if (at == content.size()) return;
    const std::string_view rest = content.substr(at);
    if ((rest[0] != '(' && rest[0] != '<') || rest.starts_with("<<")) continue;
    const std::size_t length = end_of_string(rest);
    if (length == std::string_view::npos) return;
    const std::string_view after = rest.substr(length);
    const std::size_t marked = after.substr(0, kNear).find("BDC");
    add_replacement(rest.substr(0, length), marked == std::string_view::npos ? "" : drawn_in(after.substr(marked + 3, kCompared)), found);
    at += length;
  }
}

}  // namespace foi::extract
