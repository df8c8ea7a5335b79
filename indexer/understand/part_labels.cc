#include "indexer/understand/part_labels.h"

#include <algorithm>
#include <array>

#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"

namespace foi::understand {

namespace {

using Form = PartLabel::Form;
using Kind = SentencePiece::Kind;

// A request has no more parts than this that anybody would name.
constexpr int kMostParts = 60;

constexpr CueTable kParts = {"question", "questions", "q",     "qs",    "item",    "items",   "part",     "parts", "point",
                             "points",   "limb",      "limbs", "query", "queries", "element", "elements", "row"};
constexpr std::array<std::string_view, 10> kOrdinals = {"first", "second",  "third",  "fourth", "fifth",
                                                        "sixth", "seventh", "eighth", "ninth",  "tenth"};

bool is_year(std::string_view word) { return word.size() == 4 && std::ranges::all_of(word, is_digit); }
bool is_number(std::string_view word) { return !word.empty() && word.size() <= 2 && std::ranges::all_of(word, is_digit); }

class Lexer {
 public:
  Lexer(std::string_view lower, const std::vector<Span>& citations) : lower_(lower), citations_(citations) {}

  std::vector<SentencePiece> run() && {
    for (std::size_t at = 0; at < lower_.size() && pieces_.size() < kMaxPieces;) at = read(at);
    return std::move(pieces_);
  }

 private:
  std::size_t read(std::size_t at) {
    while (next_ < citations_.size() && citations_[next_].end <= at) ++next_;
    if (next_ < citations_.size() && citations_[next_].contains(at)) {
      add({Kind::citation, at, {}, {}, next_});
      return citations_[next_].end;
    }
    const char c = lower_[at];
    if (c == '(') return bracket(at);
    if (c == ')') open_ = false;
    if (c == ',' || c == ';' || c == ':') {
      add({Kind::mark, at, lower_.substr(at, 1), {}, 0});
      return at + 1;
    }
    return is_word(c) ? word(at) : at + 1;
  }

  // "(b)" after a space; "2(b)" is said of question 2.
  std::size_t bracket(std::size_t at) {
    constexpr std::size_t longest = 6;  // "(viii)"
    const std::size_t length = lower_.substr(at, longest).find(')');
    open_ = length == std::string_view::npos;
    if (open_) return at + 1;
    const std::size_t close = at + length;
    const auto label = label_of(lower_.substr(at + 1, close - at - 1));
    const bool alone = at == 0 || !is_word(lower_[at - 1]);
    if (!label) {
      open_ = true;
      return at + 1;
    }
    if (alone && (label->form != Form::number || leads_to_number())) add({Kind::label, at, {}, *label, 0});
    return close + 1;
  }
  // "On (1) and (2)", "(1) the survey"; "misread tests (4)" is a count.
  bool leads_to_number() const {
    static constexpr CueTable kLeads = {"on", "to", "for",       "of",   "under", "in",   "and",
                                        "or", "as", "regarding", "both", "with",  "that", "not"};
    return pieces_.empty() || pieces_.back().kind != Kind::word || among(kLeads, pieces_.back().word) || among(kParts, pieces_.back().word);
  }

  std::size_t word(std::size_t at) {
    std::size_t end = at;
    while (end < lower_.size() && (is_word(lower_[end]) || lower_[end] == '\'')) ++end;
    const std::string_view found = lower_.substr(at, end - at);
    const char after = end < lower_.size() ? lower_[end] : '\n';
    if (const auto label = at_word(found, after, end))
      add({Kind::label, at, {}, *label, 0});
    else
      add({Kind::word, at, found, {}, 0});
    return end;
  }

  std::optional<PartLabel> at_word(std::string_view word, char after, std::size_t end) const {
    // "b)", and not the end of "(see annex b)".
    if (after == ')' && !open_)
      if (const auto label = label_of(word)) return label;
    // "Q7", and not "Q4 2023".
    if (word.size() > 1 && word[0] == 'q' && is_digit(word[1]) && !is_year(word_from(end))) return label_of(word.substr(1));
    if (const auto ordinal = std::ranges::find(kOrdinals, word); ordinal != kOrdinals.end() && is_part_ordinal(end))
      return PartLabel{Form::ordinal, static_cast<int>(ordinal - kOrdinals.begin()) + 1};
    if (is_rest(word, end)) return PartLabel{Form::rest, 0};
    // "2: confirmed", "the information at 2 was withheld", "in relation to 4, the post was given".
    if (is_digit(word[0]) && ((pieces_.empty() && after == ':') || (follows_place() && ends_label(end)))) return label_of(word);
    if (!follows_label_lead()) return std::nullopt;
    // A letter that is a word, too ("question I asked", "item a colleague"), or a number after a comma ("question 2, 14 days").
    const bool doubtful = word == "a" || word == "i" || pieces_.back().kind == Kind::mark;
    return doubtful && !ends_label(end) ? std::nullopt : label_of(word);
  }

  // "the first and third questions", "your second point"; not "the first decision", "the first of May".
  bool is_part_ordinal(std::size_t end) const {
    static constexpr CueTable kBefore = {"the", "your", "and", "or", "his", "her", "their"};
    static constexpr CueTable kOther = {"decision", "answer",  "reply",  "response",  "refusal", "letter", "instance", "place", "time",
                                        "stage",    "review",  "of",     "tier",      "notice",  "step",   "reviewer", "look",  "to",
                                        "world",    "quarter", "person", "paragraph", "half",    "year",   "day",      "went"};
    const bool led =
        pieces_.empty() || (pieces_.back().kind == Kind::word && among(kBefore, pieces_.back().word)) || pieces_.back().kind == Kind::mark;
    return led && !among(kOther, word_from(end));
  }

  // Of the request; "the rest of the report" is of one part of it.
  bool is_rest(std::string_view word, std::size_t end) const {
    static constexpr CueTable kRest = {"rest", "remainder"};
    return among(kRest, word) && !pieces_.empty() && pieces_.back().word == "the" && word_from(end) != "of";
  }

  // "questions 1", "1 and 3" after a label.
  bool follows_label_lead() const {
    if (pieces_.empty()) return false;
    static constexpr CueTable kJoins = {"and", "or", "to", "number", "no", "nos", "numbers"};
    std::size_t i = pieces_.size();
    while (i > 0 && (pieces_[i - 1].kind == Kind::mark || (pieces_[i - 1].kind == Kind::word && among(kJoins, pieces_[i - 1].word)))) {
      if (pieces_[i - 1].word == ";" || pieces_[i - 1].word == ":") return false;
      --i;
    }
    if (i == 0) return false;
    const SentencePiece& lead = pieces_[i - 1];
    if (lead.kind == Kind::label) return lead.label.form != Form::ordinal && lead.label.form != Form::rest && i < pieces_.size();
    return lead.kind == Kind::word && among(kParts, lead.word);
  }

  bool follows_place() const {
    static constexpr CueTable kOf = {"relation", "regard", "respect", "regards", "information"};
    static constexpr CueTable kAt = {"at", "to", "of", "in", "for"};
    const std::size_t n = pieces_.size();
    const auto is = [&](std::size_t i, const auto& table) { return pieces_[i].kind == Kind::word && among(table, pieces_[i].word); };
    return (n > 1 && is(n - 1, kAt) && is(n - 2, kOf)) || (n > 0 && pieces_[n - 1].word == "regards");
  }

  bool ends_label(std::size_t end) const {
    if (end >= lower_.size()) return true;
    // "2.5 million", "1,500", "10%", "24/25"
    const bool figure = (lower_[end] == '.' || lower_[end] == ',') && end + 1 < lower_.size() && is_digit(lower_[end + 1]);
    if (figure || std::string_view("%/(").find(lower_[end]) != std::string_view::npos) return false;
    if (lower_[end] != ' ') return true;
    static constexpr CueTable kAfter = {"and", "or", "to", "is", "was", "were", "are", "stands", "succeeds", "fails", "only", "but"};
    return among(kAfter, word_from(end));
  }

  std::string_view word_from(std::size_t at) const {
    while (at < lower_.size() && lower_[at] == ' ') ++at;
    std::size_t end = at;
    while (end < lower_.size() && is_word(lower_[end])) ++end;
    return lower_.substr(at, end - at);
  }

  // "1 to 3" are three.
  void add(SentencePiece piece) {
    if (piece.kind == Kind::label && pieces_.size() >= 2) {
      const SentencePiece& to = pieces_.back();
      const SentencePiece from = pieces_[pieces_.size() - 2];
      const bool range = to.kind == Kind::word && to.word == "to" && from.kind == Kind::label && from.label.form == piece.label.form;
      for (int n = from.label.number + 1; range && n < piece.label.number && pieces_.size() < kMaxPieces; ++n)
        pieces_.push_back({Kind::label, piece.at, {}, {piece.label.form, n}, 0});
    }
    if (pieces_.size() < kMaxPieces) pieces_.push_back(piece);
  }

  std::string_view lower_;
  const std::vector<Span>& citations_;
  std::size_t next_ = 0;
  bool open_ = false;  // in brackets that hold more than a label
  std::vector<SentencePiece> pieces_;
};

}  // namespace

bool is_part_noun(std::string_view word) { return among(kParts, word); }

std::optional<PartLabel> label_of(std::string_view word) {
  if (word.empty() || word.size() > 4) return std::nullopt;
  std::size_t digits = 0;
  while (digits < word.size() && is_digit(word[digits])) ++digits;
  if (digits > 0) {
    const bool part_of_one = digits + 1 == word.size() && is_lower(word[digits]);
    if (!is_number(word.substr(0, digits)) || (digits < word.size() && !part_of_one)) return std::nullopt;
    int number = 0;
    for (const char c : word.substr(0, digits)) number = number * 10 + (c - '0');
    return number > 0 && number <= kMostParts ? std::optional(PartLabel{Form::number, number}) : std::nullopt;
  }
  if (const int roman = roman_value(word); roman > 0) return PartLabel{Form::roman, roman};
  if (word.size() == 1 && is_lower(word[0])) return PartLabel{Form::letter, word[0] - 'a' + 1};
  return std::nullopt;
}

std::vector<PartLabel> labels_leading(std::string_view lower, bool cell) {
  constexpr std::size_t longest = 48;  // bytes: "questions 1, 2, 3 and 4"
  std::vector<PartLabel> labels;
  const std::size_t start = lower.find_first_not_of(" *_\"|");
  if (start == std::string_view::npos) return labels;
  std::string_view line = lower.substr(start, longest);
  // A bare mark of a list: "1." and "(a)"; in a cell "2" is one, and "2 and 3".
  if (const auto marker = marker_of(line); marker && !marker->label.empty() && marker->style != MarkerStyle::kAnswer) {
    const auto first = label_of(marker->label);
    if (first && marker->last > marker->number && marker->named.empty())
      for (int n = marker->number; n <= std::min(marker->last, kMostParts); ++n) labels.push_back({first->form, n});
    else if (first && !marker->named.empty())
      for (const int n : marker->named) labels.push_back({first->form, n});
    else if (first)
      labels.push_back(*first);
    if (!labels.empty()) return labels;
  }
  bool noun = false;
  for (const SentencePiece& piece : pieces_of(line, {})) {
    if (piece.kind == Kind::mark && piece.word == ",") continue;
    if (piece.kind == Kind::label && piece.label.form != Form::ordinal && piece.label.form != Form::rest) {
      labels.push_back(piece.label);
      continue;
    }
    if (piece.kind != Kind::word) break;
    if (among(kParts, piece.word) && labels.empty()) {
      noun = true;
      continue;
    }
    if (piece.word == "and" || piece.word == "to") continue;
    if (cell && !noun)
      if (const auto label = label_of(piece.word); label && label->form == Form::number) {
        labels.push_back(*label);
        continue;
      }
    break;
  }
  return labels;
}

bool same_part(PartLabel a, PartLabel b) {
  const auto apart = [](Form form) { return form == Form::rest || form == Form::subject; };
  if (apart(a.form) || apart(b.form)) return a == b;
  return a.number == b.number && (a.form == b.form || a.form == Form::ordinal || b.form == Form::ordinal);
}

std::vector<SentencePiece> pieces_of(std::string_view lower, const std::vector<Span>& citations) { return Lexer(lower, citations).run(); }

}  // namespace foi::understand
