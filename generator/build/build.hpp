#pragma once
// The whole way from a folder to dist/: read, compile, tailor, check, render, write, swap. Used by the commands
// `build` and `check` (which renders and scans, but writes nothing).

#include <functional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "diag/diagnostic.hpp"
#include "tailor/edition.hpp"
#include "write/format.hpp"

namespace tailorbird {

struct BuildRequest {
  fs::path root;
  fs::path out;                      // default: root/dist
  EditionFilter filter;
  std::vector<std::string> formats;  // empty: those each bundle asks for
  std::vector<fs::path> theme_folders;
  fs::path data_folder;
  unsigned jobs = 0;
  bool write = true;                 // false: check only
  bool zip = true;
  bool strict = false;               // warnings stop the build too
  bool prune = false;                // remove editions that no profile asks for any more
  std::function<void(std::string_view stage, std::size_t done, std::size_t total)> progress;  // may be null
};

struct BuildReport {
  std::vector<Diagnostic> diagnostics;  // merged
  std::size_t edition_count = 0;
  std::size_t page_count = 0;           // documents rendered
  std::uint64_t bytes = 0;
  bool written = false;                 // the output was swapped in
  std::vector<std::string> pruned;
};

/// Fails when it cannot run at all (no content, a filter that names nothing, disk full). Problems in the content
/// are in the report; with errors among them nothing is swapped in.
Result<BuildReport> build(const BuildRequest& request);

}  // namespace tailorbird
