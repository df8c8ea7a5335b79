#include "corpus/make/topic_training.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "corpus/make/files.h"
#include "corpus/make/letter.h"
#include "corpus/make/weights_table.h"
#include "indexer/understand/topic_model.h"

namespace foi::corpus {
namespace {

namespace fs = std::filesystem;

// What a line counts by; a letter's title, and its text, in which the request stands among much else.
constexpr double kLine = 4, kTitle = 5, kBody = 1;
// A letter weighs as much as this many lines. Its main topic has this share of it, the others the rest.
constexpr float kLetterWeight = 4, kMainShare = 0.75F;
// Words of more than this part of the letters are furniture. Features of fewer texts than this are chance.
constexpr double kFurnitureShare = 0.2;
constexpr std::size_t kLeastTexts = 2;
// Chosen on letters that were left out; half as much or twice does little harm, seven times as much does.
constexpr double kPenalty = 0.03;
// Weights that are smaller, in hundredths, are left out of the table.
constexpr long kLeastWeight = 42;

struct Text {
  understand::Features features;
  std::vector<std::pair<std::uint32_t, float>> topics;
  bool is_letter = false;
};

class Trainer {
 public:
  explicit Trainer(const Reference& reference) : reference_(reference), terms_(understand::topic_terms(reference)) {}

  Status read_requests(const fs::path& folder) {
    for (const fs::path& file : files_in(folder, ".txt")) {
      const std::optional<std::uint32_t> topic = topic_row(file.stem().string());
      if (!topic) return usage_error(file.string() + ": no topic of topics.tsv is called so");
      const Result<std::string> text = read_text(file);
      if (!text) return text.error();
      for (const std::string& line : split_lines(*text)) {
        if (trim(line).empty() || line.front() == '#') continue;
        understand::TopicBag bag(*terms_, reference_);
        bag.add(line, kLine);
        texts_.push_back({bag.features(), {{*topic, 1.0F}}, false});
      }
    }
    return success();
  }

  Status read_letters(const fs::path& folder) {
    for (const fs::path& file : files_in(folder, ".letter")) {
      const Result<std::string> text = read_text(file);
      if (!text) return text.error();
      const Result<Letter> letter = parse_letter(file.stem().string(), *text);
      if (!letter) return letter.error();
      const std::vector<std::string> topics = letter->list("topics");
      if (topics.empty()) continue;
      understand::TopicBag bag(*terms_, reference_);
      bag.add(letter->at("title"), kTitle);
      bag.add(letter->body, kBody);
      Text example{bag.features(), {}, true};
      for (const std::string& id : topics) {
        const std::optional<std::uint32_t> topic = topic_row(id);
        if (!topic) return usage_error(file.string() + ": no topic of topics.tsv is called '" + id + "'");
        const float others = topics.size() == 1 ? 0 : (1 - kMainShare) / static_cast<float>(topics.size() - 1);
        example.topics.emplace_back(*topic, topics.size() == 1 ? 1.0F : example.topics.empty() ? kMainShare : others);
      }
      texts_.push_back(std::move(example));
    }
    return success();
  }

  std::string table() const {
    WeightsTable table{.heading = "topic", .classes = {}, .features = chosen_features(), .penalty = kPenalty, .least = kLeastWeight};
    for (const TopicInfo& topic : reference_.topics) table.classes.push_back(topic.id);
    return fit_table(examples(table.features), table);
  }

 private:
  std::optional<std::uint32_t> topic_row(const std::string& id) const {
    const auto found = std::ranges::find(reference_.topics, id, &TopicInfo::id);
    if (found == reference_.topics.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - reference_.topics.begin());
  }

  // Numbers of the features that are learnt, in the order of their names.
  std::map<std::string, std::uint32_t> chosen_features() const {
    std::map<std::string, std::pair<std::size_t, std::size_t>> counts;  // texts, letters
    std::size_t letters = 0;
    for (const Text& text : texts_) {
      letters += text.is_letter;
      for (const auto& [name, value] : text.features) {
        ++counts[name].first;
        counts[name].second += text.is_letter;
      }
    }
    std::map<std::string, std::uint32_t> numbers;
    for (const auto& [name, count] : counts) {
      const bool furniture = name.front() != '@' && static_cast<double>(count.second) > kFurnitureShare * static_cast<double>(letters);
      if (!furniture && count.first >= kLeastTexts) numbers.emplace(name, static_cast<std::uint32_t>(numbers.size()));
    }
    return numbers;
  }

  std::vector<Example> examples(const std::map<std::string, std::uint32_t>& numbers) const {
    // Topics that have fewer lines are as likely as others.
    std::vector<double> lines(reference_.topics.size(), 0.0);
    double all = 0;
    for (const Text& text : texts_)
      if (!text.is_letter) ++lines[text.topics.front().first], ++all;
    const double each = all / static_cast<double>(lines.size());
    std::vector<Example> out;
    for (const Text& text : texts_) {
      Example example{{}, text.topics, text.is_letter ? kLetterWeight : static_cast<float>(each / lines[text.topics.front().first])};
      double squares = 0;
      std::map<std::uint32_t, double> values;
      for (const auto& [name, value] : text.features)
        if (const auto number = numbers.find(name); number != numbers.end()) values[number->second] = value;
      for (const auto& [number, value] : values) squares += value * value;
      for (const auto& [number, value] : values)
        example.features.emplace_back(number, static_cast<float>(value / understand::topic_length(squares)));
      out.push_back(std::move(example));
    }
    return out;
  }

  const Reference& reference_;
  std::shared_ptr<const understand::TopicTerms> terms_;
  std::vector<Text> texts_;
};

}  // namespace

Result<std::string> train_topics(const TopicTexts& texts, const Reference& reference) {
  Trainer trainer(reference);
  if (Status read = trainer.read_requests(texts.requests); !read) return read.error();
  for (const fs::path& folder : texts.letters)
    if (Status read = trainer.read_letters(folder); !read) return read.error();
  return trainer.table();
}

}  // namespace foi::corpus
