#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "corpus/make/surfaces.h"

namespace foi::corpus {
namespace {

void set_colour(cairo_t* cairo, Colour colour) { cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue); }

void trace(cairo_t* cairo, const Stroke& stroke) {
  const auto& points = stroke.points;
  cairo_move_to(cairo, points.front().x, points.front().y);
  if (stroke.curved) {
    for (std::size_t i = 1; i + 2 < points.size(); i += 3)
      cairo_curve_to(cairo, points[i].x, points[i].y, points[i + 1].x, points[i + 1].y, points[i + 2].x, points[i + 2].y);
  } else {
    for (std::size_t i = 1; i < points.size(); ++i) cairo_line_to(cairo, points[i].x, points[i].y);
  }
}

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

void paint_image(cairo_t* cairo, const SheetImage& image) {
  Surface picture(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height), cairo_surface_destroy);
  if (image.g4) {
    const std::string parameters =
        "Columns=" + std::to_string(image.width) + " Rows=" + std::to_string(image.height) + " K=-1 BlackIs1=false";
    auto* copy = new std::string(parameters);
    cairo_surface_set_mime_data(
        picture.get(), CAIRO_MIME_TYPE_CCITT_FAX_PARAMS, reinterpret_cast<const unsigned char*>(copy->data()), copy->size(),
        [](void* held) { delete static_cast<std::string*>(held); }, copy);
  }
  cairo_surface_set_mime_data(picture.get(), image.g4 ? CAIRO_MIME_TYPE_CCITT_FAX : CAIRO_MIME_TYPE_JPEG,
                              reinterpret_cast<const unsigned char*>(image.bytes.data()), image.bytes.size(), nullptr, nullptr);
  cairo_save(cairo);
  const double scale = 72.0 / image.dpi;
  cairo_scale(cairo, scale, scale);
  cairo_set_source_surface(cairo, picture.get(), 0, 0);
  cairo_paint(cairo);
  cairo_restore(cairo);
}

}  // namespace

void paint(cairo_t* cairo, const PageArt& page) {
  for (const Fill& fill : page.fills) {
    set_colour(cairo, fill.colour);
    cairo_rectangle(cairo, fill.x, fill.y, fill.width, fill.height);
    cairo_fill(cairo);
  }
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
  for (const Stroke& stroke : page.strokes) {
    set_colour(cairo, stroke.colour);
    cairo_set_line_width(cairo, stroke.width);
    trace(cairo, stroke);
    stroke.filled ? cairo_fill(cairo) : cairo_stroke(cairo);
  }
  for (const TextLine& line : page.lines) {
    set_colour(cairo, line.colour);
    cairo_move_to(cairo, line.x, line.y);
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(line.layout.get(), line.index));
  }
}

Result<std::string> write_pdf(const std::vector<PdfPage>& pages, const PdfInfo& info) {
  std::string bytes;
  Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, kPageWidth, kPageHeight), cairo_surface_destroy);
  const std::string created = (info.created.empty() ? "2024-01-01" : info.created) + "T09:00:00Z";
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_MOD_DATE, created.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, info.title.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_SUBJECT, kSpecimenNote);
  Context cairo(cairo_create(surface.get()), cairo_destroy);
  for (const PdfPage& page : pages) {
    if (page.image != nullptr) {
      cairo_pdf_surface_set_size(surface.get(), page.image->width * 72.0 / page.image->dpi, page.image->height * 72.0 / page.image->dpi);
      paint_image(cairo.get(), *page.image);
    } else {
      cairo_pdf_surface_set_size(surface.get(), page.art->width, page.art->height);
      paint(cairo.get(), *page.art);
    }
    cairo_show_page(cairo.get());
  }
  cairo.reset();
  cairo_surface_finish(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
    return environment_error(std::string("the PDF could not be written: ") + cairo_status_to_string(cairo_surface_status(surface.get())));
  return bytes;
}

}  // namespace foi::corpus
