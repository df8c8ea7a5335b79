// One reader for each document format, each in one file. They run inside a worker, hold no state between documents and read only the bytes
// they are given. Each calls Sink::document once and then gives pages in order. Errors: kDocument with a reason for people
// ("encrypted with a password", "truncated", …).
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/worker.h"

namespace foi::extract {

// The format by content; name_hint (a file name's extension) only tells kinds of text apart: what people call a web page, a CSV file, a
// message or Markdown is read as one even where it does not look it.
// "application/pdf", "…wordprocessingml.document", "…spreadsheetml.sheet", "text/csv", "text/markdown", "text/plain",
// and others that no reader takes yet ("application/msword", "image/png", "message/rfc822" …), "application/octet-stream" at last.
std::string sniff_media_type(std::string_view bytes, std::string_view name_hint);

Status read_pdf(std::string_view bytes, Sink& sink);
Status read_docx(std::string_view bytes, Sink& sink);
Status read_xlsx(std::string_view bytes, Sink& sink);
Status read_pptx(std::string_view bytes, Sink& sink);
Status read_odt(std::string_view bytes, Sink& sink);
Status read_ods(std::string_view bytes, Sink& sink);
Status read_html(std::string_view bytes, Sink& sink);
// A message, its attachments given as members.
Status read_mail(std::string_view bytes, Sink& sink);
// No pages of its own; its files are members.
Status read_zip_document(std::string_view bytes, Sink& sink);
Status read_csv(std::string_view bytes, Sink& sink);
// Whether text that no name calls CSV is a table without doubt: its first rows are some, of the same three fields or more, under short
// headings.
bool is_plainly_csv(std::string_view text);
// PNG, JPEG, TIFF: a page for each picture, all for OCR.
Status read_image(std::string_view bytes, std::string_view media_type, Sink& sink);
Status read_text(std::string_view bytes, std::string_view media_type, Sink& sink);

// The reader for the sniffed type; kDocument "not read yet: TYPE" where there is none.
Status read_document(std::string_view bytes, std::string_view name_hint, Sink& sink);

}  // namespace foi::extract
