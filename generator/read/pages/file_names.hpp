#pragma once
// Names of files become names in the output, where servers, zip tools, SharePoint and Windows have
// their own rules. What is allowed is what all of them take.

#include "diag/diagnostic.hpp"
#include "model/page.hpp"

namespace tailorbird {

/// What is wrong with the path of a page or partial.
Diagnostics check_page_name(const Page& page);

/// Whether an office program left it behind, as a lock or a copy: "~$index.md". Its text is nobody's.
bool is_left_behind(std::string_view path);

/// What is wrong with the path of a picture or other file that pages may use. `relative` is its path below
/// content/ or the overlay.
Diagnostics check_media_name(const std::string& file, std::string_view relative);

}  // namespace tailorbird
