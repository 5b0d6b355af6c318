#pragma once
// Loops over several threads whose results do not depend on how many there are.

#include <algorithm>
#include <cstddef>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace tailorbird {

/// Calls `work(index)` for 0 ≤ index < count on at most `jobs` threads (0: one per core, which is also the
/// most). The calls must not depend on each other; give each its own place for its result.
template <typename Work>
void parallel_for(std::size_t count, unsigned jobs, const Work& work) {
  if (jobs == 1) {
    for (std::size_t index = 0; index < count; ++index) work(index);
    return;
  }
  const int cores = tbb::info::default_concurrency();
  tbb::task_arena arena(
      jobs == 0 ? cores : static_cast<int>(std::min<std::size_t>(jobs, static_cast<std::size_t>(cores))));
  arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, work); });
}

}  // namespace tailorbird
