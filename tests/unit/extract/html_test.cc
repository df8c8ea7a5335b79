#include "indexer/extract/html.h"

#include <gtest/gtest.h>

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

// Hidden files of every kind are in hidden_files.cc; these are what only looks like them.
TEST(Html, WhatIsNotHiddenStays) {
  const Case cases[] = {
      {"<style>.x p{display:none}</style><p>seen</p><p class=x>too</p>", "seen\n\ntoo\n"},
      {"<style>.x > p{display:none}</style><div class=x><div><p>seen</p></div></div>", "seen\n"},
      {"<style>.x.y{display:none}</style><p class=x>seen</p>", "seen\n"},
      {"<style>.x{display:none}</style><p class='xx x-y'>seen</p>", "seen\n"},
      {"<style>p.x{display:none}</style><div class=x>seen</div>", "seen\n"},
      {"<style>[data-x=\"2\"]{display:none}</style><p data-x=1>seen</p>", "seen\n"},
      {"<style>h2 + p{display:none}</style><h1>one</h1><p>two</p>", "one\n\ntwo\n"},
      {"<style>td:nth-child(2n+3){display:none}</style><table><tr><td>a<td>b</table>", "a\tb\n"},
      {"<style>.tab:not(.open){display:none}</style><p class='tab open'>seen</p>", "seen\n"},
      {"<style>.x:hover,.x::before,.x:checked ~ p{display:none}</style><p class=x>seen</p>", "seen\n"},
      {"<style>@media (max-width:600px){.hidden-xs{display:none}}</style><p class=hidden-xs>seen</p>", "seen\n"},
      {"<style>@media print{.x{display:none}}</style><style media=print>p{display:none}</style><p class=x>seen</p>", "seen\n"},
      {"<noscript><style>p{display:none}</style></noscript><p>seen</p>", "seen\n"},
      {"<dialog open>seen</dialog>", "seen\n"},
      {"<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢kan\n"},
      {"<table><tr><script>var a = 'no';</script><td>seen</table>", "seen\n"},
      // Letters that are told from their ground, or may be.
      {"<p style='color:#fff;background:#003087'>seen</p>", "seen\n"},
      {"<div style='background-color:black'><p style='color:white'>seen</p></div>", "seen\n"},
      {"<table bgcolor=navy><tr><td><font color=white>seen</font></table>", "seen\n"},
      {"<style>.x{color:white}.y .x{background:#333}</style><div class=y><p class=x>seen</p></div>", "seen\n"},
      {"<style>p{color:white}#x{color:black}</style><p id=x>seen</p>", "seen\n"},
      {"<style>p{color:black !important}</style><p style='color:white'>seen</p>", "seen\n"},
      {"<style>#x{color:black}p{color:white}</style><p id=x>seen</p>", "seen\n"},
      {"<style>p:is(.x){color:white}</style><p>seen</p>", "seen\n"},
      {"<style>@media (prefers-color-scheme: dark){p{color:white}}</style><p>seen</p>", "seen\n"},
      {"<p style='color:white;background:url(dark.png)'>seen</p>", "seen\n"},
      {"<p style='color:white;background:linear-gradient(#000, #333)'>seen</p>", "seen\n"},
      {"<p style='color:white;position:absolute;top:4px'>seen</p>", "seen\n"},
      {"<link rel=stylesheet href=site.css><p style='color:white'>seen</p>", "seen\n"},
      {"<style>@import 'site.css';</style><p style='background:black'>seen</p>", "seen\n"},
      {"<a href=/x style='background:black'>seen</a>", "seen\n"},
      {"<p style='color:#eee'>seen</p>", "seen\n"},
  };
  for (const Case& c : cases) {
    const HtmlText read = read_html_text(c.html);
    EXPECT_EQ(read.flow.text(1), c.text) << c.html;
    EXPECT_EQ(read.hidden, 0u) << c.html;
  }
}

TEST(Html, SelectorsThatWouldBeTriedForeverAreTakenToMatch) {
  std::string html = "<style>.no";
  for (int i = 0; i < 15; ++i) html += " div";
  html += " p{display:none}</style>";
  for (int i = 0; i < 250; ++i) html += "<div>";
  EXPECT_EQ(read_html_text(html + "<p>line</p>").hidden, 1u);
}

TEST(Html, SheetsOfManyRulesForManyElementsAreRead) {
  std::string html = "<style>";
  for (int i = 0; i < 300; ++i) html += "div div div div div .x" + std::to_string(i) + " div{color:red}";
  html += "</style>";
  for (int i = 0; i < 250; ++i) html += "<div>";
  for (int i = 0; i < 2'000; ++i) html += "<p>line</p>";
  EXPECT_EQ(read_html_text(html).hidden, 0u);
}

TEST(HtmlListings, LeaveOutWhatCannotBeRead) {
  const std::string row = "<tr><td>FOI 1<td>2 May 2023<td>Gliders<td style='color:#fff'>secretname";
  const HtmlPage page = read_html_page("<table><tr><th>Reference<th>Date<th>Subject<th>Requester" + row + row + row + "</table>");
  ASSERT_EQ(page.listings.size(), 1u);
  for (const ListingRow& r : page.listings[0].rows)
    for (const ListingCell& cell : r.cells) EXPECT_EQ(cell.text.find("secretname"), std::string::npos);
}

}  // namespace
}  // namespace foi::extract
