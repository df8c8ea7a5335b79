// Words that govern what is said of a ground, by what they do. For stance.cc.
#pragma once

#include <string_view>

namespace foi::understand {

inline constexpr std::string_view kNot[] = {"not",     "never",   "no",      "cannot",  "unable", "nor",   "declined",
                                            "decline", "without", "neither", "nothing", "none",   "nobody"};
inline constexpr std::string_view kModals[] = {"may", "might", "could", "would", "can"};
inline constexpr std::string_view kDoubts[] = {"if", "whether", "unless", "where", "when", "should", "were", "had"};
inline constexpr std::string_view kRight[] = {"correctly",   "rightly",  "properly", "appropriately", "validly",
                                              "justifiably", "correct",  "right",    "entitled",      "justified",
                                              "appropriate", "lawfully", "proper",   "reasonable",    "accurately"};
inline constexpr std::string_view kWrong[] = {
    "incorrectly", "wrongly",       "erroneously", "improperly",    "mistakenly",  "inappropriately", "unnecessarily",
    "misplaced",   "misconceived",  "wrong",       "incorrect",     "misapplied",  "mistaken",        "unjustifiably",
    "inaccurate",  "inappropriate", "error",       "mistake",       "unjustified", "unfounded",       "erred",
    "err",         "erring",        "misread",     "misunderstood", "misjudged"};
inline constexpr std::string_view kOwn[] = {"we",           "i",          "trust",   "council", "board",        "force", "authority",
                                            "department",   "university", "service", "icb",     "commissioner", "panel", "reviewer",
                                            "constabulary", "police",     "agency",  "college", "tribunal"};
inline constexpr std::string_view kGeneric[] = {"authorities", "anyone", "bodies"};
inline constexpr std::string_view kComplaints[] = {"complaint", "complaints", "appeal",    "appeals",
                                                   "concern",   "concerns",   "objection", "challenge"};
inline constexpr std::string_view kDecisions[] = {"decision",    "decisions",  "response",   "refusal",     "exemption", "exemptions",
                                                  "exception",   "exceptions", "reliance",   "application", "use",       "position",
                                                  "withholding", "section",    "sections",   "engagement",  "answer",    "reply",
                                                  "redactions",  "s",          "regulation", "finding"};
inline constexpr std::string_view kAnswers[] = {"answer",  "answers", "reply",  "response", "letter",
                                                "reasons", "refusal", "notice", "decision"};
inline constexpr std::string_view kGrounds[] = {"ground",     "grounds",  "exemption", "exemptions", "exception", "exceptions", "section",
                                                "regulation", "sections", "provision", "provisions", "reason",    "reasons",    "head"};
inline constexpr std::string_view kKeeping[] = {"upholding",     "maintaining", "withholding", "maintain", "withhold",  "non-disclosure",
                                                "nondisclosure", "exemption",   "exception",   "refusal",  "against",   "confidentiality",
                                                "privacy",       "withheld",    "exemptions",  "keeping",  "prejudice", "harm"};
inline constexpr std::string_view kOpening[] = {"disclosure", "disclosing",  "release",   "releasing",      "openness",  "transparency",
                                                "disclose",   "publication", "requester", "accountability", "complying", "compliance"};
inline constexpr std::string_view kLimits[] = {"limit", "limits", "hours", "threshold", "450", "600", "cap", "ceiling"};

}  // namespace foi::understand
