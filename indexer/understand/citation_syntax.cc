#include "indexer/understand/citation_syntax.h"

#include <algorithm>
#include <map>
#include <optional>

#include "indexer/understand/citation_codes.h"
#include "indexer/understand/citation_cursor.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// The longest gloss between two items, in bytes.
constexpr std::size_t kMaxGloss = 90;
// "sub-paragraph (aa)(ii) of " before a section, in bytes.
constexpr std::size_t kLeadingElements = 34;
// How near words of law must stand to a number whose unit word is in doubt, in bytes.
constexpr std::size_t kMisreadReach = 40;

// Limbs are spoken of so near before the section they are of, in bytes.
constexpr std::size_t kLimbReach = 80;
// A subsection by itself is of a section cited so near before, in bytes.
constexpr std::size_t kSubsectionReach = 300;

// The most items of one chain: a list of every exemption has about 40. What follows begins a chain of its own.
constexpr std::size_t kMaxItems = 64;

class Reader : private CitationCursor {
 public:
  Reader(const Repaired& text, const CitationTable& table)
      : CitationCursor(text, table), codes_stand_alone_(codes_stand_alone(text, table)) {}

  std::vector<CitationChain> run(std::size_t most_items) && {
    std::vector<CitationChain> chains;
    std::size_t items = 0;
    while (at_ < s_.size() && items < most_items) {
      const std::size_t start = at_;
      CitationChain chain;
      if ((may_begin(at_) && take_chain(chain)) || (is_digit(s_[at_]) && take_bare(chain))) {
        items += chain.items.size();
        for (const CitationItem& item : chain.items) note_unit(item);
        if (chain.items.back().unit == Unit::section) remember_last(chain);
        chain.start = start;
        chains.push_back(std::move(chain));
      }
      at_ = std::max(at_, start + 1);
    }
    return chains;
  }

 private:
  // With its elements a section says more of what the number is of than the number alone.
  void note_unit(const CitationItem& item) {
    if (item.unit != Unit::section && item.unit != Unit::regulation) return;
    last_unit_ = item.unit;
    if (item.elements.empty())
      cited_.emplace(item.section, item.unit);
    else
      cited_.insert_or_assign(item.section, item.unit);
  }

  // The last item, with the elements it has from those before it.
  void remember_last(const CitationChain& chain) {
    Elements before;
    for (const CitationItem& item : chain.items)
      before = item.inherits ? table_.inherit("foia", item.section, before, item.elements) : item.elements;
    last_ = chain.items.back();
    last_->elements = before;
    last_->inherits = false;
  }

  // "36(2)(c)" without a unit word: of a section the letter has cited with one, a whole code where exemptions are spoken of (a table's
  // column, a list of bullets), or any code where what looks like one is one.
  bool take_bare(CitationChain& chain) {
    const std::size_t start = at_;
    const bool spaced = peek(2) == ' ' && peek(3) == '(' && is_digit(peek(4));  // "36 (2b)(i)"
    if (!is_digit(peek(1)) || (peek(2) != '(' && !spaced) ||
        (start > 0 && std::string_view(" \t\n([").find(s_[start - 1]) == std::string_view::npos))
      return false;
    if (in_postcode(start) || follows_other_unit(start)) return false;
    const auto known = cited_.find(s_.substr(at_, 2));
    CitationItem item{
        known == cited_.end() ? Unit::section : known->second, 0, std::string(s_.substr(at_, 2)), {}, false, false, {start, start}, {}};
    at_ += 2;
    take_elements(item.elements);
    const bool told = item.elements.size() >= 2 || (item.elements.size() == 1 && begins_clause(start));
    const bool whole = known != cited_.end() || (codes_stand_alone_ && !spaced) || (told && (speaks_of_exemptions(start) || is_of_act()));
    const auto unit = whole ? unit_of(item) : std::nullopt;
    if (item.elements.empty() || !unit || is_word(peek())) return at_ = start, false;
    item.unit = *unit;
    item.span.end = at_;
    chain.items.push_back(std::move(item));
    take_glosses(chain, 0);
    take_more_elements(chain);
    chain.end = at_;
    return true;
  }
  // "31 (1) (a) of the Freedom of Information Act".
  bool is_of_act() const {
    static constexpr std::string_view acts[] = {" of the freedom of information", " of foi", " of the act", " of the environmental info"};
    return std::ranges::any_of(acts, [&](std::string_view act) { return rest().starts_with(act); });
  }
  // "38(1)(a) and (b)".
  void take_more_elements(CitationChain& chain) {
    while (chain.items.size() < kMaxItems) {
      const std::size_t before = at_, count = chain.items.size();
      const Joiner joiner = joiner_at(rest());
      at_ += joiner.length;
      if (joiner.length > 0 && peek() == '(' && take_bare_elements(chain, 0) && is_part_of(chain.items[count], chain.items[0])) continue;
      chain.items.resize(count);
      at_ = before;
      return;
    }
  }
  // With what it takes from the code before it, there is such a code.
  bool is_part_of(const CitationItem& next, const CitationItem& first) const {
    static constexpr std::string_view regimes[] = {"foia", "foisa", "eir", "eisr"};
    return std::ranges::any_of(regimes, [&](std::string_view regime) {
      const Elements whole = table_.inherit(regime, next.section, first.elements, next.elements);
      return whole.size() >= 2 && table_.has(regime, next.section, whole);
    });
  }
  // A cell, "Withheld: 30(c)", "… is enclosed. 30(c) was wrongly applied."
  bool begins_clause(std::size_t start) const {
    if (start < 2) return true;
    const char before = printed_[start - 1], earlier = printed_[start - 2];
    return before == '\n' || before == '\t' || (before == ' ' && std::string_view(" \t\n.:;*-").find(earlier) != std::string_view::npos);
  }
  // Which law has exactly this code: that of the unit it, or the code before it, was cited with, or any.
  std::optional<Unit> unit_of(const CitationItem& item) const {
    const auto either = [&](std::string_view one, std::string_view other) {
      return table_.has(one, item.section, item.elements) || table_.has(other, item.section, item.elements);
    };
    const bool regulated = item.unit == Unit::regulation || (codes_stand_alone_ && last_unit_ == Unit::regulation);
    if (regulated && either("eir", "eisr")) return Unit::regulation;
    if (item.unit != Unit::regulation && either("foia", "foisa")) return Unit::section;
    return item.elements.size() >= 2 && either("eir", "eisr") ? std::optional(Unit::regulation) : std::nullopt;
  }

  // "Subsection (2) is the one we apply", after "Section 12(1) …".
  bool take_subsection_alone(CitationChain& chain) {
    if (!last_ || last_->span.end + kSubsectionReach < at_ || s_.substr(at_, 3) != "sub") return false;
    const std::size_t start = at_;
    // "personal data which does not fall within subsection (1)": what it is not.
    constexpr std::string_view denied[] = {"not fall within ", "not falling within ", "not within ", "other than under ", "fall outside "};
    const std::string_view before = s_.substr(start < kLeadingElements ? 0 : start - kLeadingElements, std::min(start, kLeadingElements));
    if (std::ranges::any_of(denied, [&](std::string_view words) { return before.ends_with(words); })) return false;
    CitationChain whole;
    whole.items.push_back(*last_);
    whole.items.back().elements.clear();
    whole.items.back().title = {};
    whole.items.back().span = {start, start};
    at_ = start;
    if (!take_subsections(whole, 0)) return at_ = start, false;
    const std::string_view after = rest(5);
    if (after.starts_with(" of ")) return at_ = start, false;
    chain = std::move(whole);
    chain.end = at_;
    return true;
  }

  // "the limb in (c)", "for (2)(c)" after "section 36(2)(b)(i)", "the limbs of section 31(1) that matter are (a) and (b)": elements of the
  // section cited before, where exactly they exist.
  bool take_limb_alone(CitationChain& chain) {
    if (!last_ || last_->span.end + kSubsectionReach < at_ || (peek() != '(' && peek() != 'l')) return false;
    static constexpr std::string_view words[] = {"limb in ", "limbs in ", "limb ", "limbs "};
    const std::size_t start = at_;
    for (std::string_view word : words)
      if (at_ == start && rest(word.size()) == word) at_ += word.size();
    const bool named = at_ > start || speaks_of_limbs(start);
    Elements elements;
    if (peek() == '(' && (named || (is_digit(peek(1)) && start > 0 && s_[start - 1] == ' '))) take_elements(elements);
    CitationItem item = *last_;
    item.elements = elements.empty() ? elements : table_.inherit("foia", item.section, last_->elements, elements);
    if (named && item.elements.size() < 2) {  // of 31(1) itself, and not beside 31(1)(b)
      item.elements = last_->elements;
      item.elements.insert(item.elements.end(), elements.begin(), elements.end());
    }
    const bool exists = !elements.empty() && item.elements.size() >= 2 && table_.has("foia", item.section, item.elements);
    const bool whole = exists && (named || elements.size() >= 2 || elements.front().size() > 1);
    if (!whole || is_word(peek())) return at_ = start, false;
    item.title = {};
    item.group = 0;
    item.span = {start, at_};
    chain.items.push_back(std::move(item));
    chain.end = at_;
    return true;
  }

  // From a little before the section cited last up to here limbs are spoken of, in one sentence.
  bool speaks_of_limbs(std::size_t start) const {
    static constexpr std::string_view words[] = {"limb", "limbs"};
    const std::size_t from = last_->span.start < kLimbReach ? 0 : last_->span.start - kLimbReach;
    const bool same = start >= last_->span.end && s_.substr(last_->span.end, start - last_->span.end).find(". ") == std::string_view::npos;
    return same && has_any(s_.substr(from, start - from), words);
  }

  // chain := group (joiner group)*
  bool take_chain(CitationChain& chain) {
    const std::size_t start = at_;
    if (take_subsection_alone(chain) || take_limb_alone(chain)) return true;
    const auto unit = take_unit();
    if (!unit) return false;
    if (!take_group(chain, *unit, start, 0)) return false;
    for (std::size_t group = 1;; ++group) {
      const std::size_t before = at_;
      const Joiner joiner = joiner_at(rest());
      at_ += joiner.length;
      const std::size_t unit_start = at_;
      const auto next = joiner.length > 0 ? take_unit() : std::nullopt;
      const bool same = next && chain.items.size() < kMaxItems && next->unit == unit->unit &&
                        take_group(chain, *next, unit_start, joiner.subordinate ? group : chain.items.back().group);
      if (!same) {
        at_ = before;
        chain.end = at_;
        return true;
      }
    }
  }

  // The unit word with what may stand between it and the number, or nothing (and the place unchanged).
  std::optional<UnitWord> take_unit() {
    const std::size_t start = at_;
    if (peek() == '5') return take_misread_s();
    if (peek() == '$')
      if (const auto misread = take_dollar()) return misread;
    auto unit = unit_word(rest(16));
    if (!unit || s_[start] == '(' || s_[start] == 'l' || in_postcode(start)) return std::nullopt;
    if (unit->single_letter && start > 0 && std::string_view(" \t\n([/,;\"':-").find(s_[start - 1]) == std::string_view::npos)
      return std::nullopt;
    if (unit->single_letter && start > 0 && s_[start - 1] == '\'' && start > 1 && is_word(s_[start - 2])) return std::nullopt;
    at_ += unit->length;
    const bool damaged = unit->ocr;
    skip_space();
    if (take(':') || take(';')) {
      while (peek() == ' ' || peek() == '\n' || (peek() == '*' && unit->plural) || (peek() == '-' && unit->plural)) ++at_;
      if (rest(3).starts_with("\u2022")) at_ += 3, skip_space();
    }
    if (const auto doubled = unit_word(rest(16)); doubled && doubled->unit == unit->unit) {  // "sections s.38"
      at_ += doubled->length;
      skip_space();
    }
    unit->ocr = damaged;
    const bool digit =
        is_digit(peek()) || (unit->length >= 4 && std::string_view("lo").find(peek()) != std::string_view::npos && is_digit(peek(1)));
    if (!digit) {
      at_ = start;
      return std::nullopt;
    }
    return unit;
  }

  // "5.40(2)" for "s.40(2)": only where an element follows and law is spoken of nearby; else it is a price or a clause.
  std::optional<UnitWord> take_misread_s() {
    static constexpr std::string_view law[] = {"act",      "foi",      "foia",        "exempt",   "exemption",
                                               "withheld", "withhold", "withholding", "redacted", "eir"};
    static constexpr std::string_view parts[] = {"clause",   "clauses", "paragraph", "section",  "part", "rule", "condition",
                                                 "schedule", "table",   "figure",    "appendix", "page", "item"};
    const bool form = peek(1) == '.' && is_digit(peek(2)) && is_digit(peek(3)) && peek(4) == '(';
    if (!form || !table_.known("foia-" + std::string(s_.substr(at_ + 2, 2)))) {
      if (const auto damaged = unit_word(rest(16))) return take_damaged(*damaged);
      return std::nullopt;
    }
    const std::size_t from = at_ < kMisreadReach ? 0 : at_ - kMisreadReach;
    std::string_view before = s_.substr(from, at_ - from);
    if (!has_any(before, law) && !has_any(rest(kMisreadReach), law)) return std::nullopt;
    before = bare(before);
    if (std::ranges::any_of(parts, [&](std::string_view part) { return before.ends_with(part); })) return std::nullopt;
    at_ += 2;
    return UnitWord{Unit::section, false, true, true, 2};
  }
  // "Exempt under $40(2)", "$43 (2)": where law is spoken of; else a price and the mark of a footnote.
  std::optional<UnitWord> take_dollar() {
    const std::size_t bracket = peek(3) == ' ' ? 4 : 3;
    const bool form =
        is_digit(peek(1)) && is_digit(peek(2)) && peek(bracket) == '(' && is_digit(peek(bracket + 1)) && peek(bracket + 2) == ')';
    if (!form || !table_.known("foia-" + std::string(s_.substr(at_ + 1, 2)) + '-' + peek(bracket + 1))) return std::nullopt;
    static constexpr std::string_view citing[] = {"under",     "applied",    "exempt",   "withheld",
                                                  "exemption", "exemptions", "redacted", "by virtue of"};
    const std::string_view before = bare(s_.substr(at_ < kMisreadReach ? 0 : at_ - kMisreadReach, std::min(at_, kMisreadReach)));
    if (std::ranges::none_of(citing, [&](std::string_view word) { return before.ends_with(word); })) return std::nullopt;
    ++at_;
    return UnitWord{Unit::section, false, true, true, 1};
  }
  std::optional<UnitWord> take_damaged(const UnitWord& unit) {
    const std::size_t start = at_;
    at_ += unit.length;
    skip_space();
    if (is_digit(peek()) || (std::string_view("lo").find(peek()) != std::string_view::npos && is_digit(peek(1)))) return unit;
    at_ = start;
    return std::nullopt;
  }

  // group := item (joiner item)*; start is where its unit word begins.
  bool take_group(CitationChain& chain, const UnitWord& unit, std::size_t start, std::size_t group) {
    if (!take_item(chain, unit, start, group)) return false;
    for (;;) {
      const std::size_t before = at_;
      const std::size_t count = chain.items.size();
      Joiner joiner = joiner_at(rest());
      if (joiner.length == 0 && unit.plural) joiner.length = bullet_length();
      if (count >= kMaxItems || (joiner.length == 0 && !take_subsections(chain, group))) break;
      if (joiner.length == 0) continue;
      at_ += joiner.length;
      if (unit.plural) at_ += bullet_length();
      if (take_subsections(chain, group)) continue;
      if (take_bare_elements(chain, group) || take_listed_number(chain, unit, group)) continue;
      chain.items.resize(count);
      at_ = before;
      break;
    }
    return true;
  }

  // "sections;" and a list of bullets: the bytes up to a number with its elements.
  std::size_t bullet_length() const {
    std::size_t n = 0;
    while (peek(n) == ' ' || peek(n) == '\n') ++n;
    const bool plain = peek(n) == '*' || peek(n) == '-';
    if (!plain && !s_.substr(std::min(at_ + n, s_.size())).starts_with("\u2022")) return 0;
    n += plain ? 1 : 3;
    while (peek(n) == ' ') ++n;
    return is_digit(peek(n)) && is_digit(peek(n + 1)) && peek(n + 2) == '(' ? n : 0;
  }

  // item := number element* gloss*
  bool take_item(CitationChain& chain, const UnitWord& unit, std::size_t start, std::size_t group) {
    const auto number = take_number(unit.length >= 4 || unit.ocr);
    if (!number) {
      at_ = start;
      return false;
    }
    CitationItem item{unit.unit, group, *number, {}, false, false, {start, at_}, {}};
    if (unit.plural && rest(4) == " to " && is_digit(peek(4)) && is_digit(peek(5)) && !is_word(peek(6))) {  // "sections 38 to 43"
      at_ += 3;
      take_range(chain, item);
    } else if (peek() == '-' && is_digit(peek(1)) && !take_range(chain, item)) {
      at_ = start;
      return false;
    }
    take_elements(item.elements);
    if (item.elements.empty()) take_loose_elements(item.section, item.elements);
    append_leading_elements(start, item);
    item.span.end = at_;
    chain.items.push_back(std::move(item));
    take_glosses(chain, group);
    return true;
  }

  // "subsection (2) of section 43", "paragraph (a) of section 31(1)": elements before the section they belong to.
  void append_leading_elements(std::size_t start, CitationItem& item) {
    static constexpr std::string_view words[] = {"subsection ", "sub-section ", "paragraph ", "sub-paragraph "};
    const std::size_t from = start < kLeadingElements ? 0 : start - kLeadingElements;
    const std::string_view before = s_.substr(from, start - from);
    if (!before.ends_with(" of ")) return;
    for (std::string_view word : words) {
      const std::size_t at = before.rfind(word);
      if (at == std::string_view::npos || (at > 0 && is_word(before[at - 1]))) continue;
      const std::size_t keep = at_;
      at_ = from + at + word.size();
      Elements leading;
      take_elements(leading);
      const bool adjoins = !leading.empty() && s_.substr(at_, 4) == " of " && at_ + 4 == start;
      at_ = keep;
      if (!adjoins) continue;
      item.elements.insert(item.elements.end(), leading.begin(), leading.end());
      return;
    }
  }

  // "21-44": both ends are listed, nothing between is claimed.
  bool take_range(CitationChain& chain, CitationItem& item) {
    if (!is_digit(peek(2)) || is_word(peek(3)) || peek(3) == '-' || peek(3) == '/') return false;
    item.listed = true;
    chain.items.push_back(item);
    item.section = std::string(s_.substr(at_ + 1, 2));
    at_ += 3;
    return true;
  }

  // What may follow an item and is not an element: a title, words in brackets or quotes, the number once more with its elements.
  void take_glosses(CitationChain& chain, std::size_t group) {
    for (int i = 0; i < 3; ++i)
      if (!take_title(chain.items.back()) && !take_repeat(chain, group) && !take_gloss(chain.items.back())) return;
  }

  bool take_title(CitationItem& item) {
    const std::size_t start = at_;
    skip_space();
    if (peek() == '-' || peek() == ':' || peek() == ',' || peek() == '\'' || peek() == '"' || peek() == '(') {
      ++at_;
      skip_space();
    }
    const auto title = title_at(rest(kMaxGloss));
    if (!title) {
      at_ = start;
      return false;
    }
    item.title = title->section;
    at_ += title->length;
    if (peek() == '\'' || peek() == '"' || peek() == ')') ++at_;
    if (item.elements.empty()) take_elements(item.elements);  // "section 31 - law enforcement (1)(a)"
    return true;
  }

  // "(36 (1b)(2c))" and "(s43(2))" after the section it repeats.
  bool take_repeat(CitationChain& chain, std::size_t group) {
    const std::size_t start = at_;
    CitationItem item = chain.items.back();
    skip_space();
    if (!take('(')) return at_ = start, false;
    if (const auto unit = unit_word(rest(16))) {
      at_ += unit->length;
      skip_space();
    }
    const std::size_t number_at = at_;
    const auto number = take_number(false);
    if (!number || *number != item.section) return at_ = start, false;
    item.elements.clear();
    take_elements(item.elements);
    if (item.elements.empty()) return at_ = start, false;
    item.span = {number_at, at_};
    item.group = group;
    take(')');
    chain.items.push_back(std::move(item));
    return true;
  }

  bool take_gloss(CitationItem& item) {
    std::size_t open = at_;
    while (open < s_.size() && s_[open] == ' ') ++open;
    const char first = open < s_.size() ? s_[open] : '\0';
    const char last = first == '(' ? ')' : first == '[' ? ']' : first == '"' || first == '\'' ? first : '\0';
    if (last == '\0' || (open + 1 < s_.size() && is_digit(s_[open + 1]))) return false;
    const std::string_view inside = s_.substr(open + 1, kMaxGloss);
    const std::size_t close = inside.find(last);
    if (close == std::string_view::npos) return false;
    if (const std::size_t odd = inside.substr(0, close).find_first_of("([\n"); odd != std::string_view::npos)
      return first == '(' && inside[odd] == '(' && skip_nested_gloss(open);
    if (act_after(inside.substr(0, close), printed_.substr(open + 1, close)).act != NamedAct::none) return false;
    if (const auto title = title_at(inside)) item.title = title->section;
    at_ = open + 1 + close + 1;
    return true;
  }

  // "and (b)", "&c".
  bool take_bare_elements(CitationChain& chain, std::size_t group) {
    const std::size_t start = at_;
    CitationItem item = chain.items.back();
    item.elements.clear();
    item.inherits = true;
    item.title = {};
    const bool letter = s_[start - 1] == '&' && peek() >= 'a' && peek() <= 'j' && !is_word(peek(1));
    if (letter) {
      item.elements.emplace_back(1, peek());
      ++at_;
    } else if (peek() == '(' || peek() == '[') {
      take_elements(item.elements);
    }
    if (item.elements.empty() || begins_next_part(chain.items.front().span.start)) return at_ = start, false;
    item.span = {start, at_};
    item.group = group;
    chain.items.push_back(std::move(item));
    take_glosses(chain, group);
    return true;
  }

  // "(a) under section 43(2), (b) under section 41(1)": the next part of the request, with its own ground, as this one had a part before
  // it.
  bool begins_next_part(std::size_t first) const {
    constexpr std::size_t reach = 80;
    const std::size_t from = first < reach ? 0 : first - reach;
    if (s_.substr(from, first - from).find(") under ") == std::string_view::npos) return false;
    static constexpr CueTable units = {"section", "sections", "s", "ss", "regulation", "regulations", "reg", "regs"};
    constexpr std::string_view under = " under ";
    const std::string_view after = rest(kMaxGloss);
    return after.starts_with(under) && !prefix_of(after.substr(under.size()), units).empty();
  }

  // "sections 31, 33 and 43", "section 21 and 41 exemptions", "40(2) by virtue of 40(3A)(a)".
  bool take_listed_number(CitationChain& chain, const UnitWord& unit, std::size_t group) {
    const std::size_t start = at_;
    const auto number = is_digit(peek()) ? take_number(false) : std::nullopt;
    if (!number) return at_ = start, false;
    CitationItem item{unit.unit, group, *number, {}, false, false, {start, at_}, {}};
    if (peek() == '-' && is_digit(peek(1)) && !take_range(chain, item)) return at_ = start, false;
    take_elements(item.elements);
    item.span.end = at_;
    if (!plausible_in_list(item, unit.plural)) return at_ = start, false;
    chain.items.push_back(std::move(item));
    take_glosses(chain, group);
    return true;
  }

  bool plausible_in_list(const CitationItem& item, bool plural) const {
    const bool exists = table_.known("foia-" + item.section) || table_.known("foisa-" + item.section) || item.unit != Unit::section;
    if (!exists || peek() == '.' || peek() == '-') return exists && !is_digit(peek(1));
    if (!item.elements.empty() || peek() != ' ') return true;
    const std::string_view word = word_after(at_ + 1);
    if (plural) return !is_counted_noun(word);
    return item.section.size() >= 2 && (word.empty() || may_follow_listed_number(word));
  }

  // "subsections 2 and 3 (a)" after "section 40": numbers that are elements. The bare section before them is not cited by itself.
  bool take_subsections(CitationChain& chain, std::size_t group) {
    const std::size_t start = at_;
    skip_space();
    static constexpr std::string_view words[] = {"subsections", "subsection", "sub-sections", "sub-section", "sub sections", "sub section"};
    const std::string_view word = prefix_of(rest(16), words);
    if (word.empty()) return at_ = start, false;
    at_ += word.size();
    CitationItem model = chain.items.back();
    const bool replace = model.elements.empty() && !model.inherits;
    const std::size_t first = replace ? model.span.start : start;
    std::size_t count = 0;
    for (std::size_t item_start = at_; count < kMaxItems; item_start = at_) {
      skip_space();
      CitationItem item = model;
      item.elements.clear();
      if (!take_subsection_number(item.elements)) {
        at_ = item_start;
        break;
      }
      item.span = {count == 0 ? first : item_start, at_};
      item.group = group;
      if (count == 0 && replace) chain.items.pop_back();
      chain.items.push_back(std::move(item));
      ++count;
      const Joiner joiner = joiner_at(rest());
      if (joiner.length == 0) break;
      item_start = at_;
      at_ += joiner.length;
      if (!is_digit(peek()) && peek() != '(') {
        at_ = item_start;
        break;
      }
    }
    return count > 0 ? true : (at_ = start, false);
  }

  bool take_subsection_number(Elements& elements) {
    if (is_digit(peek())) {
      std::size_t n = 1;
      while (n < 3 && is_word(peek(n))) ++n;
      const std::string_view x = s_.substr(at_, n);
      if (!valid_element(x) || is_word(peek(n))) return false;
      elements.emplace_back(x);
      at_ += n;
    }
    take_elements(elements);
    return !elements.empty();
  }

  std::map<std::string, Unit, std::less<>> cited_;  // sections read with a unit word so far, with the last such word
  Unit last_unit_ = Unit::section;
  bool codes_stand_alone_;
  std::optional<CitationItem> last_;  // the section a subsection by itself belongs to
};

}  // namespace

std::vector<CitationChain> read_citations(const Repaired& text, const CitationTable& table, std::size_t most_items) {
  return Reader(text, table).run(most_items);
}

}  // namespace foi::understand
