#include "cli/places.hpp"

namespace tailorbird {
namespace {

bool holds_themes(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / "themes/default/theme.yaml", ignored);
}

}  // namespace

fs::path data_folder() {
  std::error_code cause;
  const fs::path program = fs::read_symlink("/proc/self/exe", cause);
  if (cause) return {};
  fs::path installed = program.parent_path().parent_path() / "share/tailorbird";
  if (holds_themes(installed)) return installed;
  for (fs::path folder = program.parent_path(); folder != folder.root_path(); folder = folder.parent_path()) {
    if (holds_themes(folder)) return folder;
  }
  return {};
}

fs::path project_above(const fs::path& folder) {
  std::error_code ignored;
  for (fs::path at = folder; !at.empty(); at = at.parent_path()) {
    if (fs::is_regular_file(at / "content/site.yaml", ignored)) return at;
    if (at == at.root_path()) break;
  }
  return folder;
}

fs::path nearest_project() {
  std::error_code ignored;
  const fs::path here = fs::current_path(ignored);
  return project_above(here).lexically_relative(here);
}

Result<std::string> name_in_project(const fs::path& root, const fs::path& name) {
  std::error_code cause;
  const bool is_here = fs::exists(name, cause);
  if (cause) return file_error("find", name, cause.value());
  if (is_here) {
    const fs::path file = fs::weakly_canonical(name, cause);
    if (cause) return file_error("find", name, cause.value());
    const fs::path folder = fs::weakly_canonical(root, cause);
    if (cause) return file_error("find", root, cause.value());
    const fs::path relative = file.lexically_relative(folder);
    if (!relative.empty() && *relative.begin() != "..") return relative.generic_string();
  }
  return name.lexically_normal().generic_string();
}

std::vector<fs::path> theme_folders(const fs::path& root) {
  std::vector<fs::path> folders = {root / "themes"};
  if (const fs::path data = data_folder(); !data.empty()) folders.push_back(data / "themes");
  return folders;
}

}  // namespace tailorbird
