#include "render/theme_settings.hpp"

#include <algorithm>
#include <array>

#include "diag/suggest.hpp"
#include "render/colours.hpp"

namespace tailorbird {
namespace {

constexpr auto table = std::to_array<ThemeSetting>({
    {"extends", "the theme that this one changes: default", nullptr},
    {"surface-light", "the least light surface that coloured text stands on: \"#f4ede2\"",
     &Theme::surface_light},
    {"surface-dark", "the least dark one where the reader prefers dark: \"#2a3634\"", &Theme::surface_dark},
});

void report_unknown(const FlatEntry& entry, const std::vector<FlatEntry>& all, Diagnostics& diagnostics) {
  std::vector<std::string> present;
  for (const FlatEntry& one : all) present.push_back(one.key);
  std::vector<std::string> known;
  for (const ThemeSetting& setting : table) known.emplace_back(setting.key);
  diagnostics.add("theme-key-unknown", entry.key_at, "a theme has no setting `" + entry.key + "`",
                  key_suggestion(entry.key, known, present));
}

bool is_colour(std::string_view text) {
  return text.size() == std::string_view("#rrggbb").size() && parse_colour(text);
}

void set_theme_option(Theme& theme, const FlatEntry& entry, const std::vector<FlatEntry>& all,
                      Diagnostics& diagnostics) {
  const auto* const setting =
      std::find_if(table.begin(), table.end(), [&](const ThemeSetting& one) { return one.key == entry.key; });
  if (setting == table.end()) {
    report_unknown(entry, all, diagnostics);
  } else if (setting->colour == nullptr) {
    return;
  } else if (is_colour(entry.value)) {
    theme.*(setting->colour) = entry.value;
  } else {
    diagnostics.add("bad-colour", entry.value_at, "`" + entry.value + "` is not a colour",
                    "Write it in quotes with six digits: `" + entry.key + ": \"#f4ede2\"`.");
  }
}

}  // namespace

std::span<const ThemeSetting> theme_settings() { return table; }

void set_theme_options(Theme& theme, const std::vector<FlatEntry>& entries, Diagnostics& diagnostics) {
  for (const FlatEntry& entry : entries) set_theme_option(theme, entry, entries, diagnostics);
}

}  // namespace tailorbird
