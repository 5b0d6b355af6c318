#pragma once
// How far a build is, on standard error.

#include <functional>
#include <string_view>

namespace tailorbird {

/// On a terminal one line that is written over and wiped at the end of each edition; else one line per
/// edition.
std::function<void(std::string_view edition, std::size_t done, std::size_t total)> progress_printer(
    bool terminal);

}  // namespace tailorbird
