#pragma once
// What is said where: results on standard output, everything about the way there on standard error.

#include <string_view>

namespace tailorbird {

void print_result(std::string_view text);
/// Why results could not be written (an errno); 0: all were.
int result_failure();
void print_error(std::string_view text);

/// Whether standard error is a terminal: a line may then be written over, to show progress.
bool is_terminal();
/// Whether colours are wanted on standard error: a terminal, and no NO_COLOR in the environment.
bool has_colour();

}  // namespace tailorbird
