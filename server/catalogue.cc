#include "server/catalogue.h"

#include <algorithm>
#include <set>

#include "indexer/model/text.h"
#include "server/limits.h"
#include "server/parameters.h"
#include "server/wire.h"
#include "server/words.h"

namespace foi::server {
namespace {

using Counted = std::map<std::string, index::FacetValue>;

// Every value of one facet over all documents.
std::variant<Counted, Failure> counted(std::string_view facet, std::string_view status, const SearchTools& tools) {
  index::Request request;
  request.facets = {std::string(facet)};
  request.facet_limit = 0;
  request.limit = 1;
  if (!status.empty()) request.status = {std::string(status)};
  auto outcome = run_search(tools, request);
  if (auto* failure = std::get_if<Failure>(&outcome)) return std::move(*failure);
  Counted out;
  for (auto& found : std::get<index::Results>(outcome).facets)
    if (found.name == facet)
      for (auto& value : found.values) out.emplace(value.id, std::move(value));
  return out;
}

std::uint64_t count_in(const Counted& values, const std::string& id) {
  const auto found = values.find(id);
  return found == values.end() ? 0 : found->second.count;
}

std::variant<std::vector<Entry>, Failure> exemptions(const SearchTools& tools) {
  auto all = counted("exemption", "any", tools);
  if (auto* failure = std::get_if<Failure>(&all)) return std::move(*failure);
  auto standing = counted("exemption", "standing", tools);
  if (auto* failure = std::get_if<Failure>(&standing)) return std::move(*failure);
  std::vector<Entry> out;
  for (const auto& exemption : tools.reference.exemptions)
    out.push_back({exemption.id, exemption.label, exemption.title, exemption.parent, count_in(std::get<Counted>(all), exemption.id),
                   count_in(std::get<Counted>(standing), exemption.id)});
  return out;
}

std::variant<std::vector<Entry>, Failure> authorities(const SearchTools& tools) {
  auto all = counted("authority", {}, tools);
  if (auto* failure = std::get_if<Failure>(&all)) return std::move(*failure);
  std::vector<Entry> out;
  for (const auto& [id, value] : std::get<Counted>(all)) {
    const AuthorityInfo* known = tools.reference.authority(id);
    out.push_back({.id = id,
                   .label = value.label.empty() ? id : value.label,
                   .note = known ? known->type : std::string(),
                   .parent = {},
                   .total = value.count});
  }
  std::sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) { return a.label != b.label ? a.label < b.label : a.id < b.id; });
  return out;
}

std::variant<std::vector<Entry>, Failure> topics(const SearchTools& tools) {
  auto all = counted("topic", {}, tools);
  if (auto* failure = std::get_if<Failure>(&all)) return std::move(*failure);
  std::vector<Entry> out;
  for (const auto& topic : tools.reference.topics)
    out.push_back(
        {.id = topic.id, .label = topic.name, .note = topic.definition, .parent = {}, .total = count_in(std::get<Counted>(all), topic.id)});
  return out;
}

// A body may be in the tables and have published nothing.
std::optional<Entry> listed_without_documents(Catalogue catalogue, const std::string& id, const Reference& reference) {
  const AuthorityInfo* known = catalogue == Catalogue::kAuthorities ? reference.authority(id) : nullptr;
  if (known == nullptr) return std::nullopt;
  return Entry{.id = id, .label = known->name, .note = known->type, .parent = {}};
}

index::Request request_for(Catalogue catalogue, const std::string& id) {
  index::Request request;
  if (catalogue == Catalogue::kExemptions) request.exemption = {id}, request.status = {"any"};
  if (catalogue == Catalogue::kAuthorities) request.authority = {id};
  if (catalogue == Catalogue::kTopics) request.topic = {id};
  request.sort = index::Sort::kNewest;
  request.limit = limits::kNewest;
  request.facet_limit = limits::kFacetFirst;
  request.facets = {"authority", "exemption", "status", "topic", "outcome", "year"};
  // Its own facet would list its neighbours; of an exemption the status says what became of it.
  std::erase(*request.facets, std::string(filter_of(catalogue)));
  if (catalogue != Catalogue::kExemptions) std::erase(*request.facets, "status");
  return request;
}

// -- suggestions

bool begins_a_word(const std::string& text, const std::string& typed) {
  for (auto at = text.find(typed); at != std::string::npos; at = text.find(typed, at + 1))
    if (at == 0 || !((text[at - 1] >= 'a' && text[at - 1] <= 'z') || (text[at - 1] >= '0' && text[at - 1] <= '9'))) return true;
  return false;
}

// "s.31(1)" is meant by "s31 (1)": letters and digits alone, and of an exemption what stands behind the Act too.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : to_lower_ascii(text))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out.push_back(c);
  return out;
}

bool suggests(const Entry& entry, Catalogue catalogue, const std::string& typed) {
  if (begins_a_word(to_lower_ascii(entry.label), typed)) return true;
  if (catalogue != Catalogue::kAuthorities && begins_a_word(to_lower_ascii(entry.note), typed)) return true;
  if (catalogue != Catalogue::kExemptions) return false;
  std::string section = squeezed(typed);
  if (section.starts_with("section")) section = "s" + section.substr(7);
  const std::string label = squeezed(entry.label);
  const std::size_t space = entry.label.find(' ');
  return section.size() > 1 &&
         (label.starts_with(section) || (space != std::string::npos && squeezed(entry.label.substr(space)).starts_with(section)));
}

// Titles whose words begin so; no text of letters. Empty when nothing but short words was typed.
std::string title_query(std::string_view typed) {
  constexpr std::size_t kShortestBeginning = 3;
  std::string query, word;
  std::vector<std::string> words;
  for (const char c : std::string(typed) + " ") {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) word.push_back(c);
    if (!letter && !word.empty()) words.push_back(std::move(word)), word.clear();
  }
  if (words.empty() || words.back().size() < kShortestBeginning) return {};
  for (std::size_t i = 0; i < words.size(); ++i) query += "title:" + words[i] + (i + 1 == words.size() ? "*" : " ");
  return query;
}

}  // namespace

std::string_view catalogue_name(Catalogue catalogue) {
  return catalogue == Catalogue::kExemptions ? "exemptions" : catalogue == Catalogue::kAuthorities ? "authorities" : "topics";
}

std::string_view filter_of(Catalogue catalogue) {
  return catalogue == Catalogue::kExemptions ? "exemption" : catalogue == Catalogue::kAuthorities ? "authority" : "topic";
}

std::variant<std::vector<Entry>, Failure> entries_of(Catalogue catalogue, const SearchTools& tools) {
  if (catalogue == Catalogue::kExemptions) return exemptions(tools);
  return catalogue == Catalogue::kAuthorities ? authorities(tools) : topics(tools);
}

namespace {

Problem nothing_of_this_name(Catalogue catalogue, const std::string& id, const std::vector<Entry>& entries) {
  std::vector<Candidate> known;
  for (const Entry& entry : entries) known.push_back({entry.id, entry.label});
  Problem problem{.status = 404,
                  .title = "Nothing of this name",
                  .detail = "The " + std::string(filter_of(catalogue)) + " \"" + id + "\" is not known here.",
                  .nearest = nearest_known(filter_of(catalogue), id, known)};
  if (!problem.nearest.empty()) problem.detail += " Did you mean " + problem.nearest.front() + "?";
  return problem;
}

}  // namespace

std::variant<Profile, Failure> profile_of(Catalogue catalogue, const std::string& id, const SearchTools& tools) {
  auto listed = entries_of(catalogue, tools);
  if (auto* failure = std::get_if<Failure>(&listed)) return std::move(*failure);
  auto& entries = std::get<std::vector<Entry>>(listed);
  Profile out;
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
  if (found != entries.end()) {
    out.entry = *found;
  } else if (auto entry = listed_without_documents(catalogue, id, tools.reference)) {
    out.entry = std::move(*entry);
  } else {
    return Failure{.problem = nothing_of_this_name(catalogue, id, entries)};
  }
  for (const Entry& entry : entries)
    if (entry.parent == id && entry.total > 0) out.parts.push_back(entry);
  auto outcome = run_search(tools, request_for(catalogue, id));
  if (auto* failure = std::get_if<Failure>(&outcome)) return std::move(*failure);
  out.results = std::move(std::get<index::Results>(outcome));
  return out;
}

template <Catalogue catalogue>
Reply api_entries(const Asked& asked) {
  auto listed = entries_of(catalogue, asked.tools);
  if (auto* failure = std::get_if<Failure>(&listed)) return std::move(*failure);
  return json_answer(entries_json(catalogue, std::get<std::vector<Entry>>(listed), asked.tools.search().edition()));
}

template <Catalogue catalogue>
Reply api_profile(const Asked& asked) {
  auto profile = profile_of(catalogue, asked.parts[0], asked.tools);
  if (auto* failure = std::get_if<Failure>(&profile)) return std::move(*failure);
  return json_answer(profile_json(catalogue, std::get<Profile>(profile)));
}

template Reply api_entries<Catalogue::kExemptions>(const Asked&);
template Reply api_entries<Catalogue::kAuthorities>(const Asked&);
template Reply api_entries<Catalogue::kTopics>(const Asked&);
template Reply api_profile<Catalogue::kExemptions>(const Asked&);
template Reply api_profile<Catalogue::kAuthorities>(const Asked&);
template Reply api_profile<Catalogue::kTopics>(const Asked&);

Reply api_suggest(const Asked& asked) {
  std::string typed;
  std::size_t limit = limits::kSuggestions;
  for (const auto& [name, value] : asked.parameters) {
    if (name == "q") typed = to_lower_ascii(trim(value));
    if (name == "limit") limit = std::stoul(value);
  }
  std::vector<Suggestion> out;
  for (const Catalogue catalogue : {Catalogue::kExemptions, Catalogue::kAuthorities, Catalogue::kTopics}) {
    auto listed = entries_of(catalogue, asked.tools);
    if (auto* failure = std::get_if<Failure>(&listed)) return std::move(*failure);
    std::size_t given = 0;
    for (const Entry& entry : std::get<std::vector<Entry>>(listed))
      if (!typed.empty() && entry.total > 0 && given < limit && suggests(entry, catalogue, typed) && ++given > 0)
        out.push_back({std::string(filter_of(catalogue)), entry.id, entry.label, entry.total});
  }
  index::Request titles;
  titles.q = title_query(typed);
  titles.limit = std::min(limits::kMaxLimit, limits::kLettersOfATitle * limit);
  titles.facets.emplace();
  if (!titles.q.empty()) {
    auto outcome = run_search_in_time(asked.tools, titles);
    if (auto* failure = std::get_if<Failure>(&outcome)) return std::move(*failure);
    std::set<std::string> given;  // publishers give many letters one title
    for (const auto& hit : std::get<index::Results>(outcome).hits)
      if (given.size() < limit && given.insert(to_lower_ascii(hit.record.title)).second)
        out.push_back({"title", hit.record.id, hit.record.title, 1});
  }
  return json_answer(suggestions_json(out, asked.tools.search().edition()));
}

}  // namespace foi::server
