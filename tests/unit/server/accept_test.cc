#include "server/accept.h"

#include <gtest/gtest.h>

namespace foi::server {
namespace {

TEST(Accept, TheClosestRangeSaysHowMuchATypeIsWanted) {
  const struct {
    const char* accept;
    double json, csv;
  } cases[] = {
      {"", 1, 1},
      {" ", 1, 1},
      {"*/*", 1, 1},
      {"text/csv", 0, 1},
      {"TEXT/CSV; charset=utf-8", 0, 1},
      {"text/*;q=0.5, */*;q=0.1", 0.1, 0.5},
      {"text/csv;q=0, */*", 1, 0},
      {"*/*, text/csv;q=0.0", 1, 0},
      {"text/csv;q=0.000", 0, 0},
      {"text/csv;q=0.001", 0, 0.001},
      {"application/json;q=0.9, text/csv;q=0.95", 0.9, 0.95},
      {"text/csv;q=7", 0, 1},
      {"text/csv;q=-1", 0, 0},
      {"text/csv;q=much", 0, 1},
      {"text/csvx, text, csv, /csv", 0, 0},
      {",;,", 0, 0},
  };
  for (const auto& c : cases) {
    EXPECT_DOUBLE_EQ(wanted_type(c.accept, "application/json"), c.json) << c.accept;
    EXPECT_DOUBLE_EQ(wanted_type(c.accept, "text/csv; charset=utf-8"), c.csv) << c.accept;
  }
}

TEST(Accept, GzipIsTakenWhereItIsAskedFor) {
  for (const char* header : {"gzip", "GZIP", "br, gzip;q=0.1", "gzip, deflate, br", "*", "br;q=1.0, *;q=0.5"})
    EXPECT_TRUE(takes_gzip(header)) << header;
  for (const char* header : {"", "br", "gzip;q=0", "gzip;q=0.0", "gzip; q=0.000", "gzip;q=0, *", "*;q=0", "gzipped", "x-gzip", "identity"})
    EXPECT_FALSE(takes_gzip(header)) << header;
}

}  // namespace
}  // namespace foi::server
