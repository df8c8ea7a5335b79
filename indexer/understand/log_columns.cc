#include "indexer/understand/log_columns.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "indexer/understand/log_welsh.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {
namespace {

// A heading is a few words, and so is a category.
constexpr std::size_t kMaxHeadingBytes = 100, kMaxHeadingWords = 8, kMaxCategoryWords = 6;

using Words = std::vector<std::string>;
using List = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view word, List list) { return std::find(list.begin(), list.end(), word) != list.end(); }

bool any(const Words& words, List wanted) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return is_one_of(word, wanted); });
}

// Every word is a key or one that may stand beside keys, and one is a key.
bool made_of(const Words& words, List keys, List beside) {
  return any(words, keys) &&
         std::all_of(words.begin(), words.end(), [&](const std::string& word) { return is_one_of(word, keys) || is_one_of(word, beside); });
}

// Words that qualify any heading of a log and change none.
Words without_fillers(Words words) {
  std::erase_if(words, [](const std::string& word) {
    return is_one_of(word, {"foi",  "foia",  "eir",         "eirs", "foisa",      "rfi",      "of",  "the", "to", "and",
                            "or",   "on",    "was",         "is",   "our",        "your",     "in",  "for", "a",  "us",
                            "full", "final", "information", "if",   "applicable", "internal", "any", "all"});
  });
  return words;
}

const List kAnswered{"responded", "replied", "answered", "closed", "completed", "concluded", "issued", "released", "sent"};
const List kAnswering{"response", "reply",   "answer",    "closure",    "completion", "complete",
                      "issue",    "release", "disclosed", "disclosure", "decision",   "provided"};
const List kArrived{"received", "receipt", "submitted", "logged"};
const List kAsking{"request", "requests", "requested", "enquiry", "made"};
const List kPublished{"published", "publication", "uploaded", "added"};
const List kDate{"date", "dates", "dated", "when"};

bool only_of(const Words& words, std::initializer_list<List> lists) {
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::any_of(lists.begin(), lists.end(), [&](List list) { return is_one_of(word, list); });
  });
}

LogColumn date_column(const Words& words) {
  if (!only_of(words, {kAnswered, kAnswering, kArrived, kAsking, kPublished, kDate, {"log"}})) return LogColumn::none;
  if (any(words, kPublished)) return LogColumn::published;
  if (any(words, kAnswered)) return LogColumn::responded;
  if (any(words, kArrived)) return LogColumn::received;
  if (!any(words, kDate)) return LogColumn::none;
  if (any(words, kAnswering)) return LogColumn::responded;
  if (any(words, kAsking)) return LogColumn::received;
  return any(words, {"log"}) ? LogColumn::none : LogColumn::date;
}

bool is_requester(const Words& words) {
  if (any(words, {"type", "category", "sector", "group", "number", "reference", "ref"})) return false;
  if (any(words,
          {"requester", "requesters", "requestor", "requestors", "applicant", "applicants", "enquirer", "complainant", "correspondent"}))
    return true;
  if (words.size() == 1) return any(words, {"name", "surname", "forename"});
  return words.size() <= 3 && is_one_of(words.back(), {"by", "from"}) &&
         any(words, {"requested", "received", "made", "request", "submitted", "asked"});
}

bool is_reference(const Words& heading) {
  // "Number of requests" counts them.
  for (std::size_t i = 0; i + 1 < heading.size(); ++i)
    if (is_one_of(heading[i], {"number", "no", "nos", "numbers"}) && heading[i + 1] == "of") return false;
  const Words words = without_fillers(heading);
  if (words.empty()) return any(heading, {"foi", "rfi", "eir"});
  return made_of(words, {"ref", "refs", "reference", "references", "id", "identifier", "urn", "no", "nos", "number", "num"},
                 {"case", "log", "enquiry", "disclosure", "request", "unique", "tracking", "record"});
}

bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

const List kSubjectWords{"subject", "title", "topic", "summary", "description", "heading", "theme", "nature", "matter", "headline"};

}  // namespace

LogColumn log_column(std::string_view heading) {
  if (heading.size() > kMaxHeadingBytes) return LogColumn::none;
  const Words all = heading_in_english(words_of(heading)), words = without_fillers(all);
  if (all.empty() || all.size() > kMaxHeadingWords) return LogColumn::none;
  if (is_requester(all)) return LogColumn::requester;
  if (is_reference(all)) return LogColumn::reference;
  if (words.empty()) return LogColumn::none;
  if (const LogColumn date = date_column(words); date != LogColumn::none) return date;
  if (made_of(
          words, {"exemption", "exemptions", "exempt", "exempted", "exception", "exceptions"},
          {"applied", "used", "section", "sections", "claimed", "cited", "relied", "upon", "engaged", "act", "reason", "exclusion", "s"}))
    return LogColumn::exemption;
  if (made_of(words,
              {"link", "links", "url", "download", "downloads", "document", "documents", "file", "files", "attachment", "attachments",
               "pdf", "view", "letter"},
              {"response", "responses", "disclosure", "web", "address", "page", "released", "reply", "copy", "read", "here"}))
    return LogColumn::link;
  if (made_of(words, {"outcome", "outcomes", "decision", "result", "status", "granted", "disclosed", "held", "withheld", "refused"},
              {"request", "response", "disclosure", "case", "review", "released", "provided", "type", "not", "part"}) ||
      made_of(words, {"type"}, {"response"}))
    return words.size() == 1 && words[0] == "type" ? LogColumn::none : LogColumn::outcome;
  if (made_of(words, {"response", "responses", "reply", "answer", "provided", "released"},
              {"details", "text", "summary", "given", "disclosed"}))
    return LogColumn::response;
  if (made_of(words, {"authority", "body", "organisation", "council", "trust"}, {"public", "name"})) return LogColumn::authority;
  if (made_of(words, kSubjectWords, {"request", "requests", "requested", "brief", "short", "line", "details", "enquiry"}))
    return LogColumn::subject;
  if (made_of(words, {"request", "requests", "requested", "details", "detail", "enquiry"}, {"wording", "text", "what", "was"}))
    return LogColumn::request;
  return LogColumn::none;
}

bool names_foi(std::string_view text) {
  const Words words = words_of(text);
  const auto follow = [&](std::size_t at, std::string_view second) { return at + 1 < words.size() && words[at + 1].starts_with(second); };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_one_of(words[i], {"foi", "fois", "foia", "foisa", "eir", "eirs", "rfi", "rfis", "rhg"})) return true;
    if (words[i] == "freedom" && follow(i, "of") && follow(i + 1, "information")) return true;
    if (words[i] == "environmental" && follow(i, "information")) return true;
    if (words[i] == "disclosure" && (follow(i, "log") || follow(i, "register"))) return true;
    if ((words[i] == "rhyddid" && follow(i, "gwybodaeth")) || (words[i] == "log" && follow(i, "datgel"))) return true;
  }
  return false;
}

bool is_log_title(std::string_view title) {
  const Words words = words_of(title);
  if (words.size() > kMaxHeadingWords + kMaxHeadingWords || any(words, {"response", "reply", "re", "answer", "request", "ref"}))
    return false;
  return names_foi(title) &&
         any(words, {"log", "logs", "register", "requests", "tracker", "disclosures", "fois", "eirs", "ceisiadau", "cofrestr"});
}

bool has_foi_reference(std::string_view text) {
  const TokenList tokens = tokenise(text);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    for (std::string_view mark : {"foi", "eir", "rfi", "foia", "foisa"}) {
      const std::string_view word = tokens[i].word;
      if (!word.starts_with(mark)) continue;
      if (is_number(std::string_view(word).substr(mark.size()))) return true;
      if (word.size() == mark.size() && i + 1 < tokens.size() && is_digit(tokens[i + 1].word[0])) return true;
    }
  return false;
}

bool names_requests(std::string_view text) {
  const Words words = words_of(text);
  if (names_welsh_requests(words)) return true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_one_of(words[i], {"foi", "fois", "foia", "foisa", "eir", "eirs", "rfi", "request", "requests", "requested", "requester",
                             "requestor", "exemption", "exemptions"}))
      return true;
    const bool two = i + 1 < words.size(), three = i + 2 < words.size();
    if (two && words[i] == "disclosure" && is_one_of(words[i + 1], {"log", "logs"})) return true;
    if (three && words[i] == "freedom" && words[i + 1] == "of" && words[i + 2] == "information") return true;
  }
  return false;
}

bool is_requester_category(std::string_view value) {
  const Words words = words_of(value);
  return words.size() <= kMaxCategoryWords && std::all_of(words.begin(), words.end(), [](const std::string& word) {
           return is_one_of(
               word, {"media",    "press",      "journalist",  "member",        "members",   "of",         "the",          "public",
                      "private",  "individual", "individuals", "company",       "business",  "commercial", "charity",      "charities",
                      "mp",       "councillor", "student",     "academic",      "research",  "researcher", "organisation", "organisations",
                      "campaign", "group",      "solicitor",   "solicitors",    "trade",     "union",      "other",        "resident",
                      "local",    "authority",  "voluntary",   "sector",        "not",       "known",      "unknown",      "stated",
                      "website",  "law",        "firm",        "staff",         "political", "party",      "politician",   "a",
                      "an",       "person",     "anonymous",   "news",          "newspaper", "and",        "or",           "aelod",
                      "cyhoedd",  "y",          "cyfryngau",   "newyddiadurwr", "cwmni",     "busnes",     "elusen",       "unigolyn",
                      "preifat"});
         });
}

}  // namespace foi::understand
