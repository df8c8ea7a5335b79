#include "corpus/make/sample.h"

#include <algorithm>

#include "corpus/make/files.h"
#include "corpus/make/listing.h"
#include "corpus/make/render.h"
#include "indexer/library/identity.h"

namespace foi::corpus {

Result<std::vector<Letter>> read_letters(const std::filesystem::path& folder) {
  const std::vector<std::filesystem::path> paths = files_in(folder, ".letter");
  if (paths.empty()) return environment_error("no letter specifications in " + folder.string());
  std::vector<Letter> letters;
  for (const auto& path : paths) {
    const Result<std::string> text = read_text(path);
    if (!text) return text.error();
    Result<Letter> letter = parse_letter(path.stem().string(), *text);
    if (!letter) return letter.error();
    letters.push_back(std::move(*letter));
  }
  return letters;
}

Result<std::size_t> make_sample(const std::filesystem::path& letters, const std::filesystem::path& out) {
  Result<std::vector<Letter>> read = read_letters(letters);
  if (!read) return read.error();
  std::vector<Made> made;
  for (Letter& letter : *read) {
    const Result<std::string> bytes = render(letter);
    if (!bytes) return bytes.error();
    if (const Status written = write_file(out / "documents" / letter.at("file"), *bytes); !written) return written.error();
    made.push_back({.letter = std::move(letter), .id = library::document_id(library::sha256_hex(*bytes))});
  }
  const Result<std::string> truth = truth_jsonl(made);
  if (!truth) return truth.error();
  for (const auto& [name, bytes] : {std::pair<std::string, std::string>{"documents/manifest.csv", manifest_csv(made)},
                                    {"truth.jsonl", *truth},
                                    {"CONTENTS.tsv", contents_tsv(made)}})
    if (const Status written = write_file(out / name, bytes); !written) return written.error();
  return made.size();
}

}  // namespace foi::corpus
