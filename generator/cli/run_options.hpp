#pragma once
// What `build` and `check` have in common: which editions, how findings are shown, the run itself.

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
  bool all = false;  // findings are not folded
  std::string diagnostics = "text";
};

/// --root, alone: for commands that make no editions. Sets `root` to the nearest project.
void declare_root(CLI::App& app, std::string& root);

/// --profile, --bundle and --language.
void declare_filter(CLI::App& app, std::vector<std::string>& profiles, std::vector<std::string>& bundles,
                    std::vector<std::string>& languages);

/// All options of RunOptions.
void declare_run(CLI::App& app, RunOptions& options);

/// A request for these options; what only `build` knows is left as it is.
BuildRequest make_request(const RunOptions& options);

/// Says on standard error why the program could not run.
Exit could_not_run(const Error& error);

/// Shows the findings of `report` as `options` say: text on standard error, forms for programs on standard
/// output.
void show_findings(const BuildReport& report, const RunOptions& options);

/// Shows the one line that sums up a run: with the other results, or beside JSON on standard error; not with
/// --quiet.
void show_summary(const std::string& line, const RunOptions& options);

/// "0 errors, 2 warnings"
std::string counts_text(const BuildReport& report);

/// "1 edition", "3 editions"
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// Errors are findings; warnings are with --strict.
Exit exit_of(const BuildReport& report, const RunOptions& options);

}  // namespace tailorbird
