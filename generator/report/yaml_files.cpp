#include "report/yaml_files.hpp"

#include <array>

#include "read/pages/front_matter.hpp"
#include "read/profile/profiles.hpp"
#include "read/site/responsibilities.hpp"
#include "read/site/rules.hpp"
#include "read/site/site.hpp"
#include "read/site/site_quality.hpp"
#include "render/theme_settings.hpp"

namespace tailorbird {
namespace {

/// A theme has what the one it extends says, but a colour that it gives is one: `required` refuses "".
const Shape& theme_shape() {
  static const Shape shape = [] {
    Shape made{"theme", "Settings of a theme: theme.yaml", {}};
    for (const ThemeSetting& setting : theme_settings()) {
      const bool is_colour = setting.colour != nullptr;
      made.fields.push_back({setting.key, is_colour ? Kind::colour : Kind::id,
                             is_colour ? Need::required : Need::optional, setting.about});
    }
    return made;
  }();
  return shape;
}

constexpr auto table = std::to_array<YamlFile>({
    {"site", "content/site.yaml", site_shape,
     "The body of guidance: its title, languages, dimensions, and what is asked of it."},
    {"profile", "profiles/ID.yaml", profile_shape, "One organisation."},
    {"base-profile", "profiles/_ID.yaml", profile_shape, {}, Arrangement::alone, true},
    {"page", "content/LANGUAGE/…/NAME.md", front_matter_shape,
     "Front matter: between two lines of three hyphens at the top of a page. Each dimension of the site is a "
     "key too, and keys that begin with `x-` are yours."},
    {"piece", "content/LANGUAGE/…/_NAME.md", front_matter_shape, {}, Arrangement::alone, true},
    {"sources", "content/sources.yaml", source_shape, "Where facts come from, by id.",
     Arrangement::by_source},
    {"glossary", "content/glossary.yaml", glossary_term_shape, "Words and what they mean, by id.",
     Arrangement::by_name},
    {"rules", "content/rules.yaml", rule_shape, "Dates and numbers of laws, each once, by group and id.",
     Arrangement::by_group},
    {"responsibilities", "content/responsibilities.yaml", responsibilities_shape, "Who does what."},
    {"personas", "content/personas.yaml", persona_shape, "Readers made up to test the content, in a list.",
     Arrangement::list},
    {"theme", "themes/NAME/theme.yaml", theme_shape, {}, Arrangement::alone, true},
});

}  // namespace

std::span<const YamlFile> yaml_files() { return table; }

}  // namespace tailorbird
