// Where the links of a log lead: pure.
#include <gtest/gtest.h>

#include "indexer/binding.h"
#include "indexer/log_pages.h"
#include "indexer/model/codec.h"

namespace foi {
namespace {

using Places = std::vector<std::string>;

TEST(PlacesOfLink, StayInTheFolder) {
  const struct {
    const char* page;
    const char* link;
    Places places;
  } cases[] = {
      {"log.html", "a.pdf", {"a.pdf"}},
      {"log.html", "./letters/a.pdf", {"letters/a.pdf"}},
      {"2024/log.html", "a.pdf", {"2024/a.pdf"}},
      {"2024/log.html", "../2023/a.pdf", {"2023/a.pdf"}},
      {"log.html", "FOI%2024%20101.pdf", {"FOI 24 101.pdf"}},
      {"log.html", "FOI 24 101.pdf", {"FOI 24 101.pdf"}},
      {"log.html", "a.pdf#page=2", {"a.pdf"}},
      {"log.html", "a.pdf?download=1", {"a.pdf?download=1", "a.pdf"}},
      {"log.html", "100%.pdf", {"100%.pdf"}},
      {"all.zip!/2024/log.html", "../a.pdf", {"all.zip!/a.pdf"}},
      // Not in it.
      {"log.html", "", {}},
      {"log.html", "#top", {}},
      {"log.html", "log.html", {}},
      {"log.html", "../a.pdf", {}},
      {"2024/log.html", "../../a.pdf", {}},
      {"2024/log.html", "%2e%2e/%2e%2e/etc/passwd", {}},
      {"2024/log.html", "..%2F..%2Fa.pdf", {}},
      {"log.html", "/etc/passwd", {}},
      {"log.html", "//example.org/a.pdf", {}},
      {"log.html", "https://example.org/a.pdf", {}},
      {"log.html", "file:///etc/passwd", {}},
      {"log.html", "mailto:a@example.org", {}},
      {"log.html", "C:\\a.pdf", {}},
      {"log.html", "\\\\server\\a.pdf", {}},
      {"log.html", "a%00.pdf", {}},
      {"log.html", "all.zip!/a.pdf", {}},
      {"all.zip!/log.html", "../a.pdf", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(places_of_link(c.page, c.link), c.places) << c.page << " " << c.link;
}

TEST(ComparableUrl, IsOneFormOfAnAddress) {
  EXPECT_EQ(comparable_url("HTTPS://Example.ORG/Log/a%20b.pdf#2"), comparable_url("https://example.org/Log/a b.pdf"));
  EXPECT_EQ(comparable_url("https://example.org"), comparable_url("https://example.org/"));
  EXPECT_NE(comparable_url("https://example.org/a%2Fb"), comparable_url("https://example.org/a/b"));
  EXPECT_NE(comparable_url("https://example.org/A"), comparable_url("https://example.org/a"));
  EXPECT_NE(comparable_url("https://example.org/a?id=1"), comparable_url("https://example.org/a?id=2"));
  for (const char* none : {"", "a.pdf", "ftp://example.org/a", "mailto:a@example.org", "javascript:alert(1)"})
    EXPECT_FALSE(comparable_url(none)) << none;
}

TEST(JoinUrl, TakesALinkFromItsPage) {
  const std::pair<const char*, const char*> cases[] = {
      {"a.pdf", "https://example.org/log/a.pdf"},      {"../a.pdf", "https://example.org/a.pdf"},
      {"/a.pdf?x=1", "https://example.org/a.pdf?x=1"}, {"//other.org/a", "https://other.org/a"},
      {"http://other.org/a", "http://other.org/a"},
  };
  for (const auto& [link, url] : cases) EXPECT_EQ(join_url("https://example.org/log/2024.html?y=1", link), url) << link;
  for (const char* none : {"", "#a", "mailto:a@example.org", "javascript:alert(1)", "../../../a", "?y=2"})
    EXPECT_FALSE(join_url("https://example.org/log/2024.html", none)) << none;
  EXPECT_FALSE(join_url("", "a.pdf"));
}

TEST(NameOfEntry, IsAPartOfAPath) {
  const auto name = [](const char* reference) {
    LogEntry says;
    says.reference = reference;
    return name_of_entry(says);
  };
  EXPECT_EQ(name("FOI 24/101"), "FOI 24-101");
  EXPECT_EQ(name("../../1"), "..-..-1");
  EXPECT_EQ(name("a!/1"), "a--1");
  EXPECT_EQ(name(".."), "");
  EXPECT_EQ(name_of_entry({}), "");
}

TEST(EntryNote, ThereAndBackAndNoManifestsRow) {
  EntryNote note;
  note.says.reference = "FOI 1";
  note.links = {"a.pdf", "b.pdf"};
  const auto back = decode_entry_note(encode_entry_note(note));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->says.reference, "FOI 1");
  EXPECT_EQ(back->links, note.links);
  EXPECT_FALSE(decode_entry_note(""));
  EXPECT_FALSE(decode_entry_note(std::string("\x05", 1) + "a.pdf"));
  const std::string bytes = encode_entry_note(note);
  for (std::size_t i = 0; i < bytes.size(); ++i) EXPECT_FALSE(decode_entry_note(bytes.substr(0, i))) << i;
}

TEST(Binding, ThereAndBack) {
  relate::Summary summary;
  summary.id = "aaaaaaaaaaaaaaaa";
  const std::string bytes = encode(Binding{"/corpus", "b.txt", summary, place_key("/corpus", "a"), place_key("/corpus", "b")});
  const Result<Binding> binding = decode_binding(bytes);
  ASSERT_TRUE(binding.ok());
  EXPECT_EQ(binding->place, place_key("/corpus", "a"));
  EXPECT_EQ(binding->holder, place_key("/corpus", "b"));
  EXPECT_NE(place_key("/corpus", "a"), place_key("/corpusa", ""));
  EXPECT_FALSE(decode_binding(std::string_view(bytes).substr(0, bytes.size() - 1)).ok());
  EXPECT_EQ(binding->left_out, "");
  EXPECT_EQ(decode_binding(encode(Binding{"/corpus", "b.txt", summary, "", "", "3 were left out"}))->left_out, "3 were left out");
}

TEST(Binding, OfOlderCodeNamesItsParent) {
  relate::Summary summary;
  summary.id = "aaaaaaaaaaaaaaaa";
  summary.parent = "bbbbbbbbbbbbbbbb";
  ByteWriter out;
  for (const std::string& part : {std::string("/corpus"), std::string(), relate::encode(summary)}) out.string(part);
  const Result<Binding> binding = decode_binding(std::move(out).take());
  ASSERT_TRUE(binding.ok());
  EXPECT_EQ(binding->summary.parent, summary.parent);
  EXPECT_TRUE(binding->place.empty() && binding->holder.empty());
}

}  // namespace
}  // namespace foi
