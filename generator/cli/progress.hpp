#pragma once
// How far a build is, on standard error.

#include <functional>
#include <string_view>

namespace tailorbird {

/// On a terminal one line that is written over and wiped at the end of each edition. Elsewhere nothing:
/// editions are made side by side, and a log should not depend on which of them is done first.
std::function<void(std::string_view edition, std::size_t done, std::size_t total)> progress_printer(
    bool terminal);

}  // namespace tailorbird
