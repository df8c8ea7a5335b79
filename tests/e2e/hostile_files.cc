#include "tests/e2e/hostile_files.h"

#include <cstdint>

#include "corpus/make/word95.h"
#include "tests/unit/extract/made_pdf.h"
#include "tests/unit/extract/made_zip.h"

namespace foi::test {
namespace {

using namespace std::string_literals;
using corpus::write_word95;
using extract::make_docx;
using extract::make_ods;
using extract::make_odt;
using extract::make_pdf;
using extract::make_pptx;
using extract::make_xlsx;
using extract::make_zip;

const std::string kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;

// The same on every machine.
std::string noise(std::size_t size, bool without_zero = false) {
  std::string out(size, '\0');
  std::uint32_t state = 12345;
  for (char& c : out) {
    state = state * 1664525 + 1013904223;
    c = static_cast<char>(state >> 24);
    if (without_zero && c == '\0') c = 'x';
  }
  return out;
}

std::string utf16(const std::string& text) {
  std::string out;
  for (const char c : text) out += {c, '\0'};
  return out;
}

std::string ole(const std::string& stream) { return kOle + std::string(504, '\0') + utf16(stream) + std::string(1024, '\0'); }

std::string half(const std::string& whole) { return whole.substr(0, whole.size() / 2); }

std::string pdf_objects(const std::string& objects) { return "%PDF-1.4\n" + objects + "trailer <</Root 1 0 R>>\n"; }

std::string encrypted_pdf() {
  return pdf_objects(
      "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
      "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj\n"
      "4 0 obj <</Filter /Standard /V 1 /R 2 /P -4 /O <" +
      std::string(64, 'A') + "> /U <" + std::string(64, 'B') +
      ">>> endobj\n"
      "trailer <</Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>]>>\n");
}

// The members of a ZIP file said to be encrypted.
std::string encrypted(std::string zip) {
  for (const auto& [mark, flags] : {std::pair{"PK\x03\x04"s, std::size_t{6}}, std::pair{"PK\x01\x02"s, std::size_t{8}}})
    for (std::size_t at = zip.find(mark); at != std::string::npos; at = zip.find(mark, at + 1))
      zip[at + flags] = static_cast<char>(zip[at + flags] | 1);
  return zip;
}

// A PNG that says it is so large.
std::string png_header(std::uint32_t side) {
  std::string out = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s;
  for (int i = 0; i < 2; ++i)
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>((side >> shift) & 0xFF);
  return out + "\x08\0\0\0\0"s + std::string(64, '\0');
}

std::string spaces(std::size_t megabytes) { return std::string(megabytes << 20, ' '); }

void add_pdfs(std::vector<HostileFile>& all) {
  const std::string letter = make_pdf({{.content = extract::text_at(60, 700, "Dear reader")}});
  all.insert(all.end(),
             {
                 {"pdf-header-only.pdf", "%PDF-1.7\n", "damaged PDF"},
                 {"pdf-cut-off.pdf", letter.substr(0, 200), "damaged PDF"},
                 {"pdf-without-pages.pdf",
                  pdf_objects("1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n"),
                  "damaged PDF"},
                 {"pdf-without-catalogue.pdf", pdf_objects("2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n"), "damaged PDF"},
                 {"pdf-tree-bites-its-tail.pdf",
                  pdf_objects("1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [2 0 R] /Count 0>> endobj\n"),
                  "damaged PDF"},
                 {"pdf-encrypted.pdf", encrypted_pdf(), "encrypted with a password"},
                 {"pdf-noise.pdf", "%PDF-1.4\n" + noise(4'000), "damaged PDF"},
             });
}

void add_office(std::vector<HostileFile>& all) {
  const std::string docx = make_docx("<w:p><w:r><w:t>Dear reader</w:t></w:r></w:p>");
  all.insert(all.end(),
             {
                 {"docx-cut-off.docx", half(docx), "damaged"},
                 {"docx-without-document.docx", make_zip({{"[Content_Types].xml", "<Types/>"}, {"word/other.xml", "<x/>"}}),
                  "damaged: it has no part"},
                 {"docx-bad-xml.docx", make_docx("<w:p>"), "damaged: its part word/document.xml"},
                 {"docx-empty-xml.docx", make_zip({{"word/document.xml", " "}}), "damaged: its part word/document.xml"},
                 {"docx-bomb.docx", make_zip({{"word/document.xml", spaces(40)}}), "unpacks to more than may be read"},
                 {"docx-members-encrypted.docx", encrypted(docx), "encrypted with a password"},
                 {"docx-encrypted.docx", ole("EncryptedPackage"), "encrypted with a password"},
                 {"xlsx-encrypted.xlsx", ole("EncryptedPackage") + "x", "encrypted with a password"},
                 {"xlsx-without-workbook.xlsx", make_zip({{"[Content_Types].xml", "<Types/>"}, {"xl/other.xml", "<x/>"}}),
                  "damaged: it has no part"},
                 {"xlsx-bad-xml.xlsx", make_zip({{"xl/workbook.xml", "<workbook><sheets"}}), "damaged: its part xl/workbook.xml"},
                 {"xlsx-bomb.xlsx", make_zip({{"xl/workbook.xml", spaces(41)}}), "unpacks to more than may be read"},
                 {"xlsx-binary.xlsb", make_zip({{"xl/workbook.bin", "x"}}), "not read yet: a binary Excel workbook"},
                 {"pptx-without-presentation.pptx", make_zip({{"[Content_Types].xml", "<Types/>"}, {"ppt/other.xml", "<x/>"}}),
                  "damaged: it has no part"},
                 {"pptx-bad-xml.pptx", make_zip({{"ppt/presentation.xml", "<p"}}), "damaged: its part ppt/presentation.xml"},
                 {"pptx-cut-off.pptx", half(make_pptx({{extract::made_shape("Dear reader"), ""}})), "damaged"},
                 {"odt-bad-xml.odt", make_odt("<text:p>"), "damaged: its part content.xml"},
                 {"odt-without-content.odt", make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}}),
                  "damaged: it has no part content.xml"},
                 {"odt-encrypted.odt",
                  make_odt("", "",
                           {{"META-INF/manifest.xml",
                             "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"}}),
                  "encrypted with a password"},
                 {"ods-bad-xml.ods", make_ods("<table:table>"), "damaged: its part content.xml"},
                 {"ods-bomb.ods", make_ods(spaces(42)), "unpacks to more than may be read"},
                 {"odp-slides.odp", make_zip({{"mimetype", "application/vnd.oasis.opendocument.presentation"}}),
                  "not read yet: an OpenDocument presentation"},
                 {"odg-drawing.odg", make_zip({{"mimetype", "application/vnd.oasis.opendocument.graphics"}}),
                  "not read yet: an OpenDocument drawing"},
             });
}

void add_old_office(std::vector<HostileFile>& all) {
  std::string locked = corpus::write_word95("Dear reader\r");
  locked[0x600 + 0x0B] = 1;  // its header says that it is encrypted
  all.insert(all.end(), {
                            {"doc-cut-off.doc", corpus::write_word95("Dear reader\r").substr(0, 1'700), "damaged or encrypted"},
                            {"doc-encrypted.doc", locked, "damaged or encrypted"},
                            {"doc-of-unknown-version.doc", corpus::write_word95("Dear reader\r", 3), "damaged or encrypted"},
                            {"doc-noise.doc", ole("WordDocument") + noise(2'000), "damaged or encrypted"},
                            {"xls-workbook.xls", ole("Workbook"), "not read: an Excel 97 to 2003 workbook"},
                            {"xls-named-xlsx.xlsx", ole("Workbook") + "x", "not read: an Excel 97 to 2003 workbook"},
                            {"ppt-slides.ppt", ole("PowerPoint Document"), "not read yet: a PowerPoint 97 to 2003 presentation"},
                            {"outlook.msg", ole("__properties_version1.0"), "not read yet: an Outlook message"},
                            {"ole-of-no-known-kind.doc", ole("Something"), "not read yet: an OLE file"},
                        });
}

void add_pictures(std::vector<HostileFile>& all) {
  all.insert(all.end(), {
                            {"png-header-only.png", "\x89PNG\r\n\x1A\n"s, "damaged picture"},
                            {"png-cut-off.png", png_header(100), "damaged picture"},
                            {"png-enormous.png", png_header(50'000), "a picture of 50000 by 50000 pixels"},
                            {"jpeg-header-only.jpg", "\xFF\xD8\xFF\xE0"s, "damaged picture"},
                            {"jpeg-noise.jpg", "\xFF\xD8\xFF\xE0" + noise(3'000), "damaged picture"},
                            {"tiff-header-only.tif", "II*\0"s, "damaged TIFF"},
                            {"tiff-without-pictures.tif", "II*\0\0\0\0\0"s, "damaged TIFF"},
                            {"tiff-bites-its-tail.tif", "II*\0\x08\0\0\0\0\0\x08\0\0\0"s, "damaged picture"},
                            {"gif-named-pdf.pdf", "GIF89a" + noise(50), "not read yet: image/gif"},
                            {"webp.webp", "RIFF\x10\0\0\0WEBPVP8 "s, "not read yet: image/webp"},
                            {"heic.heic",
                             "\0\0\0\x18"
                             "ftypheic"s,
                             "not read yet: image/heic"},
                            {"jpeg2000.jp2", "\0\0\0\x0CjP  \r\n\x87\n"s, "not read yet: image/jp2"},
                            {"drawing.svg", "<?xml version=\"1.0\"?><svg/>", "not read yet: image/svg+xml"},
                            {"bitmap.bmp", "BM" + noise(500), "not a document of any known kind"},
                        });
}

void add_others(std::vector<HostileFile>& all) {
  std::string nested = make_zip({{"letter.txt", "Dear reader"}});
  for (int i = 0; i < 4; ++i) nested = make_zip({{"inside.zip", nested}});
  all.insert(all.end(), {
                            {"empty.pdf", "", "empty file"},
                            {"zeros.pdf", std::string(4'096, '\0'), "not a document of any known kind"},
                            {"noise.docx", noise(4'096), "not a document of any known kind"},
                            {"noise-without-zeros.txt", noise(4'096, true), "not a document of any known kind"},
                            {"all-ones.csv", std::string(4'096, '\xFF'), "not a document of any known kind"},
                            {"program.exe", "MZ\x90\0\x03"s + noise(500), "not a document of any known kind"},
                            {"program.txt",
                             "\x7F"
                             "ELF\x02\x01\x01\0"s +
                                 noise(500),
                             "not a document of any known kind"},
                            {"database.csv", "SQLite format 3\0"s + noise(500), "not a document of any known kind"},
                            {"rich-text.doc", "{\\rtf1 Dear reader}", "not read yet: rich text"},
                            {"postscript.pdf", "%!PS-Adobe-3.0\n", "not read yet: application/postscript"},
                            {"archive.7z", "7z\xBC\xAF\x27\x1C" + noise(100), "not read yet: a 7z archive"},
                            {"archive.rar", "Rar!\x1A\x07\x01\0"s, "not read yet: a RAR archive"},
                            {"archive.gz", "\x1F\x8B\x08" + noise(100), "not read yet: a gzip archive"},
                            {"winmail.dat", "\x78\x9F\x3E\x22" + noise(100), "not read yet: an Outlook attachment"},
                            {"recording.mp4",
                             "\0\0\0\x18"
                             "ftypmp42"s,
                             "not read: a video or sound recording"},
                            {"settings.xml", "<?xml version=\"1.0\"?><settings/>", "not read yet: application/xml"},
                            {"zip-empty.zip", make_zip({{"__MACOSX/x", "x"}}), "a ZIP file with nothing in it"},
                            {"zip-cut-off.zip", half(make_zip({{"letter.txt", "Dear reader"}})), "damaged ZIP"},
                            {"zip-header-only.zip", "PK\x03\x04", "damaged ZIP"},
                            {"zip-encrypted.zip", encrypted(make_zip({{"letter.txt", "Dear reader"}})), "encrypted with a password"},
                            {"zip-bomb.zip", make_zip({{"letter.txt", spaces(43)}}), "unpacks to more than may be read"},
                            {"zip-in-zip-in-zip.zip", nested, "inside a document inside others, more deeply than is read"},
                        });
}

}  // namespace

std::vector<HostileFile> hostile_files() {
  std::vector<HostileFile> all;
  add_pdfs(all);
  add_office(all);
  add_old_office(all);
  add_pictures(all);
  add_others(all);
  return all;
}

}  // namespace foi::test
