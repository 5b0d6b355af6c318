#pragma once
// The final check of output file names: bundles are copied to Windows shares, IIS, SharePoint, Apache and
// learning systems, and each refuses or hides some names. Earlier stages should make only valid names; a
// mistake is caught here.

#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// The reason why hosts would refuse the output file `path` (relative to its edition's folder, with '/'), as
/// a clause: "`en/Plan.html` has other characters than a-z, 0-9 and -"; nothing when all accept it.
std::optional<std::string> refused_name(std::string_view path);

}  // namespace tailorbird
