#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/archive.h"
#include "indexer/extract/authors.h"
#include "indexer/extract/readers.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::string_view kDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::string_view kEncryptedOffice = "application/x-encrypted-office";

struct Magic {
  std::size_t offset;
  std::string_view bytes;
  std::string_view media_type;
};

using namespace std::string_view_literals;

constexpr Magic kMagics[] = {
    {0, "\x89PNG\r\n\x1A\n"sv, "image/png"},
    {0, "\xFF\xD8\xFF"sv, "image/jpeg"},
    {0, "GIF8"sv, "image/gif"},
    {0, "II*\0"sv, "image/tiff"},
    {0, "MM\0*"sv, "image/tiff"},
    {8, "WEBP"sv, "image/webp"},
    {4, "jP  \r\n"sv, "image/jp2"},
    {4, "ftypheic"sv, "image/heic"},
    {4, "ftyp"sv, "video/mp4"},
    {0, "{\\rtf"sv, "application/rtf"},
    {0, "%!PS"sv, "application/postscript"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "application/x-7z-compressed"},
    {0, "Rar!\x1A\x07"sv, "application/vnd.rar"},
    {0, "\x1F\x8B"sv, "application/gzip"},
    {0, "\x78\x9F\x3E\x22"sv, "application/vnd.ms-tnef"},
};

// Names of streams in an OLE file, as its directory has them (UTF-16), and what they make it.
struct OleStream {
  std::string_view name;
  std::string_view media_type;
};
constexpr OleStream kOleStreams[] = {
    {"EncryptedPackage", kEncryptedOffice},
    {"WordDocument", "application/msword"},
    {"Workbook", "application/vnd.ms-excel"},
    {"PowerPoint Document", "application/vnd.ms-powerpoint"},
    {"__properties_version1.0", "application/vnd.ms-outlook"},
    {"Book", "application/vnd.ms-excel"},
};

struct ZipMember {
  std::string_view name;
  std::string_view media_type;
};
constexpr ZipMember kZipMembers[] = {
    {"xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroenabled.12"},
    {"word/", kDocx},
    {"xl/", kXlsx},
    {"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
};

std::string extension_of(std::string_view name_hint) {
  const std::size_t dot = name_hint.rfind('.');
  return to_lower_ascii(dot == std::string_view::npos ? name_hint : name_hint.substr(dot + 1));
}

std::string ole_type(std::string_view bytes) {
  for (const OleStream& stream : kOleStreams) {
    std::string utf16;
    for (const char c : stream.name) utf16.append({c, '\0'});
    if (bytes.find(utf16) != std::string_view::npos) return std::string(stream.media_type);
  }
  return "application/x-ole-storage";
}

// OpenDocument files begin with a stored member that says what they are.
std::string open_document_type(std::string_view bytes) {
  constexpr std::size_t kNameAt = 30;
  constexpr std::string_view kName = "mimetype";
  if (bytes.size() < kNameAt + kName.size() || bytes.substr(kNameAt, kName.size()) != kName) return "";
  const std::string_view type = bytes.substr(kNameAt + kName.size(), 100);
  return std::string(type.substr(0, type.find("PK\x03\x04"sv)));
}

std::string zip_type(std::string_view bytes) {
  constexpr std::size_t kLongestType = 100;
  if (std::string type = open_document_type(bytes); type.starts_with("application/")) return type;
  const Result<ArchiveMembers> members = read_zip(bytes, [](std::string_view name) { return name == "mimetype"; });
  if (members && members->bytes.contains("mimetype"))
    if (const std::string_view type = trim(members->bytes.find("mimetype")->second); type.starts_with("application/vnd.oasis."))
      return std::string(type.substr(0, kLongestType));
  for (const ZipMember& member : kZipMembers) {
    const bool there = members ? std::any_of(members->names.begin(), members->names.end(),
                                             [&](const std::string& name) { return name.starts_with(member.name); })
                               // Cut off before its directory: the names in front of the members still stand there.
                               : bytes.find(member.name) != std::string_view::npos;
    if (there) return std::string(member.media_type);
  }
  return "application/zip";
}

bool has_header(std::string_view lower_head, std::string_view name) {
  return lower_head.starts_with(name) || lower_head.find("\n" + std::string(name)) != std::string_view::npos;
}

// A message as it travelled; letters that merely begin with From: and Subject: lines are text.
bool is_mail(std::string_view lower_head, std::string_view extension) {
  const std::string_view first_line = lower_head.substr(0, lower_head.find('\n'));
  const std::size_t colon = first_line.find(':');
  if (colon == std::string_view::npos || first_line.substr(0, colon).find(' ') != std::string_view::npos) return false;
  if (extension == "eml") return true;
  if (extension == "txt" || extension == "md" || extension == "csv") return false;
  return has_header(lower_head, "mime-version:") || has_header(lower_head, "received:") || has_header(lower_head, "message-id:");
}

// Whether people can have written it: hardly any control characters, and in text that is not UTF-8 mostly letters of ASCII.
bool is_text(std::string_view head) {
  constexpr double kMostControls = 0.02;
  constexpr double kMostForeign = 0.3;
  std::size_t controls = 0;
  std::size_t foreign = 0;
  for (const char byte : head) {
    const auto c = static_cast<unsigned char>(byte);
    if (c == 0) return false;
    if ((c < 0x20 && (c < '\t' || c > '\r')) || c == 0x7F) ++controls;
    if (c >= 0x80) ++foreign;
  }
  const auto size = static_cast<double>(head.size());
  if (static_cast<double>(controls) > kMostControls * size) return false;
  // The head may end inside a character.
  constexpr std::size_t kLongestCharacter = 4;
  const bool utf8 = head.size() > kLongestCharacter && valid_utf8(utf8_prefix(head, head.size() - kLongestCharacter));
  return utf8 || valid_utf8(head) || static_cast<double>(foreign) <= kMostForeign * size;
}

std::string text_type(std::string_view bytes, const std::string& extension) {
  constexpr std::size_t kHead = 8192;
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const std::string_view head = bytes.substr(0, kHead);
  if (!utf16 && !is_text(head)) return "application/octet-stream";
  const std::string lower = to_lower_ascii(trim(head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head));
  if (lower.starts_with("<!doctype html") || lower.starts_with("<html") ||
      (lower.starts_with('<') && lower.find("<html") != std::string::npos))
    return "text/html";
  if (lower.starts_with("<?xml")) return lower.find("<svg") != std::string::npos ? "image/svg+xml" : "application/xml";
  if (is_mail(lower, extension)) return "message/rfc822";
  if (extension == "csv" || extension == "tsv") return "text/csv";
  if (extension == "md" || extension == "markdown") return "text/markdown";
  return "text/plain";
}

}  // namespace

std::string sniff_media_type(std::string_view bytes, std::string_view name_hint) {
  constexpr std::size_t kPdfHeaderWithin = 1024;  // Poppler and Acrobat take rubbish of this many bytes before it
  if (bytes.starts_with("PK\x03\x04")) return zip_type(bytes);
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return ole_type(bytes);
  for (const Magic& magic : kMagics)
    if (bytes.size() >= magic.offset && bytes.substr(magic.offset).starts_with(magic.bytes)) return std::string(magic.media_type);
  if (bytes.substr(0, kPdfHeaderWithin).find("%PDF-") != std::string_view::npos) return "application/pdf";
  return text_type(bytes, extension_of(name_hint));
}

namespace {

constexpr std::string_view kPptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

// Another worker reads it (doc_worker.cc).
Status announce_doc(std::string_view, Sink& sink) {
  sink.document("application/msword", 1, "");
  Page page;
  page.source = PageSource::kNone;
  page.confidence = 0;
  sink.page(page, true);
  return success();
}

bool is_office(std::string_view type) {
  return type.starts_with("application/vnd.openxmlformats-officedocument.") || type.starts_with("application/vnd.oasis.opendocument.");
}

using Reader = Status (*)(std::string_view bytes, Sink& sink);
struct TypeReader {
  std::string_view media_type;
  Reader read;
};
constexpr TypeReader kReaders[] = {
    {"application/pdf", read_pdf},
    {kDocx, read_docx},
    {kXlsx, read_xlsx},
    {kPptx, read_pptx},
    {"application/vnd.oasis.opendocument.text", read_odt},
    {"application/vnd.oasis.opendocument.text-template", read_odt},
    {"application/vnd.oasis.opendocument.spreadsheet", read_ods},
    {"application/vnd.oasis.opendocument.spreadsheet-template", read_ods},
    {"application/msword", announce_doc},
    {"text/html", read_html},
    {"message/rfc822", read_mail},
    {"application/zip", read_zip_document},
    {"text/csv", read_csv},
};

// What people call the formats that no reader takes, and why where there is more to say.
struct Unread {
  std::string_view media_type;
  std::string_view reason;
};
constexpr Unread kUnread[] = {
    {kEncryptedOffice, "encrypted with a password"},
    {"application/vnd.ms-excel",
     "not read: an Excel 97 to 2003 workbook, of which no reader can tell hidden sheets and rows from visible ones; saved as .xlsx it is "
     "read"},
    {"application/vnd.ms-excel.sheet.binary.macroenabled.12", "not read yet: a binary Excel workbook (.xlsb)"},
    {"application/vnd.ms-powerpoint", "not read yet: a PowerPoint 97 to 2003 presentation"},
    {"application/vnd.ms-outlook", "not read yet: an Outlook message (.msg)"},
    {"application/x-ole-storage", "not read yet: an OLE file of a kind that is not known"},
    {"application/octet-stream", "not a document of any known kind"},
    {"application/vnd.oasis.opendocument.presentation", "not read yet: an OpenDocument presentation"},
    {"application/vnd.oasis.opendocument.graphics", "not read yet: an OpenDocument drawing"},
    {"application/rtf", "not read yet: rich text (RTF)"},
    {"application/x-7z-compressed", "not read yet: a 7z archive"},
    {"application/vnd.rar", "not read yet: a RAR archive"},
    {"application/gzip", "not read yet: a gzip archive"},
    {"application/vnd.ms-tnef", "not read yet: an Outlook attachment (winmail.dat)"},
    {"video/mp4", "not read: a video or sound recording"},
};

}  // namespace

Status read_document(std::string_view bytes, std::string_view name_hint, Sink& sink) {
  if (bytes.empty()) return document_error("empty file");
  const std::string type = sniff_media_type(bytes, name_hint);
  for (const TypeReader& reader : kReaders)
    if (reader.media_type == type) return is_office(type) ? read_with_authors(bytes, reader.read, sink) : reader.read(bytes, sink);
  if (type == "image/png" || type == "image/jpeg" || type == "image/tiff") return read_image(bytes, type, sink);
  if (type == "text/plain" || type == "text/markdown") return read_text(bytes, type, sink);
  for (const Unread& unread : kUnread)
    if (unread.media_type == type) return document_error(std::string(unread.reason));
  return document_error("not read yet: " + type);
}

}  // namespace foi::extract
