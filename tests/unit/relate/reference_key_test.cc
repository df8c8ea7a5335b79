#include <gtest/gtest.h>

#include "indexer/relate/relate.h"

namespace foi::relate {
namespace {

struct Case {
  std::string_view reference, key;
};

TEST(ReferenceKey, table) {
  const Case cases[] = {
      {"FOI 4129", "4129"},
      {"FOI4129", "4129"},
      {"foi ref: 4129", "4129"},
      {"Our Ref: FOI/4129", "4129"},
      {"FOIA Reference Number 4129", "4129"},
      {"Request ID 4129", "4129"},
      {"MB/SS FOI 4129", "4129"},
      {"HS/FOI/31506", "31506"},
      {"RFI-2207", "2207"},
      {"RFI 2207", "2207"},
      {"EIR2207", "2207"},
      {"FOI-2024-273", "2024273"},
      {"FOI/2024/273", "2024273"},
      {"FOI 2024-273", "2024273"},
      {"FOI_0316_22/22", "03162222"},
      {"FOI 0316-22/22", "03162222"},
      {"FOI 4069 2024/25", "4069202425"},
      {"24-25385", "2425385"},
      {"908A/21", "908a21"},
      {"HWHCT-042", "hwhct042"},
      {"hwhct 042", "hwhct042"},
      {"CAS-70721-Z7P3Y9", "cas70721z7p3y9"},
      {"IC-45378-P6C4", "ic45378p6c4"},
      {"EA/2022/0155", "ea20220155"},
      {"FS50664722", "fs50664722"},
      {"4129-FOI", "4129"},
      // What follows the number belongs to it.
      {"4129 FOI 2", "41292"},
      // Leading noughts are part of a number.
      {"FOI 042", "042"},
      {"FOI 42", "42"},
      // A marker inside a word is no marker.
      {"FOIL 7", "foil7"},
      {"NORTH 7", "north7"},
      {"NOTFOI7", "notfoi7"},
      // No digit, no reference.
      {"", ""},
      {"FOI", ""},
      {"n/a", ""},
      {"To be confirmed", ""},
      {"--- / ---", ""},
      {"caf\xC3\xA9 7", "caf7"},
      {"\xFF\xFE", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(reference_key(c.reference), c.key) << c.reference;
}

TEST(ReferenceKey, a_key_is_its_own_key) {
  for (const std::string_view reference : {"FOI 4129", "HWHCT-042", "FOI_0316_22/22", "908A/21", "EA/2022/0155"}) {
    const std::string key = reference_key(reference);
    EXPECT_EQ(reference_key(key), key);
  }
}

}  // namespace
}  // namespace foi::relate
