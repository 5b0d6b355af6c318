#pragma once
// The direction in which a language is written.

#include <string_view>

namespace tailorbird {

/// Whether a language tag, such as "ar" or "az-Arab", names a language written from right to left.
bool is_right_to_left(std::string_view language);

/// The attribute " dir=\"rtl\"" or " dir=\"ltr\"" for a passage in `language` on a page in the language
/// `around`; empty when both have the same direction.
std::string_view direction_attribute(std::string_view language, std::string_view around);

}  // namespace tailorbird
