#include "indexer/understand/stated_figures.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "indexer/understand/cues.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

// A longer sentence is a page without stops, in words; a row of a list is shorter; a line that runs on into the next is longer, in bytes.
constexpr std::size_t kMostWords = 60, kRowWords = 10, kShortLine = 50;
// A longer number is a telephone's or an account's, in digits.
constexpr std::size_t kMostDigits = 9;

// A sentence with one of these tells of the law, of the request, of what is held, of what might be or is not.
constexpr CueTable kNoFact = {
    "not",        "no",         "never",     "none",      "nothing",    "neither",      "nor",          "cannot",     "can't",
    "don't",      "doesn't",    "isn't",     "aren't",    "won't",      "didn't",       "wouldn't",     "couldn't",   "hold",
    "holds",      "held",       "request",   "requested", "requests",   "asked",        "ask",          "section",    "sections",
    "act",        "foia",       "foi",       "eir",       "regulation", "regulations",  "exempt",       "exemption",  "exemptions",
    "exception",  "withheld",   "withhold",  "refuse",    "refused",    "refusing",     "decline",      "would",      "could",
    "might",      "may",        "if",        "should",    "whether",    "prejudice",    "likely",       "interest",   "disclosure",
    "disclose",   "disclosing", "releasing", "article",   "estimate",   "estimated",    "hours",        "minutes",    "search",
    "review",     "complaint",  "complain",  "decision",  "received",   "letter",       "email",        "e-mail",     "wrote",
    "question",   "questions",  "seek",      "seeking",   "want",       "until",        "unless",       "because",    "since",
    "commercial", "bidders",    "tender",    "weeks",     "applies",    "apply",        "applied",      "balance",    "favour",
    "against",    "identify",   "draft",     "published", "publish",    "pages",        "page",         "documents",  "document",
    "records",    "file",       "files",     "messages",  "emails",     "working",      "days",         "day",        "tel",
    "helpline",   "telephone",  "reference", "ref",       "ico",        "commissioner", "confidential", "withholding"};
constexpr CueTable kRefuses = {"withheld", "withhold", "withholding", "exempt",  "exemption",  "refuse", "refused",
                               "refusing", "decline",  "exception",   "engaged", "regulation", "reg"};
constexpr CueTable kRights = {"right", "rights", "entitles", "entitled"};
// "Part 2" numbers a thing.
constexpr CueTable kNumbered = {"part",    "item",  "items", "annex", "appendix", "paragraph", "paragraphs",
                                "version", "stage", "table", "note",  "point",    "schedule"};
constexpr CueTable kMonths = {"january", "february", "march",     "april",   "may",      "june",
                              "july",    "august",   "september", "october", "november", "december"};

struct Sentence {
  Words words;
  bool row = false;  // of a list or a table
};

bool is_year(std::string_view word) { return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")); }

// A figure: digits that are no number of a section "43(2)", of a list "1.", of a reference "24/1190" or of a telephone.
bool is_figure(std::string_view text, std::string_view word) {
  constexpr std::string_view pound = "\u00A3";
  if (word.starts_with(pound)) word.remove_prefix(pound.size());
  if (word.empty()) return false;
  if (word.size() > kMostDigits || !std::ranges::all_of(word, is_digit) || is_year(word)) return false;
  const auto at = static_cast<std::size_t>(word.data() - text.data());
  const char before = at == 0 ? ' ' : text[at - 1], after = at + word.size() < text.size() ? text[at + word.size()] : ' ';
  constexpr std::string_view joined = "(/-_.";
  if (joined.find(before) != std::string_view::npos) return false;
  return after != '(' && after != ')' && after != '/' && after != '-' && after != '_';
}

// Says that something is kept, or names what may keep it: "section 10" is of time, section 188 of another law, and section 21 of what is to
// be had elsewhere. What is said to the reader tells of the request. Precondition: there is a word.
bool refuses(const Words& words, Figures figures) {
  static constexpr CueTable sections = {"section", "sections", "s"};
  static constexpr CueTable to_reader = {"you", "your"};
  constexpr int first = 12, last = 44, published = 21, published_in_scotland = 25, duty = 16, notice = 17;
  if (among(to_reader, words.front())) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (among(kRefuses, words[i])) return true;
    if (!among(sections, words[i])) continue;
    const int number = i + 1 < words.size() ? std::atoi(std::string(words[i + 1].substr(0, 3)).c_str()) : 0;
    const bool elsewhere = figures == Figures::before_keeping && (number == published || number == published_in_scotland);
    if (number >= first && number <= last && number != duty && number != notice && !elsewhere) return true;
  }
  return false;
}

bool states_one(std::string_view text, const Sentence& sentence) {
  const auto& words = sentence.words;
  if (words.size() < 2 || words.size() > kMostWords) return false;
  const auto dials = [](std::string_view word) { return word.size() > 2 && word[0] == '0' && is_digit(word[1]); };
  for (std::size_t i = 0; i < words.size(); ++i)
    if ((among(kNoFact, words[i]) && !is_month_of_may(words, i)) || dials(words[i])) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_figure(text, words[i])) continue;
    // "3 May", "May 3" and the marker of a list, "2." or "2.1".
    const bool dated =
        words[i].size() <= 2 && ((i > 0 && among(kMonths, words[i - 1])) || (i + 1 < words.size() && among(kMonths, words[i + 1])));
    const auto after = static_cast<std::size_t>(words[i].data() - text.data()) + words[i].size();
    const bool marker = i == 0 && after < text.size() && text[after] == '.';
    const bool numbers = i > 0 && among(kNumbered, words[i - 1]);
    if (!dated && !marker && !numbers) return true;
  }
  return false;
}

// "The number of complaints received in 2023 was 1,118": said of nothing but what was counted, wherever it stands.
bool counts_outright(std::string_view text, const Words& words) {
  static constexpr CueTable is = {"was", "is", "were", "are"};
  static constexpr CueTable counted = {"received", "complaint", "requests", "letter", "emails", "messages", "tender", "draft"};
  if (words.size() < 6 || words.size() > kMostWords || words[0] != "the") return false;
  const std::size_t number = words[1] == "total" ? 2 : 1;
  if (words[number] != "number" || words[number + 1] != "of") return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (among(kNoFact, words[i]) && !among(counted, words[i]) && !is_month_of_may(words, i)) return false;
  for (std::size_t i = number + 2; i + 1 < words.size(); ++i)
    if (among(is, words[i]) && is_figure(text, words[i + 1])) return true;
  return false;
}

// "Price: withheld under section 43(2)", "Director - not disclosed": what a row of a form says of what it names.
enum class Row : std::uint8_t { none, gives, refuses };

Row row_of(std::string_view line) {
  // Of the letter, its law and what was decided, whatever it says of them.
  static constexpr CueTable of_letter = {
      "ref",        "reference",  "dear",      "tel",      "telephone", "phone",      "fax",      "email",     "e-mail",
      "from",       "to",         "subject",   "request",  "requested", "received",   "question", "questions", "case",
      "foi",        "decision",   "outcome",   "result",   "status",    "response",   "answer",   "reply",     "exemption",
      "exemptions", "section",    "exception", "reason",   "reasons",   "regulation", "title",    "page",      "note",
      "interest",   "disclosure", "your",      "our",      "we",        "i",          "for",      "against",   "http",
      "https",      "hours",      "time",      "estimate", "act",       "applied",    "applies",  "website"};
  static constexpr CueTable letters_own = {"date", "dated", "information"};
  static constexpr CueTable keeps = {"withheld", "exempt", "refused", "not disclosed", "not released", "not provided", "redacted"};
  static constexpr CueTable nothing = {"not held", "not",       "no",      "none",    "n/a", "not applicable",
                                       "see",      "published", "unknown", "section", "s"};
  constexpr std::size_t most = 160, label_most = 60;  // bytes
  std::size_t at = line.find(": "), mark = 2;
  if (at == std::string_view::npos) at = line.find(" - "), mark = 3;
  if (at == std::string_view::npos || at > label_most || line.size() > most) return Row::none;
  const std::string_view label = line.substr(0, at), value = bare(line.substr(at + mark));
  if (bare(label).empty() || value.empty() || has_any(label, of_letter) || !prefix_of(bare(label), letters_own).empty()) return Row::none;
  if (!prefix_of(value, keeps).empty()) return Row::refuses;
  return has_any(value, keeps) || !prefix_of(value, nothing).empty() ? Row::none : Row::gives;
}

template <class Take>
void each_sentence(std::string_view text, Take take) {
  Sentence sentence;
  std::size_t line = 0;
  const auto end_sentence = [&](bool row) {
    sentence.row = row;
    if (!sentence.words.empty()) take(sentence);
    sentence.words.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '\n') {
      const bool breaks = i - line < kShortLine || (i + 1 < text.size() && text[i + 1] == '\n');
      if (breaks) end_sentence(sentence.words.size() <= kRowWords);
      line = ++i;
    } else if (c == '-' && i > 0 && text[i - 1] == ' ' && text.substr(i + 1).starts_with(' ')) {
      // Bullets that were joined to one paragraph.
      end_sentence(sentence.words.size() <= kRowWords);
      ++i;
    } else if ((c == '.' || c == '?' || c == '!' || c == ';') && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n')) {
      // The number of a list stays with what it counts.
      if (sentence.words.size() != 1 || !is_digit(sentence.words.front().front())) end_sentence(false);
      ++i;
    } else if (is_word(c)) {
      std::size_t end = i;
      while (end < text.size() &&
             (is_word(text[end]) || ((text[end] == '\'' || text[end] == ',') && end + 1 < text.size() && is_word(text[end + 1]))))
        ++end;
      sentence.words.push_back(text.substr(i, std::min(end, text.find(',', i)) - i));
      i = end;
    } else {
      ++i;
    }
  }
  end_sentence(sentence.words.size() <= kRowWords);
}

}  // namespace

bool states_figures(std::string_view lower, Figures figures) {
  bool stated = false, refused = false;
  each_sentence(lower, [&](const Sentence& sentence) {
    if (stated) return;
    const bool read = !refused || (figures == Figures::rows_too && sentence.row);
    stated = (read && states_one(lower, sentence)) || (refused && counts_outright(lower, sentence.words));
    // "You have a right to be told, unless it is exempt" refuses nothing.
    const bool rights = std::ranges::any_of(sentence.words, [](std::string_view word) { return among(kRights, word); });
    refused = refused || (!rights && refuses(sentence.words, figures));
  });
  return stated;
}

bool gives_rows_beside_refused(std::string_view lower) {
  bool gives = false, refuses = false;
  for (std::size_t start = 0; start < lower.size();) {
    const std::size_t end = std::min(lower.find('\n', start), lower.size());
    const Row row = row_of(lower.substr(start, end - start));
    start = end + 1;
    // What stands between them ends a run of rows.
    if (row == Row::none) {
      gives = refuses = false;
      continue;
    }
    gives = gives || row == Row::gives;
    refuses = refuses || row == Row::refuses;
    if (gives && refuses) return true;
  }
  return false;
}

}  // namespace foi::understand
