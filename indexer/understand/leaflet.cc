#include "indexer/understand/leaflet.h"

#include <algorithm>

#include "indexer/understand/cues.h"
#include "indexer/understand/stance.h"

namespace foi::understand {

namespace {

// So many grounds named as examples are a list of what there is.
constexpr std::size_t kSeveral = 2;

// What a body may do or does by habit, or on a condition: not what it did.
bool holds_in_general(std::string_view sentence) {
  static constexpr CueTable cues = {"may",   "might",       "can",    "sometimes", "always",        "usually", "often",
                                    "when",  "where",       "if",     "never",     "every",         "any",     "whenever",
                                    "times", "on occasion", "likely", "common",    "will be exempt"};
  return has_any(sentence, cues);
}

// Of requests, of information, of times in general.
bool speaks_of_any_request(std::string_view sentence) {
  static constexpr CueTable cues = {"not all information",
                                    "information may be exempt",
                                    "information can be exempt",
                                    "may be exempt",
                                    "can be exempt",
                                    "times when",
                                    "occasions when",
                                    "occasions where",
                                    "on occasion",
                                    "sometimes",
                                    "in some cases",
                                    "in certain cases",
                                    "cannot always",
                                    "can't always",
                                    "is not always",
                                    "isn't always",
                                    "most likely to see",
                                    "most common",
                                    "requesters",
                                    "any request",
                                    "all requests",
                                    "requests that",
                                    "requests which",
                                    "often cannot",
                                    "often can't",
                                    "every reply",
                                    "every request",
                                    "exemptions such as",
                                    "exemptions include",
                                    "there are exemptions",
                                    "number of exemptions",
                                    "can you refuse",
                                    "may be refused",
                                    "can be refused",
                                    "may refuse",
                                    "can refuse",
                                    "may not be able to",
                                    "cases in which",
                                    "much of what we"};
  // Said of this answer as well, where nothing makes it general.
  static constexpr CueTable either = {"some information", "certain information", "number of reasons", "various reasons",
                                      "not able to release"};
  return has_any(sentence, cues) || (has_any(sentence, either) && holds_in_general(sentence));
}

// "When we use an exemption we will explain how it applies", "we'll always say if that is so".
bool promises_to_tell(std::string_view paragraph) {
  static constexpr CueTable cases = {"when", "where", "if", "whenever"};
  static constexpr CueTable telling = {
      "we will always",    "we'll always",         "we always",        "we will tell", "we'll tell",        "we will explain",
      "we'll explain",     "we will say",          "we'll say",        "will say so",  "we will let you",   "we'll let you",
      "we will inform",    "we shall tell",        "we shall explain", "we issue",     "you will be told",  "you will be given",
      "will be explained", "we will write to you", "we tell you",      "we explain",   "will tell you why", "has not been used"};
  return has_any(paragraph, cases) && has_any(paragraph, telling);
}

bool gives_examples(std::string_view sentence) {
  static constexpr CueTable cues = {"for example", "for instance", "e.g",         "eg",      "such as",        "most likely",
                                    "most common", "most often",   "come across", "usually", "much of what we"};
  static constexpr CueTable lists = {"include", "including"};
  return has_any(sentence, cues) || (has_any(sentence, lists) && holds_in_general(sentence));
}

// "We have withheld", "in this case", "is redacted": of this request, unless it is said of when that happens.
bool speaks_of_this_request(std::string_view sentence) {
  static constexpr CueTable cues = {"we have withheld",  "i have withheld",  "we are withholding", "i am withholding", "we have redacted",
                                    "i have redacted",   "we have applied",  "i have applied",     "we are applying",  "i am applying",
                                    "in this case",      "in this instance", "on this occasion",   "for this reason",  "therefore",
                                    "we are relying",    "we rely on",       "we have relied",     "is engaged",       "are engaged",
                                    "is withheld under", "withheld because", "is exempt under",    "are exempt under"};
  if (has_any(sentence, cues)) return true;
  static constexpr std::string_view done[] = {"withheld",           "redacted",           "have been removed", "is exempt", "are exempt",
                                              "cannot be released", "not being released", "we are sending",    "here"};
  return std::ranges::any_of(done, [&](std::string_view word) {
    const std::size_t at = find_phrase(sentence, word);
    return at != std::string_view::npos && !holds_in_general(sentence.substr(0, at));
  });
}

// The sentence that begins text: to a full stop or the like before a space; that of "e.g. " is none.
std::string_view first_sentence(std::string_view text) {
  for (std::size_t at = text.find_first_of(".?!;"); at != std::string_view::npos; at = text.find_first_of(".?!;", at + 1)) {
    const bool short_form = at >= 2 && text[at - 2] == '.' && text[at] == '.';
    const bool ends = at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
    if (ends && !short_form) return text.substr(0, at + 1);
  }
  return text;
}

}  // namespace

bool is_leaflet(std::string_view paragraph, std::size_t cited) {
  bool of_any = false, examples = false;
  for (std::string_view rest = paragraph; !rest.empty();) {
    const std::string_view sentence = first_sentence(rest);
    rest.remove_prefix(sentence.size());
    if (speaks_of_this_request(sentence)) return false;
    of_any = of_any || speaks_of_any_request(sentence);
    examples = examples || gives_examples(sentence);
  }
  return of_any && (promises_to_tell(paragraph) || (cited >= kSeveral && examples));
}

bool leaves_undecided(std::string_view sentence) {
  static constexpr CueTable cues = {"no decision",          "not yet decided",       "nothing has been decided", "have not decided",
                                    "not made a decision",  "yet to decide",         "not made any decision",    "not been decided",
                                    "not yet been decided", "not reached a decision"};
  if (!has_any(sentence, cues)) return false;
  // "No decision has been made on the tender": of something else.
  static constexpr CueTable topics = {"on", "about", "as to", "as to the", "on the", "about the", "on a", "on any"};
  static constexpr std::string_view this_one[] = {
      "that",    "this",      "it",         "these",      "them",    "whether", "your",        "such",    "information", "what",   "how",
      "request", "exemption", "exemptions", "disclosure", "release", "section", "withholding", "content", "contents",    "either", "those"};
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (at > 0 && is_word(sentence[at - 1])) continue;
    const std::string_view topic = prefix_of(sentence.substr(at), topics);
    if (topic.empty()) continue;
    const std::string_view after = bare(sentence.substr(at + topic.size()));
    if (!among(this_one, after.substr(0, std::min(after.find_first_of(" .,;"), after.size())))) return false;
  }
  return true;
}

bool is_unused_key(std::string_view sentence) {
  static constexpr CueTable absent = {"none",         "not used",      "unused",          "no use",         "does not occur",
                                      "do not occur", "doesn't occur", "does not appear", "doesn't appear", "do not appear",
                                      "not present",  "not needed",    "nothing marked",  "is not in use",  "isn't used",
                                      "aren't used",  "are not used",  "no instances"};
  static constexpr CueTable things = {"in this bundle",     "in these papers", "in this document", "in these documents", "on this page",
                                      "on these pages",     "in this file",    "in this copy",     "in these minutes",   "in this set",
                                      "in this pack",       "in this table",   "in this report",   "in this release",    "in these copies",
                                      "in this disclosure", "in these emails", "in these e-mails", "in this schedule"};
  for (std::string_view rest = sentence; !rest.empty();) {
    const std::string_view absence = first_of(rest, absent);
    if (absence.empty()) return false;
    rest.remove_prefix(find_phrase(rest, absence) + absence.size());
    if (!prefix_of(bare(rest), things).empty()) return true;
  }
  return false;
}

bool heads_what_is_given(std::string_view after) {
  static constexpr std::string_view given[] = {"all given",     "given in full", "all released",      "released in full",
                                               "all enclosed",  "all attached",  "disclosed in full", "nothing withheld",
                                               "all disclosed", "all provided",  "provided in full"};
  return is_one_of(after, given);
}

// "If you ask again and it is found to be vexatious, we may refuse it", "a further request may be refused as vexatious": the act at that
// place is supposed, by a condition whose outcome is open or by a modal verb before it in its clause.
static bool is_supposed(std::string_view sentence, std::size_t act) {
  static constexpr CueTable conditions = {"if", "should you", "were you", "were we", "the next time"};
  static constexpr CueTable modals = {"would", "might", "may", "could", "likely", "will", "can"};
  static constexpr std::string_view kBreaks = ",;:";
  const std::size_t before = sentence.substr(0, act).find_last_of(kBreaks);
  const std::size_t from = before == std::string_view::npos ? 0 : before + 1,
                    to = std::min(sentence.find_first_of(kBreaks, act), sentence.size());
  const std::string_view clause = sentence.substr(from, act - from);
  const bool conditional = has_any(clause, conditions);
  return has_any(clause, modals) || (conditional && has_any(sentence.substr(to), modals));
}

bool speaks_of_later_request(std::string_view sentence) {
  static constexpr CueTable asking = {
      "if you come back",    "if you ask",          "if you asked",     "if you were to",    "were you to",       "should you ask",
      "should you write",    "should you want",     "should you wish",  "should you make",   "should you decide", "should you come",
      "if you wanted",       "if you make",         "if you made",      "if you write",      "if you wrote",      "if you send",
      "if you sent",         "if you narrow",       "if you narrowed",  "if you refine",     "if you revise",     "if you resubmit",
      "a further request",   "another request",     "a new request",    "a fresh request",   "a later request",   "any further request",
      "any new request",     "any future request",  "future requests",  "a future request",  "a wider request",   "a broader request",
      "a request for",       "a request like that", "further requests", "a revised request", "any later request", "if we were asked",
      "were we to be asked", "if asked for",        "if we are asked",  "the next time",     "a similar request", "a larger request"};
  static constexpr CueTable open = {"would", "might", "may", "could", "likely", "unlikely", "probably", "can", "will", "if"};
  if (!has_any(sentence, asking) || !has_any(sentence, open)) return false;
  return std::ranges::none_of(acts_in(sentence), [sentence](const Said& said) {
    if (!said.own && is_supposed(sentence, said.start)) return false;
    return said.act == Act::kApplies || ((said.act == Act::kNotApplied || said.act == Act::kWithdrawn) && said.own && !said.past);
  });
}

}  // namespace foi::understand
