#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <memory>

#include "base/strings.hpp"
#include "build/filter.hpp"
#include "cli/all_commands.hpp"
#include "cli/compilation.hpp"
#include "cli/console.hpp"
#include "cli/places.hpp"
#include "cli/run_options.hpp"
#include "diag/suggest.hpp"
#include "read/project.hpp"
#include "report/code_page.hpp"
#include "report/component_reference.hpp"
#include "report/condition_lines.hpp"
#include "report/key_reference.hpp"
#include "report/reasons_text.hpp"

namespace tailorbird {
namespace {

struct ExplainOptions {
  std::string root;
  std::string what;
  EditionFilter filter;
};

std::string code_text(std::string_view name) {
  const DiagnosticCode* code = find_code(name);
  if (code == nullptr) return {};
  const Result<std::string> page = read_file(code_page_path(data_folder(), name));
  return code_page_text(*code, page ? read_code_examples(*page) : CodeExamples{});
}

std::string component_entry(std::string_view name) {
  const int index = find_component(name);
  return index < 0 ? std::string() : component_text(component_specs()[static_cast<std::size_t>(index)]);
}

/// Whether `name` is the end of `path`: `fixed`, `bundles.fixed` or `bundles[].fixed`.
bool is_named(const std::string& path, std::string_view name) {
  for (const std::string& one : {path, replace_all(replace_all(path, "[]", ""), ".ID", "")}) {
    if (one == name) return true;
    if (one.ends_with(name) && one[one.size() - name.size() - 1] == '.') return true;
  }
  return false;
}

std::string key_entries(std::string_view name) {
  std::string text;
  for (const KeyEntry& key : yaml_keys()) {
    if (is_named(key.path, name)) text += (text.empty() ? "" : "\n") + key_text(key);
  }
  return text;
}

/// "content/en/plan.md:12" → the page and 12; 0 without a line.
struct PageName {
  std::string name;
  std::uint32_t line = 0;
};

PageName page_name(std::string_view what) {
  const std::size_t end = what.find(".md:");
  if (end == std::string_view::npos) return {std::string(what), 0};
  PageName page{std::string(what.substr(0, end + 3)), 0};
  const std::string_view digits = what.substr(end + 4);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), page.line);
  if (read.ec == std::errc::result_out_of_range) page.line = std::numeric_limits<std::uint32_t>::max();
  return page;
}

std::vector<std::string> page_files(const Project& project) {
  std::vector<std::string> files;
  for (const Page& page : project.pages) files.push_back(page.file);
  return files;
}

std::uint32_t line_count(const Page& page) {
  const PageLines lines(page);
  const std::uint32_t last = lines.last();  // what follows the last line end is none
  return last > 1 && lines.line(last).empty() ? last - 1 : last;
}

Exit explain_page(const ExplainOptions& options, const Compilation& compiled) {
  const Project& project = compiled.project;
  const PageName wanted = page_name(options.what);
  const std::string language = options.filter.languages.empty() ? "" : options.filter.languages.front();
  const std::optional<std::size_t> page = find_page(project, wanted.name, language);
  if (!page) {
    const bool draft = std::any_of(
        project.drafts.begin(), project.drafts.end(),
        [&](const std::string& path) { return path == wanted.name || "content/" + path == wanted.name; });
    if (draft) {
      print_result(fmt::format("{}: a draft, and so in no edition\n", wanted.name));
      return Exit::clean;
    }
    return could_not_run(
        Error{fmt::format("no page `{}`; {}", wanted.name, suggestion(wanted.name, page_files(project)))});
  }
  const std::uint32_t lines = line_count(project.pages[*page]);
  if (lines > 0 && wanted.line > lines)
    return could_not_run(
        Error{fmt::format("{} has only {}", project.pages[*page].file, counted(lines, "line", "lines"))});
  BuildRequest request;
  request.filter = options.filter;
  if (auto known = check_filter(project, request); !known) return could_not_run(known.error());
  const std::vector<Edition> editions = make_editions(project, options.filter);
  const PlaceQuestion question{project, compiled.programs, editions, *page};
  print_result(wanted.line == 0 ? page_reasons_text(question) : line_reasons_text(question, wanted.line));
  return Exit::clean;
}

/// A name with several meanings is explained for each of them.
std::string entries(const ExplainOptions& options, const Compilation* compiled) {
  std::vector<std::string> found = {code_text(options.what), component_entry(options.what)};
  if (compiled != nullptr) {
    const int dimension = compiled->project.site.find_dimension(options.what);
    if (dimension >= 0)
      found.push_back(
          dimension_text(compiled->project, compiled->programs, static_cast<std::size_t>(dimension)));
  }
  found.push_back(key_entries(options.what));
  std::string text;
  for (const std::string& one : found) {
    if (!one.empty()) text += (text.empty() ? "" : "\n") + one;
  }
  return text;
}

Error unknown(const std::string& what, const Compilation* compiled) {
  std::vector<std::string> names;
  for (const DiagnosticCode& code : diagnostic_codes()) names.emplace_back(code.code);
  for (const ComponentSpec& component : component_specs()) names.emplace_back(component.name);
  for (const KeyEntry& key : yaml_keys()) names.emplace_back(key.info.key);
  if (compiled != nullptr) {
    for (const Dimension& dimension : compiled->project.site.dimensions) names.push_back(dimension.id);
  }
  const std::string near = nearest(what, names);
  return {fmt::format("nothing is called `{}`; {}", what,
                      near.empty() ? "name a code, a page, a dimension, a component or a key"
                                   : fmt::format("did you mean `{}`?", near))};
}

Exit run_explain(const ExplainOptions& options) {
  Result<ProjectRead> read = read_project(options.root);
  const bool is_page = options.what.find(".md") != std::string::npos;
  if (!read && is_page) return could_not_run(read.error());
  std::unique_ptr<Compilation> compiled;
  if (read) compiled = std::make_unique<Compilation>(std::move(read->project));
  if (is_page) return explain_page(options, *compiled);
  const std::string text = entries(options, compiled.get());
  if (text.empty()) return could_not_run(unknown(options.what, compiled.get()));
  print_result(text);
  return Exit::clean;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<ExplainOptions>();  // shared: the parser and the returned function need it
  app.add_option("WHAT", options->what,
                 "A code, a page (content/en/plan.md, or with a line: content/en/plan.md:12), a dimension, a "
                 "component or a key of a YAML file")
      ->required();
  declare_root(app, options->root);
  declare_filter(app, options->filter.profiles, options->filter.bundles, options->filter.languages);
  return [options] { return run_explain(*options); };
}

}  // namespace

const Command explain_command{
    "explain",
    "Say why a text is in an edition or not, or what a name means",
    "Explains a place on a page: which condition in which file includes it in an edition, leaves it out, or "
    "leaves it to the reader. A code in a message: why it matters, what to do, and examples. A dimension, a "
    "component or a key: its description.",
    "tailorbird explain content/en/plan.md:12 --profile meander --bundle managers\n"
    "tailorbird explain content/en/plan.md           all conditions of a page\n"
    "tailorbird explain link-target-missing          a code\n"
    "tailorbird explain checklist                    a component\n"
    "tailorbird explain bundles.fixed                a key",
    declare,
    {.list = "codes", .is_file = true}};

}  // namespace tailorbird
