#pragma once
// Turns Ctrl-C, SIGTERM and SIGHUP into a request to stop, so that a build can clean up first.

#include <atomic>

namespace tailorbird {

/// During its lifetime the first of these signals only sets asked(); a second one ends the program at once.
/// Only one may exist at a time.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  const std::atomic<bool>& asked() const;
  /// Ends the program with the signal that was noted, so that shells and service managers see it.
  [[noreturn]] void end_program() const;
};

}  // namespace tailorbird
