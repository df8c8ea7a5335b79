#include <array>
#include <string>

#include "indexer/extract/drawing.h"
#include "indexer/extract/flow.h"
#include "indexer/extract/office_xml.h"
#include "indexer/extract/readers.h"
#include "indexer/extract/slide_ground.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::string_view kMediaType = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

// Parts that hold neither text an audience sees nor what it stands on.
bool skip(std::string_view name) {
  return name.starts_with("docProps/") || name.starts_with("customXml/") || name.starts_with("ppt/notesSlides/") ||
         name.starts_with("ppt/notesMasters/") || name.starts_with("ppt/handoutMasters/") || name.starts_with("ppt/charts/") ||
         name.starts_with("ppt/diagrams/");
}

struct Tally {
  std::uint32_t slides = 0, shapes = 0, off_slide = 0, words = 0;
  bool too_deep = false;
};

struct SlideSize {
  long width = 0, height = 0;  // in the format's own units; 0: not said
};

// One slide → lines, shape by shape in the order of the file, which is that of reading aloud.
class Slide {
 public:
  Slide(SlideSize size, const Scheme& scheme, const std::vector<pugi::xml_node>& backdrops, Tally& tally)
      : size_(size), scheme_(scheme), ground_(backdrops, scheme), tally_(tally) {}

  void shapes(const pugi::xml_node& tree, Flow& flow, const Frame& frame, int depth) {
    if (depth > kMaxXmlDepth) {
      tally_.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : tree.children()) {
      const std::string_view name = local_name(c);
      if (name == "AlternateContent") {
        const pugi::xml_node choice = child(c, "Choice");
        shapes(choice ? choice : child(c, "Fallback"), flow, frame, depth + 1);
      } else if (name == "pic") {
        if (!is_hidden_shape(c)) ground_.painted(frame.of(child(child(c, "spPr"), "xfrm")));
      } else if (name == "sp" || name == "graphicFrame" || name == "grpSp" || name == "cxnSp") {
        shape(c, name, flow, frame, depth + 1);
      }
    }
  }

 private:
  void shape(const pugi::xml_node& node, std::string_view name, Flow& flow, const Frame& frame, int depth) {
    const pugi::xml_node transform = name == "graphicFrame" ? child(node, "xfrm")
                                     : name == "grpSp"      ? child(child(node, "grpSpPr"), "xfrm")
                                                            : child(child(node, "spPr"), "xfrm");
    const Place place = frame.of(transform);
    const std::uint32_t unreadable_before = tally_.words;
    Flow own;
    if (name == "grpSp")
      shapes(node, own, frame.inside(transform), depth);
    else if (name == "graphicFrame")
      tables(node, own, place, depth);
    else
      own.add(text_of(node, place));
    if (own.empty() && tally_.words == unreadable_before) return;
    if (is_hidden_shape(node)) {
      tally_.words = unreadable_before;
      ++tally_.shapes;
    } else if (off_slide(place)) {
      tally_.words = unreadable_before;
      ++tally_.off_slide;
    } else if (!own.empty()) {
      flow.add("");
      flow.add(own.text(1));
    }
  }

  bool off_slide(const Place& place) const {
    if (!place.placed || size_.width <= 0 || size_.height <= 0) return false;
    return place.left >= static_cast<double>(size_.width) || place.top >= static_cast<double>(size_.height) || place.right <= 0 ||
           place.bottom <= 0;
  }

  Lines text_of(const pugi::xml_node& shape, const Place& place) {
    const bool hidden = is_hidden_shape(shape);
    const Paint ground = hidden ? Paint::unknown() : ground_.under(shape, place);
    const pugi::xml_node body = child(shape, "txBody");
    if (!body) return {};
    return paragraphs(body, color_in(child(child(shape, "style"), "fontRef"), scheme_), ground);
  }

  // by_style: the colour of letters that neither they nor their level have one of.
  Lines paragraphs(const pugi::xml_node& body, const Paint& by_style, const Paint& ground) {
    Lines lines;
    for (const pugi::xml_node& p : body.children()) {
      if (local_name(p) != "p") continue;
      const long level = number_of(attribute(child(p, "pPr"), "lvl"), 0) + 1;
      const pugi::xml_node of_level = child(child(body, "lstStyle"), "lvl" + std::to_string(level) + "pPr");
      RunsRead read = read_runs(p, fill_in(child(of_level, "defRPr"), scheme_).or_else(by_style), ground, scheme_);
      tally_.words += read.hidden;
      lines.push_back(std::move(read.text));
    }
    return lines;
  }

  void tables(const pugi::xml_node& node, Flow& flow, const Place& place, int depth) {
    if (depth > kMaxXmlDepth) {
      tally_.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : node.children()) {
      if (local_name(c) != "tr") {
        tables(c, flow, place, depth + 1);
        continue;
      }
      std::vector<Lines> cells;
      for (const pugi::xml_node& cell : c.children())
        if (local_name(cell) == "tc") cells.push_back(cell_lines(cell));
      flow.add(row_lines(std::move(cells)));
    }
    if (local_name(node) == "graphicFrame") ground_.painted(place);
  }

  // What a cell does not say itself, its table's style may.
  Lines cell_lines(const pugi::xml_node& cell) {
    return paragraphs(child(cell, "txBody"), {}, fill_in(child(cell, "tcPr"), scheme_).or_else(Paint::unknown()));
  }

  const SlideSize size_;
  const Scheme& scheme_;
  SlideGround ground_;
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
      std::vector<pugi::xml_node> backdrops{root};
      const Scheme scheme = find_backdrops(part, backdrops);
      Slide(size_, scheme, backdrops, tally_).shapes(child(child(root, "cSld"), "spTree"), flow, Frame{}, 0);
      page.text = utf8_prefix(flow.text(1), limits::kMaxPageTextBytes);
      pages.push_back(std::move(page));
    }
    package_.release(part);
  }

  // The root of the part of a type that another part leads to, and the name of that part.
  pugi::xml_node root_of(std::string& part, std::string_view type) {
    for (const Relationship& r : package_.relationships(part)) {
      if (r.type != type || !package_.has(r.target)) continue;
      const Result<pugi::xml_document*> document = package_.part(r.target);
      if (!document) break;
      part = r.target;
      return (*document)->document_element();
    }
    return {};
  }

  // Adds the slide's layout and master; the colours they go by.
  Scheme find_backdrops(std::string part, std::vector<pugi::xml_node>& backdrops) {
    pugi::xml_node last;
    for (const char* type : {"slideLayout", "slideMaster"})
      if (const pugi::xml_node found = root_of(part, type)) backdrops.push_back(last = found);
    if (!last) return plain_scheme();
    const pugi::xml_node own_map = child(child(backdrops.front(), "clrMapOvr"), "overrideClrMapping");
    return scheme_of(root_of(part, "theme"), own_map ? own_map : child(last, "clrMap"));
  }

  void give(const std::vector<Page>& pages) {
    sink_.document(kMediaType, static_cast<std::uint32_t>(pages.size()), "");
    const std::array counts{HiddenCount{"hidden slide", tally_.slides},
                            HiddenCount{"hidden shape", tally_.shapes},
                            HiddenCount{"shape off the slide", tally_.off_slide},
                            HiddenCount{"hidden text", tally_.words},
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
