#pragma once
// Pictures, clips and downloads that pages use: copied as they are, each once per bundle.

#include <set>
#include <string>

#include "base/result.hpp"
#include "build/bundle_output.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// Adds `files` (from the project's root) to the bundle of `edition`. An SVG that is more than a drawing is
/// an error and is left out; with `check_only` other files are not read. Fails when a file cannot be read.
Result<void> add_media(const std::set<std::string>& files, const Edition& edition, const fs::path& root,
                       bool check_only, BundleOutput& output, Diagnostics& diagnostics);

}  // namespace tailorbird
