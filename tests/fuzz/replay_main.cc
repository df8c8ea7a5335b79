// Runs a fuzzer's function over the files of a folder and over mutations of them made from a fixed seed.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int kMutations = 2'000;

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void mutate(std::string& bytes, std::mt19937& random) {
  const auto at = [&] { return bytes.empty() ? 0 : random() % bytes.size(); };
  switch (random() % 4) {
    case 0:
      if (!bytes.empty()) bytes[at()] = static_cast<char>(random());
      break;
    case 1:
      bytes.insert(at(), 1, static_cast<char>(random()));
      break;
    case 2:
      bytes.resize(at());
      break;
    default:
      bytes.insert(at(), bytes.substr(at(), random() % 64));
  }
}

void run(const std::string& bytes) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()); }

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> seeds;
  if (argc == 2)
    for (const auto& entry : std::filesystem::directory_iterator(argv[1])) seeds.push_back(read(entry.path()));
  if (seeds.empty()) {
    std::fprintf(stderr, "no saved inputs to replay\n");
    return 1;
  }
  for (const std::string& seed : seeds) run(seed);
  std::mt19937 random(1);
  for (int i = 0; i < kMutations; ++i) {
    std::string bytes = seeds[random() % seeds.size()];
    for (auto times = 1 + random() % 8; times > 0; --times) mutate(bytes, random);
    run(bytes);
  }
  std::printf("%zu saved inputs and %d mutations\n", seeds.size(), kMutations);
}
