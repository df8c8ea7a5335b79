#include "indexer/understand/whole_answer.h"

#include <algorithm>

#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// A sentence longer than this is a table or a page without stops; its beginning is read, in bytes.
constexpr std::size_t kSentenceBytes = 400;

constexpr CueTable kAll = {"everything you asked for",
                           "everything that you asked for",
                           "everything you wanted",
                           "everything you requested",
                           "everything we hold",
                           "all that you asked for",
                           "all you asked for",
                           "all that it holds",
                           "all that we hold",
                           "all we hold",
                           "all of what you asked for",
                           "all the information you requested",
                           "all of the information you requested",
                           "all the information you asked for",
                           "all of the information you asked for",
                           "all of the information that was requested",
                           "all the information requested",
                           "all of the information requested",
                           "the whole of what you asked for",
                           "your request in full",
                           "whole of your request"};
constexpr CueTable kGiven = {"enclosed",    "attached", "provided", "released", "disclosed", "supplied",  "given",  "sent",
                             "send",        "release",  "provide",  "disclose", "enclose",   "answered",  "answer", "granted",
                             "on the disc", "below",    "set out",  "overleaf", "giving",    "releasing", "attach"};
constexpr CueTable kInFull = {
    "granted in full", "granted your request in full", "disclosed in full", "released in full", "provided in full", "answered in full"};
constexpr CueTable kDenies = {"not",   "cannot", "can't", "unable", "except", "apart from", "other than", "save for", "but",
                              "isn't", "aren't", "would", "could",  "if",     "exempt",     "withheld",   "although", "unless"};
constexpr CueTable kRefused = {"withheld in full",
                               "withheld in its entirety",
                               "withheld in their entirety",
                               "all are withheld",
                               "all is withheld",
                               "all of it is withheld",
                               "all of this is withheld",
                               "all three are withheld",
                               "both are withheld",
                               "the whole is withheld",
                               "everything is withheld",
                               "all are exempt",
                               "all of it is exempt",
                               "all of this is exempt",
                               "everything is exempt",
                               "refused in full",
                               "exempt in full",
                               "exempt in its entirety",
                               "refuse it in full",
                               "able to release any of",
                               "able to provide any of",
                               "able to disclose any of",
                               "unable to release any",
                               "unable to provide any of",
                               "unable to disclose any",
                               "not be given any of it",
                               "not given any of it",
                               "cannot give you any of it",
                               "can't give you any of it",
                               "cannot release any of it",
                               "not release any of it",
                               "not disclose any of it",
                               "none of it can be disclosed",
                               "none of it can be released",
                               "none of it will be",
                               "none of this can be disclosed",
                               "none of the information can be",
                               "as everything is withheld",
                               "since the whole is withheld"};
constexpr CueTable kNotHeld = {"none of it is held",
                               "none of this is held",
                               "none of the information is held",
                               "none of what you asked for is held",
                               "any of it is held",
                               "no recorded information on any",
                               "not hold any of the information",
                               "not hold any of this",
                               "not hold any of what",
                               "not hold any of it",
                               "hold any information within the scope",
                               "holds none of the information",
                               "hold none of the information",
                               "holds none of this",
                               "hold none of this",
                               "holds none of it",
                               "hold none of it",
                               "holds nothing on any"};
// Said of a part: "question 2 is withheld in full", "document 3 is refused in full".
constexpr CueTable kOfPart = {"question", "questions", "parts",  "item",  "items", "document", "page", "pages",
                              "record",   "records",   "points", "point", "row",   "rows",     "if",   "whether"};
constexpr std::string_view kPart = "part";

// "In whole or in part" is said of all.
bool of_part(const SoughtText& sentence) {
  static constexpr CueTable wholly = {"in whole or in part", "in whole or part", "wholly or in part"};
  return has_any(sentence, kOfPart) || (sentence.has_phrase(kPart) && !has_any(sentence, wholly));
}

// "Unable to release either", "can't meet either": both, where no noun follows, as it does in "either the name or the age".
bool refuses_either(const SoughtText& sentence) {
  static constexpr CueTable unable = {"unable to",       "not able to",   "cannot", "can't",    "not going to", "may not", "aren't able to",
                                      "aren't going to", "isn't able to", "won't",  "will not", "do not",       "don't"};
  static constexpr CueTable gives = {"release either", "provide either", "disclose either", "supply either", "give either", "send either",
                                     "meet either",    "answer either",  "you either",      "grant either",  "see either",  "have either"};
  if (!has_any(sentence, unable)) return false;
  const std::string_view text = sentence.text();
  for (std::string_view give : std::span(gives)) {
    const std::size_t at = sentence.find_phrase(give);
    if (at == std::string_view::npos) continue;
    const std::string_view after = text.substr(at + give.size());
    if (after.empty() || !after.starts_with(' ') || after.starts_with(" of them") || after.starts_with(" of these")) return true;
  }
  return false;
}

template <class Take>
void each_sentence(std::string_view text, Take take) {
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start;
    while (end < text.size() &&
           !((text[end] == '.' || text[end] == '?' || text[end] == '!' || text[end] == ';') &&
             (end + 1 == text.size() || text[end + 1] == ' ' || text[end + 1] == '\n')) &&
           !(text[end] == '\n' && end + 1 < text.size() && text[end + 1] == '\n'))
      ++end;
    take(SoughtText(text.substr(start, std::min(end - start, kSentenceBytes))));
    start = end + 1;
  }
}

// "You therefore have everything you asked for."
bool has_all(const SoughtText& sentence) {
  static constexpr CueTable have = {
      "you have",       "you now have", "you therefore have", "you thus have",       "you will have",    "you've",     "you are getting",
      "you're getting", "you get",      "you are given",      "you have been given", "you will receive", "you receive"};
  return has_any(sentence, have) && has_any(sentence, kAll) && !sentence.has_phrase("you have had");
}

bool gives_all(const SoughtText& sentence) {
  static constexpr CueTable asked = {"request", "requested", "asked"};
  const bool gives = (has_any(sentence, kInFull) && has_any(sentence, asked)) || (has_any(sentence, kAll) && has_any(sentence, kGiven)) ||
                     has_all(sentence);
  return gives && !has_any(sentence, kDenies) && !of_part(sentence);
}

// "I am not able to give you any of the information", "we can't let you have any of it", "nothing can be supplied".
bool gives_none(const SoughtText& sentence) {
  static constexpr CueTable unable = {"not able to", "unable to", "cannot",         "can't",       "won't",
                                      "will not",    "may not",   "aren't able to", "not going to"};
  static constexpr CueTable any = {"any of the information", "any of it", "any of this", "any of them", "any of what you"};
  static constexpr CueTable verbs = {"give", "send", "provide", "release", "disclose", "supply", "have", "let"};
  static constexpr CueTable nothing = {"nothing can be supplied",   "nothing can be released", "nothing can be disclosed",
                                       "nothing can be given",      "nothing can be provided", "nothing can be sent",
                                       "nothing is being released", "nothing is released",     "nothing will be released",
                                       "nothing will be supplied"};
  static constexpr CueTable but = {"except", "apart from", "other than", "but",     "until", "if",
                                   "yet",    "more",       "further",    "confirm", "search"};
  if (has_any(sentence, but)) return false;
  return has_any(sentence, nothing) || (has_any(sentence, unable) && has_any(sentence, any) && has_any(sentence, verbs));
}

// "What follows is a refusal for the purposes of regulation 14", "all three are refused".
bool is_refusal(const SoughtText& sentence) {
  static constexpr CueTable follows = {"what follows is a refusal", "all three are refused", "all four are refused",
                                       "all five are refused",      "both are refused",      "all are refused",
                                       "all of them are refused",   "all is refused"};
  return has_any(sentence, follows);
}

// "Neither can be supplied", "the information you requested is exempt": said of all, and refused.
bool refuses_all(const SoughtText& sentence) {
  static constexpr CueTable all = {"both",
                                   "neither",
                                   "none",
                                   "all of it",
                                   "all of this",
                                   "all of them",
                                   "all of the information",
                                   "all the information",
                                   "the information you requested",
                                   "the information you have requested",
                                   "the information you asked for",
                                   "the information you have asked for",
                                   "the requested information",
                                   "the information requested",
                                   "what you asked for",
                                   "what you have asked for",
                                   "your request"};
  static constexpr CueTable kept = {"withheld",
                                    "is exempt",
                                    "are exempt",
                                    "be exempt",
                                    "refused",
                                    "refusing",
                                    "refuse",
                                    "withholding",
                                    "exempt from disclosure",
                                    "unable to comply",
                                    "not obliged to comply",
                                    "cannot comply"};
  static constexpr CueTable given = {"can be supplied",   "can be provided",  "can be given",     "can be released",  "can be disclosed",
                                     "could be provided", "will be provided", "will be released", "will be supplied", "will be disclosed"};
  static constexpr CueTable denies = {"not", "except",   "apart from", "other than", "save for", "but",  "would",   "could",
                                      "if",  "although", "unless",     "some",       "where",    "when", "certain", "any"};
  static constexpr CueTable none = {"neither", "none"};
  if (has_any(sentence, none) && has_any(sentence, given)) return !has_any(sentence, std::span(denies).subspan(1));
  if (!has_any(sentence, all) || has_any(sentence, denies) || has_any(sentence, none)) return false;
  return has_any(sentence, kept);
}

bool nothing_is_kept(const SoughtText& sentence) {
  static constexpr CueTable nothing = {"nothing", "no exemption", "no exemptions", "no exception", "no information has been"};
  static constexpr CueTable kept = {"withheld", "kept",    "kept back", "held back",    "blacked out", "taken out", "redacted",
                                    "removed",  "refused", "applied",   "been claimed", "suppressed",  "left out",  "missing"};
  // "Nothing else has been withheld": something was.
  static constexpr CueTable but = {"else",   "other than", "apart from", "except", "save", "further",
                                   "beyond", "except for", "other",      "more",   "but",  "if"};
  return has_any(sentence, nothing) && has_any(sentence, kept) && !has_any(sentence, but) && !of_part(sentence);
}

}  // namespace

std::optional<Whole> said_of_whole(std::string_view lower) {
  bool given = false, refused = false, not_held = false;
  each_sentence(lower, [&](const SoughtText& s) {
    given = given || gives_all(s);
    refused = refused || ((has_any(s, kRefused) || refuses_all(s) || refuses_either(s) || gives_none(s) || is_refusal(s)) && !of_part(s) &&
                          !nothing_is_kept(s));
    not_held = not_held || (has_any(s, kNotHeld) && !of_part(s));
  });
  // "You will find some of it in this letter; for the rest exemptions apply."
  static constexpr CueTable some = {"some of it",   "for the rest",    "the rest is",
                                    "the rest of",  "most of it",      "some of the information",
                                    "some of what", "part of what you"};
  if ((given ? 1 : 0) + (refused ? 1 : 0) + (not_held ? 1 : 0) != 1 || has_any(lower, some)) return std::nullopt;
  return given ? Whole::kGiven : refused ? Whole::kRefused : Whole::kNotHeld;
}

bool keeps_nothing(std::string_view lower) {
  bool keeps = false;
  each_sentence(lower, [&](const SoughtText& s) { keeps = keeps || nothing_is_kept(s); });
  return keeps;
}

bool keeps_nothing_from_you(std::string_view lower) {
  static constexpr CueTable yours = {"from you", "you asked for", "you have been sent", "you requested", "you wanted", "your request"};
  bool keeps = false;
  each_sentence(lower, [&](const SoughtText& s) { keeps = keeps || (nothing_is_kept(s) && has_any(s, yours)); });
  return keeps;
}

}  // namespace foi::understand
