#include <archive.h>
#include <archive_entry.h>

#include <cstdlib>
#include <ctime>
#include <memory>

#include "corpus/make/office.h"
#include "corpus/make/surfaces.h"

namespace foi::corpus {
namespace {

// 1 January 2024, noon, UTC.
constexpr std::time_t kEntryTime = 1'704'110'400;

la_ssize_t collect(struct archive*, void* closure, const void* data, std::size_t size) {
  static_cast<std::string*>(closure)->append(static_cast<const char*>(data), size);
  return static_cast<la_ssize_t>(size);
}

}  // namespace

Result<std::string> write_zip(const std::vector<ZipEntry>& entries) {
  // A ZIP keeps local time; ours is UTC wherever it is made.
  setenv("TZ", "UTC", 1);
  tzset();
  std::string bytes;
  const std::unique_ptr<archive, decltype(&archive_write_free)> zip(archive_write_new(), archive_write_free);
  archive_write_set_format_zip(zip.get());
  archive_write_set_bytes_in_last_block(zip.get(), 1);
  bool good = archive_write_open(zip.get(), &bytes, nullptr, collect, nullptr) == ARCHIVE_OK;
  for (const ZipEntry& entry : entries) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> header(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(header.get(), entry.name.c_str());
    archive_entry_set_size(header.get(), static_cast<la_int64_t>(entry.bytes.size()));
    archive_entry_set_filetype(header.get(), AE_IFREG);
    archive_entry_set_perm(header.get(), 0644);
    archive_entry_set_mtime(header.get(), kEntryTime, 0);
    good = good && archive_write_header(zip.get(), header.get()) == ARCHIVE_OK;
    good = good && archive_write_data(zip.get(), entry.bytes.data(), entry.bytes.size()) == static_cast<la_ssize_t>(entry.bytes.size());
  }
  good = archive_write_close(zip.get()) == ARCHIVE_OK && good;
  if (!good) return environment_error(std::string("the ZIP could not be written: ") + archive_error_string(zip.get()));
  return bytes;
}

Result<std::string> write_letters_zip(const Letter& letter) {
  constexpr std::string_view kMember = "@member ";
  std::vector<ZipEntry> members;
  for (const std::string& line : split_lines(letter.body)) {
    if (line.starts_with(kMember))
      members.push_back({trim(line.substr(kMember.size())), {}});
    else if (!members.empty())
      members.back().bytes += line + '\n';
  }
  if (members.empty()) return usage_error(letter.name + ".letter: a ZIP without @member");
  return write_zip(members);
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string core_properties(const Letter& letter) {
  const std::string date = (letter.has("responded") ? letter.at("responded") : "2024-01-01") + "T09:00:00Z";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
         "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" +
         xml_escaped(letter.at("title")) + "</dc:title><dc:subject>" + kSpecimenNote +
         "</dc:subject><dcterms:created xsi:type=\"dcterms:W3CDTF\">" + date +
         "</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + date + "</dcterms:modified></cp:coreProperties>";
}

}  // namespace foi::corpus
