// Addresses that can be told by their shape alone: e-mail, web, telephone, postcode.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/letter.h"

namespace foi::understand {

struct EmailAddress {
  Span where;
  std::string local, domain;  // lower case
};
struct WebHost {
  Span where;        // the whole address, path included
  std::string host;  // lower case, without "www."
};
struct PhoneNumber {
  Span where;
  std::string digits;  // national form: "01632960123"
};
struct Postcode {
  Span where;
  std::string code;  // without space, capitals; O, I and S that stand where a digit must read as 0, 1, 5
};

// All in order; O(bytes) each. E-mail addresses also with "(at)" for the sign.
std::vector<EmailAddress> find_emails(std::string_view text);
// http(s) addresses, "www." addresses, and bare names that end in .uk, .scot, .wales or .nhs.net; not the domain of an e-mail address.
std::vector<WebHost> find_hosts(std::string_view text);
// British numbers as printed: 01632 960123, (01632) 960 123, +44 (0)1632 960123, 07700 900123, 0300 …; a leading 0 or +44 is needed.
std::vector<PhoneNumber> find_phones(std::string_view text);
// Whole postcodes only, in capitals: not inside a longer word, never one without its second half.
std::vector<Postcode> find_postcodes(std::string_view text);
// "L9 7BB", "l97bb" → "L97BB".
std::string postcode_key(std::string_view postcode);

}  // namespace foi::understand
