#include "indexer/understand/name_labels.h"

#include <unordered_map>

namespace foi::understand {

NameLabel name_label(const std::vector<std::string>& words) {
  static const std::unordered_map<std::string, NameLabel> labels{{"from", NameLabel::from},
                                                                 {"sent by", NameLabel::from},
                                                                 {"to", NameLabel::to},
                                                                 {"cc", NameLabel::to},
                                                                 {"bcc", NameLabel::to},
                                                                 {"reply to", NameLabel::from},
                                                                 {"name", NameLabel::requester},
                                                                 {"requester", NameLabel::requester},
                                                                 {"requestor", NameLabel::requester},
                                                                 {"applicant", NameLabel::requester},
                                                                 {"requester name", NameLabel::requester},
                                                                 {"requested by", NameLabel::requester},
                                                                 {"name of requester", NameLabel::requester},
                                                                 {"name of applicant", NameLabel::requester},
                                                                 {"your name", NameLabel::requester},
                                                                 {"full name", NameLabel::requester},
                                                                 {"first name", NameLabel::requester},
                                                                 {"surname", NameLabel::requester},
                                                                 {"last name", NameLabel::requester},
                                                                 {"customer", NameLabel::requester},
                                                                 {"enquirer", NameLabel::requester},
                                                                 {"contact", NameLabel::staff},
                                                                 {"contact name", NameLabel::staff},
                                                                 {"fao", NameLabel::staff},
                                                                 {"for the attention of", NameLabel::staff},
                                                                 {"author", NameLabel::staff},
                                                                 {"authors", NameLabel::staff},
                                                                 {"prepared by", NameLabel::staff},
                                                                 {"completed by", NameLabel::staff},
                                                                 {"signed", NameLabel::staff},
                                                                 {"reviewed by", NameLabel::staff},
                                                                 {"reviewer", NameLabel::staff},
                                                                 {"case officer", NameLabel::staff},
                                                                 {"handled by", NameLabel::staff},
                                                                 {"chair", NameLabel::staff},
                                                                 {"chairman", NameLabel::staff},
                                                                 {"chief executive", NameLabel::staff},
                                                                 {"chief executive officer", NameLabel::staff},
                                                                 {"investigating officer", NameLabel::staff},
                                                                 {"responding officer", NameLabel::staff},
                                                                 {"response by", NameLabel::staff},
                                                                 {"approved by", NameLabel::staff},
                                                                 {"sent to", NameLabel::to},
                                                                 {"sent via e mail to", NameLabel::to},
                                                                 {"by email", NameLabel::to},
                                                                 {"by email to", NameLabel::to},
                                                                 {"via email", NameLabel::to},
                                                                 {"contact officer", NameLabel::staff},
                                                                 {"lead officer", NameLabel::staff},
                                                                 {"dpo", NameLabel::staff},
                                                                 {"data protection officer", NameLabel::staff},
                                                                 {"document owner", NameLabel::staff},
                                                                 {"policy author", NameLabel::staff},
                                                                 {"executive lead", NameLabel::staff}};
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
  const auto found = labels.find(joined);
  return found == labels.end() ? NameLabel::none : found->second;
}

}  // namespace foi::understand
