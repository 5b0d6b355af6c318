#pragma once
// Corrects lists of names that are separated by commas where spaces are required.

#include <functional>
#include <string>
#include <string_view>

namespace tailorbird {

/// "nl,fr" → "nl fr"; a trailing comma is dropped. Empty when there is no comma, or a part is not a name.
std::string without_commas(std::string_view text, const std::function<bool(std::string_view)>& is_name);

}  // namespace tailorbird
