// The words of topics.tsv turned round: from the words of a text to the topics they speak of, and how telling each is.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/reference.h"
#include "indexer/understand/authority_index.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/word_set.h"

namespace foi::understand {

// One term of one topic, met in a text.
struct TopicHit {
  std::size_t term = 0;   // which term it is: equal for equal terms of the same topic, and for every spelling of them
  std::size_t topic = 0;  // row of topics.tsv
  float weight = 0;       // how telling the term is; a term that several topics share is worth so much less to each
};

// What a text says of topics.
struct TopicWords {
  std::vector<TopicHit> hits;      // in order: at each place the longest term, for every topic that has it
  std::vector<std::string> words;  // every word, folded ("nurses" is "nurse"), that of a term too; no single letters, and of figures those
                                   // of three digits alone ("section 136")
};

// Immutable once made. Matching folds plurals ("nurses" finds "nurse"); abbreviations and names of products count only in their capitals.
class TopicTerms {
 public:
  explicit TopicTerms(const Reference& reference);

  // The name of a public body is passed over ("… Mental Health NHS Trust" is no word about mental health). O(bytes).
  TopicWords read(std::string_view text) const;

 private:
  struct Term {
    std::vector<std::string> words;  // folded
    std::string capitals;            // as it must be printed; else empty
    TopicHit hit;
  };
  void add(const std::string& words, std::size_t topic, float weight);
  void share();
  std::size_t match(std::string_view text, Tokens tokens, const std::vector<std::string>& folded, std::size_t at,
                    std::vector<TopicHit>& out) const;
  void add_medicine(std::string_view word, std::vector<TopicHit>& out) const;
  std::size_t name_length(Tokens tokens, std::size_t at) const;

  WordTable<std::string, std::vector<Term>> terms_;  // by first word, longest first
  std::size_t count_ = 0, medicines_ = static_cast<std::size_t>(-1);
  std::shared_ptr<const AuthorityIndex> names_;
};

// What is learnt of the terms of a topic is learnt of all of them together, so they keep these weights among each other: of a phrase, of a
// word, of a word for whom it is about, and of a word that says how something is counted or asked for.
inline constexpr float kPhraseWeight = 3, kWordWeight = 2, kPeopleWeight = 1.3F, kWeakWeight = 0.5F;

// Made once of tables that are kept (made_once.h).
std::shared_ptr<const TopicTerms> topic_terms(const Reference& reference);

}  // namespace foi::understand
