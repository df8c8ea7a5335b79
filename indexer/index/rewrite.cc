#include "indexer/index/rewrite.h"

#include <algorithm>
#include <memory>

#include "indexer/index/query.h"
#include "indexer/index/schema.h"
#include "indexer/index/sought.h"
#include "indexer/model/text.h"

namespace foi::index {

namespace {

// What a letter that cites the section gains over one that only names it: about as much as a rare word.
constexpr double kCitedWeight = 5.0;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Xapian::Query word_query(const std::string& word, const Xapian::Stem& stemmer) {
  return Xapian::Query(is_digit(word[0]) ? word : "Z" + stemmer(word));
}

Xapian::Query phrase_query(const std::vector<std::string>& words) {
  if (words.size() == 1) return Xapian::Query(words[0]);
  return {Xapian::Query::OP_PHRASE, words.begin(), words.end(), static_cast<Xapian::termcount>(words.size())};
}

template <class List>
Xapian::Query one_of(Xapian::Query::op op, const List& queries) {
  return {op, queries.begin(), queries.end()};
}

// The other words weigh together: OP_MAX would take the best of them, but Xapian 1.4.22 crashes on one inside an OR as soon as letters that
// cannot come on the page any more are passed over.
Xapian::Query synonym_query(std::string_view typed, const Lexicon::Synonyms& synonyms) {
  const Xapian::Stem stemmer("english");
  std::vector<Xapian::Query> words, all, others;
  for (const TextWord& word : words_of(typed)) {
    all.push_back(word_query(word.word, stemmer));
    if (!is_stop_word(word.word)) words.push_back(all.back());
  }
  for (const auto& other : synonyms.alternatives)
    others.push_back(other.words.size() == 1 && !other.exact ? word_query(other.words[0], stemmer) : phrase_query(other.words));
  return {Xapian::Query::OP_OR, one_of(Xapian::Query::OP_AND, words.empty() ? all : words),
          Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, one_of(Xapian::Query::OP_OR, others), kSynonymWeight)};
}

// Letters that cite it, whatever became of it, and letters that say it.
Xapian::Query cited_query(const Lexicon::Cited& cited) {
  std::vector<Xapian::Query> terms, said;
  for (const std::string& id : cited.exemptions) terms.emplace_back(exact_term(Field::kExemption, bound_exemption(id, "any")));
  for (const auto& words : cited.as_written) said.push_back(phrase_query(words));
  auto weight = std::make_unique<Xapian::FixedWeightPostingSource>(kCitedWeight);
  const Xapian::Query bonus(weight.release()->release());
  return {Xapian::Query::OP_OR, Xapian::Query(Xapian::Query::OP_FILTER, bonus, one_of(Xapian::Query::OP_OR, terms)),
          one_of(Xapian::Query::OP_OR, said)};
}

class Rewriter {
 public:
  Rewriter(std::string_view q, const Lexicon& lexicon) : q_(q), lower_(to_lower_ascii(q)), lexicon_(lexicon) {}

  Rewritten run() && {
    while (at_ < q_.size()) {
      if (q_[at_] == '"') {
        copy_quoted();
      } else if (is_space(q_[at_]) || q_[at_] == '(' || q_[at_] == ')') {
        out_.text.push_back(q_[at_++]);
      } else if (!rewrite_here()) {
        copy_token();
      }
    }
    return std::move(out_);
  }

 private:
  std::size_t token_end(std::size_t from) const {
    while (from < q_.size() && !is_space(q_[from])) ++from;
    return from;
  }

  void copy_quoted() {
    const std::size_t close = std::min(q_.find('"', at_ + 1), q_.size() - 1);
    out_.text += q_.substr(at_, close + 1 - at_);
    at_ = close + 1;
  }

  // A field's value may be quoted: title:"annual report".
  void copy_token() {
    near_ = is_near(q_.substr(at_, token_end(at_) - at_));
    for (const std::size_t end = token_end(at_); at_ < end;) {
      if (q_[at_] == '"') return;
      out_.text.push_back(q_[at_++]);
    }
  }

  static bool is_near(std::string_view token) {
    return token == "NEAR" || token == "ADJ" || token.starts_with("NEAR/") || token.starts_with("ADJ/");
  }

  bool near_follows(std::size_t from) const {
    while (from < q_.size() && is_space(q_[from])) ++from;
    return is_near(q_.substr(from, token_end(from) - from));
  }

  bool rewrite_here() {
    const char c = q_[at_];
    if (near_) return false;
    if (c == '-' || c == '+') return rewrite_citation(c);
    return rewrite_citation() || rewrite_synonym();
  }

  // sign: what stands before it, if anything.
  void put(Xapian::Query query, std::size_t end, std::string_view sign = {}) {
    out_.text += " " + std::string(sign) + kExpansion + ":" + std::to_string(out_.expansions.size()) + " ";
    out_.expansions.push_back(std::move(query));
    at_ = end;
  }

  bool rewrite_citation(char sign = 0) {
    const std::string_view signs = q_.substr(at_, sign == 0 ? 0 : 1);
    const auto cited = lexicon_.cited(std::string_view(lower_).substr(at_ + signs.size()));
    if (!cited) return false;
    const std::size_t end = at_ + signs.size() + cited->bytes;
    constexpr std::string_view kAfter = " \t\n\r,;.?!)(";
    if ((end < q_.size() && kAfter.find(q_[end]) == std::string_view::npos) || near_follows(end)) return false;
    if (sign != '-') out_.cited.insert(out_.cited.end(), cited->exemptions.begin(), cited->exemptions.end());
    put(cited_query(*cited), end, signs);
    return true;
  }

  // Words up to the first that is an operator, a field or a wildcard; punctuation ends the last.
  struct Typed {
    std::vector<std::string> words;
    std::vector<std::size_t> ends;
  };
  Typed typed_words() const {
    constexpr std::size_t kMost = 8;
    constexpr std::string_view kClosing = ",;.?!)", kForeign = "\"*:(";
    Typed out;
    for (std::size_t from = at_; from < q_.size() && out.words.size() < kMost;) {
      const std::size_t end = token_end(from);
      std::size_t word_end = end;
      while (word_end > from && kClosing.find(q_[word_end - 1]) != std::string_view::npos) --word_end;
      const std::string word(q_.substr(from, word_end - from));
      if (word.empty() || word.find_first_of(kForeign) != std::string::npos || is_operator(word) || is_near(word)) break;
      out.words.push_back(word);
      out.ends.push_back(word_end);
      if (word_end < end) break;
      for (from = end; from < q_.size() && is_space(q_[from]); ++from) {
      }
    }
    return out;
  }

  bool rewrite_synonym() {
    const Typed typed = typed_words();
    if (typed.words.empty()) return false;
    const auto synonyms = lexicon_.synonyms(typed.words);
    if (!synonyms) return false;
    const std::size_t end = typed.ends[synonyms->words - 1];
    if (near_follows(end)) return false;
    put(synonym_query(q_.substr(at_, end - at_), *synonyms), end);
    return true;
  }

  std::string_view q_;
  std::string lower_;
  const Lexicon& lexicon_;
  std::size_t at_ = 0;
  bool near_ = false;
  Rewritten out_;
};

}  // namespace

Rewritten rewrite(std::string_view q, const Lexicon& lexicon) { return Rewriter(q, lexicon).run(); }

std::vector<std::string> reference_words(std::string_view q) {
  constexpr std::size_t kMostWords = 8;
  bool digit = false, code = false;
  for (std::size_t i = 0; i < q.size(); ++i) {
    const char c = q[i];
    const char next = i + 1 < q.size() ? q[i + 1] : ' ';
    if (!is_digit(c) && !is_letter(c) && !is_space(c) && std::string_view("-/._#").find(c) == std::string_view::npos) return {};
    digit = digit || is_digit(c);
    const bool capitals = c >= 'A' && c <= 'Z' && next >= 'A' && next <= 'Z';
    const bool joined = i > 0 && is_digit(q[i - 1]) && !is_space(c) && !is_digit(c) && is_digit(next);
    code = code || capitals || joined || (is_letter(c) && is_digit(next)) || (is_digit(c) && is_letter(next));
  }
  std::vector<std::string> words;
  for (TextWord& word : words_of(q)) words.push_back(std::move(word.word));
  const bool plain = std::none_of(words.begin(), words.end(), [](const std::string& word) { return is_stop_word(word); });
  return digit && code && plain && words.size() <= kMostWords ? words : std::vector<std::string>();
}

}  // namespace foi::index
