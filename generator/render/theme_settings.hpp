#pragma once
// The settings of a theme, from theme.yaml.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/flat_yaml.hpp"
#include "render/theme.hpp"

namespace tailorbird {

struct ThemeSetting {
  std::string_view key;
  std::string_view about;
  std::string Theme::*colour;  // null: the name of another theme, which read_theme_line has followed
};

/// The keys of theme.yaml.
std::span<const ThemeSetting> theme_settings();

/// Applies the entries of one theme.yaml. Unknown keys and invalid values are reported.
void set_theme_options(Theme& theme, const std::vector<FlatEntry>& entries, Diagnostics& diagnostics);

}  // namespace tailorbird
