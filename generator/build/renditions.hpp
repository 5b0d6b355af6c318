#pragma once
// Makes an edition in the renditions other than the site that its bundle's formats need: tailored and
// rendered once for each, and handed to all formats that share it. Problems in the content are reported by
// the site (build/edition_run.hpp), which is made before.

#include "base/result.hpp"
#include "build/edition_run.hpp"
#include "build/media.hpp"

namespace tailorbird {

/// Adds the renditions to `output`. `media`: the files that pages of the bundle use. Fails when a file cannot
/// be read or written.
Result<void> add_renditions(const Edition& edition, const EditionSetting& setting, const MediaUse& media,
                            BundleOutput& output, Diagnostics& diagnostics);

}  // namespace tailorbird
