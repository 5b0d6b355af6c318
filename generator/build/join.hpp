#pragma once
// Puts the shards of a build together: the same bytes as one build of everything.

#include <cstddef>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

struct JoinRequest {
  std::vector<fs::path> shards;  // folders that `tailorbird build --shard` wrote, in any order
  fs::path out;
  bool prune = false;  // remove earlier output that is in no shard
};

struct JoinReport {
  std::vector<std::string> problems;  // with the shards; when there are some, nothing is written
  std::size_t bundles = 0;            // in one format each
  std::size_t files = 0;
  std::vector<std::string> pruned;  // as in BuildReport
  std::vector<std::string> stale;
  std::vector<std::string> kept;
};

/// Every shard must be there once, whole, and from one build: the same program, content and options. Fails
/// when something cannot be read or written.
Result<JoinReport> join(const JoinRequest& request);

}  // namespace tailorbird
