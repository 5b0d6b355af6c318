#pragma once
// Shows the progress of a build on standard error.

#include <functional>
#include <string_view>

namespace tailorbird {

/// On a terminal, one line that is overwritten, and cleared at the end of each edition. Elsewhere nothing:
/// editions are made in parallel, and a log should not depend on their order.
std::function<void(std::string_view edition, std::size_t done, std::size_t total)> progress_printer(
    bool terminal);

}  // namespace tailorbird
