// What kind of thing a sentence says of a ground: of requests in general or of this one, of what was or may be, by way of example or
// comparison, of the ground's own matter. Whose words it is, is citation_voice.h.
#pragma once

#include <string_view>

namespace foi::understand {

// All take repaired text in lower case.

// What holds of requests in general: "as a rule", "please be aware".
bool is_general(std::string_view sentence);
bool is_of_this_case(std::string_view sentence);
// Words of the ground's own matter: "foia-21" and "published", "foia-43" and "bids".
bool speaks_of_ground(std::string_view section, std::string_view sentence);
// Counts of requests by the ground that refused them.
bool is_statistics(std::string_view sentence);
// "for instance", "such as" before a citation.
bool gives_example(std::string_view before);
// Said of a ground that joins the others.
bool adds_ground(std::string_view sentence);
// "New ground: ", "added at review - " right before a citation, as a cell of a table has it.
bool is_labelled_new(std::string_view before);
bool speaks_of_itself(std::string_view sentence);
// "there may be", "reserve the right", "if we estimate".
bool is_conditional(std::string_view sentence);
// "(section 12(1)) which does not oblige an authority to comply if …": what stands after a citation quotes the law.
bool tells_what_law_says(std::string_view after_citation);
// "may", "could", "for example": of what is not known to be.
bool supposes(std::string_view sentence);
// The section is named for comparison only.
bool is_comparison(std::string_view sentence);
// A ground is weighed that nobody had relied on yet.
bool weighs(std::string_view sentence);
// Of what was done with other requests.
bool tells_of_the_past(std::string_view sentence);
// "That is no longer our practice": of what the sentence before told.
bool is_practice_given_up(std::string_view sentence);
// A line of the template that nobody took out: "delete if not applicable".
bool is_template(std::string_view sentence);
// "neither confirm nor deny", however said; and the duty that it refuses.
bool denies_knowledge(std::string_view text);
bool speaks_of_duty_to_confirm(std::string_view sentence);
// before ends with "the ground is", "the exemption is".
bool names_what_it_rests_on(std::string_view before);
// "this exemption", "it": of the ground named before. And "this request", "this information": of what was asked.
bool points_back(std::string_view sentence);
bool speaks_of_request(std::string_view sentence);
bool names_exemption(std::string_view sentence);

// In a notice: of a case other than this one, or of what the other regime would say.
bool is_other_case(std::string_view sentence);
// The law is recited: its words, its conditions.
bool recites_law(std::string_view sentence);
// "The Commissioner decided that", told by the Tribunal.
bool is_commissioners_decision(std::string_view sentence);
// "Where section 30 applies, section 31 cannot": how the law parts two grounds.
bool parts_grounds(std::string_view sentence);
// before a citation that tells the law: "for that reason"; and of the sentence after it: "both are the case", "I have therefore".
bool links_to_case(std::string_view before);
bool is_this_the_case(std::string_view sentence);
// "They are on our website, so they are not repeated in this letter": what can be had elsewhere is left there.
bool leaves_it_elsewhere(std::string_view sentence);
// "… gives us grounds to refuse, and we do."
bool ends_by_doing(std::string_view sentence);
// "if it existed, it would be exempt", but not the law's own words of any of several sections.
bool supposes_held(std::string_view sentence);
// "Not applied." after a ground.
bool is_ellipsis_of_ground(std::string_view sentence);
// "disclosure would be likely to prejudice", "would be a breach of confidence".
bool claims_harm(std::string_view sentence);
// What a sentence of a review makes of a ground that no verb of it decides: above 0 that it was right, below 0 that it was wrong, by the
// words of praise and blame in it, each turned by a "not" before it. O(bytes).
int leaning(std::string_view sentence);
// "Section 44 turned out not to be relevant", "there was no call for section 14": a citation ends at
// that byte of the sentence, and is left alone.
bool is_passed_by(std::string_view sentence, std::size_t cited);
bool speaks_as_decider(std::string_view sentence);
// "I have to disappoint you", "we are not in a position to hand these over", "has been edited": kept from whoever asks, in whatever words.
bool keeps_from_requester(std::string_view sentence);

}  // namespace foi::understand
