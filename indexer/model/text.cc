#include "indexer/model/text.h"

#include <algorithm>
#include <cstring>

namespace foi {

namespace {

// The length of the well-formed sequence at the start of text (Unicode 15, table 3-7), or 0. Precondition: text is not empty.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  unsigned char low = 0x80, high = 0xBF;  // the range of the second byte
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (text.size() < length || byte(1) < low || byte(1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  return length;
}

// Bytes at the beginning that are ASCII, by eights: nearly all text is.
std::size_t leading_ascii(std::string_view text) {
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (eight & 0x8080808080808080u) break;
  }
  return at;
}

bool is_forbidden_control(std::string_view sequence) {
  const auto first = static_cast<unsigned char>(sequence[0]);
  if (sequence.size() == 1) return (first < 0x20 && first != '\n' && first != '\t') || first == 0x7F;
  return sequence.size() == 2 && first == 0xC2 && static_cast<unsigned char>(sequence[1]) < 0xA0;  // C1 controls
}

}  // namespace

bool valid_utf8(std::string_view text) {
  for (text.remove_prefix(leading_ascii(text)); !text.empty(); text.remove_prefix(leading_ascii(text))) {
    const std::size_t length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string clean_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0) {
      out += "\uFFFD";
      text.remove_prefix(1);
      continue;
    }
    if (is_forbidden_control(text.substr(0, length)))
      out += ' ';
    else
      out += text.substr(0, length);
    text.remove_prefix(length);
  }
  return out;
}

std::size_t count_code_points(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continues_character));
}

std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  while (max_bytes > 0 && continues_character(text[max_bytes])) --max_bytes;
  return text.substr(0, max_bytes);
}

CodePointIndex::CodePointIndex(std::string_view text) : bytes_(text.size()) {
  std::size_t code_point = 0;
  std::uint8_t width = 0;
  for (std::size_t byte = 0; byte < text.size(); ++code_point) {
    const auto length = static_cast<std::uint8_t>(std::max<std::size_t>(sequence_length(text.substr(byte)), 1));
    if (length != width) {
      width = length;
      strides_.push_back({byte, code_point});
      widths_.push_back(width);
    }
    byte += length;
  }
  strides_.push_back({bytes_, code_point});
  widths_.push_back(1);
}

std::size_t CodePointIndex::code_points_before(std::size_t byte_offset) const {
  byte_offset = std::min(byte_offset, bytes_);
  const auto after =
      std::upper_bound(strides_.begin(), strides_.end(), byte_offset, [](std::size_t b, const Stride& s) { return b < s.byte; });
  const auto i = static_cast<std::size_t>(after - strides_.begin()) - 1;
  return strides_[i].code_point + (byte_offset - strides_[i].byte) / widths_[i];
}

std::size_t CodePointIndex::byte_offset(std::size_t code_points) const {
  code_points = std::min(code_points, strides_.back().code_point);
  const auto after =
      std::upper_bound(strides_.begin(), strides_.end(), code_points, [](std::size_t c, const Stride& s) { return c < s.code_point; });
  const auto i = static_cast<std::size_t>(after - strides_.begin()) - 1;
  return strides_[i].byte + (code_points - strides_[i].code_point) * widths_[i];
}

std::string to_lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));  // no branch: sixteen bytes at once
  return out;
}

std::string_view trim(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

}  // namespace foi
