#include "indexer/understand/mailboxes.h"

#include <string>
#include <unordered_set>

#include "indexer/understand/person_names.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

using WordSet = std::unordered_set<std::string_view>;

bool is_mailbox_word(std::string_view word) {
  static const WordSet words{"foi",
                             "foia",
                             "foirequest",
                             "foirequests",
                             "freedom",
                             "freedomofinformation",
                             "information",
                             "info",
                             "enquiries",
                             "enquiry",
                             "complaints",
                             "complaint",
                             "pals",
                             "admin",
                             "office",
                             "team",
                             "request",
                             "requests",
                             "contact",
                             "governance",
                             "ig",
                             "igteam",
                             "communications",
                             "comms",
                             "press",
                             "records",
                             "sar",
                             "dpo",
                             "dpa",
                             "casework",
                             "support",
                             "helpdesk",
                             "hello",
                             "mail",
                             "data",
                             "hr",
                             "recruitment",
                             "procurement",
                             "finance",
                             "foiteam",
                             "foienquiries",
                             "postmaster",
                             "noreply",
                             "reply",
                             "no",
                             "sales",
                             "service",
                             "services",
                             "accessinfo",
                             "infoaccess",
                             "accesstoinfo",
                             "customer",
                             "feedback",
                             "headquarters",
                             "corporate",
                             "legal",
                             "subjectaccess",
                             "dataprotection",
                             "experience",
                             "patient",
                             "general",
                             "reception",
                             "webmaster",
                             "website",
                             "web",
                             "secretary",
                             "trustsecretary",
                             "rights",
                             "informationrights",
                             "informationgovernance",
                             "foiadmin",
                             "foidept",
                             "media",
                             "publicity",
                             "eir",
                             "disclosure",
                             "unit",
                             "help",
                             "advice",
                             "service1",
                             "customerservices",
                             "psi",
                             "reuse",
                             "privacy",
                             "security",
                             "it",
                             "library",
                             "education"};
  return words.contains(word);
}

}  // namespace

bool is_public_domain(std::string_view domain) {
  for (std::string_view ending :
       {".nhs.uk", ".gov.uk", "nhs.net", ".police.uk", ".ac.uk", ".nhs.scot", ".gov.scot", ".hscni.net", ".nhs.wales", ".gov.wales",
        ".parliament.uk", ".mod.uk", "ico.org.uk", "infreemation.co.uk", ".sch.uk", ".fire.uk", ".gov.ie"})
    if (domain.ends_with(ending) || domain == ending.substr(ending.front() == '.' ? 1 : 0)) return true;
  return false;
}

bool is_role_mailbox(const EmailAddress& email) {
  const bool office = is_public_domain(email.domain);
  std::size_t roles = 0, others = 0, names = 0;
  std::string part;
  for (char c : email.local + ".") {
    if (is_lower(c)) {
      part += c;
      continue;
    }
    if (part.empty()) continue;
    // In an office's own domain "rdash.foirdash@" and "swbh-gm-foirequests@" are mailboxes of the office too.
    const bool role =
        is_mailbox_word(part) ||
        (office && (part.starts_with("foi") || part.find("freedomofinfo") != std::string::npos || part.ends_with("foi") ||
                    part.find("enquir") != std::string::npos || part.find("request") != std::string::npos ||
                    part.find("complaint") != std::string::npos || part.ends_with("team") || part.find("pals") != std::string::npos));
    ++(role ? roles : others);
    names += !role && is_first_name(part) ? 1 : 0;
    part.clear();
  }
  return roles > 0 && names == 0 && (others == 0 || office);
}

bool is_blanked(const EmailAddress& email) { return email.local.find_first_not_of("x.*_-") == std::string::npos; }

}  // namespace foi::understand
