#include "indexer/extract/pdf_objects.h"

#include <algorithm>
#include <cstdlib>

namespace foi::extract {
namespace {

// Text less opaque than this may be meant not to be seen.
constexpr double kFaint = 0.3;
// Dictionaries in one another; producers stay under ten.
constexpr std::size_t kMostOpen = 64;
// Texts in place of others that are kept: the rest is only counted by there being so many.
constexpr std::size_t kMostKept = 1'000;
// Flags of annotations (PDF 32000-1, table 165): hidden; not to be viewed.
constexpr long kHidden = 2, kNoView = 32;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
bool is_delimiter(char c) { return is_space(c) || std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_string(std::string_view token) { return token[0] == '(' || (token[0] == '<' && token != "<<"); }

std::size_t end_of_word(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && !is_delimiter(text[end])) ++end;
  return end;
}

// A string with anything in it, or a reference to one.
bool says_something(std::string_view token) {
  if (!is_string(token)) return is_digit(token[0]);
  const std::string bytes = bytes_of_string(token);
  return std::any_of(bytes.begin(), bytes.end(), [](char c) { return !is_space(c) && c != '\xFE' && c != '\xFF'; });
}

double number(std::string_view token) { return std::strtod(std::string(token).c_str(), nullptr); }

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string bytes_of_hex(std::string_view digits) {
  std::string out;
  int high = -1;
  for (const char c : digits) {
    const int digit = hex_digit(c);
    if (digit < 0) continue;
    if (high >= 0) out += static_cast<char>(high * 16 + digit);
    high = high >= 0 ? -1 : digit;
  }
  if (high >= 0) out += static_cast<char>(high * 16);
  return out;
}

// The character that follows a backslash at text[i]; i is then at its last byte.
char escaped(std::string_view text, std::size_t& i) {
  constexpr std::string_view kLetters = "nrtbf", kMeant = "\n\r\t\b\f";
  if (const std::size_t letter = kLetters.find(text[i]); letter != std::string_view::npos) return kMeant[letter];
  if (text[i] < '0' || text[i] > '7') return text[i];
  unsigned code = 0;
  for (std::size_t digits = 0; digits < 3 && i < text.size() && text[i] >= '0' && text[i] <= '7'; ++digits, ++i)
    code = code * 8 + static_cast<unsigned>(text[i] - '0');
  --i;
  return static_cast<char>(code);
}

}  // namespace

std::size_t end_of_string(std::string_view text) {
  if (text[0] == '<') {
    const std::size_t end = text.find('>');
    return end == std::string_view::npos ? end : end + 1;
  }
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '(')
      ++depth;
    else if (text[i] == ')' && --depth == 0)
      return i + 1;
  }
  return std::string_view::npos;
}

std::string bytes_of_string(std::string_view token) {
  if (token.size() < 2) return {};
  const std::string_view inside = token.substr(1, token.size() - 2);
  if (token[0] == '<') return bytes_of_hex(inside);
  std::string out;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] != '\\')
      out += inside[i];
    else if (++i < inside.size() && inside[i] != '\n')
      out += escaped(inside, i);
  }
  return out;
}

void PdfObjects::read(std::string_view text) {
  while (!text.empty()) {
    const char c = text[0];
    std::size_t end = 1;
    if (c == '%') {
      if (text.starts_with("%%EOF")) end_of_file();
      end = std::min(text.find_first_of("\r\n"), text.size());
    } else if (text.starts_with("<<")) {
      value("<<");
      open_.emplace_back();
      end = 2;
    } else if (text.starts_with(">>")) {
      close();
      end = 2;
    } else if (c == '(' || c == '<') {
      end = end_of_string(text);
      if (end == std::string_view::npos) break;
      value(text.substr(0, end));
    } else if (c == '[') {
      value("[");
      if (!open_.empty()) ++open_.back().arrays;
    } else if (c == ']') {
      if (!open_.empty() && open_.back().arrays > 0) --open_.back().arrays;
    } else if (!is_space(c) && !(c != '/' && is_delimiter(c))) {
      end = end_of_word(text);
      word(text.substr(0, end));
    }
    if (open_.size() > kMostOpen) break;
    text.remove_prefix(end);
  }
  if (!text.empty()) may_veil_ = true;  // damaged: who knows what it would have said
  while (!open_.empty()) close();
}

void PdfObjects::word(std::string_view token) {
  if (token == "obj") {  // whatever stands open was never closed
    while (!open_.empty()) close();
    if (ended_) ++unshown_.earlier_versions;
    ended_ = false;
    return;
  }
  if (open_.empty()) return;
  Open& of = open_.back();
  if (token[0] == '/' && of.arrays == 0 && of.key.empty())
    of.key = token;
  else
    value(token);
}

void PdfObjects::end_of_file() {
  if (ends_within_ > 0)
    --ends_within_;
  else
    ended_ = true;
}

void PdfObjects::value(std::string_view token) {
  if (open_.empty()) return;
  Open& of = open_.back();
  if (of.arrays > 0) {
    if (of.list == "/OFF" && token == "R") ++unshown_.layers_off;
    if (of.list == "/BM" && token != "/Normal" && token != "/Compatible") may_veil_ = true;
    return;
  }
  if (of.key.empty()) return;
  take(of, token);
  if (token == "[") of.list = of.key;
  of.key = {};
}

void PdfObjects::take(Open& of, std::string_view token) {
  const std::string_view key = of.key;
  if (key == "/AP" || key == "/MK" || key == "/OCProperties" || key == "/Encrypt") {
    may_veil_ = true;
  } else if (key == "/SMask") {
    may_veil_ |= token == "<<";
    of.soft_mask = is_digit(token[0]);
  } else if (key == "/BM") {
    may_veil_ |= token[0] == '/' && token != "/Normal" && token != "/Compatible";
  } else if (key == "/ca") {
    may_veil_ |= token[0] != '/' && token[0] != '[' && number(token) < kFaint;
  } else if (key == "/OFF") {
    if (is_digit(token[0])) ++unshown_.layers_off;  // where the list is, not how long
  } else if (key == "/BaseState" || key == "/ViewState") {
    if (token == "/OFF") ++unshown_.layers_off;
  } else if (key == "/ByteRange") {
    ++unshown_.signatures;
  } else if (key == "/S") {
    of.tag = true;
  } else if (key == "/ActualText") {
    of.replacement = token;
  } else {
    take_annotation(of, token);
  }
}

void PdfObjects::take_annotation(Open& of, std::string_view token) {
  const std::string_view key = of.key;
  if (key == "/Subtype") {
    of.subtype = token;
  } else if (key == "/Rect") {
    of.placed = true;
  } else if (key == "/F") {
    if (is_digit(token[0])) of.flags = static_cast<long>(std::min(number(token), 1e6));
  } else if (key == "/Contents") {
    may_veil_ |= token == "[";  // a page's
    of.says = says_something(token);
  } else if (key == "/T" || key == "/RC") {
    of.signs |= says_something(token);
  }
}

void PdfObjects::close() {
  if (open_.empty()) return;
  const Open closed = open_.back();
  open_.pop_back();
  if (closed.soft_mask && closed.subtype != "/Image") may_veil_ = true;
  if (closed.placed && !closed.subtype.empty()) close_annotation(closed);
  if (!closed.replacement.empty() && !closed.tag && replacements_.size() < kMostKept) replacements_.emplace_back(closed.replacement);
}

// A link shows nothing, and a form's field its appearance alone; all else is drawn over the page, with an appearance of its own or without.
void PdfObjects::close_annotation(const Open& annotation) {
  if (annotation.subtype == "/Link") return;
  const bool field = annotation.subtype == "/Widget";
  may_veil_ |= !field;
  const bool shows_its_text = annotation.subtype == "/FreeText";
  if (!field && (annotation.signs || (annotation.says && !shows_its_text)))
    ++unshown_.comments;
  else if ((annotation.flags & (kHidden | kNoView)) != 0 && annotation.subtype != "/Popup")
    ++unshown_.hidden_marks;
  if (annotation.subtype == "/FileAttachment") ++unshown_.attached_files;
}

}  // namespace foi::extract
