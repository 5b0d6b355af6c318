#pragma once
// The threads that loops (base/parallel.hpp) leave waiting for more work.

#include <memory>

namespace tailorbird {

/// Ends the program's worker threads when it goes, and waits for them. `main` keeps one: OpenSSL tidies up
/// when the process exits, as cpp-httplib starts it with that in mind before `main` begins, and a thread that
/// ends meanwhile would ask it for locks that are gone.
class WorkerThreads {
 public:
  WorkerThreads();
  ~WorkerThreads();
  WorkerThreads(const WorkerThreads&) = delete;
  WorkerThreads& operator=(const WorkerThreads&) = delete;

 private:
  struct Scheduler;
  std::unique_ptr<Scheduler> scheduler_;
};

}  // namespace tailorbird
