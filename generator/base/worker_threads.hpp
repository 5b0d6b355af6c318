#pragma once
// Joins the worker threads of parallel loops (base/parallel.hpp) before the process exits.

#include <memory>

namespace tailorbird {

/// The destructor ends the worker threads and waits for them. `main` holds one: OpenSSL, which cpp-httplib
/// initialises before `main` begins, destroys its locks in an exit handler, and a thread that ended later
/// would use them.
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
