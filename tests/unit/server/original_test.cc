#include <gtest/gtest.h>

#include "indexer/model/hidden.h"
#include "server/originals.h"

namespace foi::server {
namespace {

Record document(std::string media_type, std::uint32_t masks, std::vector<HiddenCount> hidden) {
  Record record;
  record.source.media_type = std::move(media_type);
  record.masks = masks;
  record.hidden = std::move(hidden);
  return record;
}

TEST(Originals, WhatEachPolicyOffers) {
  const std::string docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const std::string xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  struct Case {
    Record record;
    bool clean, all;
  };
  const Case cases[] = {
      {document("application/pdf", 0, {}), true, true},
      {document("text/plain", 0, {}), true, true},
      {document("application/pdf", 1, {}), false, true},
      {document("application/pdf", 0, {{.what = "hidden text", .count = 1}}), false, true},
      {document("application/pdf", 0, {{.what = kAuthorNamed, .count = 1}}), false, true},
      {document("text/plain", 3, {}), false, true},
      {document(xlsx, 0, {}), false, false},
      {document(docx, 0, {}), false, false},
      {document("application/vnd.ms-excel", 0, {}), false, false},
      {document("application/msword", 0, {}), false, false},
      {document("text/csv", 0, {}), false, false},
      {document("text/html", 0, {}), false, false},
      {document("message/rfc822", 0, {}), false, false},
      {document("application/zip", 0, {}), false, false},
      {document("Application/PDF", 0, {}), false, false},
      {document("", 0, {}), false, false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(may_offer_original(c.record, OriginalsPolicy::kClean), c.clean) << c.record.source.media_type << c.record.masks;
    EXPECT_EQ(may_offer_original(c.record, OriginalsPolicy::kAll), c.all) << c.record.source.media_type << c.record.masks;
    EXPECT_FALSE(may_offer_original(c.record, OriginalsPolicy::kNone)) << c.record.source.media_type;
  }
}

TEST(Originals, OneThatCouldNotBeReadIsNotKnownToBeClean) {
  Record record = document("application/pdf", 0, {});
  record.error = document_error("encrypted");
  EXPECT_FALSE(may_offer_original(record, OriginalsPolicy::kClean));
}

TEST(Originals, OnlyAHashNamesAFile) {
  for (const std::string& name : {std::string(), std::string("../../etc/passwd"), std::string(63, 'a'), std::string(65, 'a'),
                                  std::string(64, 'A'), std::string(62, 'a') + "/.", std::string(64, 'a')}) {
    EXPECT_EQ(open_original("/nonexistent", name), nullptr) << name;
  }
}

}  // namespace
}  // namespace foi::server
