#include "server/site.h"

#include <algorithm>
#include <array>
#include <exception>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "indexer/model/text.h"
#include "server/answer_headers.h"
#include "server/api.h"
#include "server/assets.h"
#include "server/catalogue.h"
#include "server/endpoints.h"
#include "server/limits.h"
#include "server/page_views.h"
#include "server/pages.h"
#include "server/rate_limit.h"
#include "server/request.h"
#include "server/route.h"
#include "server/url.h"
#include "server/wire.h"

namespace foi::server {
namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::string_view kText = "text/plain; charset=utf-8";
constexpr std::string_view kSandbox = "default-src 'none'; frame-ancestors 'none'; sandbox";
constexpr std::string_view kRobots = "User-agent: *\nDisallow: /?\nDisallow: /api/\nAllow: /\n";

std::string_view asset_type(std::string_view name) {
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  return {};
}

Problem plain_problem(int status, std::string title, std::string detail) {
  return {.status = status, .title = std::move(title), .detail = std::move(detail)};
}

// What programs ask for: its errors are problem+json.
bool is_api(std::string_view target) {
  const std::string_view path = target.substr(0, target.find('?'));
  return path.starts_with("/api/") || path == "/feed.atom" || path == "/healthz" || path == "/readyz" || path == "/metrics";
}

// What other sites' pages may read.
bool is_open(std::string_view target) { return target.starts_with("/api/") || target.starts_with("/feed.atom"); }

// What an address may ask for as often as it likes: what costs nothing, and what watches the program.
bool is_uncounted(std::string_view target) {
  return target.starts_with("/assets/") || target == "/healthz" || target == "/readyz" || target == "/metrics" || target == "/robots.txt";
}

Problem not_acceptable(const std::vector<Content>& contents) {
  std::string types;
  for (const Content& content : contents) types += (types.empty() ? "" : " or ") + std::string(content.type);
  return plain_problem(406, "Not acceptable", "This address answers in " + types + ", which the Accept header does not take.");
}

Problem not_found() { return plain_problem(404, "Page not found", "There is no page at this address."); }

Problem refusal(int status) {
  struct Text {
    int status;
    const char *title, *detail;
  };
  constexpr std::array kTexts{
      Text{408, "Request too slow", "The request did not arrive in time."},
      Text{413, "Request too large", "This site takes no uploads; nothing it does needs a request this large."},
      Text{414, "Address too long", "The address is longer than this site can take. Try fewer filters."},
      Text{431, "Headers too large", "The headers of the request are longer than this site can take."},
      Text{501, "Method not known", "This site knows no such method; every address can be read with GET."},
      Text{503, "Too many connections", "This address holds all the connections it may. Close some, and try again in a few seconds."},
      Text{505, "Version not spoken", "This site speaks HTTP/1.1."},
  };
  for (const Text& text : kTexts)
    if (text.status == status) return plain_problem(status, text.title, text.detail);
  if (status >= 500) return plain_problem(status, "Something went wrong here", "The fault is ours; please try again in a few minutes.");
  return plain_problem(status, "Request not understood", "The request is not well-formed.");
}

Answer html(std::string body) { return Answer{.content_type = std::string(kHtml), .body = std::move(body)}; }

Failure fail(Problem problem) { return {.problem = std::move(problem)}; }

}  // namespace

struct Site::Impl {
  // A page for people; addresses of the API are endpoints.h's.
  struct Route {
    std::string_view pattern;
    Reply (Impl::*handler)(const Asked&);
    std::string_view robots;  // X-Robots-Tag, or empty
    std::string_view cache;   // Cache-Control
  };

  Impl(Hooks hooks_given, const Reference& reference_given, SiteOptions options_given)
      : hooks(std::move(hooks_given)),
        reference(reference_given),
        options(std::move(options_given)),
        pages(reference, options.public_url, options.notice),
        slots(std::max<std::size_t>(1, options.search_slots), limits::kSearchesWaiting),
        limiter(options.rate_limit, limits::kRateWindow, limits::kRateAddresses) {
    if (hooks.draw) images.emplace(hooks.draw, image_options());
    // Of what the operator chose, all that an answer of the API may hang on.
    shape = options.public_url + (images ? "\nimages\n" : "\n\n") + std::to_string(static_cast<int>(options.originals));
  }
  PageImages::Options image_options() const {
    return {
        .library = options.library, .originals = options.originals, .slots = options.draw_slots, .cache_bytes = options.image_cache_bytes};
  }

  static const std::array<Route, 15>& routes();

  Reply search_page(const Asked& asked);
  Reply start_page(const Asked& asked);
  Reply document_page(const Asked& asked);
  Reply original(const Asked& asked);
  Reply cluster_page(const Asked& asked);
  Reply api_page(const Asked&) { return html(pages.api()); }
  Reply about_page(const Asked&) { return html(pages.about()); }
  Reply status_page(const Asked& asked);
  template <Catalogue catalogue>
  Reply entries_page(const Asked& asked) {
    auto entries = entries_of(catalogue, asked.tools);
    if (auto* failure = std::get_if<Failure>(&entries)) return std::move(*failure);
    return html(pages.entries(catalogue, std::get<std::vector<Entry>>(entries)));
  }
  template <Catalogue catalogue>
  Reply profile_page(const Asked& asked) {
    auto profile = profile_of(catalogue, asked.parts[0], asked.tools);
    if (auto* failure = std::get_if<Failure>(&profile)) return std::move(*failure);
    return html(pages.profile(catalogue, std::get<Profile>(profile)));
  }
  Reply robots(const Asked&) { return Answer{.content_type = std::string(kText), .body = std::string(kRobots)}; }
  Reply asset(const Asked& asked);

  Result<DocumentPage> read_document(const Search& search, const Record& record, std::uint32_t start, const std::string& q) const;
  Result<ShownPage> shown_page(const Search& search, const Record& record, index::StoredPage stored, const std::string& q) const;
  struct Found;
  static std::optional<Found> find(std::string_view path);
  Reply call(const Found& found, const Asked& asked);
  Reply of_edition(const std::shared_ptr<const Search>& edition, const Found& found, const Call& call, const Target& target,
                   std::string_view type);
  Reply in_one_edition(const Found& found, const Call& call, const Target& target, std::string_view type);
  Answer read(const Found& found, const Call& call, const Target& target);
  Answer route(const Call& call);
  std::optional<Answer> refuse_excess(const Call& call, std::vector<std::pair<std::string, std::string>>& headers);
  Answer dispatch(const Call& call);
  Answer problem_answer(const Problem& problem, bool api, const Parameters& parameters);

  Hooks hooks;
  const Reference& reference;
  SiteOptions options;
  std::string shape;
  Pages pages;
  SearchSlots slots;
  RateLimiter limiter;
  Metrics metrics;
  std::optional<PageImages> images;
};

const std::array<Site::Impl::Route, 15>& Site::Impl::routes() {
  static const std::array<Route, 15> kRoutes{{
      {"/", &Impl::search_page, "noindex", "no-cache"},
      {"/d/{id}", &Impl::document_page, "noarchive", "no-cache"},
      {"/d/{id}/original", &Impl::original, "noindex", "no-cache"},
      {"/clusters/{id}", &Impl::cluster_page, "noindex", "no-cache"},
      {"/exemptions", &Impl::entries_page<Catalogue::kExemptions>, "", "no-cache"},
      {"/exemptions/{id}", &Impl::profile_page<Catalogue::kExemptions>, "noarchive", "no-cache"},
      {"/authorities", &Impl::entries_page<Catalogue::kAuthorities>, "", "no-cache"},
      {"/authorities/{id}", &Impl::profile_page<Catalogue::kAuthorities>, "noarchive", "no-cache"},
      {"/topics", &Impl::entries_page<Catalogue::kTopics>, "", "no-cache"},
      {"/topics/{id}", &Impl::profile_page<Catalogue::kTopics>, "noarchive", "no-cache"},
      {"/about", &Impl::about_page, "", "no-cache"},
      {"/status", &Impl::status_page, "noindex", "no-cache"},
      {"/api", &Impl::api_page, "", "no-cache"},
      {"/robots.txt", &Impl::robots, "", "public, max-age=86400"},
      {"/assets/{hash}/{rest}", &Impl::asset, "", "public, max-age=31536000, immutable"},
  }};
  return kRoutes;
}

Reply Site::Impl::start_page(const Asked& asked) {
  index::Request request;
  request.sort = index::Sort::kNewest;
  request.limit = limits::kNewest;
  request.facets = {"topic", "exemption", "authority"};
  request.facet_limit = limits::kFacetShown;
  auto outcome = run_search(asked.tools, request);
  if (auto* failure = std::get_if<Failure>(&outcome)) return std::move(*failure);
  return html(pages.start(std::get<index::Results>(outcome)));
}

// Documents with text, and those whose text came from a scan at least in part; the rest could not be read or hold none.
Reply Site::Impl::status_page(const Asked& asked) {
  index::Request request;
  request.limit = 1;
  request.facets = {"authority", "year", "source"};
  request.facet_limit = 0;
  auto all = run_search(asked.tools, request);
  if (auto* failure = std::get_if<Failure>(&all)) return std::move(*failure);
  request.source = {"text", "ocr"};
  request.facets.emplace();
  auto readable = run_search(asked.tools, request);
  if (auto* failure = std::get_if<Failure>(&readable)) return std::move(*failure);
  return html(pages.status(std::get<index::Results>(all), std::get<index::Results>(readable).total));
}

Reply Site::Impl::search_page(const Asked& asked) {
  auto parsed = parse_search(asked.parameters, Form::kPage, reference);
  if (auto* problem = std::get_if<Problem>(&parsed)) return fail(std::move(*problem));
  SearchUrl& url = std::get<SearchUrl>(parsed);
  if (url.parameters.empty()) return start_page(asked);
  url.request.facets = shown_facets();
  url.request.facet_limit = limits::kFacetShown;
  auto outcome = run_search_in_time(asked.tools, url.request);
  if (auto* failure = std::get_if<Failure>(&outcome)) return std::move(*failure);
  // A cluster bears the id of its first document, and on the page its title.
  std::map<std::string, std::string> titles;
  for (const std::string& id : url.request.cluster)
    if (const auto first = asked.tools.search().document(id); first && *first) titles[id] = title_or_fallback(**first);
  return html(pages.results(url, std::get<index::Results>(outcome), titles));
}

Result<ShownPage> Site::Impl::shown_page(const Search& search, const Record& record, index::StoredPage stored, const std::string& q) const {
  ShownPage shown{.stored = std::move(stored), .found = {}};
  if (!q.empty()) {
    // What makes no sense as a query marks nothing.
    auto found = search.marks(shown.stored, q);
    if (found)
      shown.found = std::move(*found);
    else if (found.error().fault != Fault::kUsage)
      return found.error();
  }
  if (!images || shown.stored.page.width <= 0) return shown;
  const auto why = images->why_none(record, shown.stored);
  shown.image = !why;
  if (why && shown.stored.page.source != PageSource::kNone) shown.no_image = *why;
  return shown;
}

Result<DocumentPage> Site::Impl::read_document(const Search& search, const Record& record, std::uint32_t start,
                                               const std::string& q) const {
  DocumentPage page{.record = record, .first_page = start, .pages = {}, .related_titles = {}, .q = q};
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(record.pages.size(), start - 1 + limits::kPagesShown));
  for (std::uint32_t number = start; number <= end; ++number) {
    auto stored = search.page(record.id, number);
    if (!stored) return stored.error();
    if (!*stored) continue;
    auto shown = shown_page(search, record, std::move(**stored), q);
    if (!shown) return shown.error();
    page.pages.push_back(std::move(*shown));
  }
  for (std::size_t i = 0; i < std::min(record.related.size(), limits::kRelatedShown); ++i) {
    const auto related = search.document(record.related[i].id);
    if (!related) return related.error();
    page.related_titles.push_back(*related ? title_or_fallback(**related) : std::string());
  }
  page.original_offered = may_offer_original(record, options.originals) && open_original(options.library, record.source.sha256) != nullptr;
  return page;
}

Reply Site::Impl::document_page(const Asked& asked) {
  if (!may_be_document_id(asked.parts[0])) return fail(no_such_document());
  const auto record = asked.tools.search().document(asked.parts[0]);
  if (!record) return failure_of(record.error());
  if (!*record) return no_document(asked.tools.search(), asked.parts[0]);
  std::uint32_t start = 1;
  std::string q;
  for (const auto& [name, value] : asked.parameters) {
    if (name == "q" && count_code_points(value) <= limits::kMaxQueryCodePoints) q = clean_utf8(value);
    // Any page of a stretch leads to its first, so that an address typed by hand is never wrong.
    const bool digits =
        !value.empty() && value.size() < 8 && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (name == "start" && digits) start = static_cast<std::uint32_t>(std::stoul(value));
  }
  start = std::max<std::uint32_t>(1, std::min<std::uint32_t>(start, static_cast<std::uint32_t>((*record)->pages.size())));
  start = (start - 1) / limits::kPagesShown * limits::kPagesShown + 1;
  const auto page = read_document(asked.tools.search(), **record, start, q);
  if (!page) return failure_of(page.error());
  return html(pages.document(*page));
}

Reply Site::Impl::original(const Asked& asked) {
  if (!may_be_document_id(asked.parts[0])) return fail(no_such_document());
  const auto record = asked.tools.search().document(asked.parts[0]);
  if (!record) return failure_of(record.error());
  if (!*record) return no_document(asked.tools.search(), asked.parts[0]);
  auto file = may_offer_original(**record, options.originals) ? open_original(options.library, (*record)->source.sha256) : nullptr;
  if (!file)
    return fail(plain_problem(404, "Original not offered", "The original of this document is not offered here. Its page says why."));
  Answer answer{.content_type = (*record)->source.media_type, .file = std::move(file)};
  answer.headers = {{"Content-Disposition", "attachment; filename=\"" + (*record)->id + std::string(original_extension(**record)) + "\""},
                    {"Content-Security-Policy", std::string(kSandbox)},
                    {"ETag", "\"" + (*record)->source.sha256 + "\""}};
  return answer;
}

// Shown as what a search for it finds, so that everything a reader knows of results holds here too.
Reply Site::Impl::cluster_page(const Asked& asked) {
  const auto cluster = find_cluster(asked.tools, asked.parts[0]);
  if (const auto* failure = std::get_if<Failure>(&cluster)) return *failure;
  const Parameters search{{"cluster", asked.parts[0]}, {"sort", "oldest"}};
  return search_page({.tools = asked.tools, .parts = asked.parts, .parameters = search});
}

Reply Site::Impl::asset(const Asked& asked) {
  const WebFile* file = web_file(asked.parts[1]);
  if (file == nullptr || file->hash != asked.parts[0] || asset_type(file->name).empty()) return fail(not_found());
  return Answer{.content_type = std::string(asset_type(file->name)),
                .body = std::string(file->text),
                .headers = {{"ETag", "\"" + std::string(file->hash) + "\""}}};
}

Answer Site::Impl::problem_answer(const Problem& problem, bool api, const Parameters& parameters) {
  metrics.failed(problem.title);
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
  if (!problem.successor.empty())  // RFC 5829
    answer.headers.emplace_back("Link", (api ? "</api/v1/documents/" : "</d/") + problem.successor + ">; rel=\"successor-version\"");
  if (problem.status == 503) answer.headers.emplace_back("Retry-After", "5");
  if (problem.status == 405) answer.headers.emplace_back("Allow", kMethods);
  return answer;
}

// Something answers here, one way or another.
struct Site::Impl::Found {
  const Route* route = nullptr;
  const Endpoint* endpoint = nullptr;
  std::vector<std::string> parts;
  std::string_view pattern() const { return route ? route->pattern : endpoint->path; }
};

std::optional<Site::Impl::Found> Site::Impl::find(std::string_view path) {
  for (const Endpoint& endpoint : endpoints())
    if (auto parts = match_route(endpoint.path, path)) return Found{.endpoint = &endpoint, .parts = std::move(*parts)};
  for (const Route& route : routes())
    if (auto parts = match_route(route.pattern, path)) return Found{.route = &route, .parts = std::move(*parts)};
  return std::nullopt;
}

Reply Site::Impl::call(const Found& found, const Asked& asked) {
  if (found.route != nullptr) return (this->*found.route->handler)(asked);
  if (auto problem = check_parameters(asked.parameters, found.endpoint->parameters, reference)) return fail(std::move(*problem));
  return found.endpoint->handler(asked);
}

// What one edition answers, with its tag. An answer of the API follows from edition, options, address and type, so its tag is known before
// it is: a caller who holds it costs no search.
Reply Site::Impl::of_edition(const std::shared_ptr<const Search>& edition, const Found& found, const Call& call_, const Target& target,
                             std::string_view type) {
  const bool tagged = found.endpoint != nullptr && found.endpoint->cache != "no-store";
  const std::string tag = tagged ? edition_tag(*edition, call_.target + "\n" + std::string(type) + "\n" + shape) : std::string();
  if (tagged && !call_.if_none_match.empty() && call_.if_none_match != "*" && etag_matches(call_.if_none_match, tag))
    return Answer{.status = 304, .headers = {{"ETag", tag}}};
  const SearchTools tools{.edition = edition,
                          .reference = reference,
                          .slots = slots,
                          .public_url = options.public_url,
                          .metrics = metrics,
                          .images = images ? &*images : nullptr};
  Reply reply = call(found, {.tools = tools, .parts = found.parts, .parameters = target.parameters, .type = type});
  if (auto* answer = std::get_if<Answer>(&reply); answer != nullptr && tagged && !is_passing(*answer))
    answer->headers.emplace_back("ETag", tag);
  return reply;
}

// An answer counts when the edition it was taken from was whole from beginning to end.
Reply Site::Impl::in_one_edition(const Found& found, const Call& call_, const Target& target, std::string_view type) {
  for (int tries = 0; tries < limits::kEditionTries; ++tries) {
    const std::shared_ptr<const Search> edition = hooks.edition();
    Reply reply = of_edition(edition, found, call_, target, type);
    if (!edition->overtaken()) return reply;
    if (hooks.renew) hooks.renew(edition);
  }
  Failure failure = fail(plain_problem(503, "The index is changing", "Please try again in a few seconds."));
  failure.report = "an index was replaced " + std::to_string(limits::kEditionTries) + " times during one request";
  return failure;
}

Answer Site::Impl::read(const Found& found, const Call& call_, const Target& target) {
  const bool api = is_api(call_.target);
  std::string_view type;
  if (found.endpoint != nullptr) {
    const auto contents = contents_of(*found.endpoint, target.parameters);
    const auto content = content_for(call_.accept, contents);
    if (!content) return problem_answer(not_acceptable(contents), api, {});
    type = content->type;
  }
  Reply reply = in_one_edition(found, call_, target, type);
  if (auto* failure = std::get_if<Failure>(&reply)) {
    if (!failure->report.empty()) hooks.report(failure->report);
    return problem_answer(failure->problem, api, target.parameters);
  }
  Answer answer = std::move(std::get<Answer>(reply));
  const std::string_view robots = found.route ? found.route->robots : "noindex";
  if (!robots.empty()) answer.headers.emplace_back("X-Robots-Tag", robots);
  if (!is_passing(answer)) answer.headers.emplace_back("Cache-Control", found.route ? found.route->cache : found.endpoint->cache);
  return answer;
}

// Counts the request; an answer when the caller has had its share.
std::optional<Answer> Site::Impl::refuse_excess(const Call& call_, std::vector<std::pair<std::string, std::string>>& headers) {
  if (options.rate_limit == 0 || call_.caller.empty() || is_uncounted(call_.target)) return std::nullopt;
  const auto verdict = limiter.take(caller_of(call_.caller), call_.arrived);
  const std::string seconds = std::to_string(verdict.until_next.count());
  // draft-ietf-httpapi-ratelimit-headers: q requests in w seconds; r are left, and all are there again in t seconds.
  headers = {{"RateLimit-Policy", "\"address\";q=" + std::to_string(limiter.limit()) + ";w=" + std::to_string(limiter.window().count())},
             {"RateLimit", "\"address\";r=" + std::to_string(verdict.left) + ";t=" + seconds}};
  if (verdict.allowed) return std::nullopt;
  Answer answer = problem_answer(plain_problem(429, "Too many requests",
                                               "This address has made all the requests of this minute. Please go on in " + seconds +
                                                   " seconds; for very many documents use /api/v1/export."),
                                 is_api(call_.target), {});
  answer.headers.emplace_back("Retry-After", seconds);
  return answer;
}

Answer Site::Impl::dispatch(const Call& call_) {
  std::vector<std::pair<std::string, std::string>> headers;
  auto refused = refuse_excess(call_, headers);
  Answer answer = refused ? std::move(*refused) : route(call_);
  answer.headers.insert(answer.headers.end(), headers.begin(), headers.end());
  return answer;
}

Answer Site::Impl::route(const Call& call_) {
  const bool api = is_api(call_.target);
  if (call_.method == "OPTIONS" && call_.target == "*") return options_answer(is_open(call_.target));
  const auto target = parse_target(call_.target);
  if (!target) return problem_answer(plain_problem(400, "Address not understood", "The address is not well-formed."), api, {});
  const auto found = find(target->path);
  if (!found) return problem_answer(not_found(), api, {});
  Answer answer;
  if (call_.method == "OPTIONS") {
    answer = options_answer(is_open(call_.target));
  } else if (call_.method != "GET" && call_.method != "HEAD") {
    answer = problem_answer(plain_problem(405, "Method not allowed", "This address can be read (GET) and nothing else."), api, {});
  } else {
    answer = read(*found, call_, *target);
  }
  answer.route = found->pattern();
  return answer;
}

Site::Site(Hooks hooks, const Reference& reference, SiteOptions options)
    : impl_(std::make_unique<Impl>(std::move(hooks), reference, std::move(options))) {}

Site::~Site() = default;

void Site::measured(std::string_view route, int status, std::chrono::microseconds took) const {
  impl_->metrics.answered(route, status, took);
}

Answer Site::answer(const Call& call) const {
  const bool open = is_open(call.target);
  Answer answer;
  try {
    answer = impl_->dispatch(call);
    finish_answer(answer, call, open);
  } catch (const std::exception& error) {
    // Only the standard library's own can arrive here (memory). What they say is for the operator.
    impl_->hooks.report(std::string("an answer failed: ") + error.what());
    answer = Answer{.status = 500, .content_type = std::string(kText), .body = "Something went wrong here.\n"};
    finish_answer(answer, call, open);
  }
  return answer;
}

Answer Site::refuse(int status, const std::string& target) const {
  Answer answer = impl_->problem_answer(refusal(status), is_api(target), {});
  finish_answer(answer, {}, is_open(target));
  return answer;
}

}  // namespace foi::server
