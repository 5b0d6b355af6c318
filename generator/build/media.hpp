#pragma once
// Adds the pictures, clips and downloads that pages use to a bundle: each once, copied as it is.

#include <map>
#include <set>
#include <string>

#include "base/result.hpp"
#include "build/bundle_run.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// File, from the project's root → languages in which a page uses it.
using MediaUse = std::map<std::string, std::set<std::string>>;

/// Replaces the `bytes` of the SVG `file` by a safe copy. False, with a diagnostic, when there is none.
bool make_safe(const std::string& file, std::string& bytes, Diagnostics& diagnostics);

/// Whether the edition may use the file: files of the content are for everybody, those of an overlay for its
/// organisation alone.
bool may_use(const Edition& edition, std::string_view file);

/// Adds `media` to the bundle of `edition`, and lets each file into the editions that use it. An SVG that is
/// more than a drawing is an error and is left out. With `check_only` no other files are read. Fails when a
/// file cannot be read.
Result<void> add_media(const MediaUse& media, const Edition& edition, const BuildRequest& request,
                       bool check_only, MadeBundle& bundle, Diagnostics& diagnostics);

}  // namespace tailorbird
