#include <array>
#include <fmt/format.h>
#include <memory>

#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/interrupts.hpp"
#include "cli/run_options.hpp"

namespace tailorbird {
namespace {

struct BuildOptions {
  RunOptions run;
  std::string out;
  bool prune = false;
  bool no_zip = false;
  bool no_cache = false;
  std::string shard;
};

/// Decimal units, as file managers and mail programs count.
std::string size_text(std::uint64_t bytes) {
  struct Unit {
    double size;
    std::string_view name;
  };
  constexpr Unit units[] = {{1e9, "GB"}, {1e6, "MB"}, {1e3, "kB"}};
  for (const Unit& unit : units) {
    if (static_cast<double>(bytes) >= unit.size) {
      return fmt::format("{:.1f} {}", static_cast<double>(bytes) / unit.size, unit.name);
    }
  }
  return fmt::format("{} B", bytes);
}

std::string folder_text(const fs::path& out) { return out.lexically_normal().generic_string() + "/"; }

std::string summary(const BuildReport& report, const fs::path& out) {
  const std::string made = counted(report.edition_count, "edition", "editions") + ", " +
                           counted(report.page_count, "page", "pages");
  if (!report.written)
    return fmt::format("Nothing was written to {} ({}; {})", folder_text(out), made, counts_text(report));
  return fmt::format("{}, {} \u2192 {} ({})", made, size_text(report.bytes), folder_text(out),
                     counts_text(report));
}

/// By GoneAddress::Why.
constexpr auto consequences = std::to_array<std::string_view>({
    "links to it lead nowhere; `aliases:` in the front matter of the page that took its place keeps them",
    "its page is no longer for the readers of this bundle",
    "the profile no longer asks for it",
    "links to it lead nowhere",
});

void show_leftovers(const BuildReport& report, const RunOptions& options) {
  if (options.quiet) return;
  for (const std::string& name : report.pruned) print_error(fmt::format("removed {}\n", name));
  for (const std::string& name : report.stale) {
    print_error(fmt::format("{} is still there, but no profile asks for it; --prune removes it\n", name));
  }
  constexpr std::size_t most = 5;
  for (std::size_t index = 0; index < report.gone.size() && index < most; ++index) {
    const GoneAddress& one = report.gone[index];
    print_error(fmt::format("{} is gone: {}\n", one.path, consequences[static_cast<std::size_t>(one.why)]));
  }
  if (report.gone.size() > most)
    print_error(fmt::format("\u2026 and {} more pages of the last build\n", report.gone.size() - most));
  for (const std::string& name : report.kept) {
    print_error(fmt::format("{} is not Tailorbird's, or was changed; it is kept as it is\n", name));
  }
}

Exit run_build(const BuildOptions& options) {
  BuildRequest request = make_request(options.run);
  if (!options.out.empty()) request.out = options.out;
  request.prune = options.prune;
  request.zip = !options.no_zip;
  request.cache = !options.no_cache;
  if (!options.shard.empty()) {
    const Result<Shard> shard = parse_shard(options.shard);
    if (!shard) return could_not_run(shard.error());
    request.shard = *shard;
  }
  const Interrupts interrupts;  // Ctrl-C ends the build in order
  request.stop = &interrupts.asked();
  const Result<BuildReport> report = build(request);
  if (!report && interrupts.asked()) {
    print_error("tailorbird: stopped; nothing was written\n");
    interrupts.end_program();
  }
  if (!report) return could_not_run(report.error());
  show_findings(*report, options.run);
  show_leftovers(*report, options.run);
  show_summary(summary(*report, request.out), options.run);
  return exit_of(*report, options.run);
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<BuildOptions>();  // shared: the parser and the returned function need it
  declare_run(app, options->run);
  app.add_option("--out", options->out, "Where to write (default: dist/ in the root)")->type_name("DIR");
  app.add_flag("--no-zip", options->no_zip, "Make folders only, no zips of them");
  app.add_flag("--no-cache", options->no_cache, "Build everything again, even if nothing has changed");
  app.add_flag("--prune", options->prune, "Remove earlier output that no profile declares any more");
  app.add_option("--shard", options->shard,
                 "Build only part I of N, on one of N machines; `tailorbird join` joins the parts")
      ->type_name("I/N");
  return [options] { return run_build(*options); };
}

}  // namespace

const Command build_command{
    "build", "Check everything and make the bundles in dist/",
    "Checks everything and makes the bundles of all organisations in dist/. When there are errors nothing is "
    "written: the bundles of the last good build stay as they are.",
    "tailorbird build                              everything\n"
    "tailorbird build --profile meander            one organisation\n"
    "tailorbird build --profile meander --bundle managers --language nl\n"
    "tailorbird build --out /srv/guidance          somewhere else than dist/\n"
    "tailorbird build --shard 2/4 --out shards/2   the second of four parts",
    declare};

}  // namespace tailorbird
