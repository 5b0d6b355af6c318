#include "base/worker_threads.hpp"

#include <new>
#include <tbb/global_control.h>

namespace tailorbird {

struct WorkerThreads::Scheduler {
  tbb::task_scheduler_handle handle{tbb::attach{}};
};

WorkerThreads::WorkerThreads() : scheduler_(std::make_unique<Scheduler>()) {}

WorkerThreads::~WorkerThreads() {
  tbb::finalize(scheduler_->handle,
                std::nothrow);  // false: something else holds the scheduler, so the threads stay
}

}  // namespace tailorbird
