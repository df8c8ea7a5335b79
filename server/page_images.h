// Pictures of pages: drawn on demand by a few workers at a time, kept in memory within bounds. Thread safety: any number of threads.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>

#include "indexer/extract/grey_image.h"
#include "indexer/extract/page_drawer.h"
#include "indexer/index/searcher.h"
#include "indexer/model/record.h"
#include "indexer/model/result.h"
#include "server/limits.h"
#include "server/originals.h"

namespace foi::server {

// As many drawings at once as there are slots; of one document one fewer, so that a long one leaves room for the others.
class DrawSlots {
 public:
  DrawSlots(std::size_t slots, std::size_t most_waiting) : slots_(slots), most_waiting_(most_waiting) {}
  // False when too many wait already, or none came free in time; otherwise give_back() must follow.
  bool take(std::string_view document, std::chrono::milliseconds patience);
  void give_back(std::string_view document);

 private:
  std::size_t most_of_one() const { return slots_ > 1 ? slots_ - 1 : 1; }

  const std::size_t slots_, most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t drawing_ = 0, waiting_ = 0;
  std::map<std::string, std::size_t, std::less<>> of_document_;
};

// A picture, or why there is none: a page that took its whole time once is not tried again in this edition.
struct KeptImage {
  std::shared_ptr<const std::string> png;  // null: none
  std::string why;
};

// The most recently asked for, of one edition only: what a newer edition removed is gone with everything else.
class ImageCache {
 public:
  struct Key {
    std::string id;
    std::uint32_t page = 1;
    int width = 0;
    auto operator<=>(const Key&) const = default;
  };
  explicit ImageCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}
  // Forgets everything when the edition is another than that of the call before.
  std::optional<KeptImage> find(const std::string& edition, const Key& key);
  // Nothing is kept of an edition that serves no more.
  void keep(const std::string& edition, const Key& key, KeptImage image);
  std::size_t bytes() const;
  std::size_t size() const;

 private:
  using Entries = std::list<std::pair<Key, KeptImage>>;
  static std::size_t cost(const KeptImage& image);
  void shrink();

  const std::size_t most_bytes_;
  mutable std::mutex mutex_;
  std::string edition_;
  Entries entries_;  // the most recently used first
  std::map<Key, Entries::iterator> places_;
  std::size_t bytes_ = 0;
};

class PageImages {
 public:
  struct Options {
    std::filesystem::path library{};  // where originals are
    OriginalsPolicy originals = OriginalsPolicy::kClean;
    std::size_t slots = 2;
    std::size_t cache_bytes = limits::kImageCacheBytes;
    std::chrono::milliseconds patience = limits::kImageWait;
  };
  using Draw = std::function<Result<extract::GreyImage>(int descriptor, const extract::DrawRequest& request)>;

  PageImages(Draw draw, Options options);

  // Why the page has no picture, or nothing when it may have one. Draws nothing.
  std::optional<std::string> why_none(const Record& record, const index::StoredPage& page) const;

  struct Busy {};
  // The page as PNG, width pixels wide or less. Errors that are the machine's: kEnvironment; why there is none otherwise is in the answer.
  std::variant<KeptImage, Busy, Error> get(const std::string& edition, const Record& record, const index::StoredPage& page, int width);

  const ImageCache& cache() const { return cache_; }

 private:
  std::variant<KeptImage, Error> draw(const Record& record, const index::StoredPage& page, int width) const;

  const Draw draw_;
  const Options options_;
  DrawSlots slots_;
  ImageCache cache_;
};

}  // namespace foi::server
