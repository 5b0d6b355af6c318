#include "cli/console.hpp"

#include <cerrno>
#include <cstdio>
#include <stdlib.h>
#include <unistd.h>

namespace tailorbird {
namespace {

int failure = 0;  // the first errno of standard output

/// Whether all of it was taken.
bool print(std::FILE* stream, std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size();
  return std::fflush(stream) == 0 &&
         written;  // so that results and messages keep their order when both go to one terminal or file
}

}  // namespace

void print_result(std::string_view text) {
  if (!print(stdout, text) && failure == 0) failure = errno;
}

int result_failure() { return failure; }

void print_error(std::string_view text) { static_cast<void>(print(stderr, text)); }

bool is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

bool has_colour() {
  const char* refused = ::getenv("NO_COLOR");
  return is_terminal() && (refused == nullptr || *refused == '\0');
}

}  // namespace tailorbird
