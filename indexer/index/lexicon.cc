#include "indexer/index/lexicon.h"

#include <algorithm>
#include <array>

#include "indexer/index/query.h"
#include "indexer/index/sought.h"
#include "indexer/model/text.h"

namespace foi::index {

namespace {

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> out;
  for (TextWord& word : words_of(text)) out.push_back(std::move(word.word));
  return out;
}

std::string joined(std::span<const std::string> words) {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// What stands before the number, and of which kind of law it speaks.
struct Opener {
  std::string_view word;
  bool regulation;
};
constexpr std::array kOpeners{Opener{"§§", false},        Opener{"§", false},   Opener{"sections", false}, Opener{"section", false},
                              Opener{"sec", false},       Opener{"ss", false},  Opener{"s", false},        Opener{"regulations", true},
                              Opener{"regulation", true}, Opener{"regs", true}, Opener{"reg", true}};
// An Act named before it, and the first part of its exemptions' ids.
struct Act {
  std::string_view word, regime;
};
constexpr std::array kActs{Act{"foia ", "foia"}, Act{"foisa ", "foisa"}, Act{"eirs ", "eir"}, Act{"eir ", "eir"}, Act{"eisr ", "eisr"}};

// The UK GDPR has articles.
bool has_sections(std::string_view id) { return !id.starts_with("gdpr-"); }
bool speaks_of_regulations(std::string_view id) { return id.starts_with("eir-") || id.starts_with("eisr-"); }

// Reads a citation from the beginning of a text.
class CitationReader {
 public:
  explicit CitationReader(std::string_view text) : text_(text) {}

  bool read() {
    read_act();
    read_opener();
    if (!read_number()) return false;
    ends_.push_back(at_);
    while (read_group()) ends_.push_back(at_);
    return !parts.empty();
  }
  // How many parts are enough for a citation: without a word before it "31(1)" is one and "beds in ward 12 (4)" is none, but nothing else
  // is written like "31 (1) (a)".
  std::size_t fewest_parts() const {
    if (!opener_.empty() || !regime.empty()) return 1;
    return ends_.front() < text_.size() && text_[ends_.front()] == '(' ? 2 : 3;
  }

  std::string_view regime;         // or empty
  std::optional<bool> regulation;  // when it was said
  std::vector<std::string> parts;  // "31", "1", "a"
  // Where the first n parts end; 0 when a word goes on there.
  std::size_t end_of(std::size_t n) const {
    const std::size_t end = ends_[n - 1];
    return end < text_.size() && is_alnum(text_[end]) ? 0 : end;
  }

 private:
  static constexpr std::size_t kMaxParts = 5, kMaxPartBytes = 4;

  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  void read_act() {
    for (const Act& act : kActs)
      if (text_.starts_with(act.word)) {
        regime = act.regime;
        at_ = act.word.size();
        return skip_spaces();
      }
  }

  void read_opener() {
    for (const Opener& opener : kOpeners) {
      std::string_view rest = text_.substr(at_);
      if (!rest.starts_with(opener.word)) continue;
      std::size_t end = opener.word.size();
      while (end < rest.size() && (rest[end] == '.' || is_space(rest[end]))) ++end;
      if (end >= rest.size() || !is_digit(rest[end])) continue;
      opener_ = opener.word;
      regulation = opener.regulation;
      at_ += end;
      return;
    }
  }

  bool read_number() {
    const std::size_t from = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    if (at_ == from || at_ - from > 3) return false;
    if (at_ < text_.size() && text_[at_] >= 'a' && text_[at_] <= 'z') ++at_;  // 14A
    parts.emplace_back(text_.substr(from, at_ - from));
    return true;
  }

  bool read_group() {
    const std::size_t before = at_;
    skip_spaces();
    if (parts.size() == kMaxParts || at_ >= text_.size() || text_[at_] != '(') return at_ = before, false;
    const std::size_t close = text_.find(')', at_);
    if (close == std::string_view::npos) return at_ = before, false;
    const std::string_view part = trim(text_.substr(at_ + 1, close - at_ - 1));
    if (part.empty() || part.size() > kMaxPartBytes || !std::all_of(part.begin(), part.end(), is_alnum)) return at_ = before, false;
    parts.emplace_back(part);
    at_ = close + 1;
    return true;
  }

  std::string_view text_, opener_;
  std::size_t at_ = 0;
  std::vector<std::size_t> ends_;
};

std::vector<std::vector<std::string>> written_forms(const CitationReader& read, std::span<const std::string> parts) {
  std::vector<std::vector<std::string>> out;
  const std::vector<std::string> numbers(parts.begin(), parts.end());
  const bool regulation = read.regulation.value_or(false);
  if (parts.size() > 1) out.push_back(numbers);
  const std::vector<std::string_view> openers = regulation ? std::vector<std::string_view>{"regulation", "regulations", "reg"}
                                                           : std::vector<std::string_view>{"section", "sections", "s"};
  for (const std::string_view opener : openers) {
    if (parts.size() == 1) out.push_back({std::string(opener), numbers[0]});
    if (opener != "s" && opener != "reg") continue;
    std::vector<std::string> glued = numbers;  // "s31(1)(a)"
    glued[0].insert(0, opener);
    out.push_back(std::move(glued));
  }
  return out;
}

}  // namespace

Lexicon::Lexicon(const Reference& reference) {
  for (const SynonymGroup& group : reference.synonyms) add_synonyms(group);
  for (const ExemptionInfo& exemption : reference.exemptions) {
    const std::size_t dash = exemption.id.find('-');
    if (dash != std::string::npos && is_digit(exemption.id[std::min(dash + 1, exemption.id.size() - 1)]))
      exemptions_[exemption.id.substr(dash + 1)].push_back(exemption.id);
  }
}

// Where a row is case-sensitive that is said of its variants: the term is written out. It keeps apart an abbreviation and a word of the
// same letters; no word has "&" in it, so that "a&e" is "A&E".
void Lexicon::add_synonyms(const SynonymGroup& group) {
  const auto is_cased = [&group](const std::string& variant) { return group.case_sensitive && variant.find('&') == std::string::npos; };
  for (const std::string& variant : group.variants) {
    add_entry(group.term, false, variant, group.case_sensitive);
    if (!group.two_way) continue;
    add_entry(variant, is_cased(variant), group.term, false);
    for (const std::string& other : group.variants)
      if (other != variant) add_entry(variant, is_cased(variant), other, group.case_sensitive);
  }
}

void Lexicon::add_entry(const std::string& from, bool from_cased, const std::string& to, bool to_cased) {
  const auto key_words = words_in(from);
  Alternative alternative{words_in(to), to_cased};
  // An abbreviation that is a common word in small letters ("IT", "US") would find nearly every letter.
  const bool common = alternative.words.size() == 1 && is_stop_word(alternative.words[0]);
  if (key_words.empty() || alternative.words.empty() || common || alternative.words == key_words) return;
  longest_ = std::max(longest_, key_words.size());
  auto& entries = entries_[joined(key_words)];
  const std::string spelling = from_cased ? from : std::string();
  auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.spelling == spelling; });
  if (entry == entries.end()) entry = entries.insert(entries.end(), Entry{{}, from_cased, spelling});
  if (std::find(entry->alternatives.begin(), entry->alternatives.end(), alternative) == entry->alternatives.end())
    entry->alternatives.push_back(std::move(alternative));
}

std::optional<Lexicon::Synonyms> Lexicon::synonyms(std::span<const std::string> typed) const {
  for (std::size_t n = std::min(longest_, typed.size()); n > 0; --n) {
    const std::string as_typed = joined(typed.first(n));
    const auto found = entries_.find(joined(words_in(as_typed)));
    if (found == entries_.end()) continue;
    Synonyms out{n, {}};
    for (const Entry& entry : found->second)
      if (!entry.case_sensitive || entry.spelling == as_typed)
        out.alternatives.insert(out.alternatives.end(), entry.alternatives.begin(), entry.alternatives.end());
    std::sort(out.alternatives.begin(), out.alternatives.end());
    out.alternatives.erase(std::unique(out.alternatives.begin(), out.alternatives.end()), out.alternatives.end());
    if (!out.alternatives.empty()) return out;
  }
  return std::nullopt;
}

std::optional<Lexicon::Cited> Lexicon::cited_by_id(std::string_view text) const {
  const auto end = std::find_if(text.begin(), text.end(), [](char c) { return !is_alnum(c) && c != '-'; });
  const std::string id(text.begin(), end);
  const auto found = exemptions_.find(id.substr(std::min(id.size(), id.find('-') + 1)));
  if (found == exemptions_.end() || std::find(found->second.begin(), found->second.end(), id) == found->second.end()) return std::nullopt;
  return Cited{id.size(), {id}, {}};
}

std::optional<Lexicon::Cited> Lexicon::cited(std::string_view text) const {
  if (auto by_id = cited_by_id(text)) return by_id;
  CitationReader read(text);
  if (!read.read()) return std::nullopt;
  // "section 40 (cost)": the longest beginning that is a section.
  for (std::size_t n = read.parts.size(); n >= read.fewest_parts(); --n) {
    const std::span<const std::string> parts = std::span(read.parts).first(n);
    if (read.end_of(n) == 0) continue;
    std::string key;
    for (const std::string& part : parts) key.append(key.empty() ? "" : "-").append(part);
    const auto found = exemptions_.find(key);
    if (found == exemptions_.end()) continue;
    Cited out{read.end_of(n), {}, written_forms(read, parts)};
    for (const std::string& id : found->second) {
      const bool of_act = read.regime.empty() || id.starts_with(std::string(read.regime) + "-");
      const bool of_kind = !read.regulation || *read.regulation == speaks_of_regulations(id);
      if (of_act && of_kind && has_sections(id)) out.exemptions.push_back(id);
    }
    if (!out.exemptions.empty()) return out;
  }
  return std::nullopt;
}

}  // namespace foi::index
