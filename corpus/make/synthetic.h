// Records of letters that were never documents, and queries over them, to measure the index with: any number, from a seed. Word frequencies
// are those of natural text; every letter bears some of the office's standing sentences, as real ones do.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/make/random.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"

namespace foi::corpus {

// The words all of it is made of: a vocabulary by falling frequency, phrases that recur, standing sentences.
class SyntheticWords {
 public:
  explicit SyntheticWords(std::uint64_t seed);
  std::string word(Random& random) const;      // by its frequency
  std::string phrase(Random& random) const;    // two words that stand together more often than chance has it
  std::string sentence(Random& random) const;  // of an office's standing ones
  std::string text(Random& random, std::size_t words) const;
  // A word of this rank, 0 the most frequent.
  static std::string spelt(std::size_t rank);

 private:
  std::vector<double> cumulative_;
  std::vector<std::string> phrases_;
};

class SyntheticLetters {
 public:
  // reference must outlive it.
  SyntheticLetters(std::uint64_t seed, const Reference& reference);
  // The next letter: one page with word boxes, three questions, up to three exemptions and topics, one of 220 authorities.
  Published next(const std::string& id);

 private:
  Authority authority();
  std::vector<Citation> citations();
  std::vector<std::string> topics();
  Random random_;
  SyntheticWords words_;
  std::vector<const AuthorityInfo*> authorities_;
  std::vector<const ExemptionInfo*> exemptions_;
  std::vector<const TopicInfo*> topics_;
};

// What a person asks, in the words every engine understands.
struct SyntheticQuery {
  enum class Form : std::uint8_t { kAll, kAny, kPhrase };
  std::string kind;  // "one word", "and", "or", "phrase", "filtered", "everywhere", "match-all", "browse"
  std::vector<std::string> words;
  Form form = Form::kAll;
  std::string authority, exemption;  // ids to filter by, or empty
};
// 232 of all kinds: 40 of one word, 40 each of and, or, phrase and filtered, 8 of words that stand in nearly every letter, 8 that match
// all, 16 that only filter.
std::vector<SyntheticQuery> synthetic_queries(std::uint64_t seed, const Reference& reference);

}  // namespace foi::corpus
