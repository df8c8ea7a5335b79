#include "server/site.h"

#include <algorithm>
#include <array>
#include <exception>
#include <optional>
#include <utility>
#include <variant>

#include "indexer/model/text.h"
#include "server/api.h"
#include "server/assets.h"
#include "server/limits.h"
#include "server/page_views.h"
#include "server/pages.h"
#include "server/request.h"
#include "server/url.h"
#include "server/wire.h"

namespace foi::server {
namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::string_view kText = "text/plain; charset=utf-8";
// Nothing but our own styles, scripts and pictures; forms lead back here; no frame anywhere holds us.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
constexpr std::string_view kSandbox = "default-src 'none'; frame-ancestors 'none'; sandbox";
constexpr std::string_view kRobots = "User-agent: *\nDisallow: /?\nDisallow: /api/\nAllow: /\n";
constexpr std::string_view kMethods = "GET, HEAD, OPTIONS";

// FNV-1a, 64 bits: tells two bodies apart for caches, and claims nothing more.
std::string etag_of(std::string_view body) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : body) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string tag = "W/\"";
  for (int shift = 60; shift >= 0; shift -= 4) tag.push_back(kDigits[(hash >> shift) & 15]);
  return tag + "\"";
}

bool etag_matches(std::string_view header, std::string_view etag) {
  const auto bare = [](std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; };
  const auto tags = split(header, ',');
  return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) { return trim(tag) == "*" || bare(trim(tag)) == bare(etag); });
}

std::string_view asset_type(std::string_view name) {
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  return {};
}

Problem plain_problem(int status, std::string title, std::string detail) {
  return {.status = status, .title = std::move(title), .detail = std::move(detail)};
}

Problem not_found() { return plain_problem(404, "Page not found", "There is no page at this address."); }

Problem refusal(int status) {
  if (status == 413)
    return plain_problem(413, "Request too large", "This site takes no uploads; nothing it does needs a request this large.");
  if (status == 414) return plain_problem(414, "Address too long", "The address is longer than this site can take. Try fewer filters.");
  if (status == 408) return plain_problem(408, "Request too slow", "The request did not arrive in time.");
  if (status >= 500) return plain_problem(status, "Something went wrong here", "The fault is ours; please try again in a few minutes.");
  return plain_problem(status, "Request not understood", "The request is not well-formed.");
}

// "/d/{id}" against "/d/abc": the parts in braces, or nothing.
std::optional<std::vector<std::string>> match_route(std::string_view pattern, std::string_view path) {
  const auto wanted = split(pattern, '/'), given = split(path, '/');
  std::vector<std::string> parts;
  const bool rest = pattern.ends_with("{rest}");
  if (rest ? given.size() < wanted.size() : given.size() != wanted.size()) return std::nullopt;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i].starts_with('{')) {
      if (wanted[i] != given[i]) return std::nullopt;
      continue;
    }
    parts.emplace_back(given[i]);
  }
  for (std::size_t i = wanted.size(); rest && i < given.size(); ++i) parts.back() += "/" + std::string(given[i]);
  return parts;
}

}  // namespace

struct Site::Impl {
  using Outcome = std::variant<Answer, Failure>;
  // What a handler is given: the edition is the same from beginning to end of a request.
  struct Turn {
    const Search& search;
    const Parameters& parameters;
    const std::vector<std::string>& parts;
  };
  struct Route {
    std::string_view pattern;
    Outcome (Impl::*handler)(const Turn&);
    std::string_view robots;  // X-Robots-Tag, or empty
    std::string_view cache;   // Cache-Control
  };

  Impl(Hooks hooks_given, const Reference& reference_given, SiteOptions options_given)
      : hooks(std::move(hooks_given)),
        reference(reference_given),
        options(std::move(options_given)),
        pages(reference, options.public_url, options.notice),
        slots(static_cast<std::ptrdiff_t>(std::max<std::size_t>(1, options.search_slots))) {}

  static const std::array<Route, 8>& routes();

  Outcome search_page(const Turn& turn);
  Outcome start_page(const Turn& turn);
  Outcome document_page(const Turn& turn);
  Outcome original(const Turn& turn);
  Outcome api_search_route(const Turn& turn) { return api_search(tools(turn), turn.parameters); }
  Outcome api_document_route(const Turn& turn) { return api_document(tools(turn), turn.parts[0], turn.parameters); }
  Outcome health_route(const Turn& turn) { return health(turn.search); }
  Outcome robots(const Turn&) { return Answer{.content_type = std::string(kText), .body = std::string(kRobots)}; }
  Outcome asset(const Turn& turn);

  SearchTools tools(const Turn& turn) { return {turn.search, reference, slots}; }
  Result<DocumentPage> read_document(const Search& search, const Record& record, std::uint32_t start) const;
  Answer dispatch(const Call& call);
  Outcome in_one_edition(const Route& route, const Parameters& parameters, const std::vector<std::string>& parts);
  Answer problem_answer(const Problem& problem, bool api, const Parameters& parameters) const;
  static void finish(Answer& answer, const Call& call, bool api);

  Hooks hooks;
  const Reference& reference;
  SiteOptions options;
  Pages pages;
  SearchSlots slots;
};

namespace {

Answer html(std::string body) { return Answer{.content_type = std::string(kHtml), .body = std::move(body)}; }

Failure fail(Problem problem) { return {.problem = std::move(problem)}; }

}  // namespace

const std::array<Site::Impl::Route, 8>& Site::Impl::routes() {
  static const std::array<Route, 8> kRoutes{{
      {"/", &Impl::search_page, "noindex", "no-cache"},
      {"/d/{id}", &Impl::document_page, "noarchive", "no-cache"},
      {"/d/{id}/original", &Impl::original, "noindex", "no-cache"},
      {"/api/v1/search", &Impl::api_search_route, "noindex", "no-cache"},
      {"/api/v1/documents/{id}", &Impl::api_document_route, "noindex", "no-cache"},
      {"/healthz", &Impl::health_route, "noindex", "no-store"},
      {"/robots.txt", &Impl::robots, "", "public, max-age=86400"},
      {"/assets/{hash}/{rest}", &Impl::asset, "", "public, max-age=31536000, immutable"},
  }};
  return kRoutes;
}

Site::Impl::Outcome Site::Impl::start_page(const Turn& turn) {
  index::Request request;
  request.sort = index::Sort::kNewest;
  request.limit = limits::kNewest;
  request.facets = {"topic", "exemption", "authority"};
  request.facet_limit = limits::kFacetShown;
  auto outcome = run_search(tools(turn), request);
  if (auto* failure = std::get_if<Failure>(&outcome)) return std::move(*failure);
  return html(pages.start(std::get<index::Results>(outcome)));
}

Site::Impl::Outcome Site::Impl::search_page(const Turn& turn) {
  auto parsed = parse_search(turn.parameters, Form::kPage, reference);
  if (auto* problem = std::get_if<Problem>(&parsed)) return fail(std::move(*problem));
  SearchUrl& url = std::get<SearchUrl>(parsed);
  if (url.parameters.empty()) return start_page(turn);
  url.request.facets = shown_facets();
  url.request.facet_limit = limits::kFacetShown;
  auto outcome = run_search(tools(turn), url.request);
  if (auto* failure = std::get_if<Failure>(&outcome)) return std::move(*failure);
  return html(pages.results(url, std::get<index::Results>(outcome)));
}

Result<DocumentPage> Site::Impl::read_document(const Search& search, const Record& record, std::uint32_t start) const {
  DocumentPage page{.record = record, .first_page = start, .pages = {}, .related_titles = {}};
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(record.pages.size(), start - 1 + limits::kPagesShown));
  for (std::uint32_t number = start; number <= end; ++number) {
    auto stored = search.page(record.id, number);
    if (!stored) return stored.error();
    if (*stored) page.pages.push_back(std::move(**stored));
  }
  for (std::size_t i = 0; i < std::min(record.related.size(), limits::kRelatedShown); ++i) {
    const auto related = search.document(record.related[i].id);
    if (!related) return related.error();
    page.related_titles.push_back(*related ? title_or_fallback(**related) : std::string());
  }
  page.original_offered = may_offer_original(record, options.originals) && open_original(options.library, record.source.sha256) != nullptr;
  return page;
}

Site::Impl::Outcome Site::Impl::document_page(const Turn& turn) {
  if (!may_be_document_id(turn.parts[0])) return fail(no_such_document());
  const auto record = turn.search.document(turn.parts[0]);
  if (!record) return failure_of(record.error());
  if (!*record) return no_document(turn.search, turn.parts[0]);
  std::uint32_t start = 1;
  for (const auto& [name, value] : turn.parameters) {
    // Any page of a stretch leads to its first, so that an address typed by hand is never wrong.
    const bool digits =
        !value.empty() && value.size() < 8 && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (name == "start" && digits) start = static_cast<std::uint32_t>(std::stoul(value));
  }
  start = std::max<std::uint32_t>(1, std::min<std::uint32_t>(start, static_cast<std::uint32_t>((*record)->pages.size())));
  start = (start - 1) / limits::kPagesShown * limits::kPagesShown + 1;
  const auto page = read_document(turn.search, **record, start);
  if (!page) return failure_of(page.error());
  return html(pages.document(*page));
}

Site::Impl::Outcome Site::Impl::original(const Turn& turn) {
  if (!may_be_document_id(turn.parts[0])) return fail(no_such_document());
  const auto record = turn.search.document(turn.parts[0]);
  if (!record) return failure_of(record.error());
  if (!*record) return no_document(turn.search, turn.parts[0]);
  auto file = may_offer_original(**record, options.originals) ? open_original(options.library, (*record)->source.sha256) : nullptr;
  if (!file)
    return fail(plain_problem(404, "Original not offered", "The original of this document is not offered here. Its page says why."));
  Answer answer{.content_type = (*record)->source.media_type, .file = std::move(file)};
  answer.headers = {{"Content-Disposition", "attachment; filename=\"" + (*record)->id + std::string(original_extension(**record)) + "\""},
                    {"Content-Security-Policy", std::string(kSandbox)},
                    {"ETag", "\"" + (*record)->source.sha256 + "\""}};
  return answer;
}

Site::Impl::Outcome Site::Impl::asset(const Turn& turn) {
  const WebFile* file = web_file(turn.parts[1]);
  if (file == nullptr || file->hash != turn.parts[0] || asset_type(file->name).empty()) return fail(not_found());
  return Answer{.content_type = std::string(asset_type(file->name)),
                .body = std::string(file->text),
                .headers = {{"ETag", "\"" + std::string(file->hash) + "\""}}};
}

Answer Site::Impl::problem_answer(const Problem& problem, bool api, const Parameters& parameters) const {
  Answer answer;
  answer.status = problem.status;
  if (api) {
    answer.content_type = "application/problem+json";
    answer.body = problem_json(problem);
  } else {
    std::optional<std::string> retry;
    if (!problem.parameter.empty()) {
      Parameters rest = without(parameters, problem.parameter, problem.value);
      if (rest.size() == parameters.size()) rest = with(parameters, problem.parameter, {});
      retry = search_href(rest);
    }
    answer.content_type = kHtml;
    answer.body = pages.problem(problem, retry);
  }
  answer.headers = {{"X-Robots-Tag", "noindex"}, {"Cache-Control", "no-store"}};
  if (problem.status == 503) answer.headers.emplace_back("Retry-After", "5");
  if (problem.status == 405) answer.headers.emplace_back("Allow", kMethods);
  return answer;
}

// An answer counts when the edition it was taken from was whole from beginning to end.
Site::Impl::Outcome Site::Impl::in_one_edition(const Route& route, const Parameters& parameters, const std::vector<std::string>& parts) {
  for (int tries = 0; tries < limits::kEditionTries; ++tries) {
    const std::shared_ptr<const Search> edition = hooks.edition();
    Outcome outcome = (this->*route.handler)({*edition, parameters, parts});
    if (!edition->overtaken()) return outcome;
    if (hooks.renew) hooks.renew(edition);
  }
  Failure failure = fail(plain_problem(503, "The index is changing", "Please try again in a few seconds."));
  failure.report = "an index was replaced " + std::to_string(limits::kEditionTries) + " times during one request";
  return failure;
}

Answer Site::Impl::dispatch(const Call& call) {
  const auto target = parse_target(call.target);
  const bool api = call.target.starts_with("/api/") || call.target == "/healthz";
  if (!target) return problem_answer(plain_problem(400, "Address not understood", "The address is not well-formed."), api, {});
  if (call.method == "OPTIONS") return Answer{.status = 204, .headers = {{"Allow", std::string(kMethods)}}};
  for (const Route& route : routes()) {
    const auto parts = match_route(route.pattern, target->path);
    if (!parts) continue;
    Answer answer;
    if (call.method != "GET" && call.method != "HEAD") {
      answer = problem_answer(plain_problem(405, "Method not allowed", "This address can be read (GET) and nothing else."), api, {});
    } else {
      Outcome outcome = in_one_edition(route, target->parameters, *parts);
      if (auto* failure = std::get_if<Failure>(&outcome)) {
        if (!failure->report.empty()) hooks.report(failure->report);
        answer = problem_answer(failure->problem, api, target->parameters);
      } else {
        answer = std::move(std::get<Answer>(outcome));
        if (!route.robots.empty()) answer.headers.emplace_back("X-Robots-Tag", route.robots);
        answer.headers.emplace_back("Cache-Control", route.cache);
      }
    }
    answer.route = route.pattern;
    return answer;
  }
  return problem_answer(not_found(), api, {});
}

void Site::Impl::finish(Answer& answer, const Call& call, bool api) {
  const auto has = [&](std::string_view name) {
    return std::any_of(answer.headers.begin(), answer.headers.end(), [&](const auto& header) { return header.first == name; });
  };
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!has(name)) answer.headers.emplace_back(name, value);
  };
  if (answer.status == 200 && !answer.file) add("ETag", etag_of(answer.body));
  for (const auto& [name, value] : answer.headers) {
    if (name == "ETag" && answer.status == 200 && etag_matches(call.if_none_match, value)) {
      answer.status = 304;
      answer.body.clear();
      answer.content_type.clear();
      answer.file.reset();
    }
  }
  add("Content-Security-Policy", kPolicy);
  add("X-Content-Type-Options", "nosniff");
  add("Referrer-Policy", "no-referrer");
  add("X-Frame-Options", "DENY");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", api ? "cross-origin" : "same-origin");
  add("Vary", "Accept-Encoding");
  if (api) add("Access-Control-Allow-Origin", "*");
}

Site::Site(Hooks hooks, const Reference& reference, SiteOptions options)
    : impl_(std::make_unique<Impl>(std::move(hooks), reference, std::move(options))) {}

Site::~Site() = default;

Answer Site::answer(const Call& call) const {
  const bool api = call.target.starts_with("/api/");
  Answer answer;
  try {
    answer = impl_->dispatch(call);
    Impl::finish(answer, call, api);
  } catch (const std::exception& error) {
    // Only the standard library's own can arrive here (memory). What they say is for the operator.
    impl_->hooks.report(std::string("an answer failed: ") + error.what());
    answer = Answer{.status = 500, .content_type = std::string(kText), .body = "Something went wrong here.\n"};
    Impl::finish(answer, call, api);
  }
  return answer;
}

Answer Site::refuse(int status, const std::string& target) const {
  const bool api = target.starts_with("/api/");
  Answer answer = impl_->problem_answer(refusal(status), api, {});
  Impl::finish(answer, {}, api);
  return answer;
}

}  // namespace foi::server
