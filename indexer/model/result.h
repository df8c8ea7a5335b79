// Result<T>: a value, or an Error that says whose fault it is. Nothing of ours throws across a module edge; a Result that is ignored does
// not compile. Thread safety: a value type, like std::variant.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace foi {

// Whose fault an error is, and so what the run does about it: skip the document, start a new worker, stop, or tell the caller.
enum class Fault {
  kDocument,     // these bytes cannot be read; the run goes on
  kWorker,       // the process that read them failed (crash, hang, bad answer); the run goes on
  kEnvironment,  // disk, memory, missing program, damaged library: nothing can go on
  kUsage,        // the caller asked for something that makes no sense
};

struct Error {
  Fault fault = Fault::kEnvironment;
  // One line for the person who reads it: what failed, on which thing, what to do.
  std::string message;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Precondition: ok().
  T& value() & { return assert(ok()), std::get<0>(state_); }
  const T& value() const& { return assert(ok()), std::get<0>(state_); }
  T&& value() && { return assert(ok()), std::get<0>(std::move(state_)); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }

  // Precondition: !ok().
  const Error& error() const { return assert(!ok()), std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Unit {};
// The result of something done for its effect.
using Status = Result<Unit>;
inline Status success() { return Unit{}; }

inline Error document_error(std::string message) { return {Fault::kDocument, std::move(message)}; }
inline Error worker_error(std::string message) { return {Fault::kWorker, std::move(message)}; }
inline Error environment_error(std::string message) { return {Fault::kEnvironment, std::move(message)}; }
inline Error usage_error(std::string message) { return {Fault::kUsage, std::move(message)}; }

}  // namespace foi
