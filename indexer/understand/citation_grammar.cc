#include "indexer/understand/citation_grammar.h"

#include <algorithm>
#include <optional>

#include "indexer/understand/citation_syntax.h"
#include "indexer/understand/citation_words.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// The longest name of an Act, and how far round a citation a word may stand that says which law it is of, in bytes.
constexpr std::size_t kMaxActText = 160, kNearby = 90;

constexpr std::string_view kLawWords[] = {
    "foi",      "foia",       "freedom of information", "exempt", "exemption", "exemptions", "withhold", "withheld", "refused", "refusal",
    "disclose", "disclosure", "public interest",        "foisa"};
constexpr std::string_view kHealthWords[] = {"mha",       "mental health act", "detained",        "sectioned", "leave",
                                             "aftercare", "after-care",        "after care",      "amhp",      "suite",
                                             "doctor",    "doctors",           "tribunal hearing"};
constexpr std::string_view kProtectionWords[] = {"gdpr", "data protection"};

class Reader {
 public:
  Reader(const Repaired& text, const CitationTable& table, LawOfLetter law)
      : text_(text), s_(text.lower), printed_(text.text), table_(table), law_(law) {}

  std::vector<CodeCited> run() && {
    for (const CitationChain& chain : read_citations(text_, table_, kMaxCodesCited)) emit(chain);
    return std::move(found_);
  }

 private:
  void emit(const CitationChain& chain) {
    const std::size_t start = chain.start;
    const std::string_view after = s_.substr(chain.end, kMaxActText);
    const std::string_view until = after.substr(0, after.find('\n'));
    ActName act = act_after(until, printed_.substr(chain.end, until.size()));
    const std::size_t back = start < kNearby ? 0 : start - kNearby;
    const NamedAct before = act_before(s_.substr(back, start - back), printed_.substr(back, start - back));
    if (act.act == NamedAct::none || act.act == NamedAct::neutral) act.act = before == NamedAct::none ? act.act : before;
    if (is_something_else(chain, start, act.act)) return;
    const std::size_t last_group = chain.items.back().group;
    Elements elements;
    for (const CitationItem& item : chain.items) {
      const bool names_all =
          act.act != NamedAct::other && act.act != NamedAct::document && act.act != NamedAct::dpa && act.act != NamedAct::dpa1998;
      const NamedAct named = names_all || item.group == last_group ? act.act : NamedAct::none;
      if (const auto regime = regime_of(item, named, start)) emit(item, *regime, elements, chain.end + act.length, named != NamedAct::none);
    }
  }

  void emit(const CitationItem& item, std::string_view regime, Elements& before, std::size_t end, bool named) {
    const Elements elements = item.inherits ? table_.inherit(regime, item.section, before, item.elements) : item.elements;
    before = elements;
    const bool dpa = regime == "dpa2018" || regime == "dpa1998";
    const std::string section = regime == "dpa1998" ? "s" + item.section : item.section;
    for (Resolved& code : table_.resolve(regime, section, elements)) {
      CodeCited cited{std::move(code.id), item.span, code.malformed, false, false, item.listed, named && !dpa, end};
      cited.titled = !item.title.empty() && item.title == item.section;
      cited.title_mismatch = regime == "foia" && !item.title.empty() && item.title != item.section;
      found_.push_back(std::move(cited));
    }
  }

  std::optional<std::string_view> regime_of(const CitationItem& item, NamedAct act, std::size_t start) const {
    switch (act) {
      case NamedAct::irish:
      case NamedAct::other:
      case NamedAct::document:
        return std::nullopt;
      case NamedAct::gdpr:
        return item.unit == Unit::article ? std::optional("gdpr") : std::nullopt;
      case NamedAct::dpa:
        return item.unit == Unit::section ? std::optional("dpa2018") : std::nullopt;
      case NamedAct::dpa1998:
        return item.unit == Unit::section ? std::optional("dpa1998") : std::nullopt;
      case NamedAct::foisa:
        return "foisa";
      case NamedAct::eisr:
        return "eisr";
      case NamedAct::foia:
        return law_.scottish && item.unit == Unit::section ? "foisa" : "foia";
      case NamedAct::eir:
        return law_.scottish ? "eisr" : "eir";
      case NamedAct::none:
      case NamedAct::neutral:
        break;
    }
    return regime_by_unit(item, start);
  }

  std::optional<std::string_view> regime_by_unit(const CitationItem& item, std::size_t start) const {
    switch (item.unit) {
      case Unit::regulation:
        return law_.environmental ? std::optional(law_.scottish ? "eisr" : "eir") : std::nullopt;
      case Unit::article:
        return has_any(nearby(start), kProtectionWords) ? std::optional("gdpr") : std::nullopt;
      case Unit::act: {
        const std::string_view word = s_.substr(start, 5);
        if (word.starts_with("foisa")) return "foisa";
        if (word.starts_with("foia")) return "foia";
        return item.elements.empty() ? std::nullopt : std::optional(law_.scottish ? "eisr" : "eir");
      }
      case Unit::exemption:
      case Unit::section:
        break;
    }
    const bool excepted = item.unit == Unit::exemption && item.elements.size() > 1 && law_.environmental;
    if (excepted) return law_.scottish ? "eisr" : "eir";
    return law_.scottish ? "foisa" : "foia";
  }

  std::string_view nearby(std::size_t at) const {
    const std::size_t from = at < kNearby ? 0 : at - kNearby;
    const std::string_view window = s_.substr(from, (at - from) + 2 * kNearby);
    // Not across a blank line.
    const std::size_t before = window.rfind('\n', at - from);
    const std::size_t start = before == std::string_view::npos || before >= at - from ? 0 : before + 1;
    const std::size_t after = window.find('\n', at - from);
    return window.substr(start, after == std::string_view::npos ? after : after - start);
  }

  // Sections of the Mental Health Act, things called by their section, labels of lists.
  bool is_something_else(const CitationChain& chain, std::size_t start, NamedAct act) const {
    const CitationItem& first = chain.items.front();
    const bool claimed = act != NamedAct::none && act != NamedAct::neutral;
    if (claimed) return false;
    const std::string_view word = peek_word(chain.end);
    if (is_called_by_section(word)) return true;
    const std::string_view near = nearby(start);
    const bool law = has_any(near, kLawWords);
    if (has_any(near, kHealthWords) && !law) return true;
    const bool bare = first.elements.empty() && chain.items.size() == 1;
    // A bare "S31" is a room, a car, a bay, unless law is spoken of or its title stands beside it.
    const bool letter =
        s_[start] == 's' && start + 1 < s_.size() && (s_[start + 1] == ' ' || (s_[start + 1] >= '0' && s_[start + 1] <= '9'));
    const bool all_bare =
        std::ranges::all_of(chain.items, [](const CitationItem& item) { return item.elements.empty() && item.title.empty(); });
    if (letter && all_bare && !law) return true;
    if (first.unit == Unit::exemption) return first.section.size() < 2;
    if (first.unit == Unit::act) return bare && !is_ground_number(first.section);
    return word == "notice" && !law;
  }

  std::string_view word_after(std::size_t at) const {
    std::size_t end = at;
    while (end < s_.size() && end < at + 20 && (is_word(s_[end]) || s_[end] == '-')) ++end;
    return s_.substr(at, end - at);
  }

  static bool is_ground_number(std::string_view section) {
    return section == "12" || section == "14" || (section >= "21" && section.size() >= 2 && section <= "44");
  }

  std::string_view peek_word(std::size_t at) const {
    while (at < s_.size() && s_[at] == ' ') ++at;
    return word_after(at);
  }

  const Repaired& text_;
  std::string_view s_, printed_;
  const CitationTable& table_;
  LawOfLetter law_;
  std::vector<CodeCited> found_;
};

}  // namespace

LawOfLetter law_of_letter(const Repaired& text, bool scottish_authority) {
  constexpr std::string_view scots[] = {"foisa", "information (scotland) act", "information (scotland) regulations"};
  constexpr std::string_view english[] = {"freedom of information act 2000", "foia"};
  constexpr std::string_view environment[] = {"environmental information", "eir", "eirs", "eisrs"};
  const bool scottish = scottish_authority || (has_any(text.lower, scots) && !has_any(text.lower, english));
  return {scottish, has_any(text.lower, environment)};
}

std::vector<CodeCited> parse_citations(const Repaired& text, const CitationTable& table, LawOfLetter law) {
  return Reader(text, table, law).run();
}

}  // namespace foi::understand
