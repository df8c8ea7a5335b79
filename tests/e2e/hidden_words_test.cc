// Every way of hiding a word from a reader, each with a word of its own: built, served, and looked for wherever anyone could find it.
#include <gtest/gtest.h>
#include <httplib.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "corpus/make/word95.h"
#include "indexer/library/identity.h"
#include "indexer/library/published.h"
#include "indexer/model/text.h"
#include "tests/e2e/programs.h"
#include "tests/unit/extract/hidden_files.h"
#include "tests/unit/extract/made_zip.h"
#include "tests/unit/index/dump.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// Ten letters, no two words alike in spelling, none in any dictionary: "quzbabjxko" …
std::string word_of(std::size_t number) {
  std::string word = "qu";
  for (std::size_t rest = number * 7919 + 123'457; word.size() < 10; rest = rest / 5 + word.size() * 101)
    word += std::string(1, "bcdfghjklmnpqrstvwxz"[rest % 20]) + "aeiou"[rest % 5];
  return word;
}

struct Seed {
  std::string how, word, file, bytes;
  bool counted = true;
};

// Nobody looks at the properties of a web page, whose original is never offered: they are neither read nor counted.
Seed web_page_by(const std::string& author) {
  return {"HTML: author", author, "",
          "<!DOCTYPE html><html><head><meta name=author content=\"" + author + "\"></head><body><p>shown</p></body></html>", false};
}

std::vector<Seed> seeds() {
  std::vector<Seed> all;
  const std::size_t files = extract::hidden_files("").size(), pages = extract::hidden_pages("").size();
  for (std::size_t i = 0; i < files; ++i) {
    const extract::HiddenFile file = extract::hidden_files(word_of(i)).at(i);
    all.push_back({file.how, word_of(i), "", file.bytes});
  }
  for (std::size_t i = 0; i < pages; ++i) {
    const extract::HiddenPage page = extract::hidden_pages(word_of(files + i)).at(i);
    all.push_back({std::string("PDF: ") + page.how, word_of(files + i), "", extract::make_pdf({page.page})});
  }
  std::size_t next = files + pages;
  const std::size_t beside = extract::hidden_beside_pages("").size(), contradicted = extract::contradicted_pages("").size();
  for (std::size_t i = 0; i < beside; ++i, ++next) {
    const extract::HiddenFile file = extract::hidden_beside_pages(word_of(next)).at(i);
    all.push_back({file.how, word_of(next), "", file.bytes});
  }
  for (std::size_t i = 0; i < contradicted; ++i, ++next) {
    const extract::HiddenPage page = extract::contradicted_pages(word_of(next)).at(i);
    all.push_back({std::string("PDF: ") + page.how, word_of(next), "", extract::make_pdf({page.page})});
  }
  for (const corpus::Unseen how : {corpus::Unseen::kHidden, corpus::Unseen::kDeleted}) {
    const std::string word = word_of(next++);
    all.push_back({how == corpus::Unseen::kHidden ? "DOC: hidden" : "DOC: deleted revision", word, "",
                   corpus::write_word95("Dear reader,\rIt was shown to " + word + " by us.\rYours\r", 104, word, how)});
  }
  all.push_back(web_page_by(word_of(next)));
  for (std::size_t i = 0; i < all.size(); ++i) all[i].file = "f" + std::to_string(i);
  return all;
}

// Whatever holds a word says so, in any of the ways text is written down.
std::vector<std::string> found_in(const std::string& text, const std::vector<Seed>& all) {
  std::string folded = to_lower_ascii(text);
  std::string narrow;  // UTF-16 of plain letters
  std::copy_if(folded.begin(), folded.end(), std::back_inserter(narrow), [](char c) { return c != '\0'; });
  std::vector<std::string> found;
  for (const Seed& seed : all)
    for (const std::string* where : {&folded, &narrow})
      if (where->find(seed.word.substr(0, 9)) != std::string::npos) found.push_back(seed.how + " (" + seed.word + ")");
  return found;
}

const std::vector<std::string> kNothing;

// The text of each column of each table of the library's database.
std::string everything_in_database(const fs::path& file) {
  std::string all;
  sqlite3* database = nullptr;
  EXPECT_EQ(sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
  std::vector<std::string> tables;
  const auto each_row = [&](const std::string& sql, auto work) {
    sqlite3_stmt* rows = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(database, sql.c_str(), -1, &rows, nullptr), SQLITE_OK) << sql;
    while (sqlite3_step(rows) == SQLITE_ROW)
      for (int column = 0; column < sqlite3_column_count(rows); ++column) {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(rows, column));
        if (bytes != nullptr) work(std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(rows, column))));
      }
    sqlite3_finalize(rows);
  };
  each_row("SELECT name FROM sqlite_schema WHERE type = 'table'", [&](const std::string& name) { tables.push_back(name); });
  EXPECT_GE(tables.size(), 6u);
  for (const std::string& table : tables) each_row("SELECT * FROM " + table, [&](const std::string& value) { all += value + "\n"; });
  sqlite3_close(database);
  return all;
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class HiddenWords : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const Seed& seed : seeds_) corpus_.write(seed.file, seed.bytes);
    corpus_.write("plain.txt", "Thank you for your request about " + kPlain + ". It was shown.\n");
    const Ran ran = run("foi-index", {"build", corpus_.path().string(), "--library", dir_.string()});
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    EXPECT_EQ(found_in(ran.err, seeds_), kNothing);
    server_ =
        std::make_unique<Running>("foi-server", std::vector<std::string>{"--library", dir_.string(), "--listen", "127.0.0.1:0"}, "http://");
  }
  std::string get(const std::string& path, int status = 200) const {
    httplib::Client client("127.0.0.1", port_in(server_->line()));
    const auto response = client.Get(path);
    EXPECT_TRUE(response && response->status == status) << path << (response ? " " + std::to_string(response->status) : "");
    return response ? response->body : "";
  }
  std::string id_of(const Seed& seed) const { return library::document_id(library::sha256_hex(seed.bytes)); }

  inline static const std::string kPlain = "zygodactyls";  // found everywhere, which shows that looking works
  const std::vector<Seed> seeds_ = seeds();
  Scratch corpus_, home_;
  const fs::path dir_ = home_ / "library";
  std::unique_ptr<Running> server_;
};

// Every word is looked for in all that is kept but the originals, which nobody is given.
TEST_F(HiddenWords, AreInNothingThatIsKept) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(dir_)) {
    if (!entry.is_regular_file() || fs::relative(entry.path(), dir_).string().starts_with("originals/")) continue;
    ++files;
    EXPECT_EQ(found_in(read(entry.path()), seeds_), kNothing) << entry.path();
  }
  EXPECT_GE(files, seeds_.size()) << "an extraction of each at least";
  const std::string database = everything_in_database(dir_ / "library.sqlite");
  EXPECT_EQ(found_in(database, seeds_), kNothing);
  EXPECT_NE(database.find(kPlain), std::string::npos);
  const std::string index = index::made::dump(*library::current_generation(dir_));
  EXPECT_EQ(found_in(index, seeds_), kNothing);
  EXPECT_NE(index.find(kPlain), std::string::npos);
}

TEST_F(HiddenWords, AreInNothingThatIsServed) {
  for (const char* path : {"/api/v1/export", "/api/v1/export?format=csv", "/feed.atom", "/", "/?q=shown", "/authorities", "/topics",
                           "/status", "/api/v1/search?limit=100&facet_limit=0&q=shown", "/api/v1/suggest?q=q", "/api/v1/suggest?q=qu"})
    EXPECT_EQ(found_in(get(path), seeds_), kNothing) << path;
  EXPECT_NE(get("/api/v1/export").find(id_of(seeds_[0])), std::string::npos);
  for (const Seed& seed : seeds_) {
    const std::string id = id_of(seed);
    const Json record = Json::parse(get("/api/v1/documents/" + id));
    ASSERT_FALSE(record.at("pages").empty()) << seed.how;
    std::string text;
    for (const Json& page : record.at("pages")) text += get("/api/v1/documents/" + id + "/pages/" + page.at("number").dump());
    EXPECT_EQ(found_in(record.dump() + text + get("/d/" + id), seeds_), kNothing) << seed.how;
    EXPECT_TRUE(text.find("shown") != std::string::npos || text.find("We searched") != std::string::npos) << seed.how << text;
    EXPECT_EQ(!record.at("hidden").empty(), seed.counted) << seed.how << record.at("hidden");
    if (seed.counted) get("/d/" + id + "/original", 404);
  }
}

TEST_F(HiddenWords, AreFoundByNoSearch) {
  EXPECT_EQ(Json::parse(get("/api/v1/search?q=" + kPlain)).at("total"), 1);
  EXPECT_EQ(Json::parse(get("/api/v1/search?q=zygodactils")).at("suggestion"), kPlain) << "spelling is helped with";
  for (const Seed& seed : seeds_) {
    const std::string& word = seed.word;
    std::string mistyped = word;
    std::swap(mistyped[4], mistyped[5]);
    const std::vector<std::string> queries{
        word, "%22" + word + "%22", word.substr(0, 8) + "*", "title:" + word, "answer:" + word, "question:" + word, mistyped};
    for (const std::string& q : queries) {
      const Json found = Json::parse(get("/api/v1/search?q=" + q));
      EXPECT_EQ(found.at("total"), 0) << seed.how << ": " << q;
      EXPECT_TRUE(found.at("suggestion").is_null() || found_in(found.at("suggestion").dump(), seeds_).empty()) << seed.how << ": " << q;
    }
    EXPECT_EQ(found_in(get("/api/v1/suggest?q=" + word.substr(0, 6)), seeds_), kNothing) << seed.how;
  }
  std::cout << seeds_.size() << " hidden words looked for\n";
  EXPECT_GE(seeds_.size(), 100u);
}

TEST(HiddenWord, HasNoTwin) {
  std::map<std::string, std::string> seen;
  for (const Seed& seed : seeds()) {
    EXPECT_TRUE(seen.emplace(seed.word.substr(0, 9), seed.how).second) << seed.how << " and " << seen.at(seed.word.substr(0, 9));
    EXPECT_NE(seed.bytes, "");
  }
}

}  // namespace
}  // namespace foi::test
