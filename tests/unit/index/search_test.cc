// What a search finds, in which order, on which page.
#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <random>

#include "indexer/index/schema.h"
#include "indexer/index/writer.h"
#include "made.h"

namespace foi::index {
namespace {

using made::Index;
using made::Letter;
using Ids = std::vector<std::string>;

Ids sorted(Ids ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<Published> some_letters() {
  return {
      Letter("maternity")
          .title("Maternity staffing")
          .authority("RXH", "Northfield Hospitals NHS Trust")
          .reference("FOI 4129/22")
          .responded("2024-03-09")
          .page("Thank you for your request.\nWe employ forty midwives on two wards.")
          .page("The waiting lists for the birth centre were closed in May.")
          .question("How many midwives do you employ?", "We employ forty midwives on two wards."),
      Letter("parking")
          .title("Car parking charges")
          .authority("RJ1", "Southmoor Hospital NHS Trust")
          .reference("RFI-2207")
          .responded("2023-11-01")
          .page("Parking at the hospital costs four pounds. The list of waived charges is attached.")
          .question("What do you charge?", "Four pounds.", QuestionOutcome::kDisclosed),
      Letter("scan")
          .responded("2022-01-05")
          .page("Midwives and doctors are on the rota. Agency & <b>bank</b> staff too.", PageSource::kOcr),
      Letter("undated").title("Log entry without a letter").page("Nothing about births."),
      Letter("broken").title("unreadable.pdf"),
  };
}

const Index& index() {
  static const Index made(some_letters());
  return made;
}

TEST(Search, FindsInEveryField) {
  struct Row {
    const char* q;
    Ids found;
  };
  const Row rows[] = {
      {"midwives", {"maternity", "scan"}},
      {"midwife", {}},  // another stem
      {"Employing", {"maternity"}},
      {"maternity", {"maternity"}},
      {"northfield midwives", {"maternity"}},
      {"southmoor midwives", {}},
      {"4129/22", {"maternity"}},
      {"ref:4129", {"maternity"}},
      {"ref:midwives", {}},
      {"title:maternity", {"maternity"}},
      {"title:midwives", {}},
      {"authority:hospital", {"maternity", "parking"}},
      {"question:charge", {"parking"}},
      {"question:pounds", {}},
      {"answer:pounds", {"parking"}},
      {"answer:closed", {}},
      {"\"waiting lists\"", {"maternity"}},
      {"\"waiting list\"", {}},  // words as they stand
      {"\"lists waiting\"", {}},
      {"waiting list", {"maternity"}},
      {"waived NOT midwives", {"parking"}},
      {"midw*", {"maternity", "scan"}},
      {"unreadable", {"broken"}},
      {"zebra", {}},
      {"zebra OR rota", {"scan"}},
      {"!!!", {}},
  };
  for (const Row& row : rows) EXPECT_EQ(sorted(index().ids(row.q)), row.found) << row.q;
}

TEST(Search, NothingTypedFindsEverythingNewestFirst) {
  EXPECT_EQ(index().ids(""), (Ids{"maternity", "parking", "scan", "broken", "undated"}));
}

TEST(Search, SortsByDateWithTheUndatedLast) {
  Request request;
  request.sort = Sort::kOldest;
  EXPECT_EQ(index().ids(request), (Ids{"scan", "parking", "maternity", "broken", "undated"}));
  request.sort = Sort::kNewest;
  request.q = "midwives OR hospital";
  EXPECT_EQ(index().ids(request), (Ids{"maternity", "parking", "scan"}));
}

TEST(Search, EqualScoresComeNewestFirstThenById) {
  std::vector<Published> letters;
  for (const char* id : {"c", "a", "d", "b"}) letters.push_back(Letter(id).page("the same words").responded("2024-01-01"));
  letters.push_back(Letter("e").page("the same words").responded("2024-01-02"));
  letters.push_back(Letter("0").page("the same words"));
  EXPECT_EQ(Index(letters).ids("same words"), (Ids{"e", "a", "b", "c", "d", "0"}));
}

TEST(Search, DatesIncludeBothEndsAndLeaveOutTheUndated) {
  Request request;
  request.from = parse_iso("2022-01-05");
  request.to = parse_iso("2023-11-01");
  EXPECT_EQ(index().ids(request), (Ids{"parking", "scan"}));
  request.from.reset();
  EXPECT_EQ(index().ids(request), (Ids{"parking", "scan"}));
  request.to.reset();
  request.from = parse_iso("2023-11-01");
  EXPECT_EQ(index().ids(request), (Ids{"maternity", "parking"}));
  request.from = parse_iso("2024-03-10");
  EXPECT_EQ(index().search(request).total, 0u);
}

Hit only_hit(const std::string& q) {
  Request request;
  request.q = q;
  request.every_word = true;
  Results results = index().search(request);
  EXPECT_EQ(results.hits.size(), 1u) << q;
  return results.hits.empty() ? Hit{} : std::move(results.hits[0]);
}

TEST(Hits, LandOnTheBestPage) {
  struct Row {
    const char* q;
    std::optional<std::uint32_t> page;
    const char* snippet;
  };
  const Row rows[] = {
      {"closed", 2, "The waiting lists for the birth centre were «closed» in May."},
      {"\"waiting lists\"", 2, "The «waiting lists» for the birth centre were closed in May."},
      {"employs", 1, "Thank you for your request. We «employ» forty midwives on two wards."},
      {"forty wards closed", 1, "Thank you for your request. We employ «forty» midwives on two «wards»."},
      {"birth cent*", 2, "The waiting lists for the «birth» «centre» were closed in May."},
      {"answer:forty", 1, "Thank you for your request. We employ «forty» midwives on two wards."},
      {"agency bank", 1, "Midwives and doctors are on the rota. «Agency» & <b>«bank»</b> staff too."},
      // Another word for the same thing.
      {"maternity", 2, "The waiting lists for the «birth centre» were closed in May."},
      // Metadata alone: no page, the answer shown.
      {"ref:4129", std::nullopt, "We employ forty midwives on two wards."},
      {"title:log", std::nullopt, "Nothing about births."},
  };
  for (const Row& row : rows) {
    const Hit hit = only_hit(row.q);
    EXPECT_EQ(hit.page, row.page) << row.q;
    EXPECT_EQ(made::marked(hit.snippet), row.snippet) << row.q;
  }
}

TEST(Hits, WithoutAQueryShowTheFirstAnswerAndNoPage) {
  const Results results = index().search({});
  EXPECT_EQ(results.hits[1].record.id, "parking");
  EXPECT_EQ(results.hits[1].page, std::nullopt);
  EXPECT_EQ(results.hits[1].snippet.text, "Four pounds.");
  EXPECT_EQ(results.hits[3].snippet.text, "unreadable.pdf");
}

TEST(Hits, TextThatLooksLikeMarkupStaysText) {
  const Index one({Letter("a").page("&amp; &lt;i&gt; <script>alert(1)</script> & \x01staff\x02 \"quoted\" end")});
  Request request;
  request.q = "staff";
  EXPECT_EQ(made::marked(one.search(request).hits[0].snippet), "&amp; &lt;i&gt; <script>alert(1)</script> & «staff» \"quoted\" end");
}

TEST(Hits, AreFoundInAVeryLongPage) {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += i == 31'234 ? "the peculiar herring of " : i == 500 ? "peculiar " : "filler words é ";
  const Index one({Letter("a").page(text)});
  Request request;
  request.q = "peculiar herrings";
  const Results results = one.search(request);
  EXPECT_NE(made::marked(results.hits[0].snippet).find("«peculiar» «herring»"), std::string::npos) << made::marked(results.hits[0].snippet);
}

TEST(Hits, WordsCloseTogetherDecideBetweenPages) {
  const Index one(
      {Letter("a")
           .page("bank holidays. We asked about many other things which fill the page, and of late nurses too. bank bank nurses")
           .page("We use bank nurses and more bank nurses.")
           .page("nurses")});
  Request request;
  request.q = "bank nurses";
  EXPECT_EQ(one.search(request).hits[0].page, 2u);
}

TEST(Pages, NoPhraseSpansTwo) {
  const Index one({Letter("a").page("ends with care").page("coordinator begins")});
  EXPECT_TRUE(one.ids("\"care coordinator\"").empty());
  EXPECT_TRUE(one.ids("care NEAR/20 coordinator").empty());
  EXPECT_EQ(one.ids("care coordinator"), Ids{"a"});
}

TEST(Pages, NoPhraseSpansTwoQuestionsOrFields) {
  const Index one({Letter("a").title("Car park").reference("Report 7").question("one two", "three four").question("five six", "seven")});
  for (const char* q :
       {"\"park report\"", "\"two five\"", "question:\"two five\"", "answer:\"four seven\"", "\"two three\"", "\"report one\""})
    EXPECT_TRUE(one.ids(q).empty()) << q;
  for (const char* q : {"\"car park\"", "\"one two\"", "question:\"five six\"", "answer:\"three four\"", "ref:\"report 7\""})
    EXPECT_EQ(one.ids(q), Ids{"a"}) << q;
}

TEST(Boilerplate, IsShownAndNotFound) {
  const Index one({Letter("a")
                       .page("We hold ten beds. You may complain to the Commissioner at Wilmslow. The ward has beds.")
                       .boilerplate("You may complain to the Commissioner at Wilmslow.")});
  for (const char* q : {"complain", "commissioner", "wilmslow", "beds complain", "\"beds you\"", "\"beds the ward\""})
    EXPECT_TRUE(one.ids(q).empty()) << q;
  EXPECT_EQ(one.ids("ten ward"), Ids{"a"});
  const auto page = one->page("a", 1);
  ASSERT_TRUE(page.ok() && page->has_value());
  EXPECT_NE((*page)->page.text.find("Wilmslow"), std::string::npos);
  EXPECT_EQ((*page)->boilerplate.size(), 1u);
}

TEST(Masks, MarksAreNoWordsOfTheLetter) {
  const Index one({Letter("a")
                       .title("Letter from [requester]")
                       .page("Dear [requester], our [staff member] writes about beds.")
                       .mask("[requester]", "requester")
                       .mask("[staff member]", "staff member")
                       .question("I, [requester], ask", "Dear [requester]")});
  for (const char* q :
       {"requester", "member", "\"dear our\"", "\"our writes\"", "title:requester", "question:requester", "answer:requester"})
    EXPECT_TRUE(one.ids(q).empty()) << q;
  EXPECT_EQ(one.ids("dear beds"), Ids{"a"});
}

TEST(Masks, AreNotMarkedInSnippets) {
  const Index one({Letter("a").page("Dear [requester], your request is refused.").mask("[requester]", "requester")});
  Request request;
  request.q = "requests";
  EXPECT_EQ(made::marked(one.search(request).hits[0].snippet), "Dear [requester], your «request» is refused.");
}

TEST(Documents, PagesComeBackWithTheBoxesOfTheirWords) {
  const Published letter = Letter("aaaabbbbccccdddd").page("Dear [requester] beds").mask("[requester]", "requester").page("");
  ASSERT_EQ(letter.pages[0].words.size(), 3u);
  const Index one({letter, Letter("bbbbbbbbccccdddd").page("other words")});
  const auto page = one->page("aaaabbbbccccdddd", 1), empty = one->page("aaaabbbbccccdddd", 2);
  ASSERT_TRUE(page.ok() && page->has_value() && empty.ok() && empty->has_value());
  EXPECT_EQ((*page)->page, letter.pages[0]);
  EXPECT_EQ((*page)->masks, letter.masks);
  EXPECT_EQ((*empty)->page, letter.pages[1]);
}

TEST(Documents, ComeBackWithoutTheirPath) {
  Published letter = Letter("aaaabbbbccccdddd").title("T").page("text").cites("foia-31").now(CitationStatus::kOverturned);
  letter.record.source.path = "/home/someone/letter.pdf";
  letter.record.source.sha256 = std::string(64, 'a');
  const Index one({letter});
  const auto found = one->document("aaaabbbbccccdddd");
  ASSERT_TRUE(found.ok() && found->has_value());
  EXPECT_EQ((*found)->title, "T");
  EXPECT_EQ((*found)->source.path, "");
  EXPECT_EQ((*found)->source.sha256, letter.record.source.sha256);
  ASSERT_TRUE((*found)->exemptions.at(0).now.has_value());
  for (const char* id : {"", "a", "aaaabbbbccccdddd ", "zzzzbbbbccccdddd", "aaaabbbbccccdddd/1"})
    EXPECT_FALSE(one->document(id)->has_value());
  EXPECT_FALSE(one->page("aaaabbbbccccdddd", 0)->has_value());
  EXPECT_FALSE(one->page("aaaabbbbccccdddd", 2)->has_value());
  EXPECT_FALSE(one->page("", 1)->has_value());
}

TEST(Questions, StandInADatabaseOfTheirOwn) {
  const Xapian::Database questions((index().path() / "questions").string());
  EXPECT_EQ(questions.get_doccount() - 1, 2u);
  EXPECT_EQ(questions.get_termfreq(exact_term(Field::kLetter, "maternity")), 1u);
  EXPECT_EQ(questions.get_termfreq("midwives"), 1u);
  const Xapian::Database letters((index().path() / "letters").string());
  EXPECT_EQ(letters.get_doccount() - 1, 5u);
  EXPECT_EQ(index()->letters(), 5u);
}

TEST(Suggestion, IsAWordOfTheLettersNeverAMaskedOneNorATitle) {
  const Index one({Letter("a").title("Zanzibar").page("Our midwives from [requester] work").mask("[requester]", "requester")});
  const auto suggestion = [&one](const char* q) {
    Request request;
    request.q = q;
    return one.search(request).suggestion;
  };
  EXPECT_EQ(suggestion("midwaves"), "midwives");
  EXPECT_EQ(suggestion("Midwaves -work"), "midwives -work");
  EXPECT_EQ(suggestion("midwives"), std::nullopt);
  EXPECT_EQ(suggestion("reqester"), std::nullopt);
  EXPECT_EQ(suggestion("zanzibor"), std::nullopt);
  EXPECT_EQ(suggestion("4129"), std::nullopt);
  EXPECT_EQ(suggestion("title:midwaves"), "title:midwives");
  EXPECT_EQ(suggestion("titl:midwives"), std::nullopt);
  EXPECT_EQ(suggestion("midwaves*"), std::nullopt);
  EXPECT_EQ(suggestion("(midwaves OR frmo) NOT wrok"), "(midwives OR from) NOT work");
}

// A word that is right is left alone, however much more frequent its neighbour.
TEST(Suggestion, NeverMendsAWordThatIsThere) {
  const Index one(
      {Letter("a").page("The patient and many patients are waiting on the list. patient patient any any care non awaiting awaiting")});
  for (const char* q : {"how many patients are on the waiting list", "Patients", "\"many patients\"", "wait"}) {
    Request request;
    request.q = q;
    EXPECT_EQ(one.search(request).suggestion, std::nullopt) << q;
  }
}

TEST(Cursors, PageToTheLastWithoutRepeatOrGap) {
  std::vector<Published> letters;
  Ids all;
  for (int i = 0; i < 53; ++i) {
    all.push_back("id" + std::to_string(100 + i));
    letters.push_back(Letter(all.back()).page("common words " + std::string(static_cast<std::size_t>(i % 5), 'x')));
  }
  const Index many(letters);
  Request request;
  request.q = "common";
  for (const std::size_t limit : {1u, 7u, 52u, 53u, 100u}) EXPECT_EQ(sorted(many.all_ids(request, limit)), all) << limit;
  request.offset = 60;
  EXPECT_TRUE(many.search(request).hits.empty());
  EXPECT_EQ(many.search(request).next_cursor, std::nullopt);
  EXPECT_EQ(many.search(request).total, 53u);
}

TEST(Order, OfAddingChangesNothing) {
  std::vector<Published> letters;
  std::mt19937 random(7);
  const char* words[] = {"bed", "ward", "nurse", "cost", "agency", "list", "report"};
  for (int i = 0; i < 120; ++i) {
    std::string text;
    for (int w = 0; w < 12; ++w) text += std::string(words[random() % 7]) + " ";
    letters.push_back(Letter("id" + std::to_string(i)).page(text).responded(random() % 2 ? "2024-01-01" : "2023-01-01"));
  }
  const Index one(letters);
  std::shuffle(letters.begin(), letters.end(), random);
  const Index two(letters);
  for (const char* q : {"bed ward", "bed OR ward OR nurse", "\"cost agency\"", "li*", "", "NOT bed", "agency NEAR/2 list", "repot"}) {
    Request request;
    request.q = q;
    EXPECT_EQ(one.all_ids(request), two.all_ids(request)) << q;
    request.limit = 100;
    const Results a = one.search(request), b = two.search(request);
    EXPECT_EQ(a.suggestion, b.suggestion);
    ASSERT_EQ(a.hits.size(), b.hits.size());
    for (std::size_t i = 0; i < a.hits.size(); ++i) EXPECT_EQ(made::marked(a.hits[i].snippet), made::marked(b.hits[i].snippet));
  }
}

TEST(Format, AnotherIsRefusedWithTheCommandThatMendsIt) {
  const Index made(some_letters());
  {
    Xapian::WritableDatabase letters((made.path() / "letters").string(), Xapian::DB_OPEN);
    letters.set_metadata("format", "99");
  }
  const auto opened = Searcher::open(made.path(), builtin_reference());
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().fault, Fault::kEnvironment);
  const std::string library = made.path().parent_path().parent_path().string();
  EXPECT_EQ(opened.error().message, "the index in " + made.path().string() + " has format 99 and this program reads format " +
                                        std::to_string(kIndexFormat) + "; run foi-index build --library " + library + " again");
}

TEST(Editions, AreNamedAfterTheGenerationAndDiffer) {
  const Index other(some_letters());
  EXPECT_TRUE(index()->edition().starts_with("000007-")) << index()->edition();
  EXPECT_NE(index()->edition(), other->edition());
}

TEST(Writing, NothingAtAllIsAnIndexToo) {
  const Index none({});
  EXPECT_EQ(none->letters(), 0u);
  EXPECT_EQ(none.search({}).total, 0u);
  EXPECT_TRUE(none.ids("words").empty());
}

TEST(Writing, NeedsAnEmptyFolderAndEachDocumentOnce) {
  const made::Folder folder;
  EXPECT_FALSE(Writer::create(folder.fresh("a") / "missing", builtin_reference()).ok());
  std::filesystem::create_directory(folder.fresh("b") / "something");
  EXPECT_FALSE(Writer::create(folder.fresh("b"), builtin_reference()).ok());
  auto writer = Writer::create(folder.fresh("c"), builtin_reference());
  ASSERT_TRUE(writer.ok());
  const Published letter = Letter("a").page("text").question("q", "a");
  auto lane = writer->begin_lane(), other = writer->begin_lane();
  ASSERT_TRUE(lane.ok() && other.ok());
  EXPECT_TRUE(lane->add(letter).ok());
  EXPECT_FALSE(lane->add(letter).ok());
  EXPECT_FALSE(other->add(letter).ok()) << "given in another lane already";
  EXPECT_TRUE(lane->finish().ok());
  EXPECT_FALSE(writer->finish().ok()) << "a lane is still open";
  EXPECT_TRUE(other->finish().ok());
  EXPECT_FALSE(lane->add(Letter("b")).ok());
  const auto totals = writer->finish();
  ASSERT_TRUE(totals.ok());
  EXPECT_EQ(totals->letters, 1u);
  EXPECT_EQ(totals->questions, 1u);
  EXPECT_EQ(totals->pages, 1u);
  EXPECT_FALSE(writer->begin_lane().ok());
  EXPECT_FALSE(writer->finish().ok());
}

TEST(Opening, WhatIsNoIndexIsRefused) {
  const made::Folder folder;
  const auto missing = Searcher::open(folder.fresh("a") / "none", builtin_reference());
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().fault, Fault::kEnvironment);
  EXPECT_FALSE(Searcher::open(folder.fresh("b"), builtin_reference()).ok());
  const Index good(some_letters());
  std::filesystem::remove_all(good.path() / "pages");
  EXPECT_FALSE(Searcher::open(good.path(), builtin_reference()).ok());
}

}  // namespace
}  // namespace foi::index
