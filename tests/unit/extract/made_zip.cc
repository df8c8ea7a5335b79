#include "tests/unit/extract/made_zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

namespace foi::extract {
namespace {

constexpr const char* kRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationship(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kRelationships + type + "\" Target=\"" + target + "\"/>";
}

std::string relationships(const std::string& inside) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside + "</Relationships>";
}

// "word/header1.xml" → "header1"
std::string stem(const std::string& name) {
  const std::size_t slash = name.rfind('/') + 1;
  return name.substr(slash, name.rfind('.') - slash);
}

std::string without_digits(std::string name) {
  std::erase_if(name, [](char c) { return c >= '0' && c <= '9'; });
  return name;
}

}  // namespace

std::string make_zip(const Members& members) {
  std::size_t room = 1 << 16;
  for (const auto& [name, bytes] : members) room += bytes.size() + 2 * name.size() + 512;
  std::string out(room, '\0');
  std::size_t used = 0;
  archive* a = archive_write_new();
  archive_write_set_format_zip(a);
  archive_write_open_memory(a, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(a, entry);
    archive_write_data(a, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  out.resize(used);
  return out;
}

std::string make_docx(const std::string& body, const Members& others) {
  std::string parts;
  for (const auto& [name, bytes] : others)
    if (name.ends_with(".xml")) parts += relationship(stem(name), without_digits(stem(name)), name.substr(name.find('/') + 1));
  Members members = {{"[Content_Types].xml", "<Types/>"},
                     {"_rels/.rels", relationships(relationship("r1", "officeDocument", "word/document.xml"))},
                     {"word/_rels/document.xml.rels", relationships(parts)},
                     {"word/document.xml",
                      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                      "<w:document xmlns:w=\"w\" xmlns:r=\"r\" xmlns:mc=\"mc\" xmlns:wps=\"wps\" xmlns:v=\"v\" xmlns:a=\"a\"><w:body>" +
                          body + "</w:body></w:document>"}};
  members.insert(members.end(), others.begin(), others.end());
  return make_zip(members);
}

std::string make_xlsx(const std::vector<MadeSheet>& sheets, const Members& others, const std::string& workbook_properties) {
  std::string list;
  std::string parts = relationship("strings", "sharedStrings", "sharedStrings.xml") + relationship("styles", "styles", "styles.xml") +
                      relationship("theme", "theme", "theme/theme1.xml");
  Members members = {{"[Content_Types].xml", "<Types/>"},
                     {"_rels/.rels", relationships(relationship("r1", "officeDocument", "xl/workbook.xml"))}};
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    list +=
        "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + number + "\" state=\"" + sheets[i].state + "\" r:id=\"s" + number + "\"/>";
    parts += relationship("s" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    members.emplace_back("xl/worksheets/sheet" + number + ".xml", "<worksheet>" + sheets[i].xml + "</worksheet>");
  }
  members.emplace_back("xl/workbook.xml", "<workbook xmlns:r=\"r\">" + workbook_properties + "<sheets>" + list + "</sheets></workbook>");
  members.emplace_back("xl/_rels/workbook.xml.rels", relationships(parts));
  members.insert(members.end(), others.begin(), others.end());
  return make_zip(members);
}

std::string make_pptx(const std::vector<MadeSlide>& slides, const Members& others) {
  std::string list;
  std::string parts;
  Members members = {{"[Content_Types].xml", "<Types/>"},
                     {"_rels/.rels", relationships(relationship("r1", "officeDocument", "ppt/presentation.xml"))}};
  for (std::size_t i = 0; i < slides.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    list += "<p:sldId id=\"" + std::to_string(256 + i) + "\" r:id=\"s" + number + "\"/>";
    parts += relationship("s" + number, "slide", "slides/slide" + number + ".xml");
    members.emplace_back("ppt/slides/slide" + number + ".xml", "<p:sld xmlns:p=\"p\" xmlns:a=\"a\" " + slides[i].attributes +
                                                                   "><p:cSld><p:spTree>" + slides[i].xml + "</p:spTree></p:cSld></p:sld>");
  }
  members.emplace_back("ppt/presentation.xml", "<p:presentation xmlns:p=\"p\" xmlns:r=\"r\"><p:sldIdLst>" + list +
                                                   "</p:sldIdLst><p:sldSz cx=\"100\" cy=\"50\"/></p:presentation>");
  members.emplace_back("ppt/_rels/presentation.xml.rels", relationships(parts));
  members.insert(members.end(), others.begin(), others.end());
  return make_zip(members);
}

std::string made_shape(const std::string& text, int x, int y, const std::string& name_attributes) {
  return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"x\" " + name_attributes + "/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"" +
         std::to_string(x) + "\" y=\"" + std::to_string(y) + "\"/><a:ext cx=\"20\" cy=\"10\"/></a:xfrm></p:spPr><p:txBody><a:p><a:r><a:t>" +
         text + "</a:t></a:r></a:p></p:txBody></p:sp>";
}

namespace {

std::string make_odf(const std::string& type, const std::string& body, const std::string& styles, const Members& others) {
  constexpr const char* kSpaces =
      " xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"tb\" xmlns:style=\"s\" xmlns:fo=\"fo\" xmlns:draw=\"d\" xmlns:dc=\"dc\"";
  Members members = {{"mimetype", "application/vnd.oasis.opendocument." + type},
                     {"content.xml", std::string("<office:document-content") + kSpaces + "><office:automatic-styles>" + styles +
                                         "</office:automatic-styles><office:body><office:" + type + ">" + body + "</office:" + type +
                                         "></office:body></office:document-content>"}};
  members.insert(members.end(), others.begin(), others.end());
  return make_zip(members);
}

}  // namespace

std::string make_odt(const std::string& body, const std::string& styles, const Members& others) {
  return make_odf("text", body, styles, others);
}

std::string make_ods(const std::string& tables, const std::string& styles, const Members& others) {
  return make_odf("spreadsheet", tables, styles, others);
}

}  // namespace foi::extract
