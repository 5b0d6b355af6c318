#include "build/verify.hpp"

#include <fmt/format.h>
#include <memory>

#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/run_options.hpp"

namespace tailorbird {
namespace {

struct VerifyOptions {
  std::string delivered = "dist";
  std::string record;
  std::string signature;
  std::string key;
};

Exit run_verify(const VerifyOptions& options) {
  const Result<VerifyReport> report =
      verify({options.delivered, options.record, options.signature, options.key});
  if (!report) return could_not_run(report.error());
  for (const std::string& problem : report->problems) print_error(problem + "\n");
  const std::string files = counted(report->files, "file", "files");
  if (!report->problems.empty()) {
    print_result(fmt::format("{}: not what was made ({} compared, {})\n", options.delivered, files,
                             counted(report->problems.size(), "problem", "problems")));
    return Exit::findings;
  }
  print_result(fmt::format("{}: {} as they were made{}\n", options.delivered, files,
                           options.signature.empty() ? "" : ", build.json signed"));
  return Exit::clean;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<VerifyOptions>();  // shared: the parser and the returned function need it
  app.add_option("DIST", options->delivered,
                 "The folder that was delivered, or one file of it (default: dist)")
      ->type_name("FOLDER|FILE.zip");
  app.add_option("--record", options->record, "build.json (default: in the folder, or above the file)")
      ->type_name("FILE");
  auto* signature =
      app.add_option("--signature", options->signature, "A detached Ed25519 signature of build.json")
          ->type_name("FILE");
  auto* key = app.add_option("--key", options->key, "The public key of the signer")->type_name("FILE.pem");
  signature->needs(key);
  key->needs(signature);
  return [options] { return run_verify(*options); };
}

}  // namespace

const Command verify_command{
    "verify",
    "Check that delivered files are what was made",
    "Compares each file of a delivered folder with its size and SHA-256 in build.json: none may be missing, "
    "extra or different. One file, such as a zip, is compared alone. With a signature, "
    "build.json must be signed with the "
    "key.",
    "tailorbird verify /srv/guidance               a folder, with build.json in it\n"
    "tailorbird verify meander-managers-site.zip --record build.json\n"
    "tailorbird verify dist --signature build.json.sig --key house.pem",
    declare,
    {.is_file = true}};

}  // namespace tailorbird
