// Pictures of the sample letters' pages, read by OCR: whoever is masked in the text is not to be read in the picture either.
#include <gtest/gtest.h>
#include <httplib.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "indexer/extract/ocr.h"
#include "indexer/extract/picture.h"
#include "tests/e2e/programs.h"
#include "tests/unit/extract/made_pdf.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using extract::GreyImage;

const fs::path kSample = fs::path(FOI_SOURCE_DIR) / "corpus" / "sample";
// Letters whose pictures are read; every one would take minutes.
constexpr std::size_t kLettersRead = 24;

// Letters and digits of a text, in lower case, words apart by one space.
std::string folded(const std::string& text) {
  std::string out = " ";
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (std::isalnum(u) != 0 || u >= 0x80)
      out.push_back(static_cast<char>(std::tolower(u)));
    else if (out.back() != ' ')
      out.push_back(' ');
  }
  return out + " ";
}

class Site {
 public:
  explicit Site(const fs::path& documents) {
    const Ran built = run("foi-index", {"build", documents.string(), "--library", library()});
    EXPECT_EQ(built.exit_code, 0) << built.err;
    server_ =
        std::make_unique<Running>("foi-server", std::vector<std::string>{"--library", library(), "--listen", "127.0.0.1:0"}, "http://");
  }
  std::string library() const { return (home_ / "library").string(); }
  httplib::Result get(const std::string& path) const {
    httplib::Client client("127.0.0.1", port_in(server_->line()));
    client.set_read_timeout(20);
    return client.Get(path);
  }
  Json json(const std::string& path) const {
    const auto answer = get(path);
    EXPECT_TRUE(answer && answer->status == 200) << path;
    return answer ? Json::parse(answer->body, nullptr, false) : Json();
  }

 private:
  Scratch home_;
  std::unique_ptr<Running> server_;
};

const Site& sample() {
  static const Site site(kSample / "documents");
  return site;
}

GreyImage decoded(const std::string& png) {
  auto page = extract::read_picture_to_width(png, "image/png", 1, 100'000);
  EXPECT_TRUE(page) << page.error().message;
  return page ? std::move(page->image) : GreyImage();
}

// Every word of an image that OCR makes out.
std::string read(extract::OcrEngine& engine, const std::string& png) {
  const auto page = extract::read_picture(png, "image/png", 1, 200);
  EXPECT_TRUE(page) << page.error().message;
  const auto reading = engine.read(*page);
  return reading ? reading->laid.text : "";
}

std::vector<Json> truth() {
  std::vector<Json> rows;
  std::ifstream in(kSample / "truth.jsonl");
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) rows.push_back(Json::parse(line));
  return rows;
}

std::set<std::string> people_of(const Json& row) {
  std::set<std::string> people;
  for (const char* list : {"requesters", "staff"})
    for (const Json& name : row.at(list)) people.insert(folded(name.get<std::string>()));
  return people;
}

TEST(PageImages, NobodyWhoIsMaskedCanBeReadInThem) {
  auto engine = extract::OcrEngine::load("eng");
  ASSERT_TRUE(engine) << engine.error().message;
  std::size_t letters = 0, names = 0, expected = 0, legible = 0;
  for (const Json& row : truth()) {
    const std::string id = row.at("id");
    const std::set<std::string> people = people_of(row);
    if (people.empty() || letters == kLettersRead) continue;
    const std::string path = "/api/v1/documents/" + id + "/pages/1";
    const auto image = sample().get(path + ".png?width=1600");
    if (!image || image->status != 200) continue;
    ++letters;
    const std::string seen = folded(read(*engine, image->body));
    for (const std::string& name : people) {
      ++names;
      EXPECT_EQ(seen.find(name), std::string::npos) << row.at("file") << ": " << name;
    }
    const std::string text = folded(sample().json(path).at("text"));
    for (std::size_t at = 1, end = 0; (end = text.find(' ', at)) != std::string::npos; at = end + 1)
      if (end - at > 4) ++expected, legible += seen.find(text.substr(at - 1, end - at + 2)) != std::string::npos ? 1 : 0;
  }
  EXPECT_EQ(letters, kLettersRead);
  EXPECT_GT(names, 30u);
  // The pictures are not empty: what may be read can be.
  EXPECT_GT(static_cast<double>(legible), 0.85 * static_cast<double>(expected)) << legible << " of " << expected;
}

// Every page that has a picture: nothing but paint where something was masked.
TEST(PageImages, NothingButPaintStandsWhereSomethingWasMasked) {
  std::size_t pictures = 0, boxes = 0, without = 0;
  for (const Json& row : truth()) {
    const Json record = sample().json("/api/v1/documents/" + row.at("id").get<std::string>());
    for (const Json& summary : record.at("pages")) {
      const std::string path =
          "/api/v1/documents/" + row.at("id").get<std::string>() + "/pages/" + std::to_string(summary.at("number").get<int>());
      const Json page = sample().json(path);
      const auto answer = sample().get(path + ".png?width=480");
      ASSERT_TRUE(answer) << path;
      ASSERT_EQ(answer->status == 200, !page.at("image").is_null()) << path << answer->body;
      if (answer->status != 200 && ++without) continue;
      ++pictures;
      const GreyImage image = decoded(answer->body);
      const double scale = image.width / page.at("width").get<double>();
      for (const Json& mask : page.at("masks"))
        for (const Json& box : mask.at("boxes")) {
          ++boxes;
          const auto pixel = [&](int corner) { return static_cast<int>(box[static_cast<std::size_t>(corner)].get<double>() * scale); };
          for (int y = std::max(0, pixel(1)); y < std::min(image.height, pixel(3)); ++y)
            for (int x = std::max(0, pixel(0)); x < std::min(image.width, pixel(2)); ++x)
              ASSERT_EQ(image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)],
                        176)
                  << path << " at " << x << "," << y;
        }
    }
  }
  EXPECT_GT(pictures, 100u);
  EXPECT_GT(boxes, 200u);
  EXPECT_GT(without, 20u) << "flowing documents have none";
}

// A request as long as a book, every page of it asked for at once, and another document beside it.
TEST(PageImages, ALongDocumentHoldsNobodyUp) {
  const Scratch documents;
  std::vector<extract::MadePage> pages;
  for (int page = 1; page <= 300; ++page) {
    std::string content;
    for (int line = 0; line < 50; ++line)
      content += extract::text_at(60, 780 - 14 * line, "Line " + std::to_string(line) + " of the ledger of the harbour office.");
    pages.push_back({.content = content});
  }
  documents.write("long.pdf", extract::make_pdf(pages));
  documents.write("short.pdf", extract::make_pdf({{.content = extract::text_at(60, 700, "A short letter about zeppelins.")}}));
  const Site site(documents.path());
  std::string long_id, short_id;
  const Json found = site.json("/api/v1/search?facets=none");
  for (const Json& hit : found.at("results")) {
    const Json record = site.json("/api/v1/documents/" + hit.at("id").get<std::string>());
    (record.at("pages").size() > 1 ? long_id : short_id) = hit.at("id");
  }
  ASSERT_FALSE(long_id.empty() || short_id.empty());
  std::atomic<int> next = 1, drawn = 0, busy = 0, wrong = 0;
  std::vector<std::jthread> greedy;
  for (int i = 0; i < 32; ++i)
    greedy.emplace_back([&] {
      for (int page = next++; page <= 300; page = next++) {
        const auto answer = site.get("/api/v1/documents/" + long_id + "/pages/" + std::to_string(page) + ".png?width=1600");
        const int status = answer ? answer->status : 0;
        (status == 200 ? drawn : status == 503 && answer->has_header("Retry-After") ? busy : wrong) += 1;
      }
    });
  while (drawn < 4) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(site.get("/api/v1/documents/" + short_id + "/pages/1.png")->status, 200);
  EXPECT_EQ(site.json("/api/v1/search?q=zeppelins").at("total"), 1);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(3)) << "another document and a search had to wait";
  EXPECT_LT(drawn, 300) << "the long one was done before the others were asked for";
  greedy.clear();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(drawn + busy, 300);
  // Removed, it is gone from the pictures with the first look at the new edition.
  EXPECT_EQ(run("foi-index", {"remove", long_id, "--reason", "test", "--library", site.library()}).exit_code, 0);
  int status = 200;
  for (int i = 0; i < 100 && status == 200; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    status = site.get("/api/v1/documents/" + long_id + "/pages/1.png?width=1600")->status;
  }
  EXPECT_EQ(status, 410);
}

}  // namespace
}  // namespace foi::test
