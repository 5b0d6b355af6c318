#include <fmt/format.h>
#include <memory>

#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/run_options.hpp"
#include "cli/skeleton.hpp"

namespace tailorbird {
namespace {

/// A folder of an author's own is never written into; one that only version control or a desktop has marked
/// (.git, .DS_Store) is as good as empty.
Result<void> check_empty(const fs::path& folder) {
  std::error_code cause;
  if (!fs::exists(folder, cause)) return {};
  for (const auto& entry : fs::directory_iterator(folder, cause)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.') && name != ".gitignore") continue;
    return Error{fmt::format("{} is not empty (it holds {}); name a new folder: tailorbird init my-guidance",
                             folder.string(), name)};
  }
  if (cause) return file_error("list", folder, cause.value());
  return {};
}

Exit run_init(const std::string& folder) {
  if (auto empty = check_empty(folder); !empty) return could_not_run(empty.error());
  for (const SkeletonFile& file : skeleton_files()) {
    if (auto written = write_file(fs::path(folder) / file.path, file.text); !written)
      return could_not_run(written.error());
    print_result(fmt::format("{}\n", (fs::path(folder) / file.path).lexically_normal().generic_string()));
  }
  const std::string root = folder == "." ? "" : fmt::format(" --root {}", folder);
  print_error(fmt::format("Now run: tailorbird build{}\n", root));
  return Exit::clean;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto folder =
      std::make_shared<std::string>(".");  // shared: the parser and the returned function need it
  app.add_option("FOLDER", *folder, "A new or empty folder (default: this folder)");
  return [folder] { return run_init(*folder); };
}

}  // namespace

const Command init_command{"init", "Begin a project: a small one that works",
                           "Makes a small project in an empty folder: a few pages, one organisation, two "
                           "bundles. It builds as it is; change "
                           "it from there. Nothing that exists is written over.",
                           "tailorbird init my-guidance                   in a new folder\n"
                           "tailorbird init                               in this folder",
                           declare};

}  // namespace tailorbird
