// What every reader of a format must keep to, whatever the bytes.
#pragma once

#include <cstdlib>
#include <string_view>

#include "indexer/extract/worker.h"
#include "indexer/model/codec.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {

// Ends the process when a reader gives a page before the document, out of order or beyond the number it announced, or text that is not
// UTF-8 or too long.
class CheckingSink final : public Sink {
 public:
  void document(std::string_view media_type, std::uint32_t pages, std::string_view) override {
    if (announced_ || media_type.empty()) std::abort();
    announced_ = true;
    pages_ = pages;
  }
  void page(const Page& page, bool) override {
    if (!announced_ || page.number != last_ + 1 || page.number > pages_) std::abort();
    if (!valid_utf8(page.text) || page.text.size() > limits::kMaxPageTextBytes) std::abort();
    last_ = page.number;
  }
  void hidden(const HiddenCount& hidden) override {
    if (hidden.what.empty() || hidden.count == 0) std::abort();
  }
  void note(const Note&) override {}
  void listing(const Listing& listing) override {
    if (!announced_) std::abort();
    rows_ += listing.rows.size();
    ByteWriter out;
    encode(out, listing);
    ByteReader in(out.bytes());
    if (rows_ > limits::kMaxListingRows || decode_listing(in) != listing || in.failed()) std::abort();
  }
  void cell_link(const CellLink& link) override {
    if (!announced_ || link.page > pages_ || ++links_ > limits::kMaxCellLinks) std::abort();
    ByteWriter out;
    encode(out, link);
    ByteReader in(out.bytes());
    if (link.to.empty() || decode_cell_link(in) != link || in.failed()) std::abort();
  }
  void member(std::string_view, std::string_view bytes) override {
    if (!announced_ || bytes.empty()) std::abort();
  }
  void left_out(std::string_view) override {}

 private:
  bool announced_ = false;
  std::uint32_t pages_ = 0, last_ = 0;
  std::size_t rows_ = 0, links_ = 0;
};

}  // namespace foi::extract
