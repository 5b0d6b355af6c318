#pragma once
// The folder that is imported: its files, and which of them are pages.

#include <string>
#include <string_view>
#include <vector>

#include "base/input_files.hpp"

namespace tailorbird {

struct SourceTree {
  fs::path folder;
  const Files* files = &disk();
  std::vector<std::string> paths;  // all files, from the folder, sorted
  std::vector<std::string> pages;  // those to be imported

  Result<std::string> read(const std::string& path) const { return files->read(folder / path); }
  /// The file that `path` means, ignoring case; empty: none.
  std::string find(std::string_view path) const;
};

/// Lists a folder, or the folder of one file, which is then the only page. For a folder `pages` is left to
/// the kind of import.
Result<SourceTree> read_source_tree(const fs::path& source, const Files& files);

}  // namespace tailorbird
