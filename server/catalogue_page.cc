// Data of the lists of exemptions, bodies and subjects, of the page of one of them, and of the page of status.
#include <algorithm>

#include "indexer/model/text.h"
#include "server/limits.h"
#include "server/page_views.h"
#include "server/words.h"

namespace foi::server {
namespace {

std::string profile_href(Catalogue catalogue, const std::string& id) {
  return "/" + std::string(catalogue_name(catalogue)) + "/" + percent_encode(id);
}

View entry_view(Catalogue catalogue, const Entry& entry) {
  View view;
  view["entry_href"] = View(profile_href(catalogue, entry.id));
  view["entry_label"] = View(entry.label);
  // A body's type is an id, and its name says it.
  set_text(view, "entry_note", catalogue == Catalogue::kAuthorities ? std::string() : entry.note);
  view["entry_count"] = View(count_for_people(entry.total, "document", "documents"));
  return view;
}

Parameters selection_of(Catalogue catalogue, const std::string& id) {
  Parameters parameters{{std::string(filter_of(catalogue)), id}};
  if (catalogue == Catalogue::kExemptions) parameters.emplace_back("status", "any");
  return parameters;
}

// A value with the search that finds its documents among those of the page.
View share_view(Catalogue catalogue, const Profile& profile, const index::Facet& facet, const index::FacetValue& value,
                const Reference& reference) {
  Parameters parameters = selection_of(catalogue, profile.entry.id);
  parameters = with(parameters, facet.name, value.id);
  const ExemptionInfo* exemption = facet.name == "exemption" ? reference.exemption(value.id) : nullptr;
  View view;
  view["share_href"] = View(search_href(parameters));
  view["share_label"] = View(exemption ? exemption->label : facet_value_label(facet.name, value));
  view["share_count"] = View(number_for_people(value.count));
  return view;
}

View shares_view(Catalogue catalogue, const Profile& profile, const Reference& reference) {
  View groups = new_list();
  for (const auto& facet : profile.results.facets) {
    View values = new_list();
    for (const auto& value : facet.values) {
      // "Any" and "standing" are sums of what is listed beside them.
      const bool sum = facet.name == "status" && (value.id == "any" || value.id == "standing" || value.id == "not-standing");
      if (value.count > 0 && !sum) values.push_back(share_view(catalogue, profile, facet, value, reference));
    }
    if (values.is_empty_list()) continue;
    View group;
    group["share_heading"] = View(std::string(facet_title(facet.name)));
    group["shares"] = std::move(values);
    groups.push_back(group);
  }
  return groups;
}

std::string lead_of(Catalogue catalogue) {
  if (catalogue == Catalogue::kExemptions)
    return "Sections and regulations that documents here cite. A section includes its sub-sections, and is counted whatever became of it.";
  if (catalogue == Catalogue::kAuthorities) return "Bodies with documents here, by the name they go by now.";
  return "Subjects that documents here are about.";
}

}  // namespace

View entries_view(Catalogue catalogue, const std::vector<Entry>& entries) {
  View view;
  view["q"] = View("");
  view["heading"] = View(std::string(facet_title(catalogue_name(catalogue))));
  view["lead"] = View(lead_of(catalogue));
  View list = new_list();
  for (const Entry& entry : entries)
    if (entry.total > 0 && !entry.parent) list.push_back(entry_view(catalogue, entry));
  view["none"] = View(list.is_empty_list());
  view["entries"] = std::move(list);
  view["api_href"] = View("/api/v1/" + std::string(catalogue_name(catalogue)));
  return view;
}

View profile_view(Catalogue catalogue, const Profile& profile, const Reference& reference) {
  const Entry& entry = profile.entry;
  View view;
  view["q"] = View("");
  view["kind_label"] = View(std::string(facet_title(filter_of(catalogue))));
  view["heading"] = View(entry.label);
  set_text(view, "note", catalogue == Catalogue::kAuthorities ? std::string() : entry.note);
  const std::uint64_t total = profile.results.total;
  view["total"] = View(count_for_people(total, "document", "documents"));
  set_text(view, "standing",
           catalogue == Catalogue::kExemptions && total > 0 ? "It still stands in " + number_for_people(entry.standing) + " of them." : "");
  set_text(view, "search", total > 0 ? search_href(selection_of(catalogue, entry.id)) : "");
  set_text(view, "feed", total > 0 ? to_url("/feed.atom", selection_of(catalogue, entry.id)) : "");
  set_text(view, "parent_href", entry.parent ? profile_href(catalogue, *entry.parent) : "");
  const ExemptionInfo* parent = entry.parent ? reference.exemption(*entry.parent) : nullptr;
  view["parent_label"] = View(parent ? parent->label : std::string());
  View parts = new_list();
  for (const Entry& part : profile.parts) parts.push_back(entry_view(catalogue, part));
  view["has_parts"] = View(parts.is_non_empty_list());
  view["entries"] = std::move(parts);
  view["groups"] = shares_view(catalogue, profile, reference);
  View hits = new_list();
  for (const auto& hit : profile.results.hits) hits.push_back(hit_view(hit, reference));
  view["has_hits"] = View(hits.is_non_empty_list());
  view["hits"] = std::move(hits);
  view["back_href"] = View("/" + std::string(catalogue_name(catalogue)));
  view["back_label"] = View("All " + to_lower_ascii(facet_title(catalogue_name(catalogue))));
  return view;
}

View status_view(const index::Results& results, std::uint64_t readable) {
  View view;
  view["q"] = View("");
  View facts = new_list();
  const auto add = [&](const char* term, std::string detail) {
    View fact;
    fact["term"] = View(term);
    fact["detail"] = View(std::move(detail));
    facts.push_back(fact);
  };
  add("Documents", number_for_people(results.total));
  add("Without any text", number_for_people(results.total - std::min(results.total, readable)));
  for (const auto& facet : results.facets) {
    if (facet.name == "authority") add("Public bodies", number_for_people(facet.distinct));
    if (facet.name == "source")
      for (const auto& value : facet.values)
        if (value.id == "ocr") add("Read from a scan, at least in part", number_for_people(value.count));
    if (facet.name != "year" || facet.values.empty()) continue;
    const auto [first, last] =
        std::minmax_element(facet.values.begin(), facet.values.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    add("Years of response", first->id == last->id ? first->id : first->id + " to " + last->id);
  }
  add("Edition", results.edition);
  add("Program", "foi-server " FOI_VERSION);
  view["facts"] = std::move(facts);
  return view;
}

}  // namespace foi::server
