#pragma once
// Joins the shards of a build into the output that one build of everything would have written, byte for byte.

#include <cstddef>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

struct JoinRequest {
  std::vector<fs::path> shards;  // folders written by `tailorbird build --shard`, in any order
  fs::path out;
  bool prune = false;  // remove earlier output that is in no shard
};

struct JoinReport {
  std::vector<std::string> problems;  // with the shards; if there are any, nothing is written
  std::size_t bundles = 0;            // in one format each
  std::size_t files = 0;
  std::vector<std::string> pruned;  // as in BuildReport
  std::vector<std::string> stale;
  std::vector<std::string> kept;
};

/// Joins the shards. Each must be present once, complete, and made by the same program from the same content
/// and options. Fails when something cannot be read or written.
Result<JoinReport> join(const JoinRequest& request);

}  // namespace tailorbird
