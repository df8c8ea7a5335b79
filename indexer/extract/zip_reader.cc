#include <string>

#include "indexer/extract/archive.h"
#include "indexer/extract/readers.h"
#include "indexer/model/limits.h"

namespace foi::extract {

Status read_zip_document(std::string_view bytes, Sink& sink) {
  sink.document("application/zip", 0, "");
  std::uint32_t files = 0;
  std::uint32_t encrypted = 0;
  const Status read = visit_zip(bytes, limits::kMaxMemberBytes,
                                {.file =
                                     [&](std::string_view name, std::string_view content) {
                                       ++files;
                                       if (content.empty())
                                         sink.note({0, "an empty file inside was passed over: " + std::string(name)});
                                       else
                                         sink.member(name, content);
                                     },
                                 .too_large =
                                     [&](std::string_view name) {
                                       ++files;
                                       sink.left_out(name);
                                     },
                                 .encrypted =
                                     [&](std::string_view name) {
                                       ++encrypted;
                                       sink.note({0, "encrypted with a password: " + std::string(name)});
                                       sink.left_out(name);
                                     }});
  if (!read) return read;
  if (files == 0) return document_error(encrypted > 0 ? "encrypted with a password" : "a ZIP file with nothing in it");
  return success();
}

}  // namespace foi::extract
