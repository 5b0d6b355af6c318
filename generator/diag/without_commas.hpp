#pragma once
// Names with commas between them, where spaces are meant.

#include <functional>
#include <string>
#include <string_view>

namespace tailorbird {

/// "nl,fr" → "nl fr", also of a comma at the end; empty: there is no comma, or a part is none of the names.
std::string without_commas(std::string_view text, const std::function<bool(std::string_view)>& is_name);

}  // namespace tailorbird
