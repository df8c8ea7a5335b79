#include "indexer/understand/review_moves.h"

#include <algorithm>
#include <cstddef>

#include "indexer/understand/citation_voice.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

// A sentence is read up to so many words: what is longer is a table or a list. A verdict in a cell or a line of its own is shorter.
constexpr std::size_t kMostWords = 90, kCellWords = 6;
// Words between an auxiliary and its participle, between a verb and what it says, and in which a "not" denies it.
constexpr std::size_t kToParticiple = 4, kToPlace = 4, kDenial = 4;

constexpr CueTable kNot = {"not",   "cannot", "can't", "isn't", "aren't", "wasn't",  "weren't",  "doesn't", "don't",
                           "won't", "didn't", "no",    "nor",   "never",  "neither", "couldn't", "unable",  "nothing"};
// Thought of, told of the time before, or of another's wish.
constexpr CueTable kOpen = {"whether", "if", "would", "could", "might", "unless", "should", "were", "was", "had", "asked", "wanted"};

// "Is now enclosed", "are lifted", "come to you", "goes with this letter", "you have the study herewith", "put back".
bool gives_at(const Words& words, std::size_t i) {
  static constexpr CueTable kAux = {"is", "are", "been", "being", "now", "comes", "come", "therefore", "have", "has", "it's", "they're"};
  static constexpr CueTable kGiven = {"released", "disclosed", "enclosed", "attached", "lifted",
                                      "freed",    "supplied",  "unmasked", "restored", "provided"};
  static constexpr CueTable kWith = {"with", "herewith"};
  static constexpr CueTable kGoes = {"goes", "go", "comes", "come"};
  static constexpr CueTable kYou = {"you", "you'll"};
  static constexpr CueTable kFind = {"find", "have", "receive", "get"};
  static constexpr CueTable kHere = {"enclosed", "attached", "herewith"};
  if (among(kGiven, words[i]) && among_any(words, back_from(i, kToParticiple), i, kAux)) return true;
  if (among(kYou, words[i]) && among_any(words, i + 1, i + 3, kFind) && among_any(words, i + 2, words.size(), kHere)) return true;
  if (among(kGoes, words[i]) && i + 1 < words.size() && among(kWith, words[i + 1])) return true;
  if (words[i] == "put" && i + 1 < words.size() && words[i + 1] == "back") return true;
  static constexpr CueTable kAccompanies = {"accompanies", "accompany"};
  static constexpr CueTable kPapers = {"leaflet", "note", "notes", "form", "policy", "rights", "guide", "guidance"};
  if (among(kAccompanies, words[i]) && i + 2 < words.size() && words[i + 1] == "this" && words[i + 2] == "letter")
    return !among_any(words, 0, i, kPapers);
  return among(kGoes, words[i]) && i + 2 < words.size() && words[i + 1] == "to" && words[i + 2] == "you";
}

// "Must stay out", "remain undisclosed", "stays for the eleven names", "properly removed", "had it right", "come to the same view".
bool keeps_at(const Words& words, std::size_t i) {
  static constexpr CueTable kStays = {"stay", "stays", "remain", "remains"};
  static constexpr CueTable kPlace = {"out",   "closed", "undisclosed", "withheld", "put",  "covered", "exempt", "for",  "blank",
                                      "black", "hidden", "masked",      "redacted", "back", "in",      "as",     "under"};
  static constexpr CueTable kRightly = {"properly", "rightly", "correctly"};
  static constexpr CueTable kDone = {"removed", "withheld", "used", "taken", "kept", "relied", "refused", "applied", "redacted", "blanked"};
  static constexpr CueTable kIt = {"it", "that", "this"};
  static constexpr CueTable kCome = {"come", "came", "take", "took", "reach", "reached"};
  static constexpr CueTable kGoesOn = {"continue", "continues"};
  if (among(kStays, words[i]) && among_any(words, i + 1, i + 1 + kToPlace, kPlace)) return true;
  if (among(kGoesOn, words[i]) && i + 3 < words.size() && words[i + 1] == "to" && words[i + 2] == "be" && among(kDone, words[i + 3]))
    return true;
  if (among(kRightly, words[i]) && among_any(words, i + 1, i + 3, kDone)) return true;
  if (words[i] == "right" && i > 1 && among(kIt, words[i - 1]) && (words[i - 2] == "had" || words[i - 2] == "got")) return true;
  static constexpr CueTable kSame = {"view", "conclusion", "decision"};
  return among(kSame, words[i]) && i > 1 && words[i - 1] == "same" && among_any(words, back_from(i, 6), i, kCome);
}

// "The names will not be released", "no further information will be disclosed": refused for the time to come. from: where the clause
// begins. Not "no reason why it cannot be disclosed", "your name will not be disclosed to anybody else".
bool withholds_at(const Words& words, std::size_t from, std::size_t i) {
  static constexpr CueTable kGiven = {"released", "disclosed", "provided", "supplied", "published"};
  static constexpr CueTable kWill = {"will", "cannot", "can't"};
  static constexpr CueTable kNone = {"not", "no", "nothing", "cannot", "can't"};
  static constexpr CueTable kOther = {"reason", "why", "agree", "wrong", "your", "charge", "fee", "anybody", "anyone"};
  from = std::max(from, back_from(i, 8));
  return among(kGiven, words[i]) && i > 0 && words[i - 1] == "be" && among_any(words, from, i, kWill) && among_any(words, from, i, kNone) &&
         !among_any(words, from, std::min(words.size(), i + 4), kOther);
}

// A cell, or a paragraph's first words: "Confirmed.", "The same", "No change", "Released".
void read_cell(const Words& words, ReviewMoves& moves) {
  static constexpr CueTable kGiven = {"released", "disclosed", "lifted", "freed", "enclosed", "replaced"};
  static constexpr CueTable kKept = {"confirmed", "stands", "same", "unchanged", "upheld"};
  if (words.empty() || words.size() > kCellWords || among_any(words, 0, words.size(), kOpen)) return;
  const bool denied = among_any(words, 0, words.size(), kNot);
  moves.gives = moves.gives || (!denied && among_any(words, 0, words.size(), kGiven));
  const bool stays = words.back() == "stay" || words.back() == "stays";
  moves.keeps = moves.keeps || (!denied && (stays || among_any(words, 0, words.size(), kKept))) ||
                (words.size() == 2 && words[0] == "no" && words[1] == "change");
}

void read_sentence(const Words& words, ReviewMoves& moves) {
  if (!words.empty() && words.front() == "if") return;
  static constexpr CueTable kBegins = {"the", "a", "an", "it", "this", "these", "those", "they", "i", "we", "you"};
  std::size_t clause = 0;  // "should not have been refused, and the report is enclosed": what is thought of is over
  for (std::size_t i = 0; i < words.size(); ++i) {
    // Not "names and salaries".
    const bool joins = words[i] == "and" && i + 1 < words.size() && among(kBegins, words[i + 1]);
    if (joins || words[i] == "but" || words[i] == "so") clause = i + 1;
    const bool open = among_any(words, std::max(clause, back_from(i, kDenial + kToParticiple)), i, kOpen);
    const bool denied = among_any(words, std::max(clause, back_from(i, kDenial)), i, kNot);
    if (!open && !denied) moves.gives = moves.gives || gives_at(words, i);
    // "Was properly removed" judges what was done.
    if (!denied) moves.keeps = moves.keeps || keeps_at(words, i);
    if (!open) moves.keeps = moves.keeps || withholds_at(words, clause, i);
  }
}

// Each sentence, and each cell of a row, but questions.
template <class Take>
void each_piece(std::string_view lower, Take take) {
  const auto stops = [&](std::size_t i) {
    const char c = lower[i];
    return c == '\t' || c == '|' || c == ';' || (c == '\n' && i + 1 < lower.size() && lower[i + 1] == '\n') ||
           ((c == '.' || c == '?' || c == '!') && (i + 1 == lower.size() || lower[i + 1] == ' ' || lower[i + 1] == '\n'));
  };
  for (std::size_t at = 0; at < lower.size();) {
    std::size_t end = at;
    while (end < lower.size() && !stops(end)) ++end;
    if (end == lower.size() || lower[end] != '?') take(lower.substr(at, end - at));
    at = end + 1;
  }
}

// "Upholds the reply in part", "partly upheld".
bool upholds_in_part(const Words& words) {
  static constexpr CueTable kPartly = {"partly", "partially"};
  constexpr std::size_t reach = 8;  // words
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].starts_with("uph")) continue;
    for (std::size_t k = i + 1; k < std::min(words.size(), i + reach); ++k)
      if (words[k] == "part" && words[k - 1] == "in") return true;
    if (among_any(words, back_from(i, 2), i, kPartly)) return true;
  }
  return false;
}

// "A bit of each", "some of both".
bool some_of_each(const Words& words) {
  static constexpr CueTable kBoth = {"each", "both"};
  static constexpr CueTable kSome = {"bit", "some", "little", "something"};
  static constexpr CueTable kDone = {"done", "did", "do"};
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (words[i] == "of" && among(kBoth, words[i + 1]) && among(kSome, words[i - 1]) && among_any(words, 0, i, kDone)) return true;
  return false;
}

// "You succeed on annex 3, and not on annex 7", "on the first point you were right, on the second I can't agree".
bool agrees_and_not(const Words& words) {
  static constexpr CueTable kWins = {"succeed", "succeeded", "win", "prevail"};
  static constexpr CueTable kPart = {"on", "as", "about", "with", "for", "to"};
  static constexpr CueTable kCannot = {"can't", "cannot", "don't", "not", "couldn't"};
  static constexpr CueTable kArgued = {"whether", "if", "said", "argue", "think", "thought"};
  bool wins = false, loses = false;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == "you" && (among(kWins, words[i + 1]) ||
                              (i + 2 < words.size() && (words[i + 1] == "were" || words[i + 1] == "are") && words[i + 2] == "right")))
      wins = true;
    if (words[i] == "not" && among(kPart, words[i + 1])) loses = true;
    if (words[i + 1] == "agree" && among(kCannot, words[i])) loses = true;
  }
  return wins && loses && !among_any(words, 0, words.size(), kArgued);
}

}  // namespace

ReviewMoves review_moves(std::string_view lower) {
  ReviewMoves moves;
  each_piece(lower, [&](std::string_view piece) {
    if (is_reported(piece)) return;
    const Words words = spoken_words(piece, kMostWords);
    read_cell(words, moves);
    read_sentence(words, moves);
  });
  return moves;
}

bool sums_up_in_part(std::string_view lower) {
  bool found = false;
  each_piece(lower, [&](std::string_view piece) {
    if (found || is_reported(piece)) return;
    const Words words = spoken_words(piece, kMostWords);
    found = upholds_in_part(words) || some_of_each(words) || agrees_and_not(words);
  });
  return found;
}

}  // namespace foi::understand
