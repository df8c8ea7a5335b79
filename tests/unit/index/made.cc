#include "made.h"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "indexer/index/writer.h"
#include "indexer/model/text.h"

namespace foi::index::made {

namespace {

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(result).value();
}

}  // namespace

Letter::Letter(std::string id) {
  published_.record.id = std::move(id);
  published_.record.kind = Kind::kResponse;
}

Letter& Letter::title(std::string text) {
  published_.record.title = std::move(text);
  return *this;
}

namespace {

// Each word on a box of its own, all in one line.
std::vector<Word> placed(std::string_view text) {
  std::vector<Word> out;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    const auto at = static_cast<std::uint32_t>(word.data() - text.data()), end = static_cast<std::uint32_t>(at + word.size());
    out.push_back({at, end, {static_cast<float>(at), 10, static_cast<float>(end), 20}, 1});
  }
  return out;
}

}  // namespace

Letter& Letter::page(std::string text, PageSource source) {
  Page page;
  page.number = static_cast<std::uint32_t>(published_.pages.size() + 1);
  page.source = source;
  page.text = std::move(text);
  page.words = placed(page.text);
  published_.record.pages.push_back({page.number, source, 1, count_code_points(page.text)});
  published_.pages.push_back(std::move(page));
  return *this;
}

Region Letter::find(std::string_view words) const {
  const Page& page = published_.pages.back();
  const auto at = page.text.find(words);
  if (at == std::string::npos) throw std::logic_error("the page does not say: " + std::string(words));
  return {page.number, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Letter& Letter::boilerplate(std::string_view words) {
  published_.boilerplate.push_back(find(words));
  return *this;
}

Letter& Letter::mask(std::string_view mark, std::string type) {
  published_.masks.push_back({find(mark), std::move(type), {{1, 2, 3, 4}}});
  ++published_.record.masks;
  return *this;
}

Letter& Letter::authority(std::string id, std::string name, std::string type) {
  published_.record.authority = Authority{id, name, id, name, std::move(type), 1};
  return *this;
}

Letter& Letter::reference(std::string text) {
  published_.record.reference = std::move(text);
  return *this;
}

Letter& Letter::responded(std::string_view iso) {
  published_.record.responded = parse_iso(iso);
  return *this;
}

Letter& Letter::kind(Kind kind) {
  published_.record.kind = kind;
  return *this;
}

Letter& Letter::outcome(Outcome outcome) {
  published_.record.outcome = outcome;
  return *this;
}

Letter& Letter::topic(std::string id) {
  published_.record.topics.push_back(std::move(id));
  return *this;
}

Letter& Letter::cluster(std::string id) {
  published_.record.cluster = std::move(id);
  return *this;
}

Letter& Letter::unreadable(Error error) {
  published_.record.error = std::move(error);
  return *this;
}

Letter& Letter::cites(std::string code, CitationStatus status, std::vector<std::string> questions) {
  Citation citation;
  citation.id = std::move(code);
  citation.status = status;
  citation.questions = std::move(questions);
  published_.record.exemptions.push_back(std::move(citation));
  return *this;
}

Letter& Letter::now(CitationStatus status) {
  published_.record.exemptions.back().now = StatusNow{status, Stage::kReview, "aaaaaaaaaaaaaaaa"};
  return *this;
}

Letter& Letter::question(std::string text, std::string answer, QuestionOutcome outcome) {
  Question question;
  question.number = std::to_string(published_.record.questions.size() + 1);
  question.text = std::move(text);
  question.answer = std::move(answer);
  question.outcome = outcome;
  published_.record.questions.push_back(std::move(question));
  return *this;
}

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "foi-index-test-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path Folder::fresh(const std::string& name) const {
  std::filesystem::create_directories(path_ / name);
  return path_ / name;
}

void write_index(const std::filesystem::path& dir, const std::vector<Published>& letters) {
  Writer writer = must(Writer::create(dir, builtin_reference()));
  Lane lane = must(writer.begin_lane());
  for (const Published& letter : letters) must(lane.add(letter));
  must(lane.finish());
  must(writer.finish());
}

Index::Index(const std::vector<Published>& letters) : path_(folder_.fresh("generations/000007")) {
  write_index(path_, letters);
  searcher_ = must(Searcher::open(path_, builtin_reference()));
}

Results Index::search(const Request& request) const { return must(searcher_->search(request)); }

std::vector<std::string> Index::ids(std::string q) const {
  Request request;
  request.q = std::move(q);
  request.every_word = true;  // which letters have what was typed; those that nearly have it are tests of their own
  return ids(request);
}

std::vector<std::string> Index::ids(const Request& request) const {
  std::vector<std::string> out;
  for (const Hit& hit : search(request).hits) out.push_back(hit.record.id);
  return out;
}

std::vector<std::string> Index::all_ids(Request request, std::size_t limit) const {
  request.limit = limit;
  request.facets.emplace();
  std::vector<std::string> out;
  while (true) {
    const Results results = search(request);
    for (const Hit& hit : results.hits) out.push_back(hit.record.id);
    if (!results.next_cursor) return out;
    request.cursor = *results.next_cursor;
  }
}

const FacetValue* find_value(const Results& results, std::string_view facet, std::string_view id) {
  for (const Facet& f : results.facets)
    for (const FacetValue& value : f.values)
      if (f.name == facet && value.id == id) return &value;
  return nullptr;
}

std::uint64_t count_of(const Results& results, std::string_view facet, std::string_view id) {
  const FacetValue* value = find_value(results, facet, id);
  return value ? value->count : 0;
}

std::string marked(const Snippet& snippet) {
  const CodePointIndex index(snippet.text);
  std::string out;
  std::size_t from = 0;
  for (const Snippet::Mark& mark : snippet.marks) {
    const std::size_t begin = index.byte_offset(mark.from), end = index.byte_offset(mark.to);
    out += snippet.text.substr(from, begin - from) + "«" + snippet.text.substr(begin, end - begin) + "»";
    from = end;
  }
  return out + snippet.text.substr(from);
}

}  // namespace foi::index::made
