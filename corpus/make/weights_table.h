// A table of learnt weights as text, as indexer/understand/linear_model.h reads it: fitted from examples, one row a class.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/make/logistic.h"

namespace foi::corpus {

struct WeightsTable {
  std::string_view heading;                       // of the column of classes: "topic"
  std::vector<std::string> classes;               // in the order of Example::classes
  std::map<std::string, std::uint32_t> features;  // their numbers, in the order of their names
  double penalty = 0.1;
  long least = 0;  // weights that are smaller, in hundredths, are left out
};

// What is known of something of one class, by the features that the table has.
Example example_of(const std::vector<std::pair<std::string, double>>& features, std::size_t of_class, float weight,
                   const WeightsTable& table);

// The same examples give the same bytes.
std::string fit_table(const std::vector<Example>& examples, const WeightsTable& table);

}  // namespace foi::corpus
