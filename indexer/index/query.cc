#include "indexer/index/query.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <memory>
#include <optional>

#include "indexer/index/rewrite.h"
#include "indexer/index/schema.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::index {

namespace {

constexpr unsigned kFlags = Xapian::QueryParser::FLAG_PHRASE | Xapian::QueryParser::FLAG_BOOLEAN | Xapian::QueryParser::FLAG_LOVEHATE |
                            Xapian::QueryParser::FLAG_WILDCARD | Xapian::QueryParser::FLAG_PURE_NOT;
// A field that every letter has. Xapian drops "-" before a word when no other word stands beside it.
constexpr const char* kEveryLetter = "every_letter";

// Words that say nothing about a letter. They still count in phrases, and where nothing else was typed.
constexpr std::array kStopWords{"a",     "about", "am",   "an",     "and",   "any",  "are",  "as",   "at",    "be",    "been", "by",
                                "can",   "could", "did",  "do",     "does",  "for",  "from", "had",  "has",   "have",  "how",  "i",
                                "if",    "in",    "into", "is",     "it",    "its",  "many", "may",  "me",    "much",  "my",   "of",
                                "on",    "or",    "our",  "please", "so",    "such", "than", "that", "the",   "their", "them", "then",
                                "there", "these", "they", "this",   "those", "to",   "was",  "we",   "were",  "what",  "when", "where",
                                "which", "while", "who",  "whom",   "whose", "why",  "will", "with", "would", "you",   "your"};

class Stopper : public Xapian::Stopper {
 public:
  bool operator()(const std::string& term) const override { return is_stop_word(term); }
};

class EveryLetter : public Xapian::FieldProcessor {
 public:
  Xapian::Query operator()(const std::string&) override { return every_letter(); }
};

// "expansion:0" → the query that stands for it. A number that nobody put there finds nothing.
class Expansions : public Xapian::FieldProcessor {
 public:
  explicit Expansions(const std::vector<Xapian::Query>& queries) : queries_(queries) {}
  Xapian::Query operator()(const std::string& number) override {
    for (std::size_t i = 0; i < queries_.size(); ++i)
      if (number == std::to_string(i)) return queries_[i];
    return Xapian::Query::MatchNothing;
  }

 private:
  const std::vector<Xapian::Query>& queries_;
};

// The text as QueryParser should see it.
struct Prepared {
  std::string text;
  bool hates = false;  // it has a "-" before a word
};

// QueryParser takes a capital letter to mean "not stemmed"; people mean nothing by it.
Prepared prepare(std::string_view q) {
  Prepared out;
  std::string word, lower;
  const auto end_word = [&] {
    out.text += is_operator(word) ? word : lower;
    word.clear(), lower.clear();
  };
  unsigned previous = ' ';
  for (Xapian::Utf8Iterator it(q.data(), q.size()); it != Xapian::Utf8Iterator(); ++it) {
    const unsigned c = *it;
    if (Xapian::Unicode::is_wordchar(c)) {
      Xapian::Unicode::append_utf8(word, c);
      Xapian::Unicode::append_utf8(lower, Xapian::Unicode::tolower(c));
    } else {
      end_word();
      const bool control = c < ' ' || c == 0x7f;
      out.hates = out.hates || (c == '-' && (Xapian::Unicode::is_whitespace(previous) || previous == '('));
      Xapian::Unicode::append_utf8(out.text, control ? ' ' : c);
    }
    previous = c;
  }
  end_word();
  return out;
}

// Word processors put curly quotes round what was typed with straight ones, other languages theirs.
std::string with_straight_quotes(std::string_view q) {
  std::string out(q);
  for (const std::string_view quote : {"“", "”", "„", "‟", "«", "»"})
    for (auto at = out.find(quote); at != std::string::npos; at = out.find(quote, at + 1)) out.replace(at, quote.size(), "\"");
  return out;
}

// Calls see with each byte and its place, outside quotes only or inside only.
template <class See>
void each_byte(std::string_view q, bool quoted, See see) {
  bool inside = false;
  for (std::size_t at = 0; at < q.size(); ++at) {
    if (q[at] == '"') inside = !inside;
    if (inside == quoted) see(at);
  }
}

// QueryParser leaves the star of "agency nur*" out, and then nothing is found.
bool has_quoted_wildcard(std::string_view q) {
  bool out = false;
  each_byte(q, true, [&](std::size_t at) {
    const auto is_of_word = [](char c) { return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)); };
    const bool ends_word = at > 0 && is_of_word(q[at - 1]) && (at + 1 == q.size() || !is_of_word(q[at + 1]));
    out = out || (q[at] == '*' && ends_word);
  });
  return out;
}

// "NEAR/5000" reaches as far as is allowed, and "NEAR/0" to the next word: QueryParser would look for the words "near" and "0".
std::string with_bounded_windows(std::string_view q) {
  std::string out;
  std::size_t copied = 0;
  each_byte(q, false, [&](std::size_t at) {
    if (at < copied || (at > 0 && q[at - 1] != ' ' && q[at - 1] != ')')) return;
    const std::string_view rest = q.substr(at);
    const std::size_t name = rest.starts_with("NEAR/") ? 5 : rest.starts_with("ADJ/") ? 4 : 0;
    if (name == 0) return;
    const std::size_t sign = rest.substr(name).starts_with('-') ? 1 : 0;
    const std::size_t end = std::min(rest.size(), rest.find_first_not_of("0123456789", name + sign));
    if (end == name + sign || (end < rest.size() && rest[end] != ' ' && rest[end] != '(')) return;
    const std::string digits(rest.substr(name + sign, std::min<std::size_t>(end - name - sign, 9)));
    const long n = sign > 0 ? 1 : std::clamp(std::strtol(digits.c_str(), nullptr, 10), 1L, kWidestWindow);
    out.append(q.substr(copied, at + name - copied)).append(std::to_string(n));
    copied = at + end;
  });
  return out.append(q.substr(copied));
}

Xapian::Query parse(const std::string& text, const std::vector<Xapian::Query>& expanded, bool fields_on_page,
                    const Xapian::Database* database) {
  const Stopper stopper;
  EveryLetter every_letter;
  Expansions expansions(expanded);
  Xapian::QueryParser parser;
  parser.set_stemmer(Xapian::Stem("english"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser.set_default_op(Xapian::Query::OP_AND);
  parser.set_stopper(&stopper);
  parser.set_max_expansion(limits::kMaxWildcardWords, Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT);
  parser.add_prefix(kEveryLetter, &every_letter);
  parser.add_prefix(kExpansion, &expansions);
  for (const FieldSpec& row : schema()) {
    if (row.form != Form::kWords || row.field == Field::kText) continue;
    const bool on_page = fields_on_page && (row.field == Field::kQuestion || row.field == Field::kAnswer);
    parser.add_prefix(std::string(row.name), on_page ? std::string() : std::string(row.prefix));
  }
  if (database) parser.set_database(*database);
  return parser.parse_query(text, kFlags);
}

// Whether a word is worth asking about: not a number, a code, an abbreviation or a word that is left out.
bool could_be_misspelt(std::string_view word) {
  constexpr std::size_t kShortest = 4;
  return word.size() >= kShortest && !is_stop_word(word) &&
         std::none_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || c == '_'; });
}

// The word as the letters spell it; empty when it is right or nothing is like it. QueryParser's own correction also replaces a word that
// is right by a more frequent one ("patients" by "patient").
std::string respelt(const std::string& word, const Xapian::Stem& stemmer, const Xapian::Database& database) {
  if (!could_be_misspelt(word) || database.term_exists(word) || database.term_exists("Z" + stemmer(word))) return {};
  return database.get_spelling_suggestion(word);
}

// text with every misspelt word replaced; empty when there is none.
std::string suggestion_for(std::string_view text, const Xapian::Database& database) {
  const Xapian::Stem stemmer("english");
  std::string out, word;
  bool changed = false;
  const auto end_word = [&](unsigned next) {
    const bool is_name = next == ':' || next == '*' || is_operator(word);  // of a field, or the beginning of a word
    const std::string better = is_name ? std::string() : respelt(word, stemmer, database);
    changed = changed || !better.empty();
    out += better.empty() ? word : better;
    word.clear();
  };
  for (Xapian::Utf8Iterator it(text.data(), text.size()); it != Xapian::Utf8Iterator(); ++it) {
    if (Xapian::Unicode::is_wordchar(*it)) {
      Xapian::Unicode::append_utf8(word, *it);
    } else {
      end_word(*it);
      Xapian::Unicode::append_utf8(out, *it);
    }
  }
  end_word(' ');
  return changed ? out : std::string();
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

void add_unique(std::vector<std::string>& list, std::string item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(std::move(item));
}

// What a query wants to find, field by field; what it excludes is not sought.
class SoughtCollector {
 public:
  explicit SoughtCollector(std::map<Field, Sought>& out) : out_(out) {}

  void walk(const Xapian::Query& query) {
    switch (query.get_type()) {
      case Xapian::Query::LEAF_TERM:
        return add(read_term(*query.get_terms_begin()));
      case Xapian::Query::OP_AND_NOT:
        return walk(query.get_subquery(0));
      case Xapian::Query::OP_PHRASE:
        return add_phrase(query);
      case Xapian::Query::OP_WILDCARD:
        return add_beginning(read_term(wildcard_beginning(query)));
      default:
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) walk(query.get_subquery(i));
    }
  }

 private:
  void add(std::optional<Term> term) {
    if (!term) return;
    Sought& sought = out_[term->field];
    if (term->stem) return add_unique(sought.stems, std::move(term->word));
    add_words(sought, {std::move(term->word)});
  }

  void add_beginning(std::optional<Term> term) {
    if (term) add_unique(out_[term->field].beginnings, std::move(term->word));
  }

  void add_phrase(const Xapian::Query& query) {
    std::vector<std::string> words;
    Field field = Field::kText;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      auto term = read_term(*query.get_subquery(i).get_terms_begin());
      if (!term) return;
      field = term->field;
      words.push_back(std::move(term->word));
    }
    if (window_of(query) == words.size()) return add_words(out_[field], std::move(words));
    for (std::string& word : words) add_words(out_[field], {std::move(word)});
  }

  // Xapian tells the window in words only: "Query((bank PHRASE 3 nurses))". A wider one than the words need came from ADJ: then other words
  // may stand between, and each counts by itself.
  static std::size_t window_of(const Xapian::Query& query) {
    constexpr std::string_view kOperator = " PHRASE ";
    const std::string text = query.get_description();
    const std::size_t at = text.find(kOperator);
    return at == std::string::npos ? 0 : static_cast<std::size_t>(std::strtoul(text.c_str() + at + kOperator.size(), nullptr, 10));
  }

  static void add_words(Sought& sought, std::vector<std::string> words) {
    if (std::find(sought.phrases.begin(), sought.phrases.end(), words) == sought.phrases.end()) sought.phrases.push_back(std::move(words));
  }

  std::map<Field, Sought>& out_;
};

// on_page: the query with question: and answer: looked for among the body's words.
void collect(TextQuery& out, const Xapian::Query& on_page) {
  std::map<Field, Sought> fields;
  SoughtCollector(fields).walk(on_page);
  SoughtCollector(out.in_field).walk(out.match);
  out.in_field.erase(Field::kText);
  out.sought = std::move(fields[Field::kText]);
}

// "Our ref: FOI ICB 24-097": what stands before the reference itself.
std::string_view without_reference_label(std::string_view q) {
  for (const std::string_view label :
       {"our reference:", "your reference:", "our ref:", "your ref:", "reference number:", "reference:", "ref:", "ref no:"}) {
    const std::string_view text = trim(q);
    if (to_lower_ascii(text.substr(0, label.size())) == label && text.size() > label.size() && text[label.size()] == ' ')
      return trim(text.substr(label.size()));
  }
  return q;
}

// A reference typed as printed comes before letters that only have its words.
Xapian::Query reference_query(const std::vector<std::string>& words) {
  if (words.empty()) return {};
  std::vector<std::string> terms;
  for (const std::string& word : words) terms.push_back(std::string(spec(Field::kReference).prefix) + word);
  return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(), static_cast<Xapian::termcount>(terms.size())};
}

Xapian::Query with_reference(const Xapian::Query& query, const Xapian::Query& reference) {
  if (reference.empty() || query.empty()) return query;
  return {Xapian::Query::OP_AND_MAYBE, query, reference};
}

// Whether the text leaves it to the search what must match.
bool is_plain(const Prepared& prepared, std::string_view typed) {
  if (prepared.hates || typed.find_first_of("\"+:*") != std::string_view::npos) return false;
  const auto words = split(typed, ' ');
  return std::none_of(words.begin(), words.end(), [](std::string_view word) { return is_operator(word.substr(0, word.find('/'))); });
}

// What is joined by AND alone, each once.
void collect_parts(const Xapian::Query& query, std::vector<Xapian::Query>& out) {
  if (query.get_type() == Xapian::Query::OP_AND) {
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) collect_parts(query.get_subquery(i), out);
    return;
  }
  const auto same = [&query](const Xapian::Query& other) { return other.get_description() == query.get_description(); };
  if (std::none_of(out.begin(), out.end(), same)) out.push_back(query);
}

// Whether is_so of the query or of anything it is made of.
template <class Predicate>
bool any_part(const Xapian::Query& query, Predicate is_so) {
  if (query.empty()) return false;
  if (is_so(query)) return true;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
    if (any_part(query.get_subquery(i), is_so)) return true;
  return false;
}

// "NOT word" matches everything else, the blank too.
bool names_every_letter(const Xapian::Query& query) {
  return any_part(query, [](const Xapian::Query& part) { return part.get_type() == Xapian::Query::LEAF_MATCH_ALL; });
}

// Whether a wildcard stands for more words than are looked for.
bool has_wide_wildcard(const Xapian::Query& query, const Xapian::Database& letters) {
  return any_part(query, [&letters](const Xapian::Query& part) {
    if (part.get_type() != Xapian::Query::OP_WILDCARD) return false;
    const std::string beginning = wildcard_beginning(part);
    Xapian::termcount words = 0;
    for (auto term = letters.allterms_begin(beginning); words <= limits::kMaxWildcardWords && term != letters.allterms_end(beginning);
         ++term)
      ++words;
    return words > limits::kMaxWildcardWords;
  });
}

// Whether it leaves out what has any word of such a wildcard: of the letters found some would have one.
bool excludes_wide_wildcard(const Xapian::Query& query, const Xapian::Database& letters) {
  return any_part(query, [&letters](const Xapian::Query& part) {
    const bool all = part.get_type() == Xapian::Query::OP_XOR;
    if (!all && part.get_type() != Xapian::Query::OP_AND_NOT) return false;
    for (std::size_t i = all ? 0 : 1; i < part.get_num_subqueries(); ++i)
      if (has_wide_wildcard(part.get_subquery(i), letters)) return true;
    return false;
  });
}

Error syntax_error(const Xapian::QueryParserError& error) {
  return usage_error("q: cannot be read (" + clean_utf8(error.get_msg()) +
                     "); put words on both sides of AND, OR, NOT and NEAR, or write them in small letters");
}

Xapian::Query any_or_all(const std::vector<Xapian::Query>& queries, bool all) {
  return {all ? Xapian::Query::OP_AND : Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

std::vector<Xapian::Query> citation_terms(const Selection& selection) {
  std::vector<std::string> statuses = selection.of(FacetId::kStatus);
  const auto& codes = selection.of(FacetId::kExemption);
  std::vector<Xapian::Query> out;
  if (codes.empty())
    for (const std::string& status : statuses) out.emplace_back(exact_term(Field::kStatus, status));
  if (statuses.empty()) statuses.emplace_back("standing");
  for (const std::string& code : codes)
    for (const std::string& status : statuses) out.emplace_back(exact_term(Field::kExemption, bound_exemption(code, status)));
  return out;
}

// The slot's keys are the date and then an id, so a day's last key is below the day with the highest character after it.
Xapian::Query date_range(const Selection& selection) {
  constexpr std::int32_t kFirst = 1, kLast = 99'999'998;
  const auto digits = [](std::int32_t number) {
    const std::string text = std::to_string(number);
    return std::string(8 - std::min<std::size_t>(8, text.size()), '0') + text;
  };
  return {Xapian::Query::OP_VALUE_RANGE, spec(Field::kOldestFirst).slot, digits(selection.from ? selection.from : kFirst),
          digits(selection.to ? selection.to : kLast) + "\xff"};
}

}  // namespace

bool is_stop_word(std::string_view word) {
  return std::any_of(kStopWords.begin(), kStopWords.end(), [word](const char* stop) { return word == stop; });
}

bool is_operator(std::string_view word) {
  constexpr std::array<std::string_view, 6> kOperators{"AND", "OR", "NOT", "XOR", "NEAR", "ADJ"};
  return std::find(kOperators.begin(), kOperators.end(), word) != kOperators.end();
}

// Terms under a prefix begin with a capital letter, after the Z of a stem too.
std::optional<Term> read_term(std::string term) {
  Term out;
  out.stem = term.size() > 1 && term[0] == 'Z';
  if (out.stem) term.erase(0, 1);
  for (const FieldSpec& row : schema()) {
    if (row.form != Form::kWords || row.prefix.empty() || !term.starts_with(row.prefix) || term.size() == row.prefix.size()) continue;
    if (is_upper(term[row.prefix.size()])) continue;
    out.field = row.field;
    out.word = term.substr(row.prefix.size());
    return out;
  }
  if (term.empty() || is_upper(term[0])) return std::nullopt;
  out.word = std::move(term);
  return out;
}

std::string wildcard_beginning(const Xapian::Query& query) {
  // Xapian tells it in words only: "Query(WILDCARD SYNONYM matern)".
  const std::string text = query.get_description();
  const std::size_t from = text.rfind(' ') + 1;
  return text.substr(from, text.size() - from - 1);
}

Result<TextQuery> parse_text(std::string_view typed, const Xapian::Database* letters, const Lexicon* lexicon) {
  TextQuery out;
  const std::string straight = with_straight_quotes(typed);
  const std::string_view q = lexicon ? without_reference_label(straight) : std::string_view(straight);
  if (has_quoted_wildcard(q)) return usage_error("q: cannot be read (a word with * in quotes); take the word out of the quotes");
  if (trim(prepare(q).text).empty()) {
    out.everything = true;
    return out;
  }
  Rewritten rewritten = lexicon ? rewrite(q, *lexicon) : Rewritten{.text = std::string(q)};
  const Prepared prepared = prepare(with_bounded_windows(rewritten.text));
  const std::string text = prepared.hates ? std::string(kEveryLetter) + ":yes " + prepared.text : prepared.text;
  Xapian::Query on_page;
  try {
    out.match = parse(text, rewritten.expansions, false, letters);
    on_page = text.find(':') == std::string::npos ? out.match : parse(text, rewritten.expansions, true, letters);
  } catch (const Xapian::QueryParserError& error) {
    return syntax_error(error);
  }
  if (letters) out.suggestion = suggestion_for(prepare(q).text, *letters);
  collect(out, on_page);
  if (letters && has_wide_wildcard(out.match, *letters)) {
    out.whole = false;
    if (excludes_wide_wildcard(out.match, *letters))
      return usage_error("q: too many words begin so to leave them all out; put more letters before *");
  }
  out.cited = std::move(rewritten.cited);
  const bool plain = is_plain(prepare(q), q);
  if (plain) collect_parts(out.match, out.parts);
  if (out.parts.size() < 2) out.parts.clear();
  if (lexicon && plain) out.reference = reference_query(reference_words(q));
  out.match = with_reference(out.match, out.reference);
  return out;
}

Xapian::Query matching_query(const TextQuery& text) {
  if (!names_every_letter(text.match)) return text.match;
  return {Xapian::Query::OP_AND_NOT, text.match, Xapian::Query(exact_term(Field::kBeside, kBlank))};
}

Xapian::Query weighing_query(const TextQuery& text) {
  auto weight = std::make_unique<Xapian::FixedWeightPostingSource>(kEveryPart);
  const Xapian::Query first(Xapian::Query::OP_FILTER, Xapian::Query(weight.release()->release()), any_or_all(text.parts, true));
  return with_reference({Xapian::Query::OP_AND_MAYBE, any_or_all(text.parts, false), first}, text.reference);
}

Xapian::Query filter_query(const Selection& selection) {
  std::vector<Xapian::Query> all;
  for (std::size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<FacetId>(f);
    if (facet == FacetId::kExemption || facet == FacetId::kStatus || selection.values[f].empty()) continue;
    std::vector<Xapian::Query> terms;
    for (const std::string& value : selection.values[f]) terms.emplace_back(exact_term(field_of(facet), value));
    all.push_back(any_or_all(terms, selection.match_all));
  }
  if (const auto terms = citation_terms(selection); !terms.empty()) all.push_back(any_or_all(terms, selection.match_all));
  if (selection.dated()) all.push_back(date_range(selection));
  return any_or_all(all, true);
}

}  // namespace foi::index
