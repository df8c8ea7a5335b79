#include "server/templates.h"

#include <cstdlib>

#include "server/assets.h"

namespace foi::server {
namespace {

// Deeper nesting of includes than any page has; stops a file that includes itself.
constexpr int kMaxIncludeDepth = 5;

std::string template_text(std::string_view name, int depth) {
  const WebFile* file = web_file("templates/" + std::string(name) + ".mustache");
  if (file == nullptr || depth > kMaxIncludeDepth) std::abort();
  constexpr std::string_view kOpen = "{{>";
  std::string text;
  std::string_view rest = file->text;
  for (std::size_t at = rest.find(kOpen); at != std::string_view::npos; at = rest.find(kOpen)) {
    const std::size_t end = rest.find("}}", at);
    if (end == std::string_view::npos) std::abort();
    text += rest.substr(0, at);
    text += template_text(rest.substr(at + kOpen.size(), end - at - kOpen.size()), depth + 1);
    rest = rest.substr(end + 2);
  }
  text += rest;
  // The line that includes a file ends it; its own last newline would leave an empty one.
  if (depth > 0 && text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

void set_optional(View& view, const std::string& name, const std::optional<std::string>& value) {
  view[name] = value ? View(*value) : View(false);
}

void set_text(View& view, const std::string& name, std::string_view value) {
  view[name] = value.empty() ? View(false) : View(std::string(value));
}

Template::Template(std::string_view name) : mustache_(template_text(name, 0)) {
  if (!mustache_.is_valid()) std::abort();
}

std::string Template::render(const View& view) const {
  std::string out;
  mustache_.render(view, kainjow::mustache::mustache::render_handler([&out](const std::string& text) { out += text; }));
  return out;
}

}  // namespace foi::server
