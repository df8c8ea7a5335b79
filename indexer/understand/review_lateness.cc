#include "indexer/understand/review_lateness.h"

#include <algorithm>
#include <cstddef>

#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

constexpr CueTable kLate = {"late",       "lateness",    "later than", "delay",      "delays",        "delayed",
                            "time taken", "timeliness",  "timescale",  "timescales", "in time",       "on time",
                            "deadline",   "out of time", "section 10", "overdue",    "took too long", "statutory time"};
constexpr CueTable kFinds = {"uphold", "upheld", "justified", "succeeds", "well founded"};
constexpr CueTable kComplaint = {"complaint", "complaints", "complain", "complained", "point", "concern", "part of your", "appeal"};
// Said of more than the time.
constexpr CueTable kMore = {"in part",  "not",        "don't",     "remainder", "the rest",   "other",      "exemption", "exemptions",
                            "withheld", "disclosed",  "otherwise", "both",      "aside from", "apart from", "refusal",   "decision",
                            "reliance", "section 12", "enclosed",  "sent",      "released",   "provided"};
constexpr CueTable kThis = {"this part",   "this point",   "this aspect",  "this element",   "this ground",    "that part", "that point",
                            "that aspect", "this respect", "that respect", "this complaint", "that complaint", "this limb", "this head"};

std::size_t sentence_end(std::string_view lower, std::size_t at) {
  while (at < lower.size() && lower[at] != '\n' &&
         !((lower[at] == '.' || lower[at] == ';') && (at + 1 == lower.size() || lower[at + 1] == ' ' || lower[at + 1] == '\n')))
    ++at;
  return at;
}

}  // namespace

std::string without_lateness(std::string_view lower) {
  std::string out(lower);
  bool late = false;  // the paragraph has spoken of it
  for (std::size_t at = 0; at < lower.size();) {
    if (lower[at] == '\n') {
      late = late && !(at + 1 < lower.size() && lower[at + 1] == '\n');
      ++at;
      continue;
    }
    const std::size_t end = sentence_end(lower, at);
    const std::string_view sentence = lower.substr(at, end - at);
    const bool here = has_any(sentence, kLate);
    const bool of_it = here || (late && has_any(sentence, kThis));
    if (of_it && has_any(sentence, kFinds) && has_any(sentence, kComplaint) && !has_any(sentence, kMore))
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(at), out.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    late = late || here;
    at = std::max(end, at + 1);
  }
  return out;
}

}  // namespace foi::understand
