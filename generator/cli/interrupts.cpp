#include "cli/interrupts.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <unistd.h>

namespace tailorbird {
namespace {

// What ends a program that does not ask: Ctrl-C, a service manager, a terminal that is closed.
constexpr auto numbers = std::to_array({SIGINT, SIGTERM, SIGHUP});

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
  for (const int number : numbers) {
    // A shell starts background jobs with SIGINT ignored, `nohup` with SIGHUP; that stays.
    if (std::signal(number, note_signal) == SIG_IGN) std::signal(number, SIG_IGN);
  }
}

Interrupts::~Interrupts() {
  if (stop_asked) return;
  for (const int number : numbers) std::signal(number, SIG_DFL);
}

const std::atomic<bool>& Interrupts::asked() const { return stop_asked; }

void Interrupts::end_program() const {
  const int number = signal_noted;
  std::signal(number, SIG_DFL);
  ::kill(::getpid(), number);
  std::_Exit(128 + number);  // should the signal be blocked
}

}  // namespace tailorbird
