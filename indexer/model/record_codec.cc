// One list of fields, gone over to write and to read, so that the two cannot part.
#include <bit>
#include <cmath>
#include <concepts>
#include <type_traits>

#include "indexer/model/codec.h"
#include "indexer/model/text.h"

namespace foi {

namespace {

template <class T, class Of>
concept Is = std::same_as<std::remove_const_t<T>, Of>;
template <class E>
concept HasNames = std::is_enum_v<E> && requires {
  names<E>();
} && !Is<E, PageSource> && !Is<E, Fault>;

std::uint64_t zigzag(int v) { return (static_cast<std::uint32_t>(v) << 1) ^ static_cast<std::uint32_t>(v >> 31); }
int unzigzag(std::uint32_t v) { return static_cast<int>((v >> 1) ^ (0u - (v & 1))); }

class Putter {
 public:
  explicit Putter(ByteWriter& out) : out_(out) {}

  void operator()(const std::string& v) { out_.string(valid_utf8(v) ? v : clean_utf8(v)); }
  void operator()(bool v) { out_.u8(v); }
  void operator()(std::unsigned_integral auto v) { out_.varint(v); }
  void operator()(int v) { out_.varint(zigzag(v)); }
  void operator()(double v) { out_.u64(std::bit_cast<std::uint64_t>(std::isfinite(v) ? v : 0)); }
  void operator()(Date v) {
    (*this)(static_cast<int>(v.year()));
    (*this)(static_cast<unsigned>(v.month()));
    (*this)(static_cast<unsigned>(v.day()));
  }
  void operator()(PageSource v) { out_.u8(static_cast<std::uint8_t>(v)); }
  void operator()(Fault v) { out_.u8(static_cast<std::uint8_t>(v)); }
  // By name, so that a vocabulary may grow anywhere.
  void operator()(HasNames auto v) { out_.string(name_of(v)); }
  template <class T>
  void operator()(const std::optional<T>& v) {
    (*this)(v.has_value());
    if (v) (*this)(*v);
  }
  template <class T>
  void operator()(const std::vector<T>& v) {
    out_.varint(v.size());
    for (const T& item : v) (*this)(item);
  }
  template <class T>
  requires std::is_class_v<T>
  void operator()(const T& v) { fields(*this, v); }
  void all(const auto&... v) { ((*this)(v), ...); }

 private:
  ByteWriter& out_;
};

class Getter {
 public:
  explicit Getter(ByteReader& in) : in_(in) {}

  void operator()(std::string& v) {
    v = in_.string();
    if (!valid_utf8(v)) in_.fail();
  }
  void operator()(bool& v) {
    const std::uint8_t byte = in_.u8();
    v = byte == 1;
    if (byte > 1) in_.fail();
  }
  template <std::unsigned_integral T>
  void operator()(T& v) {
    const std::uint64_t number = in_.varint();
    v = static_cast<T>(number);
    if (v != number) in_.fail();
  }
  void operator()(int& v) {
    std::uint32_t number = 0;
    (*this)(number);
    v = unzigzag(number);
  }
  void operator()(double& v) {
    v = std::bit_cast<double>(in_.u64());
    if (!std::isfinite(v)) in_.fail();
  }
  void operator()(Date& v) {
    int year = 0;
    unsigned month = 0, day = 0;
    all(year, month, day);
    v = Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
    // What std::chrono cut to fit is no date that was written.
    if (!v.ok() || static_cast<int>(v.year()) != year || static_cast<unsigned>(v.month()) != month || static_cast<unsigned>(v.day()) != day)
      in_.fail();
  }
  void operator()(PageSource& v) { number_to(v, PageSource::kNone); }
  void operator()(Fault& v) { number_to(v, Fault::kUsage); }
  template <HasNames E>
  void operator()(E& v) {
    if (const auto value = parse_name<E>(in_.string()))
      v = *value;
    else
      in_.fail();
  }
  template <class T>
  void operator()(std::optional<T>& v) {
    bool given = false;
    (*this)(given);
    if (given && !in_.failed()) (*this)(v.emplace());
  }
  template <class T>
  void operator()(std::vector<T>& v) {
    for (std::uint64_t n = in_.count(1); n > 0 && !in_.failed(); --n) (*this)(v.emplace_back());
  }
  template <class T>
  requires std::is_class_v<T>
  void operator()(T& v) { fields(*this, v); }
  void all(auto&... v) { ((*this)(v), ...); }

 private:
  template <class E>
  void number_to(E& v, E last) {
    const std::uint8_t number = in_.u8();
    v = static_cast<E>(number);
    if (number > static_cast<std::uint8_t>(last)) in_.fail();
  }

  ByteReader& in_;
};

void fields(auto& io, Is<Evidence> auto& v) { io.all(v.page, v.start, v.end, v.quote); }
void fields(auto& io, Is<Authority> auto& v) { io.all(v.id, v.name, v.id_now, v.name_now, v.type, v.confidence); }
void fields(auto& io, Is<AuthorityCandidate> auto& v) { io.all(v.id, v.name, v.score); }
void fields(auto& io, Is<StatusNow> auto& v) { io.all(v.status, v.stage, v.by); }
void fields(auto& io, Is<Citation> auto& v) {
  io.all(v.id, v.label, v.status, v.stage, v.questions, v.evidence, v.confidence, v.rule, v.now);
}
void fields(auto& io, Is<Mention> auto& v) { io.all(v.id, v.role, v.evidence); }
void fields(auto& io, Is<Question> auto& v) { io.all(v.number, v.heading, v.text, v.answer, v.outcome, v.exemptions); }
void fields(auto& io, Is<Review> auto& v) { io.all(v.of, v.result); }
// Without its path, which is never served.
void fields(auto& io, Is<Source> auto& v) { io.all(v.url, v.url_withheld, v.sha256, v.media_type, v.bytes, v.licence); }
void fields(auto& io, Is<PageSummary> auto& v) { io.all(v.number, v.source, v.confidence, v.characters); }
void fields(auto& io, Is<HiddenCount> auto& v) { io.all(v.what, v.count); }
void fields(auto& io, Is<Note> auto& v) { io.all(v.page, v.what); }
void fields(auto& io, Is<Error> auto& v) { io.all(v.fault, v.message); }
void fields(auto& io, Is<Relation> auto& v) { io.all(v.id, v.relation, v.confidence); }
void fields(auto& io, Is<Record> auto& v) {
  io.all(v.id, v.title, v.language, v.source, v.parent, v.kind, v.authority, v.authority_candidates, v.reference, v.received, v.responded,
         v.working_days, v.late, v.outcome, v.topics, v.exemptions, v.inferred, v.mentioned, v.questions, v.review, v.reasons, v.checks,
         v.pages, v.hidden, v.masks, v.notes, v.error, v.case_id, v.related, v.cluster);
}

}  // namespace

void encode_served(ByteWriter& out, const Record& record) { Putter{out}(record); }

Record decode_served(ByteReader& in) {
  Record record;
  Getter get(in);
  get(record);
  return in.failed() ? Record() : record;
}

}  // namespace foi
