#include <string>

#include "indexer/extract/encoding.h"
#include "indexer/extract/html.h"
#include "indexer/extract/readers.h"
#include "indexer/model/text.h"

namespace foi::extract {

void give_hidden(const HtmlText& text, Sink& sink) {
  if (text.hidden > 0) sink.hidden({"hidden text", text.hidden});
  if (text.comments > 0) sink.hidden({"comment", text.comments});
  if (text.too_deep) sink.note({0, "nested more deeply than is read: a part was left out"});
}

Status read_html(std::string_view bytes, Sink& sink) {
  const HtmlPage page = read_html_page(clean_utf8(decode_text(bytes)));
  const HtmlText& text = page.text;
  sink.document("text/html", text.flow.pages(), "");
  give_hidden(text, sink);
  if (text.flow.empty()) sink.note({0, "no text is shown without its scripts and pictures"});
  text.flow.give(sink);
  for (const Listing& listing : page.listings) sink.listing(listing);
  return success();
}

}  // namespace foi::extract
