#pragma once
// Checks file names, which become names in the output: only names that servers, zip tools, SharePoint and
// Windows all accept are allowed.

#include "diag/diagnostic.hpp"
#include "model/page.hpp"

namespace tailorbird {

/// Checks the path of a page or partial.
Diagnostics check_page_name(const Page& page);

/// A name that can be part of an address, made from one that cannot: "Prépare le Talk" → "prepare-le-talk",
/// "con" → "the-con". Empty when nothing of it is left.
std::string better_name(std::string_view name);

/// Whether the file is a lock or backup left behind by an office program: "~$index.md". Its text is not read.
bool is_left_behind(std::string_view path);

/// Checks the path of a picture or other file that pages may use. `relative` is its path below content/ or
/// the overlay.
Diagnostics check_media_name(const std::string& file, std::string_view relative);

}  // namespace tailorbird
