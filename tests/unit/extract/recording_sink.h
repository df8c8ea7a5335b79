// What a reader gives, kept for looking at.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/worker.h"

namespace foi::extract {

struct RecordingSink : Sink {
  void document(std::string_view media_type, std::uint32_t pages, std::string_view engine) override {
    ++announced;
    extraction.media_type = media_type;
    announced_pages = pages;
    extraction.engine = engine;
  }
  void page(const Page& page, bool ocr) override {
    if (ocr) needs_ocr.insert(page.number);
    extraction.pages.push_back(page);
  }
  void hidden(const HiddenCount& hidden) override { extraction.hidden.push_back(hidden); }
  void note(const Note& note) override { extraction.notes.push_back(note); }
  void listing(const Listing& listing) override { extraction.listings.push_back(listing); }
  void cell_link(const CellLink& link) override { extraction.cell_links.push_back(link); }
  void member(std::string_view name, std::string_view bytes) override { members.emplace_back(name, bytes); }
  void left_out(std::string_view name) override { extraction.members.push_back({std::string(name), {}, 0}); }

  std::string text(std::size_t page = 0) const { return page < extraction.pages.size() ? extraction.pages[page].text : "(no such page)"; }
  std::uint32_t hidden_count(std::string_view what) const {
    for (const HiddenCount& hidden : extraction.hidden)
      if (hidden.what == what) return hidden.count;
    return 0;
  }

  Extraction extraction;
  int announced = 0;
  std::uint32_t announced_pages = 0;
  std::set<std::uint32_t> needs_ocr;
  std::vector<std::pair<std::string, std::string>> members;  // name, bytes
};

}  // namespace foi::extract
