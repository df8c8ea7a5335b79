// ZIP and office files made in a test.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace foi::extract {

using Members = std::vector<std::pair<std::string, std::string>>;

std::string make_zip(const Members& members);

// A Word file whose body is the given XML (without w:body). others are further parts: "word/numbering.xml", "word/header1.xml" …; each gets
// a relationship whose id is its file name without extension ("header1").
std::string make_docx(const std::string& body, const Members& others = {});

struct MadeSheet {
  std::string name;
  std::string xml;  // inside <worksheet>
  std::string state = "visible";
};

// others: "xl/sharedStrings.xml", "xl/styles.xml" and whatever else; the sheets are xl/worksheets/sheetN.xml.
std::string make_xlsx(const std::vector<MadeSheet>& sheets, const Members& others = {}, const std::string& workbook_properties = "");

struct MadeSlide {
  std::string xml;         // inside <p:spTree>
  std::string attributes;  // of <p:sld>: show="0"
};
// 100 by 50 units large. others: "ppt/notesSlides/notesSlide1.xml" and whatever else.
std::string make_pptx(const std::vector<MadeSlide>& slides, const Members& others = {});
// A shape with one paragraph, its top left corner at x, y.
std::string made_shape(const std::string& text, int x = 10, int y = 10, const std::string& name_attributes = "");

// body: inside office:text. styles: inside office:automatic-styles.
std::string make_odt(const std::string& body, const std::string& styles = "", const Members& others = {});
// tables: inside office:spreadsheet.
std::string make_ods(const std::string& tables, const std::string& styles = "", const Members& others = {});

}  // namespace foi::extract
