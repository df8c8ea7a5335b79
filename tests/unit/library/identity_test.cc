#include <fcntl.h>

#include "tests/unit/library/fixture.h"

namespace foi::library {
namespace {

// Digests of FIPS 180-2's examples; ids worked out from them with coreutils: printf … | sha256sum | xxd -r -p | base32
TEST(Identity, sha256_and_id_of_known_bytes) {
  struct {
    std::string_view bytes, sha256, id;
  } const cases[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "4oymiquy7qobjgx3"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "xj4bnp4pahh6uqkb"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
       "esgwuyosay4lrzoa"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(sha256_hex(c.bytes), c.sha256);
    EXPECT_EQ(document_id(c.sha256), c.id) << c.bytes;
  }
}

TEST(Identity, what_is_a_document_id) {
  for (const std::string_view good : {"4oymiquy7qobjgx3", "aaaaaaaaaaaaaaaa", "7777777777777777"})
    EXPECT_TRUE(is_document_id(good)) << good;
  for (const std::string_view bad : {"", "4oymiquy7qobjgx", "4oymiquy7qobjgx3a", "4OYMIQUY7QOBJGX3", "0oymiquy7qobjgx3", "1oymiquy7qobjgx3",
                                     "8oymiquy7qobjgx3", "4oymiquy 7qobjgx", "4oymiquy7qobj=x3", "../../etc/passwd"})
    EXPECT_FALSE(is_document_id(bad)) << bad;
}

TEST(Identity, a_file_is_hashed_from_its_beginning_wherever_it_stands) {
  const std::string bytes(3'000'000, 'x');
  const MemoryFile file(bytes);  // positioned at its end after writing
  const auto hash = hash_file(file.get(), bytes.size());
  ASSERT_TRUE(hash.ok());
  EXPECT_EQ(hash->sha256, sha256_hex(bytes));
  EXPECT_EQ(hash->bytes, bytes.size());
}

TEST(Identity, a_file_that_is_too_long_is_the_documents_fault) {
  const auto hash = hash_file(MemoryFile("12345").get(), 4);
  ASSERT_FALSE(hash.ok());
  EXPECT_EQ(hash.error().fault, Fault::kDocument);
}

TEST(Identity, a_folder_cannot_be_hashed) {
  const int folder = ::open("/", O_RDONLY);
  const auto hash = hash_file(folder, 100);
  ::close(folder);
  ASSERT_FALSE(hash.ok());
  EXPECT_EQ(hash.error().fault, Fault::kEnvironment);
}

}  // namespace
}  // namespace foi::library
