#include "cli/interrupts.hpp"

#include <csignal>
#include <cstdlib>
#include <unistd.h>

namespace tailorbird {
namespace {

std::atomic<bool> stop_asked = false;
std::atomic<int> signal_noted = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free,
              "a signal handler may write to nothing else");

extern "C" void note_signal(int number) {
  signal_noted = number;
  stop_asked = true;
  std::signal(number, SIG_DFL);
}

}  // namespace

Interrupts::Interrupts() {
  for (const int number : {SIGINT, SIGTERM}) {
    // A shell starts background jobs with SIGINT ignored; that stays.
    if (std::signal(number, note_signal) == SIG_IGN) std::signal(number, SIG_IGN);
  }
}

Interrupts::~Interrupts() {
  if (stop_asked) return;
  for (const int number : {SIGINT, SIGTERM}) std::signal(number, SIG_DFL);
}

const std::atomic<bool>& Interrupts::asked() const { return stop_asked; }

void Interrupts::end_program() const {
  const int number = signal_noted;
  std::signal(number, SIG_DFL);
  ::kill(::getpid(), number);
  std::_Exit(128 + number);  // should the signal be blocked
}

}  // namespace tailorbird
