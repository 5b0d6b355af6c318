#include "cli/console.hpp"

#include <cstdio>
#include <stdlib.h>
#include <unistd.h>

namespace tailorbird {
namespace {

void print(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  std::fflush(stream);  // so that results and messages keep their order where they end in one place
}

}  // namespace

void print_result(std::string_view text) { print(stdout, text); }
void print_error(std::string_view text) { print(stderr, text); }

bool is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

bool has_colour() {
  const char* refused = ::getenv("NO_COLOR");
  return is_terminal() && (refused == nullptr || *refused == '\0');
}

}  // namespace tailorbird
