// The tables beside the sample documents: the publisher's log, the truth, and what each document is for.
#pragma once

#include <string>
#include <vector>

#include "corpus/make/letter.h"
#include "indexer/model/result.h"

namespace foi::corpus {

struct Made {
  Letter letter;
  std::string id;  // of the document made
};

// Only letters with "log: yes" have an entry.
std::string manifest_csv(const std::vector<Made>& letters);
// One JSON object a line, in the order given. Errors: kUsage when an exemption is not "CODE STATUS" or a code or word is not in the
// vocabularies.
Result<std::string> truth_jsonl(const std::vector<Made>& letters);
std::string contents_tsv(const std::vector<Made>& letters);

}  // namespace foi::corpus
