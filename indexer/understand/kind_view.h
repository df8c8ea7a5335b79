// The words of a document from which its kind is told: who says them, and where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understand/cues.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/sections.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

using Phrases = std::initializer_list<std::string_view>;

struct FoldedWord {
  std::uint32_t at;   // bytes of the text
  std::uint16_t key;  // of its beginning
};

// Tokens joined by single spaces, with one at either end, so that a phrase with spaces round it is found as whole words.
struct FoldedText {
  std::string text = " ";
  std::vector<FoldedWord> words;
  void add(const Token& token);
};

// Words of a FoldedText, which outlives them, from one on.
class Folded {
 public:
  Folded() = default;
  // Those from the first to the one before the end.
  Folded(const FoldedText& whole, std::size_t first, std::size_t end);

  std::string_view text() const { return text_.substr(begin_); }  // with a space at either end
  bool has(std::string_view phrase) const { return any({phrase}); }
  bool any(Phrases phrases) const { return any(Cues(phrases.begin(), phrases.end())); }
  bool any(Cues phrases) const;
  bool any(Cues phrases, const Beginnings& beginnings) const;
  template <std::size_t N>
  bool any(const CueTable<N>& phrases) const {
    return any(Cues(phrases), phrases.beginnings());
  }

 private:
  std::string_view text_ = " ";  // of the whole, up to the end of the words
  std::size_t begin_ = 0;        // where they begin in it
  std::span<const FoldedWord> words_;
  Beginnings beginnings_;  // of the words
};

template <class Table>
bool has_any(const Folded& text, const Table& phrases) {
  return text.any(phrases);
}

struct KindView {
  struct Texts {
    FoldedText all, own, said, titles;
  };
  std::unique_ptr<const Texts> texts;  // what the words below are of
  Folded opening;                      // the first words, whoever says them
  Folded top;                          // the first few of them
  Folded own;                          // the authority's own words: neither request nor boilerplate nor quoted letters
  Folded own_start;                    // the first of them
  std::vector<Folded> titles;          // short lines near the top
  std::vector<Folded> sentences;       // of own_start and top
  std::size_t words = 0, salutations = 0, sections_of_mail = 0;
  bool has_request = false, has_review_rights = false, has_signature = false, has_review_decision = false;
  bool salutation_first = false, closing = false, mail = false;
};

// A short line near the top has one of the phrases.
bool title_has(const KindView& view, Phrases phrases);

// Of a mail only the first message is read. asked: words of the requester's that the letter repeats, in order, which are left out.
// O(bytes).
KindView view_of(const Letter& letter, const std::vector<Section>& sections, const std::vector<Span>& asked);

}  // namespace foi::understand
