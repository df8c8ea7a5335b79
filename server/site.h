// The whole site as one function from call to answer: routes, methods, headers, one error shape. No sockets.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/model/reference.h"
#include "server/message.h"
#include "server/originals.h"
#include "server/page_images.h"
#include "server/search.h"

namespace foi::server {

struct SiteOptions {
  std::filesystem::path library{};  // where originals are
  std::string public_url{};         // "https://foi.example.org", or empty
  std::string notice{};             // at the top of every page, or empty
  OriginalsPolicy originals = OriginalsPolicy::kClean;
  std::size_t search_slots = 1;  // searches that run at once
  std::size_t draw_slots = 2;    // pages drawn at once
  std::size_t image_cache_bytes = limits::kImageCacheBytes;
  std::size_t rate_limit = 0;  // requests a minute from one address; 0: as many as they like
};

// Thread safety: any number of threads.
class Site {
 public:
  struct Hooks {
    std::function<std::shared_ptr<const Search>()> edition;  // the one that serves now; never null
    // Asks for a newer one after seen was overtaken; may be empty.
    std::function<void(const std::shared_ptr<const Search>& seen)> renew{};
    PageImages::Draw draw{};                              // draws a page of an original; empty: pages are not drawn
    std::function<void(const std::string& line)> report;  // what went wrong here, for the operator; never holds a query
  };
  // reference must outlive the site.
  Site(Hooks hooks, const Reference& reference, SiteOptions options);
  ~Site();

  // Never throws. HEAD is answered as GET; whoever sends the answer leaves the body out.
  Answer answer(const Call& call) const;
  // An answer is sent: what /metrics counts.
  void measured(std::string_view route, int status, std::chrono::microseconds took) const;
  // The answer to a request that is refused before it can be read in full: 400, 408, 413, 414 …
  Answer refuse(int status, const std::string& target) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace foi::server
