#include "import/import.hpp"

#include <fmt/format.h>
#include <memory>

#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/places.hpp"
#include "cli/run_options.hpp"
#include "import/import_report.hpp"

namespace tailorbird {
namespace {

struct ImportOptions {
  std::string root = ".";
  std::string source;
  std::string from;
  std::string into;
  std::string map;
  bool dry_run = false;
  bool json = false;
};

std::string summary(const ImportReport& report, bool dry_run) {
  if (!report.map_draft.empty())
    return fmt::format("{} {}; fill it in, then import again with --map {}",
                       dry_run ? "Would write" : "Wrote", report.map_file.generic_string(),
                       report.map_file.generic_string());
  return fmt::format("{} {} into {}: {} clean, {} fixed, {} for a person",
                     dry_run ? "Would import" : "Imported", counted(report.pages.size(), "page", "pages"),
                     report.into, report.count(LossFate::noted), report.count(LossFate::fixed),
                     report.count(LossFate::person));
}

Exit run_import(const ImportOptions& options) {
  ImportRequest request;
  request.root = options.root;
  request.source = options.source;
  request.kind = options.from;
  request.into = options.into;
  request.map = options.map;
  request.dry_run = options.dry_run;
  request.theme_folders = theme_folders(request.root);
  request.data_folder = data_folder();
  const Result<ImportReport> report = import_source(request);
  if (!report) return could_not_run(report.error());
  print_result(options.json ? import_json(*report) : import_text(*report));
  print_error(summary(*report, options.dry_run) + "\n");
  const bool asks =
      !report->map_draft.empty() || !report->losses.empty() || report->count(LossFate::person) > 0;
  return asks ? Exit::findings : Exit::clean;
}

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const ImportKind& kind : import_kinds()) names.emplace_back(kind.name);
  return names;
}

std::string kinds_text() {
  std::string text = "What it is; detected when not given:";
  for (const ImportKind& kind : import_kinds())
    text += fmt::format("{} {} ({})", &kind == &import_kinds().front() ? "" : ";", kind.name, kind.what);
  return text;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<ImportOptions>();  // shared: the parser and the returned function need it
  app.add_option("SOURCE", options->source, "A folder, or one file")->required();
  declare_root(app, options->root);
  app.add_option("--from", options->from, kinds_text())
      ->type_name("KIND")
      ->check(CLI::IsMember(kind_names()));
  app.add_option("--into", options->into,
                 "The folder for the pages, which begins with a language: content/en/handbook")
      ->type_name("DIR")
      ->required();
  app.add_option("--map", options->map,
                 "The table of conditions and styles; a draft of it is written when one is needed")
      ->type_name("FILE");
  app.add_flag("--dry-run", options->dry_run, "Write nothing: only report what would happen");
  app.add_flag("--json", options->json, "The report for programs");
  return [options] { return run_import(*options); };
}

}  // namespace

const Command import_command{
    "import",
    "Bring in pages from elsewhere",
    "Turns existing texts into pages, with titles, pictures, links and conditions. A report lists what was "
    "changed or lost, with file and line. A page that does not pass `check` becomes a draft, so that the "
    "project still builds. Existing files are not overwritten.",
    "tailorbird import ../handbook --into content/en/handbook --dry-run\n"
    "tailorbird import ../handbook --into content/en/handbook\n"
    "tailorbird import ../site --from quarto --into content/en --map import-map.yaml",
    declare,
    {.is_file = true}};

}  // namespace tailorbird
