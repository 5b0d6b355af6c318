#pragma once
// Runs a part of a test in a child process, which may be killed or drop its rights.

#include <csignal>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace tailorbird::test {

/// Runs `work` in a child process, whose exit status is its result. Returns that; 128 + the signal if killed.
template <typename Work>
int in_child(const Work& work) {
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/// Drops the rights of root, since root may write into read-only folders.
inline void become_nobody() {
  constexpr unsigned nobody = 65534;
  if (::geteuid() != 0) return;
  if (::setgid(nobody) != 0 || ::setuid(nobody) != 0) ::_exit(99);
}

}  // namespace tailorbird::test
