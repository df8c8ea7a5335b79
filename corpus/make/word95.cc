#include "corpus/make/word95.h"

#include <algorithm>

namespace foi::corpus {
namespace {

constexpr std::size_t kSector = 512;
constexpr std::uint32_t kFree = 0xFFFFFFFF, kEnd = 0xFFFFFFFE, kTable = 0xFFFFFFFD;

void put(std::string& bytes, std::size_t at, std::uint32_t value, std::size_t size = 4) {
  for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<char>((value >> (8 * i)) & 0xFF);
}

std::string entry(const std::string& name, char type, std::uint32_t child, std::uint32_t start, std::size_t size) {
  std::string out(128, '\0');
  for (std::size_t i = 0; i < name.size(); ++i) out[2 * i] = name[i];
  put(out, 64, name.empty() ? 0 : static_cast<std::uint32_t>(2 * name.size() + 2), 2);
  out[66] = type;
  out[67] = 1;
  put(out, 68, kFree);
  put(out, 72, kFree);
  put(out, 76, child);
  put(out, 116, start);
  put(out, 120, static_cast<std::uint32_t>(size));
  return out;
}

// The first sector of an OLE file with one sector of table and one of directory.
std::string header() {
  std::string out(kSector, '\0');
  out.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  put(out, 24, 0x0003003E);
  put(out, 28, 0x0009FFFE);
  put(out, 32, 6, 2);
  put(out, 44, 1);
  put(out, 48, 1);
  put(out, 56, 4096);
  put(out, 60, kEnd);
  put(out, 68, kEnd);
  for (std::size_t i = 0; i < 109; ++i) put(out, 76 + 4 * i, i == 0 ? 0 : kFree);
  return out;
}

}  // namespace

std::string write_word95(const std::string& text, std::uint16_t version) {
  constexpr std::size_t kTextAt = 0x300;
  std::string stream(kTextAt, '\0');
  put(stream, 0, 0xA5DC, 2);
  put(stream, 2, version, 2);
  put(stream, 0x18, kTextAt);
  put(stream, 0x1C, static_cast<std::uint32_t>(kTextAt + text.size()));
  put(stream, 0x34, static_cast<std::uint32_t>(text.size()));
  // Without styles antiword reads past the end of what it has read.
  constexpr std::uint32_t kStyleBytes = 32;
  put(stream, 0x60, static_cast<std::uint32_t>(kTextAt + text.size()));
  put(stream, 0x64, kStyleBytes);
  std::string styles(kStyleBytes, '\0');
  put(styles, 0, 18, 2);
  put(styles, 4, 8, 2);
  stream += text + styles;
  const std::size_t sectors = std::max<std::size_t>(8, (stream.size() + kSector - 1) / kSector);
  stream.resize(sectors * kSector);
  std::string table;
  table.resize(kSector);
  for (std::size_t i = 0; i < kSector / 4; ++i)
    put(table, 4 * i, i == 0 ? kTable : i == 1 || i == sectors + 1 ? kEnd : i <= sectors ? static_cast<std::uint32_t>(i + 1) : kFree);
  const std::string directory = entry("Root Entry", 5, 1, kEnd, 0) + entry("WordDocument", 2, kFree, 2, stream.size()) +
                                entry("", 0, kFree, 0, 0) + entry("", 0, kFree, 0, 0);
  return header() + table + directory + stream;
}

}  // namespace foi::corpus
