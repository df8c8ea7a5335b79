// Image files → pictures of pages as OCR takes them. The one place that decodes PNG, JPEG and TIFF; runs in the OCR worker.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/extract/pdf_image.h"
#include "indexer/model/result.h"

namespace foi::extract {

bool is_picture(std::string_view media_type);

// The picture of one-based number (a TIFF file may hold several), grey, on white where it is transparent, at about dpi. Where the file does
// not say how large it is, it is taken for a sheet of A4. Errors: kDocument.
Result<PageImage> read_picture(std::string_view bytes, std::string_view media_type, std::uint32_t number, int dpi);
// The same, width pixels wide: less where it has no more, or where it would have more than limits::kMaxDrawnPixels. Errors: kDocument.
Result<PageImage> read_picture_to_width(std::string_view bytes, std::string_view media_type, std::uint32_t number, int width);

}  // namespace foi::extract
