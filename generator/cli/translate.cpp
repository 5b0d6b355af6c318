#include <algorithm>
#include <fmt/format.h>
#include <memory>

#include "base/input_files.hpp"
#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/places.hpp"
#include "cli/run_options.hpp"
#include "diag/suggest.hpp"
#include "read/project.hpp"
#include "translate/export.hpp"
#include "translate/import.hpp"
#include "translate/mark.hpp"
#include "translate/status.hpp"

namespace tailorbird {
namespace {

struct TranslateOptions {
  std::string root;
  std::vector<std::string> languages;
  std::vector<std::string> names;  // pages, or files that came back
  std::string language;
  std::string format = "xliff";
  std::string out = "-";
  bool json = false;
  bool all = false;
  bool dry_run = false;
  bool restructure = false;
};

Result<Project> read_for_translation(const std::string& root) {
  Result<ProjectRead> read = read_project(root);
  if (!read) return read.error();
  if (read->diagnostics.has_errors())
    print_error("The project has errors, so this may not be complete; `tailorbird check` shows them.\n");
  return std::move(read->project);
}

Result<void> check_language(const Site& site, const std::string& language) {
  const std::vector<std::string> languages = target_languages(site);
  if (std::find(languages.begin(), languages.end(), language) != languages.end()) return {};
  return Error{fmt::format(
      "`{}` is not translated into `{}`; {}",
      site.languages.empty() ? "this project" : site.languages.front(), language,
      languages.empty() ? "add it to `languages` in content/site.yaml" : suggestion(language, languages))};
}

Result<std::vector<std::string>> page_names(const TranslateOptions& options) {
  std::vector<std::string> pages;
  for (const std::string& name : options.names) {
    Result<std::string> page = name_in_project(options.root, name);
    if (!page) return page.error();
    pages.push_back(std::move(page).value());
  }
  return pages;
}

Exit run_status(const TranslateOptions& options) {
  const Result<Project> project = read_for_translation(options.root);
  if (!project) return could_not_run(project.error());
  for (const std::string& language : options.languages) {
    if (auto known = check_language(project->site, language); !known) return could_not_run(known.error());
  }
  const Result<std::vector<LanguageStatus>> status =
      translation_status(*project, options.root,
                         options.languages.empty() ? target_languages(project->site) : options.languages);
  if (!status) return could_not_run(status.error());
  print_result(options.json ? status_json(*status) : status_text(*status));
  return is_complete(*status) ? Exit::clean : Exit::findings;
}

Exit run_mark(const TranslateOptions& options) {
  if (options.all != options.names.empty())
    return could_not_run(Error{"name the pages that you have compared with their source, or all with --all"});
  const Result<Project> project = read_for_translation(options.root);
  if (!project) return could_not_run(project.error());
  const auto pages = page_names(options);
  if (!pages) return could_not_run(pages.error());
  const Result<MarkResult> result = mark_translations(*project, options.root, *pages);
  if (!result) return could_not_run(result.error());
  for (const std::string& file : result->marked) print_result(file + "\n");
  print_error(fmt::format(
      "Marked {}{}\n", counted(result->marked.size(), "translation", "translations"),
      result->current == 0 ? std::string() : fmt::format("; {} had the mark already", result->current)));
  return Exit::clean;
}

Exit run_export(const TranslateOptions& options) {
  const Result<Project> project = read_for_translation(options.root);
  if (!project) return could_not_run(project.error());
  if (auto known = check_language(project->site, options.language); !known)
    return could_not_run(known.error());
  const auto pages = page_names(options);
  if (!pages) return could_not_run(pages.error());
  const Result<ExportResult> result =
      export_translations(*project, options.root, {options.language, *pages, options.all});
  if (!result) return could_not_run(result.error());
  for (const std::string& draft : result->drafts)
    print_error(fmt::format("{} is a draft and was left out\n", draft));
  if (result->texts == 0) {
    print_error("Nothing needs translating; --all sends everything\n");
    return Exit::clean;
  }
  const auto formats = exchange_formats();
  const auto format = std::find_if(formats.begin(), formats.end(),
                                   [&](const ExchangeFormat& one) { return one.name == options.format; });
  const std::string text = format->write(result->exchange);
  if (options.out == "-") {
    print_result(text);
  } else if (auto written = write_file(options.out, text); !written) {
    return could_not_run(written.error());
  }
  print_error(fmt::format("{} of {} to be translated\n", counted(result->texts, "text", "texts"),
                          counted(result->exchange.files.size(), "page", "pages")));
  return Exit::clean;
}

Result<ReturnedExchange> read_returned(const std::string& name) {
  const ExchangeFormat* format = format_of(name);
  if (format == nullptr) return Error{fmt::format("{}: its name ends neither in .xlf nor in .po", name)};
  const Result<std::string> bytes = disk().read(name);
  if (!bytes) return bytes.error();
  Result<ReturnedExchange> returned = format->read(*bytes);
  if (!returned) return Error{fmt::format("{}: {}", name, returned.error().message)};
  return returned;
}

/// The pages that were made of one file.
Result<std::size_t> import_one(const TranslateOptions& options, const Project& project,
                               const std::string& name) {
  const Result<ReturnedExchange> returned = read_returned(name);
  if (!returned) return returned.error();
  const Result<Import> import = read_import(project, options.root, *returned, {name, options.restructure});
  if (!import) return Error{fmt::format("{}: {}", name, import.error().message)};
  for (const ImportProblem& problem : import->problems) print_error(problem_text(problem));
  if (!options.dry_run) {
    if (auto written = write_import(options.root, *import); !written) return written.error();
  }
  std::size_t changed = 0;
  for (const ImportedPage& page : import->pages) {
    if (page.changed) print_result(page.file + "\n");
    if (page.changed) ++changed;
  }
  print_error(fmt::format("{}: {} {}, {} as before, {} refused\n", name, counted(changed, "page", "pages"),
                          options.dry_run ? "would be written" : "written", import->pages.size() - changed,
                          import->refused));
  return import->refused;
}

Exit run_import(const TranslateOptions& options) {
  std::size_t refused = 0;
  for (const std::string& name : options.names) {
    // Read anew for each file: what the last one wrote is known to the next.
    const Result<Project> project = read_for_translation(options.root);
    if (!project) return could_not_run(project.error());
    const Result<std::size_t> one = import_one(options, *project, name);
    if (!one) return could_not_run(one.error());
    refused += *one;
  }
  return refused == 0 ? Exit::clean : Exit::findings;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const ExchangeFormat& format : exchange_formats()) names.emplace_back(format.name);
  return names;
}

using Options = std::shared_ptr<TranslateOptions>;

CLI::App* declare_status(CLI::App& app, const Options& options) {
  CLI::App* status =
      app.add_subcommand("status", "Show which pages are missing or out of date, and which of their texts");
  declare_root(*status, options->root);
  status->add_option("--language", options->languages, "Only this language; may be given several times")
      ->type_name("CODE")
      ->expected(1)
      ->take_all();
  status->add_flag("--json", options->json, "For programs: all pages, with all texts that have changed");
  return status;
}

CLI::App* declare_mark(CLI::App& app, const Options& options) {
  CLI::App* mark = app.add_subcommand("mark", "Mark translations as made from the current text");
  mark->add_option("PAGE", options->names, "Translations that were compared: content/nl/manager/index.md")
      ->expected(0, -1);
  declare_root(*mark, options->root);
  mark->add_flag("--all", options->all, "All translations");
  return mark;
}

CLI::App* declare_export(CLI::App& app, const Options& options) {
  CLI::App* one = app.add_subcommand("export", "Write texts for translators: what is new or has changed");
  one->add_option("PAGE", options->names, "Only these pages of the source language: content/en/index.md")
      ->expected(0, -1);
  declare_root(*one, options->root);
  one->add_option("--language", options->language, "The language to translate into")
      ->type_name("CODE")
      ->required();
  one->add_option("--format", options->format, "xliff (XLIFF 2.0) or po (GNU gettext)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(format_names()));
  one->add_flag("--all", options->all, "Also texts whose translation is current");
  one->add_option("--out", options->out, "Where to write; - is standard output (default)")->type_name("FILE");
  return one;
}

CLI::App* declare_import(CLI::App& app, const Options& options) {
  CLI::App* one = app.add_subcommand("import", "Turn translated files into pages");
  one->add_option("FILE", options->names, "XLIFF 2 (.xlf, .xliff) or PO (.po)")->required()->expected(1, -1);
  declare_root(*one, options->root);
  one->add_flag("--dry-run", options->dry_run, "Say what would happen and write nothing");
  one->add_flag("--restructure", options->restructure,
                "Remove texts that the translation has and its source does not");
  return one;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options = std::make_shared<TranslateOptions>();
  const CLI::App* status = declare_status(app, options);
  const CLI::App* mark = declare_mark(app, options);
  const CLI::App* exported = declare_export(app, options);
  declare_import(app, options);
  app.require_subcommand(1);
  return [=] {
    if (status->parsed()) return run_status(*options);
    if (mark->parsed()) return run_mark(*options);
    return exported->parsed() ? run_export(*options) : run_import(*options);
  };
}

}  // namespace

const Command translate_command{
    "translate", "See, mark, send and take back translations",
    "Shows the state of translations, marks those that were compared with their source, writes texts for "
    "translators as XLIFF or PO, and turns the translated files into pages. `status` ends with 1 when a page "
    "is missing, out of date or unmarked, `import` when a page could not be made.",
    "tailorbird translate status --language nl\n"
    "tailorbird translate mark content/nl/manager/index.md      you have compared it\n"
    "tailorbird translate export --language nl --out nl.xlf     what is new or has changed\n"
    "tailorbird translate import nl.xlf --dry-run",
    declare};

}  // namespace tailorbird
