// Preloaded into foi-index: the one allocation (operator new) whose number it was given fails, as in a process at its memory limit.
//   FOI_MEMORY_LOG=FILE  when the program ends: how many allocations there were
//   FOI_MEMORY_AT=N      one-based; 0 or unset: none fails
#include <new>

#include "tests/fakes/preload.h"

namespace {

class Counting : public foi::preload::Plan {
 public:
  Counting() : Plan("FOI_MEMORY_AT", "FOI_MEMORY_LOG") {}
  ~Counting() { log(std::to_string(count()).c_str(), "allocations"); }
};

bool is_exhausted() {
  // What it allocates itself while it is made is not counted.
  static thread_local bool inside = false;
  if (inside) return false;
  inside = true;
  static Counting counting;
  const bool exhausted = !counting.idle() && counting.count() == counting.number();
  inside = false;
  return exhausted;
}

}  // namespace

void* operator new(std::size_t size) {
  void* memory = is_exhausted() ? nullptr : std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
