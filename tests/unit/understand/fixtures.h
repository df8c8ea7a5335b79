// Letters of invented people for the tests of this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/letter.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

// A page without words, as flowing documents have them.
inline Page text_page(std::string text, std::uint32_t number = 1) {
  Page page;
  page.number = number;
  page.text = std::move(text);
  return page;
}

// A letter of one page for each part between form feeds, with the sections find_sections gives it.
struct TestLetter {
  std::vector<Page> pages;
  Letter letter;
  std::vector<Section> sections;

  explicit TestLetter(std::string_view text) {
    std::size_t start = 0;
    for (std::uint32_t number = 1; start <= text.size(); ++number) {
      const std::size_t end = std::min(text.find('\f', start), text.size());
      pages.push_back(text_page(std::string(text.substr(start, end - start)), number));
      start = end + 1;
    }
    letter = join_pages(pages);
    sections = find_sections(letter);
  }
};

}  // namespace foi::understand
