#pragma once
// Finds a sign of emphasis that has lost its other: "the *employee speaks", "the employee_ speaks".

#include <string_view>

#include "text/find_sign.hpp"

namespace tailorbird {

/// The first `*`, `_`, `__`, `***` or `~~` in `text` that stands right before the first or right behind the
/// last of some words, as signs of emphasis do. Those between blanks ("5 * 3"), inside words ("plan_2026",
/// "Leser*in"), at digits ("4*", "*1970") and in addresses and names of files are what they are. `text` is
/// what readers see: pairs are gone. Takes linear time.
Found lone_sign(std::string_view text);

/// Whether a line of `text` begins with a star, as the words below a page do to which a star refers.
bool begins_with_star(std::string_view text);

}  // namespace tailorbird
