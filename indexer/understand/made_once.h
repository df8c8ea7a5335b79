// Indexes and models that are made of reference tables, shared by all who ask for them.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "indexer/model/reference.h"

namespace foi::understand {

// Made once of tables that are kept for as long as the program runs, anew of any others.
template <class Made>
std::shared_ptr<const Made> made_of(const Reference& reference) {
  if (!reference.kept) return std::make_shared<const Made>(reference);
  static std::mutex mutex;
  static std::map<const Reference*, std::shared_ptr<const Made>> made;
  const std::lock_guard<std::mutex> lock(mutex);
  std::shared_ptr<const Made>& one = made[&reference];
  if (!one) one = std::make_shared<const Made>(reference);
  return one;
}

}  // namespace foi::understand
