#include "indexer/model/record_json.h"

#include <functional>
#include <new>
#include <nlohmann/json.hpp>

namespace foi {

namespace {

using Json = nlohmann::ordered_json;

// In the order of PageSource and of Fault.
constexpr std::string_view kPageSources[] = {"text", "ocr", "none"};
constexpr std::string_view kFaults[] = {"document", "worker", "environment", "usage"};

// -- to JSON

Json date_json(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }

template <class T>
Json nullable(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

template <class List, class F>
Json array_of(const List& list, F each) {
  Json out = Json::array();
  for (const auto& item : list) out.push_back(each(item));
  return out;
}

Json evidence_json(const Evidence& e) { return {{"page", e.page}, {"start", e.start}, {"end", e.end}, {"quote", e.quote}}; }

Json source_json(const Source& source, Audience audience) {
  Json out = Json::object();
  if (audience == Audience::kInspect) out["path"] = source.path;
  out["url"] = nullable(source.url);
  if (source.url_withheld) out["url_withheld"] = true;
  out["sha256"] = source.sha256;
  out["media_type"] = source.media_type;
  out["bytes"] = source.bytes;
  out["licence"] = nullable(source.licence);
  return out;
}

Json authority_json(const std::optional<Authority>& authority) {
  if (!authority) return nullptr;
  return {{"id", authority->id},         {"name", authority->name},
          {"id_now", authority->id_now}, {"name_now", authority->name_now},
          {"type", authority->type},     {"confidence", authority->confidence}};
}

Json citation_json(const Citation& citation) {
  Json out = {{"id", citation.id},
              {"label", citation.label},
              {"status", name_of(citation.status)},
              {"stage", name_of(citation.stage)},
              {"questions", citation.questions},
              {"evidence", array_of(citation.evidence, evidence_json)},
              {"confidence", citation.confidence},
              {"rule", citation.rule}};
  if (citation.now)
    out["now"] = {{"status", name_of(citation.now->status)}, {"stage", name_of(citation.now->stage)}, {"by", citation.now->by}};
  return out;
}

Json mention_json(const Mention& mention) {
  return {{"id", mention.id}, {"role", name_of(mention.role)}, {"evidence", array_of(mention.evidence, evidence_json)}};
}

Json question_json(const Question& question) {
  return {{"number", question.number}, {"heading", question.heading},          {"text", question.text},
          {"answer", question.answer}, {"outcome", name_of(question.outcome)}, {"exemptions", question.exemptions}};
}

Json review_json(const std::optional<Review>& review) {
  if (!review) return nullptr;
  return {{"of", nullable(review->of)}, {"result", name_of(review->result)}};
}

Json page_json(const PageSummary& page) {
  return {{"number", page.number},
          {"source", kPageSources[static_cast<std::size_t>(page.source)]},
          {"confidence", page.confidence},
          {"characters", page.characters}};
}

Json error_json(const std::optional<Error>& error) {
  if (!error) return nullptr;
  return {{"fault", kFaults[static_cast<std::size_t>(error->fault)]}, {"reason", error->message}};
}

void add_relations(const Record& record, Json& out) {
  if (record.case_id) out["case"] = *record.case_id;
  if (!record.related.empty())
    out["related"] = array_of(record.related, [](const Relation& r) -> Json {
      return {{"id", r.id}, {"relation", r.relation}, {"confidence", r.confidence}};
    });
  if (record.cluster) out["cluster"] = *record.cluster;
}

Json to_json(const Record& record, Audience audience) {
  Json out = {
      {"id", record.id},
      {"title", record.title},
      {"language", record.language},
      {"source", source_json(record.source, audience)},
      {"parent", nullable(record.parent)},
      {"kind", name_of(record.kind)},
      {"authority", authority_json(record.authority)},
      {"authority_candidates", array_of(record.authority_candidates,
                                        [](const AuthorityCandidate& c) -> Json {
                                          return {{"id", c.id}, {"name", c.name}, {"score", c.score}};
                                        })},
      {"reference", nullable(record.reference)},
      {"received", date_json(record.received)},
      {"responded", date_json(record.responded)},
      {"working_days", nullable(record.working_days)},
      {"late", nullable(record.late)},
      {"outcome", name_of(record.outcome)},
      {"topics", record.topics},
      {"exemptions", array_of(record.exemptions, citation_json)},
      {"inferred", array_of(record.inferred, citation_json)},
      {"mentioned", array_of(record.mentioned, mention_json)},
      {"questions", array_of(record.questions, question_json)},
      {"review", review_json(record.review)},
      {"reasons", record.reasons},
      {"checks", array_of(record.checks, [](Check c) { return Json(name_of(c)); })},
      {"pages", array_of(record.pages, page_json)},
      {"hidden", array_of(record.hidden,
                          [](const HiddenCount& h) -> Json {
                            return {{"what", h.what}, {"count", h.count}};
                          })},
      {"masks", record.masks},
      {"notes", array_of(record.notes,
                         [](const Note& n) -> Json {
                           return {{"page", n.page}, {"what", n.what}};
                         })},
      {"error", error_json(record.error)},
  };
  add_relations(record, out);
  return out;
}

// Paths may hold any bytes; they are shown, never searched.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// -- from JSON. Exceptions of the library stay inside record_from_json.

template <class T>
std::optional<T> optional_at(const Json& json, const char* member) {
  const auto found = json.find(member);
  if (found == json.end() || found->is_null()) return std::nullopt;
  return found->get<T>();
}

template <class E>
E name_at(const Json& json, const char* member) {
  const auto name = json.at(member).get<std::string>();
  const std::optional<E> value = parse_name<E>(name);
  if (!value) throw std::runtime_error(std::string(member) + " \"" + name + "\" is not in its vocabulary");
  return *value;
}

// As name_at for the two short lists above.
template <class E, std::size_t N>
E place_at(const Json& json, const char* member, const std::string_view (&list)[N]) {
  const auto name = json.at(member).get<std::string>();
  for (std::size_t i = 0; i < N; ++i)
    if (list[i] == name) return static_cast<E>(i);
  throw std::runtime_error(std::string(member) + " \"" + name + "\" is not in its vocabulary");
}

std::optional<Date> date_at(const Json& json, const char* member) {
  const auto text = optional_at<std::string>(json, member);
  if (!text) return std::nullopt;
  const std::optional<Date> date = parse_iso(*text);
  if (!date) throw std::runtime_error(std::string(member) + " \"" + *text + "\" is no date");
  return date;
}

template <class T>
std::vector<T> list_at(const Json& json, const char* member, const std::function<T(const Json&)>& each) {
  std::vector<T> out;
  const auto found = json.find(member);
  if (found == json.end()) return out;
  for (const Json& item : *found) out.push_back(each(item));
  return out;
}

Evidence evidence_from(const Json& j) {
  return {j.at("page").get<std::uint32_t>(), j.at("start").get<std::uint32_t>(), j.at("end").get<std::uint32_t>(),
          j.at("quote").get<std::string>()};
}

Source source_from(const Json& j) {
  Source source;
  source.path = j.value("path", "");
  source.url = optional_at<std::string>(j, "url");
  source.url_withheld = j.value("url_withheld", false);
  source.sha256 = j.at("sha256").get<std::string>();
  source.media_type = j.at("media_type").get<std::string>();
  source.bytes = j.at("bytes").get<std::uint64_t>();
  source.licence = optional_at<std::string>(j, "licence");
  return source;
}

std::optional<Authority> authority_from(const Json& j) {
  if (j.is_null()) return std::nullopt;
  return Authority{j.at("id").get<std::string>(),       j.at("name").get<std::string>(), j.at("id_now").get<std::string>(),
                   j.at("name_now").get<std::string>(), j.at("type").get<std::string>(), j.at("confidence").get<double>()};
}

Citation citation_from(const Json& j) {
  Citation citation;
  citation.id = j.at("id").get<std::string>();
  citation.label = j.at("label").get<std::string>();
  citation.status = name_at<CitationStatus>(j, "status");
  citation.stage = name_at<Stage>(j, "stage");
  citation.questions = j.at("questions").get<std::vector<std::string>>();
  citation.evidence = list_at<Evidence>(j, "evidence", evidence_from);
  citation.confidence = j.at("confidence").get<double>();
  citation.rule = j.at("rule").get<std::string>();
  if (const auto now = j.find("now"); now != j.end())
    citation.now = StatusNow{name_at<CitationStatus>(*now, "status"), name_at<Stage>(*now, "stage"), now->at("by").get<std::string>()};
  return citation;
}

Question question_from(const Json& j) {
  return {j.at("number").get<std::string>(), j.at("heading").get<std::string>(),     j.at("text").get<std::string>(),
          j.at("answer").get<std::string>(), name_at<QuestionOutcome>(j, "outcome"), j.at("exemptions").get<std::vector<std::string>>()};
}

std::optional<Review> review_from(const Json& j) {
  if (j.is_null()) return std::nullopt;
  return Review{optional_at<std::string>(j, "of"), name_at<ReviewResult>(j, "result")};
}

PageSummary page_from(const Json& j) {
  return {j.at("number").get<std::uint32_t>(), place_at<PageSource>(j, "source", kPageSources), j.at("confidence").get<double>(),
          j.at("characters").get<std::uint64_t>()};
}

std::optional<Error> error_from(const Json& j) {
  if (j.is_null()) return std::nullopt;
  return Error{place_at<Fault>(j, "fault", kFaults), j.at("reason").get<std::string>()};
}

void read_identity(const Json& j, Record& record) {
  record.id = j.at("id").get<std::string>();
  record.title = j.at("title").get<std::string>();
  record.language = j.at("language").get<std::string>();
  record.source = source_from(j.at("source"));
  record.parent = optional_at<std::string>(j, "parent");
  record.kind = name_at<Kind>(j, "kind");
  record.authority = authority_from(j.at("authority"));
  record.authority_candidates = list_at<AuthorityCandidate>(j, "authority_candidates", [](const Json& c) -> AuthorityCandidate {
    return {c.at("id").get<std::string>(), c.at("name").get<std::string>(), c.at("score").get<double>()};
  });
  record.reference = optional_at<std::string>(j, "reference");
  record.received = date_at(j, "received");
  record.responded = date_at(j, "responded");
  record.working_days = optional_at<int>(j, "working_days");
  record.late = optional_at<bool>(j, "late");
}

void read_claims(const Json& j, Record& record) {
  record.outcome = name_at<Outcome>(j, "outcome");
  record.topics = j.at("topics").get<std::vector<std::string>>();
  record.exemptions = list_at<Citation>(j, "exemptions", citation_from);
  record.inferred = list_at<Citation>(j, "inferred", citation_from);
  record.mentioned = list_at<Mention>(j, "mentioned", [](const Json& m) -> Mention {
    return {m.at("id").get<std::string>(), name_at<MentionRole>(m, "role"), list_at<Evidence>(m, "evidence", evidence_from)};
  });
  record.questions = list_at<Question>(j, "questions", question_from);
  record.review = review_from(j.at("review"));
  record.reasons = j.at("reasons").get<std::vector<std::string>>();
  record.checks = list_at<Check>(j, "checks", [](const Json& c) { return name_at<Check>(Json{{"check", c}}, "check"); });
}

void read_pages_and_links(const Json& j, Record& record) {
  record.pages = list_at<PageSummary>(j, "pages", page_from);
  record.hidden = list_at<HiddenCount>(j, "hidden", [](const Json& h) -> HiddenCount {
    return {h.at("what").get<std::string>(), h.at("count").get<std::uint32_t>()};
  });
  record.masks = j.value("masks", 0u);
  record.notes = list_at<Note>(j, "notes", [](const Json& n) -> Note {
    return {n.at("page").get<std::uint32_t>(), n.at("what").get<std::string>()};
  });
  record.error = error_from(j.at("error"));
  record.case_id = optional_at<std::string>(j, "case");
  record.related = list_at<Relation>(j, "related", [](const Json& r) -> Relation {
    return {r.at("id").get<std::string>(), r.at("relation").get<std::string>(), r.at("confidence").get<double>()};
  });
  record.cluster = optional_at<std::string>(j, "cluster");
}

}  // namespace

std::string record_to_json(const Record& record, Audience audience) { return dump(to_json(record, audience)); }

std::string record_to_json_with_text(const Record& record, const std::vector<Page>& pages) {
  Json out = to_json(record, Audience::kInspect);
  Json& summaries = out["pages"];
  for (std::size_t i = 0; i < summaries.size() && i < pages.size(); ++i) summaries[i]["text"] = pages[i].text;
  return dump(out);
}

Result<Record> record_from_json(std::string_view json) {
  try {
    const Json parsed = Json::parse(json);
    Record record;
    read_identity(parsed, record);
    read_claims(parsed, record);
    read_pages_and_links(parsed, record);
    return record;
  } catch (const std::bad_alloc&) {
    throw;  // the record is well
  } catch (const std::exception& e) {
    return environment_error(std::string("a stored record cannot be read: ") + e.what());
  }
}

}  // namespace foi
