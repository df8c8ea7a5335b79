// Documents inside documents: members of ZIP files and attachments, through the whole flow with the real workers.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "indexer/library/library.h"
#include "tests/unit/extract/extraction_fixture.h"
#include "tests/unit/extract/made_pdf.h"
#include "tests/unit/extract/made_zip.h"
#include "tests/unit/pipeline/flow.h"

namespace foi {
namespace {

namespace fs = std::filesystem;
using extract::make_zip;
using test::Paths;

class MembersTest : public test::FlowTest {};

TEST_F(MembersTest, AreDocumentsWithAParent) {
  corpus_.write("log.zip",
                make_zip({{"letters/one.txt", "Thank you for your request about zeppelins."}, {"two.csv", "Month,Count\nMay,5\n"}}));
  EXPECT_EQ(build().documents, 3u);
  const auto all = records();
  ASSERT_EQ(paths(), (Paths{"log.zip", "log.zip!/letters/one.txt", "log.zip!/two.csv"}));
  const Record& one = all.at("log.zip!/letters/one.txt").record;
  EXPECT_EQ(parent_of("log.zip"), "");
  EXPECT_EQ(parent_of("log.zip!/letters/one.txt"), "log.zip");
  EXPECT_EQ(one.source.media_type, "text/plain");
  EXPECT_EQ(all.at("log.zip!/two.csv").record.source.media_type, "text/csv") << "its name tells a CSV apart";
  EXPECT_NE(all.at("log.zip!/letters/one.txt").pages.at(0).text.find("zeppelins"), std::string::npos);
}

TEST_F(MembersTest, FilesEmbeddedInAPdf) {
  corpus_.write("letter.pdf", extract::make_pdf({{.content = extract::text_at(60, 700, "Dear reader")}},
                                                {{"zeppelins.txt", "Thank you for your request about zeppelins."},
                                                 {"log.zip", make_zip({{"two.csv", "Month,Count\nMay,5\n"}})}}));
  EXPECT_EQ(build().documents, 4u);
  const auto all = records();
  ASSERT_EQ(paths(), (Paths{"letter.pdf", "letter.pdf!/log.zip", "letter.pdf!/log.zip!/two.csv", "letter.pdf!/zeppelins.txt"}));
  EXPECT_EQ(parent_of("letter.pdf!/zeppelins.txt"), "letter.pdf");
  ASSERT_EQ(all.at("letter.pdf").record.hidden.size(), 1u) << "for which the original is not offered";
  EXPECT_EQ(all.at("letter.pdf").record.hidden[0], (HiddenCount{"embedded file", 2}));
}

TEST_F(MembersTest, BuildingAgainReadsNothingAnew) {
  corpus_.write("log.zip", make_zip({{"one.txt", "Thank you for your request."}}));
  EXPECT_EQ(build().read, 2u);
  const BuildSummary again = build();
  EXPECT_EQ(again.read, 0u);
  EXPECT_EQ(again.documents, 2u);
}

TEST_F(MembersTest, GoWithTheirContainer) {
  corpus_.write("log.zip", make_zip({{"one.txt", "Thank you for your request."}}));
  corpus_.write("other.txt", "Another letter.");
  build();
  fs::remove(corpus_ / "log.zip");
  build();
  EXPECT_EQ(paths(), Paths{"other.txt"});
}

TEST_F(MembersTest, AMemberThatStandsOutsideTooIsOneDocument) {
  corpus_.write("log.zip", make_zip({{"one.txt", "Thank you for your request."}}));
  corpus_.write("one.txt", "Thank you for your request.");
  build();
  ASSERT_EQ(paths(), (Paths{"log.zip", "one.txt"}));
  EXPECT_EQ(parent_of("one.txt"), "") << "what stands on disk comes first";
}

TEST_F(MembersTest, AnAttachmentOfAMessageInAZip) {
  const std::string mail =
      "From: foi@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n\nSee "
      "attached.\n"
      "--B\nContent-Type: text/plain\nContent-Disposition: attachment; filename=reply.txt\n\nThe Trust owns none.\n--B--\n";
  corpus_.write("log.zip", make_zip({{"reply.eml", mail}}));
  build();
  ASSERT_EQ(paths(), (Paths{"log.zip", "log.zip!/reply.eml", "log.zip!/reply.eml!/reply.txt"}));
  EXPECT_EQ(parent_of("log.zip!/reply.eml!/reply.txt"), "log.zip!/reply.eml");
}

TEST_F(MembersTest, DepthIsBounded) {
  std::string inner = make_zip({{"deep.txt", "Too deep."}});
  for (int i = 4; i > 0; --i) inner = make_zip({{"z" + std::to_string(i) + ".zip", inner}});
  corpus_.write("z0.zip", inner);
  EXPECT_EQ(build().failed, 1u);
  ASSERT_EQ(told_.failures.size(), 1u);
  EXPECT_NE(told_.failures[0].find("more deeply than is read"), std::string::npos) << told_.failures[0];
  EXPECT_EQ(records().size(), 5u) << "the file, three inside, and the record of what was not read";
}

TEST_F(MembersTest, NamesAreKeptApartAndHarmless) {
  corpus_.write("log.zip", make_zip({{"a.txt", "One."}, {"a.txt", "Two."}, {"../../evil.txt", "Three."}}));
  build();
  EXPECT_EQ(paths(), (Paths{"log.zip", "log.zip!/a (2).txt", "log.zip!/a.txt", "log.zip!/evil.txt"}));
  EXPECT_FALSE(fs::exists(corpus_.path().parent_path() / "evil.txt"));
}

TEST_F(MembersTest, ABadMemberCostsItselfOnly) {
  corpus_.write("log.zip", make_zip({{"good.txt", "Thank you."}, {"bad.pdf", "%PDF-1.4 rubbish"}}));
  EXPECT_EQ(build().failed, 1u);
  ASSERT_EQ(told_.failures.size(), 1u);
  EXPECT_NE(told_.failures[0].find("log.zip!/bad.pdf: damaged PDF"), std::string::npos) << told_.failures[0];
  EXPECT_EQ(records().size(), 3u);
}

// The documents that are taken out of a file, by name, and what is noted of it.
struct Taken {
  std::vector<std::string> names;
  std::uint64_t bytes = 0;
  Extraction extraction;
};

Taken taken_from(const std::string& file) {
  extract::Options options;
  options.text_worker = fs::path(FOI_BIN_DIR) / "foi-extract-text";
  extract::Extractor extractor(options);
  const extract::MemoryDocument document(file);
  Taken taken;
  const auto keep = [&](std::string_view name, std::string_view bytes) {
    taken.names.emplace_back(name);
    taken.bytes += bytes.size();
    return success();
  };
  Result<Extraction> extraction = extractor.extract(document.fd(), document.size(), "log.zip", keep);
  EXPECT_TRUE(extraction.ok()) << (extraction.ok() ? "" : extraction.error().message);
  if (extraction.ok()) taken.extraction = std::move(*extraction);
  return taken;
}

// Packs about a hundredfold, which is no bomb.
std::string packable(std::size_t bytes) {
  std::string block(8'192, '\0');
  std::uint32_t state = 1;
  for (char& c : block) c = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  std::string out;
  while (out.size() < bytes) out.append(block, 0, std::min(block.size(), bytes - out.size()));
  return out;
}

TEST(MembersOfAZip, AreBoundedInNumber) {
  extract::Members members;
  for (std::size_t i = 0; i < limits::kMaxMembers + 500; ++i) members.emplace_back("letters/" + std::to_string(i) + ".txt", "x");
  const Taken taken = taken_from(make_zip(members));
  EXPECT_EQ(taken.names.size(), limits::kMaxMembers);
  EXPECT_EQ(taken.extraction.members.size(), 500u);
  ASSERT_EQ(taken.extraction.notes.size(), 1u);
  EXPECT_EQ(taken.extraction.notes[0].what, "500 of the documents inside were left out: encrypted, or more or larger than are read");
  members.resize(limits::kMaxMembers);
  EXPECT_TRUE(taken_from(make_zip(members)).extraction.notes.empty()) << "as many as may be";
}

TEST(MembersOfAZip, AreBoundedInBytesOfOne) {
  const std::string largest = packable(limits::kMaxMemberBytes);
  const Taken taken = taken_from(make_zip({{"largest.bin", largest}, {"larger.bin", largest + "x"}, {"letter.txt", "Dear reader"}}));
  EXPECT_EQ(taken.names, (std::vector<std::string>{"largest.bin", "letter.txt"}));
  ASSERT_EQ(taken.extraction.members.size(), 1u);
  EXPECT_EQ(taken.extraction.members[0], (Member{"larger.bin", "", 0}));
}

TEST(MembersOfAZip, AreBoundedInBytesOfAll) {
  constexpr std::size_t kFit = limits::kMaxMembersBytes / limits::kMaxMemberBytes;
  static_assert(limits::kMaxMembersBytes % limits::kMaxMemberBytes == 0);
  const std::string largest = packable(limits::kMaxMemberBytes);
  extract::Members members;
  for (std::size_t i = 0; i < kFit; ++i) members.emplace_back(std::to_string(i) + ".bin", largest);
  members.emplace_back("letter.txt", "x");
  const Taken taken = taken_from(make_zip(members));
  EXPECT_EQ(taken.bytes, limits::kMaxMembersBytes);
  ASSERT_EQ(taken.extraction.members.size(), 1u);
  EXPECT_EQ(taken.extraction.members[0].name, "letter.txt");
}

TEST_F(MembersTest, ThatAreLeftOutAreAFailureOfTheirFileInEveryBuild) {
  corpus_.write("log.zip", make_zip({{"larger.bin", packable(limits::kMaxMemberBytes + 1)}, {"letter.txt", "Thank you."}}));
  corpus_.write("large.zip", make_zip({{"larger.bin", packable(limits::kMaxMemberBytes + 1)}}));
  for (int again = 0; again < 2; ++again) {
    EXPECT_EQ(build().failed, 2u) << again;
    ASSERT_EQ(told_.failures.size(), 2u);
    std::sort(told_.failures.begin(), told_.failures.end());
    EXPECT_NE(told_.failures[0].find("/large.zip: 1 of the documents inside were left out"), std::string::npos) << told_.failures[0];
    EXPECT_NE(told_.failures[1].find("/log.zip: 1 of the documents inside were left out"), std::string::npos) << told_.failures[1];
  }
  EXPECT_EQ(paths(), (Paths{"large.zip", "log.zip", "log.zip!/letter.txt"}));
  EXPECT_EQ(records().at("log.zip").record.notes.size(), 1u) << "its page says so too";
  corpus_.write("log.zip", make_zip({{"letter.txt", "Thank you."}}));
  fs::remove(corpus_ / "large.zip");
  EXPECT_EQ(build().failed, 0u);
}

// Three ZIP files in one, each of two letters: the first two in their order, however many are read at the same time.
TEST_F(MembersTest, BytesOfAllAreThoseOfAnyDepth) {
  extract::Members inner;
  std::uint64_t bytes = 0;
  for (const char c : {'a', 'b', 'c'}) {
    inner.emplace_back(std::string(1, c) + ".zip", make_zip({{"1.txt", std::string(4'000, c)}, {"2.txt", std::string(4'001, c)}}));
    bytes += inner.back().second.size();
  }
  corpus_.write("log.zip", make_zip(inner));
  const Paths two{"log.zip",        "log.zip!/a.zip",        "log.zip!/a.zip!/1.txt", "log.zip!/a.zip!/2.txt",
                  "log.zip!/b.zip", "log.zip!/b.zip!/1.txt", "log.zip!/b.zip!/2.txt", "log.zip!/c.zip"};
  most_bytes_inside_ = bytes + 3 * 8'001;
  EXPECT_EQ(build().failed, 0u) << "as much as may be";
  EXPECT_EQ(paths().size(), 10u);
  --most_bytes_inside_;
  rebuild_ = true;
  for (const char* when : {"what was extracted before counts no less", "and where nothing was", "in any order"}) {
    EXPECT_EQ(build().failed, 1u) << when;
    ASSERT_EQ(told_.failures.size(), 1u) << when;
    EXPECT_NE(told_.failures[0].find("/c.zip: the documents inside it, with those beside it in one file, together hold more than is read"),
              std::string::npos)
        << told_.failures[0];
    EXPECT_EQ(paths(), two) << when;
    fs::remove_all(library());
  }
  rebuild_ = false;
  build();
  EXPECT_EQ(build().failed, 1u) << "told again";
  most_bytes_inside_ = limits::kMaxMembersBytes;
  rebuild_ = true;
  EXPECT_EQ(build().failed, 0u) << "which was kept in no cache";
}

// A log that names the file has it read again in the same run.
TEST_F(MembersTest, BytesOfAFileThatIsReadTwiceInARunCountOnce) {
  corpus_.write("a.zip", make_zip({{"a.txt", std::string(4'000, 'a')}, {"b.txt", std::string(4'000, 'b')}}));
  corpus_.write("log.csv",
                "FOI ref,Date received,Subject,Letter\nFOI 24/1,03/04/2024,Nurses,a.zip\nFOI 24/2,04/04/2024,Beds,\n"
                "FOI 24/3,05/04/2024,Gulls,\n");
  most_bytes_inside_ = 8'000;
  EXPECT_EQ(build().failed, 0u);
  EXPECT_EQ(records().at("a.zip").record.reference, "FOI 24/1") << "it was read again";
}

// -- small changes

std::string mail_with(std::initializer_list<std::pair<std::string, std::string>> attachments) {
  std::string mail =
      "From: foi@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n\n"
      "See attached.\n";
  for (const auto& [name, text] : attachments)
    mail += "--B\nContent-Type: text/plain\nContent-Disposition: attachment; filename=" + name + "\n\n" + text + "\n";
  return mail + "--B--\n";
}

TEST_F(MembersTest, ComeAndGoAsWhatHoldsThemChanges) {
  corpus_.write("a.eml", mail_with({{"one.txt", "The Trust owns one zeppelin."}, {"two.txt", "The Trust owns two."}}));
  corpus_.write("b.txt", "Another letter.");
  build();
  EXPECT_EQ(paths(), (Paths{"a.eml", "a.eml!/one.txt", "a.eml!/two.txt", "b.txt"}));
  corpus_.write("a.eml", mail_with({{"two.txt", "The Trust owns two."}, {"three.txt", "The Trust owns three."}}));
  const BuildSummary changed = build();
  EXPECT_EQ(changed.read, 2u) << "the message and the attachment that is new";
  EXPECT_EQ(changed.made, 2u) << "the attachment that stays says nothing new";
  EXPECT_EQ(paths(), (Paths{"a.eml", "a.eml!/three.txt", "a.eml!/two.txt", "b.txt"}));
  EXPECT_EQ(parent_of("a.eml!/two.txt"), "a.eml") << "the message as it is now";
  expect_as_built_at_once();
  corpus_.write("a.eml", mail_with({}));
  build();
  EXPECT_EQ(paths(), (Paths{"a.eml", "b.txt"}));
}

TEST_F(MembersTest, OfAFileThatIsLeftAloneStayWhileOthersChange) {
  corpus_.write("log.zip", make_zip({{"reply.eml", mail_with({{"one.txt", "The Trust owns one zeppelin."}})}}));
  build();
  corpus_.write("b.txt", "Another letter.");
  EXPECT_EQ(build().read, 1u);
  EXPECT_EQ(paths(), (Paths{"b.txt", "log.zip", "log.zip!/reply.eml", "log.zip!/reply.eml!/one.txt"}));
}

TEST_F(MembersTest, DeeperOnesStayWhenWhatHoldsThemIsInAnotherArchiveNow) {
  const std::string mail = mail_with({{"one.txt", "The Trust owns one zeppelin."}});
  corpus_.write("log.zip", make_zip({{"reply.eml", mail}}));
  build();
  corpus_.write("log.zip", make_zip({{"new.txt", "A new letter."}, {"reply.eml", mail}}));
  build();
  EXPECT_EQ(paths(), (Paths{"log.zip", "log.zip!/new.txt", "log.zip!/reply.eml", "log.zip!/reply.eml!/one.txt"}));
}

TEST_F(MembersTest, OneAttachmentInTwoMessagesIsOneDocumentAndOutlivesTheFirst) {
  corpus_.write("a.eml", mail_with({{"one.txt", "The Trust owns one zeppelin."}}));
  corpus_.write("b.eml", mail_with({{"same.txt", "The Trust owns one zeppelin."}, {"two.txt", "Two."}}));
  build();
  EXPECT_EQ(paths(), (Paths{"a.eml", "a.eml!/one.txt", "b.eml", "b.eml!/two.txt"}));
  fs::remove(corpus_ / "a.eml");
  build();
  EXPECT_EQ(paths(), (Paths{"b.eml", "b.eml!/same.txt", "b.eml!/two.txt"}));
}

// a.eml is no longer what its attachments were attached to, and b.eml is not looked into, being what a.eml is.
TEST_F(MembersTest, GoWhereTheirFileBecomesACopyOfAnother) {
  const std::string kept = mail_with({{"one.txt", "The Trust owns one zeppelin."}});
  corpus_.write("0.eml", kept);
  corpus_.write("a.eml", mail_with({{"two.txt", "The Trust owns two."}}));
  corpus_.write("b.eml", mail_with({{"three.txt", "The Trust owns three."}}));
  build();
  EXPECT_EQ(paths().size(), 6u);
  corpus_.write("a.eml", kept);
  build();
  EXPECT_EQ(paths(), (Paths{"0.eml", "0.eml!/one.txt", "b.eml", "b.eml!/three.txt"}));
  expect_as_built_at_once();
  const std::string other = mail_with({{"four.txt", "The Trust owns four."}});
  corpus_.write("a.eml", other);
  corpus_.write("b.eml", other);
  build();
  EXPECT_EQ(paths(), (Paths{"0.eml", "0.eml!/one.txt", "a.eml", "a.eml!/four.txt"}));
  expect_as_built_at_once();
}

TEST_F(MembersTest, TheOrderOfBuildsMakesNoDifference) {
  const std::string mail = mail_with({{"one.txt", "The Trust owns one zeppelin."}});
  corpus_.write("z.eml", mail);
  build();
  corpus_.write("a.zip", make_zip({{"inside.eml", mail}, {"z.txt", "The Trust owns one zeppelin."}}));
  build();
  expect_as_built_at_once();
}

TEST_F(MembersTest, ARemovedOneStaysAwayAndARemovedMessageTakesItsOwnAlong) {
  corpus_.write("a.eml", mail_with({{"one.txt", "The Trust owns one zeppelin."}, {"two.txt", "Two."}}));
  build();
  remove(id_of("a.eml!/one.txt"));
  corpus_.write("a.eml", mail_with({{"one.txt", "The Trust owns one zeppelin."}, {"two.txt", "Two."}, {"three.txt", "Three."}}));
  build();
  EXPECT_EQ(paths(), (Paths{"a.eml", "a.eml!/three.txt", "a.eml!/two.txt"}));
  remove(id_of("a.eml"));
  EXPECT_EQ(paths(), Paths());
  build();
  EXPECT_EQ(paths(), Paths());
}

// Files of the library that hold these words.
int files_with(const fs::path& library, const std::string& words) {
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(library)) {
    std::ifstream in(entry.path(), std::ios::binary);
    files += entry.is_regular_file() && std::string(std::istreambuf_iterator<char>(in), {}).find(words) != std::string::npos;
  }
  return files;
}

TEST_F(MembersTest, WhatARemovedMessageHeldStaysAwayWhereverItTurnsUp) {
  const std::string one = "The Trust owns one zeppelin.", both = "The Trust owns two balloons.";
  const std::string inner = mail_with({{"one.txt", one}});
  corpus_.write("a.eml", mail_with({{"both.txt", both}}));
  corpus_.write("log.zip", make_zip({{"inner.eml", inner}, {"both.txt", both}}));
  build();
  const std::string message = id_of("log.zip"), member = id_of("log.zip!/inner.eml!/one.txt");
  ASSERT_GT(files_with(library(), "one zeppelin"), 0);
  remove(message);
  EXPECT_EQ(files_with(library(), "one zeppelin"), 0) << "originals, extractions, records and index";
  EXPECT_GT(files_with(library(), "two balloons"), 0) << "stands elsewhere";
  EXPECT_EQ(paths(), (Paths{"a.eml", "a.eml!/both.txt"}));
  corpus_.write("loose.txt", one);
  corpus_.write("c.eml", mail_with({{"again.txt", one}}));
  build();
  EXPECT_EQ(paths(), (Paths{"a.eml", "a.eml!/both.txt", "c.eml"}));
  const auto removals = library::Library::open_to_read(library())->removals();
  ASSERT_EQ(removals->size(), 3u);
  for (const library::Removal& removal : *removals)
    EXPECT_EQ(removal.reason, removal.id == message ? "asked for" : "inside " + message + ": asked for");
  restore(message);
  build();
  EXPECT_TRUE(library::Library::open_to_read(library())->removals()->empty());
  EXPECT_EQ(id_of("loose.txt"), member);
  EXPECT_TRUE(records().contains("log.zip!/inner.eml"));
  expect_as_built_at_once();
}

TEST_F(MembersTest, ARestoredOneAndOneWhoseOriginalWasLostComeBack) {
  const std::string inner = mail_with({{"one.txt", "The Trust owns one zeppelin."}});
  corpus_.write("log.zip", make_zip({{"inner.eml", inner}, {"two.txt", "Two."}}));
  build();
  const Paths all = paths();
  for (const char* path : {"log.zip!/inner.eml!/one.txt", "log.zip!/inner.eml", "log.zip!/two.txt"}) {
    const std::string id = id_of(path);
    remove(id);
    build();
    EXPECT_FALSE(served(id)) << path;
    restore(id);
    build();
    EXPECT_EQ(paths(), all) << path;
    EXPECT_TRUE(served(id)) << path;
    const fs::path original = library::Library::open_to_read(library())->original_path(records().at(path).record.source.sha256);
    ASSERT_TRUE(fs::remove(original)) << path;
    build();
    EXPECT_TRUE(fs::exists(original)) << path;
    expect_as_built_at_once();
  }
}

}  // namespace
}  // namespace foi
