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

constexpr std::size_t kTextAt = 0x300;

// Adds to the stream how its text is formatted: a page of runs, and where that page is.
void format(std::string& stream, std::size_t text_end, std::size_t from, std::size_t to, Unseen why) {
  constexpr unsigned kRuns = 3, kRunAt = 400;
  constexpr char kVanish = 92, kMarkedDeleted = 65;  // the numbers of properties
  stream.resize((stream.size() + kSector - 1) / kSector * kSector);
  const std::size_t number = stream.size() / kSector;
  std::string page(kSector, '\0');
  const std::size_t ends[] = {kTextAt, from, to, text_end};
  for (std::size_t i = 0; i < 4; ++i) put(page, 4 * i, static_cast<std::uint32_t>(ends[i]));
  page[4 * (kRuns + 1) + 1] = static_cast<char>(kRunAt / 2);  // of the second run; the others have no properties
  page.replace(kRunAt, 3, std::string{2, why == Unseen::kHidden ? kVanish : kMarkedDeleted, 1});
  page[kSector - 1] = kRuns;
  std::string where(10, '\0');
  put(where, 0, kTextAt);
  put(where, 4, static_cast<std::uint32_t>(text_end));
  put(where, 8, static_cast<std::uint32_t>(number), 2);
  stream += page;
  put(stream, 0xB8, static_cast<std::uint32_t>(stream.size()));
  put(stream, 0xBC, static_cast<std::uint32_t>(where.size()));
  stream += where;
}

}  // namespace

std::string write_word95(const std::string& text, std::uint16_t version, std::string_view unseen, Unseen why) {
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
  if (const std::size_t from = text.find(unseen); !unseen.empty() && from != std::string::npos)
    format(stream, kTextAt + text.size(), kTextAt + from, kTextAt + from + unseen.size(), why);
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
