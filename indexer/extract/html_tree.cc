#include "indexer/extract/html_tree.h"

#include <algorithm>
#include <string>

#include "indexer/extract/html.h"
#include "indexer/model/text.h"

namespace foi::extract {

// Gumbo's memory for one page, given back all at once: its own way of freeing a tree calls itself for each level.
class HtmlTree::Arena {
 public:
  static void* allocate(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->take(size); }
  static void release(void*, void*) {}

 private:
  void* take(std::size_t size) {
    constexpr std::size_t kAlign = alignof(std::max_align_t);
    constexpr std::size_t kBlock = 1u << 20;
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > left_) {
      left_ = std::max(size, kBlock);
      blocks_.push_back(std::make_unique<std::byte[]>(left_));
      next_ = blocks_.back().get();
    }
    void* taken = next_;
    next_ += size;
    left_ -= size;
    return taken;
  }
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

HtmlTree::HtmlTree(std::string_view html) : arena_(std::make_unique<Arena>()) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::allocate;
  options.deallocator = Arena::release;
  options.userdata = arena_.get();
  options.max_errors = 0;
  const GumboOutput* parsed = gumbo_parse_with_options(&options, html.data(), html.size());
  if (!parsed || !parsed->root) return;
  root_ = parsed->root;
  find_styles_and_base(root_, 0);
}

HtmlTree::~HtmlTree() = default;

void HtmlTree::find_styles_and_base(const GumboNode* node, int depth) {
  if (node->type != GUMBO_NODE_ELEMENT || depth > kMaxHtmlDepth) return;
  const GumboTag tag = node->v.element.tag;
  if (tag == GUMBO_TAG_NOSCRIPT) return;  // its sheets hold where no script runs
  if (tag == GUMBO_TAG_BASE && base_.empty()) base_ = trim(attribute_of(node, "href"));
  const bool holds = media_holds(attribute_of(node, "media"));
  if (tag == GUMBO_TAG_LINK && holds && to_lower_ascii(attribute_of(node, "rel")).find("stylesheet") != std::string::npos)
    style_.add_outside_sheet();
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* c = static_cast<const GumboNode*>(children.data[i]);
    if (tag == GUMBO_TAG_STYLE && holds && c->type == GUMBO_NODE_TEXT) style_.add_sheet(c->v.text.text);
    find_styles_and_base(c, depth + 1);
  }
}

bool HtmlTree::is_readable(const GumboNode* text) const {
  return !text->parent || text->parent->type != GUMBO_NODE_ELEMENT || style_.shows_text(text->parent);
}

bool is_html_element(std::string_view name) { return !name.empty() && gumbo_tag_enum(std::string(name).c_str()) != GUMBO_TAG_UNKNOWN; }

std::string_view attribute_of(const GumboNode* node, const char* name) {
  const GumboAttribute* a = gumbo_get_attribute(&node->v.element.attributes, name);
  return a ? std::string_view(a->value) : std::string_view();
}

bool has_attribute_of(const GumboNode* node, const char* name) { return gumbo_get_attribute(&node->v.element.attributes, name) != nullptr; }

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_CAPTION:
      return true;
    default:
      return false;
  }
}

bool is_machinery(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_SELECT:
      return true;
    default:
      return false;
  }
}

}  // namespace foi::extract
