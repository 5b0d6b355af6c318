#pragma once
// Shortens a text for messages.

#include <string>
#include <string_view>

namespace tailorbird {

/// `text` in quotation marks and on one line; its first words and `…` when it is long.
std::string short_text(std::string_view text);

}  // namespace tailorbird
