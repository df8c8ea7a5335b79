#include <algorithm>
#include <set>

#include "indexer/extract/docx_story.h"
#include "indexer/extract/office_xml.h"
#include "indexer/extract/readers.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::string_view kMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
// Letters and digits below which a document with pictures may be a scan pasted into Word.
constexpr std::size_t kLittleText = 200;

// Parts that hold no text a reader sees.
bool skip(std::string_view name) {
  return name.starts_with("customXml/") || name.starts_with("docProps/") || name.find("/theme/") != std::string_view::npos ||
         name.ends_with("/fontTable.xml") || name.ends_with("/webSettings.xml") || name.find("glossary/") != std::string_view::npos;
}

using Lines = std::vector<std::string>;

class DocxReader {
 public:
  DocxReader(Package package, Sink& sink) : package_(std::move(package)), sink_(sink) {}

  Status read() {
    main_ = package_.main_part("word/document.xml");
    Result<pugi::xml_document*> document = package_.part(main_);
    if (!document) return document.error();
    for (const Relationship& r : package_.relationships(main_)) parts_[r.id] = r;
    DocxContext context = make_context((*document)->document_element());
    const Lines body = read_story(child((*document)->document_element(), "body"), context);
    const Lines notes = all_notes(context);
    Lines all = edges("headerReference", context);
    separate(all);
    all.insert(all.end(), body.begin(), body.end());
    separate(all);
    all.insert(all.end(), notes.begin(), notes.end());
    separate(all);
    const Lines footers = edges("footerReference", context);
    all.insert(all.end(), footers.begin(), footers.end());
    give(pages_of(all, context), context);
    return success();
  }

 private:
  pugi::xml_node root_of(std::string_view type) {
    for (const auto& [id, r] : parts_)
      if (r.type == type && package_.has(r.target))
        if (Result<pugi::xml_document*> document = package_.part(r.target)) return (*document)->document_element();
    return {};
  }

  DocxContext make_context(const pugi::xml_node& document) {
    DocxStyles styles(root_of("styles"));
    DocxNumbering numbering(root_of("numbering"), [&](std::string_view style) { return styles.resolve(style).list.value_or(0); });
    Paint paper = kWhite;
    if (is_on(child(root_of("settings"), "displayBackgroundShape")) && child(document, "background")) {
      const std::optional<Colour> said = hex_colour(attribute(child(document, "background"), "color"));
      paper = said ? Paint(*said) : Paint::unknown();
    }
    return {
        .styles = styles, .numbering = std::move(numbering), .tally = {}, .paper = paper, .sections = {}, .footnotes = {}, .endnotes = {}};
  }

  // Headers or footers that are shown, each once however many sections and pages repeat it.
  Lines edges(std::string_view kind, DocxContext& context) {
    const bool even_apart = is_on(child(root_of("settings"), "evenAndOddHeaders"));
    const std::vector<pugi::xml_node> sections = context.sections;
    std::set<std::string, std::less<>> seen;
    Lines lines;
    for (const pugi::xml_node& section : sections)
      for (const pugi::xml_node& c : section.children()) {
        if (local_name(c) != kind) continue;
        const std::string_view type = attribute(c, "type");
        if ((type == "even" && !even_apart) || (type == "first" && !is_on(child(section, "titlePg")))) continue;
        add_edge(c, context, seen, lines);
      }
    return lines;
  }

  void add_edge(const pugi::xml_node& reference, DocxContext& context, std::set<std::string, std::less<>>& seen, Lines& lines) {
    // The reference has two attributes called id in some files (w:id, r:id); the one that names a part counts.
    for (const pugi::xml_attribute& a : reference.attributes()) {
      const auto part = parts_.find(a.value());
      if (part == parts_.end() || !seen.insert(part->second.target).second) continue;
      const Result<pugi::xml_document*> document = package_.part(part->second.target);
      if (!document) return sink_notes_.push_back({0, document.error().message});
      for (std::string& line : read_story((*document)->document_element(), context))
        if (seen.insert("\n" + line).second) lines.push_back(std::move(line));
    }
  }

  Lines all_notes(DocxContext& context) {
    Lines lines = notes_of("footnotes", "footnote", context.footnotes, context);
    const Lines endnotes = notes_of("endnotes", "endnote", context.endnotes, context);
    lines.insert(lines.end(), endnotes.begin(), endnotes.end());
    return lines;
  }

  Lines notes_of(std::string_view part_type, std::string_view element, const std::map<std::string, int>& numbers, DocxContext& context) {
    std::map<int, Lines> by_number;
    for (const pugi::xml_node& c : root_of(part_type).children()) {
      const auto number = numbers.find(std::string(attribute(c, "id")));
      if (local_name(c) == element && number != numbers.end()) by_number[number->second] = read_story(c, context);
    }
    Lines lines;
    for (auto& [number, story] : by_number) {
      if (!story.empty()) story.front() = "[" + std::to_string(number) + "] " + std::string(trim(story.front()));
      lines.insert(lines.end(), story.begin(), story.end());
    }
    return lines;
  }

  static void separate(Lines& lines) {
    if (!lines.empty() && !trim(lines.back()).empty()) lines.emplace_back();
  }

  // A section begins a page unless it says otherwise; the break stands before it, what it is stands in its own properties, which follow it.
  static bool begins_page(const std::vector<pugi::xml_node>& sections, std::size_t section) {
    if (section >= sections.size()) return false;
    const std::string_view type = attribute(child(sections[section], "type"), "val");
    return type != "continuous" && type != "nextColumn";
  }

  static std::vector<std::string> pages_of(const Lines& lines, const DocxContext& context) {
    std::vector<std::string> pages(1);
    std::size_t section = 0;
    for (const std::string& line : lines) {
      for (const char c : line) {
        if (c == kPageBreak || (c == kSectionEnd && begins_page(context.sections, ++section))) {
          if (!pages.back().empty() && !pages.back().ends_with('\n')) pages.back() += '\n';
          pages.emplace_back();
        }
        if (c != kPageBreak && c != kSectionEnd) pages.back() += c;
      }
      // At most one empty line, and none at the top.
      std::string& page = pages.back();
      if (!page.empty() && !page.ends_with("\n\n") && !(line.empty() && page.ends_with("\n\n"))) page += '\n';
    }
    std::erase_if(pages, [](const std::string& page) { return trim(page).empty(); });
    for (std::string& page : pages)
      while (page.ends_with("\n\n")) page.pop_back();
    return pages;
  }

  void give(const std::vector<std::string>& pages, const DocxContext& context) {
    const auto count = static_cast<std::uint32_t>(std::clamp<std::size_t>(pages.size(), 1, limits::kMaxPages));
    sink_.document(kMediaType, count, "");
    give_hidden(context.tally);
    for (const Note& note : sink_notes_) sink_.note(note);
    if (context.tally.too_deep) sink_.note({0, "nested more deeply than is read: a part was left out"});
    if (count < pages.size()) sink_.note({0, "only the first " + std::to_string(count) + " pages were read"});
    std::size_t characters = 0;
    for (const std::string& page : pages) characters += page.size();
    if (context.tally.pictures > 0 && characters < kLittleText)
      sink_.note({0, std::to_string(context.tally.pictures) + " pictures beside little text were not read"});
    for (std::uint32_t i = 0; i < count; ++i) give_page(i + 1, i < pages.size() ? pages[i] : std::string());
  }

  void give_page(std::uint32_t number, const std::string& text) {
    Page page;
    page.number = number;
    page.text = utf8_prefix(text, limits::kMaxPageTextBytes);
    if (page.text.size() < text.size()) sink_.note({number, "longer than a page may be: the rest was left out"});
    sink_.page(page, false);
  }

  void give_hidden(const DocxTally& tally) {
    const HiddenCount counts[] = {{"deleted revision", tally.deleted},
                                  {"moved text", tally.moved},
                                  {"hidden text", tally.hidden},
                                  {"hidden row", tally.hidden_rows},
                                  {"comment", count_elements(root_of("comments"), "comment")},
                                  {"embedded file", package_.count_under("word/embeddings/")}};
    for (const HiddenCount& count : counts)
      if (count.count > 0) sink_.hidden(count);
  }

  Package package_;
  Sink& sink_;
  std::string main_;
  std::map<std::string, Relationship> parts_;
  std::vector<Note> sink_notes_;  // found before the document is announced
};

}  // namespace

Status read_docx(std::string_view bytes, Sink& sink) {
  Result<Package> package = Package::open(bytes, skip);
  if (!package) return package.error();
  return DocxReader(std::move(*package), sink).read();
}

}  // namespace foi::extract
