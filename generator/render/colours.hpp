#pragma once
// Makes an organisation's colours readable: text in them and on them has a contrast of at least 4.5:1 (WCAG
// 2.2, 1.4.3), in light and dark.

#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

struct Rgb {
  double red = 0;  // 0…1
  double green = 0;
  double blue = 0;
};

/// Parses "#0b5d5b" or "#abc"; nothing when `text` is not such a colour.
std::optional<Rgb> parse_colour(std::string_view text);

/// "#rrggbb".
std::string colour_text(const Rgb& colour);

/// The contrast ratio of WCAG 2.2: 1 (none) … 21 (black on white).
double contrast(const Rgb& one, const Rgb& other);

/// `colour` itself when its contrast against `surface` suffices; else the nearest colour of the same hue that
/// does, darker on a light surface and lighter on a dark one.
Rgb readable_on(const Rgb& surface, const Rgb& colour);

/// The same for print: "#rrggbb" on white. Black when `colour` is not a colour.
std::string readable_on_paper(std::string_view colour);

/// `surface` mixed with a little of `colour`: a background on which `colour` stays readable if it is readable
/// on `surface`.
Rgb tint(const Rgb& surface, const Rgb& colour);

}  // namespace tailorbird
