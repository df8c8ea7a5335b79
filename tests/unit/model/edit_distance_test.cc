#include "indexer/model/edit_distance.h"

#include <gtest/gtest.h>

namespace foi {
namespace {

TEST(EditDistance, CountsSlips) {
  const struct {
    const char *a, *b;
    std::size_t distance;
  } cases[] = {{"", "", 0},           {"", "ward", 4},       {"ward", "ward", 0},      {"ward", "wards", 1}, {"colney", "cotney", 1},
               {"form", "from", 2},   {"limit", "limti", 2}, {"kitten", "sitting", 3}, {"ab", "ba", 2},      {"a", "b", 1},
               {"topic", "topics", 1}};
  for (const auto& c : cases) {
    EXPECT_EQ(edit_distance(c.a, c.b), c.distance) << c.a << " " << c.b;
    EXPECT_EQ(edit_distance(c.b, c.a), c.distance) << c.b << " " << c.a;
  }
}

}  // namespace
}  // namespace foi
