#include <fmt/format.h>
#include <memory>

#include "cli/all_commands.hpp"
#include "cli/run_options.hpp"

namespace tailorbird {
namespace {

Exit run_check(const RunOptions& options) {
  BuildRequest request = make_request(options);
  request.write = false;
  const Result<BuildReport> report = build(request);
  if (!report) return could_not_run(report.error());
  show_findings(*report, options);
  show_summary(fmt::format("Checked {}, {}: {}", counted(report->edition_count, "edition", "editions"),
                           counted(report->page_count, "page", "pages"), counts_text(*report)),
               options);
  return exit_of(*report, options);
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<RunOptions>();  // shared: the parser and the returned function need it
  declare_run(app, *options);
  return [options] { return run_check(*options); };
}

}  // namespace

const Command check_command{"check", "Check everything and write nothing",
                            "Reads the content and the profiles, makes every edition in memory, and tells "
                            "what is wrong: where it is, why "
                            "it matters, and what to do. Nothing is written.",
                            "tailorbird check                              everything\n"
                            "tailorbird check --profile meander            one organisation\n"
                            "tailorbird check --strict                     warnings count as errors\n"
                            "tailorbird check --diagnostics json           for editors and other programs",
                            declare};

}  // namespace tailorbird
