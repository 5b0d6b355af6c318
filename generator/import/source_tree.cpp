#include "import/source_tree.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"

namespace tailorbird {

std::string SourceTree::find(std::string_view path) const {
  if (std::binary_search(paths.begin(), paths.end(), path)) return std::string(path);
  const std::string lower = ascii_lower(path);
  const auto found = std::find_if(paths.begin(), paths.end(),
                                  [&](const std::string& one) { return ascii_lower(one) == lower; });
  return found == paths.end() ? std::string() : *found;
}

Result<SourceTree> read_source_tree(const fs::path& source, const Files& files) {
  const Result<FileStatus> status = files.stat(source);
  if (!status) return status.error();
  if (status->kind == FileStatus::Kind::missing) return Error{fmt::format("there is no {}", source.string())};
  SourceTree tree;
  tree.files = &files;
  tree.folder = status->kind == FileStatus::Kind::folder ? source : source.parent_path();
  if (tree.folder.empty()) tree.folder = ".";
  Result<std::vector<std::string>> paths = files.list(tree.folder);
  if (!paths) return paths.error();
  tree.paths = std::move(paths).value();
  // Files that other tools generated or installed are not the authors' content.
  std::erase_if(tree.paths, [](const std::string& path) {
    const std::string inside = "/" + path;
    return inside.find("/node_modules/") != std::string::npos || inside.find("/_site/") != std::string::npos;
  });
  if (status->kind != FileStatus::Kind::folder) tree.pages = {source.filename().string()};
  return tree;
}

}  // namespace tailorbird
