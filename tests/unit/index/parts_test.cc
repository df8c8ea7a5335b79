// The pure parts: facet values, packed bytes, terms, cursors.
#include <gtest/gtest.h>

#include <limits>

#include "indexer/index/cursor.h"
#include "indexer/index/facets.h"
#include "indexer/index/labels.h"
#include "indexer/index/schema.h"
#include "indexer/index/snippet.h"
#include "indexer/index/store.h"
#include "indexer/model/record_json.h"
#include "made.h"
#include "tests/unit/model/sample_record.h"

namespace foi::index {
namespace {

using made::Letter;
using Values = std::vector<std::string>;

FacetValues values_of(const Published& letter) { return facet_values(letter.record, builtin_reference()); }

TEST(FacetValues, EveryLevelOfAGroundIsBoundToItsStatus) {
  const auto values = values_of(Letter("a").cites("foia-31-1-a").cites("foia-31-1-b", CitationStatus::kOverturned).cites("foia-43-2"));
  const StatusSet applied = status_set("applied"), overturned = status_set("overturned");
  const std::vector<CodeStatuses> expected{{"foia-31", static_cast<StatusSet>(applied | overturned)},
                                           {"foia-31-1", static_cast<StatusSet>(applied | overturned)},
                                           {"foia-31-1-a", applied},
                                           {"foia-31-1-b", overturned},
                                           {"foia-43", applied},
                                           {"foia-43-2", applied}};
  EXPECT_EQ(values.citations, expected);
}

TEST(FacetValues, WhatBecameOfAGroundCountsNotWhatWasFirstSaid) {
  const auto values = values_of(Letter("a").cites("foia-43").now(CitationStatus::kWithdrawn));
  EXPECT_EQ(all_statuses(values), status_set("withdrawn"));
}

TEST(FacetValues, InferredGroundsCountForNothing) {
  Published letter = Letter("a");
  letter.record.inferred = static_cast<const Published&>(Letter("b").cites("foia-31")).record.exemptions;
  EXPECT_TRUE(values_of(letter).citations.empty());
}

TEST(FacetValues, AGroundNoTableKnowsIsKeptByItself) {
  EXPECT_EQ(values_of(Letter("a").cites("foia-999-9")).citations, (std::vector<CodeStatuses>{{"foia-999-9", status_set("applied")}}));
}

TEST(FacetValues, AYearNobodyCouldFilterByIsNone) {
  for (const char* date : {"1066-10-14", "1989-12-31", "2101-01-01"})
    EXPECT_TRUE(values_of(Letter("a").responded(date)).values[at(FacetId::kYear)].empty()) << date;
  EXPECT_EQ(values_of(Letter("a").responded("1990-01-01")).values[at(FacetId::kYear)], Values{"1990"});
}

TEST(FacetValues, AValueIsCountedOnceALetter) {
  const auto values = values_of(Letter("a")
                                    .page("one")
                                    .page("two")
                                    .page("three", PageSource::kOcr)
                                    .page("", PageSource::kNone)
                                    .question("q", "a", QuestionOutcome::kNotHeld)
                                    .question("r", "b", QuestionOutcome::kNotHeld));
  EXPECT_EQ(values.values[at(FacetId::kSource)], (Values{"ocr", "text"}));
  EXPECT_EQ(values.values[at(FacetId::kAnswer)], Values{"not-held"});
}

TEST(FacetValues, OfAQuestionAreItsOwnGrounds) {
  Published letter =
      Letter("a").question("q", "a", QuestionOutcome::kWithheld).question("r", "b").cites("foia-43", {}, {"1"}).cites("foia-12");
  const auto& questions = letter.record.questions;
  const auto first = facet_values(letter.record, questions[0], builtin_reference());
  const auto second = facet_values(letter.record, questions[1], builtin_reference());
  ASSERT_EQ(first.citations.size(), 1u);
  EXPECT_EQ(first.citations[0].code, "foia-43");
  EXPECT_EQ(first.values[at(FacetId::kAnswer)], Values{"withheld"});
  EXPECT_TRUE(second.citations.empty());
}

TEST(FacetValues, PackAndUnpackWithoutACap) {
  FacetValues values = values_of(Letter("a").authority("RXH", "Northfield Trust").responded("2024-03-09"));
  for (int i = 0; i < 5'000; ++i) {
    values.values[at(FacetId::kTopic)].push_back("topic-" + std::to_string(i));
    values.citations.push_back({"foia-" + std::to_string(i), static_cast<StatusSet>(i)});
  }
  const auto back = decode_facet_values(encode(values));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(*back, values);
  EXPECT_EQ(back->date, 20240309);
}

TEST(Stored, DamagedBytesAreRefused) {
  const Published letter = Letter("a").page("some words").mask("words", "requester");
  const std::string page = encode(StoredPage{letter.pages[0], letter.masks, {}});
  const std::string stored = encode(StoredLetter{sample_record(), {{1, 1000}, {2, 2000}}, 3000, "place"});
  const std::string facets = encode(values_of(Letter("a").cites("foia-31")));
  for (std::size_t cut = 0; cut < page.size(); ++cut) EXPECT_FALSE(decode_stored_page(page.substr(0, cut)).ok()) << cut;
  for (std::size_t cut = 0; cut < stored.size(); ++cut) EXPECT_FALSE(decode_letter(stored.substr(0, cut)).ok()) << cut;
  for (std::size_t cut = 0; cut < facets.size(); ++cut) EXPECT_FALSE(decode_facet_values(facets.substr(0, cut)).ok()) << cut;
  EXPECT_FALSE(decode_letter(stored + "x").ok());
}

// A trip-wire: an index of other bytes is an index of another format.
TEST(Stored, WhoeverChangesWhatIsKeptChangesTheFormat) {
  StoredPage page;
  page.page = {3, PageSource::kOcr, 0.5, 595, 842, 90, "Dear [requester]", {{0, 4, {1, 2, 3, 4}, 1}}};
  page.masks = {{{3, 5, 16}, "requester", {{1, 2, 3, 4}}}};
  page.boilerplate = {{3, 0, 4}};
  const std::string all = encode(StoredLetter{sample_record(), {{1, 1000}, {2, 2000}}, 3000, "place"}) + encode(page) + encode_words(page);
  EXPECT_EQ(kIndexFormat, 6);
  EXPECT_EQ(stable_hash(all), 13169684611608048576u) << "raise kIndexFormat, then write the new numbers here";
}

TEST(Stored, ALetterComesBackWholeButForItsPath) {
  StoredLetter letter{sample_record(), {{1, 1000}, {2, 2000}}, 3000, "place"};
  const auto back = decode_letter(encode(letter));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->pages, letter.pages);
  EXPECT_EQ(back->body_end, 3000u);
  EXPECT_EQ(back->holder, "place");
  letter.record.source.path.clear();
  EXPECT_EQ(record_to_json(back->record, Audience::kInspect), record_to_json(letter.record, Audience::kInspect));
}

TEST(Stored, APageComesBackWhole) {
  StoredPage page;
  page.page.text = "Dear [requester], see below";
  page.page.number = 3;
  page.page.words = {{0, 4, {1, 2, 3, 4}, 1}};
  page.masks = {{{3, 5, 16}, "requester", {{1, 2, 3, 4}, {5, 6, 7, 8}}}};
  page.boilerplate = {{3, 18, 27}};
  const auto without = decode_stored_page(encode(page));
  ASSERT_TRUE(without.ok());
  EXPECT_EQ(without->page.text, page.page.text);
  EXPECT_TRUE(without->page.words.empty());
  const auto back = with_words(*without, encode_words(page));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->page, page.page);
  EXPECT_EQ(back->masks, page.masks);
  EXPECT_EQ(back->boilerplate, page.boilerplate);
}

TEST(Stored, WordsOfAnotherPageAreRefused) {
  StoredPage page, shorter;
  page.page.text = "Dear [requester], see below";
  page.page.words = {{0, 4, {1, 2, 3, 4}, 1}, {18, 21, {1, 2, 3, 4}, 1}};
  shorter.page.text = "Dear [requester]";
  const std::string words = encode_words(page);
  EXPECT_FALSE(with_words(shorter, words).ok());
  for (std::size_t cut = 0; cut < words.size(); ++cut) EXPECT_FALSE(with_words(page, words.substr(0, cut)).ok()) << cut;
  EXPECT_FALSE(with_words(page, words + "x").ok());
}

TEST(Stored, AQuestionKnowsItsLetter) {
  const auto back = decode_question(encode(StoredQuestion{"aaaabbbbccccdddd", 7}));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->letter, "aaaabbbbccccdddd");
  EXPECT_EQ(back->index, 7u);
}

TEST(Terms, AValueOfAnyLengthFitsAndStaysDistinct) {
  const std::string one(5'000, 'a'), two = one + "b";
  EXPECT_LT(exact_term(Field::kAuthority, one).size(), 245u);
  EXPECT_NE(exact_term(Field::kAuthority, one), exact_term(Field::kAuthority, two));
  EXPECT_EQ(exact_term(Field::kAuthority, "RXH"), "XA:RXH");
}

// No prefix begins another followed by what could be a value's first character, or one field's value would answer for another's.
TEST(Terms, NoPrefixReachesIntoAnother) {
  for (const FieldSpec& a : schema())
    for (const FieldSpec& b : schema()) {
      if (a.field == b.field || a.form != Form::kTerm || b.form != Form::kTerm) continue;
      EXPECT_FALSE(b.prefix.starts_with(a.prefix) && a.prefix.ends_with(':')) << a.prefix << " " << b.prefix;
      EXPECT_NE(a.prefix, b.prefix);
    }
}

TEST(Cursor, LeadsBackToItsPlace) {
  Request request;
  request.q = "staff";
  for (const std::size_t position : {std::size_t{0}, std::size_t{20}, std::numeric_limits<std::size_t>::max()}) {
    const auto back = read_cursor(make_cursor("000007-1-ab", request, position), "000007-1-ab", request);
    ASSERT_TRUE(std::holds_alternative<std::size_t>(back));
    EXPECT_EQ(std::get<std::size_t>(back), position);
  }
}

TEST(Cursor, OfAnotherSearchIsRefused) {
  Request request;
  request.q = "staff";
  request.topic = {"x"};
  const std::string cursor = make_cursor("e", request, 20);
  const auto refused = [&cursor](auto change) {
    Request other;
    other.q = "staff";
    other.topic = {"x"};
    change(other);
    const auto read = read_cursor(cursor, "e", other);
    const auto* refusal = std::get_if<Refusal>(&read);
    if (refusal == nullptr) return false;
    EXPECT_EQ(refusal->parameter, "cursor");
    EXPECT_EQ(refusal->value, cursor);
    // It does not grow old: it never was one for this search.
    EXPECT_EQ(std::get<Refusal>(read_cursor(cursor, "f", other)).reason, Refusal::Reason::kUnreadable);
    return true;
  };
  EXPECT_TRUE(refused([](Request& r) { r.q = "nurses"; }));
  EXPECT_TRUE(refused([](Request& r) { r.topic.clear(); }));
  EXPECT_TRUE(refused([](Request& r) { r.topic.clear(), r.kind = {"x"}; }));
  EXPECT_TRUE(refused([](Request& r) { r.sort = Sort::kOldest; }));
  EXPECT_TRUE(refused([](Request& r) { r.match_all = true; }));
  EXPECT_TRUE(refused([](Request& r) { r.from = parse_iso("2024-01-01"); }));
  EXPECT_FALSE(refused([](Request& r) { r.limit = 50, r.facets.emplace(); }));
}

TEST(Cursor, OfAnotherEditionSaysSo) {
  const auto read = read_cursor(make_cursor("000007-1-ab", {}, 20), "000008-1-cd", {});
  const auto* refusal = std::get_if<Refusal>(&read);
  ASSERT_NE(refusal, nullptr);
  EXPECT_EQ(refusal->reason, Refusal::Reason::kOutdated);
  EXPECT_EQ(refusal->parameter, "cursor");
  EXPECT_NE(refusal->message.find("older edition of the index, which is now 000008-1-cd"), std::string::npos);
}

TEST(Cursor, MadeUpOnesAreRefused) {
  const std::string good = make_cursor("e", {}, 20);
  const auto refused = [](const std::string& cursor) {
    const auto read = read_cursor(cursor, "e", {});
    const auto* refusal = std::get_if<Refusal>(&read);
    return refusal != nullptr && refusal->reason == Refusal::Reason::kUnreadable;
  };
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = bad[i] == '0' ? '1' : '0';
    EXPECT_TRUE(refused(bad)) << bad;
    EXPECT_TRUE(refused(good.substr(0, i))) << i;
  }
  for (const char* bad : {"", ".", "...", "x", "e.e.e.e", "-1"}) EXPECT_TRUE(refused(bad)) << bad;
}

TEST(Labels, AreForPeople) {
  struct Row {
    FacetId facet;
    const char *id, *label;
  };
  const Columns none;
  const Row rows[] = {
      {FacetId::kExemption, "foia-31-1-a", "FOIA s.31(1)(a) — Law enforcement: prevention or detection of crime"},
      {FacetId::kExemption, "foia-999", "foia-999"},
      {FacetId::kStatus, "not-standing", "Not standing"},
      {FacetId::kStatus, "considered-not-applied", "Considered, not applied"},
      {FacetId::kOutcome, "refused-in-full", "Refused in full"},
      {FacetId::kAnswer, "not-held", "Not held"},
      {FacetId::kKind, "internal-review", "Internal review"},
      {FacetId::kAuthorityType, "nhs-trust-acute", "NHS trust acute"},
      {FacetId::kAuthorityType, "council-ni", "Council NI"},
      {FacetId::kAuthorityType, "combined-authority", "Combined authority"},
      {FacetId::kYear, "2024", "2024"},
      {FacetId::kSource, "ocr", "Scanned, read by OCR"},
      {FacetId::kAuthority, "nobody", "nobody"},
      {FacetId::kTopic, "no-topic", "no-topic"},
  };
  for (const Row& row : rows) EXPECT_EQ(label_of(row.facet, row.id, none, builtin_reference()), row.label);
}

TEST(Snippets, TextIsOneLineWithoutBoilerplate) {
  StoredPage page;
  page.page.text = "First\n\n  line\tand \x01 more. Boiler plate. Last";
  page.boilerplate = {{1, 26, 39}};
  ASSERT_EQ(page.page.text.substr(26, 13), "Boiler plate.");
  EXPECT_EQ(snippet_text(page), "First line and more. Last");
}

Snippet snippet_of(const std::string& text, const Sought& sought) {
  StoredPage page;
  page.page.text = text;
  PlaceFinder finder(sought);
  return marked_snippet(page, find_on(page, finder));
}

TEST(Snippets, ShowTheStretchWithMostOfWhatIsLookedFor) {
  const std::string filler = [] {
    std::string out;
    for (int i = 0; i < 60; ++i) out += "other words of it, ";
    return out;
  }();
  const Sought beds_and_wards{.stems = {"bed", "ward"}, .phrases = {}, .beginnings = {}};
  struct Row {
    std::string text, snippet;  // whole, or what must be in it
  };
  const Row rows[] = {
      {"Ten beds.", "Ten «beds»."},
      {"No such thing.", ""},
      // Both before one of them many times.
      {"Beds, beds and beds. " + filler + "The ward has two beds. " + filler, "The «ward» has two «beds»."},
      // Several hits before one.
      {"Beds. " + filler + "Beds and more beds. " + filler, "«Beds» and more «beds»."},
      // The first of equals.
      {"Beds one. " + filler + "Beds two. " + filler, "«Beds» one."},
      {filler + "The last word is beds", "The last word is «beds»"},
  };
  for (const Row& row : rows) {
    const Snippet snippet = snippet_of(row.text, beds_and_wards);
    const std::string marked = made::marked(snippet);
    if (row.text.size() < 100)
      EXPECT_EQ(marked, row.snippet) << row.text;
    else
      EXPECT_NE(marked.find(row.snippet), std::string::npos) << marked;
    EXPECT_LE(snippet.text.size(), 310u);
  }
}

TEST(Snippets, LeaveOutBoilerplateAndMarkNoMask) {
  StoredPage page;
  page.page.text = "Ten\n beds.  You may ask for more beds. Dear [bed holder], beds.";
  page.boilerplate = {{1, 11, 39}};
  page.masks = {{{1, 44, 56}, "requester", {}}};
  ASSERT_EQ(page.page.text.substr(11, 28), " You may ask for more beds. ");
  ASSERT_EQ(page.page.text.substr(44, 12), "[bed holder]");
  const Sought beds{.stems = {"bed"}, .phrases = {}, .beginnings = {}};
  PlaceFinder finder(beds);
  EXPECT_EQ(made::marked(marked_snippet(page, find_on(page, finder))), "Ten «beds». Dear [bed holder], «beds».");
}

TEST(Snippets, AreCutAtWordsAndSayWhereTheyWereCut) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += i == 50 ? "naïve beds " : "weiß ";
  const Snippet snippet = snippet_of(text, {.stems = {"bed"}, .phrases = {}, .beginnings = {}});
  EXPECT_TRUE(snippet.text.starts_with("…weiß ")) << snippet.text;
  EXPECT_TRUE(snippet.text.ends_with("weiß…")) << snippet.text;
  EXPECT_NE(made::marked(snippet).find("naïve «beds» weiß"), std::string::npos) << made::marked(snippet);
}

TEST(Snippets, APhraseLongerThanASnippetIsShownWhole) {
  std::vector<std::string> phrase;
  std::string text = "Before it. ";
  for (int i = 0; i < 90; ++i) {
    phrase.push_back("w" + std::to_string(i));
    text += phrase.back() + ' ';
  }
  const Snippet snippet = snippet_of(text + "after", {.stems = {}, .phrases = {phrase}, .beginnings = {}});
  EXPECT_NE(made::marked(snippet).find("«w0 w1 "), std::string::npos) << made::marked(snippet);
  EXPECT_NE(made::marked(snippet).find("w89»"), std::string::npos) << made::marked(snippet);
}

TEST(Snippets, AnOpeningEndsAtAWord) {
  EXPECT_EQ(opening("  short\ntext ").text, "short text");
  std::string words;
  for (int i = 0; i < 200; ++i) words += "weiß ";
  const Snippet cut = opening(words);
  EXPECT_TRUE(cut.text.ends_with("weiß…")) << cut.text;
  EXPECT_LE(cut.text.size(), 310u);
  EXPECT_TRUE(opening(std::string(5'000, 'x')).text.ends_with("x…"));
}

}  // namespace
}  // namespace foi::index
