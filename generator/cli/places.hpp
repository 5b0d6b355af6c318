#pragma once
// Finds the program's data folder and the project's root.

#include <string>
#include <vector>

#include "base/files.hpp"

namespace tailorbird {

/// The folder that contains themes/ (and schemas/, …): share/tailorbird beside the program's bin/ when it is
/// installed, else the nearest folder above the program that has themes/, as in a source tree. Empty when
/// there is none.
fs::path data_folder();

/// The nearest folder at or above `folder` that holds content/site.yaml; `folder` itself when none does.
fs::path project_above(const fs::path& folder);

/// The folder of the project that the current folder is in: this one or the nearest above it that holds
/// content/site.yaml, as a relative path ("." or "../.."); "." when there is none.
fs::path nearest_project();

/// The name of a file as the project has it, from `root`: `name` may also be a path from the current folder,
/// if there is such a file and it is in the project. Fails when that cannot be determined.
Result<std::string> name_in_project(const fs::path& root, const fs::path& name);

/// The folders in which themes of the project at `root` are searched; the first match wins.
std::vector<fs::path> theme_folders(const fs::path& root);

}  // namespace tailorbird
