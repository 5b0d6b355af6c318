#pragma once
// Runs a piece of a test in a process of its own, which may be killed or give up rights.

#include <csignal>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace tailorbird::test {

/// The exit status of a child that runs `work` (its result is the status); 128 + the signal if it was killed.
template <typename Work>
int in_child(const Work& work) {
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/// Gives up the rights of root, which no read-only folder stops.
inline void become_nobody() {
  constexpr unsigned nobody = 65534;
  if (::geteuid() != 0) return;
  if (::setgid(nobody) != 0 || ::setuid(nobody) != 0) ::_exit(99);
}

}  // namespace tailorbird::test
