// PDF files made in a test: text in the standard faces (not embedded), pictures, rotated and cropped pages.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace foi::extract {

struct MadePage {
  std::string content;  // PDF operators; fonts /F1 (Helvetica), /F2 (Times), /F3 (a face without encoding), picture /Im
  double width = 595, height = 842;
  int rotate = 0;
  std::string crop = {};  // "x0 y0 x1 y1", or none
  // A grey picture, rows from the top; drawn where the content says (cm, /Im Do).
  int picture_width = 0, picture_height = 0;
  std::vector<std::uint8_t> picture = {};
  std::string entries = {}, resources = {};  // more of its dictionaries
};

struct MadeEmbedded {
  std::string name, bytes;
  std::string said_size = {};  // what the file says of its size, or nothing
};

// What stands beside the pages. The objects are numbered from 4.
struct MadeBeside {
  std::vector<std::string> objects = {};
  std::string catalogue = {}, trailer = {};  // more of their dictionaries
};

std::string make_pdf(const std::vector<MadePage>& pages, const std::vector<MadeEmbedded>& embedded = {}, const MadeBeside& beside = {});
// A stream, as an object.
std::string made_stream(const std::string& dictionary, const std::string& bytes);

// Operators that set one line of text, its baseline starting at x, y from the bottom left; turned by degrees anticlockwise.
std::string text_at(double x, double y, const std::string& text, double size = 11, const std::string& font = "F1", int degrees = 0);
// The page's picture over the whole page.
std::string picture_over(double width, double height);

}  // namespace foi::extract
