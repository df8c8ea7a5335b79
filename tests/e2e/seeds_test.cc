// Two letters that any reader of these must get right, field by field: the forms of a review that overturns and of a refusal under s.36.
// Sample letters 01 and 02 were written in those forms; beside a checkout with ../shared/real/seeds the letters themselves are read too.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/e2e/programs.h"

namespace foi::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// "a b b b" → "a 3×b", so that a row of like things is read at a glance.
std::string in_runs(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0, end = 0; i < words.size(); i = end) {
    while (end < words.size() && words[end] == words[i]) ++end;
    out += (out.empty() ? "" : " ") + (end - i > 1 ? std::to_string(end - i) + "×" : "") + words[i];
  }
  return out;
}

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

std::vector<std::string> each(const Json& list, const char* member) {
  std::vector<std::string> all;
  for (const Json& item : list) all.push_back(text_of(item.at(member)));
  return all;
}

std::string sorted(const Json& list) {
  std::set<std::string> words;
  for (const Json& item : list) words.insert(text_of(item));
  return in_runs({words.begin(), words.end()});
}

// How many questions stand under each heading: "3 4".
std::string sizes_of_blocks(const Json& questions) {
  std::vector<std::pair<std::string, int>> blocks;
  for (const Json& question : questions) {
    const std::string heading = question.at("heading");
    if (blocks.empty() || blocks.back().first != heading) blocks.emplace_back(heading, 0);
    ++blocks.back().second;
  }
  std::string out;
  for (const auto& [heading, size] : blocks) out += (out.empty() ? "" : " ") + std::to_string(size) + (heading.empty() ? " without" : "");
  return out;
}

std::string grounds(const Json& exemptions) {
  std::vector<std::string> lines;
  for (const Json& e : exemptions) {
    std::string questions;
    for (const Json& number : e.at("questions")) questions += (questions.empty() ? "" : ",") + text_of(number);
    lines.push_back(text_of(e.at("id")) + " " + text_of(e.at("status")) + " in " + text_of(e.at("stage")) + " of " + questions);
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "; ") + line;
  return out;
}

// What the record says in a field, as the tables below write it.
std::string said(const Json& record, const std::string& field) {
  const Json& questions = record.at("questions");
  if (field == "authority") return record.at(field).is_null() ? "null" : text_of(record.at(field).at("id"));
  if (field == "exemptions") return grounds(record.at(field));
  if (field == "inferred") return in_runs(each(record.at(field), "id"));
  if (field == "questions") return std::to_string(questions.size());
  if (field == "numbers") return in_runs(each(questions, "number"));
  if (field == "blocks") return sizes_of_blocks(questions);
  if (field == "answers") return in_runs(each(questions, "outcome"));
  if (field == "second answer") return text_of(questions.at(1).at("answer"));
  if (field == "main topic") return record.at("topics").empty() ? "null" : text_of(record.at("topics").at(0));
  if (field == "topics" || field == "reasons" || field == "checks") return sorted(record.at(field));
  if (field == "review")
    return record.at(field).is_null() ? "null" : text_of(record.at(field).at("result")) + " of " + text_of(record.at(field).at("of"));
  return text_of(record.at(field));
}

// A row in which `unsolved` names a letter is known to come out otherwise there; it fails once it is right, so that the mark is taken off.
enum class Unsolved { kNowhere, kInSample, kInReal, kInBoth };

struct Row {
  std::string field, sample, real;
  Unsolved unsolved = Unsolved::kNowhere;
};

void expect_rows(const Json& record, const std::vector<Row>& rows, bool real) {
  for (const Row& row : rows) {
    const std::string& want = real ? row.real : row.sample;
    const std::string have = said(record, row.field);
    const bool unsolved = row.unsolved == Unsolved::kInBoth || row.unsolved == (real ? Unsolved::kInReal : Unsolved::kInSample);
    if (unsolved)
      EXPECT_NE(have, want) << row.field << " is right now: take the mark off its row";
    else
      EXPECT_EQ(have, want) << row.field;
  }
}

const std::vector<Row> kReview{
    {"kind", "internal-review", "internal-review"},
    {"authority", "RTX", "RBN"},
    {"reference", "2218", "2002"},
    {"received", "null", "null"},
    {"responded", "null", "null"},
    {"outcome", "review-overturned", "review-overturned"},
    {"review", "overturned of 2218", "overturned of 2002"},
    {"questions", "6", "7"},
    {"numbers", "1 2 3 4 5 6", "1 2 3 4 5 6 7"},
    {"blocks", "3 3", "3 4", Unsolved::kInSample},
    {"answers", "6×not-held", "7×not-held"},
    {"exemptions", "foia-31-1-a overturned in review of 1,2,3,4,5,6", "foia-31-1-a overturned in review of 1,2,3,4,5,6,7"},
    {"inferred", "", ""},
    {"checks", "no-public-interest-test", "no-public-interest-test", Unsolved::kInBoth},
    {"main topic", "ai-digital-innovation", "it-clinical-systems"},
    {"topics", "cyber-security it-clinical-systems procurement-contracts", "cyber-security it-clinical-systems procurement-contracts",
     Unsolved::kInBoth},
};

const std::vector<Row> kRefusal{
    {"kind", "response", "response"},
    {"authority", "RHA", "RET"},
    {"reference", "FOI 6127", "FOI 4129"},
    {"received", "2020-02-05", "2019-11-20"},
    {"responded", "2020-02-13", "2019-11-26"},
    {"working_days", "6", "4"},
    {"late", "false", "false"},
    {"outcome", "refused-in-full", "refused-in-full"},
    {"review", "null", "null"},
    {"questions", "3", "3"},
    {"numbers", "1 2 3", "1 2 3"},
    {"answers", "withheld 2×not-applicable", "withheld 2×not-applicable"},
    {"second answer", "N/A", "N/A"},
    {"exemptions", "foia-36-1-b applied in response of 1; foia-36-2-c applied in response of 1",
     "foia-36-1-b applied in response of 1; foia-36-2-c applied in response of 1"},
    {"inferred", "", ""},
    {"reasons", "critical-national-infrastructure gdpr-5-1-f mosaic", "critical-national-infrastructure gdpr-5-1-f mosaic",
     Unsolved::kInSample},
    {"checks", "no-qualified-person one-sided-public-interest-test repealed-law",
     "no-qualified-person one-sided-public-interest-test repealed-law", Unsolved::kInSample},
    {"main topic", "cyber-security", "cyber-security"},
    {"topics", "cyber-security finance-spend research-education-training", "cyber-security finance-spend research-education-training",
     Unsolved::kInBoth},
};

std::vector<Json> inspected(const std::vector<fs::path>& files) {
  std::vector<std::string> arguments{"inspect", "--pages"};
  for (const fs::path& file : files) arguments.push_back(file.string());
  const Ran ran = run("foi-index", arguments);
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  std::vector<Json> records;
  std::istringstream lines(ran.out);
  for (std::string line; std::getline(lines, line);) records.push_back(Json::parse(line));
  return records;
}

// The text of all pages with single spaces between its words.
std::string pages_of(const Json& record) {
  std::string text;
  for (const Json& page : record.at("pages")) {
    std::istringstream words(text_of(page.at("text")));
    for (std::string word; words >> word;) text += word + " ";
  }
  return text;
}

const std::vector<Json>& sample_letters() {
  const fs::path documents = fs::path(FOI_SOURCE_DIR) / "corpus" / "sample" / "documents";
  static const std::vector<Json> records = inspected({documents / "university-hospitals-of-morecambe-bay" / "IR 2218 outcome.pdf",
                                                      documents / "nottinghamshire-healthcare" / "FOI 6127.pdf"});
  return records;
}

TEST(Seeds, AReviewThatOverturns) {
  ASSERT_EQ(sample_letters().size(), 2u);
  expect_rows(sample_letters()[0], kReview, false);
}

TEST(Seeds, ARefusalUnderSection36) {
  ASSERT_EQ(sample_letters().size(), 2u);
  expect_rows(sample_letters()[1], kRefusal, false);
}

// Roles stay, names and direct lines go.
TEST(Seeds, WhatIsMaskedAndWhatStays) {
  ASSERT_EQ(sample_letters().size(), 2u);
  const struct {
    std::size_t letter;
    const char* words;
    bool shown;
  } rows[] = {{0, "Dear [requester],", true},
              {0, "Corwen", false},
              {0, "Wilfreda", false},
              {0, "Stanmarsh", false},
              {0, "Lindqvarn", false},
              {0, "Tamblethwaite", false},
              {0, "Head of Information Governance and", true},
              {0, "Information Governance Manager", true},
              {0, "Deputy Chief Digital Officer", true},
              {0, "0303 123 1113", true},
              {1, "Prewdon", false},
              {1, "Executive Lead for Freedom of Information", true},
              {1, "TW/LP", false},
              {1, "FOI 6127", true},
              {1, "01154960199", false}};
  for (const auto& row : rows)
    EXPECT_EQ(pages_of(sample_letters()[row.letter]).find(row.words) != std::string::npos, row.shown) << row.words;
}

// Ids and dates only: the letters are their authors'.
TEST(Seeds, TheLettersThemselves) {
  const char* given = std::getenv("FOI_SEEDS");
  const fs::path folder = given != nullptr ? fs::path(given) : fs::path(FOI_SOURCE_DIR) / ".." / "shared" / "real" / "seeds";
  std::error_code missing;
  std::vector<fs::path> files;
  for (fs::directory_iterator at(folder, missing), end; !missing && at != end; at.increment(missing)) files.push_back(at->path());
  if (missing) GTEST_SKIP() << "no such folder: " << folder;
  std::sort(files.begin(), files.end());
  const std::vector<Json> records = inspected(files);
  ASSERT_EQ(records.size(), 2u);
  expect_rows(records[0], kReview, true);
  expect_rows(records[1], kRefusal, true);
  EXPECT_NE(pages_of(records[0]).find("Dear [requester]"), std::string::npos);
}

}  // namespace
}  // namespace foi::test
