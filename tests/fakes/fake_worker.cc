// A worker that does what no worker should. The parent tells every worker a hint (for text) or languages (for OCR): here they name the
// misdeed. Every mode is a row of kModes; tests/unit/extract/extractor_test.cc says what must come of each.
#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/wire.h"
#include "indexer/model/codec.h"
#include "indexer/model/document.h"

extern char** environ;

namespace {

using namespace foi;
using namespace foi::extract;

// What the parent asked for, and the mode.
struct Asked {
  std::string mode;
  std::uint32_t first = 1, last = 3;
  bool ocr = false, draw = false, check = false;
};

void put(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(kReplyDescriptor, bytes.data(), bytes.size());
    if (written <= 0) ::_exit(9);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void send(FrameType type, std::string_view payload) { put(frame_bytes(type, payload)); }

void send_ready() { send(FrameType::kReady, std::string_view("\1", 1)); }

void send_document(std::uint32_t pages, std::string_view media_type = "application/pdf") {
  ByteWriter out;
  out.string(media_type);
  out.u32(pages);
  out.string("fake 1");
  send(FrameType::kDocument, out.bytes());
}

std::string page_payload(std::uint32_t number, PageSource source, const std::string& text, bool needs_ocr = false) {
  ByteWriter out;
  out.u8(needs_ocr ? 1 : 0);
  Page page;
  page.number = number;
  page.source = source;
  page.text = text;
  page.width = 595;
  page.height = 842;
  if (text.size() >= 4) page.words.push_back({0, 4, {72, 72, 100, 84}, 1});
  encode(out, page);
  return std::move(out).take();
}

void send_page(std::uint32_t number, const std::string& text = "page text", bool needs_ocr = false) {
  send(FrameType::kPage, page_payload(number, PageSource::kText, text, needs_ocr));
}

void send_note(std::uint32_t page, std::string_view what) {
  ByteWriter out;
  out.u32(page);
  out.string(what);
  send(FrameType::kNote, out.bytes());
}

void send_failure(Fault fault, std::string_view message) {
  ByteWriter out;
  out.u8(static_cast<std::uint8_t>(fault));
  out.string(message);
  send(FrameType::kFailure, out.bytes());
}

void send_done() { send(FrameType::kDone, {}); }

void begin(std::uint32_t pages = 3) {
  send_ready();
  send_document(pages);
}

void good() {
  begin();
  for (std::uint32_t page = 1; page <= 3; ++page) send_page(page);
  send_done();
}

[[noreturn]] void crash() {
  ::signal(SIGSEGV, SIG_DFL);
  ::raise(SIGSEGV);
  ::_exit(8);
}

[[noreturn]] void hang() {
  for (;;) ::pause();
}

// A document of one page whose text is what the worker finds out about itself.
void report(const std::string& text) {
  begin(1);
  send_page(1, text);
  send_done();
}

void report_descriptors() {
  std::string text;
  for (int fd = 0; fd < 256; ++fd) {
    struct stat file {};
    if (::fstat(fd, &file) == 0) text += std::to_string(fd) + " ";
  }
  report(text);
}

void report_environment() {
  std::string text;
  for (char** variable = environ; *variable != nullptr; ++variable) text += std::string(*variable) + "\n";
  report(text);
}

void report_writing_to_document() {
  const bool written = ::pwrite(kDocumentDescriptor, "x", 1, 0) == 1;
  report(written ? "written" : std::strerror(errno));
}

void report_signals() {
  struct sigaction action {};
  ::sigaction(SIGPIPE, nullptr, &action);
  sigset_t mask;
  ::sigprocmask(SIG_SETMASK, nullptr, &mask);
  const bool plain = action.sa_handler == SIG_DFL && ::sigismember(&mask, SIGTERM) == 0 && ::getpgrp() == ::getpid();
  report(plain ? "plain" : "not plain");
}

void chatter() {
  const std::string noise(1 << 20, 'x');
#ifdef FOI_SANITIZED  // where the error stream is the parent's
  const std::array streams{STDOUT_FILENO};
#else
  const std::array streams{STDOUT_FILENO, STDERR_FILENO};
#endif
  for (const int fd : streams)
    for (int i = 0; i < 8; ++i)
      if (::write(fd, noise.data(), noise.size()) < 0) break;
  good();
}

void drip() {
  begin();
  const std::string frame = frame_bytes(FrameType::kPage, page_payload(1, PageSource::kText, std::string(100'000, 'a')));
  for (const char& byte : frame) {
    put({&byte, 1});
    ::usleep(5'000);
  }
}

void drip_notes() {
  begin();
  for (;;) {
    send_note(1, "still busy");
    ::usleep(5'000);
  }
}

void flood_of_notes() {
  begin();
  for (;;) send_note(0, "x");
}

void send_member(std::string_view name, std::uint64_t bytes) {
  ByteWriter out;
  out.string(name);
  out.u64(bytes);
  send(FrameType::kMember, out.bytes());
}

// What a member may be: in pieces, empty, between pages.
void members() {
  begin(1);
  send_member("letter.txt", 10);
  send(FrameType::kMemberBytes, "Dear ");
  send(FrameType::kMemberBytes, "reade");
  send_page(1);
  send_member("empty", 0);
  send_done();
}

void member_cut_short() {
  begin(1);
  send_member("letter.txt", 10);
  send(FrameType::kMemberBytes, "Dear");
  send_page(1);
}

void member_too_long() {
  begin(1);
  send_member("letter.txt", 3);
  send(FrameType::kMemberBytes, "Dear");
}

void member_done_early() {
  begin(1);
  send_member("letter.txt", 3);
  send_done();
}

void member_huge() {
  begin(1);
  send_member("letter.txt", 1ull << 40);
}

void member_bytes_first() {
  begin(1);
  send(FrameType::kMemberBytes, "Dear");
}

void member_bad_name() {
  begin(1);
  send_member("\xFF\xFE", 3);
}

void members_for_ever() {
  begin(1);
  for (;;) send_member("letter.txt", 0);
}

void members_too_large_together() {
  begin(1);
  const std::string megabyte(1 << 20, 'x');
  for (int i = 0; i < 10; ++i) {
    send_member("letter.txt", 60u << 20);
    for (int piece = 0; piece < 60; ++piece) send(FrameType::kMemberBytes, megabyte);
  }
}

void send_left_out(std::string_view name) {
  ByteWriter out;
  out.string(name);
  send(FrameType::kLeftOut, out.bytes());
}

void left_out() {
  begin(1);
  send_left_out("one.txt");
  send_page(1);
  send_left_out("two\n\u202E.txt");
  send_done();
}

void left_out_for_ever() {
  begin(1);
  for (;;) send_left_out("letter.txt");
}

void left_out_bad_name() {
  begin(1);
  send_left_out("\xFF\xFE");
}

void send_link(const CellLink& link) {
  ByteWriter out;
  encode(out, link);
  send(FrameType::kCellLink, out.bytes());
}

void links() {
  begin(1);
  send_link({1, 2, 3, "before its page.pdf"});
  send_page(1);
  send_link({1, 2, 3, "a.pdf"});
  send_done();
}

void flood_of_links() {
  begin(1);
  for (;;) send_link({1, 1, 1, "a.pdf"});
}

// One frame after another that is neither too large nor ill-formed, for ever.
void flood_of_text() {
  begin(5'000);
  const std::string text(7 << 20, 'a');
  for (std::uint32_t page = 1; page <= 5'000; ++page) send_page(page, text);
}

void flood_of_bytes() {
  const std::string noise(1 << 20, '\x7f');
  for (;;) put(noise);
}

void lie_about_length(std::uint32_t length) {
  begin();
  std::string header(kFrameHeaderBytes, '\0');
  for (unsigned i = 0; i < 4; ++i) header[i] = static_cast<char>((length >> (8 * i)) & 0xff);
  header[4] = static_cast<char>(FrameType::kPage);
  put(header);
  put("little");
  hang();
}

void half_a_frame() {
  begin();
  send_page(1);
  const std::string frame = frame_bytes(FrameType::kPage, page_payload(2, PageSource::kText, "lost text"));
  put(std::string_view(frame).substr(0, frame.size() / 2));
  crash();
}

// A page whose words lie outside its text: the encoder does not look.
void words_outside() {
  begin(1);
  ByteWriter out;
  out.u8(0);
  Page page;
  page.text = "four";
  page.words.push_back({2, 400'000, {}, 1});
  encode(out, page);
  send(FrameType::kPage, out.bytes());
  send_done();
}

void claim_many_words() {
  begin(1);
  ByteWriter out;
  out.u8(0);
  Page page;
  encode(out, page);
  std::string payload = std::move(out).take();
  payload.pop_back();  // the number of words, which was none
  ByteWriter count;
  count.varint(1ull << 60);
  send(FrameType::kPage, payload + count.bytes());
  send_done();
}

// Leaves a process behind that holds the pipe open.
void leave_child() {
  if (::fork() == 0) hang();
  good();
}

// A few dozen processes of its group, each with the pipe open.
void fork_on_and_on() {
  begin();
  for (int i = 0; i < 30; ++i)
    if (::fork() == 0) hang();
  hang();
}

#ifndef FOI_SANITIZED  // which needs more address space than there is
// Takes memory until there is no more, and does not mind what comes of it.
void hoard_memory() {
  begin();
  const rlimit little{64u << 20, 64u << 20};
  ::setrlimit(RLIMIT_AS, &little);
  std::vector<std::string> hoard;
  for (std::size_t taken = 0; taken < 1u << 10; ++taken) hoard.emplace_back(8u << 20, 'x');
}
#endif

void close_and_hang() {
  begin();
  send_page(1);
  ::close(kReplyDescriptor);
  hang();
}

// Pages 1 to 14: 2 and 9 to 14 have no usable text of their own, 4 and 5 have some; all of those ask for OCR.
void scans() {
  begin(14);
  for (std::uint32_t number = 1; number <= 14; ++number) {
    const bool hopeless = number == 2 || number >= 9;
    const bool doubtful = number == 4 || number == 5;
    if (hopeless)
      send(FrameType::kPage, page_payload(number, PageSource::kNone, "g@rb@ge", true));
    else
      send_page(number, "own text of page " + std::to_string(number), doubtful);
  }
  send_done();
}

void long_scan() {
  begin(200);
  for (std::uint32_t number = 1; number <= 200; ++number) send(FrameType::kPage, page_payload(number, PageSource::kNone, "", true));
  send_done();
}

struct Mode {
  std::string_view name;
  void (*run)();
};

constexpr std::array kModes{
    Mode{"good", good},
    Mode{"descriptors", report_descriptors},
    Mode{"environment", report_environment},
    Mode{"documentwrite", report_writing_to_document},
    Mode{"signals", report_signals},
    Mode{"nopages", [] { begin(0), send_done(); }},
    Mode{"fewpages", [] { begin(), send_page(2), send_done(); }},
    Mode{"remarks", [] { begin(1), send_note(1, "one\nline"), send_note(0, "whole"), send_page(1), send_done(); }},
    Mode{"chatter", chatter},
    Mode{"crashstart", crash},
    Mode{"crashready", [] { send_ready(), crash(); }},
    Mode{"crashdocument", [] { begin(), crash(); }},
    Mode{"crashmid", [] { begin(), send_page(1), crash(); }},
    Mode{"crashdone", [] { good(), crash(); }},
    Mode{"halfframe", half_a_frame},
    Mode{"abort", [] { begin(), ::raise(SIGABRT); }},
    Mode{"killed", [] { begin(), ::raise(SIGKILL); }},  // as the system does when memory runs out
    Mode{"stopped", [] { begin(), ::raise(SIGSTOP); }},
    Mode{"forkbomb", fork_on_and_on},
#ifndef FOI_SANITIZED
    Mode{"hoard", hoard_memory},
#endif
    Mode{"exitearly", [] { ::_exit(0); }},
    Mode{"exitmid", [] { begin(), send_page(1), ::_exit(0); }},
    Mode{"exitcode", [] { begin(), ::_exit(3); }},
    Mode{"hangstart", [] { hang(); }},
    Mode{"hangready", [] { send_ready(), hang(); }},
    Mode{"hangmid", [] { begin(), send_page(1), hang(); }},
    Mode{"hangdone", [] { good(), hang(); }},
    Mode{"deaf", [] { ::signal(SIGTERM, SIG_IGN), begin(), hang(); }},
    Mode{"closehang", close_and_hang},
    Mode{"drip", drip},
    Mode{"dripnotes", drip_notes},
    Mode{"floodnotes", flood_of_notes},
    Mode{"members", members},
    Mode{"membershort", member_cut_short},
    Mode{"memberlong", member_too_long},
    Mode{"memberdone", member_done_early},
    Mode{"memberhuge", member_huge},
    Mode{"memberbytes", member_bytes_first},
    Mode{"membername", member_bad_name},
    Mode{"membersmany", members_for_ever},
    Mode{"memberslarge", members_too_large_together},
    Mode{"leftout", left_out},
    Mode{"leftoutmany", left_out_for_ever},
    Mode{"leftoutname", left_out_bad_name},
    Mode{"links", links},
    Mode{"linkbeyond",
         [] {
           begin(1), send_link({2, 1, 1, "a.pdf"}), send_done();
         }},
    Mode{"linkpage0",
         [] {
           begin(1), send_link({0, 1, 1, "a.pdf"}), send_done();
         }},
    Mode{"linkutf8",
         [] {
           begin(1), send_link({1, 1, 1, "a\xff.pdf"}), send_done();
         }},
    Mode{"linklong",
         [] {
           begin(1), send_link({1, 1, 1, std::string(701, 'a')}), send_done();
         }},
    Mode{"floodlinks", flood_of_links},
    Mode{"floodtext", flood_of_text},
    Mode{"floodbytes", flood_of_bytes},
    Mode{"liehuge", [] { lie_about_length(0xffff'ffff); }},
    Mode{"lielarge", [] { lie_about_length(30u << 20); }},
    Mode{"badutf8", [] { begin(), send_page(1, "bad \xff text"), send_done(); }},
    Mode{"badnote", [] { begin(), send_note(1, "bad \xc3"), send_page(1), send_done(); }},
    Mode{"badmedia", [] { send_ready(), send_document(1, "text/html\r\nX: y"), send_page(1), send_done(); }},
    Mode{"wordsoutside", words_outside},
    Mode{"manywords", claim_many_words},
    Mode{"manypages", [] { begin(4'000'000'000u), send_page(1), send_done(); }},
    Mode{"pagefirst", [] { send_ready(), send_page(1), send_done(); }},
    Mode{"notready", [] { send_document(1), send_page(1), send_done(); }},
    Mode{"readytwice", [] { send_ready(), begin(), send_done(); }},
    Mode{"documenttwice", [] { begin(), send_document(3), send_done(); }},
    Mode{"doneearly", [] { send_ready(), send_done(); }},
    Mode{"descending", [] { begin(), send_page(2), send_page(1), send_done(); }},
    Mode{"repeated", [] { begin(), send_page(1), send_page(1), send_done(); }},
    Mode{"pagezero", [] { begin(), send_page(0), send_done(); }},
    Mode{"beyond", [] { begin(), send_page(4), send_done(); }},
    Mode{"notebeyond", [] { begin(), send_note(9'999, "x"), send_done(); }},
    Mode{"isocr", [] { begin(), send(FrameType::kPage, page_payload(1, PageSource::kOcr, "text")), send_done(); }},
    Mode{"unknowntype", [] { begin(), put(frame_bytes(static_cast<FrameType>(99), "?")), send_done(); }},
    Mode{"emptyframe", [] { begin(), send(FrameType::kPage, {}), send_done(); }},
    Mode{"tailedpage", [] { begin(), send(FrameType::kPage, page_payload(1, PageSource::kText, "text") + "tail"), send_done(); }},
    Mode{"afterdone", [] { good(), send_page(1); }},
    Mode{"afterfailure", [] { begin(), send_failure(Fault::kDocument, "encrypted"), send_done(); }},
    Mode{"encrypted", [] { begin(0), send_failure(Fault::kDocument, "encrypted with a password"); }},
    Mode{"failmid", [] { begin(), send_page(1), send_failure(Fault::kDocument, "truncated"); }},
    Mode{"nomodel", [] { send_failure(Fault::kEnvironment, "no such language"); }},
    Mode{"blame", [] { begin(), send_failure(Fault::kEnvironment, "your disk is full"); }},
    Mode{"blameusage", [] { begin(), send_failure(Fault::kUsage, "you asked wrongly"); }},
    Mode{"leavechild", leave_child},
    Mode{"scans", scans},
    Mode{"longscan", long_scan},
};

// A page read by OCR as asked, or the misdeed that a mode of the form "crash4" does when its page has come.
void ocr_page(const Asked& asked, std::uint32_t number) {
  const auto now = [&](std::string_view misdeed) { return asked.mode == std::string(misdeed) + std::to_string(number); };
  if (now("crash") || asked.mode == "crashall") crash();
  if (now("hang")) hang();
  if (now("beyond")) return send(FrameType::kPage, page_payload(asked.last + 1, PageSource::kOcr, "not asked for"));
  if (now("text")) return send(FrameType::kPage, page_payload(number, PageSource::kText, "no OCR"));
  if (now("blank")) return send(FrameType::kPage, page_payload(number, PageSource::kOcr, ""));
  if (now("skip")) return;
  if (now("fail")) {
    send_failure(Fault::kDocument, "needs more memory than is allowed");
    ::_exit(0);
  }
  send(FrameType::kPage, page_payload(number, PageSource::kOcr, "OCR of page " + std::to_string(number)));
}

void ocr(const Asked& asked) {
  if (asked.mode == "nomodel") return send_failure(Fault::kEnvironment, "no such language");
  if (asked.mode == "crashstart") crash();
  send_ready();
  if (asked.mode == "unreadable") return send_failure(Fault::kDocument, "damaged");
  send_document(asked.last - asked.first + 1);
  if (asked.mode == "slow") ::usleep(2'000);
  send_note(0, "one note of every worker");
  for (std::uint32_t page = asked.first; page <= asked.last; ++page) ocr_page(asked, page);
  send_done();
}

// "--pages=3-8"
void take_pages(std::string_view value, Asked& asked) {
  asked.first = static_cast<std::uint32_t>(std::stoul(std::string(value.substr(0, value.find('-')))));
  asked.last = static_cast<std::uint32_t>(std::stoul(std::string(value.substr(value.find('-') + 1))));
}

Asked parse(int argc, char** argv) {
  Asked asked;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const std::string_view value = argument.substr(std::min(argument.size(), argument.find('=') + 1));
    if (argument.starts_with("--hint=")) asked.mode = value;
    if (argument.starts_with("--languages=")) asked.mode = value, asked.ocr = true;
    if (argument.starts_with("--page=")) asked.draw = true;
    if (argument.starts_with("--width=")) asked.last = static_cast<std::uint32_t>(std::stoul(std::string(value)));
    if (argument.starts_with("--pages=")) take_pages(value, asked);
    if (argument == "--check") asked.check = true;
  }
  return asked;
}

// The misdeeds of a worker that draws: the width asked for names them, since nothing else of the request is free.
void draw(std::uint32_t width) {
  const auto picture = [](std::uint32_t wide, std::uint32_t high, std::size_t bytes) {
    ByteWriter out;
    out.u32(wide);
    out.u32(high);
    send(FrameType::kPicture, std::move(out).take() + std::string(bytes, '\xff'));
  };
  switch (width) {
    case 101:
      crash();
    case 102:
      hang();
    case 103:
      return send_ready(), send_document(1), send_done();
    case 104:
      return send_ready(), send_document(1), picture(10, 10, 99), send_done();
    case 105:
      return send_ready(), send_document(1), picture(106, 1, 106), send_done();
    case 106:
      return send_ready(), send_document(1), picture(0, 10, 0), send_done();
    case 107:
      return send_ready(), send_document(1), picture(100, 0xffff'ffff, 100), send_done();
    case 108:
      return send_ready(), send_document(1), picture(10, 10, 100), picture(10, 10, 100), send_done();
    case 109:
      return send_ready(), send_document(1), send_page(1), send_done();
    case 110:
      return send_ready(), picture(10, 10, 100), send_done();
    case 111:
      return send_ready(), send_document(1), send(FrameType::kPicture, "short"), send_done();
    case 112:
      return send_ready(), send_document(1), picture(10, 10, 100), crash();
    case 113:
      return send_ready(), send_failure(Fault::kEnvironment, "your disk is full");
    default:
      return send_ready(), send_document(1), picture(10, 10, 100), send_done();
  }
}

void check(const Asked& asked) {
  if (asked.mode == "nomodel") return send_failure(Fault::kEnvironment, "no such language");
  if (asked.mode == "crashstart") crash();
  send_ready();
  if (asked.mode == "talkative") send_document(1);
  send_done();
}

}  // namespace

int main(int argc, char** argv) {
  const Asked asked = parse(argc, argv);
  if (asked.check) return check(asked), 0;
  if (asked.ocr) return ocr(asked), 0;
  if (asked.draw) return draw(asked.last), 0;
  const auto* mode = std::find_if(kModes.begin(), kModes.end(), [&](const Mode& m) { return m.name == asked.mode; });
  if (mode == kModes.end()) return 7;
  mode->run();
  return 0;
}
