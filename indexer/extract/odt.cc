#include <algorithm>

#include "indexer/extract/odf.h"
#include "indexer/extract/readers.h"

namespace foi::extract {
namespace {

constexpr std::string_view kMediaType = "application/vnd.oasis.opendocument.text";

// Headers or footers of the pages' masters, each line once.
Lines edges(const pugi::xml_node& masters, std::string_view kind, OdfContext& context) {
  Lines lines;
  for (const pugi::xml_node& master : masters.children())
    for (const pugi::xml_node& c : master.children()) {
      if (!local_name(c).starts_with(kind) || attribute(c, "display") == "false") continue;
      Lines own;
      odf_blocks(c, context, own, 0);
      for (std::string& line : own)
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
    }
  return lines;
}

void add(const Lines& lines, Flow& flow) {
  flow.add("");
  for (std::string_view line : lines) {
    if (line.starts_with('\f')) {
      flow.cut();
      line.remove_prefix(1);
    }
    flow.add(line);
  }
}

}  // namespace

Status read_odt(std::string_view bytes, Sink& sink) {
  OdfContext context;
  Result<Package> package = open_odf(bytes, context);
  if (!package) return package.error();
  const Result<pugi::xml_document*> content = package->part("content.xml");
  if (!content) return content.error();
  const Result<pugi::xml_document*> styles = package->part("styles.xml");
  const pugi::xml_node masters = styles ? child((*styles)->document_element(), "master-styles") : pugi::xml_node();
  Flow flow;
  add(edges(masters, "header", context), flow);
  Lines body;
  odf_blocks(child(child((*content)->document_element(), "body"), "text"), context, body, 0);
  add(body, flow);
  add(context.notes, flow);
  add(edges(masters, "footer", context), flow);
  sink.document(kMediaType, flow.pages(), "");
  give_hidden(context.tally, *package, sink);
  flow.give(sink);
  return success();
}

}  // namespace foi::extract
