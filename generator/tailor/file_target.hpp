#pragma once
// Resolves targets of pictures, media and downloads to files of the project, and these to paths in the
// output. Works on names alone, without the disk.

#include <optional>
#include <string>
#include <string_view>

#include "tailor/edition.hpp"

namespace tailorbird {

/// The output path of a project file, relative to the bundle's folder: "content/media/x.png" → "media/x.png",
/// "content/nl/form.pdf" → "nl/form.pdf". A file of the profile's overlay replaces the content's.
std::string file_output_path(const Edition& edition, std::string_view file);

/// The file, from the project's root, that `target` means in this edition: the overlay's if it has one at
/// that path, else the content's; nothing if neither has.
std::optional<std::string> find_file(const Edition& edition, std::string_view target);

/// The fix for a `target` that does not exist: the file of its folder with the most similar name, spelled as
/// the page would write it ("did you mean `../media/desk.svg`?").
std::string missing_file_fix(const Edition& edition, std::string_view target, std::string_view written);

/// `path` percent-encoded for an attribute: all bytes but ASCII letters, digits, `-`, `_`, `.` and `/` become
/// %XX.
std::string href_path(std::string_view path);

}  // namespace tailorbird
