// Words of a text as the index takes it apart, what is marked in it, and why a letter was found.
#include "indexer/index/sought.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <map>

#include "made.h"

namespace foi::index {
namespace {

using made::Index;
using made::Letter;

// The words Xapian's own TermGenerator makes, in order.
std::vector<std::string> indexed_words(const std::string& text) {
  Xapian::TermGenerator generator;
  generator.index_text(text);
  std::map<Xapian::termpos, std::string> by_place;
  const Xapian::Document document = generator.get_document();
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) by_place[*at] = *term;
  std::vector<std::string> out;
  for (const auto& [place, word] : by_place) out.push_back(word);
  return out;
}

std::vector<std::string> our_words(const std::string& text) {
  std::vector<std::string> out;
  for (const TextWord& word : words_of(text)) out.push_back(word.word);
  return out;
}

TEST(Words, AreThoseOfTheIndex) {
  for (const char* text : {"We employ forty midwives.",
                           "the trust's A&E",
                           "trust’s",
                           "1,234.50 and 1,a and 3.",
                           "N.H.S. Trust U.S.A and A.B",
                           "A.",
                           "AB.C",
                           "C++ c# x+++ y++++ +z",
                           "31(1)(a)",
                           "follow-up",
                           "soft\xE2\x80\x8B"
                           "break",
                           "caf\xC3\xA9 \xC3\x89TUDE",
                           "",
                           " \n\t",
                           "'quoted'",
                           "a'",
                           "&",
                           "e-mail: x@y.org",
                           "12.4.2024",
                           "ﬁnance",
                           "\xF0\x9F\x98\x80 smile",
                           "I.T. department",
                           "A.1",
                           "x_y",
                           "£5,000"})
    EXPECT_EQ(our_words(text), indexed_words(text)) << text;
}

TEST(Words, AreThoseOfTheIndexWhateverTheText) {
  const char* const pieces[] = {"a", "B", "C.",     "1",    "23",           ",", ".", "'", "’", "&", "-", " ", "\n", "+", "#",
                                "(", "é", "N.H.S.", "ward", "\xE2\x80\x8B", "٣"};
  std::uint32_t state = 7;
  for (int n = 0; n < 3000; ++n) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += pieces[(state = state * 1664525 + 1013904223) / 65536 % std::size(pieces)];
    ASSERT_EQ(our_words(text), indexed_words(text)) << text;
  }
}

std::string marked_text(std::string text, const Sought& sought) {
  const auto spans = PlaceFinder(sought).find_in(text);
  for (auto span = spans.rbegin(); span != spans.rend(); ++span) text.insert(span->to, "»").insert(span->from, "«");
  return text;
}

// Words are passed over unstemmed by what they begin with: none that has the stem may be.
TEST(Marks, EveryWordIsFoundByItsStem) {
  const Xapian::Stem stemmer("english");
  const auto finds_itself = [&](const std::string& word) {
    const Sought sought{.stems = {"other", stemmer(word)}, .phrases = {}, .beginnings = {}};
    return PlaceFinder(sought).stands_in("of a " + word + " and");
  };
  for (const char* word :
       {"dying",      "lying",     "tying",   "skis",    "skies", "ties",           "ied", "ies", "idly", "gently", "ugly",
        "early",      "only",      "singly",  "owed",    "aed",   "aing",           "yes", "y",   "by",   "say",    "sayings",
        "generously", "communism", "arsenal", "trust's", "1,234", "\u00e9t\u00e9s", "beds"})
    EXPECT_TRUE(finds_itself(word)) << word;
  const char* const pieces[] = {"a",   "e",  "i",   "o",   "u",  "y",  "t",  "s",     "l",  "d",
                                "ing", "ed", "ies", "ied", "ly", "ss", "'s", "ation", "bl", "z"};
  std::uint32_t state = 7;
  for (int n = 0; n < 20'000; ++n) {
    std::string word;
    for (int i = 0; i < 1 + n % 4; ++i) word += pieces[(state = state * 1664525 + 1013904223) / 65536 % std::size(pieces)];
    if (word.front() == '\'') continue;
    ASSERT_TRUE(finds_itself(words_of(word).front().word)) << word;
  }
}

TEST(Marks, StemsPhrasesAndBeginnings) {
  const std::string text = "Waiting lists: the waiting-list waited. Lists of wards, follow-up and Follow up.";
  EXPECT_EQ(marked_text(text, {.stems = {"wait"}, .phrases = {}, .beginnings = {}}),
            "«Waiting» lists: the «waiting»-list «waited». Lists of wards, follow-up and Follow up.");
  EXPECT_EQ(marked_text(text, {.stems = {}, .phrases = {{"waiting", "list"}}, .beginnings = {}}),
            "Waiting lists: the «waiting-list» waited. Lists of wards, follow-up and Follow up.");
  EXPECT_EQ(marked_text(text, {.stems = {}, .phrases = {{"follow", "up"}}, .beginnings = {"war"}}),
            "Waiting lists: the waiting-list waited. Lists of «wards», «follow-up» and «Follow up».");
  EXPECT_EQ(marked_text(text, {.stems = {"list"}, .phrases = {{"lists", "of"}}, .beginnings = {}}),
            "Waiting «lists»: the waiting-«list» waited. «Lists of» wards, follow-up and Follow up.");
  EXPECT_EQ(marked_text(text, {}), text);
}

TEST(Words, BrokenAtTheEndOfALine) {
  struct Case {
    const char* text;
    std::vector<std::string> whole;
  };
  const Case cases[] = {
      {"haematol-\nogy", {"haematology"}},
      {"The Haematol-  \r\n   ogy clinic", {"haematology"}},
      {"HAEMATOL-\nOGY", {"haematology"}},
      {"caf\xc3\xa9-\n\xc3\xa9t\xc3\xa9", {"caf\xc3\xa9\xc3\xa9t\xc3\xa9"}},
      {"follow-\nup of follow-\nups", {"followup", "followups"}},
      {"un-\nbreak-\nable", {"unbreak", "breakable"}},
      {"haematol-ogy", {}},
      {"haematol- ogy", {}},
      {"haematol\nogy", {}},
      {"haematol -\nogy", {}},
      {"haematol--\nogy", {}},
      {"haematol-\n\nogy", {}},
      {"haematol-\n(ogy)", {}},
      {"NHS-\nfunded", {}},
      {"non-\nNHS", {}},
      {"2023-\n24", {}},
      {"wards 1-\nb", {}},
      {"haematol-\n", {}},
      {"-\nogy", {}},
      {"", {}},
  };
  for (const Case& c : cases) {
    std::vector<std::string> whole;
    for (const BrokenWord& word : broken_words(c.text)) {
      whole.push_back(word.whole.word);
      EXPECT_EQ(word.whole.from, words_of(c.text)[word.first].from) << c.text;
      EXPECT_EQ(word.whole.to, words_of(c.text)[word.first + 1].to) << c.text;
    }
    EXPECT_EQ(whole, c.whole) << c.text;
  }
  EXPECT_TRUE(broken_words(std::string(40, 'a') + "-\n" + std::string(40, 'a')).empty()) << "no word is so long";
}

TEST(Marks, ABrokenWordIsMarkedWhole) {
  const std::string text = "The haematol-\nogy clinic and follow-\nup.";
  const std::string marked = "The «haematol-\nogy» clinic and follow-\nup.";
  EXPECT_EQ(marked_text(text, {.stems = {"haematolog"}, .phrases = {}, .beginnings = {}}), marked);
  EXPECT_EQ(marked_text(text, {.stems = {}, .phrases = {{"haematology"}}, .beginnings = {}}), marked);
  EXPECT_EQ(marked_text(text, {.stems = {}, .phrases = {{"haematol", "ogy"}}, .beginnings = {}}), marked);
  EXPECT_EQ(marked_text(text, {.stems = {}, .phrases = {}, .beginnings = {"haemat"}}), marked);
  EXPECT_EQ(marked_text(text, {.stems = {}, .phrases = {}, .beginnings = {"haematolo"}}), marked);
  EXPECT_EQ(marked_text(text, {.stems = {}, .phrases = {{"the", "haematology"}}, .beginnings = {}}),
            "«The haematol-\nogy» clinic and follow-\nup.");
  EXPECT_EQ(marked_text(text, {.stems = {}, .phrases = {{"haematology", "clinic"}}, .beginnings = {}}),
            "The «haematol-\nogy clinic» and follow-\nup.");
  EXPECT_EQ(marked_text(text, {.stems = {}, .phrases = {{"follow", "up"}}, .beginnings = {}}),
            "The haematol-\nogy clinic and «follow-\nup».");
  EXPECT_EQ(marked_text(text, {.stems = {"haematologist"}, .phrases = {{"ogy", "haematology"}}, .beginnings = {"haematologi"}}), text);
}

// What is found on a page is what is marked there: the index and the marks agree on what a broken word is.
TEST(Marks, ABrokenWordIsFoundWhereItIsMarked) {
  const Index index({Letter("broken").page("Nothing.").page("The haematol-\n   ogy clinic, its follow-\nup and NHS-\nfunded beds."),
                     Letter("asked").page("Nothing.").question("How many radio-\ngraphers?", "Nine sono-\ngraphers.")});
  struct Case {
    const char* q;
    std::vector<std::string> ids;
  };
  const Case cases[] = {
      {"haematology", {"broken"}},
      {"Haematologies", {"broken"}},
      {"haematology clinic", {"broken"}},
      {"\"haematology\"", {"broken"}},
      {"\"the haematology\"", {"broken"}},
      {"\"haematology clinic\"", {"broken"}},
      {"\"haematol-ogy clinic\"", {"broken"}},
      {"haematology NEAR/2 clinic", {"broken"}},
      {"haematolo*", {"broken"}},
      {"\"its follow-up and\"", {"broken"}},
      {"followup", {"broken"}},
      {"nhsfunded", {}},
      {"\"clinic haematology\"", {}},
      {"\"haematology follow\"", {}},
      {"radiographers", {"asked"}},
      {"question:radiographer", {"asked"}},
      {"answer:sonographers", {"asked"}},
      {"question:sonographers", {}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(index.ids(c.q), c.ids) << c.q;
    Request request;
    request.q = c.q;
    for (const Hit& hit : index.search(request).hits) {
      EXPECT_EQ(hit.page, hit.record.id == "broken" ? std::optional(2u) : std::nullopt) << c.q;
      EXPECT_EQ(hit.matched.empty(), false) << c.q;
    }
  }
}

const Index& letters() {
  static const Index made({Letter("phrases")
                               .title("Rota of the birth centre")
                               .reference("FOI ICB 24-097")
                               .authority("RXH", "Northfield Hospitals NHS Trust")
                               .page("Lists are long. Waiting is not.")
                               .page("The waiting lists [requester] were closed; the lists re-open.")
                               .mask("[requester]", "requester")
                               .page("Your right to a review of waiting lists.")
                               .boilerplate("Your right to a review of waiting lists.")
                               .question("How many theatres?", "Nine operating rooms.")
                               .cites("foia-43-2", CitationStatus::kApplied)});
  return made;
}

std::string marks_of(std::uint32_t number, std::string_view q) {
  const auto page = letters()->page("phrases", number);
  const auto marks = letters()->marks(**page, q);
  if (!marks) return marks.error().message;
  std::string text = (*page)->page.text;
  for (auto mark = marks->rbegin(); mark != marks->rend(); ++mark) text.insert(mark->end, "»").insert(mark->start, "«");
  return text;
}

TEST(Marks, OfAPageLeaveOutMasksAndBoilerplate) {
  EXPECT_EQ(marks_of(2, "\"waiting lists\""), "The «waiting lists» [requester] were closed; the lists re-open.");
  EXPECT_EQ(marks_of(2, "requester closed"), "The waiting lists [requester] were «closed»; the lists re-open.");
  EXPECT_EQ(marks_of(2, "reopen OR re-open"), "The waiting lists [requester] were closed; the lists «re-open».");
  EXPECT_EQ(marks_of(3, "waiting"), "Your right to a review of waiting lists.");
  EXPECT_EQ(marks_of(1, "title:waiting"), "Lists are long. Waiting is not.");
  EXPECT_EQ(marks_of(1, ""), "Lists are long. Waiting is not.");
  EXPECT_TRUE(marks_of(1, "AND").starts_with("q: cannot be read"));
}

TEST(Why, EachHitNamesTheFieldsThatHoldWhatWasSought) {
  using Fields = std::vector<std::string>;
  struct Case {
    const char* q;
    std::optional<std::uint32_t> page;
    Fields fields;
  };
  const Case cases[] = {
      {"waiting", 1, {"text"}},
      {"\"waiting lists\"", 2, {"text"}},
      {"rota", std::nullopt, {"title"}},
      {"title:rota", std::nullopt, {"title"}},
      {"title:r*", std::nullopt, {"title"}},
      {"answer:oper*", std::nullopt, {"answer"}},
      {"clos*", 2, {"text"}},
      {"FOI ICB 24-097", std::nullopt, {"reference"}},
      {"theatres", std::nullopt, {"question"}},
      {"answer:nine", std::nullopt, {"answer"}},
      {"northfield", std::nullopt, {"authority"}},
      {"section 43", std::nullopt, {"exemption"}},
      {"foia-43-2", std::nullopt, {"exemption"}},
      {"s43(2) closed", 2, {"text", "exemption"}},
      {"-mattress", std::nullopt, {}},
      {"NOT section 40", std::nullopt, {}},
      {"-s40", std::nullopt, {}},
      {"waiting -mattress", 1, {"text"}},
      {"", std::nullopt, {}},
  };
  for (const Case& c : cases) {
    Request request;
    request.q = c.q;
    request.every_word = true;
    const Results results = letters().search(request);
    ASSERT_EQ(results.hits.size(), 1u) << c.q;
    EXPECT_EQ(results.hits[0].matched, c.fields) << c.q;
    EXPECT_EQ(results.hits[0].page, c.page) << c.q;
    EXPECT_EQ(results.hits[0].metadata_match, !request.q.empty() && !c.page) << c.q;
  }
}

TEST(Explain, TermsAddUpToTheScore) {
  for (const char* q : {"waiting", "waiting lists closed", "\"waiting lists\"", "title:rota northfield", "s43 closed"}) {
    Request request;
    request.q = q;
    request.explain = true;
    const Results results = letters().search(request);
    ASSERT_EQ(results.hits.size(), 1u) << q;
    double sum = std::string_view(q).starts_with("s43") ? 5 : 0;  // a citation's own weight is no term's
    for (const TermWeight& term : results.hits[0].explanation) sum += term.weight;
    EXPECT_FALSE(results.hits[0].explanation.empty()) << q;
    EXPECT_NEAR(sum, results.hits[0].score, 0.01) << q;
  }
  Request plain;
  plain.q = "waiting";
  EXPECT_TRUE(letters().search(plain).hits[0].explanation.empty());
}

TEST(Spelling, SuggestsWordsAndNeverANameOrAMask) {
  const Index index(
      {Letter("a")
           .page(
               "Councillor Thistlethwaite asked about midwives. Parking costs; the thermometers were tested by thistlethwaite@example.org.")
           .page("Mrs Quillington and Bramblewick wrote. Bramblewick is a village. A [requester] wrote.")
           .mask("[requester]", "requester")});
  struct Case {
    const char* q;
    std::optional<std::string> suggestion;
  };
  const Case cases[] = {
      {"midwifes", "midwives"},      {"thermometer", std::nullopt}, {"thermometters", "thermometers"}, {"parkings", std::nullopt},
      {"quillingtom", std::nullopt}, {"bramblewich", std::nullopt}, {"requestor", std::nullopt},       {"councilor", std::nullopt},
  };
  for (const Case& c : cases) {
    Request request;
    request.q = c.q;
    EXPECT_EQ(index.search(request).suggestion, c.suggestion) << c.q;
  }
}

TEST(Listing, HoldsEveryLetterNewestFirstThenById) {
  const Index index({Letter("b").responded("2023-01-01").page("ward"), Letter("c").responded("2024-01-01").page("ward"),
                     Letter("a").responded("2023-01-01").page("ward"), Letter("z").page("ward"), Letter("y").page("nothing"),
                     Letter("x").page("ward")});
  Request request;
  request.q = "ward";
  const auto numbers = index->matching(request);
  ASSERT_TRUE(numbers.ok());
  const auto records = index->records(*numbers);
  ASSERT_TRUE(records.ok());
  std::string ids;
  for (const Record& record : *records) ids += record.id;
  EXPECT_EQ(ids, "cabxz");
  request.q = "!!!";
  EXPECT_TRUE(index->matching(request)->empty());
  request.q.clear();
  EXPECT_EQ(index->matching(request)->size(), 6u);
  request.q = "AND";
  EXPECT_FALSE(index->matching(request).ok());
}

}  // namespace
}  // namespace foi::index
