#include "indexer/extract/mail.h"
#include "indexer/extract/readers.h"

namespace foi::extract {

Status read_mail(std::string_view bytes, Sink& sink) {
  Result<MailText> mail = read_mail_text(bytes);
  if (!mail) return mail.error();
  sink.document("message/rfc822", mail->flow.pages(), "");
  for (const HiddenCount& hidden : mail->hidden) sink.hidden(hidden);
  for (const Note& note : mail->notes) sink.note(note);
  mail->flow.give(sink);
  for (const auto& [name, content] : mail->attachments) sink.member(name, content);
  return success();
}

}  // namespace foi::extract
