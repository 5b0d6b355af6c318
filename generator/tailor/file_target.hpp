#pragma once
// Where pictures, media and downloads come from and where they are put. Text only: no disk.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tailor/edition.hpp"

namespace tailorbird {

/// Where a file of the project is in the output, from the bundle's folder: "content/media/x.png" →
/// "media/x.png", "content/nl/form.pdf" → "nl/form.pdf". A file of the profile's overlay takes the place of
/// the content's.
std::string file_output_path(const Edition& edition, std::string_view file);

/// The file, from the project's root, that stands for `target` in this edition: the overlay's when it has one
/// at that place, else the content's; nothing when neither has.
std::optional<std::string> find_file(const Edition& edition, std::string_view target);

/// The nearest file to a `target` that is not there, of those in its folder, as the page would write it:
/// "did you mean `../media/desk.svg`?"
std::string missing_file_fix(const Edition& edition, std::string_view target, std::string_view written);

/// `path` as it is written in an attribute: bytes that are no plain letters, digits, `-`, `_`, `.` or `/` as
/// %XX.
std::string href_path(std::string_view path);

}  // namespace tailorbird
