// A figure that is stated is an answer; one of the law, of a date or of what is kept is none.
#include "indexer/understand/stated_figures.h"

#include <gtest/gtest.h>

namespace foi::understand {
namespace {

TEST(StatedFigures, BeforeARefusal) {
  for (std::string_view text :
       {"there were 31 vans in those years. the drivers' names are withheld.", "in total 388. the figure for each depot is exempt.",
        "vans: 12\nlorries: 3\n\nprices are exempt under section 43(2).", "the largest sum was \u00A371,050.",
        "we own 9 vans; who drives them is withheld.", "14 vans were sold at 3 auctions.",
        "- vans: 12 - longest lease: 61 weeks - prices: withheld, as rivals would like to know.",
        "you have a right to be told of it unless it is exempt. there were 31 vans.",
        "you ought to have had this by 1 july (section 10). vans on 31 may 2024: 318.", "a duty of section 188 was met. 241 were housed."})
    EXPECT_TRUE(states_figures(text, Figures::before_refusal)) << text;
  for (std::string_view text : {"",
                                "section 43(2) applies.",
                                "s31(1)(a), s38.",
                                "31(1)(a) and 40(2).",
                                "it is exempt under regulation 12(5)(e).",
                                "we hold 14 contracts.",
                                "you asked for 3 contracts.",
                                "the vans came on 3 may 2024.",
                                "the vans came in 2021.",
                                "our reference is 24/1190.",
                                "call 0303 123 1113.",
                                "part 2. what we think.",
                                "2.1 the vans are white.",
                                "1. the vans are white.",
                                "a search would take 40 hours.",
                                "it might cost 40 pounds.",
                                "there were not 3 vans.",
                                "the price is withheld. rivals bid 3 times for it.",
                                "vans: withheld\nlorries: 3",
                                "- prices: withheld - rivals bid 3 times",
                                "the vans are exempt. there were 31 lorries.",
                                "section 21 applies to the vans. there were 31 lorries.",
                                "s.40 prevents it. 31 would be known by it.",
                                "- a search - 40 hours - it might cost 40"})
    EXPECT_FALSE(states_figures(text, Figures::before_refusal)) << text;
}

// Where something is published refuses nothing, and what is told of the reader's own words neither.
TEST(StatedFigures, BesideWhatIsPublished) {
  for (std::string_view text :
       {"vans are in the annual report: section 25(1). lorries: 611, 580.", "you say that section 12 is out. 31 vans."})
    EXPECT_TRUE(states_figures(text, Figures::before_keeping)) << text;
  for (std::string_view text : {"section 43(2) keeps the price. lorries cost 31 pounds.", "regulation 12(5)(e). lorries: 611, 580."})
    EXPECT_FALSE(states_figures(text, Figures::before_keeping)) << text;
}

TEST(StatedFigures, InRowsBesideARefusal) {
  for (std::string_view text : {"vans: withheld\nlorries: 3", "prices: exempt\n\nvans bought: 14", "(a) withheld\n(b) 388,200 / june 2027"})
    EXPECT_TRUE(states_figures(text, Figures::rows_too)) << text;
  for (std::string_view text :
       {"vans: withheld\nlorries: exempt", "the price is withheld. rivals bid 3 times for it.", "vans: withheld\nsection 43(2)",
        "vans: withheld\n\nmore than 3 rivals of the firm that won the work last year are out to win it from them next spring."})
    EXPECT_FALSE(states_figures(text, Figures::rows_too)) << text;
}

// "The number of … was" says nothing else, wherever it stands.
TEST(StatedFigures, CountedOutright) {
  for (std::string_view text : {"the letter is exempt under section 40(2). the number of complaints received in 2023 was 1,118.",
                                "names are withheld. the total number of vans is 31."})
    EXPECT_TRUE(states_figures(text, Figures::before_refusal)) << text;
  for (std::string_view text :
       {"the letter is exempt. the number of pages held is 14.", "the vans are exempt. there were 31 lorries.",
        "it is exempt. the number of people who could be identified is 3.", "it is exempt. the number of the act is of 2000.",
        "it is exempt. the number of vans was small in 31 towns."})
    EXPECT_FALSE(states_figures(text, Figures::before_refusal)) << text;
}

TEST(StatedFigures, RowsBesideOneThatIsRefused) {
  for (std::string_view text : {"supplier: acme vans\nprice: withheld under section 43(2)",
                                "depot head - not disclosed, section 40(2)\nswitchboard - 020 7946 0100",
                                "start date: 1 may 2023\nchief information officer: withheld under section 40(2)",
                                "we have this:\nnames: exempt under section 40(2)\nvans: 12\nlorries: 3"})
    EXPECT_TRUE(gives_rows_beside_refused(text)) << text;
  for (std::string_view text :
       {"", "supplier: withheld\nprice: withheld under section 43(2)", "your reference: 12\nprice: withheld under section 43(2)",
        "date: 3 may 2024\nprice: withheld under section 43(2)", "request: names of drivers\ndecision: withheld\nexemption: section 40(2)",
        "vans: not held\nprice: withheld", "supplier: acme vans\n\nthe price is withheld.",
        "supplier: acme vans\nof the rest we think as follows.\nprice: withheld", "price: withheld\nreason: rivals would like to know",
        "names: exempt\nvans: see names"})
    EXPECT_FALSE(gives_rows_beside_refused(text)) << text;
}

}  // namespace
}  // namespace foi::understand
