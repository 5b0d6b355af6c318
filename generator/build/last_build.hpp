#pragma once
// The cache of an output's last build: what it read, made and reported. While all of that is unchanged, a
// build only repeats the report. Kept in a folder beside the output, which may be deleted at any time.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/recorded_disk.hpp"
#include "build/build.hpp"
#include "build/kept_bundles.hpp"
#include "build/kept_records.hpp"
#include "write/build_record.hpp"
#include "write/known_output.hpp"
#include "write/known_zips.hpp"

namespace tailorbird {

/// "site/.dist.tailorbird-cache", with symbolic links resolved; empty when `out` cannot have a sibling.
fs::path cache_folder(const fs::path& out);

/// Whether a build of `out` has left its cache there.
bool has_cache(const fs::path& out);

/// The last build's report if a build for `request` would read the same with the same program, and write what
/// is there already. Nothing when that is not certain.
std::optional<BuildReport> unchanged_build(const BuildRequest& request);

/// The last check's report if a check for `request` would read the same with the same program, of the same
/// options and day. Nothing when that is not certain.
std::optional<BuildReport> unchanged_check(const BuildRequest& request);

/// The state of a build or a check before it reads anything.
struct BuildStart {
  std::string key;         // SHA-256 of everything but its input
  std::int64_t clock = 0;  // coarse_clock
  RecordedDisk disk;       // records what the build reads
  std::string options;     // SHA-256 of everything but its input that each bundle depends on
  ZipsByPath zips;         // that this program made here before; they may have been removed since
  KeptBundles bundles;     // of the last build, under the same proviso
  KnownOutput output;      // as it left them
};

/// `request.files` must be the disk.
std::unique_ptr<BuildStart> start_build(const BuildRequest& request);

/// What a build wrote below `out`.
struct BuildOutput {
  const BuildRecord& record;              // of this build alone, without entries of earlier ones
  const std::vector<std::string>& units;  // that are in place
  const ZipsByPath& zips;
  const KeptRecords& bundles;
  const std::map<std::string, std::string>& phrases;  // KeptBundles::phrases
};

/// Saves a build whose output has just been moved into place; the caller still holds the lock on it. When an
/// input has changed meanwhile or something cannot be written, saves nothing and deletes what was saved
/// before, so that the next build is a full one.
void keep_build(const BuildRequest& request, const BuildStart& start, const BuildOutput& output,
                const BuildReport& report);

/// Saves a check for unchanged_check, whatever it found, in the cache that a build has left. When an input
/// has changed meanwhile or something cannot be written, saves nothing. Any number of checks and builds may
/// run at the same time.
void keep_check(const BuildRequest& request, const BuildStart& start, const BuildReport& report);

}  // namespace tailorbird
