// Which documents belong together, and what became of each exemption. Ids are short words here: relate only compares them.
#include "indexer/relate/relate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <random>

namespace foi::relate {
namespace {

using enum CitationStatus;
using enum Stage;

std::optional<Date> day(std::string_view iso) { return parse_iso(iso); }

// A summary, said step by step.
struct Letter {
  explicit Letter(std::string id, Kind kind = Kind::kResponse) {
    summary.id = std::move(id);
    summary.kind = kind;
    summary.authority = "RJ1";
  }
  Letter by(std::string authority) && { return summary.authority = std::move(authority), std::move(*this); }
  Letter ref(std::string key) && { return summary.reference = std::move(key), std::move(*this); }
  Letter reviews(std::string key) && { return summary.review_of = std::move(key), std::move(*this); }
  Letter replies_to(std::string id) && { return summary.in_reply_to = std::move(id), std::move(*this); }
  Letter in(std::string parent) && { return summary.parent = std::move(parent), std::move(*this); }
  Letter on(std::string_view iso) && { return summary.responded = day(iso), std::move(*this); }
  Letter cites(std::string id, CitationStatus status, Stage stage) && {
    return summary.exemptions.push_back({std::move(id), status, stage}), std::move(*this);
  }
  Letter listed_in(std::string log) && { return summary.parent = std::move(log), summary.is_log_entry = true, std::move(*this); }
  operator Summary() && { return std::move(summary); }  // NOLINT(google-explicit-constructor)
  Summary summary;
};

Letter response(std::string id) { return Letter(std::move(id)); }
Letter review(std::string id) { return Letter(std::move(id), Kind::kInternalReview); }
Letter ico(std::string id) { return Letter(std::move(id), Kind::kIcoDecision); }
Letter tribunal(std::string id) { return Letter(std::move(id), Kind::kTribunalDecision); }
Letter attachment(std::string id) { return Letter(std::move(id), Kind::kAttachment); }

// "a: letter b, review-of c" for every document with relations, in order of id.
std::vector<std::string> relations_of(const std::vector<Summary>& summaries) {
  const auto answer = relate(summaries);
  std::vector<std::string> lines;
  for (const auto& [id, related] : std::map(answer.begin(), answer.end())) {
    std::string line = id + ":";
    for (const Relation& relation : related.related) line += (line.back() == ':' ? " " : ", ") + relation.relation + " " + relation.id;
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Relations, members_belong_to_what_they_came_in) {
  EXPECT_EQ(relations_of({response("a"), attachment("b").in("a"), response("c").in("a")}),
            (Lines{"a: attachment b, attachment c", "b: letter a", "c: letter a"}));
}

TEST(Relations, a_member_of_something_unknown_belongs_to_nothing) {
  EXPECT_EQ(relations_of({response("a"), attachment("b").in("zz"), attachment("c").in("c")}), Lines{});
}

TEST(Relations, a_reply_and_what_it_replies_to) {
  EXPECT_EQ(relations_of({response("a"), response("b").replies_to("a"), response("c").replies_to("a")}),
            (Lines{"a: replied-to-by b, replied-to-by c", "b: in-reply-to a", "c: in-reply-to a"}));
  EXPECT_EQ(relations_of({response("a").replies_to("zz"), response("b").replies_to("b"), response("c").replies_to("")}), Lines{});
}

TEST(Relations, a_review_and_the_response_reviewed) {
  EXPECT_EQ(relations_of({response("a").ref("4129"), review("b").reviews("4129").ref("4129")}),
            (Lines{"a: reviewed-by b", "b: review-of a"}));
  EXPECT_EQ(relations_of({Letter("a", Kind::kRefusalNotice).ref("4129"), review("b").reviews("4129")}),
            (Lines{"a: reviewed-by b", "b: review-of a"}));
}

TEST(Relations, ico_and_tribunal_decide_about_the_lowest_that_bears_the_reference) {
  EXPECT_EQ(relations_of({response("a").ref("1"), review("b").ref("1").reviews("1"), ico("c").reviews("1")}),
            (Lines{"a: reviewed-by b, reviewed-by c", "b: review-of a", "c: review-of a"}));
  EXPECT_EQ(relations_of({review("b").ref("7"), ico("c").reviews("7").ref("ic9"), tribunal("d").reviews("ic9")}),
            (Lines{"b: reviewed-by c", "c: review-of b, reviewed-by d", "d: review-of c"}));
}

TEST(Relations, a_review_of_what_is_not_certain_relates_to_nothing) {
  const struct {
    const char* why;
    std::vector<Summary> summaries;
  } cases[] = {
      {"two responses bear the reference", {response("a").ref("1"), response("b").ref("1"), review("c").reviews("1")}},
      {"another authority's", {response("a").ref("1").by("RXX"), review("c").reviews("1")}},
      {"no authority was found on either", {response("a").ref("1").by(""), review("c").reviews("1").by("")}},
      {"another reference", {response("a").ref("12"), review("c").reviews("1")}},
      {"no reference at all", {response("a").ref(""), review("c").reviews("")}},
      {"it names none", {response("a").ref("1"), review("c").ref("1")}},
      {"only an acknowledgement bears it", {Letter("a", Kind::kAcknowledgement).ref("1"), review("c").reviews("1")}},
      {"only an attachment bears it", {attachment("a").ref("1").in("zz"), review("c").reviews("1")}},
      {"only another review bears it", {review("a").ref("1"), review("c").reviews("1")}},
      {"only itself bears it", {review("c").ref("1").reviews("1")}},
      {"a response reviews nothing", {response("a").ref("1"), response("c").reviews("1")}},
      {"a review does not review the ICO", {ico("a").ref("1"), review("c").reviews("1")}},
  };
  for (const auto& c : cases) EXPECT_EQ(relations_of(c.summaries), Lines{}) << c.why;
}

TEST(Relations, an_attachment_that_came_alone_belongs_to_the_only_letter_with_its_reference) {
  EXPECT_EQ(relations_of({response("a").ref("1"), attachment("b").ref("1"), attachment("c").ref("1")}),
            (Lines{"a: attachment b, attachment c", "b: letter a", "c: letter a"}));
  const struct {
    const char* why;
    std::vector<Summary> summaries;
  } misses[] = {
      {"a response and a review bear it", {response("a").ref("1"), review("b").ref("1"), attachment("c").ref("1")}},
      {"another authority's letter", {response("a").ref("1").by("RXX"), attachment("c").ref("1")}},
      {"no authority", {response("a").ref("1").by(""), attachment("c").ref("1").by("")}},
      {"no reference", {response("a"), attachment("c")}},
      {"only attachments", {attachment("a").ref("1"), attachment("c").ref("1")}},
      {"a request is no letter of the authority", {Letter("a", Kind::kRequest).ref("1"), attachment("c").ref("1")}},
      {"a spreadsheet nobody called an attachment", {response("a").ref("1"), Letter("c", Kind::kOther).ref("1")}},
  };
  for (const auto& miss : misses) EXPECT_EQ(relations_of(miss.summaries), Lines{}) << miss.why;
}

TEST(Relations, an_entry_knows_its_log_and_stands_in_nobodys_way) {
  EXPECT_EQ(relations_of({Letter("log", Kind::kOther), Letter("entry", Kind::kRefusalNotice).ref("7").listed_in("log"),
                          response("a").ref("7"), review("b").reviews("7")}),
            (Lines{"a: reviewed-by b", "b: review-of a", "entry: listed-in log"}));
  EXPECT_EQ(relations_of({response("a").ref("7"), Letter("entry", Kind::kInternalReview).reviews("7").listed_in("log")}), Lines{})
      << "a log that tells of a review decides nothing";
  Summary entry = Letter("entry").listed_in("log");
  EXPECT_TRUE(decode_summary(encode(entry))->is_log_entry);
  entry.is_log_entry = false;
  EXPECT_FALSE(decode_summary(encode(entry))->is_log_entry);
}

TEST(Relations, a_member_is_not_looked_for_elsewhere) {
  EXPECT_EQ(relations_of({response("a").ref("1"), response("m"), attachment("c").ref("1").in("m")}),
            (Lines{"c: letter m", "m: attachment c"}));
}

TEST(Relations, each_says_how_sure_it_is) {
  for (const auto& [id, related] : relate({response("a").ref("1"), review("b").reviews("1").replies_to("a"), attachment("c").in("a")})) {
    for (const Relation& relation : related.related) {
      EXPECT_GT(relation.confidence, 0.5);
      EXPECT_LE(relation.confidence, 1);
    }
  }
}

TEST(Relations, documents_without_any_are_absent) { EXPECT_TRUE(relate({response("a"), response("b").ref("1")}).empty()); }

TEST(Relations, nothing_of_nothing) { EXPECT_TRUE(relate({}).empty()); }

std::map<std::string, std::string> cases_of(const std::vector<Summary>& summaries) {
  std::map<std::string, std::string> cases;
  for (const auto& [id, related] : relate(summaries))
    if (related.case_id) cases[id] = *related.case_id;
  return cases;
}

using CaseIds = std::map<std::string, std::string>;

TEST(Cases, are_named_by_their_first_document) {
  EXPECT_EQ(cases_of({response("b").on("2024-03-01"), response("a").replies_to("b").on("2024-05-01")}), (CaseIds{{"a", "b"}, {"b", "b"}}));
  EXPECT_EQ(cases_of({response("b").on("2024-03-01"), response("a").replies_to("b").on("2024-03-01")}), (CaseIds{{"a", "a"}, {"b", "a"}}));
  EXPECT_EQ(cases_of({response("b").on("2024-03-01"), response("a").replies_to("b")}), (CaseIds{{"a", "b"}, {"b", "b"}}))
      << "undated is last";
  EXPECT_EQ(cases_of({response("b"), response("a").replies_to("b")}), (CaseIds{{"a", "a"}, {"b", "a"}}));
}

TEST(Cases, run_through_replies_and_reviews) {
  EXPECT_EQ(cases_of({response("a").ref("1").on("2024-01-01"), review("b").reviews("1").ref("2").on("2024-02-01"),
                      response("c").replies_to("b").on("2024-03-01"), response("x"), response("y").replies_to("x")}),
            (CaseIds{{"a", "a"}, {"b", "a"}, {"c", "a"}, {"x", "x"}, {"y", "x"}}));
}

TEST(Cases, take_attachments_along_but_are_not_made_by_them) {
  EXPECT_EQ(cases_of({response("a"), attachment("b").in("a")}), CaseIds{});
  EXPECT_EQ(cases_of({response("a"), response("r").replies_to("a"), attachment("b").in("a"), attachment("deep").in("b")}),
            (CaseIds{{"a", "a"}, {"b", "a"}, {"deep", "a"}, {"r", "a"}}));
  // An archive of unrelated letters joins none of them.
  EXPECT_EQ(cases_of({Letter("zip", Kind::kOther), response("a").in("zip"), response("b").in("zip"), response("c").replies_to("a")}),
            (CaseIds{{"a", "a"}, {"c", "a"}}));
}

TEST(Cases, members_that_hold_each_other_end) { EXPECT_EQ(cases_of({attachment("a").in("b"), attachment("b").in("a")}), CaseIds{}); }

// "foia-31=overturned/review by r" for each exemption that was decided later.
Lines now_of(const std::vector<Summary>& summaries, const std::string& id) {
  const auto answer = relate(summaries);
  const auto found = answer.find(id);
  const auto& summary = *std::find_if(summaries.begin(), summaries.end(), [&](const Summary& s) { return s.id == id; });
  Lines lines;
  if (found == answer.end()) return lines;
  EXPECT_EQ(found->second.now.size(), summary.exemptions.size());
  for (std::size_t i = 0; i < found->second.now.size(); ++i)
    if (const auto& now = found->second.now[i])
      lines.push_back(summary.exemptions[i].id + "=" + std::string(name_of(now->status)) + "/" + std::string(name_of(now->stage)) + " by " +
                      now->by);
  return lines;
}

TEST(StatusNow, a_review_decides_what_the_response_applied) {
  const std::vector<Summary> one{
      response("a").ref("1").cites("foia-31-1-a", kApplied, kResponse).cites("foia-43-2", kApplied, kResponse),
      review("r").reviews("1").cites("foia-31-1-a", kOverturned, kReview).cites("foia-40-2", kAddedAtReview, kReview)};
  EXPECT_EQ(now_of(one, "a"), Lines{"foia-31-1-a=overturned/review by r"}) << "43(2) was not mentioned again, 40(2) is new";
  EXPECT_EQ(now_of(one, "r"), Lines{}) << "nothing later decided the review";
}

TEST(StatusNow, the_ICO_outranks_the_review_and_the_tribunal_both) {
  std::vector<Summary> one{response("a").ref("1").on("2024-01-01").cites("foia-36-2-c", kApplied, kResponse),
                           review("r").reviews("1").on("2024-02-01").cites("foia-36-2-c", kUpheld, kReview),
                           ico("i").reviews("1").on("2024-09-01").cites("foia-36-2-c", kOverturned, kIco)};
  EXPECT_EQ(now_of(one, "a"), Lines{"foia-36-2-c=overturned/ico by i"});
  EXPECT_EQ(now_of(one, "r"), Lines{"foia-36-2-c=overturned/ico by i"});
  // The tribunal's decision counts even where its date was misread.
  one.push_back(tribunal("t").reviews("1").on("2020-01-01").cites("foia-36-2-c", kUpheld, kTribunal));
  for (const char* id : {"a", "r", "i"}) EXPECT_EQ(now_of(one, id), Lines{"foia-36-2-c=upheld/tribunal by t"}) << id;
}

TEST(StatusNow, only_the_same_code_is_decided) {
  const auto decided_by = [](std::string code) {
    return now_of({response("a").ref("1").cites("foia-31-1-a", kApplied, kResponse),
                   review("r").reviews("1").cites(std::move(code), kOverturned, kReview)},
                  "a");
  };
  EXPECT_EQ(decided_by("foia-31-1-a").size(), 1u);
  for (const char* other : {"foia-31", "foia-31-1", "foia-31-1-b", "foia-31-1-a-i", "eir-31-1-a", "foia-3"})
    EXPECT_EQ(decided_by(other), Lines{}) << other;
}

TEST(StatusNow, what_a_review_only_considered_decides_nothing) {
  EXPECT_EQ(now_of({response("a").ref("1").cites("foia-43-2", kApplied, kResponse),
                    review("r").reviews("1").cites("foia-43-2", kConsideredNotApplied, kReview)},
                   "a"),
            Lines{});
}

TEST(StatusNow, a_second_letter_of_the_same_stage_decides_nothing) {
  EXPECT_EQ(
      now_of({response("a").cites("foia-21", kApplied, kResponse), response("b").replies_to("a").cites("foia-21", kWithdrawn, kResponse)},
             "a"),
      Lines{});
}

TEST(StatusNow, of_two_reviews_the_later_counts) {
  EXPECT_EQ(now_of({response("a").ref("1").cites("foia-12-1", kApplied, kResponse),
                    review("z").reviews("1").on("2024-02-01").cites("foia-12-1", kUpheld, kReview),
                    review("b").reviews("1").on("2024-06-01").cites("foia-12-1", kOverturned, kReview),
                    review("y").reviews("1").cites("foia-12-1", kPartlyUpheld, kReview)},
                   "a"),
            Lines{"foia-12-1=overturned/review by b"});
}

TEST(StatusNow, another_case_and_an_attachment_decide_nothing) {
  EXPECT_EQ(now_of({response("a").ref("1").cites("foia-31", kApplied, kResponse), review("other").cites("foia-31", kOverturned, kReview),
                    attachment("b").in("a").cites("foia-31", kOverturned, kReview)},
                   "a"),
            Lines{});
}

// -- the same set in any order

std::string word(std::mt19937& random, int below) { return std::to_string(std::uniform_int_distribution(0, below - 1)(random)); }

std::vector<Summary> random_documents(std::mt19937& random, int count) {
  const Kind kinds[] = {Kind::kResponse,         Kind::kResponse,   Kind::kInternalReview, Kind::kIcoDecision,
                        Kind::kTribunalDecision, Kind::kAttachment, Kind::kOther};
  std::vector<Summary> all;
  for (int i = 0; i < count; ++i) {
    Summary s;
    s.id = "d" + std::to_string(i);
    s.kind = kinds[std::uniform_int_distribution<std::size_t>(0, std::size(kinds) - 1)(random)];
    s.authority = word(random, 3);
    if (word(random, 3) != "0") s.reference = word(random, count / 2);
    if (word(random, 2) == "0") s.review_of = word(random, count / 2);
    if (word(random, 6) == "0") s.in_reply_to = "d" + word(random, count);
    if (word(random, 6) == "0") s.parent = "d" + word(random, count);
    if (word(random, 3) != "0") s.responded = day("2024-01-1" + word(random, 3));
    for (int j = 0; j < 2; ++j)
      s.exemptions.push_back({"foia-" + word(random, 3), static_cast<CitationStatus>(std::stoi(word(random, 8))),
                              static_cast<Stage>(std::stoi(word(random, 4)))});
    all.push_back(std::move(s));
  }
  return all;
}

std::string written(const std::unordered_map<std::string, Related>& answer) {
  std::string text;
  for (const auto& [id, related] : std::map(answer.begin(), answer.end())) {
    text += id + " in " + related.case_id.value_or("-");
    for (const Relation& r : related.related) text += " " + r.relation + ":" + r.id + ":" + std::to_string(r.confidence);
    for (const auto& now : related.now)
      text += now ? " " + std::string(name_of(now->status)) + "/" + std::string(name_of(now->stage)) + "/" + now->by : " -";
    text += "\n";
  }
  return text;
}

TEST(Order, does_not_matter) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    std::mt19937 random(seed);
    std::vector<Summary> documents = random_documents(random, 40);
    const std::string expected = written(relate(documents));
    ASSERT_FALSE(expected.empty());
    for (int shuffle = 0; shuffle < 5; ++shuffle) {
      std::shuffle(documents.begin(), documents.end(), random);
      ASSERT_EQ(written(relate(documents)), expected) << "seed " << seed;
    }
  }
}

TEST(Order, every_relation_has_its_inverse) {
  const std::map<std::string, std::string> inverse{{"letter", "attachment"},         {"attachment", "letter"},
                                                   {"in-reply-to", "replied-to-by"}, {"replied-to-by", "in-reply-to"},
                                                   {"review-of", "reviewed-by"},     {"reviewed-by", "review-of"}};
  std::mt19937 random(7);
  const auto answer = relate(random_documents(random, 300));
  for (const auto& [id, related] : answer)
    for (const Relation& relation : related.related) {
      const auto& back = answer.at(relation.id).related;
      EXPECT_TRUE(std::any_of(back.begin(), back.end(),
                              [&, &from = id](const Relation& r) { return r.id == from && r.relation == inverse.at(relation.relation); }));
    }
}

// A case may hold any number of documents: a published thread of replies has no natural end.
TEST(Speed, grows_with_the_number_of_documents) {
  constexpr int kDocuments = 50'000;
  std::vector<Summary> chain;
  for (int i = 0; i < kDocuments; ++i) {
    Summary s = response(std::to_string(i)).ref(std::to_string(i / 3)).cites("foia-40-2", kApplied, kResponse);
    if (i > 0) s.in_reply_to = std::to_string(i - 1);
    chain.push_back(std::move(s));
  }
  const std::clock_t start = std::clock();
  const auto answer = relate(chain);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  EXPECT_EQ(answer.size(), chain.size());
  EXPECT_EQ(answer.at("49999").case_id, "0");
#ifndef FOI_SANITIZED
  EXPECT_LT(seconds, 10);
#endif
  std::printf("%d documents in one case: %.2f s\n", kDocuments, seconds);
}

}  // namespace
}  // namespace foi::relate
