#include "indexer/understand/topic_terms.h"

#include <algorithm>
#include <map>

#include "indexer/model/text.h"
#include "indexer/understand/made_once.h"

namespace foi::understand {

namespace {

// Letters from which on a word is folded, and from which on it may be the name of a medicine.
constexpr std::size_t kFoldedLetters = 4, kMedicineLetters = 7;
constexpr std::string_view kMedicines = "medicines-pharmacy";

// Of figures only those of three digits, which sections and wards have; no single letters.
bool is_telling(std::string_view word) { return word.size() > 1 && (word.size() == 3 || !std::ranges::all_of(word, is_digit)); }

bool is_letters(std::string_view word) { return std::ranges::all_of(word, is_alpha); }

// The plural of a word is the word.
std::string folded(std::string_view word) {
  if (word.size() < kFoldedLetters || !word.ends_with('s') || !is_letters(word)) return std::string(word);
  if (word.size() > kFoldedLetters && word.ends_with("ies")) return std::string(word.substr(0, word.size() - 3)) + 'y';
  if (word.ends_with("sses")) return std::string(word.substr(0, word.size() - 2));
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return std::string(word);
  return std::string(word.substr(0, word.size() - 1));
}

bool is_abbreviation(std::string_view word) {
  return word.size() <= 10 && word.find(' ') == std::string_view::npos && std::ranges::count_if(word, is_upper) >= 2;
}

// "Rio", "Epic": a short name that is also a word.
bool is_product(std::string_view word) { return word.size() <= 7 && is_upper(word.front()) && word.find(' ') == std::string_view::npos; }

// The stems by which international non-proprietary names say what kind of medicine it is (World Health Organization's list): whatever the
// newest is called, "-mab" is an antibody. Stems that end words of the language too ("-tide", "-cept") are taken longer.
bool is_medicine(std::string_view word) {
  static constexpr std::string_view kStems[] = {
      "mab",     "tinib",   "ciclib", "rafenib",  "parib",    "degib",    "gliflozin", "gliptin",  "glutide", "glitazone",
      "reotide", "statin",  "cillin", "floxacin", "prazole",  "conazole", "sartan",    "oxaban",   "gatran",  "rolimus",
      "nercept", "bercept", "kinra",  "triptan",  "tegravir", "tasvir",   "buvir",     "ciclovir", "azepam",  "zolam",
      "dronate", "mycin",   "platin", "rubicin",  "taxel",    "trexate",  "thiazide",  "dipine",   "setron",  "tacept",
      "fibrate", "profen",  "lukast", "terol",    "gepant",   "vaptan",   "racetam",   "tixel"};
  static constexpr std::string_view kWords[] = {"phantomab", "cholesterol"};
  if (word.size() < kMedicineLetters || std::ranges::find(kWords, word) != std::end(kWords)) return false;
  return std::ranges::any_of(kStems, [&](std::string_view stem) { return word.back() == stem.back() && word.ends_with(stem); });
}

}  // namespace

TopicTerms::TopicTerms(const Reference& reference) : names_(authority_index(reference)) {
  for (std::size_t i = 0; i < reference.topics.size(); ++i) {
    const TopicInfo& topic = reference.topics[i];
    if (topic.id == kMedicines) medicines_ = i;
    for (const std::string& word : topic.words) add(word, i, words_of(word).size() > 1 ? kPhraseWeight : kWordWeight);
    for (const std::string& word : topic.people_words) add(word, i, kPeopleWeight);
    for (const std::string& word : topic.weak_words) add(word, i, kWeakWeight);
  }
  share();
}

void TopicTerms::add(const std::string& words, std::size_t topic, float weight) {
  Term term{words_of(words), is_abbreviation(words) || is_product(words) ? words : "", {count_, topic, weight}};
  if (term.words.empty()) return;
  for (std::string& word : term.words) word = folded(word);
  std::vector<Term>& list = terms_[term.words.front()];
  for (const Term& other : list)
    if (other.words == term.words && other.capitals == term.capitals && other.hit.topic == topic) return;
  ++count_;
  list.push_back(std::move(term));
}

// What several topics have is worth its part to each.
void TopicTerms::share() {
  for (auto& [first, list] : terms_.entries()) {
    std::map<std::vector<std::string>, std::vector<std::size_t>> sharers;
    for (const Term& term : list) {
      std::vector<std::size_t>& topics = sharers[term.words];
      if (std::ranges::find(topics, term.hit.topic) == topics.end()) topics.push_back(term.hit.topic);
    }
    for (Term& term : list) term.hit.weight /= static_cast<float>(sharers[term.words].size());
    std::ranges::stable_sort(list, [](const Term& a, const Term& b) { return a.words.size() > b.words.size(); });
  }
}

std::size_t TopicTerms::match(std::string_view text, Tokens tokens, const std::vector<std::string>& folded_words, std::size_t at,
                              std::vector<TopicHit>& out) const {
  const std::vector<Term>* const list = terms_.find(folded_words[at]);
  if (list == nullptr) return 0;
  std::size_t used = 0;
  for (const Term& term : *list) {
    if (term.words.size() < used) break;
    if (at + term.words.size() > tokens.size()) continue;
    if (!std::equal(term.words.begin(), term.words.end(), folded_words.begin() + static_cast<std::ptrdiff_t>(at))) continue;
    const std::string_view printed = text.substr(tokens[at].start, tokens[at + term.words.size() - 1].end - tokens[at].start);
    const bool as_printed = printed == term.capitals || (printed.starts_with(term.capitals) && printed.substr(term.capitals.size()) == "s");
    if (!term.capitals.empty() && !as_printed) continue;
    used = term.words.size();
    out.push_back(term.hit);
  }
  return used;
}

void TopicTerms::add_medicine(std::string_view word, std::vector<TopicHit>& out) const {
  if (medicines_ == static_cast<std::size_t>(-1) || !is_medicine(word)) return;
  // Behind the numbers of the table; two medicines that meet there would count as one.
  out.push_back({count_ + std::hash<std::string_view>{}(word) % 100'000, medicines_, kWordWeight});
}

std::size_t TopicTerms::name_length(Tokens tokens, std::size_t at) const {
  for (const IndexedName* name : names_->names_at(tokens, at))
    if (name->kind == IndexedName::Kind::official && name->words.size() > 1) return name->words.size();
  return 0;
}

TopicWords TopicTerms::read(std::string_view text) const {
  const TokenList tokens = tokenise(text);
  std::vector<std::string> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens) words.push_back(folded(token.word));
  TopicWords out;
  std::size_t term_end = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    if (const std::size_t name = i < term_end ? 0 : name_length(tokens, i)) {
      i += name;
      continue;
    }
    if (i >= term_end) {
      const std::size_t used = match(text, tokens, words, i, out.hits);
      if (used == 0) add_medicine(tokens[i].word, out.hits);
      term_end = i + used;
    }
    if (is_telling(words[i])) out.words.push_back(std::move(words[i]));
    ++i;
  }
  return out;
}

std::shared_ptr<const TopicTerms> topic_terms(const Reference& reference) { return made_of<TopicTerms>(reference); }

}  // namespace foi::understand
