#include "indexer/extract/text_quality.h"

#include <gtest/gtest.h>

#include <string>

namespace foi::extract {
namespace {

constexpr const char* kEnglish =
    "Thank you for your request for information about the waiting times of the memory clinic. We have searched the records of the "
    "division and can confirm that we hold the information you asked for. The figures are set out in the table below.";

// Every printable character moved by so many places: what fonts without their encoding give.
std::string shifted(std::string text, int places) {
  for (char& c : text)
    if (c > ' ') c = static_cast<char>('!' + (c - '!' + places + 94) % 94);
  return text;
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

struct Case {
  const char* name;
  std::string text;
  bool garbage;
};

class Garbage : public testing::TestWithParam<Case> {};

TEST_P(Garbage, IsToldFromText) { EXPECT_EQ(is_garbage(GetParam().text), GetParam().garbage) << GetParam().text.substr(0, 200); }

const Case kCases[] = {
    {"nothing", "", false},
    {"english", kEnglish, false},
    {"welsh",
     "Diolch am eich cais am wybodaeth o dan y Ddeddf Rhyddid Gwybodaeth. Rydym wedi chwilio ein cofnodion ac mae'r wybodaeth y gofynnwyd "
     "amdani wedi'i nodi yn y tabl isod. Os ydych yn anfodlon, cewch ysgrifennu atom i ofyn am adolygiad mewnol o'r ymdriniaeth.",
     false},
    {"gaelic",
     "Tapadh leibh airson ur n-iarrtas airson fiosrachadh. Tha sinn air coimhead tron chlàr agus tha am fiosrachadh ri fhaighinn.", false},
    {"polish",
     "Dziękujemy za wniosek o udzielenie informacji. Szczegółowe dane znajdują się w tabeli poniżej, wraz z objaśnieniami źródeł.", false},
    {"greek", "Σας ευχαριστούμε για το αίτημά σας για πληροφορίες σχετικά με τους χρόνους αναμονής της κλινικής μνήμης.", false},
    {"numbers", repeated("2019 9,404 32,780 1.3% <5 0 17 £1,200.00 ", 20), false},
    {"codes", repeated("CH00 RXV 14 MH01 RDY <5 HM06 RW1 220 OC99 RNK 17 ", 20), false},
    {"acronyms", repeated("CAMHS NHSE CQC DHSC ICB CCG LGBT PTSD ADHD RCPsych SLAM CNWL ", 8), false},
    {"dotted_contents", repeated("Introduction ................................................ 3\n", 12), false},
    {"form_with_lines", repeated("Name ______________________ Date ______________________\n", 10), false},
    {"bullets_of_a_symbol_font", repeated("\uF0B7 one clinic on each site\n", 10), false},
    {"few_odd_characters", "\uFFFD\uFFFD 12 \uFFFD", false},
    {"some_lost_characters", std::string(kEnglish) + " \uFFFD\uFFFD\uFFFD", false},
    {"one_mojibake_apostrophe", std::string(kEnglish) + " the Trustâ€™s own", false},
    {"replacement_characters", repeated("\uFFFD\uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD ", 20), true},
    {"private_use", repeated("\uE001\uE002\uE003 \uE004\uE005 ", 20), true},
    {"shifted_by_three", shifted(repeated(kEnglish, 2), -29), true},
    {"shifted_to_signs", shifted(repeated(kEnglish, 2), 35), true},
    {"mojibake_throughout", repeated("lâ€™Ã©tÃ© dâ€™une Ã©cole ", 20), true},
    {"consonants_only", repeated("xkcd qwrt plkj bvnm zxcv ghjk ", 20), true},
    {"signs", repeated("!#$ %&( )*+ ,-. /:; <=> ", 20), true},
};

INSTANTIATE_TEST_SUITE_P(Texts, Garbage, testing::ValuesIn(kCases), [](const auto& test) { return test.param.name; });

TEST(LettersAndDigits, AreCountedInEveryScript) {
  EXPECT_EQ(count_letters_and_digits(""), 0u);
  EXPECT_EQ(count_letters_and_digits("a1 – £ ... é ŵ Ω"), 5u);
  EXPECT_EQ(count_letters_and_digits("\xFF\xC3"), 0u) << "ill-formed bytes are none";
}

TEST(OcrSaysMore, OnlyWhenThePictureHoldsThePage) {
  EXPECT_TRUE(ocr_says_more("FOI 123 page 1 of 3", kEnglish, 0.9f));
  EXPECT_FALSE(ocr_says_more("FOI 123 page 1 of 3", kEnglish, 0.3f)) << "not believed";
  EXPECT_FALSE(ocr_says_more(kEnglish, kEnglish, 0.95f)) << "says the same";
  EXPECT_FALSE(ocr_says_more("Map of the wards", "Map of the wards N", 0.9f));
}

}  // namespace
}  // namespace foi::extract
