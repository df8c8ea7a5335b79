#include "indexer/extract/worker.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/sandbox.h"
#include "indexer/extract/wire.h"
#include "indexer/model/codec.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

#ifdef FOI_SANITIZED
extern "C" __attribute__((weak)) void __lsan_do_leak_check();  // NOLINT(bugprone-reserved-identifier): the sanitizer's own name
#endif

namespace foi::extract {

namespace {

// The other end of the parent's pipe. A parent that is gone ends the process by SIGPIPE.
class Replies {
 public:
  void add(FrameType type, std::string_view payload) { waiting_ += frame_bytes(type, payload); }
  // False once something could not be written; all later output is dropped.
  bool flush() {
    std::string_view rest = waiting_;
    while (!rest.empty() && open_) {
      const ssize_t written = ::write(kReplyDescriptor, rest.data(), rest.size());
      if (written < 0 && errno != EINTR) open_ = false;
      if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
    }
    waiting_.clear();
    return open_;
  }

 private:
  std::string waiting_;
  bool open_ = true;
};

// The page cut to what limits.h allows, and made such that the parent believes it: its text well-formed, its words in order and inside.
class PageTrimmer {
 public:
  // What was left out, or an empty string.
  std::string trim_page(Page& page) {
    std::string lost;
    if (!valid_utf8(page.text)) {
      page.text = clean_utf8(page.text);
      page.words.clear();
      lost = "its text was not well-formed, so the places of its words are not known";
    }
    const std::size_t most = std::min(limits::kMaxPageTextBytes, limits::kMaxDocumentTextBytes - text_bytes_);
    if (page.text.size() > most) {
      page.text.resize(utf8_prefix(page.text, most).size());
      lost = "only its first " + std::to_string(most) + " bytes of text were kept";
    }
    text_bytes_ += page.text.size();
    if (page.words.size() > limits::kMaxPageWords) {
      page.words.resize(limits::kMaxPageWords);
      lost = "it has too many words to keep the places of all";
    }
    keep_fitting_words(page);
    return lost;
  }

 private:
  static void keep_fitting_words(Page& page) {
    std::uint32_t last_start = 0;
    std::erase_if(page.words, [&](const Word& word) {
      if (word.start < last_start || word.end < word.start || word.end > page.text.size()) return true;
      last_start = word.start;
      return false;
    });
  }

  std::size_t text_bytes_ = 0;
};

class FrameSink final : public Sink {
 public:
  explicit FrameSink(Replies& replies) : replies_(replies) {}

  void document(std::string_view media_type, std::uint32_t pages, std::string_view engine) override {
    if (announced_) return;
    most_pages_ = std::min(pages, limits::kMaxPages);
    ByteWriter out;
    out.string(media_type);
    out.u32(most_pages_);
    out.string(utf8_prefix(engine, limits::kMaxNoteBytes));
    replies_.add(FrameType::kDocument, out.bytes());
    announced_ = true;
    for (const auto& [type, payload] : std::exchange(early_, {})) replies_.add(type, payload);
    if (pages > most_pages_)
      note({0, "only the first " + std::to_string(most_pages_) + " of its " + std::to_string(pages) + " pages were read"});
    replies_.flush();
  }

  void page(const Page& page, bool needs_ocr) override {
    if (page.number > limits::kMaxPages) return;  // noted by document()
    Page trimmed = page;
    const std::string lost = trimmer_.trim_page(trimmed);
    ByteWriter out;
    out.u8(needs_ocr ? 1 : 0);
    encode(out, trimmed);
    replies_.add(FrameType::kPage, out.bytes());
    if (!lost.empty()) note({page.number, lost});
    replies_.flush();
  }

  void hidden(const HiddenCount& hidden) override {
    if (!one_more_remark()) return;
    ByteWriter out;
    out.string(line(hidden.what));
    out.u32(hidden.count);
    remark(FrameType::kHidden, std::move(out).take());
  }

  void note(const Note& note) override {
    if (note.page > limits::kMaxPages || !one_more_remark()) return;
    ByteWriter out;
    out.u32(note.page);
    out.string(line(note.what));
    remark(FrameType::kNote, std::move(out).take());
  }

  void listing(const Listing& listing) override {
    ByteWriter out;
    encode(out, listing);
    replies_.add(FrameType::kListing, out.bytes());
    replies_.flush();
  }

  void cell_link(const CellLink& link) override {
    if (link.page > most_pages_) return;  // noted by document()
    ByteWriter out;
    encode(out, link);
    replies_.add(FrameType::kCellLink, out.bytes());
  }

  void member(std::string_view name, std::string_view bytes) override {
    if (bytes.size() > limits::kMaxMemberBytes || bytes.size() > limits::kMaxMembersBytes - member_bytes_ ||
        members_ == limits::kMaxMembers)
      return left_out(name);
    ++members_;
    member_bytes_ += bytes.size();
    ByteWriter out;
    out.string(member_name(name));
    out.u64(bytes.size());
    replies_.add(FrameType::kMember, out.bytes());
    for (std::size_t at = 0; at < bytes.size(); at += limits::kMemberChunkBytes) {
      replies_.add(FrameType::kMemberBytes, bytes.substr(at, limits::kMemberChunkBytes));
      replies_.flush();
    }
    replies_.flush();
  }

  void left_out(std::string_view name) override {
    if (!one_more_remark()) return;
    ByteWriter out;
    out.string(member_name(name));
    remark(FrameType::kLeftOut, std::move(out).take());
  }

  void picture(const GreyImage& image) override {
    ByteWriter out;
    out.u32(static_cast<std::uint32_t>(image.width));
    out.u32(static_cast<std::uint32_t>(image.height));
    replies_.add(FrameType::kPicture, std::move(out).take().append(image.pixels.begin(), image.pixels.end()));
    replies_.flush();
  }

  bool announced() const { return announced_; }

 private:
  static std::string line(std::string_view text) { return std::string(utf8_prefix(clean_utf8(text), limits::kMaxNoteBytes)); }
  static std::string member_name(std::string_view name) { return line(utf8_prefix(line(name), limits::kMaxMemberNameBytes)); }
  // What a reader remarks before it knows how many pages there are waits until it does.
  void remark(FrameType type, std::string payload) {
    if (announced_)
      replies_.add(type, payload);
    else
      early_.emplace_back(type, std::move(payload));
  }
  bool one_more_remark() { return ++remarks_ <= limits::kMaxWorkerNotes; }

  Replies& replies_;
  PageTrimmer trimmer_;
  std::uint32_t most_pages_ = 0;
  std::uint32_t remarks_ = 0;
  std::uint32_t members_ = 0;
  std::uint64_t member_bytes_ = 0;
  bool announced_ = false;
  std::vector<std::pair<FrameType, std::string>> early_;
};

// The document's bytes, mapped for as long as this lives.
class MappedDocument {
 public:
  MappedDocument() = default;
  MappedDocument(const MappedDocument&) = delete;
  MappedDocument& operator=(const MappedDocument&) = delete;
  ~MappedDocument() {
    if (address_ != nullptr) ::munmap(address_, size_);
  }
  std::string_view bytes() const { return {static_cast<const char*>(address_), size_}; }

  Status map(int descriptor) {
    struct stat file {};
    if (::fstat(descriptor, &file) != 0) return document_error(std::string("cannot be read: ") + std::strerror(errno));
    if (!S_ISREG(file.st_mode)) return document_error("not a file");
    if (file.st_size <= 0) return document_error("empty file");
    if (static_cast<std::uint64_t>(file.st_size) > limits::kMaxDocumentBytes) return document_error("larger than what is read");
    const auto size = static_cast<std::size_t>(file.st_size);
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (address == MAP_FAILED) return document_error(std::string("cannot be read: ") + std::strerror(errno));
    address_ = address;
    size_ = size;
    return success();
  }

 private:
  void* address_ = nullptr;
  std::size_t size_ = 0;
};

// Every exception of every library a reader uses ends here.
template <class Action>
Status without_exceptions(Action action) {
  try {
    return action();
  } catch (const std::bad_alloc&) {
    return document_error("needs more memory than is allowed");
  } catch (const std::length_error&) {
    return document_error("needs more memory than is allowed");
  } catch (const std::exception& error) {
    return document_error(std::string("cannot be read: ") + error.what());
  } catch (...) {
    return document_error("cannot be read: the reader gave up without a reason");
  }
}

// Leaks of the preparation are looked for now, since behind the filter the sanitizer could not; the one at the end is thereby off.
void check_leaks_early() {
#ifdef FOI_SANITIZED
  if (__lsan_do_leak_check != nullptr) __lsan_do_leak_check();
#endif
}

Result<ReadyState> get_ready(const WorkerRole& role, const WorkerOptions& options) {
  if (const Status limited = limit_resources(options.resources); !limited) return limited.error();
  const Status prepared = without_exceptions([&] { return role.prepare ? role.prepare() : success(); });
  if (!prepared) return environment_error(prepared.error().message);
  if (!options.sandbox) return ReadyState::kOpen;
  check_leaks_early();
  const Result<Shut> shut = shut_sandbox();
  if (!shut) return shut.error();
  return *shut == Shut::kFontsReadable ? ReadyState::kShut : ReadyState::kShutWithoutFiles;
}

Status read(const WorkerRole& role, Replies& replies) {
  return without_exceptions([&]() -> Status {
    MappedDocument document;
    if (const Status mapped = document.map(kDocumentDescriptor); !mapped) return mapped;
    FrameSink sink(replies);
    const Status done = role.read(document.bytes(), sink);
    if (done && !sink.announced()) return worker_error("the reader found no document");
    return done;
  });
}

void add_failure(Replies& replies, const Error& error) {
  ByteWriter out;
  out.u8(static_cast<std::uint8_t>(error.fault));
  out.string(clean_utf8(utf8_prefix(error.message, limits::kMaxNoteBytes)));
  replies.add(FrameType::kFailure, out.bytes());
}

}  // namespace

int run_worker(const WorkerRole& role, const WorkerOptions& options) {
  Replies replies;
  const Result<ReadyState> ready = get_ready(role, options);
  if (!ready) {
    add_failure(replies, ready.error());
    return replies.flush() ? 0 : 1;
  }
  replies.add(FrameType::kReady, std::string(1, static_cast<char>(*ready)));
  replies.flush();
  const Status done = options.check ? success() : read(role, replies);
  if (done)
    replies.add(FrameType::kDone, {});
  else
    add_failure(replies, done.error());
  return replies.flush() ? 0 : 1;
}

}  // namespace foi::extract
