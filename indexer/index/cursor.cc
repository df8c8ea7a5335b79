#include "indexer/index/cursor.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <initializer_list>
#include <optional>

#include "indexer/index/schema.h"
#include "indexer/model/text.h"

namespace foi::index {

namespace {

std::string hex(std::uint64_t number) {
  char out[20];
  std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(number));
  return out;
}

void append_list(std::string& out, std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  for (const std::string& value : values) out.append(std::to_string(value.size())).append(":").append(value);
  out.push_back('\n');
}

// Of everything that decides which results there are and in which order.
std::string request_hash(const Request& request) {
  std::string all = request.q + "\n";
  for (const auto* list : {&request.authority, &request.authority_type, &request.exemption, &request.topic, &request.outcome,
                           &request.answer, &request.kind, &request.source, &request.cluster, &request.status})
    append_list(all, *list);
  std::vector<std::string> years;
  for (const int year : request.year) years.push_back(std::to_string(year));
  append_list(all, std::move(years));
  for (const auto& date : {request.from, request.to}) all += (date ? to_iso(*date) : std::string("-")) + "\n";
  all += request.match_all ? "all" : "any";
  all += request.collapse ? "collapsed" : "";
  all += std::to_string(static_cast<int>(request.sort));
  return hex(stable_hash(all));
}

// Takes what stands behind the last dot off text.
std::optional<std::string_view> take_last(std::string_view& text) {
  const auto dot = text.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string_view out = text.substr(dot + 1);
  text = text.substr(0, dot);
  return out;
}

}  // namespace

std::string make_cursor(std::string_view edition, const Request& request, std::size_t position) {
  const std::string body = std::string(edition) + "." + request_hash(request) + "." + std::to_string(position);
  return body + "." + hex(stable_hash(body));
}

Checked<std::size_t> read_cursor(std::string_view cursor, std::string_view edition, const Request& request) {
  constexpr std::size_t kShown = 100;
  const auto refuse = [&cursor](Refusal::Reason reason, const std::string& why) {
    return Refusal{.reason = reason,
                   .parameter = "cursor",
                   .value = clean_utf8(cursor.substr(0, kShown)),
                   .message = "cursor: " + why + "; leave it out to begin again"};
  };
  const Refusal unreadable = refuse(Refusal::Reason::kUnreadable, "not one this server gave");
  std::string_view rest = cursor;
  const auto check = take_last(rest);
  if (!check || *check != hex(stable_hash(rest))) return unreadable;
  const auto digits = take_last(rest);
  const auto hash = digits ? take_last(rest) : std::nullopt;
  if (!hash) return unreadable;
  std::size_t position = 0;
  const auto [end, failure] = std::from_chars(digits->data(), digits->data() + digits->size(), position);
  if (failure != std::errc() || end != digits->data() + digits->size()) return unreadable;
  // The search first: a cursor that was never good for this one did not grow old.
  if (*hash != request_hash(request)) return refuse(Refusal::Reason::kUnreadable, "belongs to another search");
  if (rest != edition)
    return refuse(Refusal::Reason::kOutdated, "belongs to an older edition of the index, which is now " + std::string(edition));
  return position;
}

}  // namespace foi::index
