#pragma once
// Reads a project's folder into values. Does not stop at the first mistake: returns everything that could be
// read, with all diagnostics. What could not be read safely (a condition, a dimension) is left out with an
// error, never guessed: a page whose readers are uncertain is shown to nobody, a bundle whose readers are
// uncertain is omitted.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/input_files.hpp"
#include "base/result.hpp"
#include "diag/diagnostic.hpp"
#include "model/checked_day.hpp"
#include "model/project.hpp"

namespace tailorbird {

struct ProjectRead {
  Project project;
  std::map<std::string, std::vector<std::string>> profile_files;  // by id: the files it was read from
  Diagnostics diagnostics;
  std::vector<CheckedDay> checked_days;  // of sources and rules
  std::uint64_t site_hash = 0;           // of the files that project.site was read from
};

/// Reads content/, profiles/ and the overlays below `root` with up to `jobs` threads (0: one per core).
/// `formats` are those that a bundle may declare; empty: names of formats are not checked. Fails only when
/// `root` has no content/site.yaml or a folder cannot be listed.
Result<ProjectRead> read_project(const fs::path& root, unsigned jobs = 0,
                                 const std::vector<std::string>& formats = {}, const Files& files = disk());

}  // namespace tailorbird
