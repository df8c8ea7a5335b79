#include "indexer/extract/pdf_streams.h"

#include <zlib.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "indexer/extract/reader_limits.h"

namespace foi::extract {
namespace {

// A stream's dictionary begins within this many bytes before it.
constexpr std::size_t kLongestDictionary = 4'096;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
bool is_delimiter(char c) { return is_space(c) || std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }

// Empty when it is damaged or larger than room. A stream cut off in its middle gives what there is.
std::optional<std::string> inflate_all(std::string_view packed, std::size_t room) {
  z_stream z{};
  if (inflateInit(&z) != Z_OK) return std::nullopt;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&z, inflateEnd);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib does not write through it
  z.avail_in = static_cast<uInt>(packed.size());
  std::string out;
  std::size_t used = 0;
  for (;;) {
    if (used == out.size()) out.resize(std::min(room, std::max<std::size_t>(out.size() * 2, packed.size() * 4 + 256)));
    if (used == out.size()) return std::nullopt;
    z.next_out = reinterpret_cast<Bytef*>(out.data() + used);
    z.avail_out = static_cast<uInt>(out.size() - used);
    const int status = inflate(&z, Z_NO_FLUSH);
    used = out.size() - z.avail_out;
    if (status == Z_STREAM_END) break;
    if (status != Z_OK) return std::nullopt;
  }
  out.resize(used);
  return out;
}

enum class Packing { kNone, kDeflate, kOther };

Packing packing_of(std::string_view dictionary) {
  const std::string_view filter = value_after(dictionary, "/Filter");
  if (filter.empty()) return Packing::kNone;
  if (filter == "/FlateDecode" || filter == "/Fl") return Packing::kDeflate;
  if (filter != "[") return Packing::kOther;
  std::string_view list = dictionary.substr(dictionary.find("/Filter"));
  list = list.substr(0, list.find(']'));
  const bool alone = std::count(list.begin(), list.end(), '/') == 2;  // the key and one name
  return alone && list.find("/FlateDecode") != std::string_view::npos ? Packing::kDeflate : Packing::kOther;
}

// Streams that draw nothing by themselves. A dictionary that is not understood is one of content.
bool draws_nothing(std::string_view dictionary) {
  for (const std::string_view key : {"/Length1", "/Length2", "/FunctionType", "/ShadingType", "/Alternate", "/CMapName"})
    if (!value_after(dictionary, key).empty()) return true;
  for (const std::string_view type : {"/XRef", "/Metadata", "/EmbeddedFile", "/CMap"})
    if (value_after(dictionary, "/Type") == type) return true;
  for (const std::string_view type : {"/Image", "/Type1C", "/CIDFontType0C", "/OpenType", "/XML"})
    if (value_after(dictionary, "/Subtype") == type) return true;
  return false;
}

PdfStream kind_of(std::string_view dictionary) {
  if (value_after(dictionary, "/Type") == "/ObjStm") return PdfStream::kObjects;
  return value_after(dictionary, "/Subtype") == "/Form" ? PdfStream::kForm : PdfStream::kContent;
}

// The dictionary that ends before `end`: from the object it is of.
std::string_view dictionary_before(std::string_view pdf, std::size_t end, std::size_t not_before) {
  const std::size_t from = std::max(not_before, end > kLongestDictionary ? end - kLongestDictionary : 0);
  const std::string_view text = pdf.substr(from, end - from);
  const std::size_t object = text.rfind(" obj");
  return object == std::string_view::npos ? text : text.substr(object + 4);
}

void give(std::string_view dictionary, std::string_view packed, std::size_t& room, const PdfWalk& walk) {
  if (draws_nothing(dictionary)) return;
  const PdfStream kind = kind_of(dictionary);
  const PdfStream opaque = kind == PdfStream::kObjects ? PdfStream::kOpaqueObjects : PdfStream::kOpaque;
  const Packing packing = packing_of(dictionary);
  if (packing == Packing::kNone) return walk.stream(kind, packed);
  if (packing == Packing::kOther) return walk.stream(opaque, {});
  const std::optional<std::string> bytes = inflate_all(packed, room);
  if (!bytes) return walk.stream(opaque, {});
  room -= bytes->size();
  walk.stream(kind, *bytes);
}

}  // namespace

std::string_view value_after(std::string_view dictionary, std::string_view key) {
  for (std::size_t at = dictionary.find(key); at != std::string_view::npos; at = dictionary.find(key, at + 1)) {
    std::string_view rest = dictionary.substr(at + key.size());
    if (!rest.empty() && !is_delimiter(rest[0])) continue;
    while (!rest.empty() && is_space(rest[0])) rest.remove_prefix(1);
    std::size_t end = rest.empty() ? 0 : 1;
    if (end == 1 && is_delimiter(rest[0]) && rest[0] != '/') return rest.substr(0, 1);
    while (end < rest.size() && !is_delimiter(rest[end])) ++end;
    return rest.substr(0, end);
  }
  return {};
}

void walk_pdf(std::string_view pdf, const PdfWalk& walk) {
  constexpr std::string_view kBegin = "stream";
  constexpr std::string_view kEnd = "endstream";
  std::size_t at = 0;
  std::size_t room = kMaxGlanceBytes;
  for (std::size_t begin = pdf.find(kBegin); begin != std::string_view::npos; begin = pdf.find(kBegin, begin)) {
    std::size_t data = begin + kBegin.size();
    if (data < pdf.size() && pdf[data] == '\r') ++data;
    if (data < pdf.size() && pdf[data] == '\n') ++data;
    if (data == begin + kBegin.size()) {  // a word in a string, or the like
      begin = data;
      continue;
    }
    walk.between(pdf.substr(at, begin - at));
    const std::size_t end = std::min(pdf.find(kEnd, data), pdf.size());
    give(dictionary_before(pdf, begin, at), pdf.substr(data, end - data), room, walk);
    at = begin = std::min(end + kEnd.size(), pdf.size());
  }
  walk.between(pdf.substr(at));
}

}  // namespace foi::extract
