#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>

#include "base/strings.hpp"
#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/run_options.hpp"
#include "cli/schema_kinds.hpp"
#include "diag/suggest.hpp"
#include "read/pages/front_matter.hpp"
#include "read/profile/profiles.hpp"
#include "read/project.hpp"
#include "read/schema/json_schema.hpp"
#include "read/site/responsibilities.hpp"
#include "read/site/rules.hpp"
#include "read/site/site.hpp"
#include "read/site/site_quality.hpp"
#include "render/theme_settings.hpp"
#include "write/format.hpp"

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

struct SchemaKind {
  std::string_view name;
  std::string_view file;
  const Shape& (*shape)();
  Arrangement arrangement = Arrangement::alone;
  bool is_part = false;
};

constexpr auto kinds = std::to_array<SchemaKind>({
    {"site", "content/site.yaml", site_shape},
    {"profile", "profiles/ID.yaml", profile_shape},
    {"base-profile", "profiles/_ID.yaml", profile_shape, Arrangement::alone, true},
    {"page", "front matter of a page", front_matter_shape},
    {"piece", "front matter of a piece, _NAME.md", front_matter_shape, Arrangement::alone, true},
    {"sources", "content/sources.yaml", source_shape, Arrangement::by_source},
    {"glossary", "content/glossary.yaml", glossary_term_shape, Arrangement::by_name},
    {"rules", "content/rules.yaml", rule_shape, Arrangement::by_group},
    {"responsibilities", "content/responsibilities.yaml", responsibilities_shape},
    {"personas", "content/personas.yaml", persona_shape, Arrangement::list},
    {"theme", "themes/NAME/theme.yaml", theme_shape, Arrangement::alone, true},
});

struct SchemaOptions {
  std::string root = ".";
  std::string what;
};

Exit run_schema(const SchemaOptions& options) {
  const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                 [&](const SchemaKind& one) { return one.name == options.what; });
  if (kind == kinds.end()) {
    std::vector<std::string> names;
    for (const SchemaKind& one : kinds) names.emplace_back(one.name);
    return could_not_run(
        Error{fmt::format("there is no schema of `{}`; {}", options.what, suggestion(options.what, names))});
  }
  // In a project its own dimensions and roles are completed too; anywhere else the schema leaves them open.
  const Result<ProjectRead> read = read_project(options.root);
  print_result(json_schema({&kind->shape(), kind->arrangement, kind->is_part},
                           {read ? &read->project.site : nullptr, format_ids()}));
  return Exit::clean;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<SchemaOptions>();  // shared: the parser and the returned function need it
  std::vector<std::string> names;
  for (const SchemaKind& kind : kinds) names.push_back(fmt::format("{} ({})", kind.name, kind.file));
  app.add_option("WHAT", options->what, join(names, ", "))->required();
  declare_root(app, options->root);
  return [options] { return run_schema(*options); };
}

}  // namespace

std::vector<std::string> schema_kind_names() {
  std::vector<std::string> names;
  for (const SchemaKind& kind : kinds) names.emplace_back(kind.name);
  return names;
}

const Command schema_command{"schema", "Print a JSON Schema, so that your editor completes and checks YAML",
                             "Prints a JSON Schema. Editors such as VS Code use it to complete keys and to "
                             "mark mistakes while you type. In a "
                             "project it knows the project's own dimensions, values, languages, roles and "
                             "sources.",
                             "tailorbird schema profile > profile.schema.json\n"
                             "tailorbird schema page > page.schema.json",
                             declare};

}  // namespace tailorbird
