// Whether a letter is the outcome of an internal review, by the tell-tales of its own words.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/understand/kind_view.h"

namespace foi::understand {

// The letter calls itself a review, or says that the answer was looked at again; or two lesser signs meet: a title, somebody who was asked
// to judge, a complaint of the requester's, a look back at an earlier answer, a verdict on it. A letter that only offers a review is none.
// O(bytes).
bool is_internal_review(const KindView& view);

// "FOI 31/2025 – revised response", "Please treat this as replacing our reply of August", "We were ordered to answer again. This is that
// response": an answer in place of an earlier one, and no review of it, whatever it says of that; what was promised with an earlier part
// of it; what is sent while the Commissioner has the complaint. beginning: the first kAfreshBytes of the text, in lower case, or all of
// it. O(1).
inline constexpr std::size_t kAfreshBytes = 6'000;
bool answers_afresh(std::string_view beginning);

// The authority tells its reader how a review may be had, in a sentence that tells of none that was asked for: an answer, and no review,
// after which only others are left to go to. lower: its own words, in lower case. O(bytes).
bool offers_review(std::string_view lower);

}  // namespace foi::understand
