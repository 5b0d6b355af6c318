#include "render/layout.hpp"

#include "render/component_data.hpp"
#include "render/template_scope.hpp"
#include "render/templates.hpp"

namespace tailorbird {

std::string render_layout(const Theme& theme, std::string_view language, std::string_view name,
                          const LayoutTexts& texts, Diagnostics& diagnostics) {
  const Entries none(Entries::Owner::edition);
  Entries entries(Entries::Owner::page);
  Value names = empty_object();
  for (const auto& [key, text] : texts) names[key] = text_value(text);
  Scope scope(none, entries);
  scope.push(&names);
  Templates::Lease templates(*theme.templates, theme.words_language(language));
  return FragmentRenderer(templates, scope, entries, diagnostics)
      .with_template("layouts/" + std::string(name));
}

}  // namespace tailorbird
