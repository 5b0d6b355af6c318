#pragma once
// Console output: results go to standard output, messages and progress to standard error.

#include <string_view>

namespace tailorbird {

void print_result(std::string_view text);
/// The errno with which writing results failed; 0: none.
int result_failure();
void print_error(std::string_view text);

/// Whether standard error is a terminal, where a line can be overwritten to show progress.
bool is_terminal();
/// Whether to use colours on standard error: it is a terminal, and NO_COLOR is not in the environment.
bool has_colour();

}  // namespace tailorbird
