// One page of a document as a picture, drawn by a worker (foi-extract-image) that can be lost. What comes back are bare pixels, so nothing
// the document holds beside them (comments, places, names of cameras) can come along, and none of its bytes reach a browser.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "indexer/extract/extractor.h"
#include "indexer/extract/grey_image.h"
#include "indexer/model/result.h"

namespace foi::extract {

struct DrawOptions {
  std::filesystem::path worker;  // an absolute path
  bool sandbox = true;           // as Options::sandbox
  // Workers are forked from prepared ones (nursery.h); off only for tests.
  bool nurseries = true;
  Deadlines deadlines = {.text_page = limits::kDrawDeadline, .text_document = limits::kDrawDeadline};
};

struct DrawRequest {
  std::string media_type;  // of the document: application/pdf, image/png, image/jpeg or image/tiff
  std::uint32_t page = 1;  // one-based
  int width = 800;         // pixels, at most limits::kMaxDrawnWidth
};

// Thread safety: draw() may be called from any number of threads; each call is a process.
class PageDrawer {
 public:
  explicit PageDrawer(DrawOptions options);
  ~PageDrawer();
  PageDrawer(const PageDrawer&) = delete;
  PageDrawer& operator=(const PageDrawer&) = delete;

  // Errors: kEnvironment when the worker program is missing or cannot shut itself in.
  Status check() const;

  // The page as a reader sees it, in grey: as wide as asked for, or less where the picture has no more pixels or would have more than
  // limits::kMaxDrawnPixels. descriptor: the open, seekable document. Errors: kDocument, kWorker, kEnvironment as Extractor::extract.
  Result<GreyImage> draw(int descriptor, const DrawRequest& request);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Whether pages of such documents can be drawn at all.
bool is_drawable(std::string_view media_type);

}  // namespace foi::extract
