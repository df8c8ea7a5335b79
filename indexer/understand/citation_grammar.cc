#include "indexer/understand/citation_grammar.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>
#include <string>

#include "indexer/understand/citation_lines.h"
#include "indexer/understand/citation_syntax.h"
#include "indexer/understand/citation_tenor.h"
#include "indexer/understand/citation_words.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// The longest name of an Act, and how far round a citation a word may stand that says which law it is of, in bytes.
constexpr std::size_t kMaxActText = 160, kNearby = 90, kHomeReach = 220;
// How far back "that Act" may have been named, in bytes.
constexpr std::size_t kThatActReach = 1'000;
// A citation that is a sentence by itself is no longer, and what it is about is told within so many bytes.
constexpr std::size_t kHeadingBytes = 40, kMatterBytes = 500;
// The most short forms of Acts kept of one letter.
constexpr std::size_t kMaxShortActs = 100;
// The longest short form of an Act, and words that lead to a citation, in bytes.
constexpr std::size_t kAbbreviationBytes = 6, kLeadBytes = 30;

constexpr std::string_view kLawWords[] = {"foi",
                                          "foia",
                                          "freedom of information",
                                          "exempt",
                                          "exemption",
                                          "exemptions",
                                          "withhold",
                                          "withheld",
                                          "withholding",
                                          "refused",
                                          "refusal",
                                          "refuse",
                                          "refusing",
                                          "redacted",
                                          "disclose",
                                          "disclosed",
                                          "disclosure",
                                          "public interest",
                                          "foisa",
                                          "appropriate limit",
                                          "cost limit",
                                          "hours",
                                          "publicly available",
                                          "reasonably accessible",
                                          "eir"};
// Only a letter about disclosure speaks so; "refused" or "hours" stand in others too.
constexpr std::string_view kFoiWords[] = {"foi",         "foia",
                                          "foisa",       "eir",
                                          "eirs",        "freedom of information",
                                          "exempt",      "exemption",
                                          "exemptions",  "exception",
                                          "exceptions",  "withhold",
                                          "withheld",    "redacted",
                                          "disclose",    "disclosed",
                                          "disclosure",  "disclosing",
                                          "withholding", "redaction",
                                          "redactions",  "public interest"};
// What an authority does with a ground, and hardly with a power.
constexpr std::string_view kReliance[] = {"rely",     "relied",  "relying", "reliance", "engaged",    "engage",   "invoke",     "invoked",
                                          "cited",    "citing",  "applied", "applies",  "apply",      "applying", "claimed",    "refuse",
                                          "refusing", "refusal", "request", "withdraw", "considered", "consider", "publication"};
constexpr std::string_view kHealthWords[] = {"mha",       "mental health act", "detained",        "sectioned", "leave",
                                             "aftercare", "after-care",        "after care",      "amhp",      "suite",
                                             "doctor",    "doctors",           "tribunal hearing"};
constexpr std::string_view kProtectionWords[] = {"gdpr", "data protection"};

class Reader {
 public:
  Reader(const Repaired& text, const CitationTable& table, LawOfLetter law)
      : text_(text), s_(text.lower), printed_(text.text), table_(table), law_(law) {
    static constexpr CueTable names = {"mental health act", "mha"};
    of_health_act_ = text.has_any(names);
    find_short_acts();
  }

  std::vector<CodeCited> run() && {
    const std::vector<CitationChain> chains = read_citations(text_, table_, kMaxCodesCited);
    for (const CitationChain& chain : chains) note_home(chain);
    for (const CitationChain& chain : chains) emit(chain);
    return std::move(found_);
  }

 private:
  void emit(const CitationChain& chain) {
    const std::size_t start = chain.start;
    const std::string_view after = s_.substr(chain.end, kMaxActText);
    const std::string_view until = after.substr(0, after.find('\n'));
    ActName act = act_after(until, printed_.substr(chain.end, until.size()));
    if (act.loose && is_used_on(chain)) act = {};
    const std::size_t back = start < kNearby ? 0 : start - kNearby;
    const NamedAct before = act_before(s_.substr(back, start - back), printed_.substr(back, start - back));
    if (act.act == NamedAct::none || act.act == NamedAct::neutral) act.act = before == NamedAct::none ? act.act : before;
    const bool that_act = act.act == NamedAct::neutral && until.find("that act") < act.length;
    // "… the Mental Health Act 1983. … the Freedom of Information Act … section 38(1)(b) of that Act": the one named last.
    const std::size_t reach = start < kThatActReach ? 0 : start - kThatActReach;
    const std::size_t found = that_act ? s_.substr(reach, start - reach).rfind("freedom of information") : std::string_view::npos;
    const std::size_t foia_named = found == std::string_view::npos ? found : reach + found;
    const bool nearer = foia_named != std::string_view::npos && other_act_in(foia_named, start - foia_named) == std::string_view::npos;
    if (that_act && last_act_ == NamedAct::other && !nearer) act.act = NamedAct::other;
    const bool dated = act.act == NamedAct::neutral && until.find("2002 act") < act.length && !law_.scottish;
    if (dated || is_abbreviated_act(chain.end)) act.act = NamedAct::other;
    if (is_irish(chain, act.act)) return;
    if (act.act == NamedAct::other) return note_other(chain);
    if (act.act != NamedAct::none && act.act != NamedAct::neutral) last_act_ = act.act;
    if (is_of_document(start) || belongs_to_other(chain, act.act) || is_something_else(chain, start, act.act)) return;
    const std::size_t last_group = chain.items.back().group;
    Elements elements;
    for (const CitationItem& item : chain.items) {
      const bool names_all =
          act.act != NamedAct::other && act.act != NamedAct::document && act.act != NamedAct::dpa && act.act != NamedAct::dpa1998;
      const NamedAct named = names_all || item.group == last_group ? act.act : NamedAct::none;
      if (const auto regime = regime_of(item, named, start))
        emit(item, *regime, elements, {start, chain.end + act.length}, named != NamedAct::none);
    }
  }

  // "Commissioners for Revenue and Customs Act 2005 (CRCA)", anywhere in the letter.
  void find_short_acts() {
    const std::string_view text = printed_;
    for (std::size_t open = find_bytes(text, " ("); open != std::string_view::npos && short_acts_.size() < kMaxShortActs;
         open = find_bytes(text, " (", open + 1)) {
      std::size_t n = 0;
      while (n <= kAbbreviationBytes && open + 2 + n < text.size() && text[open + 2 + n] >= 'A' && text[open + 2 + n] <= 'Z') ++n;
      const bool closed = n >= 3 && n <= kAbbreviationBytes && open + 2 + n < text.size() && text[open + 2 + n] == ')';
      constexpr std::size_t kActAndYear = sizeof "Act 2005" - 1;
      const std::string_view before = text.substr(open < kActAndYear ? 0 : open - kActAndYear, std::min(open, kActAndYear));
      const bool act = before.starts_with("Act ") || before.ends_with(" Act");
      const std::string_view word = text.substr(open + 2, n);
      if (closed && act && word != "FOIA" && word != "FOISA" && word != "DPA") short_acts_.emplace(word);
    }
  }

  // "section 23(1) CRCA", of an Act that the letter has named and shortened, "section 73 VATA".
  bool is_abbreviated_act(std::size_t end) const {
    static constexpr std::string_view own[] = {"FOIA", "FOISA", "EIRA", "DATA", "AREA"};
    const std::string_view capitals = printed_;
    std::size_t at = end;
    while (at < capitals.size() && (capitals[at] == ' ' || capitals[at] == ',')) ++at;
    for (std::string_view lead : {std::string_view("of the "), std::string_view("of "), std::string_view("the ")})
      if (capitals.substr(at).starts_with(lead)) at += lead.size();
    std::size_t n = 0;
    while (at + n < capitals.size() && capitals[at + n] >= 'A' && capitals[at + n] <= 'Z') ++n;
    const std::string_view word = capitals.substr(at, n);
    const bool alone = at + n >= capitals.size() || !is_word(capitals[at + n]);
    if (n < 3 || n > kAbbreviationBytes || !alone || among(own, word)) return false;
    if (short_acts_.contains(word)) return true;
    // Not where all is in capitals.
    return word.back() == 'A' && n >= 4 && end > 0 && capitals.substr(at + n, 20).find_first_of("abcdefghij") != std::string_view::npos;
  }

  // A decision under the Irish Act, reprinted: what follows its first section in the same quotation is of that Act too.
  bool is_irish(const CitationChain& chain, NamedAct act) {
    const bool unnamed = act == NamedAct::none || act == NamedAct::neutral;
    if (act == NamedAct::irish || (unnamed && last_act_ == NamedAct::irish && chain.start < irish_end_ + kHomeReach)) {
      irish_end_ = chain.end;
      last_act_ = NamedAct::irish;
      return true;
    }
    return false;
  }

  // Which law a number is of, told anywhere in the letter: "Sections 33 and 46 are in the Environmental Protection Act 1990" may come last.
  void note_home(const CitationChain& chain) {
    const std::string_view after = s_.substr(chain.end, kMaxActText);
    const std::string_view until = after.substr(0, after.find('\n'));
    NamedAct act = act_after(until, printed_.substr(chain.end, until.size())).act;
    const std::size_t back = chain.start < kNearby ? 0 : chain.start - kNearby;
    if (act == NamedAct::none) act = act_before(s_.substr(back, chain.start - back), printed_.substr(back, chain.start - back));
    const bool of_foi = act == NamedAct::foia || act == NamedAct::foisa || act == NamedAct::eir || act == NamedAct::eisr;
    for (const CitationItem& item : chain.items) {
      if (s_.substr(chain.start).starts_with("section")) spelt_.insert(item.section);
      // "Sections 44(1)(a) and 41": what stands beside a section of three levels is of the same Act.
      const bool own = of_foi || is_finer(chain) || (!item.title.empty() && item.title == item.section);
      if (own) foi_sections_.insert(item.section);
    }
    const bool other = act == NamedAct::other || (act == NamedAct::none && is_said_of_other_act(chain));
    foreign_ = foreign_ || other;
    const bool ground = std::ranges::any_of(chain.items, [](const CitationItem& item) { return is_ground_number(item.section); });
    const std::string_view said = sentence_of(chain);
    static constexpr std::string_view relying[] = {"rely",    "relied",  "relying",  "reliance",  "engaged", "cited",
                                                   "applied", "applies", "withdraw", "withdrawn", "upheld",  "overturned"};
    const bool finer = is_finer(chain) || of_foi;
    foi_spoken_ =
        foi_spoken_ || (ground && !other && (finer || has_any(said, kFoiWords) || has_any(said, relying) || speaks_of_matter(chain, said)));
    excepts_ = excepts_ || std::ranges::any_of(chain.items, [](const CitationItem& item) { return is_exception(item); });
    if (!other) return;
    const std::size_t last = chain.items.back().group;
    for (const CitationItem& item : chain.items)
      if (item.group == last) home_elsewhere_.insert(item.section);
  }

  // "… are in the Environmental Protection Act", "We take it that you mean the Fire and Rescue Services Act": another Act named soon after
  // a bare number, with no word of disclosure between.
  bool is_said_of_other_act(const CitationChain& chain) const {
    if (!is_bare(chain)) return false;
    const std::string_view after = s_.substr(chain.end, kHomeReach);
    const std::string_view until = after.substr(0, std::min(after.find("\n\n"), after.find(" section")));
    const std::size_t act = other_act_in(chain.end, until.size());
    if (act == std::string_view::npos) return false;
    const Span sentence{chain.start < kNearby ? 0 : chain.start - kNearby, act};
    const std::string_view said = s_.substr(sentence.start, sentence.end - sentence.start);
    return !has_any(said.substr(said.find(". ") < chain.start - sentence.start ? said.rfind(". ", chain.start - sentence.start) : 0),
                    kFoiWords);
  }
  static bool is_bare(const CitationChain& chain) {
    return std::ranges::all_of(chain.items, [](const CitationItem& item) { return item.elements.empty() && item.title.empty(); });
  }
  // Where an Act or Regulations with a name of their own are named, in so many bytes from a place.
  std::size_t other_act_in(std::size_t from, std::size_t bytes) const {
    const std::string_view window = s_.substr(from, bytes);
    for (std::string_view noun : {std::string_view("act"), std::string_view("regulations"), std::string_view("order")})
      for (std::size_t at = find_phrase(window, noun); at != std::string_view::npos; at = find_phrase(window, noun, at + 1)) {
        const std::string_view head = window.substr(0, at);
        const NamedAct act = act_before(window.substr(0, at + noun.size()), printed_.substr(from, at + noun.size()));
        const std::size_t word = head.find_last_of(' ', head.size() < 2 ? 0 : head.size() - 2);
        const std::size_t capital = from + (word == std::string_view::npos ? 0 : word + 1);
        const bool named = capital < printed_.size() && printed_[capital] >= 'A' && printed_[capital] <= 'Z' && printed_[from + at] < 'a';
        if (named && (act == NamedAct::other || (act == NamedAct::none && noun != "act"))) return from + at;
      }
    return std::string_view::npos;
  }

  // "We applied section 43(2) to the contract", "redactions under section 40 in the report".
  bool is_used_on(const CitationChain& chain) const {
    return std::ranges::any_of(chain.items, [](const CitationItem& item) { return !item.elements.empty(); }) ||
           has_any(nearby(chain.start), kLawWords);
  }

  // Sections said to be of another Act: the same numbers stand for it again where nothing speaks of FOI.
  void note_other(const CitationChain& chain) {
    last_act_ = NamedAct::other;
    other_end_ = chain.end;
    other_unit_ = chain.items.back().unit;
    const std::size_t last = chain.items.back().group;
    for (std::size_t i = 0; i < chain.items.size(); ++i) {
      if (chain.items[i].group == last) other_sections_.insert(chain.items[i].section);
      if (i > 0 && chain.items[i].listed && chain.items[i - 1].listed) note_range(chain.items[i - 1].section, chain.items[i].section);
    }
    // What came before the group the other Act was named for ("44(1)(a) by virtue of section 22 of the Gender Recognition Act").
    CitationChain head = chain;
    std::erase_if(head.items, [&](const CitationItem& item) { return item.group == last; });
    if (head.items.empty()) return;
    Elements elements;
    for (const CitationItem& item : head.items)
      if (const auto regime = regime_of(item, NamedAct::none, chain.start)) emit(item, *regime, elements, {chain.start, chain.end}, false);
  }
  void note_range(const std::string& from, const std::string& to) {
    for (int n = std::atoi(from.c_str()); n <= std::atoi(to.c_str()) && n < 100; ++n) other_sections_.insert(std::to_string(n));
  }
  bool belongs_to_other(const CitationChain& chain, NamedAct act) const {
    if (act != NamedAct::none) return false;
    if (is_at_home_elsewhere(chain)) return true;
    // A regulation is none of an Act's sections, and no other law has a 12(5)(a).
    if (chain.items.front().unit != other_unit_ || is_exception(chain.items.front())) return false;
    // A ground by its sub-section, in another sentence, is not of the Act that the sentence before was about.
    const bool near_it = chain.start >= other_end_ && chain.start < other_end_ + kNearby && other_end_ > 0;
    const bool apart =
        near_it && names_ground(chain) && s_.substr(other_end_, chain.start - other_end_).find(". ") != std::string_view::npos;
    const bool follows = near_it && !apart;
    const bool all_known =
        std::ranges::all_of(chain.items, [&](const CitationItem& item) { return other_sections_.contains(item.section); });
    if (!follows && !all_known) return false;
    const std::size_t from = chain.start < kNearby ? 0 : chain.start - kNearby;
    const std::string_view near = s_.substr(follows ? other_end_ : from, chain.end + kNearby - (follows ? other_end_ : from));
    return !has_any(near, kLawWords) &&
           !std::ranges::any_of(chain.items, [](const CitationItem& item) { return !item.title.empty() && item.title == item.section; });
  }

  // "See its sections 30 and 31": of a booklet named before.
  bool is_of_document(std::size_t start) const {
    const std::string_view before = s_.substr(start < kNearby ? 0 : start - kNearby, std::min(start, kNearby));
    static constexpr std::string_view own[] = {"freedom of information", "exempt", "2002 act", "2000 act"};
    return before.ends_with(" its ") && !has_any(before, own);
  }

  // A bare number that the letter gives to another Act and not to this one; or, in a letter that speaks of other Acts, one beside which
  // nothing is said of disclosure.
  bool is_at_home_elsewhere(const CitationChain& chain) const {
    // In a letter that never speaks of disclosure beside a section, a section with one element is of the other Act as well.
    const bool headed = chain.start == 0 || printed_[chain.start - 1] == '\n';
    const bool shallow = !foi_spoken_ && !is_finer(chain) && !names_ground(chain) && !headed;
    if (!foreign_ || !(is_bare(chain) || shallow)) return false;
    const std::string_view said = sentence_of(chain);
    if (has_any(said, kFoiWords) || speaks_of_matter(chain, said)) return false;
    const bool own = std::ranges::any_of(chain.items, [&](const CitationItem& item) { return foi_sections_.contains(item.section); });
    if (own) return false;
    const bool elsewhere =
        std::ranges::any_of(chain.items, [&](const CitationItem& item) { return home_elsewhere_.contains(item.section); });
    return elsewhere || !has_any(said, kReliance);
  }
  // "Section 12(2)", "14(2)", "40(2)": a ground of the Acts by its sub-section, which few other Acts have under the same number.
  bool names_ground(const CitationChain& chain) const {
    return std::ranges::any_of(chain.items, [&](const CitationItem& item) {
      return item.unit == Unit::section && !item.elements.empty() && is_ground_number(item.section) &&
             table_.has(law_.scottish ? "foisa" : "foia", item.section, item.elements);
    });
  }

  // "reasonably accessible to you (section 21)": the ground's own matter is spoken of.
  bool speaks_of_matter(const CitationChain& chain, std::string_view said) const {
    const std::string regime = law_.scottish ? "foisa-" : "foia-";
    return std::ranges::any_of(chain.items, [&](const CitationItem& item) { return speaks_of_ground(regime + item.section, said); });
  }
  // The sentence of a citation, and what stands under one that is a heading: "SECTION 41(1). The report was drawn up from …".
  std::string_view matter_of(const CitationChain& chain) const {
    const Span sentence = sentence_at(text_, {chain.start, chain.end});
    if (sentence.end - sentence.start > kHeadingBytes) return text_.lower_view(sentence);
    const std::string_view after = s_.substr(sentence.start, kMatterBytes);
    return after.substr(0, after.find("\n\n"));
  }
  std::string_view sentence_of(const CitationChain& chain) const { return text_.lower_view(sentence_at(text_, {chain.start, chain.end})); }

  void emit(const CitationItem& item, std::string_view regime, Elements& before, Span chain, bool named) {
    const Elements elements = item.inherits ? table_.inherit(regime, item.section, before, item.elements) : item.elements;
    before = elements;
    const bool dpa = regime == "dpa2018" || regime == "dpa1998";
    const std::string section = regime == "dpa1998" ? "s" + item.section : item.section;
    for (Resolved& code : table_.resolve(regime, section, elements)) {
      CodeCited cited{std::move(code.id), item.span, code.malformed, false, false, item.listed, named && !dpa, chain.start, chain.end};
      cited.titled = !item.title.empty() && has_title(regime, item);
      cited.title_mismatch = regime == "foia" && !item.title.empty() && item.title != item.section;
      found_.push_back(std::move(cited));
    }
  }

  // Titles are kept by the section of the FOIA; the Scottish Act numbers the same grounds otherwise.
  static bool has_title(std::string_view regime, const CitationItem& item) {
    if (regime != "foisa") return item.title == item.section;
    struct Pair {
      std::string_view foia, foisa;
    };
    constexpr Pair pairs[] = {{"12", "12"}, {"14", "14"}, {"21", "25"}, {"22", "27"}, {"24", "31"}, {"27", "32"}, {"28", "28"},
                              {"29", "33"}, {"30", "34"}, {"31", "35"}, {"32", "37"}, {"33", "40"}, {"35", "29"}, {"36", "30"},
                              {"38", "39"}, {"40", "38"}, {"41", "36"}, {"42", "36"}, {"43", "33"}, {"44", "26"}};
    return std::ranges::any_of(pairs, [&](const Pair& p) { return p.foia == item.title && p.foisa == item.section; });
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
        return law_.environmental || excepts_ ? std::optional(law_.scottish ? "eisr" : "eir") : std::nullopt;
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

  // "regulation 12(4)(b)": of the EIRs, whether they are named or not.
  static bool is_exception(const CitationItem& item) {
    return item.unit == Unit::regulation && item.section == "12" && item.elements.size() >= 2 &&
           (item.elements[0] == "4" || item.elements[0] == "5");
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
    // "Section 30(3) Investigations": the beginning of its own title.
    const bool titled = word.starts_with("investigation") && first.section == (law_.scottish ? "34" : "30");
    const bool called = is_called_by_section(word) || (is_bare(chain) && is_called_by_section(second_word(chain.end)));
    const bool verb = word == "permits" && is_finer(chain);  // "as section 40(5B)(a)(i) permits"
    if (called && !titled && !verb) return true;
    const std::string_view near = nearby(start);
    const bool law = has_any(near, kLawWords);
    const bool of_matter = speaks_of_matter(chain, matter_of(chain));
    const bool health = is_health_section(chain) && !law && !is_finer(chain) && !of_matter;
    // "Section 41(1)" of a letter that never names the other Act is a ground, whatever doctors are spoken of; a doctor is approved by
    // 12(2).
    if (health && (of_health_act_ || ((first.section == "12" || !names_ground(chain)) && has_any(near, kHealthWords)))) return true;
    static constexpr std::string_view care[] = {"approved under",   "detained under", "admitted under",  "recalled under",
                                                "discharged under", "assessed under", "sectioned under", "held in hospital under"};
    const std::string_view lead = bare(s_.substr(start < kLeadBytes ? 0 : start - kLeadBytes, std::min(start, kLeadBytes)));
    if (is_health_section(chain) && std::ranges::any_of(care, [lead](std::string_view words) { return lead.ends_with(words); }))
      return true;
    const bool bare = first.elements.empty() && chain.items.size() == 1;
    // A bare "S31" is a room, a car, a bay, unless law is spoken of or its title stands beside it; "s41" is a section.
    const bool letter =
        s_[start] == 's' && start + 1 < s_.size() && (s_[start + 1] == ' ' || (s_[start + 1] >= '0' && s_[start + 1] <= '9'));
    const bool all_bare =
        std::ranges::all_of(chain.items, [](const CitationItem& item) { return item.elements.empty() && item.title.empty(); });
    const bool bracketed =
        start > 0 && s_[start - 1] == '(' && chain.end < s_.size() && s_[chain.end] == ')' && is_ground_number(first.section);
    const bool dashed = start > 1 && s_[start - 1] == ' ' && s_[start - 2] == '-' && spelt_.contains(first.section);
    static constexpr std::string_view particles[] = {"under", "by",   "of", "in", "how", "with",  "via", "per", "that", "and", "or", "on",
                                                     "than",  "from", "to", "as", "for", "using", "if",  "but", "not",  "why", "is", "was"};
    static constexpr std::string_view verbs[] = {"says",     "lets",     "allows",   "covers",  "applies", "exempts", "excuses",
                                                 "means",    "protects", "provides", "permits", "exists",  "deals",   "relieves",
                                                 "entitles", "calls",    "is",       "treats",  "does",    "was"};
    const bool small = printed_[start] == 's' && s_[start + 1] != ' ' && is_ground_number(first.section) &&
                       (among(particles, lead.substr(lead.rfind(' ') + 1)) || among(verbs, word));
    if (letter && all_bare && !law && !bracketed && !dashed && !small && !of_matter) return true;
    // "Exclusion 31: law enforcement", and not "exclusion 31" of a pupil.
    const bool excluded = s_.substr(start).starts_with("exclusion");
    if (first.unit == Unit::exemption) return first.section.size() < 2 || (excluded && first.title != first.section);
    if (first.unit == Unit::act) return bare && !is_ground_number(first.section);
    return word == "notice" && !law && !(law_.scottish && first.section == "17");  // FOISA's "section 17 notice": not held
  }

  // "31(1)(f)", "40(5B)(a)(i)": told by two levels of elements.
  static bool is_finer(const CitationChain& chain) {
    return std::ranges::any_of(chain.items, [](const CitationItem& item) { return item.elements.size() >= 2; });
  }

  // Sections of the Mental Health Act, in a letter that speaks of it.
  static bool is_health_section(const CitationChain& chain) {
    static constexpr std::string_view sections[] = {"2",  "3",  "5",  "12", "17", "35", "36", "37",
                                                    "38", "41", "42", "43", "45", "47", "48", "49"};
    return std::ranges::all_of(chain.items, [&](const CitationItem& item) {
      if (item.section == "12" && !item.elements.empty() && item.elements.front() != "2") return false;
      return item.title.empty() && std::ranges::find(sections, item.section) != std::end(sections);
    });
  }

  std::string_view word_after(std::size_t at) const {
    std::size_t end = at;
    while (end < s_.size() && end < at + 20 && (is_word(s_[end]) || s_[end] == '-')) ++end;
    return s_.substr(at, end - at);
  }

  static bool is_ground_number(std::string_view section) {
    return section == "12" || section == "14" || (section >= "21" && section.size() >= 2 && section <= "44");
  }

  // "section 31 care orders": the noun may have a word of its own; not over a stop.
  std::string_view second_word(std::size_t at) const {
    const std::string_view first = peek_word(at);
    static constexpr std::string_view no_noun[] = {
        "of",   "and", "or",  "to",   "in",        "for",        "is",      "was",     "the",  "on",   "as",      "by",    "with", "which",
        "were", "are", "has", "have", "exemption", "exemptions", "applies", "applied", "from", "that", "because", "since", "if",   "when"};
    if (first.empty() || std::ranges::find(no_noun, first) != std::end(no_noun)) return {};
    const std::size_t end = static_cast<std::size_t>(first.data() - s_.data()) + first.size();
    return end < s_.size() && s_[end] == ' ' ? peek_word(end) : std::string_view();
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
  bool of_health_act_ = false;
  std::set<std::string, std::less<>> short_acts_;  // "CRCA"
  NamedAct last_act_ = NamedAct::none;
  std::size_t other_end_ = 0;  // where a citation of another Act ended
  Unit other_unit_ = Unit::section;
  std::size_t irish_end_ = 0;
  std::set<std::string, std::less<>> other_sections_;
  // Told of the whole letter: numbers given to another Act, numbers that are surely of this one, numbers after the whole word, and whether
  // other Acts are cited at all.
  std::set<std::string, std::less<>> home_elsewhere_, foi_sections_, spelt_;
  bool foreign_ = false;
  bool foi_spoken_ = false;  // a section is cited in a sentence on disclosure
  bool excepts_ = false;     // an exception of the Environmental Information Regulations is cited, whether they are named or not
};

}  // namespace

LawOfLetter law_of_letter(const Repaired& text, bool scottish_authority) {
  static constexpr CueTable scots = {"foisa", "information (scotland) act", "information (scotland) regulations",
                                     "scottish information commissioner"};
  static constexpr CueTable english = {"freedom of information act 2000", "foia"};
  static constexpr CueTable environment = {"environmental information", "eir", "eirs", "eisrs"};
  const bool scottish = scottish_authority || (text.has_any(scots) && !text.has_any(english));
  return {scottish, text.has_any(environment)};
}

std::vector<CodeCited> parse_citations(const Repaired& text, const CitationTable& table, LawOfLetter law) {
  return Reader(text, table, law).run();
}

}  // namespace foi::understand
