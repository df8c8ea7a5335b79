#include "indexer/extract/html.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/html_listing.h"
#include "indexer/extract/html_tree.h"
#include "indexer/extract/text_quality.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::string_view kFixedSpace = "\xC2\xA0";

// Blocks that an empty line stands before and after.
bool is_apart(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
      return true;
    default:
      return false;
  }
}

class Reader {
 public:
  Reader(const HtmlTree& tree, HtmlText& out) : tree_(tree), out_(out) {}

  void read() {
    if (!tree_.root()) return;
    Lines lines;
    blocks(tree_.root(), lines, 0);
    end_line(lines);
    out_.flow.add(lines);
  }

 private:
  static bool has_words(const GumboNode* node, int depth) {
    if (node->type == GUMBO_NODE_TEXT) return count_letters_and_digits(node->v.text.text) > 0;
    if (node->type != GUMBO_NODE_ELEMENT || depth > kMaxHtmlDepth) return false;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
      if (has_words(static_cast<const GumboNode*>(children.data[i]), depth + 1)) return true;
    return false;
  }

  void blocks(const GumboNode* node, Lines& lines, int depth) {
    if (depth > kMaxHtmlDepth) {
      out_.too_deep = true;
      return;
    }
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        if (tree_.is_readable(node)) return text(node->v.text.text, lines);
        out_.hidden += count_letters_and_digits(node->v.text.text) > 0 ? 1 : 0;
        return;
      case GUMBO_NODE_COMMENT:
        out_.comments += count_letters_and_digits(node->v.text.text) > 0 ? 1 : 0;
        return;
      case GUMBO_NODE_ELEMENT:
        return element(node, lines, depth);
      default:
        return;
    }
  }

  void children_of(const GumboNode* node, Lines& lines, int depth) {
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) blocks(static_cast<const GumboNode*>(children.data[i]), lines, depth + 1);
  }

  void text(std::string_view text, Lines& lines) {
    if (preformatted_) {
      for (const char c : text) {
        if (c == '\n')
          end_line(lines);
        else
          line_ += c;
      }
      return;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool fixed_space = text.substr(i, kFixedSpace.size()) == kFixedSpace;
      if (fixed_space) ++i;
      if (!fixed_space && text[i] != ' ' && (text[i] < '\t' || text[i] > '\r'))
        line_ += text[i];
      else if (!line_.empty() && line_.back() != ' ')
        line_ += ' ';
    }
  }

  void end_line(Lines& lines) {
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    if (!line_.empty()) lines.push_back(std::exchange(line_, {}));
  }

  void element(const GumboNode* node, Lines& lines, int depth) {
    const GumboTag tag = node->v.element.tag;
    if (is_machinery(tag)) return;
    if (tree_.is_hidden(node)) {
      out_.hidden += has_words(node, depth) ? 1 : 0;
      return;
    }
    if (tag == GUMBO_TAG_BR) return line_break(lines);
    if (tag == GUMBO_TAG_IMG) {
      ++out_.pictures;
      return;
    }
    if (tag == GUMBO_TAG_TR) return row(node, lines, depth);
    if (tag == GUMBO_TAG_A) return link(node, lines, depth);
    const bool block = is_block(tag);
    if (block) end_line(lines);
    if (is_apart(tag)) lines.emplace_back();
    if (tag == GUMBO_TAG_LI) line_ = bullet(node);
    const bool was_preformatted = std::exchange(preformatted_, preformatted_ || tag == GUMBO_TAG_PRE);
    children_of(node, lines, depth);
    if (block) end_line(lines);
    preformatted_ = was_preformatted;
    if (is_apart(tag)) lines.emplace_back();
  }

  void line_break(Lines& lines) {
    if (line_.empty())
      lines.emplace_back();
    else
      end_line(lines);
  }

  static std::string bullet(const GumboNode* item) {
    const GumboNode* list = item->parent;
    if (!list || list->type != GUMBO_NODE_ELEMENT || list->v.element.tag != GUMBO_TAG_OL) return "• ";
    const std::string_view start = attribute_of(list, "start");
    long number = start.empty() ? 1 : std::strtol(std::string(start).c_str(), nullptr, 10);
    const GumboVector& items = list->v.element.children;
    for (unsigned i = 0; i < items.length && items.data[i] != item; ++i) {
      const auto* other = static_cast<const GumboNode*>(items.data[i]);
      if (other->type == GUMBO_NODE_ELEMENT && other->v.element.tag == GUMBO_TAG_LI) ++number;
    }
    return std::to_string(number) + ". ";
  }

  void row(const GumboNode* node, Lines& lines, int depth) {
    end_line(lines);
    std::vector<Lines> cells;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* c = static_cast<const GumboNode*>(children.data[i]);
      if (c->type != GUMBO_NODE_ELEMENT || is_machinery(c->v.element.tag)) continue;
      if (tree_.is_hidden(c)) {
        out_.hidden += has_words(c, depth) ? 1 : 0;
        continue;
      }
      Lines cell;
      children_of(c, cell, depth + 1);
      end_line(cell);
      cells.push_back(std::move(cell));
    }
    for (std::string& line : row_lines(std::move(cells))) lines.push_back(std::move(line));
  }

  void link(const GumboNode* node, Lines& lines, int depth) {
    const std::size_t before = line_.size();
    const std::size_t lines_before = lines.size();
    children_of(node, lines, depth);
    const std::string address(trim(attribute_of(node, "href")));
    const bool web = address.starts_with("http://") || address.starts_with("https://");
    const bool says_so = before <= line_.size() && line_.find(address, std::min(before, line_.size())) != std::string::npos;
    const bool shown = lines.size() > lines_before || line_.size() > before;
    if (web && shown && !says_so && address.find(' ') == std::string::npos) line_ += " (" + address + ")";
  }

  const HtmlTree& tree_;
  HtmlText& out_;
  std::string line_;
  bool preformatted_ = false;
};

}  // namespace

HtmlText read_html_text(std::string_view html) {
  HtmlText out;
  const HtmlTree tree(html);
  Reader(tree, out).read();
  return out;
}

HtmlPage read_html_page(std::string_view html) {
  HtmlPage page;
  const HtmlTree tree(html);
  Reader(tree, page.text).read();
  page.listings = find_listings(tree);
  return page;
}

}  // namespace foi::extract
