// What took the place of what: a folder as it was seen build after build, each file by one letter.
#include <map>
#include <set>

#include "tests/unit/library/fixture.h"

namespace foi::library {
namespace {

class Replacements : public testing::Test {
 protected:
  // "p:A q:B" is a folder with the file p that holds A and q that holds B; "z:C z!/m:D" has D inside z.
  void build(std::string_view files, std::string_view folder = "/corpus") {
    std::vector<DocumentRow> documents;
    std::vector<SourceRow> sources;
    for (std::size_t at = 0; at < files.size();) {
      const std::size_t end = std::min(files.find(' ', at), files.size()), colon = files.find(':', at);
      const Sample sample(files.substr(colon + 1, end - colon - 1));
      names_[sample.id] = sample.bytes;
      documents.push_back(sample.row());
      sources.push_back(sample.at(folder, files.substr(at, colon - at)));
      if (const std::size_t inside = sources.back().path.find(kInside); inside != std::string::npos) {
        sources.back().container = sources.back().path.substr(0, inside);
        sources.back().depth = 1;
      }
      at = end + 1;
    }
    EXPECT_OK(library_.put_documents(documents));
    EXPECT_OK(library_.replace_sources(folder, sources));
  }
  // As reading does once it has opened the file z.
  void look_into(std::string_view container, std::string_view member, std::string_view text) {
    const Sample sample(text);
    names_[sample.id] = text;
    SourceRow row = sample.at("/corpus", std::string(container).append(kInside).append(member));
    row.container = container;
    row.depth = 1;
    EXPECT_OK(library_.put_documents({sample.row()}));
    EXPECT_OK(library_.put_inside("/corpus", container, {row}));
  }
  void remove(std::string_view text) { EXPECT_OK(library_.remove({Sample(text).id, "asked to", "2024-05-06"}, false)); }
  // "A>C B>C"
  std::string found() const {
    std::set<std::string> all;
    const auto replacements = library_.replacements();
    EXPECT_OK(replacements);
    for (const auto& [id, successor] : *replacements) all.insert(names_.at(id) + ">" + names_.at(successor));
    std::string out;
    for (const std::string& each : all) out += (out.empty() ? "" : " ") + each;
    return out;
  }

  TemporaryFolder folder_;
  Library library_ = *Library::open_for_build(folder_ / "library");
  std::map<std::string, std::string> names_;
};

TEST_F(Replacements, a_folder_as_it_changes) {
  const struct {
    std::string_view why;
    std::vector<std::string_view> builds;
    std::string_view found;
  } rows[] = {
      {"a first build replaces nothing", {"p:A"}, ""},
      {"nor one that finds the same", {"p:A", "p:A"}, ""},
      {"a file changed", {"p:A", "p:B"}, "A>B"},
      {"and again: the live one is told, not the one between", {"p:A", "p:B", "p:C"}, "A>C B>C"},
      {"and back", {"p:A", "p:B", "p:A"}, "B>A"},
      {"and on from there", {"p:A", "p:B", "p:A", "p:C"}, "A>C B>C"},
      {"and round", {"p:A", "p:B", "p:A", "p:B"}, "A>B"},
      {"a file gone has no successor", {"p:A q:B", "q:B"}, ""},
      {"a new file is nobody's", {"p:A", "q:B"}, ""},
      {"a file gone, and another there later", {"p:A", "", "p:B"}, "A>B"},
      {"a successor gone", {"p:A", "p:B", ""}, ""},
      {"a successor that has moved", {"p:A", "p:B", "q:B"}, "A>B"},
      {"a moved file replaces nothing", {"p:A", "q:A"}, ""},
      {"moved, then changed", {"p:A", "q:A", "q:B"}, "A>B"},
      {"of two copies one changed: it still stands", {"p:A q:A", "p:B q:A"}, ""},
      {"then the other is gone", {"p:A q:A", "p:B q:A", "p:B"}, "A>B"},
      {"then the other changed too: the first place counts", {"p:A q:A", "p:B q:A", "p:B q:C"}, "A>B"},
      {"or the other one's, once the first is gone", {"p:A q:A", "p:B q:C", "q:C"}, "A>C"},
      {"two changed places, in whichever order", {"p:A q:A", "p:A q:C", "p:B q:C"}, "A>B"},
      {"replaced by what stands elsewhere already", {"p:A q:B", "p:B q:B"}, "A>B"},
      {"two files that change places", {"p:A q:B", "p:B q:A"}, ""},
      {"and are gone: they lead round in a circle", {"p:A q:B", "p:B q:A", ""}, ""},
      {"back at another place", {"p:A", "p:B", "p:B q:A"}, ""},
      {"inside a file that changed, not looked into yet", {"z:Y z!/m:A", "z:Z"}, "Y>Z"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.why);
    library_ = *Library::open_for_build(folder_ / std::to_string(&row - rows));
    for (const std::string_view files : row.builds) build(files);
    EXPECT_EQ(found(), row.found);
  }
}

TEST_F(Replacements, what_stands_inside_a_file_follows_it) {
  build("z:Y z!/m:A z!/n:B");
  build("z:Z");
  look_into("z", "m", "C");
  EXPECT_EQ(found(), "A>C Y>Z");
  look_into("z", "m", "D");
  EXPECT_EQ(found(), "A>D C>D Y>Z");
  look_into("z", "m", "A");
  EXPECT_EQ(found(), "C>A D>A Y>Z");
}

TEST_F(Replacements, a_chain_goes_on_past_what_was_removed_and_ends_there_when_it_must) {
  build("p:A");
  build("p:B");
  remove("B");
  EXPECT_EQ(found(), "A>B") << "B was removed: the date is told";
  build("p:C");
  EXPECT_EQ(found(), "A>C");
  remove("A");
  EXPECT_EQ(found(), "") << "A removed document is removed, whatever took its place";
  EXPECT_OK(library_.restore(Sample("A").id));
  EXPECT_EQ(found(), "A>C");
}

TEST_F(Replacements, a_forgotten_folder_takes_its_successions_along) {
  build("p:A");
  build("p:B");
  build("p:B", "/other");
  EXPECT_OK(library_.forget("/corpus"));
  EXPECT_EQ(found(), "");
}

TEST_F(Replacements, a_long_life_is_followed_to_its_end) {
  for (int i = 0; i < 100; ++i) build("p:" + std::to_string(i));
  const auto replacements = library_.replacements();
  ASSERT_EQ(replacements->size(), 99u);
  for (const Replacement& each : *replacements) EXPECT_EQ(names_.at(each.successor), "99") << names_.at(each.id);
}

}  // namespace
}  // namespace foi::library
