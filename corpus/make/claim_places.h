// The places of a letter that cite a ground, as understanding reads them, and a table that labels them one by one: places.tsv beside the
// letters, with the letter's name, the stance, and the words round the citation by which the place is known.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/make/letter.h"
#include "indexer/model/reference.h"
#include "indexer/model/result.h"
#include "indexer/understand/citation_grammar.h"
#include "indexer/understand/claim_model.h"
#include "indexer/understand/review.h"

namespace foi::corpus {

// By its name in kStanceNames; "other-law" is learnt as explained.
std::optional<understand::Stance> stance_of(std::string_view name);

// A letter's body as lines: what its document says, without its look.
std::string words_of_letter(const Letter& letter);

// What understanding makes of a letter's words before it looks at the grounds cited.
void with_letter(const std::string& words, const Reference& reference,
                 const std::function<void(const understand::RoleContext&, understand::LawOfLetter, std::optional<ReviewResult>)>& see);

// Every place of a text that may claim a ground; see is given where it is in the text, in bytes.
void each_place(const std::string& words, const Reference& reference,
                const std::function<void(const understand::CitedPlace&, understand::Span)>& see);

// The words round a citation, in one line: "… are withheld under {{section 40(2)}}, as the names …".
std::string excerpt_of(const std::string& words, understand::Span citation);

class LabelledPlaces {
 public:
  // From places.tsv in the folder; none when there is no such file. Errors: kUsage, naming file and line.
  static Result<LabelledPlaces> read(const std::filesystem::path& letters);
  std::optional<understand::Stance> stance(const std::string& letter, const std::string& excerpt) const;

 private:
  std::map<std::pair<std::string, std::string>, understand::Stance> stances_;
};

}  // namespace foi::corpus
