// The names and shapes of a record, as others read them.
#include "indexer/model/record_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/unit/model/sample_record.h"

namespace foi {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> members(const Json& json) {
  std::vector<std::string> names;
  for (const auto& [name, value] : json.items()) names.push_back(name);
  return names;
}

using Names = std::vector<std::string>;

bool has_all(const Json& json, const Names& names) {
  for (const std::string& name : names) {
    EXPECT_TRUE(json.contains(name)) << name;
    if (!json.contains(name)) return false;
  }
  return true;
}

TEST(RecordJson, has_the_members_of_the_contract) {
  const Json json = Json::parse(record_to_json(sample_record(), Audience::kInspect));
  EXPECT_TRUE(
      has_all(json, {"id",        "title",     "language",  "source",       "parent",  "kind",    "authority", "authority_candidates",
                     "reference", "received",  "responded", "working_days", "late",    "outcome", "topics",    "exemptions",
                     "inferred",  "mentioned", "questions", "review",       "reasons", "checks",  "pages",     "notes",
                     "error",     "case",      "related",   "cluster"}));
  EXPECT_TRUE(has_all(json["source"], {"path", "url", "sha256", "media_type", "bytes", "licence"}));
  EXPECT_TRUE(has_all(json["authority"], {"id", "name", "id_now", "name_now", "type", "confidence"}));
  EXPECT_TRUE(has_all(json["exemptions"][0], {"id", "label", "status", "stage", "questions", "evidence", "confidence", "rule", "now"}));
  EXPECT_TRUE(has_all(json["exemptions"][0]["evidence"][0], {"page", "start", "end", "quote"}));
  EXPECT_TRUE(has_all(json["exemptions"][0]["now"], {"status", "stage", "by"}));
  EXPECT_TRUE(has_all(json["mentioned"][0], {"id", "role", "evidence"}));
  EXPECT_TRUE(has_all(json["questions"][0], {"number", "heading", "text", "answer", "outcome", "exemptions"}));
  EXPECT_TRUE(has_all(json["review"], {"of", "result"}));
  EXPECT_TRUE(has_all(json["pages"][0], {"number", "source", "confidence", "characters"}));
  EXPECT_TRUE(has_all(json["notes"][0], {"page", "what"}));
  EXPECT_TRUE(has_all(json["error"], {"fault", "reason"}));
  EXPECT_TRUE(has_all(json["related"][0], {"id", "relation", "confidence"}));
}

TEST(RecordJson, values) {
  const Json json = Json::parse(record_to_json(sample_record(), Audience::kInspect));
  EXPECT_EQ(json["kind"], "internal-review");
  EXPECT_EQ(json["responded"], "2024-03-09");
  EXPECT_EQ(json["late"], false);
  EXPECT_EQ(json["source"]["bytes"], 1ull << 40);
  EXPECT_EQ(json["exemptions"][0]["status"], "partly-upheld");
  EXPECT_EQ(json["exemptions"][0]["now"]["stage"], "ico");
  EXPECT_FALSE(json["exemptions"][1].contains("now"));
  EXPECT_EQ(json["pages"][1]["source"], "ocr");
  EXPECT_EQ(json["error"]["fault"], "document");
  EXPECT_EQ(json["checks"], Json({"no-qualified-person", "late"}));
}

TEST(RecordJson, what_is_not_known_is_null_and_not_missing) {
  const Json json = Json::parse(record_to_json(Record{}, Audience::kInspect));
  for (const char* name : {"parent", "authority", "reference", "received", "responded", "working_days", "late", "review", "error"}) {
    ASSERT_TRUE(json.contains(name)) << name;
    EXPECT_TRUE(json[name].is_null()) << name;
  }
  for (const char* name :
       {"topics", "exemptions", "inferred", "mentioned", "questions", "reasons", "checks", "pages", "notes", "authority_candidates"})
    EXPECT_EQ(json[name], Json::array()) << name;
  EXPECT_EQ(json["kind"], "other");
  EXPECT_EQ(json["outcome"], "unknown");
  for (const char* name : {"case", "related", "cluster"}) EXPECT_FALSE(json.contains(name)) << name << " is for related records only";
}

TEST(RecordJson, is_one_line) {
  EXPECT_EQ(record_to_json(sample_record(), Audience::kInspect).find('\n'), std::string::npos);
  EXPECT_EQ(record_to_json_with_text(sample_record(), {Page{}, Page{}, Page{}}).find('\n'), std::string::npos);
}

TEST(RecordJson, the_path_is_never_served) {
  const std::string served = record_to_json(sample_record(), Audience::kServed);
  EXPECT_EQ(served.find("letter.pdf"), std::string::npos);
  EXPECT_EQ(members(Json::parse(served)["source"]).front(), "url");
}

TEST(RecordJson, a_path_of_any_bytes_is_shown) {
  Record record;
  record.source.path = "/corpus/caf\xE9.pdf";
  EXPECT_NE(record_to_json(record, Audience::kInspect).find("caf\xEF\xBF\xBD.pdf"), std::string::npos);
}

TEST(RecordJson, text_is_added_to_each_page_and_nothing_else) {
  std::vector<Page> pages(3);
  pages[0].text = "first";
  pages[1].text = "second \"quoted\"\n";
  const Json plain = Json::parse(record_to_json(sample_record(), Audience::kInspect));
  Json with_text = Json::parse(record_to_json_with_text(sample_record(), pages));
  EXPECT_EQ(with_text["pages"][0]["text"], "first");
  EXPECT_EQ(with_text["pages"][1]["text"], "second \"quoted\"\n");
  EXPECT_EQ(with_text["pages"][2]["text"], "");
  for (Json& page : with_text["pages"]) page.erase("text");
  EXPECT_EQ(with_text, plain);
}

TEST(RecordJson, comes_back_as_it_went) {
  for (const Record& record : {sample_record(), Record{}}) {
    const std::string json = record_to_json(record, Audience::kInspect);
    const auto back = record_from_json(json);
    ASSERT_TRUE(back.ok()) << back.error().message;
    EXPECT_EQ(record_to_json(*back, Audience::kInspect), json);
  }
  const auto back = record_from_json(record_to_json(sample_record(), Audience::kInspect));
  EXPECT_EQ(back->error->fault, Fault::kDocument);
  EXPECT_EQ(back->exemptions[0].now->by, "cccccccccccccccc");
  EXPECT_EQ(back->exemptions[0].evidence[1].quote, "\xC2\xA3");
  EXPECT_EQ(back->pages[2].source, PageSource::kNone);
  EXPECT_TRUE(back->source.url_withheld);
}

TEST(RecordJson, of_the_server_comes_back_without_its_path) {
  const auto back = record_from_json(record_to_json(sample_record(), Audience::kServed));
  ASSERT_TRUE(back.ok()) << back.error().message;
  EXPECT_EQ(back->source.path, "");
}

TEST(RecordJson, unknown_members_are_ignored) {
  Json json = Json::parse(record_to_json(sample_record(), Audience::kInspect));
  json["later"] = {1, 2, 3};
  json["source"]["more"] = nullptr;
  json["exemptions"][0]["more"] = "x";
  EXPECT_TRUE(record_from_json(json.dump()).ok());
}

TEST(RecordJson, damage_is_an_error_never_a_crash) {
  for (const std::string_view text : {"", "{", "null", "[]", "1", "{}", "\"\"", "\xFF\xFE", "{\"id\":1}"}) {
    const auto record = record_from_json(text);
    ASSERT_FALSE(record.ok()) << text;
    EXPECT_EQ(record.error().fault, Fault::kEnvironment);
  }
}

TEST(RecordJson, a_value_outside_its_vocabulary_is_named) {
  const struct {
    const char* pointer;
    Json value;
    const char* named;
  } cases[] = {
      {"/kind", "letter", "kind"},
      {"/outcome", "granted", "outcome"},
      {"/exemptions/0/status", "Applied", "status"},
      {"/exemptions/0/stage", "", "stage"},
      {"/mentioned/0/role", "asker", "role"},
      {"/questions/0/outcome", "yes", "outcome"},
      {"/review/result", "won", "result"},
      {"/checks/0", "spelling", "check"},
      {"/responded", "9 March 2024", "responded"},
      {"/received", "2024-02-30", "received"},
      {"/pages/0/source", "guess", "source"},
      {"/error/fault", "nobody", "fault"},
  };
  for (const auto& c : cases) {
    Json json = Json::parse(record_to_json(sample_record(), Audience::kInspect));
    json[Json::json_pointer(c.pointer)] = c.value;
    const auto record = record_from_json(json.dump());
    ASSERT_FALSE(record.ok()) << c.pointer;
    EXPECT_NE(record.error().message.find(c.named), std::string::npos) << record.error().message;
  }
}

TEST(RecordJson, a_value_of_another_type_is_an_error) {
  const Json whole = Json::parse(record_to_json(sample_record(), Audience::kInspect));
  for (const std::string& name : members(whole)) {
    if (name == "hidden" || name == "masks") continue;  // not of the contract
    Json json = whole;
    json[name] = Json{{"unexpected", true}};
    EXPECT_FALSE(record_from_json(json.dump()).ok()) << name;
  }
}

}  // namespace
}  // namespace foi
