#include <chrono>
#include <fmt/format.h>
#include <memory>
#include <stop_token>
#include <thread>

#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/interrupts.hpp"
#include "cli/places.hpp"
#include "cli/run_options.hpp"
#include "serve/folder_watch.hpp"
#include "serve/server.hpp"

namespace tailorbird {
namespace {

constexpr int usual_port = 4173;

struct ServeOptions {
  std::string root = ".";
  int port = usual_port;
  unsigned jobs = 0;
};

std::vector<fs::path> watched_folders(const fs::path& root, const std::vector<fs::path>& themes) {
  std::vector<fs::path> folders = {root / "content", root / "profiles", root / "translations"};
  folders.insert(folders.end(), themes.begin(), themes.end());
  return folders;
}

Exit run_serve(const ServeOptions& options) {
  const PreviewSetting setting{options.root, theme_folders(options.root), data_folder(), options.jobs};
  Preview preview(setting);
  if (const auto loaded = preview.load(); !loaded) return could_not_run(loaded.error());
  PreviewServer server(preview);
  const Result<int> port = server.bind(options.port);
  if (!port) return could_not_run(port.error());
  const FolderWatch watch(
      watched_folders(setting.root, setting.theme_folders),
      [&](const std::vector<fs::path>& files) {
        preview.changed();
        server.tell_changed(files);
      },
      [](const std::string& message) {
        print_error("A change could not be shown: ");
        print_error(message);
        print_error("\n");
      });
  const Interrupts interrupts;
  // Ends with run_serve, also when that fails or throws.
  const std::jthread waiting([&](const std::stop_token& ended) {
    while (!interrupts.asked() && !ended.stop_requested())
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    server.stop();
  });
  print_result(fmt::format("Preview on http://127.0.0.1:{}/ (Ctrl-C ends it)\n", *port));
  if (const auto ran = server.run(); !ran) return could_not_run(ran.error());
  return Exit::clean;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<ServeOptions>();  // shared: the parser and the returned function need it
  declare_root(app, options->root);
  app.add_option("--port", options->port,
                 fmt::format("The port on 127.0.0.1 (default: {}; 0: any that is free)", usual_port))
      ->type_name("N")
      ->check(CLI::Range(0, 65535));
  app.add_option("--jobs", options->jobs, "The number of parallel jobs (default: one per processor core)")
      ->type_name("N")
      ->check(CLI::Range(0U, 256U));
  return [options] { return run_serve(*options); };
}

}  // namespace

const Command serve_command{
    "serve", "Show the bundles in a browser while you write",
    "Shows every bundle as `build` makes it, on this machine only, and updates it within moments of each "
    "save: with the findings beside the page, the conditions of each passage on request, two editions side "
    "by side, and what would be reported to a learning system. Nothing is written.",
    "tailorbird serve                 then open http://127.0.0.1:4173/\n"
    "tailorbird serve --port 0        on any free port, which is printed",
    declare};

}  // namespace tailorbird
