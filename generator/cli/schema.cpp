#include <algorithm>
#include <fmt/format.h>
#include <memory>

#include "base/strings.hpp"
#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/run_options.hpp"
#include "diag/suggest.hpp"
#include "read/project.hpp"
#include "read/schema/json_schema.hpp"
#include "report/yaml_files.hpp"
#include "write/format.hpp"

namespace tailorbird {
namespace {

std::vector<std::string> schema_names() {
  std::vector<std::string> names;
  for (const YamlFile& one : yaml_files()) names.emplace_back(one.schema);
  return names;
}

struct SchemaOptions {
  std::string root = ".";
  std::string what;
};

Exit run_schema(const SchemaOptions& options) {
  const auto files = yaml_files();
  const auto kind = std::find_if(files.begin(), files.end(),
                                 [&](const YamlFile& one) { return one.schema == options.what; });
  if (kind == files.end()) {
    return could_not_run(Error{fmt::format("there is no schema of `{}`; {}", options.what,
                                           suggestion(options.what, schema_names()))});
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
  for (const YamlFile& kind : yaml_files()) names.push_back(fmt::format("{} ({})", kind.schema, kind.file));
  app.add_option("WHAT", options->what, join(names, ", "))->required();
  declare_root(app, options->root);
  return [options] { return run_schema(*options); };
}

}  // namespace

const Command schema_command{"schema",
                             "Print a JSON Schema, so that your editor completes and checks YAML",
                             "Prints a JSON Schema. Editors such as VS Code use it to complete keys and to "
                             "mark mistakes while you type. In a "
                             "project it knows the project's own dimensions, values, languages, roles and "
                             "sources.",
                             "tailorbird schema profile > profile.schema.json\n"
                             "tailorbird schema page > page.schema.json",
                             declare,
                             {.words = schema_names}};

}  // namespace tailorbird
