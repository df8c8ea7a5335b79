// The outcomes as English says them, each with what only sounds like it.
#include "indexer/understand/answer_words.h"

#include <gtest/gtest.h>

#include "indexer/understand/releases.h"

namespace foi::understand {
namespace {

TEST(AnswerWords, NotHeld) {
  for (std::string_view text : {"we do not hold this.",
                                "the trust holds no record of it.",
                                "this is not recorded centrally.",
                                "no such report has been received.",
                                "the council has never kept a register.",
                                "the information is not collected by wards.",
                                "no policy exists on this.",
                                "we don't keep that figure.",
                                "there are no processes in existence.",
                                "nothing is held.",
                                "none of this is captured.",
                                "the data is not available.",
                                "the school keeps no count.",
                                "there is accordingly no report.",
                                "no minute was made: there is no note.",
                                "the council has no copy.",
                                "it is unknown to us.",
                                "a search found no trace of it.",
                                "the trust is unable to provide a breakdown by this metric.",
                                "every search drew a blank.",
                                "a scale has never been drawn up."})
    EXPECT_TRUE(says_not_held(SoughtText(text))) << text;
  for (std::string_view text :
       {"we hold it and attach it.", "not only do we hold it, we publish it.", "no. the vans are white.", "the records are exempt.",
        "it is held by the trust.", "no vans were sold.", "we do not agree.", "if we do not hold it we will say so.",
        "the register is attached.", "there is no charge.", "nobody complained.", "we keep an eye on it.", "there is no van.",
        "the report is no secret.", "a copy is there."})
    EXPECT_FALSE(says_not_held(SoughtText(text))) << text;
}

TEST(AnswerWords, TooDear) {
  for (std::string_view text :
       {"it would exceed the appropriate limit.", "this goes beyond the limit of 18 hours, or \u00A3450.", "to do so takes over 18 hours.",
        "the cost is more than the appropriate limit.", "that is in excess of the \u00A3600 limit.",
        "the work would take longer than eighteen hours.", "it cannot be done within the costs limit.",
        "the limit is 18 hours, so we are not obliged to go on.", "section 12 sets a ceiling of 18 hours and so we don't have to do it.",
        "that is past the 18 hours at which section 12 releases us from the search."})
    EXPECT_TRUE(says_too_dear(SoughtText(text))) << text;
  for (std::string_view text :
       {"it does not exceed the appropriate limit.", "over 18 patients waited.", "it may exceed the cost limit.",
        "if it would exceed the appropriate limit we say so.", "the speed limit was exceeded.", "this took 18 hours.",
        "the limit is \u00A3450.", "more than 600 vans.", "requests that would take more than 18 hours can be refused.",
        "the trust is entitled to refuse if the cost is above the fees limit of 18 hours.",
        "consents for work above the limit in the section 24 direction."})
    EXPECT_FALSE(says_too_dear(SoughtText(text))) << text;
}

TEST(AnswerWords, PublishedOrWithheld) {
  for (std::string_view text :
       {"this is publicly available.", "you will find it on our website.", "the figures are published at nhs digital.",
        "please follow the link below.", "it has already been published.", "the accounts can be downloaded."})
    EXPECT_TRUE(says_published(SoughtText(text))) << text;
  for (std::string_view text : {"it is not published.", "it is not publicly available.", "we will answer by friday.", "the vans are white.",
                                "the list is not in the public domain.", "our numbers differ from those published by nhs digital."})
    EXPECT_FALSE(says_published(SoughtText(text))) << text;
  for (std::string_view text : {"this is exempt under section 43.", "we are withholding the names.", "we refuse to give the list.",
                                "the report will not be released.", "the price is being kept back.", "we cannot disclose it."})
    EXPECT_TRUE(says_withheld(SoughtText(text))) << text;
  for (std::string_view text :
       {"nothing has been withheld.", "no exemption applies, the list is attached.", "it may be exempt.", "if it is exempt we will say so.",
        "the list is attached.", "we have released it in full, none of it withheld.", "the vans are white.",
        "requests that are vexatious can be refused and withheld in full."})
    EXPECT_FALSE(says_withheld(SoughtText(text))) << text;
}

TEST(Releases, Something) {
  for (std::string_view text :
       {"the report is attached.", "we enclose chapters 1 to 4.", "copies have been provided.",
        "the names are withheld but the rest is enclosed.", "a redacted copy goes with this letter.",
        "numbers below five are shown as an asterisk.", "the remainder is set out below.", "we can provide the totals.",
        "the dates are given in the table.", "a copy has been sent to you.", "the list is attached to this letter.",
        "they are shown on the attached sheet.", "the notes are provided with passages removed.", "the total was nine.",
        "the report is with this letter.", "we took them out since they name people.", "the plan is complete except for two signatures.",
        "the names of directors have been left in.", "you will see black boxes over the signatures."})
    EXPECT_TRUE(releases_something(text)) << text;
  for (std::string_view text : {"the report is not attached.",
                                "the numbers are relevant to a vote.",
                                "the remainder is best served by time.",
                                "it cannot be provided.",
                                "we would be able to provide less.",
                                "if disclosed it would harm us.",
                                "a leaflet on complaints is enclosed.",
                                "our response is set out below.",
                                "the exemption is as follows.",
                                "it may be released later.",
                                "the information is exempt.",
                                "we refuse the request.",
                                "disclosure would prejudice the tender.",
                                "there were no vans.",
                                "masks are provided in critical care.",
                                "the form is attached to the child's record.",
                                "hearings are listed on our website.",
                                "you will find the numbers in the annual return on our website.",
                                "unions have been given sight of it.",
                                "this is given weight.",
                                "children were kept apart from a parent.",
                                "it is provided by the contractor.",
                                ""})
    EXPECT_FALSE(releases_something(text)) << text;
}

TEST(Releases, AndKeeps) {
  for (std::string_view text : {"the names are withheld.", "we rely on section 43.", "the price has been redacted.",
                                "it is exempt from disclosure.", "we are not releasing the list.", "section 31 is engaged.",
                                "the exact figures are being withheld, as people could be identified from them."})
    EXPECT_TRUE(keeps_something(text)) << text;
  for (std::string_view text : {"nothing has been withheld.", "no exemption has been used.", "section 38 of the highways act.",
                                "information may be withheld under section 40.", "if it is exempt we say so.", "all of it is attached.",
                                "people could be identified, and then it would be refused.", "it might be withheld."})
    EXPECT_FALSE(keeps_something(text)) << text;
}

}  // namespace
}  // namespace foi::understand
