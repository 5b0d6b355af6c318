#include "cli/run_options.hpp"

#include <fmt/format.h>

#include "base/strings.hpp"
#include "build/version.hpp"
#include "cli/console.hpp"
#include "cli/places.hpp"
#include "cli/progress.hpp"
#include "diag/print.hpp"
#include "diag/print_machine.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"

namespace tailorbird {
namespace {

/// Lines of the project's files, for the frames under messages. Findings are sorted by file, so one file is
/// kept.
class SourceLines {
 public:
  explicit SourceLines(const fs::path& root) : folders_{root, data_folder()} {}

  std::optional<std::string> operator()(const std::string& file, std::uint32_t line) {
    if (file != file_) load(file);
    if (line == 0 || line > lines_.size()) return std::nullopt;
    std::string text = lines_[line - 1];
    if (text.ends_with('\r')) text.pop_back();
    if (first_invalid_utf8(text)) return std::nullopt;  // a terminal shows rubbish or worse
    return text;
  }

 private:
  void load(const std::string& file) {
    file_ = file;
    lines_.clear();
    for (const fs::path& folder : folders_) {
      const Result<std::string> bytes = read_file(folder / file);
      if (!bytes) continue;
      for (const std::string_view line : split(*bytes, '\n')) lines_.emplace_back(line);
      return;
    }
  }

  std::vector<fs::path> folders_;
  std::string file_;
  std::vector<std::string> lines_;
};

}  // namespace

void declare_root(CLI::App& app, std::string& root) {
  root = nearest_project().string();
  app.add_option(
         "--root", root,
         "The folder that holds content/ and profiles/ (default: this folder or the nearest one above it "
         "that does)")
      ->type_name("DIR");
}

namespace {

void declare_several(CLI::App& app, const char* name, std::vector<std::string>& values, const char* type,
                     const char* what) {
  app.add_option(name, values, what)->type_name(type)->expected(1)->take_all();
}

}  // namespace

void declare_filter(CLI::App& app, std::vector<std::string>& profiles, std::vector<std::string>& bundles,
                    std::vector<std::string>& languages) {
  declare_several(app, "--profile", profiles, "ID", "Only this organisation; may be given several times");
  declare_several(app, "--bundle", bundles, "ID", "Only this bundle; may be given several times");
  declare_several(app, "--language", languages, "CODE", "Only this language; may be given several times");
}

namespace {

std::vector<std::string> form_names() {
  std::vector<std::string> names = {"text"};
  for (const MachineForm& form : machine_forms()) names.emplace_back(form.name);
  return names;
}

}  // namespace

void declare_run(CLI::App& app, RunOptions& options) {
  declare_root(app, options.root);
  declare_filter(app, options.profiles, options.bundles, options.languages);
  declare_several(app, "--format", options.formats, "NAME", "Only this format; may be given several times");
  app.add_flag("--strict", options.strict, "Warnings count as errors");
  app.add_option("--diagnostics", options.diagnostics,
                 "How findings are shown: text (for people), json (for programs), sarif (for code review "
                 "tools) or github (annotations of GitHub Actions)")
      ->type_name("FORM")
      ->check(CLI::IsMember(form_names()));
  app.add_option("--jobs", options.jobs, "The number of parallel jobs (default: one per processor core)")
      ->type_name("N")
      ->check(CLI::Range(0U, 256U));
  app.add_flag("--quiet", options.quiet, "Show nothing but errors and warnings");
  app.add_flag("--all", options.all, "Show every finding, even more than 20 of one kind");
}

BuildRequest make_request(const RunOptions& options) {
  BuildRequest request;
  request.root = options.root;
  request.out = request.root / "dist";
  request.filter = {options.profiles, options.bundles, options.languages};
  request.formats = options.formats;
  request.theme_folders = theme_folders(request.root);
  request.data_folder = data_folder();
  request.jobs = options.jobs;
  request.strict = options.strict;
  if (!options.quiet) request.progress = progress_printer(is_terminal());
  return request;
}

Exit could_not_run(const Error& error) {
  print_error(fmt::format("tailorbird: {}\n", visible(error.message)));
  return Exit::could_not_run;
}

namespace {

/// Notes ask for nothing: who wants quiet is not shown them.
std::vector<Diagnostic> shown_findings(const BuildReport& report, const RunOptions& options) {
  std::vector<Diagnostic> shown = report.diagnostics;
  if (options.quiet)
    std::erase_if(shown, [](const Diagnostic& one) { return one.severity == Severity::note; });
  return shown;
}

}  // namespace

void show_findings(const BuildReport& report, const RunOptions& options) {
  const std::vector<Diagnostic> findings = shown_findings(report, options);
  for (const MachineForm& form : machine_forms()) {
    if (form.name == options.diagnostics)
      return print_result(form.print(findings, {version(), report.edition_count}));
  }
  const PrintOptions print{SourceLines(options.root), report.edition_count, has_colour(), options.all};
  if (!findings.empty()) print_error(diagnostics_text(findings, print) + "\n");
}

void show_summary(const std::string& line, const RunOptions& options) {
  if (options.quiet) return;
  if (options.diagnostics == "text") {
    print_result(line + "\n");
  } else {
    print_error(line + "\n");
  }
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string counts_text(const BuildReport& report) {
  return counted(report.count(Severity::error), "error", "errors") + ", " +
         counted(report.count(Severity::warning), "warning", "warnings");
}

Exit exit_of(const BuildReport& report, const RunOptions& options) {
  const bool stops =
      report.count(Severity::error) > 0 || (options.strict && report.count(Severity::warning) > 0);
  return stops ? Exit::findings : Exit::clean;
}

}  // namespace tailorbird
