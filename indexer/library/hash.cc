#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <system_error>

#include "indexer/library/identity.h"

namespace foi::library {
namespace {

constexpr std::size_t kReadBytes = 1u << 18;  // a read; SHA-256 keeps up with the page cache at this size

struct ContextDeleter {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new()) { ok_ = context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1; }
  void add(std::string_view bytes) { ok_ = ok_ && EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1; }
  // Empty when OpenSSL itself failed: out of memory, or a build without SHA-256.
  std::string hex() {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (!ok_ || EVP_DigestFinal_ex(context_.get(), digest.data(), &size) != 1) return {};
    std::string text;
    for (unsigned int i = 0; i < size; ++i) text.append({kDigits[digest[i] >> 4], kDigits[digest[i] & 15]});
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, ContextDeleter> context_;
  bool ok_ = false;
};

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

Result<FileHash> hash_file(int descriptor, std::uint64_t max_bytes) {
  Sha256 hash;
  FileHash result;
  std::string buffer(kReadBytes, '\0');
  while (true) {
    const ssize_t got = ::pread(descriptor, buffer.data(), buffer.size(), static_cast<off_t>(result.bytes));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return environment_error("cannot read the file: " + std::generic_category().message(errno) + "; check the disk");
    if (got == 0) break;
    result.bytes += static_cast<std::uint64_t>(got);
    if (result.bytes > max_bytes)
      return document_error("longer than " + std::to_string(max_bytes) + " bytes, the most that is read of one file");
    hash.add(std::string_view(buffer).substr(0, static_cast<std::size_t>(got)));
  }
  result.sha256 = hash.hex();
  if (result.sha256.empty()) return environment_error("SHA-256 is not available from the OpenSSL library; check its configuration");
  return result;
}

}  // namespace foi::library
