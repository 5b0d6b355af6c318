#include "package/check_package.hpp"

#include <array>
#include <fmt/format.h>

#include "package/rules.hpp"

namespace tailorbird {
namespace {

void run(std::span<const PackageRule> rules, const Package& package, Diagnostics& found) {
  for (const PackageRule& rule : rules) rule.check(package, rule.code, found);
}

Error folder_given(const fs::path& path) {
  return Error{fmt::format("cannot read {}: it is a folder; give the zip that a learning system would get",
                           path.string())};
}

}  // namespace

Result<Diagnostics> check_package(const fs::path& path) {
  std::error_code cause;
  if (fs::is_directory(path, cause)) return folder_given(path);
  if (!fs::is_regular_file(path, cause)) return file_error("read", path, cause ? cause.value() : ENOENT);
  Diagnostics found;
  const Result<std::unique_ptr<Package>> package = open_package(path);
  if (!package) {
    found.add("package-unreadable", {path.string(), {}, 0}, package.error().message);
    return found;
  }
  run(zip_rules(), **package, found);
  run(manifest_rules(), **package, found);
  // Without a manifest that can be read there is nothing to compare the files with.
  if (!(*package)->manifest.document_element()) return found;
  run(structure_rules(), **package, found);
  run(organization_rules(), **package, found);
  run(file_rules(), **package, found);
  return found;
}

}  // namespace tailorbird
