#pragma once
// The last build of an output: everything that it read, everything that it made, and what it reported. As
// long as all of that is as it was, a build has nothing to do but to report it again. Kept in a folder beside
// the output, which anybody may delete.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/recorded_disk.hpp"
#include "build/build.hpp"
#include "build/kept_bundles.hpp"
#include "write/build_record.hpp"
#include "write/known_zips.hpp"

namespace tailorbird {

/// "site/.dist.tailorbird-cache", without links on the way; empty when `out` can have no neighbour.
fs::path cache_folder(const fs::path& out);

/// What the last build reported, when a build for `request` would read the same, with the same program, and
/// write what is there already. Nothing when that is not certain.
std::optional<BuildReport> unchanged_build(const BuildRequest& request);

/// A build that has read nothing yet.
struct BuildStart {
  std::string key;         // SHA-256 of what decides besides its input
  std::int64_t clock = 0;  // coarse_clock
  RecordedDisk disk;       // to read through
  std::string options;     // SHA-256 of what decides about each bundle besides its input
  ZipsByPath zips;         // that this program made here before; they may be gone since
  KeptBundles bundles;     // the same
};

/// `request.files` must be the disk.
std::unique_ptr<BuildStart> start_build(const BuildRequest& request);

/// What a build wrote, in places of its own below `out`.
struct BuildOutput {
  const BuildRecord& record;              // of this build alone
  const std::vector<std::string>& units;  // as they were moved into place
  const ZipsByPath& zips;
  const KeptBundles& bundles;
};

/// Keeps a build that has just put its output in place, while it still holds the lock on it. Keeps nothing,
/// and forgets what was kept before, when an input changed meanwhile or something cannot be written: the next
/// build is then a whole one.
void keep_build(const BuildRequest& request, const BuildStart& start, const BuildOutput& output,
                const BuildReport& report);

}  // namespace tailorbird
