#include "render/colours.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tailorbird {
namespace {

constexpr double enough = 4.5;
constexpr int tint_percent = 9;

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const Rgb& colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

/// A mix of `colour` and `end`; `share` of the latter, 0…1.
Rgb mix(const Rgb& colour, const Rgb& end, double share) {
  const auto between = [share](double from, double to) { return from + (to - from) * share; };
  return {between(colour.red, end.red), between(colour.green, end.green), between(colour.blue, end.blue)};
}

/// What remains after being written as #rrggbb: contrast is judged on what browsers will show.
Rgb rounded(const Rgb& colour) { return *parse_colour(colour_text(colour)); }

}  // namespace

std::optional<Rgb> parse_colour(std::string_view text) {
  if ((text.size() != 4 && text.size() != 7) || text.front() != '#') return std::nullopt;
  text.remove_prefix(1);
  const std::size_t digits = text.size() / 3;
  std::array<double, 3> channels{};
  for (std::size_t index = 0; index < 3; ++index) {
    const std::string_view part = text.substr(index * digits, digits);
    int value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value, 16);
    if (error != std::errc{} || end != part.data() + part.size() || part.front() == '-') return std::nullopt;
    channels.at(index) = (digits == 1 ? value * 17 : value) / 255.0;
  }
  return Rgb{channels[0], channels[1], channels[2]};
}

std::string colour_text(const Rgb& colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (const double channel : {colour.red, colour.green, colour.blue}) {
    const auto value = static_cast<unsigned>(std::lround(std::clamp(channel, 0.0, 1.0) * 255));
    text += digits[value / 16];
    text += digits[value % 16];
  }
  return text;
}

double contrast(const Rgb& one, const Rgb& other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

Rgb readable_on(const Rgb& surface, const Rgb& colour) {
  const Rgb black{0, 0, 0};
  const Rgb white{1, 1, 1};
  const Rgb end = contrast(surface, black) > contrast(surface, white) ? black : white;
  for (int percent = 0; percent <= 100; ++percent) {
    const Rgb candidate = rounded(mix(colour, end, percent / 100.0));
    if (contrast(surface, candidate) >= enough) return candidate;
  }
  return end;
}

std::string readable_on_paper(std::string_view colour) {
  return colour_text(readable_on(Rgb{1, 1, 1}, parse_colour(colour).value_or(Rgb{0, 0, 0})));
}

Rgb tint(const Rgb& surface, const Rgb& colour) {
  for (int percent = tint_percent; percent > 0; --percent) {
    const Rgb candidate = rounded(mix(surface, colour, percent / 100.0));
    if (contrast(candidate, colour) >= enough) return candidate;
  }
  return surface;
}

}  // namespace tailorbird
