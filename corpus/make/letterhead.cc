#include "corpus/make/letterhead.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foi::corpus {
namespace {

constexpr Colour kGrey{0.32, 0.33, 0.36};

// "A / B / C" as lines.
Text lines_of(const Letter& letter, const std::string& key, bool bold = false) {
  std::string joined;
  for (const std::string& part : letter.list(key, '/')) joined += (joined.empty() ? "" : "\n") + part;
  return {{.text = joined, .bold = bold}};
}

// The same on one line.
Text one_line(const Letter& letter, const std::string& key, std::string_view separator, bool bold = false) {
  std::string joined;
  for (const std::string& part : letter.list(key, '/')) joined += (joined.empty() ? "" : std::string(separator)) + part;
  return {{.text = joined, .bold = bold}};
}

Font head_font(const Flow& flow, double size, bool bold = false) {
  return {.family = flow.style().heading_font, .size = size, .bold = bold, .spacing = 1.1, .plain_advances = flow.style().plain_advances};
}

void line(Flow& flow, double x1, double x2, double y, double weight) {
  flow.page().strokes.push_back({.points = {{x1, y}, {x2, y}}, .width = weight, .colour = flow.style().accent});
}

// Name and strapline at the top right, the address under them in grey.
void right_name(Flow& flow) {
  const Letter& letter = flow.letter();
  const double left = flow.style().left + 150, width = flow.width() - 150;
  double y = 34;
  y += flow.text_at(left, y, width, lines_of(letter, "org", true), head_font(flow, 15, true), Align::kRight, flow.style().accent);
  if (letter.has("strap")) y += flow.text_at(left, y, width, lines_of(letter, "strap"), head_font(flow, 9), Align::kRight, kGrey) + 2;
  flow.page().fills.push_back({flow.style().left + flow.width() - 46, y + 3, 46, 3, flow.style().accent});
  y += 11;
  y += flow.text_at(left, y, width, lines_of(letter, "address"), head_font(flow, 8.5), Align::kRight, kGrey);
  flow.move_to(y + 12);
}

void band(Flow& flow) {
  const Letter& letter = flow.letter();
  const Colour accent = flow.style().accent;
  flow.page().fills.push_back({0, 0, kPageWidth, 74, accent});
  flow.page().fills.push_back({0, 74, kPageWidth, 4, {accent.red * 0.6 + 0.4, accent.green * 0.6 + 0.4, accent.blue * 0.6 + 0.4}});
  double y = 20;
  y +=
      flow.text_at(flow.style().left, y, flow.width(), one_line(letter, "org", " ", true), head_font(flow, 17, true), Align::kLeft, kWhite);
  if (letter.has("strap"))
    flow.text_at(flow.style().left, y + 2, flow.width(), lines_of(letter, "strap"), head_font(flow, 9), Align::kLeft, kWhite);
  const double height =
      flow.text_at(flow.style().left, 90, flow.width(), lines_of(letter, "address"), head_font(flow, 8.5), Align::kRight, kGrey);
  flow.move_to(90 + height + 10);
}

// A shield of no authority: an outline, a chevron and three roundels.
void crest(Flow& flow) {
  const Letter& letter = flow.letter();
  const double middle = kPageWidth / 2, top = 30;
  const Colour accent = flow.style().accent;
  flow.page().strokes.push_back({.points = {{middle - 16, top},
                                            {middle + 16, top},
                                            {middle + 16, top + 20},
                                            {middle, top + 38},
                                            {middle - 16, top + 20},
                                            {middle - 16, top}},
                                 .width = 1.6,
                                 .colour = accent});
  flow.page().strokes.push_back(
      {.points = {{middle - 16, top + 22}, {middle, top + 11}, {middle + 16, top + 22}}, .width = 2.2, .colour = accent});
  for (const double x : {-8.0, 0.0, 8.0}) flow.page().fills.push_back({middle + x - 1.6, top + (x == 0 ? 24 : 5), 3.2, 3.2, accent});
  double y = top + 44;
  y += flow.text_at(flow.style().left, y, flow.width(), one_line(letter, "org", " ", true), head_font(flow, 19, true), Align::kCentre,
                    accent);
  y += flow.text_at(flow.style().left, y + 1, flow.width(), one_line(letter, "address", ", "), head_font(flow, 9), Align::kCentre, kGrey) +
       4;
  line(flow, flow.style().left, flow.style().left + flow.width(), y + 3, 1.4);
  line(flow, flow.style().left, flow.style().left + flow.width(), y + 6, 0.5);
  flow.move_to(y + 20);
}

// An eight-pointed star at the left, name beside it, address at the right.
void shield(Flow& flow) {
  const Letter& letter = flow.letter();
  const double x = flow.style().left + 20, y = 54;
  Stroke star{.width = 0.8, .colour = flow.style().accent, .filled = true};
  for (int i = 0; i < 16; ++i) {
    const double angle = std::numbers::pi * i / 8, radius = i % 2 == 0 ? 21 : 13;
    star.points.push_back({x + radius * std::sin(angle), y - radius * std::cos(angle)});
  }
  flow.page().strokes.push_back(star);
  for (Point& point : star.points) point = {x + (point.x - x) * 0.42, y + (point.y - y) * 0.42};
  star.colour = kWhite;
  flow.page().strokes.push_back(star);
  flow.text_at(x + 32, 36, 280, one_line(letter, "org", " ", true), head_font(flow, 21, true), Align::kLeft, flow.style().accent);
  if (letter.has("strap")) flow.text_at(x + 32, 63, 280, lines_of(letter, "strap"), head_font(flow, 9.5), Align::kLeft, kGrey);
  const double height =
      flow.text_at(flow.style().left + 260, 34, flow.width() - 260, lines_of(letter, "address"), head_font(flow, 9), Align::kRight, kGrey);
  const double below = std::max(88.0, 38 + height);
  line(flow, flow.style().left, flow.style().left + flow.width(), below, 2.4);
  line(flow, flow.style().left, flow.style().left + flow.width(), below + 4, 0.7);
  flow.move_to(below + 18);
}

// Who, where and which case in a tinted column beside the letter, on the first page.
void sidebar(Flow& flow) {
  const Letter& letter = flow.letter();
  const Colour accent = flow.style().accent;
  flow.page().fills.push_back({0, 0, 172, kPageHeight, {0.965, 0.955, 0.94}});
  flow.page().fills.push_back({0, 0, 172, 10, accent});
  double y = 44;
  y += flow.text_at(26, y, 132, lines_of(letter, "org", true), head_font(flow, 17, true), Align::kLeft, accent) + 22;
  y += flow.text_at(26, y, 132, lines_of(letter, "address"), head_font(flow, 8.8), Align::kLeft, kGrey) + 18;
  y += flow.text_at(26, y, 132, lines_of(letter, "contact"), head_font(flow, 8.8), Align::kLeft, kGrey) + 18;
  if (letter.has("strap")) flow.text_at(26, kPageHeight - 90, 132, lines_of(letter, "strap"), head_font(flow, 8), Align::kLeft, accent);
  flow.move_to(56);
}

// Welsh at the left, English at the right. "org" and "address" hold both, cut by " // ".
void bilingual(Flow& flow) {
  const Letter& letter = flow.letter();
  const double half = flow.width() / 2 - 8, right = flow.style().left + flow.width() / 2 + 8;
  const auto side = [&](const std::string& key, bool second) {
    const std::string& value = letter.at(key);
    const auto cut = value.find(" // ");
    std::string part = cut == std::string::npos ? value : second ? value.substr(cut + 4) : value.substr(0, cut);
    for (auto at = part.find(" / "); at != std::string::npos; at = part.find(" / ")) part.replace(at, 3, "\n");
    return Text{{.text = part, .bold = key == "org"}};
  };
  double y = 34;
  const double left_height =
      flow.text_at(flow.style().left, y, half, side("org", false), head_font(flow, 16, true), Align::kLeft, flow.style().accent);
  const double right_height =
      flow.text_at(right, y, half, side("org", true), head_font(flow, 16, true), Align::kRight, flow.style().accent);
  y += std::max(left_height, right_height) + 4;
  line(flow, flow.style().left, flow.style().left + flow.width(), y, 1.4);
  y += 6;
  const double below = flow.text_at(flow.style().left, y, half, side("address", false), head_font(flow, 8.5), Align::kLeft, kGrey);
  flow.text_at(right, y, half, side("address", true), head_font(flow, 8.5), Align::kRight, kGrey);
  flow.move_to(y + below + 14);
}

void mail_print(Flow& flow) {
  double y = 40;
  y += flow.text_at(flow.style().left, y, flow.width(), one_line(flow.letter(), "org", " ", true), head_font(flow, 12, true));
  line(flow, flow.style().left, flow.style().left + flow.width(), y + 3, 2);
  flow.move_to(y + 14);
}

void typed(Flow& flow) {
  double y = 44;
  y += flow.text_at(flow.style().left + 200, y, flow.width() - 200, lines_of(flow.letter(), "org"), head_font(flow, 10.5, true));
  y += flow.text_at(flow.style().left + 200, y, flow.width() - 200, lines_of(flow.letter(), "address"), head_font(flow, 10));
  flow.move_to(y + 16);
}

void notice(Flow& flow) {
  const double left = flow.style().left;
  flow.text_at(left, 36, flow.width(), lines_of(flow.letter(), "strap", true), head_font(flow, 9.5, true), Align::kRight, kGrey);
  line(flow, left, left + flow.width(), 54, 0.8);
  flow.move_to(84);
}

void left_rule(Flow& flow) {
  const Letter& letter = flow.letter();
  const double left = flow.style().left;
  const double height =
      flow.text_at(left + 12, 36, 250, lines_of(letter, "org", true), head_font(flow, 14.5, true), Align::kLeft, flow.style().accent);
  flow.page().fills.push_back({left, 36, 4, std::max(height, 40.0), flow.style().accent});
  const double address =
      flow.text_at(left + 260, 36, flow.width() - 260, lines_of(letter, "address"), head_font(flow, 8.2), Align::kRight, kGrey);
  flow.move_to(36 + std::max({height, address, 40.0}) + 16);
}

}  // namespace

void draw_fax_line(Flow& flow, std::size_t page, std::size_t pages) {
  const std::string text = flow.letter().at("strap") + "     P. " + std::to_string(page) + "/" + std::to_string(pages);
  flow.text_at(30, 14, kPageWidth - 60, {{.text = text}}, {.family = "Liberation Mono", .size = 8.5});
}

void draw_letterhead(Flow& flow) {
  switch (flow.style().letterhead) {
    case Letterhead::kNone:
      return flow.move_to(64);
    case Letterhead::kRightName:
      return right_name(flow);
    case Letterhead::kBand:
      return band(flow);
    case Letterhead::kCrest:
      return crest(flow);
    case Letterhead::kShield:
      return shield(flow);
    case Letterhead::kSidebar:
      return sidebar(flow);
    case Letterhead::kBilingual:
      return bilingual(flow);
    case Letterhead::kMailPrint:
      return mail_print(flow);
    case Letterhead::kTyped:
      return typed(flow);
    case Letterhead::kNotice:
      return notice(flow);
    case Letterhead::kFax:
      return typed(flow);
    case Letterhead::kLeftRule:
      return left_rule(flow);
  }
}

}  // namespace foi::corpus
