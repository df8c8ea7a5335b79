#include "server/answer_headers.h"

#include <algorithm>

#include "indexer/model/text.h"

namespace foi::server {
namespace {

// Nothing but our own styles, scripts and pictures; forms lead back here; no frame anywhere holds us.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// FNV-1a, 64 bits: tells two bodies apart for caches, and claims nothing more.
std::string etag_of(std::string_view body) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : body) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string tag = "W/\"";
  for (int shift = 60; shift >= 0; shift -= 4) tag.push_back(kDigits[(hash >> shift) & 15]);
  return tag + "\"";
}

}  // namespace

bool etag_matches(std::string_view header, std::string_view etag) {
  const auto bare = [](std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; };
  const auto tags = split(header, ',');
  return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) { return trim(tag) == "*" || bare(trim(tag)) == bare(etag); });
}

std::string edition_tag(const Search& edition, std::string_view asked) {
  return etag_of(edition.edition() + "\n" FOI_VERSION "\n" + std::string(asked));
}

bool is_passing(const Answer& answer) {
  return std::any_of(answer.headers.begin(), answer.headers.end(),
                     [](const auto& header) { return header.first == "Cache-Control" && header.second == "no-store"; });
}

Answer options_answer(bool open) {
  Answer answer{.status = 204, .headers = {{"Allow", std::string(kMethods)}, {"Cache-Control", "public, max-age=86400"}}};
  if (open) {
    answer.headers.emplace_back("Access-Control-Allow-Methods", kMethods);
    answer.headers.emplace_back("Access-Control-Allow-Headers", "Accept, If-None-Match");
    answer.headers.emplace_back("Access-Control-Max-Age", "86400");
  }
  return answer;
}

void finish_answer(Answer& answer, const Call& call, bool open) {
  const auto has = [&](std::string_view name) {
    return std::any_of(answer.headers.begin(), answer.headers.end(), [&](const auto& header) { return header.first == name; });
  };
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!has(name)) answer.headers.emplace_back(name, value);
  };
  if (answer.status == 200 && !answer.file && !answer.stream && !is_passing(answer)) add("ETag", etag_of(answer.body));
  for (const auto& [name, value] : answer.headers) {
    if (name == "ETag" && answer.status == 200 && etag_matches(call.if_none_match, value)) {
      answer.status = 304;
      answer.body.clear();
      answer.content_type.clear();
      answer.file.reset();
      answer.stream.reset();
    }
  }
  add("Content-Security-Policy", kPolicy);
  add("X-Content-Type-Options", "nosniff");
  add("Referrer-Policy", "no-referrer");
  add("X-Frame-Options", "DENY");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", open ? "cross-origin" : "same-origin");
  add("Vary", open ? "Accept, Accept-Encoding" : "Accept-Encoding");
  if (open) {
    add("Access-Control-Allow-Origin", "*");
    add("Access-Control-Expose-Headers", "ETag, RateLimit, RateLimit-Policy, Retry-After, Content-Disposition");
  }
}

}  // namespace foi::server
