#include "indexer/extract/css.h"

#include <gtest/gtest.h>

namespace foi::extract {
namespace {

TEST(Css, KnowsWhatHides) {
  const std::pair<const char*, bool> cases[] = {
      {"display:none", true},
      {"color: red; DISPLAY : None !important", true},
      {"visibility: hidden", true},
      {"content-visibility:hidden", true},
      {"mso-hide:all", true},
      {"opacity:0", true},
      {"opacity:0.0;", true},
      {"font-size:0px", true},
      {"font-size:1px", true},
      {"font-size: 0.05em", true},
      {"text-indent:-9999px", true},
      {"text-indent:-999em", true},
      {"position:absolute;left:-9999px", true},
      {"left:-10000px", true},
      {"left:-5000px", true},
      {"left:-100em", true},
      {"right: -200vw", true},
      {"clip:rect(0,0,0,0)", true},
      {"clip: rect(1px, 1px, 1px, 1px)", true},
      {"clip:rect(1px 1px 1px 1px)", true},
      {"clip-path:inset(50%)", true},
      {"clip-path: circle(0)", true},
      {"height:0;overflow:hidden", true},
      {"overflow:hidden; width: 1px; height: 1px", true},
      {"transform:scale(0)", true},
      {"transform: translateX(-9999px)", true},
      {"color:transparent", true},
      {"color:rgba(0, 0, 0, 0)", true},
      {"color:#0000", true},
      {"display:block", false},
      {"opacity:0.5", false},
      {"opacity:1", false},
      {"font-size:10px", false},
      {"font-size:2px", false},
      {"font-size:80%", false},
      {"font-size:smaller", false},
      {"left:0", false},
      {"left:-20px", false},
      {"left:-100%", false},
      {"margin-left:-9px", false},
      {"clip:auto", false},
      {"clip:rect(0,auto,auto,0)", false},
      {"clip:rect(0,100px,20px,0)", false},
      {"clip-path:inset(10px)", false},
      {"clip-path:inset(0 0 0 50%)", false},
      {"height:0", false},
      {"overflow:hidden", false},
      {"overflow:hidden;height:20px", false},
      {"transform:scale(0.9)", false},
      {"transform:translateX(-50%)", false},
      {"background:transparent", false},
      {"color:#000f", false},
      {"x-display:none", false},
      {"", false},
      {"display", false},
  };
  for (const auto& [style, hides] : cases) EXPECT_EQ(css_look(style).hides, hides) << style;
}

TEST(Css, KnowsColours) {
  const std::pair<const char*, Paint> cases[] = {
      {"#fff", kWhite},
      {"#FFFFFF", kWhite},
      {"white", kWhite},
      {"rgb(255,255,255)", kWhite},
      {"rgb(100% 100% 100%)", kWhite},
      {"rgb(0, 48, 135)", Colour{0, 48, 135}},
      {"transparent", {}},
      {"inherit", {}},
      {"rgba(0,0,0,0)", {}},
      {"rgba(0,0,0,.5)", Paint::unknown()},
      {"hsl(0, 0%, 100%)", Paint::unknown()},
      {"var(--x)", Paint::unknown()},
      {"#ff", Paint::unknown()},
  };
  for (const auto& [value, paint] : cases) EXPECT_EQ(css_paint(value), paint) << value;
  EXPECT_EQ(css_look("background: no-repeat #000").ground, Paint(kBlack));
  EXPECT_EQ(css_look("background:#000 url(x.png)").ground, Paint::unknown());
  EXPECT_EQ(css_look("background:none").ground, Paint());
}

TEST(Colours, AreToldApart) {
  EXPECT_TRUE(unreadable(kWhite, kWhite));
  EXPECT_TRUE(unreadable(Colour{254, 254, 254}, kWhite));
  EXPECT_TRUE(unreadable(Colour{128, 128, 128}, Colour{133, 133, 133}));
  EXPECT_FALSE(unreadable(Colour{240, 240, 240}, kWhite));
  EXPECT_FALSE(unreadable(Colour{255, 255, 0}, kWhite)) << "yellow";
  EXPECT_FALSE(unreadable(kWhite, Paint::unknown()));
  EXPECT_FALSE(unreadable(Paint::unknown(), Paint::unknown()));
  EXPECT_FALSE(unreadable({}, {}));
  EXPECT_EQ(hex_colour("FF003087"), (Colour{0, 48, 135})) << "how opaque it is comes first";
  for (const char* none : {"", "auto", "12345", "GGGGGG", "#12 456", "+12345"}) EXPECT_EQ(hex_colour(none), std::nullopt) << none;
}

TEST(Css, SheetsGiveTheRulesThatSayAnything) {
  const CssSheet sheet = parse_sheet(
      "/* .no{display:none} */ .a, p.b , #c{display:none} .d{margin:0} div > .e:hover{display:none} @media print{.f{display:none}} "
      "@media (max-width:9px){.g{display:none}} @media screen and (min-width:9px){.h{color:red}} .i{display:none");
  std::vector<std::string> last;
  for (const CssRule& rule : sheet.rules) {
    const CssCompound& compound = rule.selector.steps.back().compound;
    last.push_back(compound.id.empty() ? compound.classes.at(0) : compound.id);
  }
  EXPECT_EQ(last, (std::vector<std::string>{"a", "b", "c", "h", "i"}));
  EXPECT_FALSE(sheet.imports);
  EXPECT_TRUE(parse_sheet("@import url(x.css); p{color:red}").imports);
}

TEST(Css, SelectorsAreUnderstoodOrSaySo) {
  for (const char* good : {"p", "*", ".a.b#c", "div > .z", "a ~ b + c", "[x]", "[x='y z']", "p:not(.a, :hover)", "li:nth-child(2n+1)",
                           ":root", ".md\\:hidden", "a:first-child"}) {
    const std::optional<CssSelector> selector = parse_selector(good);
    ASSERT_TRUE(selector.has_value()) << good;
    EXPECT_FALSE(selector->loose) << good;
  }
  for (const char* loose :
       {"p:has(.a)", "p:is(.a)", "p:lang(cy)", "p:nth-of-type(2)", "p:not(.a .b)", "p:not(:not(.a))", "li:nth-child(x)"}) {
    const std::optional<CssSelector> selector = parse_selector(loose);
    ASSERT_TRUE(selector.has_value()) << loose;
    EXPECT_TRUE(selector->loose) << loose;
  }
  for (const char* none : {"", " ", "p:hover", "p::before", "p:after", "> p", "p[", "50%", "p{", "a,b"})
    EXPECT_FALSE(parse_selector(none).has_value()) << none;
  EXPECT_EQ(parse_selector(".md\\:hidden")->steps[0].compound.classes.at(0), "md:hidden");
}

TEST(Css, MediaHoldForAWideScreenByDay) {
  for (const char* holds :
       {"", "all", "screen", "screen and (min-width: 600px)", "print, screen", "only screen", "not print", "(min-width:40em)",
        "(orientation: landscape)", "(prefers-color-scheme: light)", "not all and (max-width: 600px)"})
    EXPECT_TRUE(media_holds(holds)) << holds;
  for (const char* not_so :
       {"print", "speech", "screen and (max-width: 600px)", "(max-width:37.5em)", "(width <= 600px)", "(min-width: 2000px)",
        "(prefers-color-scheme: dark)", "(orientation:portrait)", "not screen", "(prefers-reduced-motion: reduce)"})
    EXPECT_FALSE(media_holds(not_so)) << not_so;
}

}  // namespace
}  // namespace foi::extract
