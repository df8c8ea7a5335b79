// Pictures of pages → words. The one place that speaks Tesseract and Leptonica. Not thread-safe; one engine reads any number of pages, each
// as if it were the first.
#pragma once

#include <memory>
#include <string>

#include "indexer/extract/layout.h"
#include "indexer/extract/pdf_image.h"
#include "indexer/model/result.h"

namespace foi::extract {

struct OcrReading {
  LaidOut laid;          // boxes in points of the page as shown
  float confidence = 0;  // mean of the words by their letters, 0 to 1; 1 for a blank page
  bool blank = false;    // nothing is drawn: the engine was not asked
};

class OcrEngine {
 public:
  // languages are Tesseract's names joined by '+', "eng+cym". Reads the models. Errors: kEnvironment, with the name of the language that
  // is missing and the package that has it.
  static Result<OcrEngine> load(const std::string& languages);
  OcrEngine(OcrEngine&&) noexcept;
  OcrEngine& operator=(OcrEngine&&) noexcept;
  ~OcrEngine();

  // Turns the picture upright, deskews it and reads it; where confidence is low reads it once more at limits::kOcrRetryDpi, or turned, and
  // keeps what is better. Errors: kDocument when Tesseract cannot take the picture.
  Result<OcrReading> read(const PageImage& page);

 private:
  struct Impl;
  explicit OcrEngine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// "tesseract 5.3.0, leptonica-1.82.0"
std::string ocr_engine_versions();

}  // namespace foi::extract
