#pragma once
// The lists of packages in an organisation's roll-out kit: the only files of a kit that depend on the other
// bundles.

#include <string_view>
#include <vector>

#include "render/render.hpp"
#include "tailor/edition.hpp"
#include "write/written_files.hpp"

namespace tailorbird {

/// The lists, with paths relative to the kit's folder. They name those of the `delivered` files that are
/// packages: single files in a bundle's folder, such as zips. Empty when there are none. `edition`: of the
/// kit, in any language.
std::vector<OutputFile> package_lists(const Edition& edition, const std::vector<WrittenFile>& delivered);

/// Whether the file at `path`, relative to the kit's folder, is such a list.
bool is_package_list(std::string_view path);

}  // namespace tailorbird
