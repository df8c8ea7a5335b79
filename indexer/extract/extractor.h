// Bytes → pages of text, through processes that can be lost. A document's bytes are read only by a worker (foi-extract-text, and
// foi-extract-ocr for pages without usable text) that has shut itself in before it reads them. The parent trusts nothing a worker sends:
// lengths are capped before anything is allocated, every wait has a deadline, UTF-8 is checked, and every ending becomes a fault.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/model/document.h"
#include "indexer/model/limits.h"
#include "indexer/model/result.h"

namespace foi::extract {

// What decides the outcome besides the bytes; part of the extraction cache's key (with kExtractorNumber).
struct OcrSettings {
  std::string languages = "eng";  // Tesseract's names joined by '+'
  int dpi = 200;
};

// Raised whenever the same bytes may give another extraction, so that cached ones are made again.
inline constexpr int kExtractorNumber = 5;

// How long a worker may take. Only tests set others than limits.h has.
struct Deadlines {
  std::chrono::milliseconds start = limits::kWorkerStartDeadline;
  std::chrono::milliseconds text_page = limits::kTextPageDeadline;
  std::chrono::milliseconds ocr_page = limits::kOcrPageDeadline;
  std::chrono::milliseconds text_document = limits::kTextDocumentDeadline;
  std::chrono::milliseconds end = limits::kWorkerEndDeadline;
};

struct Options {
  std::filesystem::path text_worker;  // programs, as absolute paths
  std::filesystem::path ocr_worker;
  std::filesystem::path doc_worker;  // of Word files of before 2007; empty: they cannot be read
  OcrSettings ocr;
  int jobs = 1;         // processes at the same time, over all threads that call extract()
  bool sandbox = true;  // off only for tests that compare, and for sanitizers that cannot live in it
  // Text workers are forked from prepared ones (nursery.h) rather than loaded anew; off only for tests that compare.
  bool nurseries = true;
  Deadlines deadlines;
};

struct Counters {
  std::uint64_t pages = 0, ocr_pages = 0;
};

// What is said of a document of which so many inside were left out.
std::string left_out_message(std::size_t count);

// Keeps a document that stands inside another, as it comes; bytes live until it returns. Called from the thread that called extract().
// An error ends the extraction, which fails with it.
using MemberTaker = std::function<Status(std::string_view name, std::string_view bytes)>;

// Thread safety: extract() may be called from any number of threads; at most Options::jobs workers run at once.
class Extractor {
 public:
  explicit Extractor(Options options);
  ~Extractor();
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;

  // Errors: kEnvironment when a worker program is missing or cannot shut itself in, or an OCR language is not installed.
  Status check() const;

  // Reads the open, seekable file. name_hint (a file name) only tells kinds of text apart, where bytes cannot.
  // A page that could not be read is a page with source kNone and a note; the other pages stand. Errors: kDocument when nothing of it
  // can be read ("encrypted", "not read yet: application/msword", "empty file" …); kWorker when the worker died, hung, or sent what no
  // worker may send; kEnvironment when no worker can be started. The messages hold no path: the caller knows it.
  // Documents inside this one go to take_member, where there is one; Extraction::members holds those that were left out, and it is left to
  // whoever took the others to add them. What was taken before a failure is not wanted any more.
  Result<Extraction> extract(int descriptor, std::uint64_t size, std::string_view name_hint, const MemberTaker& take_member = {});

  Counters counters() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace foi::extract
