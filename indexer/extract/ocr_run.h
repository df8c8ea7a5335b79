// Pages that need OCR → pages that had it, through as many workers at the same time as slots are free.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/extract/conversation.h"
#include "indexer/extract/extractor.h"
#include "indexer/extract/slots.h"
#include "indexer/model/document.h"
#include "indexer/model/result.h"

namespace foi::extract {

struct OcrOutcome {
  std::map<std::uint32_t, Page> pages;            // by number
  std::map<std::uint32_t, std::string> failures;  // why the others have none, by number
  std::vector<Note> notes;
  std::string engine;
};

// pages: ascending numbers of document's pages, none twice. Every one of them is in pages or failures of the outcome; a page at which a
// worker died or hung costs itself only. Errors: kEnvironment, when workers cannot be started.
Result<OcrOutcome> run_ocr(const Options& options, Slots& slots, int document, const std::string& media_type,
                           const std::vector<std::uint32_t>& pages);

}  // namespace foi::extract
