#pragma once
// An organisation's colours, made readable: text in them, and on them, keeps a contrast of at least 4.5 to 1
// (WCAG 2.2, 1.4.3), in light and dark.

#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

struct Rgb {
  double red = 0;  // 0…1
  double green = 0;
  double blue = 0;
};

/// "#0b5d5b" or "#abc"; nothing when it is no such colour.
std::optional<Rgb> parse_colour(std::string_view text);

/// "#rrggbb".
std::string colour_text(const Rgb& colour);

/// 1 (none) … 21 (black on white).
double contrast(const Rgb& one, const Rgb& other);

/// `colour` itself when its contrast against `surface` is enough; else the nearest darker (on a light
/// surface) or lighter one (on a dark surface) of the same hue that is.
Rgb readable_on(const Rgb& surface, const Rgb& colour);

/// The same for what is printed: "#rrggbb" on white. What is no colour becomes black.
std::string readable_on_paper(std::string_view colour);

/// `surface` with a breath of `colour`, as a background on which `colour` can still be read if it can on
/// `surface`.
Rgb tint(const Rgb& surface, const Rgb& colour);

}  // namespace tailorbird
