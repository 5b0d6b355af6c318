#pragma once
// Ctrl-C, SIGTERM and SIGHUP as a question instead of an end: a build that is asked to stop clears up first.

#include <atomic>

namespace tailorbird {

/// While it lives, the first of these signals is only noted; a second one ends the program at once. There is
/// one at a time.
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
