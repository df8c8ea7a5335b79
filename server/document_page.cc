// Data of a document's page: what was asked, answered and applied, how well it could be read, and its text.
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "indexer/model/text.h"
#include "server/limits.h"
#include "server/page_text.h"
#include "server/page_views.h"
#include "server/words.h"

namespace foi::server {
namespace {

// -- facts

void add_fact(View& facts, std::string_view term, const std::optional<std::string>& detail) {
  if (!detail || detail->empty()) return;
  View fact;
  fact["term"] = View(std::string(term));
  fact["detail"] = View(*detail);
  facts.push_back(fact);
}

std::optional<std::string> date_text(const std::optional<Date>& date) {
  return date ? std::optional(date_for_people(*date)) : std::nullopt;
}

std::string days_text(const Record& record) {
  std::string text = count_for_people(static_cast<std::uint64_t>(*record.working_days), "working day", "working days");
  if (record.late == true) text += ", past the time limit";
  return text;
}

bool is_log_entry(const Record& record) { return record.source.media_type == kLogEntryMediaType; }

View facts_view(const Record& record) {
  View facts = new_list();
  if (record.authority) {
    add_fact(facts, "Public body", record.authority->name);
    if (record.authority->name_now != record.authority->name) add_fact(facts, "Now part of", record.authority->name_now);
  }
  add_fact(facts, "Reference", record.reference);
  // A review answers the letter that asked for it, and some tell only when the first request came.
  add_fact(facts, record.kind == Kind::kInternalReview ? "Received" : "Request received", date_text(record.received));
  add_fact(facts, "Response sent", date_text(record.responded));
  if (record.working_days && *record.working_days >= 0) add_fact(facts, "Time taken", days_text(record));
  if (record.late == true && !record.working_days) add_fact(facts, "Time taken", "Past the time limit");
  if (record.review && record.review->of) add_fact(facts, "Reviews the response", record.review->of);
  std::string file(file_kind(record.source.media_type));
  if (record.source.bytes > 0) file += ", " + bytes_for_people(record.source.bytes);
  if (record.pages.size() > 1) file += ", " + count_for_people(record.pages.size(), "page", "pages");
  if (!is_log_entry(record)) add_fact(facts, "File", file);
  add_fact(facts, "Licence", record.source.licence);
  return facts;
}

View topics_view(const Record& record, const Reference& reference) {
  View topics = new_list();
  for (const auto& id : record.topics) {
    const TopicInfo* topic = reference.topic(id);
    View view;
    view["topic_name"] = View(topic ? topic->name : id);
    view["topic_href"] = View(search_href({{"topic", id}}));
    topics.push_back(view);
  }
  return topics;
}

// -- what was asked and applied

// The grounds of a question as the document's own list has them, so that one that fell is seen to have fallen here too.
View grounds_view(const Question& question, const Record& record, const Reference& reference) {
  View grounds = new_list();
  for (const auto& id : question.exemptions) {
    const auto cited = std::find_if(record.exemptions.begin(), record.exemptions.end(), [&](const Citation& c) { return c.id == id; });
    const ExemptionInfo* exemption = reference.exemption(id);
    Citation bare;
    bare.id = id;
    if (exemption) bare.label = exemption->label;
    grounds.push_back(citation_view(cited == record.exemptions.end() ? bare : *cited, reference));
  }
  return grounds;
}

// One answer given to a run of questions is shown with the first of them.
bool repeats(const Question& question, const Question* first) {
  return first != nullptr && !question.answer.empty() && question.answer == first->answer;
}

void add_answer(View& view, const Question& question, const Question* first) {
  const bool repeated = repeats(question, first);
  const bool long_one = !repeated && question.answer.size() > limits::kLongAnswer;
  std::string beginning(utf8_prefix(question.answer, limits::kAnswerBeginning));
  if (const std::size_t space = beginning.find_last_of(" \n"); space != std::string::npos) beginning.resize(space);
  set_text(view, "answer", repeated || long_one ? std::string() : question.answer);
  set_text(view, "answer_repeated", repeated ? "The same answer as to question " + first->number + "." : std::string());
  set_text(view, "answer_beginning", long_one ? beginning + " …" : std::string());
  set_text(view, "answer_whole", long_one ? question.answer : std::string());
}

View questions_view(const Record& record, const Reference& reference) {
  View questions = new_list();
  const Question* before = nullptr;
  const Question* answered = nullptr;  // the first of those that share an answer
  for (const auto& question : record.questions) {
    View view;
    // The heading of a block of questions is shown once, above its first.
    set_text(view, "question_heading", before != nullptr && before->heading == question.heading ? std::string() : question.heading);
    view["number"] = View(question.number);
    view["question"] = View(question.text);
    view["short_question"] = View(question.text.size() <= limits::kShortQuestion);
    add_answer(view, question, answered);
    if (!repeats(question, answered)) answered = &question;
    view["answer_outcome"] = View(std::string(label_of(question.outcome)));
    view["tone"] = View(std::string(tone_of(question.outcome)));
    view["grounds"] = grounds_view(question, record, reference);
    questions.push_back(view);
    before = &question;
  }
  return questions;
}

// Numbers the passages that claims quote, so that a quote and its place in the text find one another.
class Passages {
 public:
  std::string add(const Evidence& evidence) {
    passages_.push_back({evidence, "quote-" + std::to_string(passages_.size() + 1)});
    return passages_.back().anchor;
  }
  const std::vector<Passage>& all() const { return passages_; }

 private:
  std::vector<Passage> passages_;
};

bool is_shown(std::uint32_t page, const DocumentPage& shown) {
  return page >= shown.first_page && page < shown.first_page + shown.pages.size();
}

View quotes_view(const Citation& citation, const DocumentPage& page, Passages& passages) {
  View quotes = new_list();
  for (std::size_t i = 0; i < std::min(citation.evidence.size(), limits::kQuotesShown); ++i) {
    const Evidence& evidence = citation.evidence[i];
    View quote;
    quote["quote"] = View(evidence.quote);
    quote["quote_page"] = View("Page " + number_for_people(evidence.page));
    const std::string anchor = passages.add(evidence);
    const std::string page_href = document_href(page.record.id, evidence.page);
    const bool here = is_shown(evidence.page, page);
    quote["quote_href"] = View(here ? "#" + anchor : page_href);
    quote["page_href"] = View(here ? "#page-" + std::to_string(evidence.page) : page_href);
    quotes.push_back(quote);
  }
  return quotes;
}

std::string scope_text(const Citation& citation) {
  if (citation.questions.empty()) return {};
  std::string numbers;
  for (const auto& number : citation.questions) numbers += (numbers.empty() ? "" : ", ") + number;
  return (citation.questions.size() == 1 ? "Question " : "Questions ") + numbers;
}

View citations_view(const std::vector<Citation>& citations, const DocumentPage& page, const Reference& reference, Passages& passages) {
  View list = new_list();
  for (const auto& citation : citations) {
    View view = citation_view(citation, reference);
    const bool changed = citation.now && (citation.now->status != citation.status || citation.now->stage != citation.stage);
    set_text(view, "in_this_letter", changed ? "In this document: " + status_phrase(citation.status, citation.stage) : std::string());
    set_text(view, "decided_href", changed && citation.now->by != page.record.id ? "/d/" + citation.now->by : std::string());
    set_text(view, "scope", scope_text(citation));
    view["quotes"] = quotes_view(citation, page, passages);
    list.push_back(view);
  }
  return list;
}

// -- how well it was read

void add_note(View& notes, const std::string& text, std::uint32_t page, const DocumentPage& shown) {
  View note;
  note["note"] = View(text);
  set_text(note, "note_page", page > 0 ? "Page " + number_for_people(page) : "");
  note["note_href"] = View(is_shown(page, shown) ? "#page-" + std::to_string(page)
                                                 : document_href(shown.record.id, page > 0 ? std::optional(page) : std::nullopt));
  notes.push_back(note);
}

std::string reading_summary(const Record& record, PageSource source, std::string_view one, std::string_view many) {
  const auto count = static_cast<std::uint64_t>(
      std::count_if(record.pages.begin(), record.pages.end(), [&](const auto& page) { return page.source == source; }));
  if (count == 0) return {};
  const std::string of =
      record.pages.size() == 1 ? "This page" : number_for_people(count) + " of " + count_for_people(record.pages.size(), "page", "pages");
  return of + " " + std::string(count == 1 ? one : many);
}

std::string_view check_sentence(Check check) {
  switch (check) {
    case Check::kNoPublicInterestTest:
      return "Not found in this letter: a public interest test.";
    case Check::kOneSidedPublicInterestTest:
      return "Found in this letter: reasons on one side of the public interest only.";
    case Check::kNoQualifiedPerson:
      return "Not found in this letter: the opinion of the qualified person that section 36 asks for.";
    case Check::kNoCostEstimate:
      return "Not found in this letter: an estimate of the cost.";
    case Check::kNoAdviceAndAssistance:
      return "Not found in this letter: help to bring the request within the limit.";
    case Check::kNumberTitleMismatch:
      return "In this letter the number of a section and the words beside it differ.";
    case Check::kRepealedLaw:
      return "This letter cites law that was no longer in force.";
    case Check::kNoReviewRights:
      return "Not found in this letter: how to ask for an internal review.";
    case Check::kLate:
      return {};  // among the facts
  }
  return {};
}

View notes_view(const DocumentPage& page) {
  const Record& record = page.record;
  View notes = new_list();
  const auto whole = [&](std::string text) {
    if (!text.empty()) add_note(notes, std::move(text), 0, page);
  };
  if (record.error) whole("This file could not be read, so it has no text here and can be found by its title only.");
  whole(reading_summary(record, PageSource::kNone, "could not be read.", "could not be read."));
  whole(reading_summary(record, PageSource::kOcr, "was read from a scan by machine (OCR) and may hold misread words.",
                        "were read from a scan by machine (OCR) and may hold misread words."));
  if (record.masks > 0) {
    whole("In " + count_for_people(record.masks, "place", "places") +
          " personal information, such as a name or a telephone number, is replaced by a mark such as [requester].");
  }
  for (const auto& hidden : record.hidden) {
    whole("Left out because a reader of the file does not see it: " + hidden.what + " (" + number_for_people(hidden.count) + ").");
  }
  for (const Check check : record.checks) whole(std::string(check_sentence(check)));
  for (const auto& note : record.notes) add_note(notes, note.what, note.page, page);
  return notes;
}

// -- around it

View related_view(const DocumentPage& page) {
  View related = new_list();
  const Record& record = page.record;
  for (std::size_t i = 0; i < std::min(record.related.size(), page.related_titles.size()); ++i) {
    if (page.related_titles[i].empty()) continue;
    View view;
    const bool came_with = record.kind == Kind::kAttachment && record.related[i].relation == "in-reply-to";
    view["relation"] = View(std::string(relation_phrase(came_with ? "letter" : record.related[i].relation)));
    view["related_href"] = View("/d/" + record.related[i].id);
    view["related_title"] = View(page.related_titles[i]);
    related.push_back(view);
  }
  return related;
}

void add_original(View& view, const DocumentPage& page) {
  const Record& record = page.record;
  const bool linked = record.source.url && is_web_url(*record.source.url);
  std::string label = "Download the original (" + std::string(file_kind(record.source.media_type));
  if (record.source.bytes > 0) label += ", " + bytes_for_people(record.source.bytes);
  set_text(view, "original_href", page.original_offered ? "/d/" + record.id + "/original" : "");
  view["original_label"] = View(label + ")");
  set_text(view, "publisher_href", linked ? *record.source.url : std::string());
  view["publisher_label"] = View(is_log_entry(record) ? "What the publisher links from this entry" : "The publisher’s own copy");
  std::string why;
  if (is_log_entry(record)) {
    if (!linked) why = "The disclosure log links no answer from this entry, or none that can be shown.";
  } else if (!page.original_offered && !linked) {
    why = record.masks > 0 || !record.hidden.empty() || record.source.url_withheld
              ? "The original is not offered here because it holds personal or hidden information."
              : "The original is not offered here, and the address it was published at is not known.";
  }
  set_text(view, "no_original", why);
}

View stretch_view(const Stretch& stretch) {
  std::string classes;
  const auto add = [&](bool wanted, std::string_view name) {
    if (wanted) classes += (classes.empty() ? "" : " ") + std::string(name);
  };
  add(stretch.boilerplate, "boilerplate");
  add(stretch.masked, "mask");
  add(stretch.cited, "cited");
  add(stretch.found, "found");
  View view;
  view["text"] = View(stretch.text);
  set_text(view, "classes", classes);
  set_text(view, "anchor", stretch.anchor);
  view["plain"] = View(classes.empty());
  return view;
}

View stretches_view(const std::vector<Stretch>& stretches) {
  View list = new_list();
  for (const auto& stretch : stretches) list.push_back(stretch_view(stretch));
  return list;
}

// A cell of digits, with what stands around them in a table of figures.
bool is_figure(const Block::Cell& cell) {
  bool digit = false;
  for (const auto& stretch : cell) {
    for (const char c : stretch.text) {
      if (c >= '0' && c <= '9')
        digit = true;
      else if (std::string_view(" .,%-+<>()\xC2\xA3*").find(c) == std::string_view::npos)
        return false;
    }
  }
  return digit;
}

View block_view(const Block& block) {
  View view;
  View rows = new_list();
  for (const auto& row : block.rows) {
    View cells = new_list();
    for (const auto& cell : row) {
      View cell_view;
      cell_view["figure"] = View(is_figure(cell));
      cell_view["stretches"] = stretches_view(cell);
      cells.push_back(cell_view);
    }
    View row_view;
    row_view["cells"] = std::move(cells);
    rows.push_back(row_view);
  }
  view["is_table"] = View(rows.is_non_empty_list());
  view["rows"] = std::move(rows);
  view["is_text"] = View(!block.text.empty());
  view["stretches"] = stretches_view(block.text);
  return view;
}

std::string points(float value) { return std::to_string(std::lround(value)); }

// The boxes of words that were found, in whole points.
View found_view(const ShownPage& page) {
  View boxes = new_list();
  for (const Region& found : page.found)
    for (const Word& word : page.stored.page.words) {
      if (word.start >= found.end || word.end <= found.start) continue;
      View box;
      box["x"] = View(points(word.box.x0 - 1));
      box["y"] = View(points(word.box.y0 - 1));
      box["box_width"] = View(points(word.box.x1 - word.box.x0 + 2));
      box["box_height"] = View(points(word.box.y1 - word.box.y0 + 2));
      boxes.push_back(box);
    }
  return boxes;
}

void add_image(View& view, const ShownPage& shown, const Record& record) {
  const Page& page = shown.stored.page;
  set_text(view, "no_image", shown.no_image);
  const std::string href = "/api/v1/documents/" + record.id + "/pages/" + std::to_string(page.number) + ".png";
  set_text(view, "image_href", shown.image ? href + "?width=" + std::to_string(limits::kImageWidth) : std::string());
  set_text(view, "image_large_href", shown.image ? href + "?width=" + std::to_string(limits::kImageWidths.back()) : std::string());
  if (!shown.image) return;
  view["image_width"] = View(std::to_string(limits::kImageWidth));
  view["image_height"] = View(points(page.height * static_cast<float>(limits::kImageWidth) / page.width));
  view["sheet_width"] = View(points(page.width));
  view["sheet_height"] = View(points(page.height));
  view["words_only"] = View(!has_clean_pages(record) || page.source == PageSource::kOcr);
  View found = found_view(shown);
  view["image_open"] = View(found.is_non_empty_list());
  view["found_boxes"] = std::move(found);
}

View text_view(const DocumentPage& page, const std::vector<Passage>& passages) {
  View pages = new_list();
  for (const auto& shown : page.pages) {
    View view;
    const index::StoredPage& stored = shown.stored;
    const Page& text = stored.page;
    add_image(view, shown, page.record);
    view["page_number"] = View(std::to_string(text.number));
    set_text(view, "read_by", text.source == PageSource::kOcr ? "Read by OCR" : "");
    view["unread"] = View(text.source == PageSource::kNone);
    view["flowing"] = View(text.width == 0);
    View blocks = new_list();
    for (const auto& block : into_blocks(cut_page(stored, passages, limits::kPageTextShown, shown.found)))
      blocks.push_back(block_view(block));
    view["blank"] = View(blocks.is_empty_list() && text.source != PageSource::kNone);
    view["blocks"] = std::move(blocks);
    view["cut_short"] = View(text.text.size() > limits::kPageTextShown);
    pages.push_back(view);
  }
  return pages;
}

void add_turning(View& view, const DocumentPage& page) {
  const std::size_t total = page.record.pages.size();
  const std::uint32_t first = page.first_page;
  const auto last = static_cast<std::uint32_t>(first + page.pages.size() - 1);
  set_text(view, "earlier_href",
           first > 1 ? document_href(page.record.id, first > limits::kPagesShown ? first - limits::kPagesShown : 1, page.q) : "");
  set_text(view, "later_href", !page.pages.empty() && last < total ? document_href(page.record.id, last + 1, page.q) : "");
  set_text(view, "stretch_of",
           first > 1 || last < total
               ? "Pages " + number_for_people(first) + " to " + number_for_people(last) + " of " + number_for_people(total)
               : "");
}

}  // namespace

View document_view(const DocumentPage& page, const Reference& reference) {
  const Record& record = page.record;
  View view;
  view["q"] = View(page.q);
  view["document_title"] = View(title_or_fallback(record));
  view["kind_label"] = View(std::string(kind_phrase(record)));
  set_text(view, "outcome_label", record.outcome == Outcome::kUnknown ? std::string_view() : label_of(record.outcome));
  view["tone"] = View(std::string(tone_of(record.outcome)));
  set_text(view, "document_language", record.language == "en" ? std::string() : record.language);
  view["facts"] = facts_view(record);
  View topics = topics_view(record, reference);
  view["has_topics"] = View(topics.is_non_empty_list());
  view["topics"] = std::move(topics);
  Passages passages;
  View exemptions = citations_view(record.exemptions, page, reference, passages);
  View inferred = citations_view(record.inferred, page, reference, passages);
  View questions = questions_view(record, reference);
  View notes = notes_view(page);
  View related = related_view(page);
  view["has_exemptions"] = View(exemptions.is_non_empty_list());
  view["has_inferred"] = View(inferred.is_non_empty_list());
  view["has_questions"] = View(questions.is_non_empty_list());
  view["has_notes"] = View(notes.is_non_empty_list());
  view["has_related"] = View(related.is_non_empty_list());
  view["exemptions"] = std::move(exemptions);
  view["inferred"] = std::move(inferred);
  view["questions"] = std::move(questions);
  view["notes"] = std::move(notes);
  view["related"] = std::move(related);
  set_text(view, "cluster_href", record.cluster ? "/clusters/" + *record.cluster : std::string());
  add_original(view, page);
  view["pages"] = text_view(page, passages.all());
  view["has_pages"] = View(!page.pages.empty());
  add_turning(view, page);
  return view;
}

}  // namespace foi::server
