#include "package/check_package.hpp"

#include <fmt/format.h>

#include "package/other_kinds.hpp"
#include "package/rules.hpp"

namespace tailorbird {
namespace {

class Run {
 public:
  Run(const Package& package, bool advice, Diagnostics& found)
      : package_(package), advice_(advice), found_(found) {}

  void operator()(std::span<const PackageRule> rules) const {
    for (const PackageRule& rule : rules) {
      if (advice_ || rule.kind != RuleKind::advice) rule.check(package_, rule.code, found_);
    }
  }

 private:
  const Package& package_;
  bool advice_;
  Diagnostics& found_;
};

Error folder_given(const fs::path& path) {
  return Error{fmt::format("cannot read {}: it is a folder; give the zip that a learning system would get",
                           path.string())};
}

}  // namespace

Result<Diagnostics> check_package(const fs::path& path, bool advice) {
  std::error_code cause;
  if (fs::is_directory(path, cause)) return folder_given(path);
  if (!fs::is_regular_file(path, cause)) return file_error("read", path, cause ? cause.value() : ENOENT);
  Diagnostics found;
  const Result<std::unique_ptr<Package>> opened = open_package(path);
  if (!opened) {
    found.add("package-unreadable", {path.string(), {}, 0}, opened.error().message);
    return found;
  }
  const Package& package = **opened;
  const Run run(package, advice, found);
  run(zip_rules());
  if (check_other_kind(package, found)) return found;
  run(manifest_rules());
  // Without a readable manifest there is nothing to compare the files with.
  if (!package.root()) return found;
  run(structure_rules());
  run(organization_rules());
  run(file_rules());
  // What a package does can only be said when all its pages and scripts can be read.
  if (package.files.is_all) run(content_rules());
  return found;
}

}  // namespace tailorbird
