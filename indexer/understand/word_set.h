// Words of this program's own tables, found by a view of one, and lists of words written as one text, for tables that would be unreadable
// otherwise.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/text.h"

namespace foi::understand {

// Quick for short words, and no more: only for words that nobody else can choose, since many may be found that meet.
inline std::uint64_t hash_of_word(std::string_view word) {
  constexpr std::uint64_t spread = 0x9E3779B97F4A7C15, again = 0xC2B2AE3D27D4EB4F;
  std::uint64_t first = 0, last = 0;
  if (word.size() >= sizeof first) {
    std::memcpy(&first, word.data(), sizeof first);
    std::memcpy(&last, word.data() + word.size() - sizeof last, sizeof last);
  } else {
    for (const char c : word) first = first << 8 | static_cast<unsigned char>(c);
  }
  const std::uint64_t mixed = (first + word.size()) * spread;
  return (((mixed ^ mixed >> 32) + last) * again) >> 32;
}

// From words to values. Word is a string, or a view of one that outlives the table.
template <class Word, class Value>
class WordTable {
 public:
  struct Entry {
    Word word;
    Value value;
  };

  // The value of a word, made when it is new; good until the next one is made.
  Value& operator[](std::string_view word) {
    if ((entries_.size() + 1) * kSlotsOfWord > slots_.size()) grow();
    std::uint32_t& slot = slots_[slot_of(word)];
    if (slot == 0) {
      entries_.push_back({Word(word), Value()});
      slot = static_cast<std::uint32_t>(entries_.size());
    }
    return entries_[slot - 1].value;
  }
  // Null when there is none.
  const Value* find(std::string_view word) const {
    if (slots_.empty()) return nullptr;
    const std::uint32_t entry = slots_[slot_of(word)];
    return entry == 0 ? nullptr : &entries_[entry - 1].value;
  }
  // In the order in which they were made.
  std::span<Entry> entries() { return entries_; }

 private:
  // Slots for each word and more: most words that are not in the table meet an empty one.
  static constexpr std::size_t kSlotsOfWord = 4, kFirstSlots = 64;

  // The slot that has the word, or the empty one where it would be.
  std::size_t slot_of(std::string_view word) const {
    std::size_t slot = hash_of_word(word) & (slots_.size() - 1);
    while (slots_[slot] != 0 && entries_[slots_[slot] - 1].word != word) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }
  void grow() {
    slots_.assign(std::max(kFirstSlots, slots_.size() * 2), 0);
    for (std::size_t i = 0; i < entries_.size(); ++i) slots_[slot_of(entries_[i].word)] = static_cast<std::uint32_t>(i + 1);
  }

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // number of an entry, from one; a power of two of them
};

class WordSet {
 public:
  void insert(std::string_view word) { words_[word] = true; }
  bool contains(std::string_view word) const { return words_.find(word) != nullptr; }

 private:
  WordTable<std::string_view, bool> words_;
};

// list must outlive the set; words are parted by spaces.
inline WordSet words_from(std::string_view list) {
  WordSet words;
  for (std::string_view word : split(list, ' '))
    if (!word.empty()) words.insert(word);
  return words;
}

}  // namespace foi::understand
