#include <array>
#include <ctime>
#include <fmt/format.h>
#include <iostream>
#include <memory>

#include "base/memory_files.hpp"
#include "cli/all_commands.hpp"
#include "cli/places.hpp"
#include "cli/run_options.hpp"
#include "package/check_package.hpp"
#include "read/schema/scalar_readers.hpp"

namespace tailorbird {
namespace {

struct CheckOptions : RunOptions {
  std::string package;  // a SCORM zip to look into instead of a project
  bool advice = false;  // about a package: also what is only good practice
  std::string today;    // an ISO date; empty: today
  std::string out;      // of the last build
  bool no_cache = false;
  std::string stdin_path;  // the file whose text comes from standard input; empty: none
};

Exit run_package_check(const CheckOptions& options) {
  Result<Diagnostics> found = check_package(options.package, options.advice);
  if (!found) return could_not_run(found.error());
  BuildReport report;
  report.diagnostics = std::move(found->all());
  show_findings(report, options);
  show_summary(fmt::format("Checked {}: {}", options.package, counts_text(report)), options);
  return exit_of(report, options);
}

/// In UTC, so that two people who check at the same moment get the same result.
std::string day_it_is() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

/// Puts unsaved text of an editor over the file on disk.
Result<void> put_standard_input(const CheckOptions& options, MemoryFiles& files) {
  if (options.stdin_path.empty()) return {};
  std::string text;
  std::array<char, 65536> bytes{};
  while (std::cin.read(bytes.data(), bytes.size()) || std::cin.gcount() > 0) {
    text.append(bytes.data(), static_cast<std::size_t>(std::cin.gcount()));
    if (text.size() > largest_file) return Error{"standard input is larger than any file may be"};
  }
  if (std::cin.bad()) return Error{"cannot read standard input"};
  const Result<std::string> name = name_in_project(options.root, options.stdin_path);
  if (!name) return name.error();
  files.put(fs::path(options.root) / *name, std::move(text));
  return {};
}

Exit run_check(const CheckOptions& options) {
  if (!options.package.empty()) return run_package_check(options);
  BuildRequest request = make_request(options);
  MemoryFiles files(&disk());
  if (auto read = put_standard_input(options, files); !read) return could_not_run(read.error());
  if (!options.stdin_path.empty()) request.files = &files;
  request.write = false;
  request.cache = !options.no_cache;
  if (!options.out.empty()) request.out = options.out;
  request.today = options.today.empty() ? day_it_is() : options.today;
  const Result<BuildReport> report = build(request);
  if (!report) return could_not_run(report.error());
  show_findings(*report, options);
  show_summary(fmt::format("Checked {}, {}: {}", counted(report->edition_count, "edition", "editions"),
                           counted(report->page_count, "page", "pages"), counts_text(*report)),
               options);
  return exit_of(*report, options);
}

/// A CLI11 validator: empty when it is a date.
std::string date_problem(const std::string& text) {
  return is_date(text) ? std::string{} : fmt::format("`{}` is not a date; write it as 2026-11-02", text);
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<CheckOptions>();  // shared: the parser and the returned function need it
  declare_run(app, *options);
  app.add_option("--package", options->package,
                 "Check this SCORM package, from any source, instead of the project")
      ->type_name("FILE.zip");
  app.add_flag("--advice", options->advice, "With --package: also report what is only good practice");
  app.add_option("--stdin-path", options->stdin_path,
                 "Read the text of this file from standard input: what an editor has not saved yet")
      ->type_name("FILE");
  app.add_option("--out", options->out,
                 "Where the last build wrote to: what has not changed since is not checked again (default: "
                 "dist/ in the root)")
      ->type_name("DIR");
  app.add_flag("--no-cache", options->no_cache, "Check everything again, even if nothing has changed");
  app.add_option("--today", options->today, "The day for which reviews count as overdue (default: today)")
      ->type_name("YYYY-MM-DD")
      ->check(date_problem);
  return [options] { return run_check(*options); };
}

}  // namespace

const Command check_command{
    "check", "Check everything and write nothing",
    "Reads the content and the profiles, makes every edition in memory, and reports "
    "what is wrong: where it is, why it matters, and what to do. No output is written. "
    "Where a build has left its cache beside the output, only what has changed "
    "since is looked at.",
    "tailorbird check                              everything\n"
    "tailorbird check --profile meander            one organisation\n"
    "tailorbird check --strict                     warnings count as errors\n"
    "tailorbird check --diagnostics json           for editors and other programs\n"
    "tailorbird check --package course.zip         a SCORM package from any source",
    declare};

}  // namespace tailorbird
