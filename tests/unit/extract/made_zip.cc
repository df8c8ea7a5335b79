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
  std::string parts = relationship("strings", "sharedStrings", "sharedStrings.xml") + relationship("styles", "styles", "styles.xml");
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

}  // namespace foi::extract
