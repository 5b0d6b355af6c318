#pragma once
// Parallel loops whose results do not depend on the number of threads.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <thread>
#include <vector>

namespace tailorbird {

/// The number of threads for `jobs`: 0 means one per core, which is also the maximum.
inline int thread_count(unsigned jobs) {
  const int cores = tbb::info::default_concurrency();
  return jobs == 0 ? cores : static_cast<int>(std::min<std::size_t>(jobs, static_cast<std::size_t>(cores)));
}

/// Keeps the first exception of several threads for the thread that waits for them.
class FirstFailure {
 public:
  template <typename Work>
  void guard(const Work& work) {
    try {
      work();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
  }
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::mutex mutex_;
  std::exception_ptr failure_;
};

/// Calls `work(0)` to `work(threads - 1)` in parallel, and rethrows an exception of any of them.
template <typename Work>
void on_threads(int threads, const Work& work) {
#ifdef TAILORBIRD_PLAIN_THREADS  // the thread sanitizer cannot see into TBB
  FirstFailure failure;
  {
    std::vector<std::jthread> others;
    for (int thread = 1; thread < threads; ++thread)
      others.emplace_back([&, thread] { failure.guard([&] { work(thread); }); });
    failure.guard([&] { work(0); });
  }
  failure.rethrow();
#else
  tbb::task_arena arena(threads);
  arena.execute([&] { tbb::parallel_for(0, threads, work, tbb::simple_partitioner()); });
#endif
}

/// Calls `work(index)` for 0 ≤ index < count on at most `jobs` threads. The calls must be independent; give
/// each its own place for its result. They start in order of index, so that they can follow a producer thread
/// closely. After an exception, which is rethrown, no further calls start. May be nested: idle threads help
/// the inner loops.
template <typename Work>
void parallel_for(std::size_t count, unsigned jobs, const Work& work) {
  const int threads = thread_count(jobs);
  std::atomic<std::size_t> next = 0;
  const auto take_turns = [&](int) {
    try {
      for (std::size_t index = next++; index < count; index = next++) work(index);
    } catch (...) {
      next = count;
      throw;
    }
  };
  if (threads == 1 || count < 2) return take_turns(0);
  on_threads(threads, take_turns);
}

}  // namespace tailorbird
