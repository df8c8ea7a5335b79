// The pages of a document that have no usable text of their own, drawn and read by OCR. Runs inside a worker.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/extract/ocr.h"
#include "indexer/extract/worker.h"
#include "indexer/model/limits.h"

namespace foi::extract {

struct OcrRequest {
  std::string media_type = "application/pdf";
  int dpi = limits::kOcrDpi;
  std::uint32_t first = 1, last = 1;  // pages, one-based, both included
};

// Gives each page with source kOcr; with kText where the few words of its text layer say as much as the picture does; with kNone and a note
// where it cannot be drawn. Errors: kDocument.
Status read_pages_by_ocr(std::string_view bytes, const OcrRequest& request, OcrEngine& engine, Sink& sink);

}  // namespace foi::extract
