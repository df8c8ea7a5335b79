#include "corpus/make/typeset.h"

#include <pango/pangocairo.h>

#include <string>

namespace foi::corpus {
namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Object = std::unique_ptr<T, Unref>;

PangoContext* context() {
  static const Object<PangoFontMap> map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  static const Object<PangoContext> made = [] {
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 72);  // one unit is one point
    Object<PangoContext> fresh(pango_font_map_create_context(map.get()));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(fresh.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(fresh.get(), FALSE);
    pango_context_set_language(fresh.get(), pango_language_from_string("en-GB"));
    return fresh;
  }();
  return made.get();
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

std::string pango_markup(const Text& text, bool plain_advances) {
  // No fallback: which font would stand in depends on what else is installed, and so would every page.
  std::string out = std::string("<span fallback=\"false\"") + (plain_advances ? " font_features=\"kern=0,liga=0,clig=0,calt=0\">" : ">");
  for (const Run& run : text) {
    if (run.deleted || run.hidden) continue;
    out += std::string(run.bold ? "<b>" : "") + (run.italic ? "<i>" : "") + escaped(run.text) + (run.italic ? "</i>" : "") +
           (run.bold ? "</b>" : "");
  }
  return out + "</span>";
}

}  // namespace

Layout lay_out(const Text& text, const Font& font, double width, Align align) {
  Layout layout(pango_layout_new(context()), [](PangoLayout* object) { g_object_unref(object); });
  PangoFontDescription* description = pango_font_description_new();
  pango_font_description_set_family(description, std::string(font.family).c_str());
  pango_font_description_set_absolute_size(description, font.size * PANGO_SCALE);
  pango_font_description_set_weight(description, font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(description, font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description(layout.get(), description);
  pango_font_description_free(description);
  pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout.get(), static_cast<float>(font.spacing));
  const PangoAlignment side = align == Align::kRight ? PANGO_ALIGN_RIGHT : align == Align::kCentre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;
  pango_layout_set_alignment(layout.get(), side);
  pango_layout_set_markup(layout.get(), pango_markup(text, font.plain_advances).c_str(), -1);
  return layout;
}

int line_count(const Layout& layout) { return pango_layout_get_line_count(layout.get()); }

double height_of(const Layout& layout) {
  PangoRectangle logical;
  pango_layout_get_extents(layout.get(), nullptr, &logical);
  return static_cast<double>(logical.height) / PANGO_SCALE;
}

std::string words_of(const PageArt& page) {
  std::string words;
  for (const TextLine& line : page.lines) {
    const PangoLayoutLine* set = pango_layout_get_line_readonly(line.layout.get(), line.index);
    words.append(pango_layout_get_text(line.layout.get()) + set->start_index, static_cast<std::size_t>(set->length));
    words += '\n';
  }
  return words;
}

}  // namespace foi::corpus
