#pragma once
// The contents of a folder as a value that tests can compare.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace tailorbird::test {

/// Relative path → bytes. Includes hidden files.
using Tree = std::map<std::string, std::string>;

inline Tree read_tree(const std::filesystem::path& folder) {
  Tree tree;
  if (!std::filesystem::exists(folder)) return tree;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    tree[entry.path().lexically_relative(folder).generic_string()] = {std::istreambuf_iterator<char>(file),
                                                                      {}};
  }
  return tree;
}

/// Paths that only one of the trees has, or that differ in their bytes.
inline std::vector<std::string> differing(const Tree& a, const Tree& b) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : a) {
    const auto other = b.find(path);
    if (other == b.end() || other->second != bytes) paths.push_back(path);
  }
  for (const auto& [path, bytes] : b) {
    if (!a.contains(path)) paths.push_back(path);
  }
  return paths;
}

}  // namespace tailorbird::test
