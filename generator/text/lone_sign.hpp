#pragma once
// Finds an unpaired delimiter of emphasis: "the *employee speaks", "the employee_ speaks".

#include <string_view>

#include "text/find_sign.hpp"

namespace tailorbird {

/// The first `*`, `_`, `__`, `***` or `~~` in `text` that is directly before or after a word, as delimiters
/// of emphasis are. Not between spaces ("5 * 3"), inside words ("plan_2026", "Leser*in"), next to digits
/// ("4*",
/// "*1970"), or in addresses and file names. `text`: as readers see it, so that pairs have become emphasis.
/// Takes linear time.
Found lone_sign(std::string_view text);

/// Whether a line of `text` begins with an asterisk, as footnotes on paper do.
bool begins_with_star(std::string_view text);

}  // namespace tailorbird
