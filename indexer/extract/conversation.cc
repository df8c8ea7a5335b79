#include "indexer/extract/conversation.h"

#include <algorithm>
#include <utility>

#include "indexer/extract/wire.h"
#include "indexer/model/codec.h"
#include "indexer/model/shown.h"
#include "indexer/model/text.h"

namespace foi::extract {

namespace {

using How = Ending::How;

// "image/png"; anything else is not passed on to anyone.
bool plausible_media_type(std::string_view type) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-' || c == '/'; };
  return !type.empty() && type.size() <= limits::kMaxMediaTypeBytes && std::all_of(type.begin(), type.end(), fits);
}

std::string one_line(std::string_view text) { return std::string(utf8_prefix(shown_line(text), limits::kMaxNoteBytes)); }

// Judges each frame by what came before it and keeps what it gives. Each handler returns what is wrong with the frame, or an empty string.
class Listener {
 public:
  Listener(const Terms& terms, Report& report) : terms_(terms), report_(report) {}

  std::string hear(const Frame& frame);
  bool ready() const { return ready_; }
  bool finished() const { return finished_; }
  // Why a member could not be kept, if one could not.
  const std::optional<Error>& not_taken() const { return not_taken_; }

 private:
  std::string hear_ready(ByteReader in);
  std::string hear_document(ByteReader in);
  std::string hear_page(ByteReader in);
  std::string hear_hidden(ByteReader in);
  std::string hear_note(ByteReader in);
  std::string hear_failure(ByteReader in);
  std::string hear_picture(std::string_view payload);
  std::string hear_listing(std::string_view bytes);
  std::string hear_cell_link(ByteReader in);
  std::string hear_member(ByteReader in);
  std::string hear_member_bytes(std::string_view bytes);
  std::string hear_left_out(ByteReader in);
  void take_member();
  std::string check_page(const Page& page, bool needs_ocr) const;
  bool one_more_remark() { return ++remarks_ <= limits::kMaxWorkerNotes; }

  const Terms& terms_;
  Report& report_;
  bool ready_ = false, finished_ = false;
  std::uint32_t last_page_ = 0;
  std::size_t text_bytes_ = 0;
  std::uint32_t remarks_ = 0;
  std::size_t listing_rows_ = 0, listing_bytes_ = 0;
  // The member that is coming, and what came of it so far.
  std::optional<Member> coming_;
  std::string come_;
  std::uint32_t members_ = 0;
  std::uint64_t member_bytes_ = 0;
  std::optional<Error> not_taken_;
};

std::string Listener::hear(const Frame& frame) {
  if (finished_) return "went on after its last frame";
  const auto type = static_cast<FrameType>(frame.type);
  const ByteReader in(frame.payload);
  if (type == FrameType::kFailure) return hear_failure(in);
  if (type == FrameType::kReady) return hear_ready(in);
  if (!ready_) return "did not say first that it was ready";
  if (coming_) return type == FrameType::kMemberBytes ? hear_member_bytes(frame.payload) : "broke off a document inside the document";
  if (type == FrameType::kDone && (report_.announced || terms_.role == Role::kCheck)) {
    finished_ = true;
    return frame.payload.empty() ? "" : "sent a last frame that is not empty";
  }
  if (terms_.role == Role::kCheck) return "sent a document when there was none";
  if (type == FrameType::kDocument) return hear_document(in);
  if (!report_.announced) return "did not say first what document it reads";
  if (terms_.role == Role::kDraw) return type == FrameType::kPicture ? hear_picture(frame.payload) : "sent what is no picture";
  switch (type) {
    case FrameType::kPage:
      return hear_page(in);
    case FrameType::kHidden:
      return hear_hidden(in);
    case FrameType::kNote:
      return hear_note(in);
    case FrameType::kListing:
      return hear_listing(frame.payload);
    case FrameType::kCellLink:
      return hear_cell_link(in);
    case FrameType::kMember:
      return hear_member(in);
    case FrameType::kLeftOut:
      return hear_left_out(in);
    default:
      return "sent a frame of unknown type " + std::to_string(frame.type);
  }
}

std::string Listener::hear_ready(ByteReader in) {
  const std::uint8_t state = in.u8();
  if (ready_ || in.failed() || !in.at_end() || state > static_cast<std::uint8_t>(ReadyState::kShutWithoutFiles))
    return "sent a ready frame it may not send";
  ready_ = true;
  report_.fonts_closed = static_cast<ReadyState>(state) == ReadyState::kShutWithoutFiles;
  return {};
}

std::string Listener::hear_document(ByteReader in) {
  std::string media_type = in.string();
  const std::uint32_t pages = in.u32();
  const std::string engine = in.string();
  if (report_.announced || in.failed() || !in.at_end() || !plausible_media_type(media_type) || !valid_utf8(engine))
    return "sent a document frame it may not send";
  if (pages > terms_.last_page - terms_.first_page + 1) return "announced " + std::to_string(pages) + " pages";
  report_.announced = true;
  report_.media_type = std::move(media_type);
  report_.engine = one_line(engine);
  report_.page_count = pages;
  return {};
}

std::string Listener::check_page(const Page& page, bool needs_ocr) const {
  const bool ocr = terms_.role == Role::kOcr;
  const std::uint32_t last = ocr ? terms_.last_page : report_.page_count;
  if (page.number < terms_.first_page || page.number > last) return "sent page " + std::to_string(page.number) + " that nobody expects";
  if (page.number <= last_page_) return "sent its pages out of order";
  if (ocr ? needs_ocr : page.source == PageSource::kOcr) return "sent a page that is not its to read";
  if (page.text.size() > limits::kMaxPageTextBytes || page.words.size() > limits::kMaxPageWords ||
      page.text.size() > limits::kMaxDocumentTextBytes - text_bytes_)
    return "sent more text than any document holds";
  return {};
}

std::string Listener::hear_page(ByteReader in) {
  const std::uint8_t needs_ocr = in.u8();
  Page page = decode_page(in);
  if (in.failed() || !in.at_end() || needs_ocr > 1) return "sent a page that is not well-formed";
  if (std::string wrong = check_page(page, needs_ocr == 1); !wrong.empty()) return wrong;
  last_page_ = page.number;
  text_bytes_ += page.text.size();
  report_.pages.push_back({std::move(page), needs_ocr == 1});
  return {};
}

std::string Listener::hear_hidden(ByteReader in) {
  const std::string what = in.string();
  const std::uint32_t count = in.u32();
  if (in.failed() || !in.at_end() || !valid_utf8(what) || terms_.role == Role::kOcr) return "sent a count it may not send";
  if (!one_more_remark()) return "sent more notes than any document needs";
  report_.hidden.push_back({one_line(what), count});
  return {};
}

std::string Listener::hear_note(ByteReader in) {
  const std::uint32_t page = in.u32();
  const std::string what = in.string();
  if (in.failed() || !in.at_end() || !valid_utf8(what) || page > terms_.last_page || (page != 0 && page < terms_.first_page))
    return "sent a note it may not send";
  if (!one_more_remark()) return "sent more notes than any document needs";
  report_.notes.push_back({page, one_line(what)});
  return {};
}

// The frame is a little longer than the texts in it.
std::string Listener::hear_listing(std::string_view bytes) {
  ByteReader in(bytes);
  Listing listing = decode_listing(in);
  if (in.failed() || !in.at_end() || terms_.role != Role::kText) return "sent a listing it may not send";
  listing_rows_ += listing.rows.size();
  listing_bytes_ += bytes.size();
  if (listing_rows_ > limits::kMaxListingRows || listing_bytes_ > 2 * limits::kMaxListingsBytes) return "sent longer listings than it may";
  report_.listings.push_back(std::move(listing));
  return {};
}

std::string Listener::hear_cell_link(ByteReader in) {
  CellLink link = decode_cell_link(in);
  if (in.failed() || !in.at_end() || terms_.role != Role::kText || link.page > report_.page_count) return "sent a link it may not send";
  if (report_.cell_links.size() == limits::kMaxCellLinks) return "sent more links than it may";
  report_.cell_links.push_back(std::move(link));
  return {};
}

std::string Listener::hear_member(ByteReader in) {
  Member member{in.string(), {}, 0};
  member.bytes = in.u64();
  if (in.failed() || !in.at_end() || !valid_utf8(member.name) || member.name.size() > limits::kMaxMemberNameBytes ||
      terms_.role != Role::kText)
    return "sent a member it may not send";
  if (++members_ > limits::kMaxMembers || member.bytes > limits::kMaxMemberBytes || member.bytes > limits::kMaxMembersBytes - member_bytes_)
    return "sent more or larger members than any document may hold";
  member_bytes_ += member.bytes;
  member.name = one_line(member.name);
  coming_ = std::move(member);
  if (coming_->bytes == 0) take_member();
  return {};
}

std::string Listener::hear_member_bytes(std::string_view bytes) {
  if (bytes.empty() || bytes.size() > coming_->bytes - come_.size()) return "sent another size of a member than it said";
  come_ += bytes;
  if (come_.size() == coming_->bytes) take_member();
  return {};
}

std::string Listener::hear_left_out(ByteReader in) {
  const std::string name = in.string();
  if (in.failed() || !in.at_end() || !valid_utf8(name) || name.size() > limits::kMaxMemberNameBytes || terms_.role != Role::kText)
    return "sent a member it may not send";
  if (!one_more_remark()) return "sent more notes than any document needs";
  report_.left_out.push_back(one_line(name));
  return {};
}

void Listener::take_member() {
  if (terms_.take_member)
    if (Status taken = terms_.take_member(coming_->name, come_); !taken) not_taken_ = taken.error();
  coming_.reset();
  std::string().swap(come_);
}

std::string Listener::hear_picture(std::string_view payload) {
  constexpr std::size_t kHead = 8;
  ByteReader in(payload.substr(0, kHead));
  const std::uint32_t width = in.u32(), height = in.u32();
  const bool fits = !in.failed() && !report_.picture && width > 0 && height > 0 && width <= static_cast<std::uint32_t>(terms_.most_width) &&
                    height <= limits::kMaxDrawnPixels / width && payload.size() - kHead == std::size_t{width} * height;
  if (!fits) return "sent a picture it may not send";
  report_.picture = GreyImage{static_cast<int>(width), static_cast<int>(height), {payload.begin() + kHead, payload.end()}};
  return {};
}

std::string Listener::hear_failure(ByteReader in) {
  const std::uint8_t fault = in.u8();
  const std::string message = in.string();
  if (in.failed() || !in.at_end() || !valid_utf8(message)) return "sent a failure that is not well-formed";
  finished_ = true;
  // Once it may have read the document, a worker does not get to say that the machine is at fault: that would stop the whole run.
  const bool whole_machine = fault == static_cast<std::uint8_t>(Fault::kEnvironment) && !ready_;
  const bool document = fault == static_cast<std::uint8_t>(Fault::kDocument);
  report_.ending = {How::kFailure, {whole_machine ? Fault::kEnvironment : document ? Fault::kDocument : Fault::kWorker, one_line(message)}};
  return {};
}

// How long the worker may take for the next thing it owes. Small frames between pages buy no time.
class Patience {
 public:
  explicit Patience(const Terms& terms) : terms_(terms), started_(Clock::now()), next_(started_ + terms.deadlines.start) {}

  void after(FrameType type) {
    const bool progress =
        type == FrameType::kReady || type == FrameType::kDocument || type == FrameType::kPage || type == FrameType::kMember;
    if (progress) next_ = Clock::now() + (terms_.role == Role::kOcr ? terms_.deadlines.ocr_page : terms_.deadlines.text_page);
    if (type == FrameType::kDone || type == FrameType::kFailure) next_ = Clock::now() + terms_.deadlines.end;
  }
  Clock::time_point next() const { return terms_.role == Role::kOcr ? next_ : std::min(next_, started_ + terms_.deadlines.text_document); }

 private:
  const Terms& terms_;
  Clock::time_point started_, next_;
};

// Listens until the pipe ends or nothing more is to be heard.
Incoming listen(WorkerProcess& process, Listener& listener, const Terms& terms) {
  Patience patience(terms);
  for (;;) {
    Incoming incoming = process.read_frame(patience.next());
    if (incoming.what != Incoming::What::kFrame) return incoming;
    if (std::string lie = listener.hear(incoming.frame); !lie.empty()) return {Incoming::What::kLie, {}, std::move(lie)};
    if (listener.not_taken()) return incoming;
    patience.after(static_cast<FrameType>(incoming.frame.type));
  }
}

Ending deadline_ending(const Listener& listener) {
  const char* what = !listener.ready()     ? "did not become ready in time"
                     : listener.finished() ? "did not end when it was done"
                                           : "took too long";
  return {How::kDeadline, worker_error(std::string("the reader ") + what)};
}

void conclude(Report& report, const Listener& listener, const Incoming& last, const Exit& exit) {
  if (listener.not_taken()) report.ending = {How::kNotTaken, *listener.not_taken()};
  if (last.what == Incoming::What::kLie) report.ending = {How::kLied, worker_error("the reader " + last.lie)};
  if (last.what == Incoming::What::kDeadline) report.ending = deadline_ending(listener);
  if (last.what != Incoming::What::kEnd) return;
  if (!listener.finished())
    report.ending = {How::kDied, worker_error("the reader " + (exit.clean() ? "ended before it was done" : describe(exit)))};
  else if (!exit.clean())
    report.notes.push_back({0, "the reader " + describe(exit) + " after it was done"});
}

}  // namespace

Report converse(Result<WorkerProcess> process, const Terms& terms) {
  Report report;
  if (!process) {
    report.ending = {How::kNotStarted, process.error()};
    return report;
  }
  Listener listener(terms, report);
  const Incoming last = listen(*process, listener, terms);
  const bool ending = last.what == Incoming::What::kEnd;
  conclude(report, listener, last, process->finish(ending ? Clock::now() + terms.deadlines.end : Clock::now()));
  return report;
}

}  // namespace foi::extract
