#pragma once
// Serialises JSON that may contain invalid UTF-8.

#include <string>

namespace tailorbird {

/// `value` as JSON; on one line when `indent` is negative. Names of files need not be UTF-8, for which the
/// library throws: invalid bytes become U+FFFD.
template <typename Json>
std::string json_text(const Json& value, int indent = -1) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tailorbird
