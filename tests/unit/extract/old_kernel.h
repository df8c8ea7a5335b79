// Older kernels, for tests.
#pragma once

#include <gtest/gtest.h>
#include <seccomp.h>

#include <cerrno>
#include <initializer_list>
#include <memory>
#include <thread>

namespace foi::extract {

// Runs action as on a kernel that answers these system calls with an error: the filter holds for one thread and the workers it starts.
template <class Action>
void on_kernel_without(std::initializer_list<int> calls, Action action) {
  std::jthread([&] {
    const std::unique_ptr<void, void (*)(void*)> filter(seccomp_init(SCMP_ACT_ALLOW), seccomp_release);
    for (const int call : calls) ASSERT_EQ(seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), call, 0), 0);
    ASSERT_EQ(seccomp_load(filter.get()), 0);
    action();
  }).join();
}

}  // namespace foi::extract
