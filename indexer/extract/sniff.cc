#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "indexer/extract/archive.h"
#include "indexer/extract/authors.h"
#include "indexer/extract/encoding.h"
#include "indexer/extract/html.h"
#include "indexer/extract/mail.h"
#include "indexer/extract/readers.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::string_view kDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::string_view kPptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
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

// Office files: the part that every one has, in the folder of all.
struct OfficeFile {
  std::string_view main_part, media_type;
};
constexpr OfficeFile kOfficeFiles[] = {
    {"xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroenabled.12"},
    {"word/document.xml", kDocx},
    {"xl/workbook.xml", kXlsx},
    {"ppt/presentation.xml", kPptx},
};
// Lists the parts of every Office file; in a ZIP file of letters nobody has it.
constexpr std::string_view kContentTypes = "[Content_Types].xml";

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

// Which of them a ZIP file is, by what `any` says of the beginnings of its members' names; empty when it is none. A folder alone makes no
// Office file: letters are kept in folders of any name.
std::string_view office_type(const std::function<bool(std::string_view begins)>& any) {
  for (const OfficeFile& file : kOfficeFiles)
    if (any(file.main_part)) return file.media_type;
  if (!any(kContentTypes)) return {};
  for (const OfficeFile& file : kOfficeFiles)
    if (!file.main_part.ends_with(".bin") && any(file.main_part.substr(0, file.main_part.find('/') + 1))) return file.media_type;
  return {};
}

std::string zip_type(std::string_view bytes) {
  constexpr std::size_t kLongestType = 100;
  if (std::string type = open_document_type(bytes); type.starts_with("application/")) return type;
  const Result<ArchiveMembers> members = read_zip(bytes, [](std::string_view name) { return name == "mimetype"; });
  if (members && members->bytes.contains("mimetype"))
    if (const std::string_view type = trim(members->bytes.find("mimetype")->second); type.starts_with("application/vnd.oasis."))
      return std::string(type.substr(0, kLongestType));
  const std::string_view office = office_type([&](std::string_view begins) {
    if (!members) return bytes.find(begins) != std::string_view::npos;  // cut off before its directory: the names still stand in it
    return std::any_of(members->names.begin(), members->names.end(), [&](const std::string& name) { return name.starts_with(begins); });
  });
  return std::string(office.empty() ? "application/zip" : office);
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

// -- web pages

// What browsers pass over before the first tag: white space, comments however long, and what is between "<?" and ">".
std::string_view past_comments(std::string_view text) {
  for (;;) {
    text = trim(text);
    const std::string_view end = text.starts_with("<!--") ? "-->" : text.starts_with("<?") ? ">" : "";
    if (end.empty()) return text;
    const std::size_t at = text.find(end);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
  }
}

// The name of the tag at the beginning of the text, in lower case; "!doctype html" for that; empty when there is none.
std::string tag_at(std::string_view text) {
  constexpr std::string_view kDoctype = "!doctype html";
  constexpr std::size_t kLongestTag = 16;
  if (!text.starts_with('<')) return "";
  text.remove_prefix(text.starts_with("</") ? 2 : 1);
  if (to_lower_ascii(text.substr(0, kDoctype.size())) == kDoctype) return std::string(kDoctype);
  const std::size_t end = text.substr(0, kLongestTag + 1).find_first_of(" \t\n\r\f/>");
  return end == std::string_view::npos ? "" : to_lower_ascii(text.substr(0, end));
}

// Its first tag is one of HTML, and one more is: a letter may begin with "<Address>".
bool is_fragment(std::string_view text) {
  constexpr std::size_t kWithin = 64u << 10;
  if (!is_html_element(tag_at(text))) return false;
  text = text.substr(1, kWithin);
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
    if (is_html_element(tag_at(text.substr(at)))) return true;
  return false;
}

bool is_web_page(std::string_view text, std::string_view extension) {
  if (extension == "html" || extension == "htm" || extension == "xhtml") return true;  // whatever it holds, it is shown as one
  const std::string_view rest = past_comments(text);
  const std::string tag = tag_at(rest);
  if (tag == "!doctype html" || tag == "html") return true;
  // Elements of any XML may have HTML's names, and Markdown has tags of its own.
  if (trim(text).starts_with("<?xml") || extension == "xml" || extension == "md" || extension == "markdown") return false;
  return is_fragment(rest) || (rest.empty() && trim(text).starts_with("<!--"));
}

// -- messages

// The headers of a message in lower case: the lines up to the first empty one. Empty when the text does not begin with a header.
std::string headers_of(std::string_view text) {
  text = after_mbox_line(text);
  const std::string_view first = text.substr(0, text.find('\n'));
  const std::size_t colon = first.find(':');
  if (colon == std::string_view::npos || first.substr(0, colon).find(' ') != std::string_view::npos) return "";
  std::string headers = "\n";
  for (const std::string_view line : split(text, '\n')) {
    if (trim(line).empty()) break;
    headers.append(to_lower_ascii(line)).append(1, '\n');
  }
  return headers;
}

// A message as it travelled; letters that merely begin with From: and Subject: lines, or with the day a request was received, are text.
bool is_mail(std::string_view head, std::string_view extension) {
  const std::string headers = headers_of(head);
  const auto has = [&](std::string_view name) { return headers.find("\n" + std::string(name)) != std::string::npos; };
  if (headers.empty() || extension == "eml") return !headers.empty();
  const bool travelled = has("received: from ") || has("received: by ") || has("received: (");
  const bool mime = has("mime-version:");
  // People save messages as text, and what they save has no such headers.
  if (extension == "txt" || extension == "md" || extension == "csv") return mime && (travelled || has("content-type:"));
  return mime || travelled || has("message-id:");
}

std::string text_type(std::string_view bytes, const std::string& extension) {
  constexpr std::size_t kHead = 8192, kHeadUtf16 = 1u << 20;
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (!utf16 && !is_text(bytes.substr(0, kHead))) return "application/octet-stream";
  const std::string decoded = utf16 ? decode_text(bytes.substr(0, kHeadUtf16)) : std::string();
  const std::string_view text = utf16 ? decoded : trim(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes);
  if (tag_at(past_comments(text)) == "svg") return "image/svg+xml";
  if (is_web_page(text, extension)) return "text/html";
  const bool xml = trim(text).starts_with("<?xml");
  if (xml) return "application/xml";
  if (is_mail(text.substr(0, kHead), extension)) return "message/rfc822";
  if (extension == "csv" || extension == "tsv") return "text/csv";
  if (extension == "md" || extension == "markdown") return "text/markdown";
  return is_plainly_csv(text) ? "text/csv" : "text/plain";
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
