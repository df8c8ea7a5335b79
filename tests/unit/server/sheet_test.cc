// What of a page's picture may be shown, and that nothing else is.
#include "server/sheet.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

#include "indexer/model/hidden.h"

namespace foi::server {
namespace {

using extract::GreyImage;

constexpr float kWidth = 600, kHeight = 800;

// A page of made words, eleven points high, as wide as they have letters; each a black bar on a picture of it.
class MadePage {
 public:
  explicit MadePage(PageSource source = PageSource::kText) {
    stored.page.source = source;
    stored.page.width = kWidth;
    stored.page.height = kHeight;
    stored.page.confidence = source == PageSource::kOcr ? 0.95f : 1;
    record.source.media_type = "application/pdf";
    record.source.sha256 = std::string(64, 'a');
  }
  MadePage& word(const std::string& text, float x, float y, float confidence = 1) {
    const Box box{x, y, x + 6 * static_cast<float>(text.size()), y + 11};
    const auto start = static_cast<std::uint32_t>(stored.page.text.size());
    stored.page.text += text + " ";
    stored.page.words.push_back({start, start + static_cast<std::uint32_t>(text.size()), box, confidence});
    ink({box.x0, box.y0 + 2, box.x1, box.y1 - 2});
    return *this;
  }
  // As understanding leaves it: the mark is one word, the mask has the boxes.
  MadePage& masked(const std::string& text, float x, float y) {
    word(text, x, y);
    const Word& mark = stored.page.words.back();
    stored.masks.push_back({{1, mark.start, mark.end}, "requester", {mark.box}});
    record.masks = 1;
    return *this;
  }
  // What nobody read: a signature, a logo.
  MadePage& ink(Box box) {
    inked.push_back(box);
    return *this;
  }

  GreyImage picture(int width = 600) const {
    const int height = static_cast<int>(kHeight / kWidth * static_cast<float>(width));
    GreyImage image{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 255)};
    const float scale = static_cast<float>(width) / kWidth;
    for (const Box& box : inked)
      for (int y = static_cast<int>(box.y0 * scale); y < static_cast<int>(box.y1 * scale); ++y)
        for (int x = static_cast<int>(box.x0 * scale); x < static_cast<int>(box.x1 * scale); ++x)
          image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] = 0;
    return image;
  }

  Record record;
  index::StoredPage stored;
  std::vector<Box> inked;
};

std::string why(const MadePage& page, OriginalsPolicy policy = OriginalsPolicy::kClean) {
  const auto sheet = sheet_of(page.record, page.stored, policy);
  return std::holds_alternative<std::string>(sheet) ? std::get<std::string>(sheet) : "";
}

// The picture after it was made fit to be shown; fails the test when there is none.
GreyImage shown(const MadePage& page, int width = 600, OriginalsPolicy policy = OriginalsPolicy::kClean) {
  const auto sheet = sheet_of(page.record, page.stored, policy);
  GreyImage image = page.picture(width);
  if (const auto* none = std::get_if<std::string>(&sheet)) {
    ADD_FAILURE() << *none;
    return image;
  }
  const auto refused = apply(std::get<Sheet>(sheet), image);
  EXPECT_FALSE(refused) << *refused;
  return image;
}

// Black pixels in a box of the page.
std::size_t black_in(const GreyImage& image, Box box) {
  const float scale = static_cast<float>(image.width) / kWidth;
  std::size_t black = 0;
  for (int y = static_cast<int>(box.y0 * scale); y < static_cast<int>(box.y1 * scale); ++y)
    for (int x = static_cast<int>(box.x0 * scale); x < static_cast<int>(box.x1 * scale); ++x)
      black +=
          image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)] < 128 ? 1 : 0;
  return black;
}

constexpr Box kWholePage{0, 0, kWidth, kHeight};

struct Refusal {
  const char* name;
  std::function<void(MadePage&)> change;
  const char* said;
};

class NoPicture : public testing::TestWithParam<Refusal> {};

TEST_P(NoPicture, IsGivenWithAReason) {
  MadePage page;
  page.word("Dear", 50, 50).masked("Ann", 90, 50);
  EXPECT_EQ(why(page), "");
  GetParam().change(page);
  EXPECT_NE(why(page).find(GetParam().said), std::string::npos) << GetParam().name << ": " << why(page);
  EXPECT_NE(why(page, OriginalsPolicy::kAll).find(GetParam().said), std::string::npos) << "whatever is offered";
}

INSTANTIATE_TEST_SUITE_P(
    Reasons, NoPicture,
    testing::Values(Refusal{"unread file", [](MadePage& p) { p.record.error = document_error("damaged"); }, "could not be read"},
                    Refusal{"Word file", [](MadePage& p) { p.record.source.media_type = "application/msword"; }, "flows"},
                    Refusal{"flowing page", [](MadePage& p) { p.stored.page.width = 0; }, "flows"},
                    Refusal{"unread page", [](MadePage& p) { p.stored.page.source = PageSource::kNone; }, "could not be read"},
                    Refusal{"poor scan",
                            [](MadePage& p) {
                              p.stored.page.source = PageSource::kOcr;
                              p.stored.page.confidence = 0.79f;
                            },
                            "poor scan"},
                    Refusal{"unseen words",
                            [](MadePage& p) {
                              p.record.hidden = {{kUnseenWords, 2}};
                            },
                            "cannot see"},
                    Refusal{"mask nowhere", [](MadePage& p) { p.stored.masks[0].boxes.clear(); }, "cannot be painted out"},
                    Refusal{"mask without numbers",
                            [](MadePage& p) {
                              p.stored.masks[0].boxes.push_back({0, 0, std::numeric_limits<float>::quiet_NaN(), 9});
                            },
                            "cannot be painted out"},
                    Refusal{"second mask nowhere",
                            [](MadePage& p) {
                              p.stored.masks.push_back({{1, 0, 0}, "person", {}});
                            },
                            "cannot be painted out"},
                    Refusal{"nothing but masks", [](MadePage& p) { p.stored.page.words.erase(p.stored.page.words.begin()); },
                            "Nothing that could be shown"}),
    [](const auto& tested) {
      std::string name = tested.param.name;
      std::replace(name.begin(), name.end(), ' ', '_');
      return name;
    });

struct WholeCase {
  const char* name;
  std::function<void(MadePage&)> change;
  OriginalsPolicy policy;
  bool whole;
};

TEST(Sheet, IsWholeOnlyWhereItsPagesAreCleanAndHaveTheirOwnText) {
  const auto nothing = [](MadePage&) {};
  const WholeCase cases[] = {
      {"clean", nothing, OriginalsPolicy::kClean, true},
      {"clean, all", nothing, OriginalsPolicy::kAll, true},
      {"clean, none", nothing, OriginalsPolicy::kNone, false},
      {"masked on another page", [](MadePage& p) { p.record.masks = 1; }, OriginalsPolicy::kClean, false},
      {"masked on another page, all", [](MadePage& p) { p.record.masks = 1; }, OriginalsPolicy::kAll, false},
      {"masked here, uncounted", [](MadePage& p) { p.masked("Ann", 200, 200).record.masks = 0; }, OriginalsPolicy::kAll, false},
      {"hidden things",
       [](MadePage& p) {
         p.record.hidden = {{"comment", 1}};
       },
       OriginalsPolicy::kAll, false},
      {"an author in its properties, which no page shows",
       [](MadePage& p) {
         p.record.hidden = {{kAuthorNamed, 1}};
       },
       OriginalsPolicy::kClean, true},
      {"an author in its properties, and more",
       [](MadePage& p) {
         p.record.hidden = {{kAuthorNamed, 1}, {"layer switched off", 1}};
       },
       OriginalsPolicy::kClean, false},
      {"an author in its properties, none",
       [](MadePage& p) {
         p.record.hidden = {{kAuthorNamed, 1}};
       },
       OriginalsPolicy::kNone, false},
      {"scanned", [](MadePage& p) { p.stored.page.source = PageSource::kOcr; }, OriginalsPolicy::kClean, false},
      {"picture", [](MadePage& p) { p.record.source.media_type = "image/png"; }, OriginalsPolicy::kClean, false},
  };
  for (const WholeCase& c : cases) {
    MadePage page;
    page.word("word", 50, 50).ink({300, 300, 320, 310});
    c.change(page);
    const auto sheet = sheet_of(page.record, page.stored, c.policy);
    ASSERT_TRUE(std::holds_alternative<Sheet>(sheet)) << c.name;
    EXPECT_EQ(std::get<Sheet>(sheet).whole, c.whole) << c.name;
    EXPECT_EQ(black_in(shown(page, 600, c.policy), {300, 300, 320, 310}) > 0, c.whole) << c.name;
  }
}

TEST(Sheet, ShowsWordsThatWereReadAndNothingElse) {
  MadePage page;
  page.word("Dear", 50, 50).masked("Ann", 90, 50).word("sincerely", 50, 300);
  const Box signature{60, 320, 150, 350}, logo{400, 20, 520, 90}, beside{112, 300, 170, 311};
  page.ink(signature).ink(logo).ink(beside);
  for (const int width : {240, 600, 1600}) {
    const GreyImage image = shown(page, width);
    EXPECT_GT(black_in(image, {50, 50, 74, 61}), 0u) << width;
    EXPECT_GT(black_in(image, {50, 300, 104, 311}), 0u) << width;
    EXPECT_EQ(black_in(image, signature), 0u) << width;
    EXPECT_EQ(black_in(image, logo), 0u) << width;
    EXPECT_EQ(black_in(image, beside), 0u) << width << ": handwriting beside a word";
    EXPECT_EQ(black_in(image, {86, 46, 110, 65}), 0u) << width << ": the masked word";
  }
}

// Letters that stand out of their box, and the same word printed again a little off.
TEST(Sheet, PaintsGenerously) {
  MadePage page;
  page.word("Dear", 50, 50).masked("Ann", 90, 50);
  page.ink({88, 47, 110, 64});
  page.word("Ann", 91, 51);
  EXPECT_EQ(black_in(shown(page), {87, 47, 111, 64}), 0u);
  EXPECT_EQ(black_in(shown(page, 1600), {87, 47, 111, 64}), 0u);
}

TEST(Sheet, RulesOfTablesStayAndStrokesDoNot) {
  MadePage page;
  page.word("Total", 50, 50).masked("Ann", 90, 50);
  const Box across{50, 100, 400, 101}, down{50, 100, 51, 400}, stroke{200, 200, 280, 201}, bar{100, 500, 400, 540};
  page.ink(across).ink(down).ink(stroke).ink(bar);
  const GreyImage image = shown(page);
  EXPECT_GT(black_in(image, across), 300u);
  EXPECT_GT(black_in(image, down), 250u);
  EXPECT_EQ(black_in(image, stroke), 0u) << "as long as the stroke of a signature";
  EXPECT_EQ(black_in(image, bar), 0u) << "thick enough to hold letters";
}

TEST(Sheet, ABoxThatIsNoWordsShowsNothing) {
  MadePage page;
  page.word("word", 50, 50).masked("Ann", 90, 50);
  page.stored.page.words.push_back({0, 4, {50, 100, 550, 700}, 1});  // a watermark across the page
  page.ink({100, 300, 200, 320});
  EXPECT_EQ(black_in(shown(page), {100, 300, 200, 320}), 0u);
}

TEST(Sheet, WordsThatOcrIsUnsureOfAreNotShown) {
  MadePage page(PageSource::kOcr);
  page.word("Dear", 50, 50, 0.95f).word("J0hn", 90, 50, 0.55f);
  EXPECT_EQ(black_in(shown(page), {86, 46, 120, 65}), 0u);
  EXPECT_GT(black_in(shown(page), {50, 50, 74, 61}), 0u);
}

TEST(Sheet, APictureOfAnotherShapeIsOfAnotherPage) {
  MadePage page;
  page.word("word", 50, 50).masked("Ann", 90, 50);
  const Sheet sheet = std::get<Sheet>(sheet_of(page.record, page.stored, OriginalsPolicy::kClean));
  for (const auto& [width, height, fits] : {std::tuple(600, 800, true), std::tuple(600, 801, true), std::tuple(1600, 2133, true),
                                            std::tuple(800, 600, false), std::tuple(600, 830, false), std::tuple(600, 780, false)}) {
    GreyImage image{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 255)};
    EXPECT_EQ(!apply(sheet, image), fits) << width << "x" << height;
  }
}

// A text layer laid over a scan half a line off: names would stand where other words are said to be.
TEST(Sheet, ATextLayerThatLiesElsewhereGivesNoPicture) {
  for (const float off : {0.0f, 1.0f, 5.0f, 8.0f}) {
    MadePage page;
    for (int line = 0; line < 20; ++line)
      for (int column = 0; column < 5; ++column)
        page.word("letters", 50 + 60 * static_cast<float>(column), 50 + 14 * static_cast<float>(line));
    page.masked("Ann", 400, 50);
    for (Box& box : page.inked) box.y0 += off, box.y1 += off;
    const Sheet sheet = std::get<Sheet>(sheet_of(page.record, page.stored, OriginalsPolicy::kClean));
    GreyImage image = page.picture(800);
    EXPECT_EQ(apply(sheet, image).has_value(), off > 2) << off;
  }
}

TEST(Sheet, HostileNumbersAreWithinThePicture) {
  MadePage page;
  page.word("word", 50, 50).masked("Ann", 90, 50);
  const float nan = std::numeric_limits<float>::quiet_NaN(), inf = std::numeric_limits<float>::infinity();
  for (const Box& box : {Box{-500, -500, 9000, 9000}, Box{590, 790, 580, 780}, Box{1e30f, 1, 2e30f, 2}, Box{-1e38f, -1e38f, 1e38f, 1e38f}})
    page.stored.masks.push_back({{1, 0, 0}, "person", {box}}), page.stored.page.words.push_back({0, 4, box, 1});
  for (const Box& box : {Box{nan, nan, nan, nan}, Box{-inf, 0, inf, 20}}) page.stored.page.words.push_back({0, 4, box, 1});
  GreyImage image = page.picture();
  const auto sheet = sheet_of(page.record, page.stored, OriginalsPolicy::kClean);
  ASSERT_TRUE(std::holds_alternative<Sheet>(sheet));
  apply(std::get<Sheet>(sheet), image);
  EXPECT_EQ(black_in(image, kWholePage), 0u) << "a mask over everything paints everything";
}

}  // namespace
}  // namespace foi::server
