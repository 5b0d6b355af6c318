#pragma once
// Where the program finds what came with it.

#include <vector>

#include "base/files.hpp"

namespace tailorbird {

/// The folder that holds themes/ (and schemas/, …): share/tailorbird beside the program's bin/ when it is
/// installed, else the nearest folder above the program that has one, as in a source tree that was built.
/// Empty when there is none.
fs::path data_folder();

/// The nearest folder at or above `folder` that holds content/site.yaml; `folder` itself when none does.
fs::path project_above(const fs::path& folder);

/// The folder of the project that the current folder is in: this one or the nearest above it that holds
/// content/site.yaml, as a relative path ("." or "../.."); "." when there is none.
fs::path nearest_project();

/// Folders in which a theme of the project at `root` is looked for, first match wins.
std::vector<fs::path> theme_folders(const fs::path& root);

}  // namespace tailorbird
