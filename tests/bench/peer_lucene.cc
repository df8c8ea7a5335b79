// Lucene with taxonomy facets, in a Java process that is told letters and queries a line each (LucenePeer.java) and times itself.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "indexer/model/vocabulary.h"
#include "tests/bench/peers.h"

namespace foi::bench {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void give_up(const char* what) {
  std::fprintf(stderr, "bench_search: Lucene: %s\n", what);
  std::exit(1);
}

// A child that reads lines and answers lines.
class Child {
 public:
  Child(const std::string& class_path, const std::string& dir) {
    int in[2], out[2];
    if (::pipe(in) != 0 || ::pipe(out) != 0) give_up("no pipe");
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(in[0], 0);
      ::dup2(out[1], 1);
      for (const int fd : {in[0], in[1], out[0], out[1]}) ::close(fd);
      ::execlp("java", "java", "-Xmx4g", "-cp", class_path.c_str(), "LucenePeer", dir.c_str(), static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    to_ = ::fdopen(in[1], "w");
    from_ = ::fdopen(out[0], "r");
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    std::fclose(to_);
    std::fclose(from_);
    ::waitpid(pid_, nullptr, 0);
    std::free(line_);
  }
  void say(const std::string& text) {
    std::fputs(text.c_str(), to_);
    std::fputc('\n', to_);
  }
  std::string hear() {
    std::fflush(to_);
    const ssize_t got = ::getline(&line_, &size_, from_);
    if (got <= 0) give_up("it ended; run it by hand to see why");
    return {line_, static_cast<std::size_t>(got)};
  }

 private:
  pid_t pid_ = -1;
  std::FILE *to_ = nullptr, *from_ = nullptr;
  char* line_ = nullptr;
  std::size_t size_ = 0;
};

class LucenePeer final : public Engine {
 public:
  LucenePeer(const std::string& class_path, const fs::path& dir) : child_(class_path, dir.string()) {}
  std::string name() const override { return "Lucene 8, taxonomy facets"; }
  void write(const EachLetter& letters) {
    letters([this](const Published& letter) {
      std::string line = "letter\t" + letter.record.id + '\t' + letter.record.title + '\t' + body_of(letter) + '\t' +
                         letter.record.authority->id + '\t' + std::to_string(year_of(letter)) + '\t' +
                         std::string(name_of(letter.record.outcome)) + '\t';
      for (const Citation& one : letter.record.exemptions) line += one.id + ' ';
      line += '\t';
      for (const std::string& one : letter.record.topics) line += one + ' ';
      child_.say(line);
    });
  }
  void open() {
    child_.say("open");
    if (child_.hear() != "ready\n") give_up("it did not open its index");
  }
  Answer ask(const corpus::SyntheticQuery& query, bool faceted) override {
    using Form = corpus::SyntheticQuery::Form;
    std::string line = faceted ? "facets\t" : "best\t";
    line += query.form == Form::kAny ? "or\t" : query.form == Form::kPhrase ? "phrase\t" : "and\t";
    for (const std::string& word : query.words) line += word + ' ';
    child_.say(line + '\t' + query.authority + '\t' + query.exemption);
    Answer out;
    unsigned long long total = 0, counts = 0;
    if (std::sscanf(child_.hear().c_str(), "%lf %llu %llu", &out.milliseconds, &total, &counts) != 3) give_up("an answer it does not give");
    out.total = total;
    out.counts = counts;
    return out;
  }

 private:
  Child child_;
};

}  // namespace

std::unique_ptr<Engine> lucene_peer(const fs::path& dir, const EachLetter& letters) {
  const char* class_path = std::getenv("FOI_BENCH_CLASSPATH");
  if (class_path == nullptr) return nullptr;
  const bool there = fs::exists(dir / "taxonomy");
  auto out = std::make_unique<LucenePeer>(class_path, dir);
  if (!there) out->write(letters);
  out->open();
  return out;
}

}  // namespace foi::bench
