#pragma once
// Options and output that `build` and `check` share: the choice of editions, and the presentation of
// findings.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "cli/command.hpp"

namespace tailorbird {

struct RunOptions {
  std::string root = ".";
  std::vector<std::string> profiles;
  std::vector<std::string> bundles;
  std::vector<std::string> languages;
  std::vector<std::string> formats;
  unsigned jobs = 0;
  bool strict = false;
  bool quiet = false;
  bool all = false;  // show all findings, without summarising
  std::string diagnostics = "text";
};

/// Declares only --root, for commands that make no editions. Sets `root` to the nearest project.
void declare_root(CLI::App& app, std::string& root);

/// Declares --profile, --bundle and --language.
void declare_filter(CLI::App& app, std::vector<std::string>& profiles, std::vector<std::string>& bundles,
                    std::vector<std::string>& languages);

/// Declares all options of RunOptions.
void declare_run(CLI::App& app, RunOptions& options);

/// A request for these options; fields for `build` alone keep their defaults.
BuildRequest make_request(const RunOptions& options);

/// Reports on standard error why the program could not run.
Exit could_not_run(const Error& error);

/// Shows the findings of `report` in the format of `options`: text on standard error, formats for programs on
/// standard output.
void show_findings(const BuildReport& report, const RunOptions& options);

/// Shows the summary line of a run on standard output, or on standard error when findings are JSON. Not with
/// --quiet.
void show_summary(const std::string& line, const RunOptions& options);

/// "0 errors, 2 warnings"
std::string counts_text(const BuildReport& report);

/// "1 edition", "3 editions"
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// The exit code: errors count as findings, warnings only with --strict.
Exit exit_of(const BuildReport& report, const RunOptions& options);

}  // namespace tailorbird
