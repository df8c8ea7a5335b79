#include <charconv>
#include <map>
#include <set>

#include "corpus/make/markup.h"
#include "corpus/make/office.h"

namespace foi::corpus {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string kRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string kPackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

class Workbook {
 public:
  explicit Workbook(const Letter& letter) : letter_(letter), sheets_(read_sheets(letter.body)) {}

  std::vector<ZipEntry> parts() {
    std::vector<ZipEntry> sheets;
    for (std::size_t i = 0; i < sheets_.size(); ++i)
      sheets.push_back({"xl/worksheets/sheet" + std::to_string(i + 1) + ".xml", sheet_xml(sheets_[i])});
    std::vector<ZipEntry> parts = {{"[Content_Types].xml", content_types()},
                                   {"_rels/.rels", package_relations()},
                                   {"docProps/core.xml", core_properties(letter_)},
                                   {"xl/workbook.xml", workbook()},
                                   {"xl/_rels/workbook.xml.rels", workbook_relations()},
                                   {"xl/styles.xml", styles()},
                                   {"xl/sharedStrings.xml", shared_strings()}};
    parts.insert(parts.end(), sheets.begin(), sheets.end());
    return parts;
  }

 private:
  std::string cell(const std::string& text, const std::string& where) {
    if (text.empty()) return {};
    if (const std::string number = as_number(text); !number.empty()) return "<c r=\"" + where + "\"><v>" + number + "</v></c>";
    const Text runs = parse_text(text);
    const bool heading = !runs.empty() && runs.front().bold;
    const std::string words = plain(runs);
    const auto [found, fresh] = strings_.emplace(words, strings_.size());
    if (fresh) ordered_.push_back(words);
    return "<c r=\"" + where + "\" t=\"s\"" + (heading ? " s=\"1\"" : "") + "><v>" + std::to_string(found->second) + "</v></c>";
  }

  std::string sheet_xml(const Sheet& sheet) {
    std::string columns, rows;
    for (std::size_t i = 0; i < sheet.widths.size(); ++i) {
      const std::string at = std::to_string(i + 1);
      columns += "<col min=\"" + at + "\" max=\"" + at + "\" width=\"" + sheet.widths[i] + "\" customWidth=\"1\"" +
                 (sheet.hidden_columns.contains(i) ? " hidden=\"1\"" : "") + "/>";
    }
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
      const std::string number = std::to_string(row + 1);
      rows += "<row r=\"" + number + "\"" + (sheet.hidden_rows.contains(row) ? " hidden=\"1\"" : "") + ">";
      for (std::size_t i = 0; i < sheet.rows[row].size(); ++i)
        rows += cell(sheet.rows[row][i], std::string(1, static_cast<char>('A' + i)) + number);
      rows += "</row>";
    }
    return std::string(kDeclaration) + "<worksheet xmlns=\"" + kMain + "\">" + (columns.empty() ? "" : "<cols>" + columns + "</cols>") +
           "<sheetData>" + rows + "</sheetData></worksheet>";
  }

  std::string workbook() const {
    std::string list;
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      const std::string id = std::to_string(i + 1);
      list += "<sheet name=\"" + xml_escaped(sheets_[i].name) + "\" sheetId=\"" + id + "\"" +
              (sheets_[i].hidden ? " state=\"hidden\"" : "") + " r:id=\"rId" + id + "\"/>";
    }
    return std::string(kDeclaration) + "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"" + kRelationships + "\"><sheets>" + list +
           "</sheets></workbook>";
  }

  std::string workbook_relations() const {
    std::string list;
    std::size_t id = 0;
    const auto add = [&](const std::string& kind, const std::string& target) {
      list +=
          "<Relationship Id=\"rId" + std::to_string(++id) + "\" Type=\"" + kRelationships + "/" + kind + "\" Target=\"" + target + "\"/>";
    };
    for (std::size_t i = 0; i < sheets_.size(); ++i) add("worksheet", "worksheets/sheet" + std::to_string(i + 1) + ".xml");
    add("styles", "styles.xml");
    add("sharedStrings", "sharedStrings.xml");
    return std::string(kDeclaration) + "<Relationships xmlns=\"" + kPackageRelations + "\">" + list + "</Relationships>";
  }

  static std::string styles() {
    return std::string(kDeclaration) + "<styleSheet xmlns=\"" + kMain +
           "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
           "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill "
           "patternType=\"none\"/></fill>"
           "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders "
           "count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
           "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"2\">"
           "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
           "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs></styleSheet>";
  }

  std::string shared_strings() const {
    std::string list;
    for (const std::string& text : ordered_) list += "<si><t xml:space=\"preserve\">" + xml_escaped(text) + "</t></si>";
    const std::string count = std::to_string(ordered_.size());
    return std::string(kDeclaration) + "<sst xmlns=\"" + kMain + "\" uniqueCount=\"" + count + "\">" + list + "</sst>";
  }

  std::string content_types() const {
    const std::string sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    std::string list = "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + sheet +
                       "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + sheet +
                       "styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + sheet + "sharedStrings+xml\"/>";
    for (std::size_t i = 0; i < sheets_.size(); ++i)
      list += "<Override PartName=\"/xl/worksheets/sheet" + std::to_string(i + 1) + ".xml\" ContentType=\"" + sheet + "worksheet+xml\"/>";
    return std::string(kDeclaration) +
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
           list +
           "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";
  }

  static std::string package_relations() {
    return std::string(kDeclaration) + "<Relationships xmlns=\"" + kPackageRelations + "\"><Relationship Id=\"rId1\" Type=\"" +
           kRelationships +
           "/officeDocument\" Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\" "
           "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
           "Target=\"docProps/core.xml\"/></Relationships>";
  }

  const Letter& letter_;
  std::vector<Sheet> sheets_;
  std::map<std::string, std::size_t> strings_;
  std::vector<std::string> ordered_;
};

}  // namespace

std::vector<Sheet> read_sheets(const std::string& body) {
  std::vector<Sheet> sheets;
  bool hide_next = false;
  for (const std::string& raw : split_lines(body)) {
    const std::string line = trim(raw);
    const auto rest = [&](std::string_view word) { return trim(line.substr(word.size())); };
    if (line.starts_with("@sheet ")) sheets.push_back({.name = rest("@sheet")});
    if (line.starts_with("@hidden-sheet ")) sheets.push_back({.name = rest("@hidden-sheet"), .hidden = true});
    if (sheets.empty()) continue;
    Sheet& sheet = sheets.back();
    if (line.starts_with("@hidden-column ")) sheet.hidden_columns.insert(static_cast<std::size_t>(rest("@hidden-column").front() - 'A'));
    if (line.starts_with("@widths ")) sheet.widths = split_list(rest("@widths"), ' ');
    if (line == "@hidden-row") hide_next = true;
    if (!line.starts_with('|')) continue;
    if (hide_next) sheet.hidden_rows.insert(sheet.rows.size());
    hide_next = false;
    sheet.rows.push_back(split_row(line));
  }
  return sheets;
}

std::string as_number(std::string text) {
  std::erase(text, ',');
  double value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool label = text.size() > 1 && text[0] == '0' && text[1] != '.';
  return failed == std::errc() && end == text.data() + text.size() && !label ? text : std::string();
}

Result<std::string> write_xlsx(const Letter& letter) {
  Workbook workbook(letter);
  return write_zip(workbook.parts());
}

}  // namespace foi::corpus
