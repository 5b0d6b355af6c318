#include "read/unreadable.hpp"

#include <fmt/format.h>

namespace tailorbird {

void report_unreadable(const std::string& file, const Error& error, Diagnostics& diagnostics) {
  const std::size_t cause = error.message.rfind(": ");
  diagnostics.add("file-unreadable", {file, {}, 0},
                  fmt::format("this file cannot be read: {}",
                              cause == std::string::npos ? error.message : error.message.substr(cause + 2)));
}

}  // namespace tailorbird
