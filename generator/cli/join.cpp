#include "build/join.hpp"

#include <fmt/format.h>
#include <memory>

#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/run_options.hpp"

namespace tailorbird {
namespace {

struct JoinOptions {
  std::vector<std::string> shards;
  std::string out = "dist";
  bool prune = false;
};

void show_leftovers(const JoinReport& report) {
  for (const std::string& name : report.pruned) print_error(fmt::format("removed {}\n", name));
  for (const std::string& name : report.stale)
    print_error(fmt::format("{} is still there, but is in no shard; --prune removes it\n", name));
  for (const std::string& name : report.kept)
    print_error(fmt::format("{} is not Tailorbird's, or was changed; it is kept as it is\n", name));
}

Exit run_join(const JoinOptions& options) {
  const Result<JoinReport> report =
      join({{options.shards.begin(), options.shards.end()}, options.out, options.prune});
  if (!report) return could_not_run(report.error());
  for (const std::string& problem : report->problems) print_error(problem + "\n");
  if (!report->problems.empty()) {
    print_result(fmt::format("Nothing was written to {}/ ({})\n", options.out,
                             counted(report->problems.size(), "problem", "problems")));
    return Exit::findings;
  }
  show_leftovers(*report);
  print_result(fmt::format("{}, {}, {} \u2192 {}/\n", counted(options.shards.size(), "shard", "shards"),
                           counted(report->bundles, "bundle", "bundles"),
                           counted(report->files, "file", "files"), options.out));
  return Exit::clean;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<JoinOptions>();  // shared: the parser and the returned function need it
  app.add_option("SHARD", options->shards,
                 "The folders that were made with --shard, all of them, in any order")
      ->type_name("FOLDER...")
      ->required();
  app.add_option("--out", options->out, "Where to write (default: dist)")->type_name("DIR");
  app.add_flag("--prune", options->prune, "Remove earlier output that is in no shard");
  return [options] { return run_join(*options); };
}

}  // namespace

const Command join_command{
    "join",
    "Put shards of a build together",
    "Joins what `tailorbird build --shard` made on several machines: the same bytes as one build. Shards "
    "that are missing, repeated, damaged or made from other content are reported, and nothing is written.",
    "tailorbird join --out dist shard-1 shard-2    two shards\n"
    "tailorbird join --out dist shards/*           all that exist; a missing one is reported",
    declare,
    {.is_file = true}};

}  // namespace tailorbird
