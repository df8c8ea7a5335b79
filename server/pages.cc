#include "server/pages.h"

#include "server/assets.h"
#include "server/limits.h"
#include "server/page_views.h"
#include "server/templates.h"
#include "server/words.h"

namespace foi::server {

struct Pages::Impl {
  const Reference& reference;
  std::string public_url;
  std::string notice;
  Template start{"start"}, results{"results"}, document{"document"}, problem{"problem"}, api{"api"}, entries{"entries"}, profile{"profile"},
      about{"about"}, status{"status"};

  // What every page carries. canonical: path of the address under which the page should be known, or empty.
  void add_frame(View& view, const std::string& title, const std::string& canonical) const {
    view["page_title"] = View(title);
    set_text(view, "notice", notice);
    view["stylesheet"] = View(asset_url("styles/site.css"));
    view["script"] = View(asset_url("scripts/site.js"));
    view["icon"] = View(asset_url("icons/icon.svg"));
    set_text(view, "canonical", public_url.empty() || canonical.empty() ? std::string() : public_url + canonical);
  }
};

Pages::Pages(const Reference& reference, std::string public_url, std::string notice)
    : impl_(std::make_unique<const Impl>(Impl{.reference = reference, .public_url = std::move(public_url), .notice = std::move(notice)})) {}

Pages::~Pages() = default;

std::string Pages::start(const index::Results& results) const {
  View view = start_view(results, impl_->reference);
  impl_->add_frame(view, "FOI Search: answers public bodies have given", "/");
  return impl_->start.render(view);
}

std::string Pages::results(const SearchUrl& url, const index::Results& results, const std::map<std::string, std::string>& titles) const {
  View view = results_view(url, results, titles, impl_->reference);
  impl_->add_frame(view, (url.request.q.empty() ? "Search" : url.request.q) + " – FOI Search", {});
  return impl_->results.render(view);
}

std::string Pages::document(const DocumentPage& page) const {
  View view = document_view(page, impl_->reference);
  impl_->add_frame(view, title_or_fallback(page.record) + " – FOI Search", "/d/" + page.record.id);
  return impl_->document.render(view);
}

std::string Pages::entries(Catalogue catalogue, const std::vector<Entry>& entries) const {
  View view = entries_view(catalogue, entries);
  impl_->add_frame(view, std::string(facet_title(catalogue_name(catalogue))) + " – FOI Search",
                   "/" + std::string(catalogue_name(catalogue)));
  return impl_->entries.render(view);
}

std::string Pages::profile(Catalogue catalogue, const Profile& profile) const {
  View view = profile_view(catalogue, profile, impl_->reference);
  impl_->add_frame(view, profile.entry.label + " – FOI Search", "/" + std::string(catalogue_name(catalogue)) + "/" + profile.entry.id);
  return impl_->profile.render(view);
}

std::string Pages::about() const {
  View view;
  view["q"] = View("");
  impl_->add_frame(view, "About – FOI Search", "/about");
  return impl_->about.render(view);
}

std::string Pages::status(const index::Results& results, std::uint64_t readable) const {
  View view = status_view(results, readable);
  impl_->add_frame(view, "Status – FOI Search", "/status");
  return impl_->status.render(view);
}

std::string Pages::api() const {
  View view = api_view(impl_->reference, impl_->public_url);
  impl_->add_frame(view, "The API – FOI Search", "/api");
  return impl_->api.render(view);
}

std::string Pages::problem(const Problem& problem, const std::optional<std::string>& retry) const {
  View view;
  view["heading"] = View(problem.title);
  view["detail"] = View(problem.detail);
  set_optional(view, "retry", retry);
  if (!problem.successor.empty()) view["successor"] = View(document_href(problem.successor, std::nullopt));
  impl_->add_frame(view, problem.title + " – FOI Search", {});
  return impl_->problem.render(view);
}

std::string document_href(std::string_view id, std::optional<std::uint32_t> page, const std::string& q) {
  Parameters parameters;
  const std::uint32_t first = page ? (*page - 1) / limits::kPagesShown * limits::kPagesShown + 1 : 1;
  if (first > 1) parameters.emplace_back("start", std::to_string(first));
  if (!q.empty()) parameters.emplace_back("q", q);
  return to_url("/d/" + std::string(id), parameters) + (page ? "#page-" + std::to_string(*page) : "");
}

}  // namespace foi::server
