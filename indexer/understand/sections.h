// The parts of a letter, told by the phrases that open them (domain notes on outcomes, section 4). Two letters in one (an internal review
// that quotes the first answer, a thread) give the same kinds more than once.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/understand/letter.h"

namespace foi::understand {

enum class SectionKind : std::uint8_t {
  letterhead,            // all before the salutation or the first opener: names, address, date
  reference_block,       // "Our Ref:", "Date:" … lines
  request,               // what was asked; questions, and answers typed between them, too
  response,              // the body of the answer; also everything no other opener claims after the opening
  exemption_reasons,     // "Section NN – Title", "Refusal notice", "Reasons for not providing"
  public_interest_test,  // factors for and against
  review_rights,         // how to ask for an internal review (boilerplate)
  ico_address,           // how to complain to the Commissioner (boilerplate)
  re_use,                // licence, re-use of public sector information (boilerplate)
  signature,             // from "Yours sincerely" to the next opener
  disclaimer,            // e-mail disclaimers, website chrome, surveys (boilerplate)
  quoted_thread,         // an earlier answer quoted under a review, or older messages of an e-mail
  mail_headers,          // From:, To:, Sent:, Subject:
  review_decision,       // what an internal review decided
};

struct Section {
  SectionKind kind = SectionKind::response;
  std::size_t start = 0, end = 0;  // bytes of Letter::text, on line starts
};

// Sections in order, covering the whole text without gap or overlap. An empty text has none. O(bytes).
std::vector<Section> find_sections(const Letter& letter);

// The kind at a place; response when there are no sections.
SectionKind section_at(const std::vector<Section>& sections, std::size_t offset);

// Shown, but neither searched nor classified: review rights, the Commissioner's address, re-use, disclaimers.
bool is_boilerplate(SectionKind kind);

}  // namespace foi::understand
