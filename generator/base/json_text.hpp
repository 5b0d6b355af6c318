#pragma once
// JSON as text, whatever bytes are in it.

#include <string>

namespace tailorbird {

/// `value` as JSON; on one line when `indent` is negative. Names of files need not be UTF-8, which the
/// library takes for a mistake: what is none becomes U+FFFD.
template <typename Json>
std::string json_text(const Json& value, int indent = -1) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tailorbird
