#include "indexer/extract/mail.h"

#include <gmime/gmime.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "indexer/extract/encoding.h"
#include "indexer/extract/html.h"
#include "indexer/extract/reader_limits.h"
#include "indexer/extract/text_quality.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// Charsets beside UTF-8 that are converted; what comes in another is read as Windows-1252.
constexpr std::array kCharsets{"ISO-8859-1", "ISO-8859-2", "ISO-8859-14", "ISO-8859-15", "WINDOWS-1250", "WINDOWS-1252"};

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;
struct Free {
  void operator()(char* text) const { g_free(text); }
};
using OwnedText = std::unique_ptr<char, Free>;

std::string string_of(const char* text) { return text ? clean_utf8(text) : std::string(); }

std::string bytes_of(GMimeStreamMem* stream) {
  const GByteArray* array = g_mime_stream_mem_get_byte_array(stream);
  return {reinterpret_cast<const char*>(array->data), array->len};
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (!content) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  return bytes_of(GMIME_STREAM_MEM(stream.get()));
}

std::string whole(GMimeObject* object) {
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_object_write_to_stream(object, nullptr, stream.get());
  return bytes_of(GMIME_STREAM_MEM(stream.get()));
}

bool is_type(GMimeObject* object, const char* type, const char* subtype) {
  GMimeContentType* content = g_mime_object_get_content_type(object);
  return content && g_mime_content_type_is_type(content, type, subtype);
}

std::string converted(const std::string& bytes, const char* charset) {
  if (!charset || valid_utf8(bytes)) return decode_text(bytes);
  const bool known =
      std::any_of(kCharsets.begin(), kCharsets.end(), [&](const char* name) { return g_ascii_strcasecmp(name, charset) == 0; });
  if (!known) return decode_text(bytes);
  gsize written = 0;
  const OwnedText utf8(
      g_convert_with_fallback(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8", charset, "?", nullptr, &written, nullptr));
  return decode_text(utf8 ? std::string_view(utf8.get(), written) : std::string_view(bytes));
}

class Message {
 public:
  Message(GMimeMessage* message, MailText& out) : message_(message), out_(out) {}

  void read() {
    Flow body;
    if (GMimeObject* top = g_mime_message_get_mime_part(message_)) part(top, body, 0);
    headers();
    out_.flow.add("");
    for (std::uint32_t number = 1; number <= body.pages(); ++number) {
      if (number > 1) out_.flow.cut();
      out_.flow.add(body.text(number));
    }
    if (html_hidden_ > 0) out_.hidden.push_back({"hidden text", html_hidden_});
    if (html_comments_ > 0) out_.hidden.push_back({"comment", html_comments_});
    if (pictures_ > 0) out_.notes.push_back({0, "pictures in the message were not read: " + std::to_string(pictures_)});
  }

 private:
  void headers() {
    addresses("From", g_mime_message_get_from(message_));
    if (GDateTime* date = g_mime_message_get_date(message_))
      header("Sent", string_of(OwnedText(g_date_time_format(date, "%-d %B %Y %H:%M")).get()));
    addresses("To", g_mime_message_get_to(message_));
    addresses("Cc", g_mime_message_get_cc(message_));
    header("Subject", string_of(g_mime_message_get_subject(message_)));
    std::string names;
    for (const auto& [name, bytes] : out_.attachments) names += (names.empty() ? "" : "; ") + clean_utf8(name);
    header("Attachments", names);
    if (InternetAddressList* blind = g_mime_message_get_bcc(message_); blind && internet_address_list_length(blind) > 0)
      out_.hidden.push_back({"blind copy", static_cast<std::uint32_t>(internet_address_list_length(blind))});
  }

  void addresses(const char* name, InternetAddressList* list) {
    if (list) header(name, string_of(OwnedText(internet_address_list_to_string(list, nullptr, FALSE)).get()));
  }

  void header(const std::string& name, const std::string& value) {
    if (const std::string line = flat(value); !line.empty()) out_.flow.add(name + ": " + line);
  }

  void part(GMimeObject* object, Flow& body, int depth) {
    if (depth > kMaxPartDepth || ++parts_ > kMaxParts) {
      if (!std::exchange(too_many_, true)) out_.notes.push_back({0, "more parts than a message may have: the rest was left out"});
      return;
    }
    if (GMIME_IS_MULTIPART(object)) return multipart(GMIME_MULTIPART(object), body, depth);
    if (GMIME_IS_MESSAGE_PART(object)) {
      GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
      if (inner) attach(string_of(g_mime_message_get_subject(inner)) + ".eml", whole(GMIME_OBJECT(inner)));
      return;
    }
    if (GMIME_IS_PART(object)) leaf(GMIME_PART(object), body);
  }

  void multipart(GMimeMultipart* multipart, Flow& body, int depth) {
    GMimeObject* object = GMIME_OBJECT(multipart);
    const int count = g_mime_multipart_get_count(multipart);
    if (is_type(object, "multipart", "alternative")) return alternative(multipart, count, body, depth);
    const bool related = is_type(object, "multipart", "related");
    for (int i = 0; i < count; ++i) {
      GMimeObject* child = g_mime_multipart_get_part(multipart, i);
      if (related && i > 0 && is_type(child, "image", "*"))
        ++pictures_;
      else
        part(child, body, depth + 1);
    }
  }

  // The last form that says anything is the richest.
  void alternative(GMimeMultipart* multipart, int count, Flow& body, int depth) {
    const std::size_t attachments_before = out_.attachments.size();
    for (int i = count - 1; i >= 0; --i) {
      Flow form;
      part(g_mime_multipart_get_part(multipart, i), form, depth + 1);
      if (form.empty()) continue;
      add(form, body);
      return;
    }
    if (count > 0 && out_.attachments.size() == attachments_before) out_.notes.push_back({0, "the message has no text"});
  }

  static void add(const Flow& from, Flow& to) {
    to.add("");
    for (std::uint32_t number = 1; number <= from.pages(); ++number) to.add(from.text(number));
  }

  static bool is_attachment(GMimePart* part) {
    const char* disposition = g_mime_object_get_disposition(GMIME_OBJECT(part));
    return (disposition && g_ascii_strcasecmp(disposition, "attachment") == 0) || g_mime_part_get_filename(part) != nullptr;
  }

  static bool is_signature(GMimeObject* object) {
    return is_type(object, "application", "pkcs7-signature") || is_type(object, "application", "x-pkcs7-signature") ||
           is_type(object, "application", "pgp-signature");
  }

  void leaf(GMimePart* part, Flow& body) {
    GMimeObject* object = GMIME_OBJECT(part);
    if (is_signature(object)) return;
    const bool html = is_type(object, "text", "html");
    if (is_attachment(part) || !(html || is_type(object, "text", "plain"))) {
      const std::string name = string_of(g_mime_part_get_filename(part));
      return attach(name.empty() ? "part " + std::to_string(parts_) : name, content_of(part));
    }
    const std::string text = converted(content_of(part), g_mime_object_get_content_type_parameter(object, "charset"));
    if (!html) {
      body.add("");
      for (const std::string_view line : split(text, '\n')) body.add(line);
      return;
    }
    const HtmlText read = read_html_text(clean_utf8(text));
    html_hidden_ += read.hidden;
    html_comments_ += read.comments;
    add(read.flow, body);
  }

  void attach(std::string name, std::string bytes) {
    if (bytes.empty()) {
      out_.notes.push_back({0, "an attachment is empty: " + clean_utf8(name)});
      return;
    }
    out_.attachments.emplace_back(std::move(name), std::move(bytes));
  }

  GMimeMessage* message_;
  MailText& out_;
  std::size_t parts_ = 0;
  std::uint32_t html_hidden_ = 0, html_comments_ = 0;
  std::uint32_t pictures_ = 0;
  bool too_many_ = false;
};

// Why the body as a whole cannot be read, if it cannot.
std::optional<Error> sealed(GMimeObject* body) {
  if (!body) return std::nullopt;
  if (is_type(body, "multipart", "encrypted")) return document_error("encrypted for its addressee (PGP)");
  if (!is_type(body, "application", "pkcs7-mime") && !is_type(body, "application", "x-pkcs7-mime")) return std::nullopt;
  const char* kind = g_mime_object_get_content_type_parameter(body, "smime-type");
  if (kind && g_ascii_strcasecmp(kind, "signed-data") == 0)
    return document_error("not read: signed by S/MIME in a form that holds the message inside the signature");
  return document_error("encrypted for its addressee (S/MIME)");
}

// What stands before a message in a mailbox file: "From ", who, and a time.
bool is_mbox_line(std::string_view line) {
  if (!line.starts_with("From ")) return false;
  const auto digit = [&](std::size_t at) { return at < line.size() && line[at] >= '0' && line[at] <= '9'; };
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1))
    if (digit(colon - 1) && digit(colon + 1) && digit(colon + 2)) return true;
  return false;
}

// The messages of a mailbox file, each without that line; otherwise all there is.
std::vector<std::string_view> messages_of(std::string_view bytes) {
  if (after_mbox_line(bytes).size() == bytes.size()) return {bytes};
  std::vector<std::string_view> messages;
  std::size_t begin = 0;
  for (std::size_t at = bytes.find("\nFrom "); at != std::string_view::npos; at = bytes.find("\nFrom ", at + 1)) {
    std::string_view before = bytes.substr(0, at);
    if (before.ends_with('\r')) before.remove_suffix(1);
    if (!before.ends_with('\n') || !is_mbox_line(bytes.substr(at + 1, bytes.find('\n', at + 1) - at - 1))) continue;
    messages.push_back(after_mbox_line(bytes.substr(begin, at + 1 - begin)));
    begin = at + 1;
  }
  messages.push_back(after_mbox_line(bytes.substr(begin)));
  return messages;
}

}  // namespace

std::string_view after_mbox_line(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end != std::string_view::npos && is_mbox_line(text.substr(0, end)) ? text.substr(end + 1) : text;
}

Result<MailText> read_mail_text(std::string_view bytes) {
  const std::vector<std::string_view> messages = messages_of(bytes);
  bytes = messages.front();
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return document_error("damaged e-mail: it has no headers");
  if (const std::optional<Error> error = sealed(g_mime_message_get_mime_part(message.get()))) return *error;
  MailText out;
  Message(message.get(), out).read();
  for (std::size_t i = 1; i < messages.size(); ++i)
    out.attachments.emplace_back("message " + std::to_string(i + 1) + ".eml", std::string(messages[i]));
  return out;
}

Status prepare_mail() {
  g_mime_init();
  // Kept open for the life of the process, so that their modules stay.
  static const std::array<iconv_t, kCharsets.size()> converters = [] {
    std::array<iconv_t, kCharsets.size()> opened;
    for (std::size_t i = 0; i < kCharsets.size(); ++i) opened[i] = iconv_open("UTF-8", kCharsets[i]);
    return opened;
  }();
  for (std::size_t i = 0; i < kCharsets.size(); ++i)
    if (converters[i] == reinterpret_cast<iconv_t>(-1))  // NOLINT(performance-no-int-to-ptr)
      return environment_error("the C library cannot convert " + std::string(kCharsets[i]) +
                               ": its gconv modules (Debian package libc6) are missing");
  return success();
}

}  // namespace foi::extract
