#include "server/url.h"

#include <gtest/gtest.h>

namespace foi::server {
namespace {

TEST(Url, DecodesWhatPeopleAndBrowsersSend) {
  struct Case {
    const char* text;
    bool plus;
    const char* decoded;
  };
  for (const Case& c : {Case{"section+117", true, "section 117"}, Case{"section+117", false, "section+117"},
                        Case{"%22care%20plan%22", true, "\"care plan\""}, Case{"caf%C3%A9", true, "café"}, Case{"%c2%a3", true, "£"},
                        Case{"", true, ""}, Case{"100%25", true, "100%"}}) {
    EXPECT_EQ(percent_decode(c.text, c.plus), c.decoded) << c.text;
  }
}

TEST(Url, RefusesWhatIsNotText) {
  for (const char* text : {"%", "%4", "%zz", "%4g", "%00", "a%00b", "%ff", "%c3", "%c0%af", "%ed%a0%80", "%f5%80%80%80", "caf%e9"}) {
    EXPECT_EQ(percent_decode(text, true), std::nullopt) << text;
  }
}

TEST(Url, TakesATargetApart) {
  const auto target = parse_target("/d/a%2Fb?q=a%26b&year=2023&q=c&flag&&x=1=2#page-3");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/d/a/b");
  EXPECT_EQ(target->parameters, (Parameters{{"q", "a&b"}, {"year", "2023"}, {"q", "c"}, {"flag", ""}, {"x", "1=2"}}));
  for (const char* wrong : {"", "*", "http://elsewhere/", "d/abc", "/%zz", "/?q=%zz", "/?%ff=1"})
    EXPECT_FALSE(parse_target(wrong)) << wrong;
}

TEST(Url, WhatIsPutTogetherComesApartTheSame) {
  const Parameters parameters{{"q", "\"exempt under\" & <s.31> 100% + £5 / #1"}, {"exemption", "foia-31-1-a"}, {"q", "Gwybodaeth"}};
  const auto target = parse_target(to_url("/", parameters));
  ASSERT_TRUE(target);
  EXPECT_EQ(target->parameters, parameters);
  EXPECT_EQ(to_url("/", {}), "/");
}

TEST(Url, OnlyWebAddressesBecomeLinks) {
  for (const char* good : {"https://www.example.org/foi/1.pdf", "http://example.org", "HTTPS://EXAMPLE.ORG/A?b=c#d"})
    EXPECT_TRUE(is_web_url(good)) << good;
  for (const char* bad : {"javascript:alert(1)", " https://example.org", "https://exa mple.org", "java\nscript:x", "https:///path",
                          "https://", "data:text/html,x", "//example.org", "ftp://example.org", "www.example.org", "",
                          "https://example.org/\x01", "vbscript:x", "file:///etc/passwd"}) {
    EXPECT_FALSE(is_web_url(bad)) << bad;
  }
}

}  // namespace
}  // namespace foi::server
