// Which edition serves: opens the generation that CURRENT names, and the next one when it is published, without a failed request.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "indexer/model/reference.h"
#include "indexer/model/result.h"
#include "server/search.h"

namespace foi::server {

using Edition = std::shared_ptr<const Search>;

// A generation on disk, opened through indexer/index. Errors: kEnvironment. Arguments mean what they do to index::Searcher::open.
Result<Edition> open_edition(const std::filesystem::path& generation, const Reference& reference,
                             std::shared_ptr<const index::Lexicon> lexicon = nullptr);

// Thread safety: current() from any number of threads. Requests hold the edition they began with until they are done; it closes after.
class Editions {
 public:
  struct Hooks {
    std::function<Result<std::filesystem::path>()> locate;  // the generation that should serve
    std::function<Result<Edition>(const std::filesystem::path& generation)> open;
    std::function<void(const std::string& line)> report;  // one line for the operator; from the watching thread
  };

  // Opens the current generation and watches from then on, every interval. Errors: those of locate and open.
  static Result<std::unique_ptr<Editions>> start(Hooks hooks, std::chrono::milliseconds interval);
  Editions(const Editions&) = delete;
  Editions& operator=(const Editions&) = delete;
  ~Editions();

  Edition current() const;
  // Takes up the generation that serves now, unless another edition than seen serves already. Any thread.
  void renew(const Edition& seen);

 private:
  Editions(Hooks hooks, std::chrono::milliseconds interval, std::filesystem::path generation, Edition edition);
  void watch();
  void look();
  void complain(const std::string& why);

  Hooks hooks_;
  std::chrono::milliseconds interval_;
  std::mutex look_mutex_;             // over the two that follow
  std::filesystem::path generation_;  // of the edition that serves
  std::string last_complaint_;        // an error is told once, not every second
  mutable std::mutex mutex_;
  Edition edition_;
  bool stopping_ = false;
  std::condition_variable wake_;
  std::thread watcher_;
};

}  // namespace foi::server
