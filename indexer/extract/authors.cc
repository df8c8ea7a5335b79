#include "indexer/extract/authors.h"

#include <algorithm>
#include <array>

#include "indexer/extract/office_xml.h"
#include "indexer/model/hidden.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::array<const char*, 3> kProperties{"docProps/core.xml", "docProps/app.xml", "meta.xml"};
// Local names of the properties that name somebody.
constexpr std::array<std::string_view, 5> kNaming{"creator", "lastModifiedBy", "Manager", "initial-creator", "printed-by"};

bool not_properties(std::string_view name) { return std::find(kProperties.begin(), kProperties.end(), name) == kProperties.end(); }

// Of more than a letter, in small ones.
std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : to_lower_ascii(text) + ' ') {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (part) {
      word += c;
    } else {
      if (count_code_points(word) > 1) words.insert(word);
      word.clear();
    }
  }
  return words;
}

// Hands all on, and shows each page to the authors.
class Watching final : public Sink {
 public:
  Watching(Sink& sink, NamedAuthors& authors) : sink_(sink), authors_(authors) {}

  void document(std::string_view media_type, std::uint32_t pages, std::string_view engine) override {
    sink_.document(media_type, pages, engine);
  }
  void page(const Page& page, bool needs_ocr) override {
    authors_.shown(page.text);
    sink_.page(page, needs_ocr);
  }
  void hidden(const HiddenCount& hidden) override { sink_.hidden(hidden); }
  void note(const Note& note) override { sink_.note(note); }
  void listing(const Listing& listing) override { sink_.listing(listing); }
  void cell_link(const CellLink& link) override { sink_.cell_link(link); }
  void member(std::string_view name, std::string_view bytes) override { sink_.member(name, bytes); }
  void left_out(std::string_view name) override { sink_.left_out(name); }
  void picture(const GreyImage& picture) override { sink_.picture(picture); }

 private:
  Sink& sink_;
  NamedAuthors& authors_;
};

}  // namespace

NamedAuthors::NamedAuthors(const std::vector<std::string>& authors) {
  for (const std::string& author : authors)
    if (std::set<std::string> words = words_of(author);
        !words.empty() && std::find(unshown_.begin(), unshown_.end(), words) == unshown_.end())
      unshown_.push_back(std::move(words));
}

void NamedAuthors::shown(std::string_view text) {
  if (unshown_.empty()) return;
  const std::set<std::string> there = words_of(text);
  for (std::set<std::string>& words : unshown_) std::erase_if(words, [&](const std::string& word) { return there.contains(word); });
  std::erase_if(unshown_, [](const std::set<std::string>& words) { return words.empty(); });
}

void NamedAuthors::give(Sink& sink) const {
  if (!unshown_.empty()) sink.hidden({kAuthorNamed, static_cast<std::uint32_t>(unshown_.size())});
}

std::vector<std::string> office_authors(std::string_view bytes) {
  std::vector<std::string> authors;
  Result<Package> package = Package::open(bytes, not_properties);
  if (!package) return authors;
  for (const char* name : kProperties) {
    if (!package->has(name)) continue;
    const Result<pugi::xml_document*> part = package->part(name);
    if (!part) continue;
    (*part)->find_node([&](const pugi::xml_node& node) {
      if (std::find(kNaming.begin(), kNaming.end(), local_name(node)) != kNaming.end()) authors.emplace_back(node.text().get());
      return false;
    });
  }
  return authors;
}

Status read_with_authors(std::string_view bytes, Status (*read)(std::string_view bytes, Sink& sink), Sink& sink) {
  NamedAuthors authors(office_authors(bytes));
  Watching watching(sink, authors);
  Status status = read(bytes, watching);
  if (status.ok()) authors.give(sink);
  return status;
}

}  // namespace foi::extract
