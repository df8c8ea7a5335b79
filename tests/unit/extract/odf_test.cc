#include <gtest/gtest.h>

#include "indexer/extract/readers.h"
#include "tests/unit/extract/made_zip.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

RecordingSink read(const std::string& bytes) {
  RecordingSink sink;
  const Status status = read_document(bytes, "", sink);
  EXPECT_TRUE(status.ok()) << (status.ok() ? "" : status.error().message);
  EXPECT_EQ(sink.announced_pages, sink.extraction.pages.size());
  return sink;
}

struct OdtCase {
  const char* what;
  std::string body;
  std::string text;
};

TEST(Odt, GivesTheTextAsItIsPrinted) {
  const std::string cell = "<table:table-cell><text:p>";
  const OdtCase cases[] = {
      {"paragraphs", "<text:h>Heading</text:h><text:p>One<text:span> and two</text:span></text:p>", "Heading\nOne and two\n"},
      {"an empty paragraph parts", "<text:p>One</text:p><text:p/><text:p/><text:p>Two</text:p>", "One\n\nTwo\n"},
      {"spaces, tabs, breaks", "<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d</text:p>", "a   b\tc\nd\n"},
      {"lists",
       "<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>",
       "• one\n• two\n"},
      {"tables",
       "<table:table><table:table-row>" + cell + "Month</text:p></table:table-cell>" + cell +
           "5</text:p></table:table-cell></table:table-row></table:table>",
       "Month\t5\n"},
      {"a note after the body",
       "<text:p>Cost<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Estimated.</text:p></text:note-body>"
       "</text:note> was low</text:p>",
       "Cost [1] was low\n\n[1] Estimated.\n"},
      {"a box", "<text:p>Beside<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>", "Beside\nboxed\n"},
      {"a link", "<text:p><text:a>the scheme</text:a></text:p>", "the scheme\n"},
      {"an insertion that is tracked", "<text:p>Now <text:change-start/>inserted<text:change-end/></text:p>", "Now inserted\n"},
  };
  for (const OdtCase& c : cases) EXPECT_EQ(read(make_odt(c.body)).text(), c.text) << c.what;
}

TEST(Odt, PagesAreCutWhereTheAuthorCut) {
  const std::string style = "<style:style style:name=\"P1\"><style:paragraph-properties fo:break-before=\"page\"/></style:style>";
  const RecordingSink sink = read(make_odt("<text:p>one</text:p><text:p text:style-name=\"P1\">two</text:p>", style));
  ASSERT_EQ(sink.extraction.pages.size(), 2u);
  EXPECT_EQ(sink.text(1), "two\n");
}

TEST(Odt, HeadersAndFootersAreRead) {
  const std::string masters =
      "<office:document-styles xmlns:office=\"o\" xmlns:style=\"s\" xmlns:text=\"t\"><office:master-styles><style:master-page>"
      "<style:header><text:p>Example Council</text:p></style:header><style:footer><text:p>Page</text:p></style:footer>"
      "</style:master-page></office:master-styles></office:document-styles>";
  EXPECT_EQ(read(make_odt("<text:p>body</text:p>", "", {{"styles.xml", masters}})).text(), "Example Council\n\nbody\n\nPage\n");
}

TEST(Odf, EncryptedFilesSaySo) {
  RecordingSink sink;
  const Status status = read_document(
      make_odt("", "",
               {{"META-INF/manifest.xml", "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"}}),
      "", sink);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().message, "encrypted with a password");
}

std::string cells(std::initializer_list<std::string> values) {
  std::string out = "<table:table-row>";
  for (const std::string& value : values)
    out += value.empty() ? "<table:table-cell/>" : "<table:table-cell><text:p>" + value + "</text:p></table:table-cell>";
  return out + "</table:table-row>";
}

TEST(Ods, ASheetIsAPageWithItsName) {
  const RecordingSink sink = read(make_ods("<table:table table:name=\"Fees\">" + cells({"Year", "£"}) + cells({"2023", "5"}) +
                                           "</table:table><table:table table:name=\"Notes\">" + cells({"none"}) + "</table:table>"));
  ASSERT_EQ(sink.extraction.pages.size(), 2u);
  EXPECT_EQ(sink.text(0), "Fees\nYear\t£\n2023\t5\n");
  EXPECT_EQ(sink.text(1), "Notes\nnone\n");
}

TEST(Ods, RepeatsAndGaps) {
  const std::string rest =
      "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/>"
      "</table:table-row>";
  const std::string twice =
      "<table:table-row><table:table-cell table:number-columns-repeated=\"2\"><text:p>x</text:p></table:table-cell>"
      "</table:table-row>";
  EXPECT_EQ(read(make_ods("<table:table table:name=\"S\">" + twice + rest + cells({"", "", "end"}) + "</table:table>")).text(),
            "S\nx\tx\n\n\t\tend\n");
  const std::string flood =
      "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\">"
      "<text:p>flood</text:p></table:table-cell></table:table-row>";
  EXPECT_LE(read(make_ods("<table:table table:name=\"S\">" + flood + "</table:table>")).text().size(), 8u << 20);
}

std::string style(const std::string& name, const std::string& inside) {
  return "<style:style style:name=\"" + name + "\">" + inside + "</style:style>";
}
const std::string kWhiteText = "<style:text-properties fo:color=\"#ffffff\"/>";
const std::string kStyles = style("W", kWhiteText) + style("D", "<style:paragraph-properties fo:background-color=\"#003087\"/>") +
                            style("WonD", "<style:text-properties fo:color=\"#ffffff\" fo:background-color=\"#003087\"/>") +
                            style("cell", "<style:table-cell-properties fo:background-color=\"#003087\"/>") +
                            style("Wcell", "<style:table-cell-properties fo:background-color=\"#003087\"/>" + kWhiteText) +
                            style("if", kWhiteText + "<style:map style:condition=\"cell-content()=1\" style:apply-style-name=\"cell\"/>") +
                            style("auto", "<style:text-properties style:use-window-font-color=\"true\" fo:background-color=\"#000000\"/>") +
                            style("clear", "<style:text-properties fo:color=\"#000000\" fo:background-color=\"transparent\"/>");

TEST(Odt, LettersOnAnotherGroundAreRead) {
  const std::string white = "<text:span text:style-name=\"W\">seen</text:span>";
  const std::pair<const char*, std::string> cases[] = {
      {"a ground of its own", "<text:p><text:span text:style-name=\"WonD\">seen</text:span></text:p>"},
      {"a dark paragraph", "<text:p text:style-name=\"D\">" + white + "</text:p>"},
      {"a dark cell", "<table:table><table:table-row><table:table-cell table:style-name=\"cell\"><text:p>" + white +
                          "</text:p></table:table-cell></table:table-row></table:table>"},
      {"a dark table", "<table:table table:style-name=\"D\"><table:table-row><table:table-cell><text:p>" + white +
                           "</text:p></table:table-cell></table:table-row></table:table>"},
      {"a box over who knows what",
       "<text:p><draw:frame><draw:text-box><text:p>" + white + "</text:p></draw:text-box></draw:frame></text:p>"},
      {"letters that turn white by themselves", "<text:p><text:span text:style-name=\"auto\">seen</text:span></text:p>"},
      {"a ground that lets all through", "<text:p><text:span text:style-name=\"clear\">seen</text:span></text:p>"},
      {"dark again inside white",
       "<text:p><text:span text:style-name=\"W\"><text:span text:style-name=\"clear\">seen</text:span></text:span></text:p>"},
  };
  for (const auto& [what, body] : cases) {
    const RecordingSink sink = read(make_odt(body, kStyles));
    EXPECT_NE(sink.text().find("seen\n"), std::string::npos) << what << ": " << sink.text();
    EXPECT_TRUE(sink.extraction.hidden.empty()) << what;
  }
  const RecordingSink after = read(make_odt(cases[2].second + "<text:p>" + white + "</text:p>", kStyles));
  EXPECT_EQ(after.hidden_count("hidden text"), 1u) << "what follows a dark table stands on paper again";
}

TEST(Odt, ThePagesOwnColourCounts) {
  const std::string page =
      "<office:document-styles xmlns:office=\"o\" xmlns:style=\"s\" xmlns:fo=\"fo\"><office:automatic-styles><style:page-layout>"
      "<style:page-layout-properties "
      "fo:background-color=\"#003087\"/></style:page-layout></office:automatic-styles></office:document-styles>";
  const std::string body = "<text:p><text:span text:style-name=\"W\">seen</text:span></text:p>";
  EXPECT_EQ(read(make_odt(body, kStyles, {{"styles.xml", page}})).text(), "seen\n");
  EXPECT_EQ(read(make_odt(body, kStyles)).text(), "");
}

TEST(Ods, LettersOnAnotherGroundAreRead) {
  const auto sheet = [](const std::string& style_name, const std::string& inside) {
    return "<table:table table:name=\"S\"><table:table-row><table:table-cell table:style-name=\"" + style_name + "\"><text:p>" + inside +
           "</text:p></table:table-cell></table:table-row></table:table>";
  };
  const std::string span = "<text:span text:style-name=\"W\">seen</text:span>";
  EXPECT_EQ(read(make_ods(sheet("Wcell", "seen"), kStyles)).text(), "S\nseen\n");
  EXPECT_EQ(read(make_ods(sheet("cell", span), kStyles)).text(), "S\nseen\n");
  EXPECT_EQ(read(make_ods(sheet("if", "seen"), kStyles)).text(), "S\nseen\n") << "a condition may paint it";
  EXPECT_EQ(read(make_ods(sheet("clear", span), kStyles)).hidden_count("hidden text"), 1u);
}

}  // namespace
}  // namespace foi::extract
