// foi-server: the site over one library. Options, signals and exit codes; everything else is in the libraries.
#include <arpa/inet.h>
#include <pthread.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <thread>

#include "indexer/extract/page_drawer.h"
#include "indexer/index/lexicon.h"
#include "indexer/library/published.h"
#include "indexer/model/reference.h"
#include "server/editions.h"
#include "server/http.h"
#include "server/limits.h"
#include "server/site.h"
#include "server/url.h"

namespace {

using namespace foi;
using namespace foi::server;

constexpr int kExitUsage = 2;
constexpr int kExitEnvironment = 3;

struct Options {
  std::string library;
  std::string listen = "127.0.0.1:8080";
  std::string public_url;
  std::string notice;
  std::string trusted_proxy;
  std::string originals = "clean";
  std::size_t rate_limit = server::limits::kRateLimit;
  bool rate_limit_given = false;
  std::string page_images = "on";
  std::size_t image_cache = server::limits::kImageCacheBytes >> 20;
};

void print_error(const std::string& line) { std::fprintf(stderr, "foi-server: %s\n", line.c_str()); }

int exit_code(const Error& error) {
  print_error(error.message);
  return error.fault == Fault::kUsage ? kExitUsage : kExitEnvironment;
}

std::string check_public_url(const std::string& url) {
  const std::size_t host = url.find("://");
  const bool plain = is_web_url(url) && url.find_first_of("/?#\"<>", host + 3) == std::string::npos;
  return plain ? std::string() : "write it like https://foi.example.org, without a path";
}

std::string check_ip(const std::string& text) {
  in6_addr address{};
  const bool ok = ::inet_pton(AF_INET, text.c_str(), &address) == 1 || ::inet_pton(AF_INET6, text.c_str(), &address) == 1;
  return ok ? std::string() : "\"" + text + "\" is not an IP address";
}

void declare(CLI::App& app, Options& options) {
  app.set_version_flag("--version", "foi-server " FOI_VERSION);
  app.add_option("--library", options.library, "the library that foi-index build made")->type_name("DIR")->envname("FOI_LIBRARY");
  app.add_option("--listen", options.listen, "address to serve on; port 0 takes any free one and prints it")
      ->type_name("HOST:PORT")
      ->envname("FOI_LISTEN")
      ->capture_default_str();
  app.add_option("--public-url", options.public_url, "address people use, for links that name this site")
      ->type_name("URL")
      ->envname("FOI_PUBLIC_URL")
      ->check(check_public_url);
  app.add_option("--notice", options.notice, "one line at the top of every page, as what kind of documents these are")
      ->type_name("TEXT")
      ->envname("FOI_NOTICE");
  app.add_option("--trusted-proxy", options.trusted_proxy,
                 "address of the reverse proxy in front; it may hold any number of connections, others at most " +
                     std::to_string(server::limits::kConnectionsPerAddress))
      ->type_name("ADDRESS")
      ->envname("FOI_TRUSTED_PROXY")
      ->check(check_ip);
  app.add_option("--rate-limit", options.rate_limit,
                 "requests a minute from one address (behind the trusted proxy: the one it speaks for); 0 is no limit. Programs of this "
                 "machine are counted only where this is given")
      ->type_name("REQUESTS")
      ->envname("FOI_RATE_LIMIT")
      ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000}))
      ->capture_default_str();
  app.add_option("--originals", options.originals,
                 "originals offered for download: none; clean (PDF and text where nothing was masked or hidden); all (every PDF and text)")
      ->type_name("none|clean|all")
      ->envname("FOI_ORIGINALS")
      ->check(CLI::IsMember({"none", "clean", "all"}))
      ->capture_default_str();
  app.add_option("--page-images", options.page_images, "pages shown as pictures, with personal information painted over: on; off")
      ->type_name("on|off")
      ->envname("FOI_PAGE_IMAGES")
      ->check(CLI::IsMember({"on", "off"}))
      ->capture_default_str();
  app.add_option("--image-cache", options.image_cache, "memory for pictures of pages, in MiB")
      ->type_name("MIB")
      ->envname("FOI_IMAGE_CACHE")
      ->check(CLI::Range(std::size_t{0}, std::size_t{65'536}))
      ->capture_default_str();
}

// The program that draws pages stands beside this one. Without it the site works, but for the pictures.
std::unique_ptr<extract::PageDrawer> start_drawing(const Options& options) {
  if (options.page_images == "off") return nullptr;
  std::error_code error;
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
  auto drawer = std::make_unique<extract::PageDrawer>(extract::DrawOptions{.worker = self.parent_path() / "foi-extract-image"});
  const Status able = drawer->check();
  if (able) return drawer;
  print_error("pages are not shown as pictures: " + able.error().message);
  return nullptr;
}

// Serves until the process is told to stop; then waits for requests under way, but not for long.
void serve_until_told(HttpServer& http, const sigset_t& signals) {
  std::promise<void> done;
  std::thread serving([&] {
    http.run();
    done.set_value();
  });
  int signal = 0;
  sigwait(&signals, &signal);
  http.stop();
  if (done.get_future().wait_for(server::limits::kStopGrace) != std::future_status::ready) {
    // A client that will not take its answer; the server writes nothing that could be half done.
    std::_Exit(0);
  }
  serving.join();
}

// A connection is a descriptor, and shells allow 1,024 unless asked for what the system allows.
void allow_descriptors() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 4 * server::limits::kThreads);
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

int serve(const Options& options, const sigset_t& signals) {
  const auto address = parse_address(options.listen);
  if (!address) return exit_code(address.error());
  const Reference& reference = builtin_reference();
  const auto lexicon = std::make_shared<const index::Lexicon>(reference);
  auto editions = Editions::start({.locate = [&] { return library::current_generation(options.library); },
                                   .open = [&](const std::filesystem::path& path) { return open_edition(path, reference, lexicon); },
                                   .report = print_error},
                                  server::limits::kWatchInterval);
  if (!editions) return exit_code(editions.error());
  const std::unique_ptr<extract::PageDrawer> drawer = start_drawing(options);
  PageImages::Draw draw;
  if (drawer) draw = [&](int document, const extract::DrawRequest& request) { return drawer->draw(document, request); };
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  const Site site({.edition = [&] { return (*editions)->current(); },
                   .renew = [&](const Edition& seen) { (*editions)->renew(seen); },
                   .draw = draw,
                   .report = print_error},
                  reference,
                  {.library = options.library,
                   .public_url = options.public_url,
                   .notice = options.notice,
                   .originals = *parse_originals_policy(options.originals),
                   .search_slots = cores,
                   .draw_slots = std::max<std::size_t>(2, cores),
                   .image_cache_bytes = options.image_cache << 20,
                   .rate_limit = options.rate_limit});
  auto http = HttpServer::bind(
      *address, {.trusted_proxy = options.trusted_proxy, .count_local = options.rate_limit_given},
      {.answer = [&](const Call& call) { return site.answer(call); },
       .refuse = [&](int status, const std::string& target) { return site.refuse(status, target); },
       .log = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); },
       .measured = [&](std::string_view route, int status, std::chrono::microseconds took) { site.measured(route, status, took); }});
  if (!http) return exit_code(http.error());
  std::printf("foi-server: serving %llu documents at http://%s/\n", static_cast<unsigned long long>((*editions)->current()->letters()),
              to_string((*http)->address()).c_str());
  std::fflush(stdout);
  serve_until_told(**http, signals);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  // Before any thread starts, so that only serve_until_told hears of them.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  allow_descriptors();

  Options options;
  CLI::App app("Serves the search site and its API over a library made by foi-index build.", "foi-server");
  declare(app, options);
  try {
    app.parse(argc, argv);
    options.rate_limit_given = app.count("--rate-limit") > 0;  // by its environment twin too
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    print_error(std::string(error.what()) + " (see foi-server --help)");
    return kExitUsage;
  }
  // Not CLI11's "required": that would hide a misspelt option behind it.
  if (options.library.empty()) {
    print_error("--library is missing: name the library that foi-index build made (see foi-server --help)");
    return kExitUsage;
  }
  return serve(options, signals);
}
