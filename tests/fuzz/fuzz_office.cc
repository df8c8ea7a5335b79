// Any bytes as the part of an office file that holds its text, the first byte saying which format; and as a whole file of any kind.
#include "indexer/extract/readers.h"
#include "tests/fuzz/checking_sink.h"
#include "tests/unit/extract/made_zip.h"

namespace {

using namespace foi::extract;

// What a sheet's hyperlinks may lead to.
const std::string kLinks =
    "<Relationships><Relationship Id=\"a\" Type=\"x/hyperlink\" Target=\"a.pdf\" TargetMode=\"External\"/>"
    "<Relationship Id=\"b\" Type=\"x/hyperlink\" Target=\"..\\b\" TargetMode=\"External\"/></Relationships>";

// "<w:document>…" → a file with just that part.
std::string file_of(unsigned format, const std::string& xml) {
  switch (format % 6) {
    case 0:
      return make_zip({{"word/document.xml", xml}});
    case 1:
      return make_xlsx({{"A", xml}},
                       {{"xl/styles.xml", xml}, {"xl/sharedStrings.xml", xml}, {"xl/worksheets/_rels/sheet1.xml.rels", kLinks}});
    case 2:
      return make_pptx({{xml, ""}});
    case 3:
      return make_odt(xml, xml);
    case 4:
      return make_ods(xml, xml);
    default:
      return xml;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string file = file_of(data[0], std::string(reinterpret_cast<const char*>(data + 1), size - 1));
  // PDF is Poppler's, mail and HTML have fuzzers of their own.
  const std::string type = sniff_media_type(file, "");
  if (type == "application/pdf" || type == "message/rfc822" || type == "text/html") return 0;
  CheckingSink sink;
  (void)read_document(file, "", sink);
  return 0;
}
