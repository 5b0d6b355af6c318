#include <csignal>

#include "base/worker_threads.hpp"
#include "cli/app.hpp"

int main(int count, char** arguments) {
  // A file that grows over the limit of `ulimit -f` is then an error like others, with a message.
  std::signal(SIGXFSZ, SIG_IGN);
  const tailorbird::WorkerThreads threads;
  return tailorbird::run_command_line({arguments + 1, arguments + count});
}
