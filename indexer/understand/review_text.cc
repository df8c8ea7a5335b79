#include "indexer/understand/review_text.h"

#include "indexer/understand/citation_voice.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

bool tells_of_then(std::string_view lower) {
  static constexpr CueTable kThen = {"refused",      "replied",       "answered",       "were told", "was told",
                                     "told you",     "we told",       "relied",         "it said",   "was said",
                                     "was withheld", "were withheld", "the answer was", "cited",     "we said"};
  return tells_first_answer(lower) || has_any(lower, kThen);
}

ReviewText::CitedThere ReviewText::cited_in(Span place) const {
  const auto by_start = [](const Judged& j) { return j.cited->span.start; };
  auto at = std::ranges::lower_bound(judged_, place.start, {}, by_start);
  CitedThere cited{static_cast<std::size_t>(at - judged_.begin()), {}};
  for (; at != judged_.end() && at->cited->span.start < place.end; ++at)
    cited.places.push_back({at->cited->span.start - place.start, std::min(at->cited->span.end, place.end) - place.start});
  return cited;
}

bool ReviewText::cites_ground(Span place) const {
  const CitedThere cited = cited_in(place);
  for (std::size_t i = 0; i < cited.places.size(); ++i)
    if (class_of(*judged_[cited.first + i].info) == CodeClass::ground) return true;
  return false;
}

bool ReviewText::may_decide(std::size_t at) const {
  const ReviewPart part = part_at(at);
  if (part == ReviewPart::complaint || part == ReviewPart::request || part == ReviewPart::first_answer) return false;
  const SectionKind kind = section_at(context_.sections, context_.text.original(at));
  return !is_boilerplate(kind) && kind != SectionKind::quoted_thread && kind != SectionKind::mail_headers &&
         (kind != SectionKind::request || part == ReviewPart::decision);
}

}  // namespace foi::understand
