#include "server/feed.h"

#include "indexer/model/text.h"
#include "server/page_views.h"
#include "server/request.h"
#include "server/words.h"

namespace foi::server {
namespace {

void element(std::string& out, std::string_view name, std::string_view text) {
  out.append("<").append(name).append(">").append(xml_text(text)).append("</").append(name).append(">\n");
}

// The day of the response: the only time that is in the documents. Feeds need one, so letters without get the day the Act came into force.
std::string updated(const std::optional<Date>& date) { return (date ? to_iso(*date) : std::string("2005-01-01")) + "T00:00:00Z"; }

void entry(std::string& out, const index::Hit& hit, const std::string& base) {
  const Record& record = hit.record;
  out += "<entry>\n";
  element(out, "id", "urn:foi-search:" + record.id);
  element(out, "title", title_or_fallback(record));
  element(out, "updated", updated(record.responded));
  out += "<author>";
  element(out, "name", record.authority ? record.authority->name : std::string("Unknown public body"));
  out += "</author>\n<link rel=\"alternate\" href=\"" + xml_text(base + "/d/" + record.id) + "\"/>\n";
  for (const auto& topic : record.topics) out += "<category term=\"" + xml_text(topic) + "\"/>\n";
  out += "<summary type=\"text\">" + xml_text(hit.snippet.text) + "</summary>\n</entry>\n";
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : clean_utf8(text)) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out.push_back(c);
  }
  // U+FFFE and U+FFFF are UTF-8 and no XML.
  for (const std::string_view forbidden : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (auto at = out.find(forbidden); at != std::string::npos; at = out.find(forbidden, at)) out.erase(at, forbidden.size());
  return out;
}

Reply feed(const Asked& asked) {
  auto parsed = parse_search(asked.parameters, search_parameters(), asked.tools.reference);
  if (auto* problem = std::get_if<Problem>(&parsed)) return Failure{.problem = std::move(*problem)};
  SearchUrl& url = std::get<SearchUrl>(parsed);
  const bool sorted = std::any_of(asked.parameters.begin(), asked.parameters.end(), [](const auto& pair) { return pair.first == "sort"; });
  if (!sorted) url.request.sort = index::Sort::kNewest;
  url.request.facets.emplace();
  url.request.every_word = true;  // who waits for a letter on something is not sent others meanwhile
  auto outcome = run_search(asked.tools, url.request);
  if (auto* failure = std::get_if<Failure>(&outcome)) return std::move(*failure);
  const auto& results = std::get<index::Results>(outcome);
  const std::string& base = asked.tools.public_url;
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n";
  element(out, "id", "urn:foi-search:feed:" + to_query(asked.parameters));
  element(out, "title", url.request.q.empty() ? "FOI Search: newest answers" : "FOI Search: " + url.request.q);
  std::optional<Date> newest;
  for (const auto& hit : results.hits)
    if (hit.record.responded && (!newest || *newest < *hit.record.responded)) newest = hit.record.responded;
  element(out, "updated", updated(newest));
  out += "<link rel=\"self\" href=\"" + xml_text(base + to_url("/feed.atom", asked.parameters)) + "\"/>\n";
  out += "<link rel=\"alternate\" href=\"" + xml_text(base + to_url("/", asked.parameters)) + "\"/>\n";
  for (const auto& hit : results.hits) entry(out, hit, base);
  return Answer{.content_type = "application/atom+xml; charset=utf-8", .body = out + "</feed>\n"};
}

}  // namespace foi::server
