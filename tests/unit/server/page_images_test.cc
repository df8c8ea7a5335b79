// Pictures of pages as the site gives them: when, which, from where, and how many at once. What is drawn is a fake's.
#include "server/page_images.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <mutex>
#include <thread>

#include "fake_search.h"

namespace foi::server {
namespace {

using namespace std::chrono_literals;
using extract::DrawRequest;
using extract::GreyImage;

KeptImage picture(std::size_t bytes) { return {.png = std::make_shared<const std::string>(bytes, 'x'), .why = {}}; }

TEST(ImageCache, KeepsWhatWasAskedForLast) {
  ImageCache cache(4000);
  cache.find("1", {});
  for (const std::uint32_t page : {1u, 2u, 3u}) cache.keep("1", {"a", page, 800}, picture(1000));
  EXPECT_TRUE(cache.find("1", {"a", 1, 800}));
  cache.keep("1", {"a", 4, 800}, picture(1000));
  EXPECT_TRUE(cache.find("1", {"a", 1, 800}));
  EXPECT_FALSE(cache.find("1", {"a", 2, 800})) << "the one that nobody wanted for longest";
  EXPECT_FALSE(cache.find("1", {"a", 1, 480})) << "another width is another picture";
  EXPECT_LE(cache.bytes(), 4000u);
  cache.keep("1", {"a", 5, 800}, picture(5000));
  EXPECT_FALSE(cache.find("1", {"a", 5, 800})) << "larger than all that may be kept";
  EXPECT_EQ(cache.size(), 3u);
}

TEST(ImageCache, IsBoundedInNumberToo) {
  ImageCache cache(std::size_t{1} << 30);
  cache.find("1", {});
  for (std::uint32_t page = 1; page <= limits::kImageCacheEntries + 100; ++page) cache.keep("1", {"a", page, 800}, picture(1));
  EXPECT_EQ(cache.size(), limits::kImageCacheEntries);
}

TEST(ImageCache, ANewEditionForgetsTheOld) {
  ImageCache cache(10'000);
  cache.find("1", {});
  cache.keep("1", {"a", 1, 800}, picture(100));
  EXPECT_FALSE(cache.find("2", {"a", 1, 800}));
  EXPECT_EQ(cache.bytes(), 0u);
  cache.keep("1", {"a", 1, 800}, picture(100));
  EXPECT_EQ(cache.size(), 0u) << "drawn for an edition that serves no more";
}

TEST(DrawSlots, OneDocumentLeavesRoomForOthers) {
  DrawSlots slots(2, 8);
  ASSERT_TRUE(slots.take("long", 0ms));
  EXPECT_FALSE(slots.take("long", 10ms));
  EXPECT_TRUE(slots.take("short", 0ms));
  EXPECT_FALSE(slots.take("third", 10ms));
  slots.give_back("long");
  EXPECT_TRUE(slots.take("third", 0ms));
}

TEST(DrawSlots, WhoWaitsGetsTheNextAndNotTooManyWait) {
  DrawSlots slots(1, 8), nobody_waits(1, 0);
  ASSERT_TRUE(slots.take("a", 0ms));
  auto waiting = std::async(std::launch::async, [&] { return slots.take("b", 10s); });
  std::this_thread::sleep_for(20ms);
  slots.give_back("a");
  EXPECT_TRUE(waiting.get());
  ASSERT_TRUE(nobody_waits.take("a", 0ms));
  const auto began = std::chrono::steady_clock::now();
  EXPECT_FALSE(nobody_waits.take("b", 10s));
  EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
}

// A site over one document of two pages whose original is on disk.
class PageImage : public testing::Test {
 protected:
  PageImage() {
    std::filesystem::create_directories(library_ / "originals" / "aa");
    std::ofstream(library_ / "originals" / "aa" / std::string(62, 'a')) << "the document";
  }
  ~PageImage() override { std::filesystem::remove_all(library_); }

  Result<GreyImage> draw(int descriptor, const DrawRequest& request) {
    ++drawn_;
    {
      const std::lock_guard lock(mutex_);
      last_ = request;
    }
    char byte = 0;
    EXPECT_EQ(::pread(descriptor, &byte, 1, 0), 1);
    while (hold_) std::this_thread::sleep_for(1ms);
    if (fails_) return *fails_;
    const int height = request.width * 842 / 595;
    return GreyImage{request.width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(request.width * height), 255)};
  }

  struct Fixture {
    explicit Fixture(PageImage& test)
        : site({.edition = [this] { return search; },
                .draw = [&test](int descriptor, const DrawRequest& request) { return test.draw(descriptor, request); },
                .report = [this](const std::string& line) { reports.push_back(line); }},
               small_reference(), {.library = test.library_}) {
      search->add(example_record(), {"Text of the letter", "More text"});
      for (auto& [key, stored] : search->pages) {
        stored.page.width = 595, stored.page.height = 842;
        stored.page.words = {{0, 4, {50, 50, 80, 61}, 1}};
      }
    }
    Answer get(const std::string& target, const std::string& if_none_match = {}) const {
      return site.answer({.method = "GET", .target = target, .if_none_match = if_none_match});
    }
    std::shared_ptr<FakeSearch> search = std::make_shared<FakeSearch>();
    std::vector<std::string> reports;
    Site site;
  };

  const std::filesystem::path library_ = std::filesystem::path(testing::TempDir()) / ("foi-images-" + std::to_string(::getpid()));
  std::atomic<int> drawn_ = 0;
  std::atomic<bool> hold_ = false;
  std::optional<Error> fails_;
  std::mutex mutex_;
  DrawRequest last_;  // guarded by mutex_ while anything draws
};

const std::string kPages = std::string("/api/v1/documents/") + kDocumentId + "/pages/";

TEST_F(PageImage, IsAPngDrawnOnce) {
  Fixture f(*this);
  const Answer answer = f.get(kPages + "1.png");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.content_type, "image/png");
  EXPECT_TRUE(answer.body.starts_with("\x89PNG\r\n\x1a\n"));
  EXPECT_EQ(header_of(answer, "Cache-Control"), "public, no-cache");
  EXPECT_EQ(last_.width, 800);
  EXPECT_EQ(f.get(kPages + "1.png").body, answer.body);
  EXPECT_EQ(drawn_, 1);
  EXPECT_EQ(f.get(kPages + "1.png", header_of(answer, "ETag")).status, 304);
  EXPECT_EQ(f.get(kPages + "2.png?width=240").status, 200);
  EXPECT_EQ(last_.page, 2u);
  EXPECT_EQ(last_.width, 240);
}

TEST_F(PageImage, WhatIsNotThereIsSaid) {
  Fixture f(*this);
  for (const char* page : {"3.png", "0.png", "1.jpg", "x.png", ".png", "01.png", "1.png.png", "99999999999.png"})
    EXPECT_EQ(f.get(kPages + page).status, 404) << page;
  for (const char* query : {"?width=801", "?width=", "?width=800&width=800", "?q=x", "?width=-1"})
    EXPECT_EQ(f.get(kPages + "1.png" + query).status, 400) << query;
  EXPECT_EQ(f.get("/api/v1/documents/bbbbbbbbbbbbbbbb/pages/1.png").status, 404);
  EXPECT_EQ(drawn_, 0);
}

TEST_F(PageImage, TheReasonIsThePagesOwn) {
  Fixture f(*this);
  f.search->pages[{kDocumentId, 1}].page.source = PageSource::kNone;
  const Answer image = f.get(kPages + "1.png"), page = f.get(kPages + "1");
  EXPECT_EQ(image.status, 404);
  EXPECT_EQ(image.content_type, "application/problem+json");
  EXPECT_TRUE(holds(image.body, "could not be read"));
  EXPECT_TRUE(holds(page.body, "\"image\":null,\"no_image\":\"This page could not be read")) << page.body;
  EXPECT_TRUE(holds(f.get(kPages + "2").body, "pages/2.png\",\"no_image\":null")) << f.get(kPages + "2").body;
  EXPECT_EQ(drawn_, 0);
  FakeSite without({.library = library_});
  without.search->add(example_record(), {"text"});
  EXPECT_EQ(without.get(kPages + "1.png").status, 404) << "a site that draws nothing";
}

TEST_F(PageImage, ARemovedDocumentIsGoneAtOnce) {
  Fixture f(*this);
  const std::string etag = header_of(f.get(kPages + "1.png"), "ETag");
  f.search->documents.clear();
  f.search->pages.clear();
  f.search->set_edition("000001.8");
  EXPECT_EQ(f.get(kPages + "1.png").status, 404);
  EXPECT_EQ(f.get(kPages + "1.png", etag).status, 404) << "its tag is worth nothing any more";
}

TEST_F(PageImage, ADocumentThatCannotBeDrawnIsNotTriedAgain) {
  Fixture f(*this);
  fails_ = worker_error("the reader took too long");
  for (int i = 0; i < 3; ++i) {
    const Answer answer = f.get(kPages + "1.png");
    EXPECT_EQ(answer.status, 404);
    EXPECT_TRUE(holds(answer.body, "took too long")) << answer.body;
  }
  EXPECT_EQ(drawn_, 1);
}

TEST_F(PageImage, AMachineAtFaultIsTriedAgainAndReported) {
  Fixture f(*this);
  fails_ = environment_error("cannot start foi-extract-image");
  const Answer answer = f.get(kPages + "1.png");
  EXPECT_EQ(answer.status, 500);
  EXPECT_FALSE(holds(answer.body, "foi-extract-image"));
  EXPECT_EQ(f.reports.size(), 1u);
  fails_.reset();
  EXPECT_EQ(f.get(kPages + "1.png").status, 200);
}

TEST_F(PageImage, TooManyAtOnceAreToldToComeBack) {
  PageImages images([this](int descriptor, const DrawRequest& request) { return draw(descriptor, request); },
                    {.library = library_, .slots = 2, .patience = 20ms});
  Fixture f(*this);
  Record other = example_record();
  other.id = "bbbbbbbbbbbbbbbb";
  const index::StoredPage page = f.search->pages[{kDocumentId, 1}];
  hold_ = true;
  auto one = std::async(std::launch::async, [&] { return images.get("1", example_record(), page, 800); });
  while (drawn_ < 1) std::this_thread::yield();
  index::StoredPage second = page;
  second.page.number = 2;
  EXPECT_TRUE(std::holds_alternative<PageImages::Busy>(images.get("1", example_record(), second, 800))) << "the same document again";
  auto two = std::async(std::launch::async, [&] { return images.get("1", other, page, 800); });
  while (drawn_ < 2) std::this_thread::yield();
  hold_ = false;
  EXPECT_TRUE(std::holds_alternative<KeptImage>(one.get()));
  EXPECT_TRUE(std::holds_alternative<KeptImage>(two.get())) << "another document did not have to wait";
}

TEST_F(PageImage, StandsOnTheDocumentsPageWithWhatWasFoundMarked) {
  Fixture f(*this);
  const std::string body = f.get(std::string("/d/") + kDocumentId + "?q=Text").body;
  EXPECT_TRUE(holds(body, "<img src=\"" + kPages + "1.png?width=800\"")) << body;
  EXPECT_TRUE(holds(body, "loading=\"lazy\" width=\"800\" height=\"1132\""));
  EXPECT_TRUE(holds(body, "<details class=\"page-image\" open>"));
  EXPECT_TRUE(holds(body, "<rect x=\"49\" y=\"49\" width=\"32\" height=\"13\"/>"));
  EXPECT_TRUE(holds(body, "<span class=\"found\">Text</span> of the letter"));
  EXPECT_FALSE(holds(f.get(std::string("/d/") + kDocumentId).body, "<rect"));
  EXPECT_EQ(drawn_, 0);
}

}  // namespace
}  // namespace foi::server
