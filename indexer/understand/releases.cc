#include "indexer/understand/releases.h"

#include <algorithm>

#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// A sentence longer than this is a table or a page without stops; its beginning is read, in bytes.
constexpr std::size_t kSentenceBytes = 600;

// A heading that a sentence follows without a stop, in bytes.
constexpr std::size_t kHeadingBytes = 40;
// "Questions 1 to 3 disclosed", in bytes.
constexpr std::size_t kLabelBytes = 45;

// What is done with information, in the participle: "is enclosed", "have been released".
constexpr CueTable kGiven = {"provided", "released", "disclosed", "supplied", "given",    "sent",    "enclosed",  "attached", "set out",
                             "shown",    "listed",   "included",  "answered", "appended", "annexed", "tabulated", "sent with"};
constexpr CueTable kIsDone = {"is", "are", "been", "being", "now", "therefore", "herewith"};
constexpr CueTable kSite = {"website", "web site", "site", "web page", "register", "internet"};
// "We enclose", "I am sending", "we have given".
constexpr CueTable kWeGive = {"we enclose",
                              "i enclose",
                              "we attach",
                              "i attach",
                              "we are providing",
                              "i am providing",
                              "we are releasing",
                              "i am releasing",
                              "we are disclosing",
                              "i am disclosing",
                              "we are sending",
                              "i am sending",
                              "we are giving",
                              "i am giving",
                              "we are supplying",
                              "we have provided",
                              "we have given",
                              "we have released",
                              "we have disclosed",
                              "we have supplied",
                              "we have sent",
                              "i have provided",
                              "i have given",
                              "i have enclosed",
                              "i have attached",
                              "we have enclosed",
                              "we have attached",
                              "we can provide",
                              "i can provide",
                              "we can confirm that there",
                              "i can confirm that there",
                              "we can release",
                              "i can release",
                              "able to provide",
                              "able to release",
                              "able to disclose",
                              "able to supply",
                              "please find",
                              "we provide",
                              "we disclose",
                              "we release",
                              "is providing",
                              "are providing",
                              "is releasing",
                              "is disclosing",
                              "is able to",
                              "you will find",
                              "has provided",
                              "has released",
                              "has disclosed",
                              "have decided to release",
                              "have decided to disclose",
                              "decided to give",
                              "agreed to release",
                              "answers question",
                              "answers your",
                              "copy attached",
                              "copies attached",
                              "copy enclosed",
                              "copies enclosed",
                              "goes with this letter",
                              "is with this",
                              "are with this",
                              "here are the",
                              "here is the",
                              "come with this letter",
                              "comes with this letter",
                              "accompany this",
                              "accompanies this",
                              "sent with this"};
constexpr CueTable kPartly = {"redacted copy",
                              "redacted version",
                              "with redactions",
                              "redactions have",
                              "redacted from",
                              "names removed",
                              "names taken out",
                              "passages removed",
                              "parts removed",
                              "details removed",
                              "left out",
                              "taken out",
                              "blacked out",
                              "blanked out",
                              "took out",
                              "took them out",
                              "took these out",
                              "taking out",
                              "left in",
                              "painted out",
                              "inked out",
                              "crossed out",
                              "masked",
                              "black lines",
                              "black boxes",
                              "black bars",
                              "complete except",
                              "partly refused",
                              "refused in part",
                              "in part refused",
                              "the remainder of",
                              "the remainder are",
                              "the remainder has",
                              "the remainder can",
                              "the remainder follows",
                              "the remainder is set",
                              "the remainder is attached",
                              "the remainder is enclosed",
                              "the remainder is given",
                              "the remainder is provided",
                              "the remainder is withheld",
                              "the remainder is exempt",
                              "the rest of",
                              "the rest is",
                              "the rest are",
                              "most of the information",
                              "some of the information",
                              "some of what",
                              "fewer than five",
                              "fewer than 5",
                              "less than five",
                              "less than 5",
                              "<5",
                              "< 5",
                              "asterisk",
                              "suppressed",
                              "gesture of goodwill",
                              "rounded to",
                              "have been removed",
                              "has been removed",
                              "have been redacted",
                              "has been redacted",
                              "part disclosure",
                              "partial disclosure",
                              "shown as",
                              "apart from",
                              "except for",
                              "with the exception of"};
// A sentence with one of these tells what is not, might be or was given.
constexpr CueTable kNot = {"not",    "cannot",   "can't",       "unable",    "unless",  "would",    "if",    "may",     "might",
                           "could",  "whether",  "should",      "refuse",    "refused", "refusing", "isn't", "aren't",  "won't",
                           "don't",  "doesn't",  "wouldn't",    "nor",       "neither", "never",    "none",  "nothing", "no",
                           "exempt", "withheld", "withholding", "prejudice", "harm",    "inhibit",  "likely"};
// What is sent with every letter.
constexpr CueTable kEveryLetter = {"leaflet",      "complaint", "complaints", "appeal",      "appeals",         "review",   "guidance",
                                   "explained",    "explains",  "survey",     "form",        "form.",           "rights",   "procedure",
                                   "commissioner", "reasons",   "conditions", "fees notice", "contact details", "estimate", "duty"};
constexpr CueTable kFigures = {"the total was",  "the total is", "the figure is", "the figure was",  "the answer is",  "the number is",
                               "the number was", "the cost was", "the dates are", "the figures are", "the numbers are"};
// What is sent to help one who is refused is not what was asked for.
constexpr CueTable kHelp = {"section 16",
                            "s16",
                            "s.16",
                            "s 16",
                            "in the meantime",
                            "by way of help",
                            "by way of assistance",
                            "to be helpful",
                            "of assistance",
                            "to assist you",
                            "outside the act",
                            "outside of the act",
                            "regulation 9",
                            "section 15",
                            "nonetheless",
                            "you did not ask for",
                            "you didn't ask for",
                            "not part of your request",
                            "outside the scope",
                            "for your assistance",
                            "in order to be of help",
                            "without a request",
                            "anyone can",
                            "anybody can"};
// What is said of the letter itself is not what was asked for.
constexpr CueTable kOfLetter = {"your request",   "our response", "our answer",   "our reply",   "the exemption", "exemptions",
                                "the exemptions", "our reasons",  "our decision", "my decision", "the decision"};
constexpr std::string_view kKeeps[] = {
    "withheld",        "withholding", "withhold",        "is exempt",  "are exempt",   "exempt from", "exempt under", "refus",
    "redact",          "not disclos", "not releas",      "held back",  "holding back", "kept back",   "keeping back", "not be disclosed",
    "not be released", "declin",      "neither confirm", "suppressed", "not obliged",  "removed",     "blacked out",  "not giving",
    "left out",        "taken out",   "not sending",     "relying on", "rely on",      "relies on",   "is engaged",   "are engaged"};

// "Released some of it and withheld the rest", "decided to disclose some of the requested information": a verb of giving that governs a
// part.
constexpr std::string_view kGiveVerbs[] = {"release",  "released",  "releasing", "disclose", "disclosed", "disclosing", "provide",
                                           "provided", "providing", "supply",    "supplied", "enclose",   "enclosed",   "send"};
constexpr std::string_view kPartOf[] = {"some of", "most of", "part of", "much of", "the majority of", "some information", "some data"};
// "Unable to provide some of it": the rest was provided.
constexpr std::string_view kUnable[] = {"unable to", "not able to", "cannot", "can't", "not"};
constexpr std::string_view kUnlikely[] = {"would",  "if",     "may",    "might", "could", "whether",
                                          "should", "unless", "likely", "asked", "you to"};

bool has_part(std::string_view text, Cues parts) {
  return std::ranges::any_of(parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

// What stands after the participle says that something else was given, or to somebody else: "given weight", "attached to the record",
// "listed on our website", "provided in critical care".
bool goes_elsewhere(std::string_view after) {
  static constexpr CueTable not_things = {"weight",       "sight",        "consideration", "thought",    "priority",
                                          "regard",       "notice",       "reasons",       "by",         "considerable weight",
                                          "great weight", "some weight",  "much weight",   "due weight", "more weight",
                                          "careful",      "little weight"};
  static constexpr CueTable places = {"to", "in", "on", "at", "with"};
  static constexpr CueTable here = {
      "this",          "these",         "you",       "the table",  "table",         "tables",       "annex",
      "annexes",       "appendix",      "below",     "attached",   "full",          "the attached", "letter",
      "the e-mail",    "our",           "my",        "response",   "schedule",      "the schedule", "the spreadsheet",
      "spreadsheet",   "question",      "questions", "part",       "parts",         "the enclosed", "red",
      "bold",          "blue",          "italics",   "the annex",  "the appendix",  "the same",     "it",
      "the email",     "the following", "each",      "the answer", "the answers",   "your",         "a table",
      "a spreadsheet", "the disc",      "a disc",    "the reply",  "the next page", "page",         "the second",
      "the format"};
  while (!after.empty() && !is_word(after.front())) after.remove_prefix(1);
  if (!prefix_of(after, not_things).empty()) return true;
  const std::string_view place = prefix_of(after, places);
  if (place.empty()) return false;
  after.remove_prefix(place.size());
  while (!after.empty() && !is_word(after.front())) after.remove_prefix(1);
  const bool site = has_any(after.substr(0, std::min<std::size_t>(after.size(), 40)), kSite);
  return site || prefix_of(after, here).empty();
}

// "is enclosed", "have now been released": a participle with an auxiliary a few words before it, or "attached" alone.
bool is_given(const SoughtText& text) {
  const std::string_view sentence = text.text();
  constexpr std::size_t before = 24;  // bytes in which the auxiliary stands
  for (std::string_view given : kGiven) {
    for (std::size_t at = text.find_phrase(given); at != std::string_view::npos; at = find_phrase(sentence, given, at + 1)) {
      const std::size_t from = at < before ? 0 : at - before;
      if (goes_elsewhere(sentence.substr(at + given.size()))) continue;
      if (has_any(sentence.substr(from, at - from), kIsDone)) return true;
      if ((given == "attached" || given == "enclosed") && at < before / 2) return true;
    }
  }
  return false;
}

bool gives_part(std::string_view sentence) {
  constexpr std::size_t before = 30;  // bytes in which a negation stands
  for (std::string_view verb : kGiveVerbs) {
    for (std::size_t at = find_phrase(sentence, verb); at != std::string_view::npos; at = find_phrase(sentence, verb, at + 1)) {
      std::string_view after = sentence.substr(at + verb.size());
      while (!after.empty() && !is_word(after.front())) after.remove_prefix(1);
      if (after.starts_with("you with ")) after.remove_prefix(std::string_view("you with ").size());
      if (prefix_of(after, kPartOf).empty()) continue;
      const std::string_view said = sentence.substr(at < before ? 0 : at - before, std::min(at, before));
      // What one is unable to give a part of is given for the rest.
      if (has_any(said, kUnable) || !has_any(said, std::span(kNot).first(18))) return true;
    }
  }
  return false;
}

// "Some data has been withheld", "some information is exempt": not all.
bool keeps_part(std::string_view sentence) {
  constexpr std::string_view some[] = {"some information", "some data", "some details", "some personal data", "some of the data"};
  constexpr std::string_view kept[] = {"withheld", "redacted", "removed", "is exempt", "been exempted"};
  const std::string_view start = prefix_of(sentence.substr(std::min(sentence.find_first_not_of(" \n"), sentence.size())), some);
  return !start.empty() && has_any(sentence, kept);
}

// "Names can be blacked out; what is left says nothing": thought of, and not done.
bool might_be_kept(const SoughtText& text) {
  static constexpr CueTable might = {"can be", "could be"};
  constexpr std::size_t before = 12;  // bytes in which the modal stands
  const std::size_t at = text.find_phrase(first_of(text.text(), kPartly));
  return at != std::string_view::npos && has_any(text.text().substr(at < before ? 0 : at - before, std::min(at, before)), might);
}

// "The total was nine", but not "the numbers are relevant to a vote".
bool gives_figure(const SoughtText& text) {
  static constexpr CueTable qualities = {"relevant", "likely",      "available", "small",    "low",  "so small",
                                         "personal", "of interest", "important", "recorded", "kept", "such",
                                         "too",      "already",     "being",     "due",      "to be"};
  return std::ranges::any_of(kFigures, [&](std::string_view phrase) {
    const std::size_t at = text.find_phrase(phrase);
    if (at == std::string_view::npos) return false;
    std::string_view after = text.text().substr(at + phrase.size());
    while (!after.empty() && !is_word(after.front())) after.remove_prefix(1);
    return prefix_of(after, qualities).empty();
  });
}

bool releases(std::string_view sentence) {
  const SoughtText text(sentence);
  static constexpr CueTable attached = {"attach weight", "attach more",       "attach great",   "attach much",
                                        "attach little", "attach importance", "given weight",   "considerable weight",
                                        "great weight",  "some weight",       "kept apart from"};
  if (has_any(text, attached)) return false;
  // "We cannot give the names but enclose the rest.": each clause speaks for itself.
  for (std::string_view turn : {" but ", "; ", " however ", ", and ", " although ", " – ", " - ", ": ", " and note "}) {
    const std::size_t at = sentence.find(turn);
    if (at != std::string_view::npos) return releases(sentence.substr(0, at)) || releases(sentence.substr(at + turn.size()));
  }
  if (has_any(text, kHelp)) return false;
  if (!has_any(text, kUnlikely) && (gives_part(sentence) || keeps_part(sentence))) return true;
  static constexpr CueTable now = {"is being provided to you", "are being provided to you", "being released to you"};
  if (has_any(text, now) && !has_any(text, kNot)) return true;
  if (has_any(text, kEveryLetter) || has_any(text, kOfLetter)) return false;
  if (has_any(text, kPartly) && !has_any(text, std::span(kNot).first(18)) && !might_be_kept(text)) return true;
  if (has_any(text, kNot)) return false;
  // "Q1 and Q3 disclosed", "iii. released".
  static constexpr std::string_view done[] = {"disclosed", "released", "provided", "answered",
                                              "granted",   "supplied", "enclosed", "attached"};
  if (sentence.size() <= kLabelBytes && !text.has_phrase("we answered") && std::ranges::any_of(done, [&](std::string_view word) {
        const std::size_t at = text.find_phrase(word);
        return at != std::string_view::npos && !goes_elsewhere(sentence.substr(at + word.size()));
      }))
    return true;
  // "You will find the numbers in the annual return on our website" sends nobody anything.
  const bool shows_where = text.has_phrase("you will find") && has_any(text, kSite);
  return (has_any(text, kWeGive) && !shows_where) || is_given(text) || gives_figure(text);
}

// A blank line, or a line too short to run on: a heading.
bool ends_line(std::string_view text, std::size_t start, std::size_t at) {
  if (text[at] != '\n') return false;
  return (at + 1 < text.size() && text[at + 1] == '\n') ||
         (at - start < kHeadingBytes && text.substr(start, at - start).find('\n') == std::string_view::npos);
}

template <class Test>
bool any_sentence(std::string_view text, Test test) {
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start;
    while (end < text.size() &&
           !((text[end] == '.' || text[end] == '?' || text[end] == '!') &&
             (end + 1 == text.size() || text[end + 1] == ' ' || text[end + 1] == '\n')) &&
           !ends_line(text, start, end) && text[end] != '\t')
      ++end;
    if (test(text.substr(start, std::min(end - start, kSentenceBytes)))) return true;
    start = end + 1;
  }
  return false;
}

}  // namespace

bool releases_something(std::string_view lower) { return any_sentence(lower, releases); }

bool keeps_something(std::string_view lower) {
  return any_sentence(lower, [](std::string_view sentence) {
    // "No exemption has been applied", "nothing has been withheld".
    static constexpr CueTable none = {"no exemption", "no exemptions", "nothing", "none of", "without any", "sometimes", "in full"};
    if (has_any(sentence, none)) return false;
    // "It would be refused if …", but "is withheld, as somebody could be identified": what might be stands before the verb.
    static constexpr CueTable might = {"may", "might", "would", "if", "could"};
    static constexpr CueTable kept = {"is withheld",   "are withheld",       "being withheld",    "is being withheld",
                                      "been withheld", "have been redacted", "has been redacted", "have been removed"};
    const std::string_view done = first_of(sentence, kept);
    const std::string_view said = done.empty() ? sentence : sentence.substr(0, find_phrase(sentence, done));
    return has_part(sentence, kKeeps) && !has_any(said, might);
  });
}

}  // namespace foi::understand
