#include "tests/unit/library/fixture.h"

namespace foi::library {
namespace {

class Generations : public testing::Test {
 protected:
  TemporaryFolder folder_;
  fs::path dir_ = folder_ / "library";
  Library library_ = *Library::open_for_build(dir_);

  fs::path write(std::string_view content) {
    auto generation = library_.begin_generation();
    EXPECT_TRUE(generation.ok()) << message_of(generation);
    fs::create_directories(*generation / "letters");
    spit(*generation / "letters" / "postlist", content);
    return *generation;
  }
  std::string serving() const {
    const auto generation = current_generation(dir_);
    return generation ? slurp(*generation / "letters" / "postlist") : generation.error().message;
  }
  std::vector<std::string> kept() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(dir_ / "generations")) found.push_back(entry.path().filename().string());
    return sorted_ids(found);
  }
};

TEST_F(Generations, the_first_is_empty_and_serves_once_published) {
  EXPECT_NE(serving().find("nothing published yet"), std::string::npos);
  const auto generation = library_.begin_generation();
  ASSERT_TRUE(generation.ok());
  EXPECT_EQ(generation->filename(), "000001");
  EXPECT_TRUE(fs::is_empty(*generation));
  EXPECT_NE(serving().find("nothing published yet"), std::string::npos);
  EXPECT_OK(library_.publish(*generation));
  EXPECT_EQ(*current_generation(dir_), *generation);
  EXPECT_EQ(slurp(dir_ / "CURRENT"), "000001\n");
  EXPECT_EQ(library_.totals()->generation, "000001");
}

TEST_F(Generations, the_one_before_stays_for_those_who_read_it) {
  for (const std::string_view content : {"one", "two", "three", "four"}) {
    EXPECT_OK(library_.publish(write(content)));
    EXPECT_EQ(serving(), content);
  }
  EXPECT_EQ(kept(), (std::vector<std::string>{"000003", "000004"}));
}

TEST_F(Generations, leftovers_of_killed_builds_are_cleared_and_their_numbers_not_used_again) {
  EXPECT_OK(library_.publish(write("one")));
  EXPECT_OK(library_.publish(write("two")));
  write("half of three");
  write("half of four");
  EXPECT_EQ(kept(), (std::vector<std::string>{"000001", "000002", "000004"}));
  EXPECT_OK(library_.publish(write("five")));
  EXPECT_EQ(serving(), "five");
  EXPECT_EQ(kept(), (std::vector<std::string>{"000002", "000005"}));
}

TEST_F(Generations, what_is_not_ours_is_not_touched) {
  fs::create_directories(dir_ / "generations" / "backup");
  fs::create_directories(dir_ / "generations" / "42");
  for (int i = 0; i < 4; ++i) EXPECT_OK(library_.publish(write("x")));
  EXPECT_TRUE(fs::exists(dir_ / "generations" / "backup"));
  EXPECT_TRUE(fs::exists(dir_ / "generations" / "42"));
}

TEST_F(Generations, only_a_generation_of_this_library_is_published) {
  const fs::path good = write("one");
  const TemporaryFolder elsewhere;
  fs::create_directories(elsewhere / "000009");
  fs::create_directories(dir_ / "generations" / "abc");
  for (const fs::path& bad : {fs::path(), fs::path("000001"), dir_, dir_ / "generations", dir_ / "generations" / "abc",
                              elsewhere / "000009", dir_ / "generations" / "000099", dir_ / "generations" / "000001" / "letters"}) {
    const auto published = library_.publish(bad);
    ASSERT_FALSE(published.ok()) << bad;
    EXPECT_EQ(published.error().fault, Fault::kUsage) << bad;
  }
  EXPECT_FALSE(fs::exists(dir_ / "CURRENT"));
  EXPECT_OK(library_.publish(good));
}

TEST_F(Generations, a_damaged_CURRENT_is_reported_and_mended_by_the_next_build) {
  EXPECT_OK(library_.publish(write("one")));
  for (const std::string_view damage : {"", "000001", "\n", "000001\n\n", "1\n", "../../x\n", "000001\nmore", "0000000001\n", "000000\n",
                                        "-00001\n", "99999999999999999999999\n", "000777\n"}) {
    spit(dir_ / "CURRENT", damage);
    const auto generation = current_generation(dir_);
    ASSERT_FALSE(generation.ok()) << damage;
    EXPECT_EQ(generation.error().fault, Fault::kEnvironment);
    EXPECT_NE(generation.error().message.find("CURRENT"), std::string::npos) << generation.error().message;
    EXPECT_EQ(library_.check()->size(), 1u) << damage;
    EXPECT_FALSE(library_.totals().ok());
  }
  EXPECT_OK(library_.publish(write("two")));
  EXPECT_EQ(serving(), "two");
}

TEST_F(Generations, without_a_library_there_is_none) {
  for (const fs::path& dir : {folder_.path(), folder_ / "nowhere", folder_ / "library" / "CURRENT"}) {
    const auto generation = current_generation(dir);
    ASSERT_FALSE(generation.ok());
    EXPECT_NE(generation.error().message.find("no library at"), std::string::npos) << generation.error().message;
  }
}

}  // namespace
}  // namespace foi::library
