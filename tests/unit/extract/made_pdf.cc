#include "tests/unit/extract/made_pdf.h"

#include <cstdio>

namespace foi::extract {
namespace {

class PdfWriter {
 public:
  // Object numbers are given in order from 1.
  int add(const std::string& body) {
    places_.push_back(out_.size());
    const int number = static_cast<int>(places_.size());
    out_ += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
    return number;
  }
  int add_stream(const std::string& dictionary, const std::string& bytes) { return add(made_stream(dictionary, bytes)); }
  std::string finish(int catalogue, const std::string& more) && {
    const std::size_t table = out_.size();
    out_ += "xref\n0 " + std::to_string(places_.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t place : places_) {
      char line[24];
      std::snprintf(line, sizeof line, "%010zu 00000 n \n", place);
      out_ += line;
    }
    out_ += "trailer <</Size " + std::to_string(places_.size() + 1) + " /Root " + std::to_string(catalogue) + " 0 R " + more +
            ">>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return std::move(out_);
  }

 private:
  std::string out_ = "%PDF-1.4\n";
  std::vector<std::size_t> places_;
};

std::string number(double v) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", v);
  return text;
}

std::string reference(int object) { return std::to_string(object) + " 0 R"; }

}  // namespace

std::string made_stream(const std::string& dictionary, const std::string& bytes) {
  return "<<" + dictionary + " /Length " + std::to_string(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream";
}

std::string make_pdf(const std::vector<MadePage>& pages, const std::vector<MadeEmbedded>& embedded, const MadeBeside& beside) {
  PdfWriter pdf;
  const int helvetica = pdf.add("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>");
  const int times = pdf.add("<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding>>");
  const int arial = pdf.add("<</Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding>>");
  // The tree of pages comes after the pages, whose number of objects is known: content, picture, page.
  int last = arial;
  for (const std::string& object : beside.objects) last = pdf.add(object);
  const int tree = last + static_cast<int>(pages.size()) * 3 + 1;
  std::string kids;
  for (const MadePage& page : pages) {
    const int content = pdf.add_stream("", page.content);
    const std::string picture_bytes(page.picture.begin(), page.picture.end());
    const int picture = page.picture.empty()
                            ? pdf.add("null")
                            : pdf.add_stream("/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width " +
                                                 std::to_string(page.picture_width) + " /Height " + std::to_string(page.picture_height),
                                             picture_bytes);
    const std::string pictures = page.picture.empty() ? "" : " /XObject <</Im " + reference(picture) + ">>";
    const int object =
        pdf.add("<</Type /Page /Parent " + reference(tree) + " /MediaBox [0 0 " + number(page.width) + " " + number(page.height) + "]" +
                (page.crop.empty() ? "" : " /CropBox [" + page.crop + "]") + " /Rotate " + std::to_string(page.rotate) + " /Contents " +
                reference(content) + " /Resources <</Font <</F1 " + reference(helvetica) + " /F2 " + reference(times) + " /F3 " +
                reference(arial) + ">>" + pictures + page.resources + ">> " + page.entries + ">>");
    kids += reference(object) + " ";
  }
  pdf.add("<</Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "]>>");
  std::string names;
  for (const MadeEmbedded& file : embedded) {
    const std::string said = file.said_size.empty() ? "" : " /Params <</Size " + file.said_size + ">>";
    const int stream = pdf.add_stream("/Type /EmbeddedFile" + said, file.bytes);
    const int specification = pdf.add("<</Type /Filespec /F (" + file.name + ") /EF <</F " + reference(stream) + ">>>>");
    names += "(" + file.name + ") " + reference(specification) + " ";
  }
  const std::string tree_of_names = names.empty() ? "" : " /Names <</EmbeddedFiles <</Names [" + names + "]>>>>";
  const int catalogue = pdf.add("<</Type /Catalog /Pages " + reference(tree) + tree_of_names + " " + beside.catalogue + ">>");
  return std::move(pdf).finish(catalogue, beside.trailer);
}

std::string text_at(double x, double y, const std::string& text, double size, const std::string& font, int degrees) {
  const double cosine = degrees == 0 ? 1 : degrees == 180 ? -1 : 0;
  const double sine = degrees == 90 ? 1 : degrees == 270 ? -1 : 0;
  return "BT /" + font + " " + number(size) + " Tf " + number(cosine) + " " + number(sine) + " " + number(-sine) + " " + number(cosine) +
         " " + number(x) + " " + number(y) + " Tm (" + text + ") Tj ET\n";
}

std::string picture_over(double width, double height) { return "q " + number(width) + " 0 0 " + number(height) + " 0 0 cm /Im Do Q\n"; }

}  // namespace foi::extract
