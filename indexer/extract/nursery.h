// Workers that need not be loaded anew for every document. A nursery is a worker program started with --nursery: linked and prepared, it
// never sees a document, but forks a child for each, which shuts itself in as any worker does and reads that one document. Starting costs
// a twentieth of what loading Poppler's forty libraries does, which is more than reading a short letter takes.
//
// The conversation, over a SOCK_SEQPACKET socket at kReplyDescriptor (messages.h):
//   nursery: kNurseryReady, once prepared;
//   parent:  arguments, each ended by a zero byte, with the document and the pipe for replies;
//   nursery: kNurseryBorn with a descriptor of the child (pidfd), or kNurseryBarren;
//   nursery: the child's wait status, four bytes little-endian, when it has ended and been reaped. Then the next arguments.
// A nursery ends, and its child with it, when the socket does.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extractor.h"
#include "indexer/extract/worker_process.h"
#include "indexer/model/result.h"

namespace foi::extract {

class Nursery;

// The nurseries of one program, as many as there are workers at the same time. Thread safety: all of it.
class Nurseries {
 public:
  Nurseries(std::filesystem::path program, const Deadlines& deadlines);
  ~Nurseries();
  Nurseries(const Nurseries&) = delete;
  Nurseries& operator=(const Nurseries&) = delete;

  // As WorkerProcess::start, which it falls back to where a program or a kernel knows no nurseries. The process must end before this does.
  Result<WorkerProcess> start(std::vector<std::string> arguments, int document);

 private:
  friend class BornProcess;
  std::unique_ptr<Nursery> take();
  void give_back(std::unique_ptr<Nursery> nursery);

  const std::filesystem::path program_;
  const Deadlines deadlines_;
  std::atomic<bool> known_{true};  // false once the program turned out to know no nurseries
  std::mutex mutex_;
  std::vector<std::unique_ptr<Nursery>> idle_;
};

}  // namespace foi::extract
