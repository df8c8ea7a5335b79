// The sample corpus as it is committed: every line of truth.jsonl speaks of a file that is there, in words that exist.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "indexer/library/identity.h"
#include "indexer/model/csv.h"
#include "indexer/model/date.h"
#include "indexer/model/vocabulary.h"

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uintmax_t kMaxSampleBytes = 12u << 20;
const fs::path kSample = fs::path(FOI_SOURCE_DIR) / "corpus/sample";
const fs::path kReference = fs::path(FOI_SOURCE_DIR) / "corpus/reference";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<foi::CsvRow> table(const fs::path& path, char separator) { return foi::parse_csv(read(path), separator); }

// The values of one column.
std::set<std::string> column(const fs::path& path, std::size_t index) {
  std::set<std::string> values;
  for (const auto& row : table(path, '\t'))
    if (row.size() > index) values.insert(row[index]);
  return values;
}

std::vector<Json> truth() {
  std::vector<Json> lines;
  std::ifstream in(kSample / "truth.jsonl");
  for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
  return lines;
}

std::set<std::string> documents() {
  std::set<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(kSample / "documents"))
    if (entry.is_regular_file() && entry.path().filename() != "manifest.csv") files.insert(fs::relative(entry.path(), kSample).string());
  return files;
}

bool null_or_date(const Json& value) { return value.is_null() || foi::parse_iso(value.get<std::string>()).has_value(); }

TEST(Sample, EveryDocumentHasOneLineOfTruthAndOneOfContents) {
  std::multiset<std::string> in_truth, in_contents;
  for (const Json& line : truth()) in_truth.insert(line["file"]);
  const auto contents = table(kSample / "CONTENTS.tsv", '\t');
  for (std::size_t i = 1; i < contents.size(); ++i) in_contents.insert("documents/" + contents[i].at(0));
  const auto files = documents();
  EXPECT_EQ(in_truth, std::multiset<std::string>(files.begin(), files.end()));
  EXPECT_EQ(in_contents, in_truth);
}

TEST(Sample, IdsAreThoseOfTheBytes) {
  for (const Json& line : truth())
    EXPECT_EQ(line["id"], foi::library::document_id(foi::library::sha256_hex(read(kSample / line["file"].get<std::string>()))))
        << line["file"];
}

TEST(Sample, TruthUsesOnlyWordsThatExist) {
  const auto codes = column(kReference / "exemptions.tsv", 0), topics = column(kReference / "topics.tsv", 0);
  auto authorities = column(kReference / "authorities.tsv", 0);
  for (const Json& line : truth()) {
    SCOPED_TRACE(line["file"].get<std::string>());
    EXPECT_TRUE(foi::parse_name<foi::Kind>(line["kind"].get<std::string>()));
    EXPECT_TRUE(foi::parse_name<foi::Outcome>(line["outcome"].get<std::string>()));
    for (const Json& other : line["outcome_ok"]) EXPECT_TRUE(foi::parse_name<foi::Outcome>(other.get<std::string>())) << other;
    for (const Json& ground : line["exemptions"]) {
      EXPECT_TRUE(codes.contains(ground["id"])) << ground;
      EXPECT_TRUE(foi::parse_name<foi::CitationStatus>(ground["status"].get<std::string>())) << ground;
    }
    for (const Json& code : line["mentioned_only"]) EXPECT_TRUE(codes.contains(code)) << code;
    EXPECT_LE(line["topics"].size(), 3u);
    for (const Json& topic : line["topics"]) EXPECT_TRUE(topics.contains(topic)) << topic;
    EXPECT_TRUE(null_or_date(line["received"])) << line["received"];
    EXPECT_TRUE(null_or_date(line["responded"])) << line["responded"];
    if (!line["authority"].is_null()) {
      EXPECT_TRUE(authorities.contains(line["authority"]["id"])) << line["authority"];
    }
  }
}

TEST(Sample, NoGroundIsAlsoOnlyMentioned) {
  for (const Json& line : truth())
    for (const Json& ground : line["exemptions"])
      for (const Json& code : line["mentioned_only"]) EXPECT_NE(ground["id"], code) << line["file"];
}

TEST(Sample, ManifestNamesDocumentsThatExist) {
  const auto files = documents();
  const auto rows = table(kSample / "documents/manifest.csv", ',');
  ASSERT_GT(rows.size(), 20u);
  EXPECT_EQ(rows.front(),
            (foi::CsvRow{"path", "url", "authority", "reference", "received", "responded", "title", "licence", "in_reply_to"}));
  EXPECT_LT(rows.size() - 1, files.size()) << "some documents are to have no entry in the log";
  for (std::size_t i = 1; i < rows.size(); ++i) {
    ASSERT_EQ(rows[i].size(), 9u) << rows[i][0];
    EXPECT_TRUE(files.contains("documents/" + rows[i][0])) << rows[i][0];
    EXPECT_TRUE(rows[i][1].starts_with("https://example.org/")) << rows[i][1];
    if (!rows[i][8].empty()) {
      EXPECT_TRUE(files.contains("documents/" + rows[i][8])) << rows[i][8];
    }
  }
}

TEST(Sample, IsSmallAndVaried) {
  std::uintmax_t bytes = 0;
  std::map<std::string, int> formats, extensions;
  std::set<std::string> styles;
  for (const auto& entry : fs::recursive_directory_iterator(kSample))
    if (entry.is_regular_file()) bytes += entry.file_size();
  const auto contents = table(kSample / "CONTENTS.tsv", '\t');
  int letters = 0;
  for (std::size_t i = 1; i < contents.size(); ++i) {
    ++formats[contents[i].at(2)];
    ++extensions[fs::path(contents[i].at(0)).extension().string()];
    if (contents[i].at(1).empty()) continue;
    ++letters;
    styles.insert(contents[i].at(1));
  }
  EXPECT_LE(bytes, kMaxSampleBytes);
  EXPECT_GE(letters, 60);
  EXPECT_GE(styles.size(), 12u);
  EXPECT_GE(formats["pdf"] + formats["pdf-unembedded"] + formats["mixed"], 60);
  EXPECT_GE(formats["scan"], 10);
  EXPECT_GE(formats["docx"], 30);
  // Every format that is read, JPEG apart.
  for (const char* extension :
       {".pdf", ".docx", ".doc", ".odt", ".xlsx", ".ods", ".csv", ".pptx", ".html", ".eml", ".zip", ".png", ".tif", ".txt", ".md"})
    EXPECT_GE(extensions[extension], 1) << extension;
}

}  // namespace
