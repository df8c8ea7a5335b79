// What the columns of a disclosure log mean, by the words at their head. Pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace foi::understand {

enum class LogColumn : std::uint8_t {
  none,  // nothing that is known
  reference,
  received,
  responded,
  published,  // the day the log was written, not the day of an answer
  date,       // of what is not said
  subject,
  request,   // its words
  response,  // its words
  outcome,
  exemption,
  link,
  authority,
  requester,
};

// In English or Welsh: "FOI Ref No." → reference, "Date of response" → responded, "Response" → response … Words that only qualify do not
// matter; one that makes it another thing does: "Contract reference", "Start date", "Job title" and "Number of requests" are none.
LogColumn log_column(std::string_view heading);

// The words name requests for information as only a log of them, or a page round it, does: "FOI", "request", "exemption", "disclosure log".
bool names_requests(std::string_view words);

// What no list has but one of requests under the Acts: "FOI", "EIR", "Freedom of Information", "disclosure log".
bool names_foi(std::string_view words);
// "FOI 24/118", "FOI-2024-273", "RFI2207".
bool has_foi_reference(std::string_view text);
// The title of such a list: "FOI requests 2023", "Disclosure log", "EIR register"; but no single request's, "Response to FOI 24/118".
bool is_log_title(std::string_view title);

// A category of requesters ("Media", "Member of the public"), which is nobody's name.
bool is_requester_category(std::string_view value);

}  // namespace foi::understand
