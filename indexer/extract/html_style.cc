#include "indexer/extract/html_style.h"

#include <algorithm>

#include "indexer/extract/html_tree.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr int kImportant = 1'000'000, kOwnStyle = 500'000;

const GumboNode* parent_of(const GumboNode* node) {
  return node->parent && node->parent->type == GUMBO_NODE_ELEMENT ? node->parent : nullptr;
}

// The element before it that it shares its parent with.
const GumboNode* before(const GumboNode* node) {
  const GumboNode* parent = parent_of(node);
  if (!parent) return nullptr;
  for (std::size_t i = node->index_within_parent; i-- > 0;) {
    const auto* sibling = static_cast<const GumboNode*>(parent->v.element.children.data[i]);
    if (sibling->type == GUMBO_NODE_ELEMENT) return sibling;
  }
  return nullptr;
}

std::string tag_of(const GumboNode* element) {
  if (element->v.element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element->v.element.tag);
  GumboStringPiece original = element->v.element.original_tag;
  gumbo_tag_from_original_text(&original);
  return original.data ? to_lower_ascii(std::string_view(original.data, original.length)) : std::string();
}

bool has_word(std::string_view words, std::string_view wanted) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(" \t\n\r\f"), words.size());
    if (words.substr(0, end) == wanted && end > 0) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

bool matches(const CssCompound::Attribute& wanted, const GumboNode* element) {
  if (!has_attribute_of(element, wanted.name.c_str())) return false;
  const std::string_view value = attribute_of(element, wanted.name.c_str());
  switch (wanted.how) {
    case 0:
      return true;
    case '=':
      return value == wanted.value;
    case '~':
      return has_word(value, wanted.value);
    case '|':
      return value == wanted.value || value.starts_with(wanted.value + "-");
    case '^':
      return !wanted.value.empty() && value.starts_with(wanted.value);
    case '$':
      return !wanted.value.empty() && value.ends_with(wanted.value);
    default:
      return !wanted.value.empty() && value.find(wanted.value) != std::string_view::npos;
  }
}

bool holds(const CssCompound::Position& wanted, long at) {
  const long past = at - wanted.first;
  return wanted.step == 0 ? past == 0 : past % wanted.step == 0 && past / wanted.step >= 0;
}

// Colours that attributes of older pages give: "#ffffff", "ffffff", "white".
Paint attribute_paint(std::string_view value) {
  if (trim(value).empty()) return {};
  const std::optional<Colour> hex = hex_colour(trim(value));
  return hex ? Paint(*hex) : css_paint(to_lower_ascii(trim(value)));
}

// The winner so far of the declarations for one property.
struct Cascade {
  Paint paint;
  int weight = -1;
  void offer(const Paint& other, int other_weight) {
    if (other.said() && other_weight >= weight) paint = other, weight = other_weight;
  }
};

}  // namespace

void HtmlStyle::add_sheet(std::string_view css) {
  CssSheet sheet = parse_sheet(css);
  outside_ = outside_ || sheet.imports;
  for (CssRule& rule : sheet.rules) {
    if (rules_.size() >= kMostSelectors) return;
    if (rule.selector.loose) {  // whom it paints is not known
      if (rule.look.letters.said()) rule.look.letters = Paint::unknown();
      if (rule.look.ground.said()) rule.look.ground = Paint::unknown();
    }
    index(rule, rules_.size());
    rules_.push_back(std::move(rule));
  }
}

void HtmlStyle::index(const CssRule& rule, std::size_t number) {
  const CssCompound& last = rule.selector.steps.back().compound;
  std::string key = last.tag;
  if (!last.classes.empty()) key = "." + last.classes.front();
  if (!last.id.empty()) key = "#" + last.id;
  by_key_[key].push_back(number);
}

std::vector<std::size_t> HtmlStyle::candidates(const GumboNode* element) const {
  std::vector<std::size_t> found;
  const auto take = [&](const std::string& key) {
    if (const auto rules = by_key_.find(key); rules != by_key_.end()) found.insert(found.end(), rules->second.begin(), rules->second.end());
  };
  take("");
  take(tag_of(element));
  if (const std::string_view id = attribute_of(element, "id"); !id.empty()) take("#" + std::string(id));
  std::string_view classes = attribute_of(element, "class");
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find_first_of(" \t\n\r\f"), classes.size());
    if (end > 0) take("." + std::string(classes.substr(0, end)));
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool HtmlStyle::matches(const CssCompound& compound, const GumboNode* element) const {
  if (!compound.tag.empty() && compound.tag != tag_of(element)) return false;
  if (!compound.id.empty() && compound.id != attribute_of(element, "id")) return false;
  const std::string_view classes = attribute_of(element, "class");
  for (const std::string& name : compound.classes)
    if (!has_word(classes, name)) return false;
  for (const CssCompound::Attribute& wanted : compound.attributes)
    if (!extract::matches(wanted, element)) return false;
  for (const CssCompound::Position& wanted : compound.positions) {
    const Position at = position_of(element);
    if (!holds(wanted, wanted.from_end ? at.from_end : at.from_start)) return false;
  }
  return std::none_of(compound.not_these.begin(), compound.not_these.end(),
                      [&](const CssCompound& other) { return matches(other, element); });
}

bool HtmlStyle::matches(const CssSelector& selector, std::size_t step, const GumboNode* element, int& tries) const {
  if (--tries < 0 || --tries_left_ < 0) return true;
  if (!matches(selector.steps[step].compound, element)) return false;
  if (step == 0) return true;
  const char relation = selector.steps[step].relation;
  const bool beside = relation == '+' || relation == '~';
  const bool once = relation == '>' || relation == '+';
  const GumboNode* other = beside ? before(element) : parent_of(element);
  for (; other; other = beside ? before(other) : parent_of(other)) {
    if (matches(selector, step - 1, other, tries)) return true;
    if (once) return false;
  }
  return false;
}

HtmlStyle::Position HtmlStyle::position_of(const GumboNode* element) const {
  if (const auto known = positions_.find(element); known != positions_.end()) return known->second;
  const GumboNode* parent = parent_of(element);
  if (!parent) return {};
  std::vector<const GumboNode*> elements;
  const GumboVector& children = parent->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    if (const auto* c = static_cast<const GumboNode*>(children.data[i]); c->type == GUMBO_NODE_ELEMENT) elements.push_back(c);
  for (std::size_t i = 0; i < elements.size(); ++i)
    positions_[elements[i]] = {static_cast<long>(i + 1), static_cast<long>(elements.size() - i)};
  return positions_[element];
}

HtmlStyle::Look HtmlStyle::own_look(const GumboNode* element) const {
  Cascade letters, ground;
  letters.offer(attribute_paint(attribute_of(element, element->v.element.tag == GUMBO_TAG_BODY ? "text" : "color")), 0);
  ground.offer(attribute_paint(attribute_of(element, "bgcolor")), 0);
  if (has_attribute_of(element, "background")) ground.offer(Paint::unknown(), 0);
  // What a program makes such words look like by itself.
  if (element->v.element.tag == GUMBO_TAG_A) letters.offer(Paint::unknown(), 0);
  if (element->v.element.tag == GUMBO_TAG_MARK) ground.offer(Paint::unknown(), 0);
  Look look;
  bool placed = false;
  const auto apply = [&](const CssLook& said, int weight) {
    look.hides = look.hides || said.hides;
    placed = placed || said.placed;
    letters.offer(said.letters, weight + (said.letters_important ? kImportant : 0));
    ground.offer(said.ground, weight + (said.ground_important ? kImportant : 0));
  };
  for (const std::size_t number : candidates(element)) {
    const CssRule& rule = rules_[number];
    int tries = kMostSelectorTries;
    if (matches(rule.selector, rule.selector.steps.size() - 1, element, tries)) apply(rule.look, rule.selector.weight);
  }
  apply(css_look(attribute_of(element, "style")), kOwnStyle);
  look.letters = letters.paint;
  look.ground = ground.paint.or_else(placed ? Paint::unknown() : Paint());
  return look;
}

const HtmlStyle::Look& HtmlStyle::look_of(const GumboNode* element) const {
  std::vector<const GumboNode*> path;  // up to what is known
  const GumboNode* at = element;
  for (; at && !looks_.contains(at); at = parent_of(at)) path.push_back(at);
  Look around = at ? looks_.at(at) : Look{false, outside_ ? Paint::unknown() : Paint(kBlack), outside_ ? Paint::unknown() : Paint(kWhite)};
  for (; !path.empty(); path.pop_back()) {
    Look own = own_look(path.back());
    own.letters = own.letters.or_else(around.letters);
    own.ground = own.ground.or_else(around.ground);
    looks_[path.back()] = around = own;
  }
  return looks_.at(element);
}

bool HtmlStyle::hides(const GumboNode* element) const {
  const std::string tag = tag_of(element);
  // Shown by programs that cannot show what they stand for, or once it is opened.
  if (tag == "noframes" || tag == "noembed" || tag == "rp" || (tag == "dialog" && !has_attribute_of(element, "open"))) return true;
  return has_attribute_of(element, "hidden") || has_attribute_of(element, "popover") || look_of(element).hides ||
         (element->v.element.tag == GUMBO_TAG_INPUT && attribute_of(element, "type") == "hidden");
}

bool HtmlStyle::shows_text(const GumboNode* element) const {
  const Look& look = look_of(element);
  return !unreadable(look.letters, look.ground);
}

}  // namespace foi::extract
