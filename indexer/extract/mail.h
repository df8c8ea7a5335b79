// Messages as they travelled → what a reader of the message sees, and what is attached. The one file that speaks GMime (mail.cc).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/flow.h"
#include "indexer/model/document.h"
#include "indexer/model/result.h"

namespace foi::extract {

struct MailText {
  Flow flow;  // "From: …" and the other headers people see, an empty line, the body
  std::vector<HiddenCount> hidden;
  std::vector<Note> notes;
  std::vector<std::pair<std::string, std::string>> attachments;  // name, bytes; a forwarded message is one
};

// Of a body that comes in several forms the richest is read, as mail programs do. Of a mailbox file (mbox) that is the first message; the
// others are attachments. What is signed is read and its signature passed over. Errors: kDocument ("encrypted for its addressee", …).
Result<MailText> read_mail_text(std::string_view bytes);

// Text without the line that mailbox files have before a message ("From a@example.org Mon May  1 10:00:00 2023"), if it begins with one.
std::string_view after_mbox_line(std::string_view text);

// Opens what GMime needs and a shut sandbox refuses: converters of the charsets that letters come in.
Status prepare_mail();

}  // namespace foi::extract
