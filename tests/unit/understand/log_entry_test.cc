// What the entries of disclosure logs say.
#include "indexer/understand/log_entry.h"

#include <gtest/gtest.h>

#include "indexer/model/limits.h"
#include "tests/unit/understand/letters.h"

namespace foi::understand {
namespace {

Entry entry(std::initializer_list<std::pair<const char*, const char*>> cells) {
  Entry made;
  for (const auto& [heading, text] : cells) made.cells.push_back({heading, text, {}});
  return made;
}

TEST(LogEntry, IsItsBytesAndBack) {
  Entry made = entry({{"Ref", "FOI 1"}, {"Request", "Beds\nand chairs"}, {"", "= # . >"}});
  made.period = "May 2024";
  made.cells[0].links = {"a.pdf", "https://example.org/a b"};
  const std::string bytes = encode_entry(made);
  EXPECT_EQ(bytes,
            "%FOI-LOG-ENTRY 1\n=May 2024\n#Ref\n.FOI 1\n>a.pdf\n>https://example.org/a b\n#Request\n.Beds\n.and chairs\n#\n.= # . >\n")
      << "another form gives every entry another id";
  EXPECT_EQ(decode_entry(bytes), made);
  EXPECT_EQ(decode_entry(encode_entry(Entry{})), Entry{});
  for (const char* wrong : {"", "%FOI-LOG-ENTRY 1", "%FOI-LOG-ENTRY 2\n", "%FOI-LOG-ENTRY 1\n.a\n", "%FOI-LOG-ENTRY 1\n#a\n=b\n",
                            "%FOI-LOG-ENTRY 1\n#a\n\n", "%FOI-LOG-ENTRY 1\n#a\n?b\n", "%FOI-LOG-ENTRY 1\n#\xff\n"})
    EXPECT_FALSE(decode_entry(wrong)) << wrong;
}

TEST(LogEntry, IsCutOffWhereItIsTooLong) {
  const std::string bytes = encode_entry(entry({{"Ref", "FOI 1"}, {"Request", std::string(40'000, 'x').c_str()}, {"Outcome", "Refused"}}));
  EXPECT_LE(bytes.size(), limits::kMaxLogEntryBytes);
  EXPECT_TRUE(decode_entry(bytes));
}

TEST(LogEntry, SaysOnlyWhatIsPlain) {
  LogEntry facts = entry_facts(entry({{"Ref", "FOI 1"}, {"Date received", "3 May 2024"}, {"Closed", "04/06/24"}, {"Subject", "Beds"}}));
  EXPECT_EQ(facts.reference, "FOI 1");
  EXPECT_EQ(to_iso(facts.received.value()), "2024-05-03");
  EXPECT_EQ(to_iso(facts.responded.value()), "2024-06-04");
  EXPECT_EQ(facts.title, "Beds");
  facts = entry_facts(entry({{"Ref", "see note"},
                             {"Date", "3 May 2024"},
                             {"Date published", "9 May 2024"},
                             {"Date received", "3 May 2024 and 5 May 2024"},
                             {"Request", "Beds"}}));
  EXPECT_FALSE(facts.reference) << "no digit";
  EXPECT_FALSE(facts.received) << "two dates";
  EXPECT_FALSE(facts.responded) << "a day of what is not said, and one of publication";
  EXPECT_EQ(facts.title, "Beds") << "the request is its own subject";
}

// "reference|title|day" of an entry whose cells have no headings.
std::string unnamed_facts(const std::vector<const char*>& cells) {
  Entry made;
  for (const char* text : cells) made.cells.push_back({{}, text, {}});
  const LogEntry facts = entry_facts(made);
  EXPECT_FALSE(facts.received);
  return facts.reference.value_or("-") + "|" + facts.title.value_or("-") + "|" + (facts.responded ? to_iso(*facts.responded) : "-");
}

TEST(LogEntry, OfAListIsReadInWhateverOrder) {
  const std::pair<std::vector<const char*>, const char*> cases[] = {
      {{"FOI 8301 \u2013 Snow ploughs \u2013 3 April 2022"}, "FOI 8301|Snow ploughs|2022-04-03"},
      {{"3 April 2022 - FOI 24/118 - Snow ploughs"}, "FOI 24/118|Snow ploughs|2022-04-03"},
      {{"Snow ploughs \u2014 (FOI-2024-273) \u2014 03/04/2022"}, "FOI-2024-273|Snow ploughs|2022-04-03"},
      {{"FOI 8301: Snow ploughs (3 April 2022)"}, "FOI 8301|Snow ploughs|2022-04-03"},
      {{"FOI 8301 \u2013 Snow ploughs, 3 April 2022"}, "FOI 8301|Snow ploughs|2022-04-03"},
      {{"FOI 8301", "Snow ploughs in the north", "3 April 2022"}, "FOI 8301|Snow ploughs in the north|2022-04-03"},
      {{"FOI 8301", "3 April 2022", "Snow ploughs", "Disclosed in full"}, "FOI 8301|Snow ploughs|2022-04-03"},
      {{"Snow ploughs \u2013 grit and salt \u2013 Ref. 8301"}, "Ref. 8301|Snow ploughs \u2013 grit and salt|-"},
      {{"FOI 8301 \u2013 Snow ploughs \u2013 3 April 2022 \u2013 5 May 2022"}, "FOI 8301|Snow ploughs|-"},  // which is it?
      {{"FOI 8301 \u2013 Letters since 3 April 2022"}, "FOI 8301|Letters since 3 April 2022|-"},
      {{"FOI 8301 \u2013 Letters since 3 April 2022 \u2013 5 May 2022"}, "FOI 8301|Letters since 3 April 2022|2022-05-05"},
      {{"FOI 8301 \u2013 Snow ploughs", "We answered on 3 April 2022 that we hold none."}, "FOI 8301|Snow ploughs|-"},
      {{"FOI 2023 \u2013 Annual report \u2013 3 April 2022"}, "-|FOI 2023 \u2013 Annual report|2022-04-03"},  // a year
      {{"Ploughs 8301 and 8302 \u2013 3 April 2022"}, "-|Ploughs 8301 and 8302|2022-04-03"},
      {{"3 April 2022"}, "-|-|2022-04-03"},
  };
  for (const auto& [cells, facts] : cases) EXPECT_EQ(unnamed_facts(cells), facts);
  const LogEntry labelled = entry_facts(entry({{"", "Snow ploughs \u2013 3 April 2022"}, {"Date received", "1 March 2022"}}));
  EXPECT_EQ(labelled.title, "Snow ploughs");
  EXPECT_FALSE(labelled.responded) << "another day has a name, so nobody knows what this one is";
}

Published understood(const Entry& made) {
  const LogEntry facts = entry_facts(made);
  const Extraction extraction = entry_extraction(made);
  return understand({"aaaaaaaaaaaaaaaa", {}, false, extraction, &facts}, builtin_reference());
}

TEST(LogEntry, IsUnderstoodByItsOwnWords) {
  const Record record = understood(entry({{"Ref No.", "FOI 24/101"},
                                          {"Date received", "03/05/2024"},
                                          {"Date of response", "04/06/2024"},
                                          {"Subject", "Agency nurses in theatres"},
                                          {"Outcome", "Part disclosed"},
                                          {"Exemption(s) applied", "Section 43(2)"}}))
                            .record;
  EXPECT_EQ(record.kind, Kind::kOther);
  EXPECT_EQ(record.title, "Agency nurses in theatres");
  EXPECT_EQ(record.reference, "FOI 24/101");
  EXPECT_EQ(to_iso(record.received.value()), "2024-05-03");
  EXPECT_EQ(to_iso(record.responded.value()), "2024-06-04");
  EXPECT_EQ(record.outcome, Outcome::kPartlyGranted);
  ASSERT_EQ(record.exemptions.size(), 1u);
  EXPECT_EQ(record.exemptions[0].id, "foia-43-2");
  EXPECT_TRUE(record.questions.empty());
  EXPECT_TRUE(record.notes.empty()) << record.notes[0].what;
}

TEST(LogEntry, OutcomesThatLeaveADoubtAreUnknown) {
  const std::pair<const char*, Outcome> cases[] = {
      {"Disclosed in full", Outcome::kGrantedInFull},
      {"Full disclosure", Outcome::kGrantedInFull},
      {"Granted", Outcome::kGrantedInFull},
      {"Partially disclosed", Outcome::kPartlyGranted},
      {"Refused in part", Outcome::kPartlyGranted},
      {"Refused", Outcome::kRefusedInFull},
      {"Withheld in full", Outcome::kRefusedInFull},
      {"Information not held", Outcome::kNotHeld},
      {"Neither confirm nor deny", Outcome::kNcnd},
      {"Exceeds cost limit", Outcome::kCostLimit},
      {"Clarification sought", Outcome::kClarification},
      {"Disclosed", Outcome::kUnknown},
      {"Exempt", Outcome::kUnknown},
      {"Not fully disclosed", Outcome::kUnknown},
      {"Closed", Outcome::kUnknown},
      {"See letter", Outcome::kUnknown},
  };
  for (const auto& [words, outcome] : cases)
    EXPECT_EQ(understood(entry({{"Ref", "FOI 1"}, {"Subject", "Beds in wards"}, {"Outcome", words}})).record.outcome, outcome) << words;
}

TEST(LogEntry, IsAReviewOrANoticeOnlyWhereItSaysSo) {
  const auto kind = [](const char* heading, const char* words) {
    return understood(entry({{"Ref", "FOI 1"}, {"Subject", "Beds in wards"}, {heading, words}})).record.kind;
  };
  EXPECT_EQ(kind("Type", "Internal review"), Kind::kInternalReview);
  EXPECT_EQ(kind("Outcome", "Refusal notice issued"), Kind::kRefusalNotice);
  EXPECT_EQ(kind("Request", "Copies of each internal review of 2023"), Kind::kOther);
  EXPECT_EQ(kind("Response", "Please find attached the figures"), Kind::kOther);
}

TEST(LogEntry, NamesNoRequester) {
  const Published named =
      understood(entry({{"Ref", "FOI 1"}, {"Requester", "Perpetua Lindqvarn"}, {"Subject", "Request from Perpetua Lindqvarn on beds"}}));
  EXPECT_EQ(named.pages[0].text.find("Lindqvarn"), std::string::npos) << named.pages[0].text;
  EXPECT_EQ(named.record.title.find("Lindqvarn"), std::string::npos) << named.record.title;
  EXPECT_NE(named.pages[0].text.find("Requester: [requester]"), std::string::npos) << named.pages[0].text;
  const Published category = understood(entry({{"Ref", "FOI 1"}, {"Requester", "Media"}, {"Subject", "Beds in wards"}}));
  EXPECT_NE(category.pages[0].text.find("Requester: Media"), std::string::npos) << category.pages[0].text;
}

}  // namespace
}  // namespace foi::understand
