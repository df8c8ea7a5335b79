// Words that sentences about a letter's days share. Internal to the readers of dates.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "indexer/understand/tokens.h"

namespace foi::understand::dates {

template <std::size_t N>
using Words = std::array<std::string_view, N>;

template <std::size_t N>
bool is_in(std::string_view word, const Words<N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr Words<20> kRequestNouns{"appeal",    "request",        "requests", "email",   "emails",      "mail",     "letter",
                                  "enquiry",   "inquiry",        "query",    "message", "foi",         "question", "questions",
                                  "complaint", "correspondence", "fax",      "form",    "application", "eir"};
constexpr Words<17> kReply{"response",      "reply",           "replied",       "responded", "answer",  "answered",
                           "acknowledged",  "acknowledgement", "acknowledging", "decision",  "refusal", "refused",
                           "clarification", "clarified",       "extension",     "holding",   "meeting"};

inline bool has(Tokens words, std::string_view word) {
  return std::any_of(words.begin(), words.end(), [&](const Token& token) { return token.word == word; });
}

}  // namespace foi::understand::dates
