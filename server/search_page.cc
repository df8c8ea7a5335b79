// Data of the search page: results, filters, chips and the way through the pages.
#include <algorithm>
#include <array>
#include <map>

#include "indexer/model/text.h"
#include "server/limits.h"
#include "server/page_views.h"
#include "server/words.h"

namespace foi::server {
namespace {

const index::Facet* find_facet(const index::Results& results, std::string_view name) {
  const auto found = std::find_if(results.facets.begin(), results.facets.end(), [&](const auto& facet) { return facet.name == name; });
  return found == results.facets.end() ? nullptr : &*found;
}

bool given(const Parameters& parameters, std::string_view name, std::string_view value) {
  return std::any_of(parameters.begin(), parameters.end(), [&](const auto& pair) { return pair.first == name && pair.second == value; });
}

bool is_filter(std::string_view name) {
  const auto& names = filter_names();
  return name == "from" || name == "to" || std::find(names.begin(), names.end(), name) != names.end();
}

// -- facets

struct Row {
  const index::FacetValue* value;
  std::size_t depth;
};

// Exemptions as a tree, written out depth first: each section is followed by the sub-sections that were cited.
class ExemptionTree {
 public:
  explicit ExemptionTree(const std::vector<index::FacetValue>& values) {
    for (const auto& value : values) known_.emplace(value.id, &value);
    for (const auto& value : values) {
      const bool root = !value.parent || !known_.contains(*value.parent) || *value.parent == value.id;
      children_[root ? std::string() : *value.parent].push_back(&value);
    }
    add({}, 0);
  }
  std::vector<Row> rows() && { return std::move(rows_); }

 private:
  // A table that names a section as its own ancestor must not hang a page.
  static constexpr std::size_t kMaxDepth = 6;

  void add(const std::string& parent, std::size_t depth) {
    const auto found = children_.find(parent);
    if (found == children_.end() || depth > kMaxDepth) return;
    for (const auto* value : found->second) {
      rows_.push_back({value, depth});
      add(value->id, depth + 1);
    }
  }

  std::map<std::string, const index::FacetValue*, std::less<>> known_;
  std::map<std::string, std::vector<const index::FacetValue*>> children_;
  std::vector<Row> rows_;
};

// The two groups of statuses, each followed by its members; "any", which is both, comes last.
std::vector<Row> status_rows(const index::Facet& facet) {
  std::vector<Row> rows;
  const auto add = [&](std::string_view id, std::size_t depth) {
    for (const auto& value : facet.values)
      if (value.id == id) rows.push_back({&value, depth});
  };
  for (const bool standing : {true, false}) {
    add(standing ? "standing" : "not-standing", 0);
    for (std::size_t i = 0; i < names<CitationStatus>().size(); ++i) {
      if (stands(static_cast<CitationStatus>(i)) == standing) add(names<CitationStatus>()[i], 1);
    }
  }
  add("any", 0);
  return rows;
}

std::vector<Row> rows_of(const index::Facet& facet) {
  if (facet.name == "exemption") return ExemptionTree(facet.values).rows();
  if (facet.name == "status") return status_rows(facet);
  std::vector<Row> rows;
  for (const auto& value : facet.values) rows.push_back({&value, 0});
  if (facet.name == "year") {
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.value->id > b.value->id; });
  }
  return rows;
}

// A sub-section's title below its section's: "Law enforcement: prevention of crime" need not say "Law enforcement" again.
std::string_view own_title(const ExemptionInfo& exemption, std::size_t depth) {
  const std::string_view title = exemption.title;
  const std::size_t colon = title.find(": ");
  return depth == 0 || colon == std::string_view::npos ? title : title.substr(colon + 2);
}

View row_view(const index::Facet& facet, const Row& row, const Parameters& parameters, const Reference& reference) {
  View view;
  view["value"] = View(row.value->id);
  const ExemptionInfo* exemption = facet.name == "exemption" ? reference.exemption(row.value->id) : nullptr;
  view["label"] = View(exemption ? exemption->label : facet_value_label(facet.name, *row.value));
  set_text(view, "note", exemption ? own_title(*exemption, row.depth) : std::string_view());
  view["count"] = View(number_for_people(row.value->count));
  view["depth"] = View(std::to_string(row.depth));
  view["checked"] = View(given(parameters, facet.name, row.value->id));
  return view;
}

View facet_view(const index::Facet& facet, const Parameters& parameters, const Reference& reference) {
  const std::vector<Row> rows = rows_of(facet);
  View first = new_list(), more = new_list();
  std::size_t shown = 0;
  bool more_checked = false;
  for (const Row& row : rows) {
    const bool checked = given(parameters, facet.name, row.value->id);
    if (shown++ < limits::kFacetFirst) {
      first.push_back(row_view(facet, row, parameters, reference));
    } else {
      more.push_back(row_view(facet, row, parameters, reference));
      more_checked = more_checked || checked;
    }
  }
  View view;
  view["facet"] = View(facet.name);
  view["facet_title"] = View(std::string(facet_title(facet.name)));
  view["first"] = std::move(first);
  const std::size_t hidden = rows.size() > limits::kFacetFirst ? rows.size() - limits::kFacetFirst : 0;
  set_text(view, "more_label", hidden == 0 ? std::string() : "Show " + std::to_string(hidden) + " more");
  view["more"] = std::move(more);
  view["more_open"] = View(more_checked);
  set_text(
      view, "not_listed",
      facet.distinct > rows.size() ? "The " + std::to_string(rows.size()) + " most frequent of " + number_for_people(facet.distinct) : "");
  return view;
}

View facets_view(const SearchUrl& url, const index::Results& results, const Reference& reference) {
  View facets = new_list();
  for (const std::string& name : shown_facets()) {
    const index::Facet* facet = find_facet(results, name);
    if (facet != nullptr && !facet->values.empty()) facets.push_back(facet_view(*facet, url.parameters, reference));
  }
  return facets;
}

// Filters in force that no check box shows: kept when the form is sent.
View hidden_view(const SearchUrl& url, const index::Results& results) {
  View hidden = new_list();
  for (const auto& [name, value] : url.parameters) {
    if (name == "q" || name == "page" || name == "from" || name == "to") continue;
    const bool shown = std::find(shown_facets().begin(), shown_facets().end(), name) != shown_facets().end();
    const index::Facet* facet = shown ? find_facet(results, name) : nullptr;
    const std::string& wanted = value;
    if (facet && std::any_of(facet->values.begin(), facet->values.end(), [&](const auto& v) { return v.id == wanted; })) continue;
    View field;
    field["name"] = View(name);
    field["value"] = View(value);
    hidden.push_back(field);
  }
  return hidden;
}

// -- filters in force

std::string chip_label(std::string_view name, const std::string& value, const index::Results& results, const Reference& reference) {
  if (name == "from" || name == "to") {
    const auto date = parse_iso(value);
    return date ? date_for_people(*date) : value;
  }
  if (name == "exemption" && reference.exemption(value)) return reference.exemption(value)->label;
  if (const index::Facet* facet = find_facet(results, name)) {
    for (const auto& facet_value : facet->values)
      if (facet_value.id == value) return facet_value_label(name, facet_value);
  }
  if (name == "authority" && reference.authority(value)) return reference.authority(value)->name;
  if (name == "topic" && reference.topic(value)) return reference.topic(value)->name;
  if (const auto outcome = name == "answer" ? parse_name<QuestionOutcome>(value) : std::nullopt) return std::string(label_of(*outcome));
  return facet_value_label(name, {.id = value, .label = {}, .parent = {}});
}

View chips_view(const SearchUrl& url, const index::Results& results, const std::map<std::string, std::string>& titles,
                const Reference& reference) {
  View chips = new_list();
  for (const auto& [name, value] : url.parameters) {
    if (!is_filter(name)) continue;
    View chip;
    chip["chip_name"] = View(std::string(facet_title(name)));
    const auto title = name == "cluster" ? titles.find(value) : titles.end();
    chip["chip_value"] = View(title != titles.end() ? title->second : chip_label(name, value, results, reference));
    chip["chip_href"] = View(search_href(without(url.parameters, name, value)));
    chips.push_back(chip);
  }
  return chips;
}

// -- results

View snippet_view(const index::Snippet& snippet) {
  View segments = new_list();
  const auto add = [&](std::size_t from, std::size_t to, bool marked) {
    if (from >= to) return;
    View segment;
    segment["text"] = View(snippet.text.substr(from, to - from));
    segment["marked"] = View(marked);
    segments.push_back(segment);
  };
  const CodePointIndex places(snippet.text);
  std::size_t done = 0;
  for (const auto& mark : snippet.marks) {
    const std::size_t from = places.byte_offset(mark.from), to = places.byte_offset(mark.to);
    if (from < done || to <= from) continue;
    add(done, from, false);
    add(from, to, true);
    done = to;
  }
  add(done, snippet.text.size(), false);
  return segments;
}

void add_sort(View& view, const SearchUrl& url) {
  constexpr std::array kLabels{"Best match", "Newest first", "Oldest first"};
  constexpr std::array kValues{"relevance", "newest", "oldest"};
  View options = new_list();
  for (std::size_t i = 0; i < kLabels.size(); ++i) {
    View option;
    option["sort_href"] = View(search_href(with(url.parameters, "sort", i == 0 && url.parameters.size() > 1 ? "" : kValues[i])));
    option["sort_label"] = View(kLabels[i]);
    option["sort_current"] = View(static_cast<std::size_t>(url.request.sort) == i);
    options.push_back(option);
  }
  view["sorts"] = std::move(options);
}

std::string page_href(const SearchUrl& url, std::size_t page) {
  return search_href(with(url.parameters, "page", page > 1 ? std::to_string(page) : std::string()));
}

void add_pager(View& view, const SearchUrl& url, const index::Results& results) {
  const std::size_t limit = url.request.limit;
  const std::size_t pages = (static_cast<std::size_t>(results.total) + limit - 1) / limit;
  const std::size_t reachable = std::min(pages, limits::kMaxResultPage);
  set_text(view, "previous", url.page > 1 ? page_href(url, std::min(url.page - 1, std::max<std::size_t>(reachable, 1))) : "");
  set_text(view, "next", url.page < reachable ? page_href(url, url.page + 1) : "");
  set_text(view, "page_of",
           pages > 1 && url.page <= pages ? "Page " + number_for_people(url.page) + " of " + number_for_people(pages) : "");
  view["last_reachable"] = View(url.page == limits::kMaxResultPage && pages > reachable);
  set_text(view, "beyond", results.total > 0 && results.hits.empty() ? page_href(url, 1) : "");
}

std::string joined_names(const std::vector<std::string>& filters) {
  std::string out;
  for (std::size_t i = 0; i < filters.size(); ++i)
    out += (i == 0 ? "" : i + 1 == filters.size() ? " and " : ", ") + std::string(facet_title(filters[i]));
  return out;
}

// When nothing is found: the filters to take away, and how much there is then.
View drops_view(const SearchUrl& url, const index::Results& results) {
  View drops = new_list();
  for (const auto& relaxation : results.relaxations) {
    Parameters rest = url.parameters;
    for (const auto& name : relaxation.drop) rest = with(rest, name, {});
    View drop;
    // Without anything else the search page would be the start page.
    drop["drop_href"] = View(search_href(rest.empty() ? Parameters{{"sort", "newest"}} : rest));
    drop["drop_names"] = View(joined_names(relaxation.drop));
    drop["drop_total"] = View(count_for_people(relaxation.total, "document", "documents"));
    drops.push_back(drop);
  }
  return drops;
}

std::string total_heading(const SearchUrl& url, const index::Results& results) {
  if (results.total == 0) return results.exact ? "Nothing found" : "Nothing found in what was searched";
  return (results.exact ? "" : "At least ") + count_for_people(results.total, "document", "documents") +
         (url.request.q.empty() ? ""
          : results.total == 1  ? " matches"
                                : " match");
}

// What is said when not every document found has all the words.
std::optional<std::string> nearly_text(const index::Results& results) {
  if (!results.with_every_word || *results.with_every_word == results.total) return std::nullopt;
  const std::string every = *results.with_every_word == 0 ? "No document has all of these words. These have"
                                                          : count_for_people(*results.with_every_word, "document has", "documents have") +
                                                                " all of these words. The others have";
  return every + " some of them, rare words counting most. To find only documents with all, put AND between the words.";
}

// -- the empty page

View examples_view(const index::Results& results, std::string_view name, const Reference& reference) {
  View examples = new_list();
  const index::Facet* facet = find_facet(results, name);
  if (facet == nullptr) return examples;
  std::size_t shown = 0;
  for (const auto& value : facet->values) {
    // Whole sections only: their parts would crowd out the next.
    if (value.count == 0 || value.parent) continue;
    if (shown++ == limits::kExamples) break;
    const ExemptionInfo* exemption = name == "exemption" ? reference.exemption(value.id) : nullptr;
    View example;
    example["example_href"] = View(search_href({{std::string(name), value.id}}));
    example["example_label"] = View(exemption ? exemption->label : facet_value_label(name, value));
    set_text(example, "example_note", exemption ? std::string_view(exemption->title) : std::string_view());
    example["example_count"] = View(count_for_people(value.count, "document", "documents"));
    examples.push_back(example);
  }
  return examples;
}

View example_group(std::string_view facet, const std::string& heading, const index::Results& results, const Reference& reference) {
  View group;
  group["group_heading"] = View(heading);
  group["group_id"] = View(std::string(facet));
  group["examples"] = examples_view(results, facet, reference);
  return group;
}

}  // namespace

const std::vector<std::string>& shown_facets() {
  static const std::vector<std::string> kShown{"authority", "exemption", "status", "topic", "outcome", "kind", "year", "source"};
  return kShown;
}

std::string search_href(const Parameters& parameters) { return to_url("/", parameters); }

std::string title_or_fallback(const Record& record) {
  if (!record.title.empty()) return record.title;
  return record.reference ? std::string(label_of(record.kind)) + " " + *record.reference : "Untitled document";
}

View citation_view(const Citation& citation, const Reference& reference) {
  const CitationStatus status = citation.now ? citation.now->status : citation.status;
  const Stage stage = citation.now ? citation.now->stage : citation.stage;
  const ExemptionInfo* exemption = reference.exemption(citation.id);
  View view;
  view["exemption_label"] = View(citation.label.empty() ? citation.id : citation.label);
  set_text(view, "exemption_title", exemption ? std::string_view(exemption->title) : std::string_view());
  view["exemption_href"] = View(search_href({{"exemption", citation.id}, {"status", "any"}}));
  view["phrase"] = View(status_phrase(status, stage));
  view["standing"] = View(stands(status));
  // An exemption simply relied on needs no badge beside each result; anything else is news.
  view["news"] = View(status != CitationStatus::kApplied);
  return view;
}

View hit_view(const index::Hit& hit, const Reference& reference, const std::string& q) {
  const Record& record = hit.record;
  View view;
  view["href"] = View(document_href(record.id, hit.page, q));
  view["hit_title"] = View(title_or_fallback(record));
  set_optional(view, "hit_authority", record.authority ? std::optional(record.authority->name) : std::nullopt);
  set_optional(view, "hit_date", record.responded ? std::optional(date_for_people(*record.responded)) : std::nullopt);
  set_optional(view, "hit_date_iso", record.responded ? std::optional(to_iso(*record.responded)) : std::nullopt);
  set_text(view, "hit_outcome", record.outcome == Outcome::kUnknown ? std::string_view() : label_of(record.outcome));
  view["tone"] = View(std::string(tone_of(record.outcome)));
  set_text(view, "hit_kind",
           record.kind == Kind::kResponse || (record.kind == Kind::kOther && record.source.media_type != kLogEntryMediaType)
               ? std::string_view()
               : kind_phrase(record));
  set_text(view, "hit_page", hit.page && record.pages.size() > 1 ? "Page " + number_for_people(*hit.page) : "");
  set_text(view, "hit_file", record.source.media_type == kLogEntryMediaType ? std::string_view() : file_kind(record.source.media_type));
  view["hit_failed"] = View(record.error.has_value());
  View exemptions = new_list();
  for (std::size_t i = 0; i < std::min(record.exemptions.size(), limits::kExemptionsOnResult); ++i) {
    exemptions.push_back(citation_view(record.exemptions[i], reference));
  }
  view["has_exemptions"] = View(!record.exemptions.empty());
  view["exemptions"] = std::move(exemptions);
  const std::size_t rest = record.exemptions.size() - std::min(record.exemptions.size(), limits::kExemptionsOnResult);
  set_text(view, "more_exemptions", rest > 0 ? "and " + std::to_string(rest) + " more" : "");
  view["has_snippet"] = View(!hit.snippet.text.empty());
  view["snippet"] = snippet_view(hit.snippet);
  return view;
}

View results_view(const SearchUrl& url, const index::Results& results, const std::map<std::string, std::string>& titles,
                  const Reference& reference) {
  View view;
  view["q"] = View(url.request.q);
  view["total_heading"] = View(total_heading(url, results));
  view["inexact"] = View(!results.exact);
  view["facets"] = facets_view(url, results, reference);
  view["hidden"] = hidden_view(url, results);
  View chips = chips_view(url, results, titles, reference);
  view["has_chips"] = View(chips.is_non_empty_list());
  view["chips"] = std::move(chips);
  Parameters bare;
  if (!url.request.q.empty()) bare.emplace_back("q", url.request.q);
  view["clear_href"] = View(bare.empty() ? "/?sort=newest" : search_href(bare));
  set_text(view, "from", url.request.from ? to_iso(*url.request.from) : "");
  set_text(view, "to", url.request.to ? to_iso(*url.request.to) : "");
  add_sort(view, url);
  View hits = new_list();
  for (const auto& hit : results.hits) hits.push_back(hit_view(hit, reference, url.request.q));
  view["hits"] = std::move(hits);
  view["nothing"] = View(results.total == 0);
  view["drops"] = drops_view(url, results);
  view["feed_href"] = View(to_url("/feed.atom", with(url.parameters, "page", {})));
  view["export_href"] = View(to_url("/api/v1/export", with(with(with(url.parameters, "page", {}), "sort", {}), "format", "csv")));
  set_optional(view, "suggestion", results.suggestion);
  set_optional(view, "nearly", nearly_text(results));
  view["suggestion_href"] = View(search_href(with(url.parameters, "q", results.suggestion.value_or(""))));
  add_pager(view, url, results);
  return view;
}

View start_view(const index::Results& results, const Reference& reference) {
  View view;
  view["q"] = View("");
  view["letters"] = View(count_for_people(results.total, "document", "documents"));
  const index::Facet* authorities = find_facet(results, "authority");
  set_text(view, "authorities", authorities ? count_for_people(authorities->distinct, "public body", "public bodies") : "");
  View groups = new_list();
  groups.push_back(example_group("topic", "By subject", results, reference));
  groups.push_back(example_group("exemption", "By exemption relied on", results, reference));
  groups.push_back(example_group("authority", "By public body", results, reference));
  view["groups"] = std::move(groups);
  View hits = new_list();
  for (const auto& hit : results.hits) hits.push_back(hit_view(hit, reference));
  view["has_hits"] = View(hits.is_non_empty_list());
  view["hits"] = std::move(hits);
  return view;
}

}  // namespace foi::server
