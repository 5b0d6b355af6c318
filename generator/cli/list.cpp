#include <algorithm>
#include <fmt/format.h>
#include <memory>

#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/listing.hpp"
#include "cli/run_options.hpp"
#include "diag/suggest.hpp"
#include "read/project.hpp"

namespace tailorbird {
namespace {

struct ListOptions {
  std::string root = ".";
  std::string what;
  std::string form = "text";
  bool json = false;
};

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const ListingKind& kind : listing_kinds()) names.emplace_back(kind.name);
  return names;
}

Error unknown_kind(const std::string& name) {
  return {fmt::format("there is no list of `{}`; {}", name, suggestion(name, kind_names()))};
}

Exit run_list(const ListOptions& options) {
  const auto kinds = listing_kinds();
  const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                 [&](const ListingKind& one) { return one.name == options.what; });
  if (kind == kinds.end()) return could_not_run(unknown_kind(options.what));
  Project project;
  if (kind->needs_project) {
    Result<ProjectRead> read = read_project(options.root);
    if (!read) return could_not_run(read.error());
    project = std::move(read->project);
    if (read->diagnostics.has_errors()) {
      print_error(
          "The project has errors, so this list may not be complete; `tailorbird check` shows them.\n");
    }
  }
  const Listing listing = kind->make(Compilation(std::move(project)));
  print_result(options.json || options.form == "json" ? listing_json(listing) : listing_text(listing));
  return Exit::clean;
}

std::string kinds_text() {
  std::string text = "What to list:";
  for (const ListingKind& kind : listing_kinds()) {
    text += fmt::format("{} {} ({})", &kind == &listing_kinds().front() ? "" : ",", kind.name, kind.summary);
  }
  return text;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<ListOptions>();  // shared: the parser and the returned function need it
  app.add_option("WHAT", options->what, kinds_text())->required();
  declare_root(app, options->root);
  app.add_option("--as", options->form, "text (for people) or json (for programs)")
      ->type_name("FORM")
      ->check(CLI::IsMember({"text", "json"}));
  app.add_flag("--json", options->json, "The same as --as json");
  return [options] { return run_list(*options); };
}

}  // namespace

const Command list_command{"list",
                           "Show editions, pages, conditions, variables, components, codes, …",
                           "Lists what there is in the project, or in Tailorbird itself.",
                           "tailorbird list editions\n"
                           "tailorbird list conditions\n"
                           "tailorbird list pages --json",
                           declare,
                           {.words = kind_names}};

}  // namespace tailorbird
