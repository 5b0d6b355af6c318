#include "render/theme_settings.hpp"

#include <algorithm>
#include <array>

#include "diag/suggest.hpp"
#include "render/colours.hpp"

namespace tailorbird {
namespace {

struct Setting {
  FieldInfo info;
  std::string Theme::*value;  // null: followed before, by read_theme_line
};

// A theme has what the one it extends says; `required` says that a value cannot be "".
constexpr auto settings = std::to_array<Setting>({
    {{"extends", Kind::id, Need::optional, "the theme that this one changes: default"}, nullptr},
    {{"surface-light", Kind::colour, Need::required, "the least light surface that coloured text stands on"},
     &Theme::surface_light},
    {{"surface-dark", Kind::colour, Need::required, "the least dark one where the reader prefers dark"},
     &Theme::surface_dark},
});

void report_unknown(const FlatEntry& entry, Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const Setting& setting : settings) known.emplace_back(setting.info.key);
  diagnostics.add("theme-key-unknown", entry.key_at, "a theme has no setting `" + entry.key + "`",
                  suggestion(entry.key, known));
}

}  // namespace

const Shape& theme_shape() {
  static const Shape shape = [] {
    Shape made{"theme", "Settings of a theme: theme.yaml", {}};
    for (const Setting& setting : settings) made.fields.push_back(setting.info);
    made.inherits = Inherits::yes;
    return made;
  }();
  return shape;
}

void set_theme_option(Theme& theme, const FlatEntry& entry, Diagnostics& diagnostics) {
  const auto* const setting = std::find_if(settings.begin(), settings.end(),
                                           [&](const Setting& one) { return one.info.key == entry.key; });
  if (setting == settings.end()) {
    report_unknown(entry, diagnostics);
  } else if (setting->value == nullptr) {
    return;
  } else if (entry.value.size() == std::string_view("#rrggbb").size() && parse_colour(entry.value)) {
    theme.*(setting->value) = entry.value;
  } else {
    diagnostics.add("bad-colour", entry.value_at, "`" + entry.value + "` is no colour",
                    "Write it in quotes with six digits: `" + entry.key + ": \"#f4ede2\"`.");
  }
}

}  // namespace tailorbird
