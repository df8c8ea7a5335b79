#include "indexer/extract/html_listing.h"

#include <gtest/gtest.h>

#include "indexer/extract/html.h"
#include "indexer/extract/html_link.h"
#include "indexer/model/limits.h"

namespace foi::extract {
namespace {

// "heading: cell|cell>link" a row, * before a row of headings, label= before a cell that has one; listings apart by "--".
std::string shown(const std::string& html) {
  std::string out;
  for (const Listing& listing : read_html_page(html).listings) {
    if (!out.empty()) out += "--\n";
    if (!listing.heading.empty()) out += listing.heading + ":\n";
    for (const ListingRow& row : listing.rows) {
      if (row.head) out += '*';
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const ListingCell& cell = row.cells[i];
        out += (i > 0 ? "|" : "") + (cell.label.empty() ? "" : cell.label + "=") + cell.text;
        for (const std::string& link : cell.links) out += ">" + link;
      }
      out += '\n';
    }
  }
  return out;
}

TEST(HtmlListing, OfTablesAndBlocks) {
  const std::pair<const char*, const char*> cases[] = {
      {"<table><tr><th>Ref<th>Subject<tr><td>1<td><a href=' a.pdf '>Beds</a></table>", "*Ref|Subject\n1|Beds>a.pdf\n"},
      {"<h2>May</h2><table><thead><tr><td>Ref<tbody><tr><td>1<br>2</table>", "May:\n*Ref\n1\n2\n"},
      {"<h2>May</h2><table><caption>June</caption><tr><td>1<tr><td>2</table>", "June:\n1\n2\n"},
      {"<table><tr><td rowspan=2>May<td>1<tr><td>2<tr><td colspan=2>all</table>", "May|1\nMay|2\nall|\n"},
      {"<table><tr><td>1<td>2<td>3<tr><td>4<td>5<td><ul><li>a<li>b<li>c<li>d</ul></table>", "1|2|3\n4|5|a\nb\nc\nd\n"},
      {"<table><tr><td>menu<td><table><tr><td>1<td>2<td>3<tr><td>4<td>5<td>6</table></table>", "1|2|3\n4|5|6\n"},
      {"<ul><li>a<li>b <a href=x>c</a><li>d</ul>", "a\nb c>x\nd\n"},
      {"<div><div class='card odd'><p>a<p>b</div><div class='card'><p>c</div><div class=card>d</div><div>e</div></div>", "a|b\nc\nd\n"},
      {"<main><article><dl><dt>Ref<dd>1<dt>Date<dd>2</dl></article><article>x</article><article>y</article></main>",
       "Ref=1|Date=2\nx\ny\n"},
      {"<dl><dt>Ref<dd>1<dt>Ref<dd>2<dd>3<dt>Ref<dd>4</dl>", "Ref=1\nRef=2|Ref=3\nRef=4\n"},
      {"<div><div class=m><ul><li><a href=1>1</a><li><a href=2>2</a><li><a href=3>3</a></ul></div><div class=m><ul><li><a "
       "href=4>4</a><li><a "
       "href=5>5</a><li><a href=6>6</a></ul></div><div class=m>x</div></div>",
       "1>1\n2>2\n3>3\n--\n4>4\n5>5\n6>6\n"},
      // Sections.
      {"<h1>Log</h1><h3>FOI 118</h3><p>a<p>b <a href=x>c</a><h3>FOI 119</h3>d<br>e<h3>FOI 120</h3><div>f</div>",
       "FOI 118|a|b c>x\nFOI 119|d|e\nFOI 120|f\n"},
      {"<h2>May</h2><h3>1</h3><p>a<h3>2</h3><p>b<h2>June</h2><p>c<h3>3</h3><p>d", "1|a\n2|b\n3|d\n"},
      {"<h3>1</h3><dl><dt>Ref<dd>a<dt>Date<dd>b</dl><h3>2</h3><dl><dt>Ref<dd>c</dl><h3>3</h3><p>d", "1|Ref=a|Date=b\n2|Ref=c\n3|d\n"},
      {"<h3>1</h3><p>a<h3 hidden>x</h3><p>b<h3>2</h3><p hidden>c<p>d<h3>3</h3><p>e", "1|a|b\n2|d\n3|e\n"},
      {"<h3>1</h3><p>a<h3>2</h3><p>b", ""},
      {"<h2>May</h2><ul><li>1<li>2<li>3<li>4</ul><h2>June</h2><ul><li>5<li>6<li>7</ul><h2>July</h2><p>none",
       "May:\n1\n2\n3\n4\n--\nJune:\n5\n6\n7\n"},
      {"<h3>A</h3><table><tr><td>Ref<td>1<tr><td>Date<td>2</table><h3>B</h3><table><tr><td>Ref<td>3<tr><td>Date<td>4</table><h3>C</h3><p>x",
       "A:\nRef|1\nDate|2\n--\nB:\nRef|3\nDate|4\n"},
      // Links count from the base.
      {"<base href='https://example.org/foi/log.html'><ul><li><a href=a.pdf>a</a><li><a href='/b.pdf'>b</a><li><a href='#x'>c</a></ul>",
       "a>https://example.org/foi/a.pdf\nb>https://example.org/b.pdf\nc\n"},
      // Nothing to list.
      {"<p>a<p>b<p>c", ""},
      {"<ul><li>a<li>b</ul>", ""},
      {"<table><tr><td>1</table>", ""},
      {"<table hidden><tr><td>1<tr><td>2</table>", ""},
      {"<table><tr><td>1<tr hidden><td>2<tr><td>3<td style='display:none'>4</table>", "1\n3\n"},
      {"<ul><li><a href='#top'>a</a><li>b<li>c</ul>", "a\nb\nc\n"},
  };
  for (const auto& [html, rows] : cases) EXPECT_EQ(shown(html), rows) << html;
}

TEST(HtmlLink, CountsFromTheBase) {
  const struct {
    const char* base;
    const char* link;
    const char* leads;
  } cases[] = {
      {"", "a.pdf", "a.pdf"},
      {"letters/", "a.pdf", "letters/a.pdf"},
      {"letters/log.html", "../a.pdf", "letters/../a.pdf"},
      {"../2024/", "a.pdf", "../2024/a.pdf"},
      {"/foi/", "a.pdf", "/foi/a.pdf"},
      {"/foi/", "/a.pdf", "/a.pdf"},
      {"log.html", "a.pdf", "a.pdf"},
      {"https://example.org", "a.pdf", "https://example.org/a.pdf"},
      {"https://example.org/foi/2024/", "../a.pdf", "https://example.org/foi/a.pdf"},
      {"https://example.org/foi/", "../../../a.pdf", "https://example.org/a.pdf"},
      {"https://example.org/foi/?page=/2/", "./a.pdf?x", "https://example.org/foi/a.pdf?x"},
      {"//example.org/foi/", "a.pdf", "//example.org/foi/a.pdf"},
      // The link tells by itself, or the base tells nothing.
      {"https://example.org/foi/", "https://example.net/a.pdf", "https://example.net/a.pdf"},
      {"https://example.org/foi/", "//example.net/a.pdf", "//example.net/a.pdf"},
      {"https://example.org/foi/", "mailto:foi@example.org", "mailto:foi@example.org"},
      {"https://example.org/foi/", "?page=2", "?page=2"},
      {"mailto:foi@example.org", "a.pdf", "a.pdf"},
      {"https:", "a.pdf", "a.pdf"},
  };
  for (const auto& [base, link, leads] : cases) EXPECT_EQ(link_from_base(base, link), leads) << base << " and " << link;
}

std::string times(std::size_t n, const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) out += text;
  return out;
}

TEST(HtmlListing, KeepsWithinItsLimits) {
  const auto rows = [](const std::string& html) {
    std::pair<std::size_t, std::size_t> given_and_left{0, 0};
    for (const Listing& listing : read_html_page(html).listings) {
      given_and_left.first += listing.rows.size();
      given_and_left.second += listing.left_out;
      for (const ListingRow& row : listing.rows) EXPECT_LE(row.cells.size(), limits::kMaxListingCells);
    }
    return given_and_left;
  };
  EXPECT_EQ(rows("<table>" + times(limits::kMaxListingRows + 5, "<tr><td>x") + "</table>"),
            std::pair(limits::kMaxListingRows, std::size_t{5}));
  EXPECT_EQ(rows("<table>" + times(2, "<tr>" + times(500, "<td>x")) + "</table>").first, 2u);
  const auto wide = rows("<table><tr>" + times(40, "<td rowspan=20000>" + std::string(4'000, 'x')) + times(9'999, "<tr>") + "</table>");
  EXPECT_LE(wide.first, limits::kMaxListingsBytes / (4'000 * 40) + 1) << "cells that span rows count in each";
  EXPECT_GT(wide.second, 9'000u);
  EXPECT_EQ(rows(times(250, "<table><tr><td>") + "x" + times(250, "<tr><td>y</table>")).first, 2u)
      << "tables in one another are one listing";
}

}  // namespace
}  // namespace foi::extract
