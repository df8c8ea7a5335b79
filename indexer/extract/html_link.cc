#include "indexer/extract/html_link.h"

#include <algorithm>

namespace foi::extract {
namespace {

// Where the path of an address begins, or 0 of what is only a path.
std::size_t path_of(std::string_view url) {
  const std::size_t strokes = url.find("//");
  if (strokes != 0 && !has_scheme(url)) return 0;
  return strokes == std::string_view::npos ? url.size() : std::min(url.find_first_of("/?#", strokes + 2), url.size());
}

}  // namespace

bool has_scheme(std::string_view link) {
  const std::size_t colon = link.find(':');
  return colon != std::string_view::npos && link.substr(0, colon).find_first_of("/?#") == std::string_view::npos;
}

std::string link_from_base(std::string_view base, std::string_view link) {
  if (base.empty() || link.empty() || has_scheme(link) || link.starts_with("//") || link.starts_with('?')) return std::string(link);
  const std::size_t path = path_of(base);
  const std::string_view host = base.substr(0, path);
  // "mailto:", "data:" and the like are nothing that links could count from.
  if (!host.empty() && host.find("//") == std::string_view::npos) return std::string(link);
  if (link.starts_with('/')) return std::string(host).append(link);
  std::string_view folder = base.substr(path, std::min(base.find_first_of("?#", path), base.size()) - path);
  folder = folder.substr(0, folder.rfind('/') == std::string_view::npos ? 0 : folder.rfind('/') + 1);
  if (folder.empty() && !host.empty()) folder = "/";
  // Steps up are left to whoever walks a path; an address has them no more.
  for (; !host.empty() && (link.starts_with("../") || link.starts_with("./")); link.remove_prefix(link.find('/') + 1))
    if (link.starts_with("..") && folder.size() > 1) folder = folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
  return std::string(host).append(folder).append(link);
}

}  // namespace foi::extract
