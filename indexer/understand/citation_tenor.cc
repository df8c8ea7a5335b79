#include "indexer/understand/citation_tenor.h"

#include <algorithm>

#include "indexer/understand/cues.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// "In IC-44556 he decided that …", "notice FS50990871": a notice is named by its reference.
bool names_notice(std::string_view sentence) {
  static constexpr std::string_view leads[] = {"in ic-", "notice ic-", "case ic-", "in fs5", "notice fs5", "in fer0", "notice fer0"};
  return std::ranges::any_of(leads, [&](std::string_view lead) {
    const std::size_t at = find_bytes(sentence, lead);
    const std::size_t end = at + lead.size();
    return at != std::string_view::npos && end < sentence.size() && is_digit(sentence[end]) && (at == 0 || !is_word(sentence[at - 1]));
  });
}

}  // namespace

bool is_general(std::string_view sentence) {
  static constexpr std::string_view cues[] = {
      "as a rule",           "please be aware", "usually",           "in general",  "generally",       "tend to",        "probably",
      "not got that far",    "in most cases",   "from time to time", "normally",    "use most",        "most often",     "most commonly",
      "more often than not", "typically",       "all our replies",   "every reply", "all our letters", "when we cannot", "when we can't"};
  static constexpr std::string_view habits[] = {"does not release", "do not release",    "does not disclose",
                                                "do not disclose",  "does not give out", "do not give out"};
  const bool noted = has_phrase(sentence, "please note") && has_any(sentence, habits);
  return noted || has_any(sentence, cues);
}

bool is_of_this_case(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"we have",      "has been",         "have been",    "is being",     "are being", "therefore",
                                              "in this case", "on this occasion", "your request", "this request", "we are"};
  return has_any(sentence, cues);
}

bool speaks_of_ground(std::string_view section, std::string_view sentence) {
  struct Matter {
    std::string_view foia, foisa, words[9];
  };
  constexpr Matter matters[] = {
      {"foia-12", "foisa-12", {"hours", "cost limit", "appropriate limit", "estimate", "exceed", "cost of compliance", "time limit"}},
      {"foia-14", "foisa-14", {"vexatious", "repeated request", "repeat request", "substantially similar", "same request"}},
      {"foia-21",
       "foisa-25",
       {"website", "web site", "published", "publicly available", "accessible", "link", "available", "publication scheme", "register"}},
      {"foia-22",
       "foisa-27",
       {"to be published", "will be published", "future publication", "publish", "publication", "due to be published"}},
      {"foia-24", "foisa-31", {"national security", "safeguarding"}},
      {"foia-30", "foisa-34", {"criminal investigation", "criminal proceedings", "charged with", "informants", "prosecution"}},
      {"foia-31", "foisa-35", {"prevention of crime", "detection of crime", "prejudice", "law enforcement", "security"}},
      {"foia-35", "foisa-29", {"government policy", "ministers", "ministerial", "development of policy", "formulation"}},
      {"foia-36", "foisa-30", {"free and frank", "qualified person", "deliberation", "conduct of public affairs"}},
      {"foia-38", "foisa-39", {"endanger", "health and safety", "physical or mental", "safety"}},
      {"foia-40",
       "foisa-38",
       {"personal data", "personal information", "third party", "individuals", "names", "data protection", "identify", "identifiable"}},
      {"foia-41", "foisa-36", {"in confidence", "confidence", "confidential", "confidentiality"}},
      {"foia-42",
       "foisa-36",
       {"legal advice", "privilege", "legal professional privilege", "solicitor", "counsel", "privileged", "barrister", "lawyer",
        "solicitors"}},
      {"foia-43", "foisa-33", {"commercial interests", "commercially sensitive", "commercial", "prejudice", "competitors", "trade secret"}},
      {"foia-44", "foisa-26", {"prohibited", "prohibition", "enactment", "statutory bar"}},
      {"eir-12",
       "eisr-10",
       {"manifestly unreasonable", "adversely affect", "course of completion", "internal communications", "confidentiality", "commercial",
        "unfinished"}},
      {"eir-13", "eisr-11", {"personal data", "names", "individuals", "third party", "personal information"}},
      {"eir-6", "eisr-6", {"publicly available", "published", "website", "accessible"}},
  };
  for (const Matter& m : matters)
    if (section == m.foia || section == m.foisa)
      return std::ranges::any_of(m.words, [&](std::string_view w) { return !w.empty() && has_phrase(sentence, w); });
  return false;
}

bool is_statistics(std::string_view sentence) {
  static constexpr std::string_view cues[] = {
      "how often",         "how many",           "number of requests", "requests refused", "refused requests",  "requests were refused",
      "requests received", "requests which are", "requests that are",  "number of times",  "requests in which", "breakdown of",
      "of requests",       "of our requests",    "of all requests"};
  if (has_any(sentence, cues)) return true;
  for (std::size_t at = sentence.find(" requests"); at != std::string_view::npos; at = sentence.find(" requests", at + 1))
    if (at > 0 && sentence[at - 1] >= '0' && sentence[at - 1] <= '9') return true;
  return false;
}

bool gives_example(std::string_view before) {
  static constexpr std::string_view cues[] = {"for instance", "for example", "such as",     "e.g",         "eg",
                                              "including",    "among them",  "among which", "one of which"};
  return has_any(before, cues);
}

bool adds_ground(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"in addition",
                                              "additionally",
                                              "further exemption",
                                              "further ground",
                                              "also relies",
                                              "also rely",
                                              "also relying",
                                              "also applies",
                                              "also applying",
                                              "also exempt",
                                              "is also",
                                              "are also",
                                              "am also",
                                              "also withheld",
                                              "moreover",
                                              "new ground",
                                              "new exemption",
                                              "instead",
                                              "furthermore",
                                              "not previously",
                                              "not mentioned",
                                              "was not cited",
                                              "was not raised",
                                              "been overlooked",
                                              "was overlooked",
                                              "were overlooked",
                                              "not picked up",
                                              "earlier response picked up",
                                              "on top of what",
                                              "should also have",
                                              "for the first time",
                                              "having now been found",
                                              "now relies",
                                              "now rely"};
  const bool besides = has_phrase(sentence, "as well") && !has_phrase(sentence, "as well as");
  return besides || has_any(sentence, cues);
}

bool is_labelled_new(std::string_view before) {
  static constexpr std::string_view ends[] = {
      "new",          "new ground",      "new exemption",     "new reason",           "new exception", "added",
      "added ground", "added at review", "additional ground", "additional exemption", "fresh ground",  "now added"};
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  if (before.empty() || (before.back() != ':' && before.back() != '-')) return false;
  const std::string_view words = bare(before);
  return std::ranges::any_of(ends, [&](std::string_view end) {
    return words.ends_with(end) && (words.size() == end.size() || !is_word(words[words.size() - end.size() - 1]));
  });
}

bool speaks_of_itself(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"the trust",     "the council",  "we",           "our",
                                              "would require", "in this case", "your request", "this request"};
  return has_any(sentence, cues);
}

bool is_conditional(std::string_view sentence) {
  static constexpr std::string_view cues[] = {
      "there may be",   "reserve the right", "unless an",       "unless one",        "if we estimate", "may charge",
      "if we consider", "may have to",       "may need to",     "in the event that", "should we",      "if the",
      "if it is",       "may also apply",    "if your request", "if somebody",       "if someone",     "if anyone",
      "if a person",    "it is possible",    "it may be that",  "it might be that",  "possibly",       "we may find"};
  return has_any(sentence, cues);
}

bool tells_what_law_says(std::string_view after_citation) {
  static constexpr std::string_view cues[] = {
      "which does not oblige", "which does not require", "which provides",        "which states",   "which says",    "which allows",
      "which means",           "that does not oblige",   "that does not require", "that provides",  "that states",   "that says",
      "that allows",           "which removes",          "which relieves",        "which sets out", "which permits", "which exempts",
      "which excuses",         "which enables"};
  return !prefix_of(bare(after_citation), cues).empty();
}

bool is_comparison(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"isn't in play",
                                              "is not in play",
                                              "for requests under",
                                              "no such limit",
                                              "for comparison",
                                              "were it to apply",
                                              "yardstick",
                                              "if it applied",
                                              "would have let",
                                              "by comparison",
                                              "by analogy",
                                              "had the request",
                                              "had this been",
                                              "would have been handled",
                                              "mixed up",
                                              "mix this up",
                                              "confused with",
                                              "confuse this with",
                                              "confuse it with",
                                              "told apart from",
                                              "as distinct from",
                                              "unlike section",
                                              "would have been section",
                                              "would have been a matter",
                                              "would be section",
                                              "tribunal in that case",
                                              "in another case",
                                              "in a similar case",
                                              "in those cases",
                                              "place to look",
                                              "is a section",
                                              "be a section",
                                              "another trust",
                                              "other trusts",
                                              "other authorities",
                                              "other forces",
                                              "other councils",
                                              "another council",
                                              "another authority",
                                              "other public authorities",
                                              "other requesters",
                                              "commissioner has said",
                                              "commissioner found",
                                              "commissioner has found",
                                              "commissioner decided",
                                              "commissioner has decided",
                                              "commissioner held",
                                              "tribunal found",
                                              "tribunal has found",
                                              "tribunal held",
                                              "tribunal decided",
                                              "tribunal has held",
                                              "tribunal has said",
                                              "commissioner ruled"};
  return has_any(sentence, cues);
}

bool weighs(std::string_view sentence) {
  static constexpr std::string_view cues[] = {
      "thought about", "wondered",        "gave consideration",  "raised whether",     "whether",     "might",
      "could have",    "also considered", "considered applying", "considered relying", "to consider", "not considered"};
  return has_any(sentence, cues);
}

bool tells_of_the_past(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"in the past",
                                              "previously taken",
                                              "until recently",
                                              "in earlier cases",
                                              "on other occasions",
                                              "in other cases",
                                              "in those days",
                                              "at one time",
                                              "used to refuse",
                                              "used to withhold",
                                              "used to rely",
                                              "used to cite",
                                              "used to apply",
                                              "used to treat",
                                              "requests like yours",
                                              "formerly",
                                              "for years",
                                              "for many years",
                                              "years ago",
                                              "for some years",
                                              "on the last of them",
                                              "on that occasion",
                                              "have been told so",
                                              "been told before",
                                              "in an earlier request",
                                              "an earlier request of yours"};
  return has_any(sentence, cues);
}

bool is_practice_given_up(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"no longer our practice", "no longer our policy", "no longer the practice",
                                              "no longer do so",        "no longer do this",    "stopped doing",
                                              "have since changed",     "not our practice"};
  return has_any(sentence, cues);
}

bool supposes(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"may", "might", "could", "possible", "possibly", "perhaps", "likely", "for example"};
  return has_any(sentence, cues);
}

bool is_template(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"delete if", "delete as", "delete where", "delete whichever", "amend as", "insert section"};
  return has_any(sentence, cues);
}

bool denies_knowledge(std::string_view text) {
  static constexpr std::string_view cues[] = {"neither confirm nor deny",
                                              "neither confirms nor denies",
                                              "confirm or deny",
                                              "neither confirming nor denying",
                                              "confirm nor deny",
                                              "confirming or denying",
                                              "nor deny",
                                              "ncnd",
                                              "neither confirm or deny",
                                              "neither confirmed nor denied",
                                              "neither yes nor no",
                                              "say whether or not",
                                              "saying whether or not",
                                              "say one way or the other",
                                              "confirmation or denial"};
  return has_any(text, cues);
}

bool speaks_of_duty_to_confirm(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"duty",           "obligation", "say whether",    "saying whether",
                                              "whether or not", "inference",  "confirm whether"};
  return denies_knowledge(sentence) || has_any(sentence, cues);
}

bool names_what_it_rests_on(std::string_view before) {
  static constexpr std::string_view ends[] = {"ground is",      "grounds are",  "basis is",     "reason is",       "exemption is",
                                              "exemptions are", "exception is", "ground being", "exemption being", "ground for this is"};
  std::string_view text = bare(before);
  // "The exception which protects against this is the one at regulation 12(5)(b)."
  static constexpr std::string_view found[] = {" the one at", " the one in",     " that at",        " that in",    " at",
                                               " in",         " to be found in", " to be found at", " that under", " the one under"};
  for (std::string_view where : found)
    if (text.ends_with(where) && text.substr(0, text.size() - where.size()).ends_with(" is")) {
      text.remove_suffix(where.size());
      break;
    }
  static constexpr std::string_view bases[] = {"position", "ground", "basis", "reason", "exemption", "exception"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); }) ||
         (text.ends_with(" is") && has_any(text, bases) && !has_phrase(text, "not") && !has_phrase(text, "if"));
}

bool points_back(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"this exemption",
                                              "the exemption",
                                              "that exemption",
                                              "this exception",
                                              "the exception",
                                              "these exemptions",
                                              "the exemptions",
                                              "this section",
                                              "that section",
                                              "the section",
                                              "both exemptions",
                                              "those exemptions",
                                              "it",
                                              "exemption is",
                                              "exemption",
                                              "this subsection",
                                              "both sections",
                                              "reliance",
                                              "they",
                                              "its application",
                                              "they"};
  return has_any(sentence, cues);
}

bool speaks_of_request(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"this request",     "your request",  "the request", "this information", "the information",
                                              "that information", "the requested", "this data",   "the data",         "therefore",
                                              "consequently",     "accordingly",   "as such",     "for this reason",  "for these reasons",
                                              "on this basis",    "these details", "this part",   "these parts"};
  return has_any(sentence, cues);
}

bool names_exemption(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"exempt",     "exemption", "exemptions", "exception",
                                              "exceptions", "refusal",   "redaction",  "redactions"};
  return has_any(sentence, cues);
}

bool is_other_case(std::string_view sentence) {
  static constexpr std::string_view cues[] = {"panel there",
                                              "tribunal there",
                                              "in a case called",
                                              "in that case",
                                              "in that appeal",
                                              "another tribunal",
                                              "other tribunal",
                                              "another case",
                                              "one would look",
                                              "nearest thing",
                                              "the equivalent",
                                              "equivalent of",
                                              "counterpart",
                                              "does the work",
                                              "in the other regime",
                                              "under the other",
                                              "by analogy",
                                              "differently constituted",
                                              "another notice",
                                              "other notices",
                                              "earlier notice",
                                              "previous notice",
                                              "different notice",
                                              "another decision notice",
                                              "earlier decision notice",
                                              "previous decision notice",
                                              "previous notices",
                                              "earlier notices",
                                              "decision of the tribunal",
                                              "decision of the first-tier tribunal",
                                              "decision of the upper tribunal",
                                              "decisions of the tribunal",
                                              "decision of this tribunal",
                                              "decisions of this tribunal",
                                              "another panel",
                                              "commissioner there",
                                              "there the commissioner",
                                              "there the tribunal",
                                              "v information commissioner",
                                              "v the information commissioner",
                                              "notice against another",
                                              "decision notice in which",
                                              "another trust's",
                                              "another council's",
                                              "another authority's",
                                              "another body's"};
  return has_any(sentence, cues) || names_notice(sentence);
}

bool recites_law(std::string_view sentence) {
  static constexpr std::string_view cues[] = {
      "conditions",     "reads so far",    "read thus",     "reads thus",      "reads as follows", "so far as material", "provides that",
      "in these terms", "is in two parts", "has two limbs", "has three limbs", "two limbs",        "three limbs",        "states that"};
  return has_any(sentence, cues);
}

bool is_commissioners_decision(std::string_view sentence) {
  static constexpr std::string_view verbs[] = {"decided",  "found",   "concluded", "considered", "held",   "issued",
                                               "accepted", "thought", "dismissed", "ruled",      "upheld", "agreed"};
  static constexpr std::string_view judged[] = {"commissioner was", "commissioner erred", "commissioner's", "was wrong",
                                                "wrongly",          "was mistaken"};
  const bool his = has_phrase(sentence, "the commissioner") || bare(sentence).starts_with("he ") || bare(sentence).starts_with("she ");
  return his && has_any(sentence, verbs) && !has_any(sentence, judged);
}

bool parts_grounds(std::string_view sentence) {
  static constexpr std::string_view heads[] = {"where section", "where it is engaged", "when section", "where that is engaged"};
  static constexpr std::string_view barring[] = {"cannot", "can't", "can not", "may not"};
  return !prefix_of(bare(sentence), heads).empty() && has_any(sentence, barring);
}

bool links_to_case(std::string_view before) {
  static constexpr std::string_view cues[] = {"for that reason", "for this reason", "for those reasons", "for these reasons",
                                              "for which reason"};
  const std::size_t clause = before.rfind(';');
  if (bare(before).ends_with(" so") || bare(before).ends_with(" and therefore")) return true;  // "…, so section 21 lets us off"
  return has_any(clause == std::string_view::npos ? before : before.substr(clause), cues);
}

bool is_this_the_case(std::string_view sentence) {
  static constexpr std::string_view cues[] = {
      "both are the case", "that is the case",  "that is so here",  "this is the case",  "that is the position here",
      "so it is here",     "that applies here", "i have therefore", "we have therefore", "this is such a",
      "yours is such",     "your two",          "it is so here",    "such is the case"};
  static constexpr std::string_view doubts[] = {"if", "whether", "unless", "not"};
  return has_any(sentence, cues) && !has_any(sentence, doubts);
}

bool leaves_it_elsewhere(std::string_view sentence) {
  static constexpr std::string_view leaving[] = {"not repeated",    "not reproduced",   "do not repeat",     "not repeat",
                                                 "not copied",      "not copied out",   "not set out again", "not sent again",
                                                 "not given again", "not printed again"};
  static constexpr std::string_view here[] = {"here", "letter", "reply", "response", "again", "answer", "e-mail", "email"};
  static constexpr std::string_view doubts[] = {"if", "whether", "unless", "may", "might", "please"};
  return has_any(sentence, leaving) && has_any(sentence, here) && !has_any(sentence, doubts);
}

bool ends_by_doing(std::string_view sentence) {
  static constexpr std::string_view ends[] = {"and we do", "and i do", "and we have", "as we do", "and we do so", "and that is what we do",
                                              "as we have"};
  const std::string_view words = bare(sentence);
  return std::ranges::any_of(ends, [words](std::string_view end) { return words.ends_with(end); });
}

bool supposes_held(std::string_view sentence) {
  static constexpr std::string_view suppositions[] = {
      "were it held",       "if it existed",     "if it did exist",     "if it were held",    "if held",
      "if it was held",     "were held",         "if such information", "if the information", "if information",
      "if any information", "were it to exist",  "if it exists",        "did it exist",       "if we held",
      "if the force held",  "if the board held", "if it is held",       "had it been held"};
  static constexpr std::string_view fates[] = {"would be exempt", "could be withheld", "would be withheld",
                                               "be exempt",       "be withheld",       "could be refused"};
  static constexpr std::string_view any[] = {"one of", "any of", "either of", "one or more"};
  return has_any(sentence, suppositions) && has_any(sentence, fates) && !has_any(sentence, any);
}

bool is_ellipsis_of_ground(std::string_view sentence) {
  static constexpr std::string_view heads[] = {
      "not applied", "not engaged",  "not relied on", "not relied upon", "not used",      "not adopted",   "not claimed", "not pursued",
      "not upheld",  "not made out", "not needed",    "so not applied",  "no longer",     "it is not",     "it isn't",    "it does not",
      "it doesn't",  "they do not",  "we did not",    "i did not",       "i don't think", "we don't think"};
  return !prefix_of(bare(sentence), heads).empty();
}

bool claims_harm(std::string_view sentence) {
  static constexpr std::string_view harms[] = {"would be likely to",     "would otherwise", "would prejudice",  "would endanger",
                                               "would adversely affect", "would inhibit",   "would contravene", "would breach",
                                               "would be a breach",      "would be unfair", "would harm",       "would be actionable",
                                               "would undermine",        "would infringe",  "would identify"};
  static constexpr std::string_view doubts[] = {"if", "whether", "unless", "might", "may", "not", "no"};
  return has_any(sentence, harms) && !has_any(sentence, doubts);
}

bool is_passed_by(std::string_view sentence, std::size_t cited) {
  static constexpr std::string_view turning[] = {"not", "no", "never", "cannot", "nothing", "hardly"};
  static constexpr std::string_view uses[] = {"relevant", "needed",  "necessary", "apt",       "fit",
                                              "suitable", "engaged", "breached",  "infringed", "apposite"};
  static constexpr std::string_view calls[] = {"no call for", "no occasion for", "no place for", "no role for", "no use for"};
  static constexpr std::string_view doubts[] = {"if", "whether", "may", "might", "could", "unless", "where", "when", "should"};
  if (has_any(sentence, doubts)) return false;
  if (has_any(sentence.substr(0, std::min(cited, sentence.size())), calls)) return true;
  const std::string_view after = sentence.substr(std::min(cited, sentence.size()));
  // "Section 40 training is not necessary" is of the training.
  static constexpr std::string_view linking[] = {"is",  "was",    "isn't",  "wasn't", "did",    "does",  "has",
                                                 "had", "turned", "proved", "would",  "cannot", "seemed"};
  if (prefix_of(bare(after), linking).empty()) return false;
  for (std::string_view use : uses) {
    const std::size_t at = find_phrase(after, use);
    if (at != std::string_view::npos && has_any(after.substr(0, at), turning)) return true;
  }
  return false;
}

// In the reviewer's own voice, or of what he looks at and nobody else.
bool speaks_as_decider(std::string_view sentence) {
  static constexpr std::string_view voices[] = {"i",
                                                "my",
                                                "me",
                                                "we",
                                                "our",
                                                "us",
                                                "panel",
                                                "the reviewer",
                                                "the trust",
                                                "the council",
                                                "there are",
                                                "there is",
                                                "you were right",
                                                "you are right"};
  static constexpr std::string_view heads[] = {"section",       "s.",        "the use of section", "in retrospect", "the arguments",
                                               "the objection", "regulation"};
  return has_any(sentence, voices) || !prefix_of(bare(sentence), heads).empty();
}

int leaning(std::string_view sentence) {
  static constexpr std::string_view praise[] = {"agree",     "same",      "right",    "good",     "sound",  "share",     "convince",
                                                "convinced", "convinces", "answer",   "apt",      "fair",   "correct",   "content",
                                                "justified", "properly",  "rightly",  "sensible", "fits",   "persuaded", "endorse",
                                                "proper",    "relevant",  "suitable", "support",  "strong", "well"};
  static constexpr std::string_view blame[] = {"disagree", "disagrees",     "wrong",         "mistake",     "mistaken",  "error",
                                               "beyond",   "over-reaction", "overreaction",  "misdirected", "misjudged", "failed",
                                               "fails",    "weak",          "thin",          "unfair",      "unsound",   "unnecessary",
                                               "inapt",    "doubtful",      "misconceived",  "hasty",       "too",       "overdone",
                                               "unhappy",  "regret",        "inappropriate", "excessive",   "stretch",   "difficulty"};
  static constexpr std::string_view turning[] = {"not",    "no",      "never", "cannot", "nothing", "without",
                                                 "hardly", "neither", "nor",   "failed", "fails"};
  static constexpr std::string_view doubts[] = {"if", "whether", "may", "might", "could", "unless", "should", "please", "will"};
  // So far a "not" reaches, in words.
  constexpr int kTurns = 5;
  if (has_any(sentence, doubts)) return 0;
  int sum = 0, since_not = kTurns;
  bool yours = false;
  for (std::size_t i = 0; i < sentence.size();) {
    std::size_t n = 0;
    while (i + n < sentence.size() && (is_word(sentence[i + n]) || sentence[i + n] == '-')) ++n;
    const std::string_view word = sentence.substr(i, n);
    const bool turned = word.size() > 3 && i + n + 1 < sentence.size() && sentence.substr(i + n).starts_with("'t");
    i += n + 1;
    if (word.empty()) continue;
    ++since_not;
    yours = yours || word == "you" || word == "your";
    const int way = among(praise, word) ? 1 : among(blame, word) ? -1 : 0;
    sum += since_not < kTurns ? -way : way;
    if (among(turning, word) || turned) since_not = 0;  // "failed" is blame, and turns what follows
  }
  return yours ? -sum : sum;  // "You were right about section 21."
}

bool keeps_from_requester(std::string_view sentence) {
  static constexpr std::string_view doubts[] = {"if",     "whether",  "unless",  "may",    "might", "would",    "could",
                                                "should", "where",    "when",    "policy", "staff", "guidance", "requests",
                                                "people", "training", "usually", "often",  "hold",  "holds",    "records"};
  static constexpr std::string_view regrets[] = {"sorry",         "regret", "regrettably", "afraid",
                                                 "unfortunately", "sadly",  "disappoint",  "apologise"};
  static constexpr std::string_view hiding[] = {"secret",  "hidden", "edited", "shielded", "resisted", "resist",    "blacked",
                                                "private", "keep",   "kept",   "declined", "decline",  "covered up"};
  static constexpr std::string_view denials[] = {"not", "cannot", "can't", "won't", "unable", "never"};
  static constexpr std::string_view giving[] = {"hand",   "give",    "go",   "pass",   "part", "share",       "show",   "let", "see",
                                                "reveal", "divulge", "copy", "oblige", "help", "for release", "naming", "name"};
  if (has_any(sentence, doubts)) return false;
  return has_any(sentence, regrets) || (has_any(sentence, hiding) && !has_any(sentence, denials)) ||
         (has_any(sentence, denials) && has_any(sentence, giving));
}

}  // namespace foi::understand
