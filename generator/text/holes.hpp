#pragma once
// Holes in a text: places for values, each by its number.

#include <span>
#include <string>
#include <string_view>

namespace tailorbird {

/// The sign at both ends of a hole. No text of a project has it.
inline constexpr char hole_sign = '\x1A';

inline std::string hole(std::size_t number) { return hole_sign + std::to_string(number) + hole_sign; }

inline bool has_holes(std::string_view text) { return text.find(hole_sign) != std::string_view::npos; }

/// `text` with the values for its holes, by their numbers.
std::string filled_holes(std::string_view text, std::span<const std::string_view> values);

}  // namespace tailorbird
