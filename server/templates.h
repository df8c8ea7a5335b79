// Templates of web/templates, and the data they are filled with. Every value is escaped as it is written: text of documents is data
// everywhere, and no template uses an unescaped tag (a test reads them).
#pragma once

#include <kainjow/mustache.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace foi::server {

using View = kainjow::mustache::data;

inline View new_list() { return View(View::type::list); }
// A section of this name shows value, or nothing when there is none. Setting false matters: a name that is missing is looked up further
// out.
void set_optional(View& view, const std::string& name, const std::optional<std::string>& value);
// As above; empty text counts as none.
void set_text(View& view, const std::string& name, std::string_view value);

// Thread safety: any number of threads may render one template.
class Template {
 public:
  // The file web/templates/NAME.mustache, with {{>OTHER}} replaced by that file. Precondition: it exists and is well-formed; the program
  // stops otherwise, since it was built with its templates.
  explicit Template(std::string_view name);
  std::string render(const View& view) const;

 private:
  // Rendering changes a template only where it meets a partial or a lambda; includes are expanded before, and views hold no lambda.
  mutable kainjow::mustache::mustache mustache_;
};

}  // namespace foi::server
