#include "indexer/understand/citation_tenor.h"

#include <algorithm>

#include "indexer/understand/cues.h"

namespace foi::understand {

bool is_general(std::string_view sentence) {
  constexpr std::string_view cues[] = {"as a rule", "please be aware",  "usually",       "in general",        "generally", "tend to",
                                       "probably",  "not got that far", "in most cases", "from time to time", "normally"};
  constexpr std::string_view habits[] = {"does not release", "do not release",    "does not disclose",
                                         "do not disclose",  "does not give out", "do not give out"};
  const bool noted = has_phrase(sentence, "please note") && has_any(sentence, habits);
  return noted || has_any(sentence, cues);
}

bool is_of_this_case(std::string_view sentence) {
  constexpr std::string_view cues[] = {"we have",      "has been",         "have been",    "is being",     "are being", "therefore",
                                       "in this case", "on this occasion", "your request", "this request", "we are"};
  return has_any(sentence, cues);
}

bool speaks_of_ground(std::string_view section, std::string_view sentence) {
  struct Matter {
    std::string_view foia, foisa, words[9];
  };
  constexpr Matter matters[] = {
      {"foia-12", "foisa-12", {"hours", "cost limit", "appropriate limit", "estimate", "exceed", "cost of compliance", "time limit"}},
      {"foia-21",
       "foisa-25",
       {"website", "web site", "published", "publicly available", "accessible", "link", "available", "publication scheme", "register"}},
      {"foia-22",
       "foisa-27",
       {"to be published", "will be published", "future publication", "publish", "publication", "due to be published"}},
      {"foia-24", "foisa-31", {"national security", "safeguarding"}},
      {"foia-31", "foisa-35", {"prevention of crime", "detection of crime", "prejudice", "law enforcement", "security"}},
      {"foia-36", "foisa-30", {"free and frank", "qualified person", "deliberation", "conduct of public affairs"}},
      {"foia-38", "foisa-39", {"endanger", "health and safety", "physical or mental", "safety"}},
      {"foia-40",
       "foisa-38",
       {"personal data", "personal information", "third party", "individuals", "names", "data protection", "identify", "identifiable"}},
      {"foia-41", "foisa-36", {"in confidence", "confidence", "confidential", "confidentiality"}},
      {"foia-42", "foisa-36", {"legal advice", "privilege", "legal professional privilege", "solicitor", "counsel"}},
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
  constexpr std::string_view cues[] = {
      "how often",         "how many",           "number of requests", "requests refused", "refused requests",  "requests were refused",
      "requests received", "requests which are", "requests that are",  "number of times",  "requests in which", "breakdown of"};
  if (has_any(sentence, cues)) return true;
  for (std::size_t at = sentence.find(" requests"); at != std::string_view::npos; at = sentence.find(" requests", at + 1))
    if (at > 0 && sentence[at - 1] >= '0' && sentence[at - 1] <= '9') return true;
  return false;
}

bool gives_example(std::string_view before) {
  constexpr std::string_view cues[] = {"for instance", "for example", "such as", "e.g", "eg", "including"};
  return has_any(before, cues);
}

bool adds_ground(std::string_view sentence) {
  constexpr std::string_view cues[] = {"in addition",
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
                                       "not picked up",
                                       "earlier response picked up",
                                       "on top of what",
                                       "should also have",
                                       "for the first time",
                                       "having now been found",
                                       "now relies",
                                       "now rely"};
  return has_any(sentence, cues);
}

bool speaks_of_itself(std::string_view sentence) {
  constexpr std::string_view cues[] = {"the trust",     "the council",  "we",           "our",
                                       "would require", "in this case", "your request", "this request"};
  return has_any(sentence, cues);
}

bool is_conditional(std::string_view sentence) {
  constexpr std::string_view cues[] = {
      "there may be",    "reserve the right", "unless an",         "unless one", "if we estimate", "may charge", "if we consider",
      "may have to",     "may need to",       "in the event that", "should we",  "if the",         "if it is",   "may also apply",
      "if your request", "if somebody",       "if someone",        "if anyone",  "if a person"};
  return has_any(sentence, cues);
}

bool is_comparison(std::string_view sentence) {
  constexpr std::string_view cues[] = {"isn't in play",
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
  constexpr std::string_view cues[] = {"thought about", "wondered",      "gave consideration", "raised whether",      "whether",
                                       "might",         "could have",    "also considered",    "considered applying", "considered relying",
                                       "to consider",   "not considered"};
  return has_any(sentence, cues);
}

bool tells_of_the_past(std::string_view sentence) {
  constexpr std::string_view cues[] = {"in the past",    "previously taken", "until recently", "in earlier cases", "on other occasions",
                                       "in other cases", "in those days",    "at one time",    "used to refuse",   "used to withhold",
                                       "used to rely",   "used to cite",     "used to apply",  "used to treat",    "requests like yours",
                                       "formerly",       "for years",        "for many years", "years ago",        "for some years"};
  return has_any(sentence, cues);
}

bool is_practice_given_up(std::string_view sentence) {
  constexpr std::string_view cues[] = {"no longer our practice", "no longer our policy", "no longer the practice", "no longer do so",
                                       "no longer do this",      "stopped doing",        "have since changed",     "not our practice"};
  return has_any(sentence, cues);
}

bool is_template(std::string_view sentence) {
  constexpr std::string_view cues[] = {"delete if", "delete as", "delete where", "delete whichever", "amend as", "insert section"};
  return has_any(sentence, cues);
}

bool denies_knowledge(std::string_view text) {
  constexpr std::string_view cues[] = {"neither confirm nor deny",
                                       "neither confirms nor denies",
                                       "confirm or deny",
                                       "neither confirming nor denying",
                                       "confirm nor deny",
                                       "confirming or denying",
                                       "nor deny",
                                       "ncnd",
                                       "neither confirm or deny",
                                       "neither confirmed nor denied",
                                       "confirmation or denial"};
  return has_any(text, cues);
}

bool speaks_of_duty_to_confirm(std::string_view sentence) {
  constexpr std::string_view cues[] = {"duty",           "obligation", "say whether",    "saying whether",
                                       "whether or not", "inference",  "confirm whether"};
  return denies_knowledge(sentence) || has_any(sentence, cues);
}

bool names_what_it_rests_on(std::string_view before) {
  constexpr std::string_view ends[] = {"ground is",      "grounds are",  "basis is",     "reason is",       "exemption is",
                                       "exemptions are", "exception is", "ground being", "exemption being", "ground for this is"};
  const std::string_view text = bare(before);
  constexpr std::string_view bases[] = {"position", "ground", "basis", "reason", "exemption", "exception"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); }) ||
         (text.ends_with(" is") && has_any(text, bases) && !has_phrase(text, "not") && !has_phrase(text, "if"));
}

bool points_back(std::string_view sentence) {
  constexpr std::string_view cues[] = {"this exemption",
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
  constexpr std::string_view cues[] = {"this request",     "your request",  "the request", "this information", "the information",
                                       "that information", "the requested", "this data",   "the data",         "therefore",
                                       "consequently",     "accordingly",   "as such",     "for this reason",  "for these reasons",
                                       "on this basis",    "these details", "this part",   "these parts"};
  return has_any(sentence, cues);
}

bool names_exemption(std::string_view sentence) {
  constexpr std::string_view cues[] = {"exempt",     "exemption", "exemptions", "exception",
                                       "exceptions", "refusal",   "redaction",  "redactions"};
  return has_any(sentence, cues);
}

}  // namespace foi::understand
