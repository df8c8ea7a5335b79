#include <gtest/gtest.h>

#include "indexer/extract/archive.h"
#include "indexer/extract/readers.h"
#include "tests/unit/extract/made_zip.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

using namespace std::string_literals;

const std::string kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;

std::string utf16(const std::string& text) {
  std::string out;
  for (const char c : text) out += {c, '\0'};
  return out;
}

struct Case {
  std::string bytes;
  const char* hint;
  const char* type;
};

class Sniff : public testing::TestWithParam<Case> {};

TEST_P(Sniff, GoesByContent) { EXPECT_EQ(sniff_media_type(GetParam().bytes, GetParam().hint), GetParam().type); }

constexpr const char* kDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr const char* kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const std::string kLog = "Ref,Date,Subject\nFOI 1,3 May,Beds\nFOI 2,4 May,Gulls\nFOI 3,5 May,Trees\n";

const Case kCases[] = {
    {"%PDF-1.7\n", "pdf", "application/pdf"},
    {"%PDF-1.7\n", "letter.docx", "application/pdf"},
    {"rubbish before\n%PDF-1.4", "", "application/pdf"},
    {std::string(2000, ' ') + "%PDF-1.4", "txt", "text/plain"},
    {make_docx(""), "docx", kDocx},
    {make_docx(""), "pdf", kDocx},
    {make_docx("").substr(0, 400), "docx", kDocx},
    {make_xlsx({}), "XLSX", kXlsx},
    {make_zip({{"xl/workbook.bin", "x"}}), "xlsb", "application/vnd.ms-excel.sheet.binary.macroenabled.12"},
    {make_zip({{"ppt/presentation.xml", "x"}}), "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {make_zip({{"letter.pdf", "x"}}), "zip", "application/zip"},
    {make_zip({{"word/letter.txt", "x"}, {"xl/letter.txt", "x"}, {"ppt/letter.txt", "x"}}), "zip", "application/zip"},
    {make_zip({{"[Content_Types].xml", "x"}, {"word/letter.xml", "x"}}), "zip", kDocx},
    {make_zip({{"word/letter.txt", "x"}, {"two.txt", "x"}}).substr(0, 60), "zip", "application/zip"},
    {"PK\x03\x04" + std::string(26, '\0') + "mimetypeapplication/vnd.oasis.opendocument.textPK\x03\x04", "odt",
     "application/vnd.oasis.opendocument.text"},
    {kOle + utf16("WordDocument"), "doc", "application/msword"},
    {kOle + utf16("Workbook"), "xls", "application/vnd.ms-excel"},
    {kOle + utf16("EncryptedPackage"), "docx", "application/x-encrypted-office"},
    {kOle, "", "application/x-ole-storage"},
    {"\x89PNG\r\n\x1A\n"s, "png", "image/png"},
    {"\xFF\xD8\xFF\xE0"s, "", "image/jpeg"},
    {"II*\0"s, "", "image/tiff"},
    {"{\\rtf1", "doc", "application/rtf"},
    {"<!DOCTYPE html><html>", "", "text/html"},
    {"\xEF\xBB\xBF  <html>", "", "text/html"},
    {"<!-- " + std::string(9'000, 'x') + " -->\n<!DOCTYPE html><p>x</p>", "", "text/html"},
    {"<!-- a --><!-- b --> <html>", "", "text/html"},
    {"<!-- never closed", "", "text/html"},
    {"<meta charset=utf-8><title>t</title><p>x</p>", "", "text/html"},
    {"<div><p>Shown.</p><!-- not shown --></div>", "answer.txt", "text/html"},
    {"<P>Shown<BR>", "", "text/html"},
    {"<?xml version=\"1.0\"?><!DOCTYPE html><html/>", "", "text/html"},
    {"\xFF\xFE" + utf16("<!DOCTYPE html><html><p hidden>x</p>"), "", "text/html"},
    {"Dear reader", "answer.html", "text/html"},
    {"Dear reader", "answer.HTM", "text/html"},
    {"<!DOCTYPE html><html>", "log.csv", "text/html"},
    {"<Address>\n\nDear reader", "letter.txt", "text/plain"},
    {"<Name>\n<Address>\n\nDear reader", "", "text/plain"},
    {"<a@example.org> wrote: <b>no</b>", "", "text/plain"},
    {"Dear reader,\n<p hidden>x</p>", "", "text/plain"},
    {"<div align=center><p>Read me</p></div>\n# Heading", "README.md", "text/markdown"},
    {"<!-- note --> Dear reader", "", "text/plain"},
    {"<?xml version=\"1.0\"?><data><table/></data>", "", "application/xml"},
    {"<svg xmlns=\"x\"><text>x</text></svg>", "", "image/svg+xml"},
    {"<?xml version=\"1.0\"?><a/>", "", "application/xml"},
    {"From: a@example.org\nMIME-Version: 1.0\n\nDear all", "", "message/rfc822"},
    {"From: a@example.org\n\nDear all", "eml", "message/rfc822"},
    {"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p hidden>x</p>", "reply.txt", "message/rfc822"},
    {"Received: from x\nMIME-Version: 1.0\n\nDear all", "reply.csv", "message/rfc822"},
    {"Received: from x by y\nFrom: a@example.org\n\nDear all", "", "message/rfc822"},
    {"From a@example.org Mon May  1 10:00:00 2023\nFrom: a@example.org\nMIME-Version: 1.0\n\nDear all", "", "message/rfc822"},
    {"From a@example.org Mon May  1 10:00:00 2023\r\nFrom: a@example.org\r\n\r\nDear all", "mail.eml", "message/rfc822"},
    {"From the Director, by e-mail\nFrom: a@example.org\nMIME-Version: 1.0\n\nDear all", "", "text/plain"},
    {"From: a@example.org\nMIME-Version: 1.0\n\nDear all", "reply.txt", "text/plain"},
    {"From: a@example.org\n\nMIME-Version: 1.0\nContent-Type: text/html\nwere its headers", "reply.txt", "text/plain"},
    {"Reference: FOI 1\nReceived: 3 May 2024\n\nThe Trust owns none", "", "text/plain"},
    {"From: a@example.org\nSubject: FOI\n\nDear all", "", "text/plain"},
    {"From: a@example.org\n\nDear all", "reply.md", "text/markdown"},
    {"To whom it may concern: hello", "", "text/plain"},
    {"a,b\n1,2\n", "Table 1.csv", "text/csv"},
    {"a,b\n1,2\n", "CSV", "text/csv"},
    {"a,b\n1,2\n", "txt", "text/plain"},
    {kLog, "log2.txt", "text/csv"},
    {kLog, "", "text/csv"},
    {kLog + "\nUpdated in May\n", "", "text/csv"},
    {"Ref\tDate\tSubject\nFOI 1\t3 May\t\"Beds,\nchairs\"\nFOI 2\t4 May\tGulls\nFOI 3\t5 May\tTrees\n", "", "text/csv"},
    {"Ref,Date,Subject\nFOI 1,3 May,Beds\nFOI 2,4 May,Gulls\n", "", "text/plain"},  // too few to be sure
    {"Ref,Date\nFOI 1,3 May\nFOI 2,4 May\nFOI 3,5 May\nFOI 4,6 May\n", "", "text/plain"},
    {kLog + "FOI 5,Gulls\nFOI 6,Beds, chairs, and tables\n", "", "text/plain"},
    {"Beds, chairs, tables.\nPens, ink, paper.\nCats, dogs, gulls.\nTea, milk, sugar.\n", "", "text/plain"},
    {"Dear reader,\n\nThank you, first, for asking.\nWe hold beds, chairs, and tables.\nYours,\n", "", "text/plain"},
    {kLog, "log.md", "text/markdown"},
    {"\xFF\xFE" + utf16("a,b"), "csv", "text/csv"},
    {"binary\0data"s, "txt", "application/octet-stream"},
    {"# Heading", "markdown", "text/markdown"},
};

INSTANTIATE_TEST_SUITE_P(Files, Sniff, testing::ValuesIn(kCases));

struct Refused {
  std::string bytes;
  const char* hint;
  const char* reason;  // how the message begins
};

class ReadDocument : public testing::TestWithParam<Refused> {};

TEST_P(ReadDocument, SaysWhyItReadsNothing) {
  RecordingSink sink;
  const Status status = read_document(GetParam().bytes, GetParam().hint, sink);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().fault, Fault::kDocument);
  EXPECT_TRUE(status.error().message.starts_with(GetParam().reason)) << status.error().message;
  EXPECT_TRUE(sink.extraction.pages.empty());
}

const Refused kRefused[] = {
    {"", "pdf", "empty file"},
    {kOle + utf16("EncryptedPackage"), "docx", "encrypted with a password"},
    {kOle + utf16("Workbook"), "xls", "not read: an Excel 97 to 2003 workbook, of which no reader can tell hidden sheets"},
    {kOle + utf16("PowerPoint Document"), "ppt", "not read yet: a PowerPoint 97 to 2003 presentation"},
    {"GIF89a", "gif", "not read yet: image/gif"},
    {"{\\rtf1", "doc", "not read yet: rich text"},
    {"binary\0data"s, "pdf", "not a document of any known kind"},
    {"%PDF-1.7 and no more", "pdf", "damaged PDF"},
    {make_docx("<w:p/>").substr(0, 600), "docx", "damaged"},
    {make_docx("<w:p>"), "docx", "damaged: its part word/document.xml is not well-formed"},
    {make_zip({{"[Content_Types].xml", "<Types/>"}, {"word/other.xml", "<x/>"}}), "docx", "damaged: it has no part word/document.xml"},
    {make_zip({{"[Content_Types].xml", "<Types/>"}, {"xl/other.xml", "<x/>"}}), "xlsx", "damaged: it has no part xl/workbook.xml"},
};

INSTANTIATE_TEST_SUITE_P(Files, ReadDocument, testing::ValuesIn(kRefused));

TEST(Archive, AMemberThatUnpacksToFarMoreThanTheFileIsRefused) {
  const std::string bomb = make_zip({{"word/document.xml", std::string(20u << 20, ' ')}});
  ASSERT_LT(bomb.size(), 64u << 10);
  const Result<ArchiveMembers> read = read_zip(bomb, [](std::string_view) { return true; });
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().fault, Fault::kDocument);
  EXPECT_TRUE(read_zip(bomb, [](std::string_view) { return false; }).ok()) << "names alone cost nothing";
}

TEST(Archive, TooManyMembersAreRefused) {
  Members members;
  for (std::size_t i = 0; i <= kMaxMembers; ++i) members.emplace_back("m" + std::to_string(i), "");
  EXPECT_FALSE(read_zip(make_zip(members), [](std::string_view) { return false; }).ok());
}

}  // namespace
}  // namespace foi::extract
