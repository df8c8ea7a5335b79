#include <array>
#include <string>

#include "indexer/extract/flow.h"
#include "indexer/extract/office_xml.h"
#include "indexer/extract/readers.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::string_view kMediaType = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

// Parts that hold no text an audience sees.
bool skip(std::string_view name) {
  return name.starts_with("docProps/") || name.starts_with("customXml/") || name.starts_with("ppt/notesSlides/") ||
         name.starts_with("ppt/notesMasters/") || name.starts_with("ppt/handoutMasters/") || name.starts_with("ppt/charts/") ||
         name.starts_with("ppt/slideMasters/") || name.starts_with("ppt/slideLayouts/") || name.find("/theme/") != std::string_view::npos;
}

struct Tally {
  std::uint32_t slides = 0, shapes = 0, off_slide = 0;
  bool too_deep = false;
};

struct SlideSize {
  long width = 0, height = 0;  // in the format's own units; 0: not said
};

// One slide → lines, shape by shape in the order of the file, which is that of reading aloud.
class Slide {
 public:
  Slide(SlideSize size, Tally& tally) : size_(size), tally_(tally) {}

  void shapes(const pugi::xml_node& tree, Flow& flow, bool placed, int depth) {
    if (depth > kMaxXmlDepth) {
      tally_.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : tree.children()) {
      const std::string_view name = local_name(c);
      if (name == "AlternateContent") {
        const pugi::xml_node choice = child(c, "Choice");
        shapes(choice ? choice : child(c, "Fallback"), flow, placed, depth + 1);
      } else if (name == "sp" || name == "graphicFrame" || name == "grpSp" || name == "cxnSp") {
        shape(c, name, flow, placed, depth + 1);
      }
    }
  }

 private:
  void shape(const pugi::xml_node& node, std::string_view name, Flow& flow, bool placed, int depth) {
    Flow own;
    if (name == "grpSp")
      shapes(node, own, false, depth);  // inside a group places are the group's own
    else if (const pugi::xml_node body = child(node, "txBody"))
      own.add(paragraphs(body));
    else
      tables(node, own, depth);
    if (own.empty()) return;
    if (hidden(node)) {
      ++tally_.shapes;
    } else if (placed && off_slide(node, name)) {
      ++tally_.off_slide;
    } else {
      flow.add("");
      flow.add(own.text(1));
    }
  }

  static bool hidden(const pugi::xml_node& shape) {
    for (const pugi::xml_node& c : shape.children())
      if (const std::string_view value = attribute(child(c, "cNvPr"), "hidden"); value == "1" || value == "true") return true;
    return false;
  }

  bool off_slide(const pugi::xml_node& shape, std::string_view name) const {
    const pugi::xml_node place = name == "graphicFrame" ? child(shape, "xfrm")
                                 : name == "grpSp"      ? child(child(shape, "grpSpPr"), "xfrm")
                                                        : child(child(shape, "spPr"), "xfrm");
    const pugi::xml_node off = child(place, "off");
    const pugi::xml_node extent = child(place, "ext");
    if (!off || !extent || size_.width <= 0 || size_.height <= 0) return false;
    const long x = number_of(attribute(off, "x"), 0);
    const long y = number_of(attribute(off, "y"), 0);
    return x >= size_.width || y >= size_.height || x <= -number_of(attribute(extent, "cx"), 0) ||
           y <= -number_of(attribute(extent, "cy"), 0);
  }

  static Lines paragraphs(const pugi::xml_node& body) {
    Lines lines;
    for (const pugi::xml_node& p : body.children()) {
      if (local_name(p) != "p") continue;
      std::string line;
      for (const pugi::xml_node& run : p.children()) {
        const std::string_view name = local_name(run);
        if (name == "r" || name == "fld") line += clean_utf8(child(run, "t").text().get());
        if (name == "br") line += '\n';
      }
      lines.push_back(std::move(line));
    }
    return lines;
  }

  void tables(const pugi::xml_node& node, Flow& flow, int depth) {
    if (depth > kMaxXmlDepth) {
      tally_.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : node.children()) {
      if (local_name(c) != "tr") {
        tables(c, flow, depth + 1);
        continue;
      }
      std::vector<Lines> cells;
      for (const pugi::xml_node& cell : c.children())
        if (local_name(cell) == "tc") cells.push_back(paragraphs(child(cell, "txBody")));
      flow.add(row_lines(std::move(cells)));
    }
  }

  const SlideSize size_;
  Tally& tally_;
};

class PptxReader {
 public:
  PptxReader(Package package, Sink& sink) : package_(std::move(package)), sink_(sink) {}

  Status read() {
    const std::string main = package_.main_part("ppt/presentation.xml");
    const Result<pugi::xml_document*> presentation = package_.part(main);
    if (!presentation) return presentation.error();
    const pugi::xml_node root = (*presentation)->document_element();
    size_ = {number_of(attribute(child(root, "sldSz"), "cx"), 0), number_of(attribute(child(root, "sldSz"), "cy"), 0)};
    std::map<std::string, std::string> parts;
    for (const Relationship& r : package_.relationships(main)) parts[r.id] = r.target;
    std::vector<Page> pages;
    for (const pugi::xml_node& reference : child(root, "sldIdLst").children())
      if (const auto part = parts.find(relationship_id(reference)); part != parts.end()) slide(part->second, pages);
    if (pages.empty()) pages.emplace_back();
    give(pages);
    return success();
  }

 private:
  static std::string relationship_id(const pugi::xml_node& reference) {
    for (const pugi::xml_attribute& a : reference.attributes())
      if (std::string_view(a.name()).ends_with(":id")) return a.value();
    return "";
  }

  void slide(const std::string& part, std::vector<Page>& pages) {
    if (pages.size() == limits::kMaxPages) return;
    Page page;
    page.number = static_cast<std::uint32_t>(pages.size() + 1);
    const Result<pugi::xml_document*> document = package_.part(part);
    if (!document) {
      page.source = PageSource::kNone;
      page.confidence = 0;
      notes_.push_back({page.number, document.error().message});
      pages.push_back(std::move(page));
      return;
    }
    const pugi::xml_node root = (*document)->document_element();
    if (const std::string_view show = attribute(root, "show"); show == "0" || show == "false") {
      ++tally_.slides;
    } else {
      Flow flow;
      Slide(size_, tally_).shapes(child(child(root, "cSld"), "spTree"), flow, true, 0);
      page.text = utf8_prefix(flow.text(1), limits::kMaxPageTextBytes);
      pages.push_back(std::move(page));
    }
    package_.release(part);
  }

  void give(const std::vector<Page>& pages) {
    sink_.document(kMediaType, static_cast<std::uint32_t>(pages.size()), "");
    const std::array counts{HiddenCount{"hidden slide", tally_.slides},
                            HiddenCount{"hidden shape", tally_.shapes},
                            HiddenCount{"shape off the slide", tally_.off_slide},
                            HiddenCount{"speaker's notes", package_.count_under("ppt/notesSlides/notesSlide")},
                            HiddenCount{"comment", package_.count_under("ppt/comments/")},
                            HiddenCount{"embedded file", package_.count_under("ppt/embeddings/")}};
    for (const HiddenCount& count : counts)
      if (count.count > 0) sink_.hidden(count);
    for (const Note& note : notes_) sink_.note(note);
    if (tally_.too_deep) sink_.note({0, "nested more deeply than is read: a part was left out"});
    for (std::size_t i = 0; i < pages.size(); ++i) {
      Page page = pages[i];
      page.number = static_cast<std::uint32_t>(i + 1);
      sink_.page(page, false);
    }
  }

  Package package_;
  Sink& sink_;
  SlideSize size_;
  Tally tally_;
  std::vector<Note> notes_;
};

}  // namespace

Status read_pptx(std::string_view bytes, Sink& sink) {
  Result<Package> package = Package::open(bytes, skip);
  if (!package) return package.error();
  return PptxReader(std::move(*package), sink).read();
}

}  // namespace foi::extract
