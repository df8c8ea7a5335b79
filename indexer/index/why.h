// Why a letter was found: the fields that hold what was sought. Pure.
#pragma once

#include <string>
#include <vector>

#include "indexer/index/query.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"

namespace foi::index {

// "title", "question", "answer", "reference", "authority", "exemption": names in Hit::matched beside "text".
std::vector<std::string> matched_fields(const Record& record, const TextQuery& query, const Reference& reference);

}  // namespace foi::index
