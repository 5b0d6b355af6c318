#pragma once
// theme.yaml: what a theme says of itself.

#include <span>
#include <string>
#include <string_view>

#include "render/flat_yaml.hpp"
#include "render/theme.hpp"

namespace tailorbird {

struct ThemeSetting {
  std::string_view key;
  std::string_view about;
  std::string Theme::*colour;  // null: the name of another theme, which read_theme_line followed before
};

/// The keys of theme.yaml.
std::span<const ThemeSetting> theme_settings();

/// Takes one line of theme.yaml over. Unknown keys, and values that cannot be, are reported.
void set_theme_option(Theme& theme, const FlatEntry& entry, Diagnostics& diagnostics);

}  // namespace tailorbird
