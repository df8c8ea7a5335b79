// Whole letters, in the forms of published ones, with invented people and facts.
#include "indexer/understand/understand.h"

#include <gtest/gtest.h>

#include <ctime>

#include "indexer/model/text.h"
#include "tests/unit/understand/letters.h"

namespace foi::understand {
namespace {

// An internal review that quotes the request and the first answer, and takes it back.
constexpr std::string_view kReview =
    "Dear Robin,\n\nThank you for your request for an internal review of our response to your FOI ref: 3107.\n\nThe review was carried out "
    "by Ottoline Fairweather "
    "– Records Lead on 14/03/2024; I have set out your request and the answer you had.\n\nRequest\n\nBadge Access At Test Sites\n\nHow may "
    "a visiting firm ask for a "
    "badge at our **test sites**?\n\n- 1) Who grants the badge?\n- 2) What steps are needed?\n- 3) Where does one apply? e.g. a mailbox or "
    "form.\n\nBadge Access At Live "
    "Sites\n\n- 4) Who grants the badge?\n- 5) Where does one apply? e.g. a mailbox or form.\n\nClarity on the abbreviations below.\n\n- "
    "**PAS** – Patient "
    "Administration System\n- **GP** – General Practitioner\n\nResponse\n\nThe Act lets the Trust refuse, and it refuses under Section "
    "31(1)(a) – Law Enforcement, which states:\n\n“Information is exempt if its disclosure would be likely to prejudice the prevention of "
    "crime.”\n\nGuidance says that "
    "Section 31(1)(a) applies not only to the police.\n\nThe Trust is therefore applying Section 31(1)(a) to withhold the "
    "answer.\n\nInternal Review\n\nThe Trust applied the "
    "Sec 31 exemption to guard its doors. On review the response is incorrect: there are no processes in existence for visiting "
    "firms.\n\nIf you remain dissatisfied, you may "
    "lodge a complaint with the Information Commissioner at Wycliffe House, Water Lane, Wilmslow, SK9 5AF.\n\nYours sincerely\n\nOttoline "
    "Fairweather\nRecords Lead\n";

TEST(Understand, AReviewThatTakesTheRefusalBack) {
  const Published published = understand_text(kReview);
  const Record& r = published.record;
  EXPECT_EQ(name_of(r.kind), "internal-review");
  EXPECT_EQ(name_of(r.outcome), "review-overturned");
  ASSERT_TRUE(r.review);
  EXPECT_EQ(name_of(r.review->result), "overturned");
  EXPECT_EQ(r.received, std::nullopt);
  ASSERT_EQ(r.exemptions.size(), 1u);
  EXPECT_EQ(r.exemptions[0].id, "foia-31-1-a");
  EXPECT_EQ(name_of(r.exemptions[0].status), "overturned");
  EXPECT_EQ(name_of(r.exemptions[0].stage), "review");
  EXPECT_EQ(r.exemptions[0].questions.size(), 5u);
  ASSERT_EQ(r.questions.size(), 5u);
  for (const Question& q : r.questions) EXPECT_EQ(name_of(q.outcome), "not-held") << q.number;
  EXPECT_EQ(r.questions[0].heading, "Badge Access At Test Sites");
  EXPECT_EQ(r.questions[3].heading, "Badge Access At Live Sites");
  EXPECT_EQ(r.questions[4].text, "Where does one apply? e.g. a mailbox or form.");
  EXPECT_EQ(published.boilerplate.size(), 1u);
}

// Numbered questions, each with its answer under it; the first refused with the gateway and the head of s.36.
constexpr std::string_view kRefusal =
    "Date: Tuesday, 9th May 2023\nOur Ref: AB/CD FOI 8841\n\nEast Wing\nMill Lane\n\nRe: Freedom of Information Request FOI 8841\n\nWe are "
    "writing in response to your request, "
    "received in this office on 3rd May 2023.\n\nYour request was as follows:\n\n1. The total spent on door locks in the 12 months to the "
    "1st of April 2023.\n\nTaken with other "
    "information the sum could show how our doors are opened. The Trust must guard it under Article 5 (1)(f) of the General Data "
    "Protection Regulations.\n\nAs part of the Critical "
    "National Infrastructure we consider it to be exempt under Section 36 - Prejudice to effective conduct of Public Affairs (36 (1b)(2c)) "
    "of the FOIA.\n\nSection 36 is a qualified "
    "exemption. The Trust has applied the public interest test and finds that disclosure could lead to:\n\n- open doors\n- lost keys\n\n2. "
    "The total spent on locksmiths.\n\nN/A\n\n3. "
    "The number of locksmiths employed.\n\nN/A\n\nRe-Use of Public Sector Information\n\nAll information supplied is subject to the Re-use "
    "of Public Sector Information Regulations 2005, "
    "Statutory Instrument 2005 No. 1515, in force on 1st July 2005.\n\nIf you are dissatisfied with the handling of your request, you may "
    "ask for an internal review.\n\nYours "
    "sincerely\n\nInformation Office\n";

TEST(Understand, ARefusalUnderSection36) {
  const Record r = understand_text(kRefusal).record;
  EXPECT_EQ(name_of(r.outcome), "refused-in-full");
  EXPECT_EQ(r.reference, "FOI 8841");
  EXPECT_EQ(r.received, parse_iso("2023-05-03"));
  EXPECT_EQ(r.responded, parse_iso("2023-05-09"));
  ASSERT_EQ(r.exemptions.size(), 2u);
  EXPECT_EQ(r.exemptions[0].id, "foia-36-1-b");
  EXPECT_EQ(r.exemptions[1].id, "foia-36-2-c");
  for (const Citation& c : r.exemptions) EXPECT_EQ(c.questions, std::vector<std::string>{"1"});
  ASSERT_EQ(r.questions.size(), 3u);
  EXPECT_EQ(name_of(r.questions[0].outcome), "withheld");
  EXPECT_EQ(name_of(r.questions[1].outcome), "not-applicable");
  EXPECT_EQ(r.questions[1].answer, "N/A");
  EXPECT_EQ(r.reasons, (std::vector<std::string>{"critical-national-infrastructure", "gdpr-5-1-f"}));
  EXPECT_EQ(r.checks, (std::vector<Check>{Check::kOneSidedPublicInterestTest, Check::kNoQualifiedPerson, Check::kRepealedLaw}));
}

// Every quote is exactly the text at its place, in code points of the page as published.
void expect_evidence_fits(const Published& published) {
  const auto check = [&](const Evidence& e) {
    ASSERT_GE(e.page, 1u);
    ASSERT_LE(e.page, published.pages.size());
    const std::string& text = published.pages[e.page - 1].text;
    const CodePointIndex index(text);
    const std::size_t start = index.byte_offset(e.start), end = index.byte_offset(e.end);
    EXPECT_EQ(text.substr(start, end - start), e.quote);
    EXPECT_FALSE(e.quote.empty());
  };
  for (const Citation& c : published.record.exemptions)
    for (const Evidence& e : c.evidence) check(e);
  for (const Mention& m : published.record.mentioned)
    for (const Evidence& e : m.evidence) check(e);
  for (const Region& region : published.boilerplate) {
    ASSERT_LE(region.page, published.pages.size());
    EXPECT_LT(region.start, region.end);
    EXPECT_LE(region.end, published.pages[region.page - 1].text.size());
  }
}

TEST(Understand, EvidenceLeadsToThePublishedText) {
  expect_evidence_fits(understand_text(kReview));
  expect_evidence_fits(understand_text(kRefusal));
  const Published paged = understand_text(
      "Dear Robin Larkspur,\n\nThank you for your request – “vans”.\n\nIt is exempt under\u00A0section\n\fDear Robin, the **s.43(2)** "
      "exemption is applied, says Robin.\n\nIf you are "
      "dissatisfied, you may\n\fask for an internal review.\n");
  expect_evidence_fits(paged);
  ASSERT_EQ(paged.record.exemptions.size(), 1u);
  EXPECT_EQ(paged.record.exemptions[0].evidence[0].page, 2u);
  EXPECT_EQ(paged.record.exemptions[0].evidence[0].quote, "s.43(2)");
}

TEST(Understand, NothingPersonalLeavesIt) {
  const Published published = understand_text(kReview);
  std::string all = published.record.title;
  for (const Page& page : published.pages) all += page.text;
  for (const Question& q : published.record.questions) all += q.text + q.answer + q.heading;
  EXPECT_EQ(all.find("Robin"), std::string::npos);
  EXPECT_EQ(all.find("Fairweather"), std::string::npos);
  EXPECT_GT(published.record.masks, 0u);
  EXPECT_NE(all.find("Records Lead"), std::string::npos);
}

TEST(Understand, AnAddressThatHoldsANameIsWithheld) {
  LogEntry log;
  log.title = "Vans (Larkspur)";
  const Extraction extraction = make_extraction("Dear Robin Larkspur,\n\nThank you for your request.\n\n1. Nine vans.\n");
  Source named, plain;
  named.url = "https://example.org/foi/2023-larkspur.pdf";
  plain.url = "https://example.org/foi/2023-vans.pdf";
  const Record a = understand({"a", named, false, extraction, &log}, builtin_reference()).record;
  EXPECT_EQ(a.source.url, std::nullopt);
  EXPECT_TRUE(a.source.url_withheld);
  EXPECT_EQ(a.title.find("Larkspur"), std::string::npos);
  const Record b = understand({"b", plain, false, extraction, nullptr}, builtin_reference()).record;
  EXPECT_EQ(b.source.url, plain.url);
  EXPECT_FALSE(b.source.url_withheld);
}

TEST(Understand, ReferencesAreWithoutInitialsOfPeopleNamed) {
  const std::pair<const char*, const char*> cases[] = {
      {"QO/OQ/24/3001", "24/3001"}, {"FOI-2324-560/OQ/jp", "FOI-2324-560"}, {"FOI/24/3001", "FOI/24/3001"}, {"SC/24/3001", "SC/24/3001"}};
  for (const auto& [printed, reference] : cases) {
    const std::string text = "Our ref: " + std::string(printed) +
                             "\n\nDear Quentilla Oakapple\n\nThank you for your request under the Freedom of Information Act 2000. We "
                             "have two lifts.\n\nYours sincerely\n\nOtho Quillfeather\n";
    EXPECT_EQ(understand_text(text).record.reference, reference) << text;
  }
}

TEST(Understand, NothingIsGuessed) {
  for (std::string_view text : {"", "\f", "Ward  Beds\nAsh  12\n", "lorem ipsum", "\n\n\n"}) {
    const Published published = understand_text(text);
    const Record& r = published.record;
    EXPECT_EQ(r.reference, std::nullopt) << text;
    EXPECT_EQ(r.received, std::nullopt) << text;
    EXPECT_EQ(r.responded, std::nullopt) << text;
    EXPECT_FALSE(r.authority) << text;
    EXPECT_EQ(name_of(r.outcome), "unknown") << text;
    EXPECT_TRUE(r.questions.empty()) << text;
    EXPECT_TRUE(r.exemptions.empty() && r.inferred.empty() && r.mentioned.empty() && r.checks.empty()) << text;
    EXPECT_FALSE(r.title.empty()) << text;
  }
  const Extraction none;
  EXPECT_TRUE(understand({"id", {}, false, none, nullptr}, builtin_reference()).pages.empty());
}

// A paragraph that begins with how a review should be asked for is no title of one.
TEST(Understand, AnOfferOfAReviewIsNone) {
  const Record record =
      understand_text(
          "Dear A\n\nThank you for your request for information. There are twelve vans; the list is attached.\n\nHow to complain\n\nA "
          "request for an internal review should be sent in within two months of\nour letter. One that comes later is looked at if "
          "there is good reason.\n\nYours sincerely\n")
          .record;
  EXPECT_EQ(name_of(record.kind), "response");
  EXPECT_FALSE(record.review);
}

TEST(Understand, AnUnreadableDocumentKeepsItsError) {
  Source source;
  source.path = "a.pdf";
  const Record r = unreadable("id", source, document_error("damaged"));
  EXPECT_EQ(r.id, "id");
  EXPECT_EQ(r.source.path, "a.pdf");
  ASSERT_TRUE(r.error);
  EXPECT_EQ(r.error->message, "damaged");
}

TEST(Understand, WelshIsALanguage) {
  EXPECT_EQ(understand_text("Diolch am eich cais. Mae yr wybodaeth yn y ddogfen ar gael gan yr awdurdod, ac mae wedi ei hanfon. Nid yw hyn "
                            "yn gyfer eich cais.")
                .record.language,
            "cy");
  EXPECT_EQ(understand_text("Thank you for your request. The information is in the document of the council.").record.language, "en");
}

// Processor time a hostile text may take: a few seconds in a release for ten megabytes. Builds without optimisation, or with sanitizers,
// get a text in which only a rule that is not linear could take as long.
#if defined(FOI_SANITIZED) || !defined(NDEBUG)
constexpr std::size_t kHostileBytes = 200'000;
#else
constexpr std::size_t kHostileBytes = 10'000'000;
#endif
constexpr double kMaxSeconds = 8;
// Four times the text takes about four times as long, and sixteen times where a rule goes back over the whole; so many seconds are the
// clock's.
constexpr double kMostTimes = 7, kLeastSeconds = 0.3;

// body of a letter, since what answers nothing is looked at less.
double seconds_to_understand(std::string_view pattern, std::size_t bytes) {
  std::string text;
  if (pattern.size() > 1) text = "Dear A\n\nThank you for your request of 1 February 2024. You asked for the contract.\n\n";
  while (text.size() + pattern.size() <= bytes) text += pattern;
  if (pattern == "\f") text.resize(5'000);  // no document has more pages
  const Extraction extraction = make_extraction(text);
  const std::clock_t start = std::clock();
  const Published published = understand({"id", {}, false, extraction, nullptr}, builtin_reference());
  const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  EXPECT_EQ(published.pages.size(), extraction.pages.size());
  return took;
}

TEST(Understand, HostileTextTakesLinearTime) {
  const std::string_view patterns[] = {"(",
                                       "section 1(",
                                       "7",
                                       "s",
                                       "section 40(2) and ",
                                       "1.\n",
                                       "\n",
                                       "a\n\n",
                                       "sections 31, 33, ",
                                       "[x](",
                                       "* ",
                                       "\u00A0",
                                       "- ",
                                       "36 (1b)(2c)",
                                       "section 36 (",
                                       "Dear A\n",
                                       "From: a\nTo: b\n",
                                       "1. How many?\n",
                                       "personal data withheld ",
                                       "of the Act ",
                                       "S40 3HW ",
                                       "Q1 ",
                                       "\f",
                                       "Mr A B ",
                                       "01632 960123 ",
                                       "1/2/2023 ",
                                       "a@b.c ",
                                       "https://a.uk/ ",
                                       "Point\tx\n",
                                       "they asked ",
                                       "it asked ",
                                       "he wrote. x. ",
                                       "> Sent: 10 February 2025\n",
                                       "question 1\nquestion 2: how many beds?\n",
                                       "1. How many beds\n2. How many chairs\n\nText here.\n\n",
                                       "| Received | 1 March 2024 | 2 March 2024 |\n",
                                       "Sent: 10 February 2025\n",
                                       "Q1. How many?\nA1. 12.\n",
                                       "(a) beds\n(b) chairs\n",
                                       "- beds\n",
                                       "1.1 beds\n",
                                       "Dear Sir\n\nYours faithfully\n\n",
                                       "section 43(2), section 40(2). \n",
                                       "Question: how many?\nAnswer: 12\n\n",
                                       "> On 1 March 2024 you wrote:\n",
                                       "Thank you for your request of 1 March 2024.\n",
                                       "Your request\n\nThe beds are old.\n\nFrom: A\nSent: 1 May 2024\nTo: b\n\nBeds.\n\n",
                                       "Internal review FOI 1\n\nOur response\n\nWhich beds\n\nThe beds.\n\n",
                                       "The Commissioner finds that section 43(2) is engaged. As to (1), none. "};
  for (std::string_view pattern : patterns) {
    const double took = seconds_to_understand(pattern, kHostileBytes);
    EXPECT_LT(took, kMaxSeconds) << pattern;
    if (took <= kLeastSeconds) continue;
    EXPECT_LT(took, kMostTimes * seconds_to_understand(pattern, kHostileBytes / 4) + kLeastSeconds) << pattern;
  }
}

}  // namespace
}  // namespace foi::understand
