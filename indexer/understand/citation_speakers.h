// Who speaks at a place of a letter: the requester, whose words it quotes, or the authority; in a review, the reviewer.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/understand/citation_roles.h"
#include "indexer/understand/citation_verdicts.h"
#include "indexer/understand/review_parts.h"

namespace foi::understand {

class Speakers {
 public:
  explicit Speakers(const RoleContext& context);

  // titled: a ground of the chain has its title beside it, as headings have.
  bool is_requester(const Chain& chain, bool titled) const;
  // The place is in a question about other requests, which the letter repeats.
  bool is_asked_about(const Chain& chain) const;
  // The authority refuses there: what its section still holds after that is the answer, however it is headed.
  void note_answer(const Chain& chain);
  // The paragraph decides, or tells of the first answer, in a review that parts what was asked from the rest by no heading.
  bool is_reviewer(const Chain& chain) const;
  // The paragraph is what the reviewer introduces as the answer he looks at: "The Trust replied on 12 June. I repeat the material part:".
  bool is_quoted_answer(const Chain& chain) const;
  ReviewPart part_at(std::size_t at) const { return review_part_at(headings_, at); }

  std::string_view sentence_before(Span sentence) const;
  std::string_view paragraph(Span place) const;
  // The paragraph above that leads to the list in which the place is: "The ones we meet most often are:"; empty without one.
  std::string_view lead_of_list(Span place) const;

 private:
  // A message of a thread, by its line "From:".
  struct Message {
    std::size_t start = 0;
    bool requesters = false;
  };

  void find_messages();
  bool is_quoted(const Chain& chain) const;
  bool in_requesters_message(std::size_t at) const;
  bool answers_what_is_told(const Chain& chain) const;
  std::string_view between(std::size_t from, std::size_t to) const;

  const RoleContext& context_;
  std::string_view lower_;
  std::vector<ReviewHeading> headings_;  // of a review
  Span plea_;                            // what the requester wrote to have the review
  std::vector<Message> messages_;        // in order
  Span answered_;                        // of a section that began as the request: from where it is the answer to its end
};

}  // namespace foi::understand
