// Which documents answer one request that went to several bodies.
#include <gtest/gtest.h>

#include <map>

#include "indexer/relate/relate.h"

namespace foi::relate {
namespace {

constexpr const char* kBeds = "How many beds did each of your wards have on the first day of each month of the year 2022?";
constexpr const char* kStaff = "How many nurses were employed on each of these wards on those days?";
constexpr const char* kCars = "What was the income from charges for parking on each of your sites in 2022?";
constexpr const char* kWhy = "Why is that?";

Record answer(std::string id, std::string authority, std::string_view day, const std::vector<std::string>& questions) {
  Record record;
  record.id = std::move(id);
  record.authority = Authority{.id = authority, .name = authority, .id_now = authority, .name_now = authority, .type = {}, .confidence = 1};
  record.responded = parse_iso(day);
  for (const std::string& text : questions) {
    Question question;
    question.text = text;
    record.questions.push_back(std::move(question));
  }
  return record;
}

// "a:a b:a": each document that is in a cluster, and which.
std::string clusters_of(const std::vector<Record>& records) {
  std::vector<Summary> summaries;
  for (const Record& record : records) {
    // As the library keeps them.
    const auto kept = decode_summary(encode(summarise(record)));
    EXPECT_TRUE(kept);
    summaries.push_back(*kept);
  }
  std::string line;
  const auto all = relate(summaries);
  for (const auto& [id, related] : std::map(all.begin(), all.end()))
    if (related.cluster) line += (line.empty() ? "" : " ") + id + ":" + *related.cluster;
  return line;
}

struct Case {
  const char* name;
  std::vector<Record> records;
  const char* clusters;
};

TEST(Clusters, AreTheAnswersOfSeveralBodiesToOneRequest) {
  const Case cases[] = {
      {"one question, two bodies", {answer("a", "RA1", "2023-02-01", {kBeds}), answer("b", "RB2", "2023-02-09", {kBeds})}, "a:a b:a"},
      {"named by the first in time", {answer("a", "RA1", "2023-03-01", {kBeds}), answer("b", "RB2", "2023-02-09", {kBeds})}, "a:b b:b"},
      {"letters, spaces and names may differ",
       {answer("a", "RA1", "2023-02-01", {"My name is [requester]. " + std::string(kBeds)}),
        answer("b", "RB2", "2023-02-09",
               {"my name is [person]:  how many beds did each of your wards have on the first day\nof each month of the year 2022"})},
       "a:a b:a"},
      {"two questions in a row",
       {answer("a", "RA1", "2023-02-01", {kStaff, kCars}), answer("b", "RB2", "2023-02-09", {kStaff, kCars})},
       "a:a b:a"},
      {"short ones between do not matter",
       {answer("a", "RA1", "2023-02-01", {kStaff, kWhy, kCars}), answer("b", "RB2", "2023-02-09", {kStaff, kCars})},
       "a:a b:a"},
      {"one body more than once",
       {answer("a", "RA1", "2023-02-01", {kBeds}), answer("b", "RA1", "2023-02-20", {kBeds}), answer("c", "RC3", "2023-02-09", {kBeds})},
       "a:a b:a c:a"},
      // None of these is one.
      {"one body twice", {answer("a", "RA1", "2023-02-01", {kBeds}), answer("b", "RA1", "2023-02-09", {kBeds})}, ""},
      {"a year later", {answer("a", "RA1", "2023-02-01", {kBeds}), answer("b", "RB2", "2024-02-09", {kBeds})}, ""},
      {"another question", {answer("a", "RA1", "2023-02-01", {kBeds}), answer("b", "RB2", "2023-02-09", {kCars})}, ""},
      {"one of several", {answer("a", "RA1", "2023-02-01", {kBeds, kCars}), answer("b", "RB2", "2023-02-09", {kBeds, kStaff})}, ""},
      {"too short to tell", {answer("a", "RA1", "2023-02-01", {kStaff}), answer("b", "RB2", "2023-02-09", {kStaff})}, ""},
      {"a phrase anyone writes", {answer("a", "RA1", "2023-02-01", {kWhy, kWhy}), answer("b", "RB2", "2023-02-09", {kWhy, kWhy})}, ""},
      {"no date", {answer("a", "RA1", "", {kBeds}), answer("b", "RB2", "2023-02-09", {kBeds})}, ""},
      {"nobody knows who", {answer("a", "", "2023-02-01", {kBeds}), answer("b", "RB2", "2023-02-09", {kBeds})}, ""},
      {"no questions", {answer("a", "RA1", "2023-02-01", {}), answer("b", "RB2", "2023-02-09", {})}, ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(clusters_of(c.records), c.clusters) << c.name;
    EXPECT_EQ(clusters_of({c.records.rbegin(), c.records.rend()}), c.clusters) << c.name << ", in another order";
  }
}

TEST(Clusters, ChangeWhatIsKeptOfADocument) {
  Related with;
  with.cluster = "a";
  EXPECT_NE(encode(with), encode(Related()));
  Record record;
  apply(with, record);
  EXPECT_EQ(record.cluster, "a");
  apply(Related(), record);
  EXPECT_FALSE(record.cluster);
}

}  // namespace
}  // namespace foi::relate
