#pragma once
// An edition in the other forms that its bundle's formats ask for: tailored and rendered once for each form,
// and handed to all formats of that form. Pages of a site are made before (build/edition_run.hpp), and say
// what is wrong with the content; here the same content is only put into another shape.

#include "base/result.hpp"
#include "build/edition_run.hpp"
#include "build/media.hpp"

namespace tailorbird {

/// `media`: what pages of the bundle use. Fails when a file cannot be read or written.
Result<void> add_renditions(const Edition& edition, const EditionSetting& setting, const MediaUse& media,
                            BundleOutput& output, Diagnostics& diagnostics);

}  // namespace tailorbird
