// Learns corpus/reference/topic_weights.tsv: from requests whose topic is known (topics/ID.txt, one a line) and from letters whose topics
// are known (.letter specifications). The letters of the sample corpus are left out, so that they tell how well letters are read that
// were not learnt from.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/model/reference.h"
#include "indexer/model/result.h"

namespace foi::corpus {

struct TopicTexts {
  std::filesystem::path requests;              // folder of ID.txt; lines that begin with "#" are no requests
  std::vector<std::filesystem::path> letters;  // folders of .letter files
};

// The table as text. The same texts give the same bytes. Errors: kUsage, naming the file.
Result<std::string> train_topics(const TopicTexts& texts, const Reference& reference);

}  // namespace foi::corpus
