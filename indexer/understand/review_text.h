// An internal review as its sentences: which of them cite grounds, which are the reviewer's own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "indexer/understand/citation_levels.h"
#include "indexer/understand/citation_lines.h"
#include "indexer/understand/citation_roles.h"
#include "indexer/understand/part_labels.h"
#include "indexer/understand/review_parts.h"

namespace foi::understand {

// "We refused (a) under section 43(2)", "it was answered that the plan could not be given": a sentence that tells of the first answer.
bool tells_of_then(std::string_view lower);

// All places are of the repaired text. Both given outlive it.
class ReviewText {
 public:
  // judged: every code cited, in order of place.
  ReviewText(const RoleContext& context, const std::vector<Judged>& judged)
      : context_(context), judged_(judged), headings_(review_headings(context.text)) {}

  const RoleContext& context() const { return context_; }
  const std::vector<Judged>& judged() const { return judged_; }
  std::string_view lower(Span place) const { return context_.text.lower_view(place); }
  Span whole() const { return {0, context_.text.lower.size()}; }
  ReviewPart part_at(std::size_t at) const { return review_part_at(headings_, at); }

  // The citations in a place, as places in it, and the first of them among judged.
  struct CitedThere {
    std::size_t first = 0;
    std::vector<Span> places;
  };
  CitedThere cited_in(Span place) const;
  bool cites_ground(Span place) const;
  std::vector<SentencePiece> pieces_at(Span place) const { return pieces_of(lower(place), cited_in(place).places); }

  // The reviewer speaks there, and decides: not the request, the first answer, the complaint, nor what is quoted.
  bool may_decide(std::size_t at) const;

  // Each sentence that begins in a place.
  template <class Take>
  void each_sentence(Span place, Take take) const {
    const std::string_view text = lower({0, place.end});
    for (std::size_t at = place.start; at < text.size();) {
      while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '.')) ++at;
      if (at >= text.size()) break;
      const Span sentence = sentence_at(context_.text, {at, at + 1});
      take(sentence);
      at = std::max(sentence.end, at) + 1;
    }
  }

 private:
  const RoleContext& context_;
  const std::vector<Judged>& judged_;
  std::vector<ReviewHeading> headings_;
};

}  // namespace foi::understand
