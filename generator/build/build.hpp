#pragma once
// The build pipeline from a project folder to dist/: read, compile, tailor, check, render, write, swap. Used
// by the commands `build` and `check` (which renders and scans, but writes nothing).

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_files.hpp"
#include "base/result.hpp"
#include "build/gone_addresses.hpp"
#include "build/shard.hpp"
#include "diag/diagnostic.hpp"
#include "tailor/edition.hpp"
#include "write/format.hpp"

namespace tailorbird {

/// Creates the packager that receives a bundle's files instead of the formats that the bundle declares.
using OpenPackager = std::function<std::unique_ptr<Packager>(const Profile& profile, const Bundle& bundle,
                                                             OutputGuard& guard)>;

struct BuildRequest {
  fs::path root;
  const Files* files = &disk();  // everything is read through it; must outlive the build
  fs::path out;                  // the output folder, such as root/dist
  EditionFilter filter;
  std::optional<Shard> shard;  // builds only this machine's share of the editions that the filter selects
  std::vector<std::string> formats;     // restricts the formats that each bundle declares; empty: all of them
  std::vector<fs::path> theme_folders;  // where themes are searched; the first match wins
  fs::path data_folder;
  unsigned jobs = 0;  // threads; 0: one per core
  bool write = true;  // false: check only
  bool zip = true;
  bool strict = false;  // warnings stop the build too
  std::string today;    // an ISO date, to report pages whose review is overdue; empty: no such check
  bool prune = false;   // remove output that build.json lists and no profile declares any more
  bool cache = false;   // do nothing when nothing has changed since the last build of `out` (last_build.hpp)
  /// For previews: receives each bundle's files, even when there are errors, and nothing is written. May be
  /// null.
  OpenPackager packager;
  bool marks = false;  // mark conditions for previews (TailorOptions::marks)
  bool checks = true;  // false: run no checks, for previews; only findings of the other stages are reported
  /// Cancels the build when it becomes true: it fails as soon as possible and writes nothing. May be null.
  const std::atomic<bool>* stop = nullptr;
  /// Called from any thread, one call at a time, with the number of an edition's pages that are done. May be
  /// null.
  std::function<void(std::string_view edition, std::size_t done, std::size_t total)> progress;
};

struct BuildReport {
  std::vector<Diagnostic> diagnostics;  // merged, with the severities that site.yaml gives them
  std::size_t edition_count = 0;        // made; those whose theme is unknown are not
  std::size_t page_count = 0;           // documents rendered
  std::uint64_t bytes = 0;              // written, zips included
  bool written = false;                 // the output was swapped in
  std::vector<std::string> pruned;      // "meander/managers/site": removed
  std::vector<std::string> stale;       // of the same form: no profile declares it, but it was not removed
  std::vector<GoneAddress> gone;        // pages of the last build whose addresses no longer exist
  std::vector<std::string> kept;        // files in the output's folders that are not Tailorbird's

  std::size_t count(Severity severity) const;
};

/// Whether the build has been cancelled.
inline bool is_stopped(const BuildRequest& request) {
  return request.stop != nullptr && request.stop->load(std::memory_order_relaxed);
}

/// A project in memory. Its pages may still be compiling while builds use it; any number of builds can, in
/// parallel too.
class LoadedProject;

/// Reads a project and starts to compile it. Fails when there is no content, or a folder cannot be listed.
/// Pages that are the same in `before`, which may be null, are not compiled again.
Result<std::shared_ptr<const LoadedProject>> load_project(const fs::path& root, unsigned jobs,
                                                          const Files& files = disk(),
                                                          const LoadedProject* before = nullptr);

/// Builds a project. Fails when it cannot run at all (no content, a filter that matches nothing, disk full).
/// Problems in the content are in the report; if there are errors among them, the output is not replaced. The
/// output does not depend on `jobs`.
Result<BuildReport> build(const BuildRequest& request);
/// The same for a loaded project. `request.root` must be the folder that it was loaded from.
Result<BuildReport> build(const BuildRequest& request, const LoadedProject& loaded);

}  // namespace tailorbird
