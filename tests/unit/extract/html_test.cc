#include "indexer/extract/html.h"

#include <gtest/gtest.h>

#include "indexer/extract/css.h"
#include "indexer/extract/readers.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

struct Case {
  const char* html;
  const char* text;
};

TEST(Html, IsReadAsItIsShown) {
  const Case cases[] = {
      {"<p>One  two\n three</p>", "One two three\n"},
      {"<p>One<p>Two", "One\n\nTwo\n"},
      {"<div>One</div><div>Two</div>", "One\nTwo\n"},
      {"One<br>Two<br><br>Three", "One\nTwo\n\nThree\n"},
      {"<h1>Title</h1>Text", "Title\n\nText\n"},
      {"A<b>B</b> <i>C</i>", "AB C\n"},
      {"fish &amp; chips&nbsp;&pound;5 &lt;tag&gt;", "fish & chips £5 <tag>\n"},
      {"<ul><li>one<li>two</ul>", "• one\n• two\n"},
      {"<ol start=3><li>one<li>two</ol>", "3. one\n4. two\n"},
      {"<pre>a  b\n  c</pre>", "a  b\n  c\n"},
      {"<table><tr><th>Ref<th>Date<tr><td>FOI 1<td>2 May</table>", "Ref\tDate\nFOI 1\t2 May\n"},
      {"<table><tr><td>a<br>b<td>c</table>", "a b\tc\n"},
      {"<a href='https://example.org/log'>The log</a> is here", "The log (https://example.org/log) is here\n"},
      {"<a href='https://example.org/log'>https://example.org/log</a>", "https://example.org/log\n"},
      {"<a href='/local'>local</a> <a href='javascript:x()'>js</a> <a href='https://example.org/'></a>", "local js\n"},
      {"<title>Not shown</title><p>Shown", "Shown\n"},
      {"<body><script>var a = 'no';</script><style>p{}</style><noscript>no</noscript><template>no</template>yes", "yes\n"},
      {"<details><summary>More</summary>opened</details>", "More\nopened\n"},
      {"<p aria-hidden=true>seen</p>", "seen\n"},
      {"", ""},
  };
  for (const Case& c : cases) {
    const HtmlText read = read_html_text(c.html);
    EXPECT_EQ(read.flow.text(1), c.text) << c.html;
    EXPECT_EQ(read.hidden, 0u) << c.html;
  }
}

TEST(Html, DepthIsBounded) {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<div>";
  const HtmlText read = read_html_text("<p>top</p>" + deep + "bottom");
  EXPECT_TRUE(read.too_deep);
  EXPECT_EQ(read.flow.text(1), "top\n");
}

TEST(Html, BytesOfAnyEncodingAreTaken) {
  RecordingSink sink;
  ASSERT_TRUE(read_html("<html>\xA3"
                        "5 caf\xE9",
                        sink)
                  .ok());
  EXPECT_EQ(sink.text(), "£5 café\n");
  RecordingSink empty;
  ASSERT_TRUE(read_html("<html><script>build()</script>", empty).ok());
  EXPECT_EQ(empty.extraction.notes.size(), 1u) << "a page made by its scripts says so";
}

TEST(Css, KnowsWhatHides) {
  const std::pair<const char*, bool> cases[] = {
      {"display:none", true},
      {"color: red; DISPLAY : None !important", true},
      {"visibility: hidden", true},
      {"opacity:0", true},
      {"opacity:0.0;", true},
      {"font-size:0px", true},
      {"text-indent:-9999px", true},
      {"position:absolute;left:-9999px", true},
      {"display:block", false},
      {"opacity:0.5", false},
      {"opacity:1", false},
      {"font-size:10px", false},
      {"left:0", false},
      {"x-display:none", false},
      {"", false},
      {"display", false},
  };
  for (const auto& [style, hides] : cases) EXPECT_EQ(css_hides(style), hides) << style;
}

TEST(Css, SimpleSelectorsAreApplied) {
  StyleSheet sheet;
  sheet.add(
      "/* .no{display:none} */ .a, p.b , #c{display:none} .d{color:red} div .e{display:none} @media print{.f{display:none}} "
      "@media (max-width:9px){.g{display:none}} .h{display:none");
  EXPECT_TRUE(sheet.hides("p", "x a", ""));
  EXPECT_TRUE(sheet.hides("p", "b", ""));
  EXPECT_FALSE(sheet.hides("div", "b", ""));
  EXPECT_TRUE(sheet.hides("div", "", "c"));
  EXPECT_TRUE(sheet.hides("p", "h", "")) << "a sheet cut off";
  EXPECT_TRUE(sheet.hides("p", "g", ""));
  for (const char* shown : {"no", "d", "e", "f"}) EXPECT_FALSE(sheet.hides("p", shown, "")) << shown;
}

}  // namespace
}  // namespace foi::extract
