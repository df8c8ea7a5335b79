#include "indexer/understand/citation_links.h"

#include <algorithm>
#include <iterator>

#include "indexer/understand/cues.h"
#include "indexer/understand/verdict_words.h"

namespace foi::understand {

bool only_links(std::string_view gap) {
  static constexpr std::string_view links[] = {
      "under",      "on",         "the",         "an",       "a",         "exemption", "exemptions", "exception",   "exceptions",
      "of",         "in",         "at",          "by",       "virtue",    "pursuant",  "to",         "with",        "for",
      "from",       "disclosure", "information", "this",     "it",        "release",   "both",       "either",      "our",
      "its",        "use",        "reliance",    "relevant", "provided",  "contained", "set",        "out",         "that",
      "within",     "per",        "as",          "due",      "because",   "and",       "also",       "or",          "accordance",
      "line",       "following",  "grounds",     "ground",   "basis",     "terms",     "meaning",    "scope",       "provisions",
      "found",      "s",          "foi",         "foia",     "act",       "subject",   "engaged",    "application", "namely",
      "your",       "request",    "upon",        "fully",    "part",      "qualified", "absolute",   "be",          "been",
      "these",      "their",      "names",       "all",      "some",      "any",       "those",      "document",    "documents",
      "material",   "provision",  "we",          "believe",  "consider",  "is",        "are",        "exempt",      "further",
      "additional", "different",  "nor",         "question", "questions", "item",      "items",      "point",       "points",
      "parts",      "requests",   "number",      "numbers"};
  // "(a)", "B", "2": what is refused, by its place in the list.
  const auto is_label = [](std::string_view word) { return word.size() == 1 && word != "i"; };
  for (std::string_view rest = gap;;) {
    while (!rest.empty() && !is_word(rest.front())) {
      if (rest.front() == ';' || rest.front() == '.' || rest.front() == '\n') return false;
      rest.remove_prefix(1);
    }
    std::size_t n = 0;
    while (n < rest.size() && is_word(rest[n])) ++n;
    if (n == 0) return true;
    if (!is_label(rest.substr(0, n)) && std::ranges::find(links, rest.substr(0, n)) == std::end(links)) return false;
    rest.remove_prefix(n);
  }
}

bool continues_list(std::string_view gap) {
  static constexpr std::string_view leading[] = {"and",  "to", "for",   "as",    "part",   "request", "question", "questions",
                                                 "item", "q",  "point", "items", "number", "parts",   "the",      "rest"};
  static constexpr std::string_view governing[] = {"under", "by", "on", "with", "by virtue of", "under the", "it cited", "it was", ""};
  const std::size_t stop = gap.find_last_of(";,");
  if (stop == std::string_view::npos) return false;
  std::string_view rest = skip_words(gap.substr(stop + 1), leading);
  std::size_t n = 0;
  while (!rest.empty() && !is_word(rest.front())) rest.remove_prefix(1);
  while (n < rest.size() && is_word(rest[n])) ++n;
  const bool label = n == 1 || (n <= 3 && rest.substr(0, n).find_first_not_of("iv") == std::string_view::npos);
  const bool bracketed = n < rest.size() && rest[n] == ')';
  return n > 0 && label && (rest[0] != 'i' || bracketed) && is_one_of(bare(rest.substr(n)), governing);
}

bool substitutes_it(std::string_view gap) {
  static constexpr std::string_view ends[] = {"substitute it for",    "substitute that for",  "substitute this for", "substituted it for",
                                              "substituted this for", "substituted that for", "takes the place of",  "take the place of",
                                              "put it in place of",   "use it in place of",   "use it instead of"};
  static constexpr std::string_view doubts[] = {"not", "may", "might", "could", "whether", "if", "would"};
  const std::string_view words = bare(gap);
  return !has_any(words, doubts) && std::ranges::any_of(ends, [&](std::string_view end) { return words.ends_with(end); });
}

bool exchanges(std::string_view before, std::string_view gap) {
  static constexpr std::string_view verbs[] = {"replace", "replaced", "replacing", "replaces", "swapped", "exchanged"};
  static constexpr std::string_view doubts[] = {"may", "might", "whether", "if", "not", "would", "could"};
  if (gap.size() > kGoverned || has_any(before, doubts) || has_any(gap, doubts)) return false;
  const bool active = has_any(before, verbs) && (has_phrase(gap, "with") || has_phrase(gap, "by") || has_phrase(gap, "for"));
  return active || has_phrase(gap, "replaced by") || has_phrase(gap, "replaced with");
}

bool has_break(std::string_view gap) {
  static constexpr std::string_view breaks[] = {
      "but",           "however",  "although",     "though",        "while",        "whilst",    "whereas", "and we",
      "and i",         "and the",  "and it",       "and that",      "and is",       "and isn't", "and are", "and aren't",
      "and do",        "and does", "and will",     "and no longer", "and has",      "and have",  "and am",  "and also",
      "and therefore", "and so",   "and withdraw", "and uphold",    "and overturn", "and apply", "and rely"};
  return gap.find(';') != std::string_view::npos || has_any(gap, breaks);
}

// text ends in one of the phrases as whole words, with or without articles behind it.
static bool ends_in_any(std::string_view text, Cues ends, Cues articles) {
  for (std::string_view article : articles)
    if (text.ends_with(article)) text.remove_suffix(article.size());
  return std::ranges::any_of(ends, [&](std::string_view end) {
    return text.ends_with(end) && (text.size() == end.size() || !is_word(text[text.size() - end.size() - 1]));
  });
}

bool denied_directly(std::string_view before) {
  static constexpr std::string_view ends[] = {"rather than",
                                              "rather than under",
                                              "instead of",
                                              "in place of",
                                              "not",
                                              "not under",
                                              "nor",
                                              "nor under",
                                              "not on",
                                              "nor on",
                                              "except",
                                              "other than",
                                              "and not by",
                                              "not by",
                                              "without relying on",
                                              "without recourse to",
                                              "rather than on",
                                              "not as"};
  static constexpr std::string_view articles[] = {
      " the exemption in", " the exemption at", " the exemption under", " the exemption", " under", " any part of", " our use of", " the",
      " a reply",          " a refusal",        " a response",          " a decision"};
  return ends_in_any(bare(before), ends, articles);
}

bool excepted_from_decision(std::string_view before) {
  static constexpr std::string_view ends[] = {"except in relation to",
                                              "except in respect of",
                                              "except as regards",
                                              "except as to",
                                              "except for",
                                              "with the exception of",
                                              "save for",
                                              "save in relation to",
                                              "save in respect of",
                                              "save as to",
                                              "apart from",
                                              "other than in relation to",
                                              "other than for",
                                              "other than",
                                              "except",
                                              "aside from"};
  static constexpr std::string_view articles[] = {" the use of",       " our use of",    " the exemption in",
                                                  " the exemption at", " the exemption", " the"};
  return ends_in_any(bare(before), ends, articles);
}

std::optional<Act> fate_of_exception(std::string_view decision) {
  static constexpr CueTable whole = {"decision", "response",   "all",        "any",     "both", "these",
                                     "those",    "exemptions", "exceptions", "refusal", "each"};
  static constexpr CueTable complaints = {"complaint", "appeal"};
  static constexpr CueTable upheld = {"uphold", "upheld", "upholds", "stand", "stands", "confirm", "confirmed", "maintain", "maintained"};
  static constexpr CueTable overturned = {"overturn", "overturned", "overturns", "set aside", "reversed", "quashed"};
  static constexpr CueTable nots = {"not", "cannot", "none", "neither"};
  const bool complaint = has_any(decision, complaints);
  if (!complaint && !has_any(decision, whole)) return std::nullopt;
  const bool up = has_any(decision, upheld), down = has_any(decision, overturned);
  if (up == down) return std::nullopt;
  const bool stands = (up != has_any(decision, nots)) != complaint;
  return stands ? Act::kOverturned : Act::kUpheld;
}

bool leads_by_preposition(std::string_view before) {
  static constexpr std::string_view ends[] = {"under",
                                              "per",
                                              "pursuant to",
                                              "in accordance with",
                                              "in line with",
                                              "due to",
                                              "owing to",
                                              "because of",
                                              "by virtue of",
                                              "on the basis of",
                                              "on the grounds of",
                                              "by reason of",
                                              "in terms of",
                                              "on account of",
                                              "a breach of",
                                              "breach",
                                              "as per",
                                              "further to",
                                              "as defined by",
                                              "as defined in",
                                              "as permitted by",
                                              "by",
                                              "as set out in",
                                              "in reliance on",
                                              "on grounds of",
                                              "for reasons of",
                                              "in the light of",
                                              "in light of",
                                              "in view of",
                                              "to take account of",
                                              "as a result of",
                                              "thanks to",
                                              "behind",
                                              "in keeping with",
                                              "as required by"};
  std::string_view text = bare(before);
  static constexpr std::string_view articles[] = {
      " the exemption in", " the exemption at", " the exemption", " the provisions of", " the terms of", " the", " exemption"};
  for (std::string_view article : articles)
    if (text.ends_with(article)) text.remove_suffix(article.size());
  return std::ranges::any_of(ends, [&](std::string_view end) {
    return text.ends_with(end) && (text.size() == end.size() || !is_word(text[text.size() - end.size() - 1]));
  });
}

bool begins_with_pronoun(std::string_view gap) {
  constexpr std::string_view pronouns[] = {"this", "that", "it", "these", "them", "those", "both"};
  const std::string_view word = prefix_of(bare(gap), pronouns);
  constexpr std::string_view laws[] = {"exemption", "exception", "section", "ground"};
  return !word.empty() && prefix_of(bare(bare(gap).substr(word.size())), laws).empty();
}

}  // namespace foi::understand
