// Page art → bytes: PDF with embedded fonts (Cairo), pictures (Cairo), PDF whose fonts are named but not embedded (written here, because no
// library leaves fonts out), and scans (Leptonica).
#pragma once

#include <cairo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "corpus/make/page_art.h"
#include "indexer/model/result.h"

namespace foi::corpus {

// Stands in the properties of every PDF and office file: whoever meets one alone shall know what it is.
inline constexpr const char* kSpecimenNote = "Specimen written for testing software; the facts, people and decisions in it are invented";

// What a PDF says of itself. The date is fixed, so that the bytes are.
struct PdfInfo {
  std::string title{};
  std::string created{};  // "2024-03-09"; empty: 2024-01-01
};

// One sheet as a scanner or fax machine leaves it.
struct ScanSettings {
  int dpi = 200;
  double skew = 0;   // degrees, clockwise
  double blur = 0;   // deviation in pixels at 300 dpi
  double shade = 0;  // how much darker the darkest corner is, 0 to 255
  double noise = 0;  // deviation of a pixel, 0 to 255
  int quality = 60;  // of the JPEG, 1 to 100
  int turn = 0;      // quarter turns the sheet was laid down by, clockwise
  bool fax = false;  // black and white, G4, 204 × 98 dots an inch doubled to 196
  std::uint64_t seed = 0;
};
// "dpi=200 skew=0.8 blur=1.2 shade=30 noise=6 quality=60 turn=1 fax=1". Errors: kUsage.
Result<ScanSettings> parse_scan(std::string_view text);

// A picture of a sheet as it goes into a PDF.
struct SheetImage {
  std::string bytes{};  // JPEG, or bare G4
  int width = 0, height = 0, dpi = 200;
  bool g4 = false;
};
Result<SheetImage> scan_page(const PageArt& page, const ScanSettings& settings);

enum class PictureKind : std::uint8_t { kPng, kJpeg, kTiff };
// Scanned sheets as a picture file: TIFF holds all of them, the others the first.
Result<std::string> write_picture(const std::vector<PageArt>& pages, const std::vector<ScanSettings>& settings, PictureKind kind);

// A page of a PDF: drawn, or a picture alone.
struct PdfPage {
  const PageArt* art = nullptr;
  const SheetImage* image = nullptr;
};

// Fonts embedded as subsets.
Result<std::string> write_pdf(const std::vector<PdfPage>& pages, const PdfInfo& info);
// Fonts by name only: Liberation Sans as Arial, Chinese characters in a Type0 font with the predefined CMap UniGB-UCS2-H.
// Honours PageArt::rotate. Errors: kUsage when a character is in neither font.
Result<std::string> write_unembedded_pdf(const std::vector<PdfPage>& pages, const PdfInfo& info);

// Paints on a surface whose unit is the point.
void paint(cairo_t* cairo, const PageArt& page);

}  // namespace foi::corpus
