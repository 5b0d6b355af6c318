#pragma once
// The last net for the names of files: a bundle is copied to Windows shares, IIS, SharePoint, Apache,
// learning systems, and each refuses or hides some names. Layers above make only good names; what slips
// through stops here, before an administrator meets it.

#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// Why hosts would refuse the output file `path` (relative to its edition's folder, with '/'), as half a
/// sentence: "`en/Plan.html` has other characters than a-z, 0-9 and -"; nothing when all take it.
std::optional<std::string> refused_name(std::string_view path);

}  // namespace tailorbird
