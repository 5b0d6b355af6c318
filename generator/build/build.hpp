#pragma once
// The whole way from a folder to dist/: read, compile, tailor, check, render, write, swap. Used by the
// commands `build` and `check` (which renders and scans, but writes nothing).

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_files.hpp"
#include "base/result.hpp"
#include "build/shard.hpp"
#include "diag/diagnostic.hpp"
#include "tailor/edition.hpp"
#include "write/format.hpp"

namespace tailorbird {

/// Takes the files of one bundle in place of the formats that it asks for.
using OpenPackager = std::function<std::unique_ptr<Packager>(const Profile& profile, const Bundle& bundle,
                                                             OutputGuard& guard)>;

struct BuildRequest {
  fs::path root;
  const Files* files = &disk();  // what everything is read through; outlives the build
  fs::path out;                  // where to write, such as root/dist
  EditionFilter filter;
  std::optional<Shard> shard;           // of the editions that the filter names, those of one machine
  std::vector<std::string> formats;     // of those that each bundle asks for; empty: all of them
  std::vector<fs::path> theme_folders;  // where themes are looked for, first match wins
  fs::path data_folder;
  unsigned jobs = 0;  // threads; 0: one per core
  bool write = true;  // false: check only
  bool zip = true;
  bool strict = false;  // warnings stop the build too
  std::string today;    // an ISO date: pages whose review is overdue are named; empty: no day is looked at
  bool prune = false;   // remove what build.json lists and no profile asks for any more
  bool cache = false;   // do nothing when nothing has changed since the last build of `out` (last_build.hpp)
  /// For previews: who takes each bundle's files, also when there are errors. Nothing is written. May be
  /// null.
  OpenPackager packager;
  bool marks = false;  // the pages of previews (TailorOptions::marks)
  bool checks = true;  // false: only what is found on the way is reported; for previews
  /// When it becomes true the build fails as soon as it can, and writes nothing. May be null.
  const std::atomic<bool>* stop = nullptr;
  /// Called from any thread, one call at a time: pages of an edition that are done. May be null.
  std::function<void(std::string_view edition, std::size_t done, std::size_t total)> progress;
};

struct BuildReport {
  std::vector<Diagnostic> diagnostics;  // merged, with the severities that site.yaml gives them
  std::size_t edition_count = 0;        // made; those whose theme is unknown are not
  std::size_t page_count = 0;           // documents rendered
  std::uint64_t bytes = 0;              // written, zips included
  bool written = false;                 // the output was swapped in
  std::vector<std::string> pruned;      // "meander/managers/site": removed
  std::vector<std::string> stale;       // the same: no profile asks for it, but it was not to be removed
  std::vector<std::string> gone;        // pages of the last build whose addresses now lead nowhere
  std::vector<std::string> kept;        // files in the output's folders that are not Tailorbird's

  std::size_t count(Severity severity) const;
};

/// Whether somebody wants the build to end.
inline bool is_stopped(const BuildRequest& request) {
  return request.stop != nullptr && request.stop->load(std::memory_order_relaxed);
}

/// A project that was read, and whose pages are compiled while others already use it. Serves any number of
/// builds, side by side too.
class LoadedProject;

/// Fails when there is no content, or a folder cannot be listed. What has not changed since `before`, which
/// may be null, is not compiled again.
Result<std::shared_ptr<const LoadedProject>> load_project(const fs::path& root, unsigned jobs,
                                                          const Files& files = disk(),
                                                          const LoadedProject* before = nullptr);

/// Fails when it cannot run at all (no content, a filter that names nothing, disk full). Problems in the
/// content are in the report; with errors among them nothing is swapped in. The output does not depend on
/// `jobs`.
Result<BuildReport> build(const BuildRequest& request);
/// The same of a project that is loaded: `request.root` must be where it was loaded from.
Result<BuildReport> build(const BuildRequest& request, const LoadedProject& loaded);

}  // namespace tailorbird
