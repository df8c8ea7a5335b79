#include "indexer/understand/whole_answer.h"

#include <gtest/gtest.h>

#include <string_view>

namespace foi::understand {
namespace {

TEST(WholeAnswer, KeepsNothing) {
  for (std::string_view text : {"nothing has been withheld.", "nothing is missing from what you have been sent.",
                                "so nothing has been kept from you under any of these.", "no exemption has been applied."})
    EXPECT_TRUE(keeps_nothing(text)) << text;
  for (std::string_view text : {"nothing else has been withheld.", "nothing has been withheld except the names.", "nothing was recorded.",
                                "nothing in question 2 has been withheld.", "nothing has been redacted other than signatures."})
    EXPECT_FALSE(keeps_nothing(text)) << text;
}

TEST(WholeAnswer, KeepsNothingFromYou) {
  for (std::string_view text : {"nothing is missing from what you have been sent.", "nothing has been kept from you under any of these.",
                                "nothing you asked for has been kept back."})
    EXPECT_TRUE(keeps_nothing_from_you(text)) << text;
  for (std::string_view text :
       {"the list is whole, nothing taken out.", "nothing else has been kept from you.", "nothing has been withheld."})
    EXPECT_FALSE(keeps_nothing_from_you(text)) << text;
}

TEST(WholeAnswer, OneSentenceForAll) {
  for (std::string_view text :
       {"everything you asked for is enclosed.", "we are able to send all that we hold.", "your request has been answered in full.",
        "all of the information you requested is set out below.", "i attach everything you requested.",
        "you therefore have everything you asked for.", "you now have all that we hold."})
    EXPECT_EQ(said_of_whole(text), Whole::kGiven) << text;
  for (std::string_view text :
       {"all are withheld under section 35.", "it is withheld in full.", "we are not able to release any of the papers.",
        "neither can be supplied, for the reasons that follow.", "the information you requested is exempt under section 31.",
        "none of these can be provided.", "both papers are being withheld under section 36.", "the requested information is withheld.",
        "you will not be given any of it.", "none of it can be disclosed.", "as everything is withheld, names were not looked at.",
        "we are unable to release either, in whole or in part.", "i am sorry that we can't meet either.",
        "i am afraid that i am not able to give you any of the information.", "nothing can be supplied.",
        "what follows is a refusal for the purposes of regulation 14.", "we can't let you have any of it.",
        "we cannot give you either of them.", "we aren't able to let you see either."})
    EXPECT_EQ(said_of_whole(text), Whole::kRefused) << text;
  for (std::string_view text :
       {"none of it is held.", "the council does not hold any of the information.", "we looked and can't find that any of it is held.",
        "we have no recorded information on any of it.", "the trust holds none of this."})
    EXPECT_EQ(said_of_whole(text), Whole::kNotHeld) << text;

  for (std::string_view text : {"",
                                "neither of us can come.",
                                "none of the reasons was withheld from you, but some were late.",
                                "some of the information you requested is exempt.",
                                "the information you requested may be exempt if it is recent.",
                                "your request reached us before anything was withheld or not.",
                                "the information you requested is exempt except the dates.",
                                "both can be supplied.",
                                "question 2 is withheld in full.",
                                "document 3 is refused in full.",
                                "the answer to question 4 is disclosed in full.",
                                "not everything you asked for is enclosed.",
                                "everything you asked for is exempt.",
                                "all that we hold would be enclosed if you paid.",
                                "everything you asked for is attached except the names.",
                                "none of it was easy.",
                                "we hold all of it.",
                                "all are welcome.",
                                "if it is withheld in full we shall say so.",
                                "it is withheld in full. you will find some of it in this letter.",
                                "everything you asked for is enclosed. it is withheld in full.",
                                "we do not hold any of the information in question 2.",
                                "the trust does not hold this information.",
                                "we are unable to release either the plan or the price.",
                                "we cannot provide either of your two dates before may.",
                                "either can be released.",
                                "it is withheld in part or in full, page by page.",
                                "the papers are refused in part.",
                                "we are not able to give you any of the information until may.",
                                "i cannot say whether any of it was sent.",
                                "nothing can be supplied but the dates.",
                                "both are refused a licence if they pay nothing.",
                                "186 were refused in full or in part.",
                                "none of the parts is held."})
    EXPECT_FALSE(said_of_whole(text).has_value()) << text;
  for (std::string_view text :
       {"nothing has been withheld.", "no exemption has been applied.", "there is nothing that we have kept from you."})
    EXPECT_TRUE(keeps_nothing(text)) << text;
  for (std::string_view text : {"nothing is known of vans.", "the names have been withheld.", "no exemption covers page 3, which was kept.",
                                "nothing on question 3 was withheld."})
    EXPECT_FALSE(keeps_nothing(text)) << text;
}

}  // namespace
}  // namespace foi::understand
