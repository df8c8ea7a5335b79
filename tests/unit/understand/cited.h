// A fragment of a letter → what is claimed ("id status") and, in brackets, what is only mentioned ("(id role)"), in the order first cited.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/understand/letters.h"

namespace foi::understand {

struct CitedRow {
  std::string_view text, expected;
};

inline std::string described(const Record& record) {
  std::string all;
  const auto add = [&](const std::string& one) { all += (all.empty() ? "" : "; ") + one; };
  for (const Citation& c : record.exemptions) add(c.id + ' ' + std::string(name_of(c.status)));
  for (const Mention& m : record.mentioned) add('(' + m.id + ' ' + std::string(name_of(m.role)) + ')');
  return all.empty() ? "-" : all;
}

// Claims alone, in order of id: what is only mentioned is tested elsewhere.
inline std::string claims_of(const std::string& described) {
  std::vector<std::string> claims;
  for (std::size_t at = 0; at < described.size();) {
    const std::size_t end = std::min(described.find("; ", at), described.size());
    const std::string one = described.substr(at, end - at);
    if (one != "-" && !one.starts_with('(')) claims.push_back(one);
    at = end + 2;
  }
  std::ranges::sort(claims);
  std::string all;
  for (const std::string& one : claims) all += (all.empty() ? "" : "; ") + one;
  return all.empty() ? "-" : all;
}

// What rules and words make of each place: a fragment is no letter, of which all places could be weighed together (ground_model.h).
inline Record read_in_places(std::string_view text) {
  static const std::unique_ptr<const Reference> reference = [] {
    auto places = std::make_unique<Reference>(builtin_reference());
    places->standings.clear();
    places->kept.keep();
    return places;
  }();
  return understand_text(text, nullptr, *reference).record;
}

inline std::string in_answer(std::string_view text) {
  return described(read_in_places("Dear Enquirer,\n\nThank you for your request for information.\n\n" + std::string(text) + '\n'));
}

inline std::string in_request(std::string_view text) {
  return described(read_in_places("Dear Enquirer,\n\nYour request was as follows:\n\n1. How many beds were open in May?\n\n" +
                                  std::string(text) + "\n\nResponse\n\n1. Nine beds.\n"));
}

// Under a letter that says it reviews an answer; the fragment has the request, the first answer and the findings, as it likes.
inline std::string in_review(std::string_view text) {
  return described(
      read_in_places("Dear Enquirer,\n\nInternal review\n\nThank you for your e-mail of 3 May, in which you asked for an internal "
                     "review of our response to your request.\n\n" +
                     std::string(text) + "\n\nIf you remain dissatisfied, you may complain to the Information Commissioner.\n"));
}

// A decision notice of the Commissioner with these paragraphs.
inline std::string notice_with(std::string_view text) {
  return "Reference: IC-101234-X5Y6\n\nFreedom of Information Act 2000 (FOIA)\n\nDecision notice\n\nDate: 3 May 2022\n\nPublic Authority: "
         "Northfield Council\n\nDecision (including any steps ordered)\n\n1. The complainant asked for a contract. The Commissioner's "
         "decision is below, and he requires no steps to be taken.\n\n" +
         std::string(text) +
         "\n\nRight of appeal\n\nEither party has the right to appeal against this decision notice to the First-tier Tribunal (Information "
         "Rights).\n";
}

}  // namespace foi::understand
