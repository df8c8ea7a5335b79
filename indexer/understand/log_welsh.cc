#include "indexer/understand/log_welsh.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace foi::understand {
namespace {

struct Pair {
  std::string_view welsh, english;
};

// Ordered by the Welsh word; those that begin otherwise after some words stand in each form.
constexpr std::array kWords{
    Pair{"adran", "section"},
    Pair{"anfonwyd", "sent"},
    Pair{"ateb", "answer"},
    Pair{"atebwyd", "answered"},
    Pair{"awdurdod", "authority"},
    Pair{"benderfyniad", "decision"},
    Pair{"bwnc", "subject"},
    Pair{"caewyd", "closed"},
    Pair{"cais", "request"},
    Pair{"canlyniad", "outcome"},
    Pair{"cau", "closed"},
    Pair{"ceisiadau", "requests"},
    Pair{"ceisydd", "requester"},
    Pair{"chais", "request"},
    Pair{"chanlyniad", "outcome"},
    Pair{"chyfeirnod", "reference"},
    Pair{"corff", "body"},
    Pair{"crynodeb", "summary"},
    Pair{"cyf", "ref"},
    Pair{"cyfeirnod", "reference"},
    Pair{"cyhoeddi", "published"},
    Pair{"cyhoeddus", "public"},
    Pair{"cyhoeddwyd", "published"},
    Pair{"cymhwyswyd", "applied"},
    Pair{"datgelu", "disclosed"},
    Pair{"datgelwyd", "disclosed"},
    Pair{"ddatgelwyd", "disclosed"},
    Pair{"ddefnyddiwyd", "used"},
    Pair{"dderbyn", "received"},
    Pair{"dderbyniad", "received"},
    Pair{"dderbyniwyd", "received"},
    Pair{"ddisgrifiad", "description"},
    Pair{"ddogfen", "document"},
    Pair{"ddogfennau", "documents"},
    Pair{"ddolen", "link"},
    Pair{"ddyddiad", "date"},
    Pair{"defnyddiwyd", "used"},
    Pair{"derbyn", "received"},
    Pair{"derbyniad", "received"},
    Pair{"derbyniwyd", "received"},
    Pair{"destun", "subject"},
    Pair{"disgrifiad", "description"},
    Pair{"dogfen", "document"},
    Pair{"dogfennau", "documents"},
    Pair{"dolen", "link"},
    Pair{"dolenni", "links"},
    Pair{"dyddiad", "date"},
    Pair{"eithriad", "exemption"},
    Pair{"eithriadau", "exemptions"},
    Pair{"enw", "name"},
    Pair{"enwr", "name"},
    Pair{"esemptiad", "exemption"},
    Pair{"esemptiadau", "exemptions"},
    Pair{"fanylion", "details"},
    Pair{"gaewyd", "closed"},
    Pair{"gais", "request"},
    Pair{"ganlyniad", "outcome"},
    Pair{"geisiadau", "requests"},
    Pair{"geisydd", "requester"},
    Pair{"gofynnwyd", "requested"},
    Pair{"grynodeb", "summary"},
    Pair{"gwybodaeth", "information"},
    Pair{"gyfeirnod", "reference"},
    Pair{"gyhoeddwyd", "published"},
    Pair{"gymhwyswyd", "applied"},
    Pair{"hanfonwyd", "sent"},
    Pair{"hymateb", "response"},
    Pair{"lawrlwytho", "download"},
    Pair{"llythyr", "letter"},
    Pair{"manylion", "details"},
    Pair{"math", "type"},
    Pair{"penderfyniad", "decision"},
    Pair{"phwnc", "subject"},
    Pair{"pwnc", "subject"},
    Pair{"rhg", "foi"},
    Pair{"rhif", "number"},
    Pair{"rhyddhawyd", "released"},
    Pair{"statws", "status"},
    Pair{"teitl", "title"},
    Pair{"testun", "subject"},
    Pair{"wybodaeth", "information"},
    Pair{"ymateb", "response"},
    Pair{"ymatebion", "response"},
    Pair{"ymatebwyd", "responded"},
    Pair{"ymgeisydd", "requester"},
};
static_assert(std::is_sorted(kWords.begin(), kWords.end(), [](const Pair& a, const Pair& b) { return a.welsh < b.welsh; }));

// Articles, prepositions and the like, as tokenise gives them: "o'r" is "or".
constexpr std::string_view kBeside[] = {"y", "yr", "i", "ir", "o", "or", "a", "ac", "ar", "am", "at", "gan", "ein", "ei", "amdani", "wedi"};

std::string_view english_of(std::string_view word) {
  const auto at = std::lower_bound(kWords.begin(), kWords.end(), word, [](const Pair& pair, std::string_view w) { return pair.welsh < w; });
  return at != kWords.end() && at->welsh == word ? at->english : std::string_view();
}

}  // namespace

std::vector<std::string> heading_in_english(std::vector<std::string> words) {
  bool any = false;
  for (std::string& word : words)
    if (const std::string_view english = english_of(word); !english.empty()) {
      word = english;
      any = true;
    }
  if (any)
    std::erase_if(words,
                  [](const std::string& word) { return std::find(std::begin(kBeside), std::end(kBeside), word) != std::end(kBeside); });
  return words;
}

bool names_welsh_requests(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view english = english_of(words[i]);
    if (english == "request" || english == "requests" || english == "exemption" || english == "exemptions" || english == "foi") return true;
    if (i + 1 == words.size()) break;
    if (words[i] == "rhyddid" && words[i + 1] == "gwybodaeth") return true;
    if (words[i] == "log" && words[i + 1].starts_with("datgel")) return true;
  }
  return false;
}

}  // namespace foi::understand
