#include "cli/progress.hpp"

#include <fmt/format.h>

#include "cli/console.hpp"

namespace tailorbird {

std::function<void(std::string_view, std::size_t, std::size_t)> progress_printer(bool terminal) {
  if (!terminal) return nullptr;
  return [](std::string_view edition, std::size_t done, std::size_t total) {
    constexpr std::string_view wipe = "\r\x1b[K";
    constexpr std::size_t every = 16;  // a terminal is slower than the pages
    if (done == total) {
      print_error(wipe);
    } else if (done % every == 1) {
      print_error(fmt::format("{}{}: {} of {}", wipe, edition, done, total));
    }
  };
}

}  // namespace tailorbird
