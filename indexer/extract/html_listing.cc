#include "indexer/extract/html_listing.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>

#include "indexer/extract/flow.h"
#include "indexer/extract/html_link.h"
#include "indexer/extract/reader_limits.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// Fewer rows are no list of anything.
constexpr std::size_t kMinRows = 2, kMinBlocks = 3;
// A table of more columns than a name and its value.
constexpr std::size_t kWideColumns = 3;
static_assert(kMaxCellLabelBytes + kMaxCellTextBytes + limits::kMaxLinkBytes * limits::kMaxLinksOfCell <= limits::kMaxListingCellBytes);

const GumboNode* child(const GumboNode* node, unsigned i) { return static_cast<const GumboNode*>(node->v.element.children.data[i]); }
unsigned children(const GumboNode* node) { return node->v.element.children.length; }
bool is(const GumboNode* node, GumboTag tag) { return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag; }

bool is_heading(GumboTag tag) {
  return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4 || tag == GUMBO_TAG_H5 ||
         tag == GUMBO_TAG_H6 || tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_SUMMARY;
}

bool is_item(GumboTag tag) {
  return tag == GUMBO_TAG_LI || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_DETAILS ||
         tag == GUMBO_TAG_DL;
}

std::string clean(std::string_view text, std::size_t most) { return std::string(utf8_prefix(clean_utf8(text), most)); }

// -- the text of one element, line by line

struct TextLine {
  bool label = false;  // a <dt>, or the <th> of a row
  std::string text;
  std::vector<std::string> links;
};

class LineReader {
 public:
  explicit LineReader(const HtmlTree& tree) : tree_(tree) {}

  std::vector<TextLine> read(const std::vector<const GumboNode*>& nodes) && {
    for (const GumboNode* node : nodes) visit(node, 0);
    end_line();
    return std::move(lines_);
  }

 private:
  void children_of(const GumboNode* node, int depth) {
    for (unsigned i = 0; i < children(node) && bytes_ <= kMaxCellTextBytes; ++i) visit(child(node, i), depth + 1);
  }

  void visit(const GumboNode* node, int depth) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
      if (!tree_.is_readable(node)) return;
      line_.text += node->v.text.text;
      bytes_ += std::string_view(node->v.text.text).size();
      return;
    }
    if (node->type != GUMBO_NODE_ELEMENT || depth > kMaxHtmlDepth) return;
    const GumboTag tag = node->v.element.tag;
    if (is_machinery(tag) || tree_.is_hidden(node)) return;
    const bool cell = tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
    if (tag == GUMBO_TAG_BR || cell || is_block(tag)) end_line();
    if (tag == GUMBO_TAG_A) add_link(node);
    children_of(node, depth);
    if (tag == GUMBO_TAG_DT || tag == GUMBO_TAG_TH) line_.label = true;
    if (cell || is_block(tag)) end_line();
  }

  void add_link(const GumboNode* anchor) {
    const std::string_view href = trim(attribute_of(anchor, "href"));
    if (href.empty() || href.starts_with('#') || line_.links.size() == limits::kMaxLinksOfCell) return;
    const std::string link = link_from_base(tree_.base(), href);
    if (link.size() <= limits::kMaxLinkBytes) line_.links.push_back(flat(clean_utf8(link)));
  }

  void end_line() {
    line_.text = flat(clean_utf8(line_.text));
    if (!line_.text.empty()) lines_.push_back(std::move(line_));
    line_ = {};
  }

  const HtmlTree& tree_;
  std::vector<TextLine> lines_;
  TextLine line_;
  std::size_t bytes_ = 0;
};

std::vector<TextLine> lines_of(const HtmlTree& tree, const GumboNode* element) { return LineReader(tree).read({element}); }

void add_line(ListingCell& cell, TextLine line) {
  if (!cell.text.empty()) cell.text += '\n';
  cell.text = clean(cell.text + line.text, kMaxCellTextBytes);
  for (std::string& link : line.links)
    if (cell.links.size() < limits::kMaxLinksOfCell && link.size() <= limits::kMaxLinkBytes) cell.links.push_back(std::move(link));
}

ListingCell one_cell(const HtmlTree& tree, const GumboNode* element) {
  ListingCell cell;
  for (TextLine& line : lines_of(tree, element)) add_line(cell, std::move(line));
  return cell;
}

// -- rows

class RowMaker {
 public:
  RowMaker(const HtmlTree& tree, const GumboNode* heading, bool table) : tree_(tree) {
    listing_.table = table;
    if (!heading) return;
    std::string words;
    for (const TextLine& line : lines_of(tree, heading)) words += (words.empty() ? "" : " ") + line.text;
    listing_.heading = clean(words, kMaxListingHeadingBytes);
  }

  void add_table_row(const GumboNode* tr, bool in_head) {
    if (full()) return;
    ListingRow row;
    bool only_headings = true;
    std::size_t column = 0;
    for (unsigned i = 0; i < children(tr); ++i) {
      const GumboNode* td = child(tr, i);
      if ((!is(td, GUMBO_TAG_TD) && !is(td, GUMBO_TAG_TH)) || tree_.is_hidden(td)) continue;
      take_spanning(row, column);
      if (row.cells.size() >= limits::kMaxListingCells) break;
      ListingCell cell = one_cell(tree_, td);
      only_headings = only_headings && (is(td, GUMBO_TAG_TH) || cell.text.empty());
      const std::size_t down = span_of(td, "rowspan", limits::kMaxListingRows), across = span_of(td, "colspan", limits::kMaxListingCells);
      for (std::size_t n = 0; n < across && row.cells.size() < limits::kMaxListingCells; ++n, ++column) {
        if (down > 1) spanning_[column] = {n == 0 ? cell : ListingCell{}, down - 1};
        row.cells.push_back(n == 0 ? cell : ListingCell{});
      }
    }
    take_spanning(row, column);
    row.head = in_head || (only_headings && !row.cells.empty());
    add(std::move(row));
  }

  void add_block(const std::vector<const GumboNode*>& block) {
    if (full()) return;
    ListingRow row;
    std::string label;
    for (TextLine& line : LineReader(tree_).read(block)) {
      if (line.label) {
        label = clean(line.text, kMaxCellLabelBytes);
        continue;
      }
      if (row.cells.size() == limits::kMaxListingCells) {
        add_line(row.cells.back(), std::move(line));
        continue;
      }
      row.cells.push_back({std::exchange(label, {}), {}, {}});
      add_line(row.cells.back(), std::move(line));
    }
    add(std::move(row));
  }

  // A <dt> and what stands beside it.
  void add_definition(const std::string& term, std::vector<ListingCell> cells) {
    ListingRow row;
    for (ListingCell& cell : cells) cell.label = clean(term, kMaxCellLabelBytes);
    row.cells = std::move(cells);
    if (row.cells.empty()) row.cells.push_back({clean(term, kMaxCellLabelBytes), {}, {}});
    add(std::move(row));
  }

  Listing take() && { return std::move(listing_); }

  // What all listings of a page may still take.
  struct Left {
    std::size_t rows = limits::kMaxListingRows, bytes = limits::kMaxListingsBytes;
  };
  void limit(Left& left) { left_ = &left; }

 private:
  static std::size_t span_of(const GumboNode* td, const char* name, std::size_t most) {
    const std::string_view value = attribute_of(td, name);
    const long span = value.empty() ? 1 : std::strtol(std::string(value.substr(0, 9)).c_str(), nullptr, 10);
    return static_cast<std::size_t>(std::clamp(span, 1L, static_cast<long>(most)));
  }

  void take_spanning(ListingRow& row, std::size_t& column) {
    for (auto at = spanning_.find(column); at != spanning_.end() && row.cells.size() < limits::kMaxListingCells;
         at = spanning_.find(++column)) {
      row.cells.push_back(at->second.first);
      if (--at->second.second == 0) spanning_.erase(at);
    }
  }

  // Once a row does not fit no more are looked at: cells that span rows could make a short page long.
  bool full() {
    if (left_->rows > 0) return false;
    ++listing_.left_out;
    return true;
  }

  void add(ListingRow row) {
    const bool empty =
        std::all_of(row.cells.begin(), row.cells.end(), [](const ListingCell& c) { return c.text.empty() && c.label.empty(); });
    if (empty) return;
    std::size_t bytes = 0;
    for (const ListingCell& cell : row.cells) {
      bytes += cell.label.size() + cell.text.size();
      for (const std::string& link : cell.links) bytes += link.size();
    }
    if (bytes > left_->bytes) {
      left_->rows = 0;
      full();
      return;
    }
    --left_->rows;
    left_->bytes -= bytes;
    listing_.rows.push_back(std::move(row));
  }

  const HtmlTree& tree_;
  Listing listing_;
  std::map<std::size_t, std::pair<ListingCell, std::size_t>> spanning_;  // column → the cell, and rows below it may still reach
  Left* left_ = nullptr;
};

// -- which elements hold rows

struct Container {
  const GumboNode* node = nullptr;
  const GumboNode* heading = nullptr;  // before it
  std::size_t rows = 0;
  std::pair<GumboTag, std::string_view> item{GUMBO_TAG_UNKNOWN, {}};  // tag and first class of its rows, where it is no table and no <dl>
  bool wide = false;                                                  // a table of more columns than a name and its value
  bool linked = false;                                                // nearly every row has a link
  bool sections = false;                                              // each row is a heading and what stands below it
};

bool is_table_part(const GumboNode* node) { return is(node, GUMBO_TAG_TBODY) || is(node, GUMBO_TAG_THEAD) || is(node, GUMBO_TAG_TFOOT); }

template <class Each>
void for_each_row(const GumboNode* table, const Each& each) {
  for (unsigned i = 0; i < children(table); ++i) {
    const GumboNode* part = child(table, i);
    if (is(part, GUMBO_TAG_TR)) each(part, false);
    if (!is_table_part(part)) continue;
    for (unsigned r = 0; r < children(part); ++r)
      if (is(child(part, r), GUMBO_TAG_TR)) each(child(part, r), is(part, GUMBO_TAG_THEAD));
  }
}

// H1 to H6 are in order; other tags are none of them.
bool is_section_heading(GumboTag tag) { return tag >= GUMBO_TAG_H2 && tag <= GUMBO_TAG_H6; }
static_assert(GUMBO_TAG_H1 + 5 == GUMBO_TAG_H6);

// Each heading of the tag among the children, with what stands before the next one as high or higher.
std::vector<std::vector<const GumboNode*>> sections_of(const HtmlTree& tree, const GumboNode* node, GumboTag heading) {
  std::vector<std::vector<const GumboNode*>> sections;
  bool inside = false;
  for (unsigned i = 0; i < children(node); ++i) {
    const GumboNode* part = child(node, i);
    const bool element = part->type == GUMBO_NODE_ELEMENT && !tree.is_hidden(part);
    if (element && part->v.element.tag >= GUMBO_TAG_H1 && part->v.element.tag <= heading) {
      inside = part->v.element.tag == heading;
      if (inside) sections.emplace_back();
    }
    if (inside) sections.back().push_back(part);
  }
  return sections;
}

std::pair<GumboTag, std::string_view> item_of(const GumboNode* node) {
  const std::string_view classes = trim(attribute_of(node, "class"));
  return {node->v.element.tag, classes.substr(0, classes.find_first_of(" \t\n"))};
}

class ContainerFinder {
 public:
  explicit ContainerFinder(const HtmlTree& tree) : tree_(tree) {}

  std::vector<Container> run() && {
    if (tree_.root()) visit(tree_.root(), 0);
    return std::move(chosen_);
  }

 private:
  // What an element has inside, of containers and of links.
  struct Inside {
    std::size_t most = 0, total_linked = 0;
    std::size_t listed = 0;  // rows of all lists
    bool wide = false, link = false, table = false;
  };

  Inside visit(const GumboNode* node, int depth) {
    Inside inside;
    if (node->type != GUMBO_NODE_ELEMENT || depth > kMaxHtmlDepth || is_machinery(node->v.element.tag) || tree_.is_hidden(node))
      return inside;
    if (is_heading(node->v.element.tag)) heading_ = node;
    const GumboNode* heading = heading_;
    const std::size_t mark = chosen_.size();
    std::vector<bool> linked(children(node));
    for (unsigned i = 0; i < children(node); ++i) {
      const Inside there = visit(child(node, i), depth + 1);
      linked[i] = there.link;
      inside.most = std::max(inside.most, there.most);
      inside.total_linked += there.total_linked;
      inside.listed += there.listed;
      inside.table = inside.table || there.table;
      inside.wide = inside.wide || there.wide;
      inside.link = inside.link || there.link;
    }
    inside.link = inside.link || is(node, GUMBO_TAG_A);
    Container own = container(node, linked);
    own.heading = is(node, GUMBO_TAG_TABLE) && heading_ && is(heading_, GUMBO_TAG_CAPTION) ? heading_ : heading;
    if (!wins(own, inside)) return inside;
    chosen_.resize(mark);
    chosen_.push_back(own);
    const bool table = is(node, GUMBO_TAG_TABLE), list = !table && !is(node, GUMBO_TAG_DL);
    return {own.rows, own.linked ? own.rows : 0, list ? own.rows : 0, own.wide, inside.link, table};
  }

  static bool wins(const Container& own, const Inside& inside) {
    if (own.rows == 0 || (own.sections && (inside.table || inside.listed > own.rows))) return false;
    if (is(own.node, GUMBO_TAG_TABLE)) return !inside.wide || own.rows >= inside.most;
    return own.rows >= inside.most && !inside.wide && inside.total_linked <= own.rows;
  }

  static Container container(const GumboNode* node, const std::vector<bool>& linked) {
    Container own{.node = node};
    if (is(node, GUMBO_TAG_TABLE)) {
      for_each_row(node, [&own](const GumboNode* tr, bool) {
        std::size_t cells = 0;
        for (unsigned i = 0; i < children(tr); ++i) cells += is(child(tr, i), GUMBO_TAG_TD) || is(child(tr, i), GUMBO_TAG_TH) ? 1 : 0;
        own.wide = own.wide || cells >= kWideColumns;
        ++own.rows;
      });
      if (own.rows < kMinRows) own.rows = 0;
      return own;
    }
    std::map<std::pair<GumboTag, std::string_view>, std::pair<std::size_t, std::size_t>> kinds;  // rows, and rows with a link
    const bool definitions = is(node, GUMBO_TAG_DL);
    for (unsigned i = 0; i < children(node); ++i) {
      const GumboNode* item = child(node, i);
      if (item->type != GUMBO_NODE_ELEMENT) continue;
      if (definitions ? !is(item, GUMBO_TAG_DT) : !is_item(item->v.element.tag)) continue;
      auto& [rows, links] = kinds[definitions ? std::pair(GUMBO_TAG_DT, std::string_view()) : item_of(item)];
      ++rows;
      links += linked[i] ? 1 : 0;
    }
    for (const auto& [kind, counted] : kinds) {
      if (counted.first < kMinBlocks || counted.first <= own.rows) continue;
      own.rows = counted.first;
      own.item = kind;
      own.linked = !definitions && 5 * counted.second >= 4 * counted.first;
    }
    find_sections(own);
    return own;
  }

  // Where there are more headings of one tag than other blocks that are alike.
  static void find_sections(Container& own) {
    std::map<GumboTag, std::size_t> headings;
    for (unsigned i = 0; i < children(own.node); ++i)
      if (const GumboNode* part = child(own.node, i); part->type == GUMBO_NODE_ELEMENT && is_section_heading(part->v.element.tag))
        ++headings[part->v.element.tag];
    for (const auto& [tag, count] : headings) {
      if (count < kMinBlocks || count <= own.rows) continue;
      own.rows = count;
      own.item = {tag, {}};
      own.linked = false;
      own.sections = true;
    }
  }

  const HtmlTree& tree_;
  const GumboNode* heading_ = nullptr;
  std::vector<Container> chosen_;
};

void add_definitions(const HtmlTree& tree, const GumboNode* dl, RowMaker& rows) {
  std::string term;
  std::vector<ListingCell> cells;
  bool any = false;
  for (unsigned i = 0; i < children(dl); ++i) {
    const GumboNode* part = child(dl, i);
    if (part->type != GUMBO_NODE_ELEMENT || tree.is_hidden(part)) continue;
    if (is(part, GUMBO_TAG_DT)) {
      if (any) rows.add_definition(term, std::exchange(cells, {}));
      any = true;
      term.clear();
      for (const TextLine& line : lines_of(tree, part)) term += (term.empty() ? "" : " ") + line.text;
    }
    if (is(part, GUMBO_TAG_DD) && cells.size() < limits::kMaxListingCells) cells.push_back(one_cell(tree, part));
  }
  if (any) rows.add_definition(term, std::move(cells));
}

}  // namespace

std::vector<Listing> find_listings(const HtmlTree& tree) {
  std::vector<Listing> listings;
  RowMaker::Left left;
  for (const Container& container : ContainerFinder(tree).run()) {
    const bool table = is(container.node, GUMBO_TAG_TABLE);
    RowMaker rows(tree, container.heading, table);
    rows.limit(left);
    if (table) {
      for_each_row(container.node, [&](const GumboNode* tr, bool in_head) {
        if (!tree.is_hidden(tr)) rows.add_table_row(tr, in_head);
      });
    } else if (is(container.node, GUMBO_TAG_DL)) {
      add_definitions(tree, container.node, rows);
    } else if (container.sections) {
      for (const auto& section : sections_of(tree, container.node, container.item.first)) rows.add_block(section);
    } else {
      for (unsigned i = 0; i < children(container.node); ++i) {
        const GumboNode* item = child(container.node, i);
        if (item->type == GUMBO_NODE_ELEMENT && item_of(item) == container.item && !tree.is_hidden(item)) rows.add_block({item});
      }
    }
    Listing listing = std::move(rows).take();
    if (!listing.rows.empty()) listings.push_back(std::move(listing));
  }
  return listings;
}

}  // namespace foi::extract
