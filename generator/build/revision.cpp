#include "build/revision.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "build/version.hpp"

namespace tailorbird {
namespace {

struct Input {
  std::string name;  // the same on all machines: "content/en/index.md"
  fs::path file;
  bool operator<(const Input& other) const { return name < other.name; }
};

Result<void> add_files(std::vector<Input>& inputs, const fs::path& folder, const std::string& name) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return {};
  const Result<std::vector<std::string>> files = list_files(folder);
  if (!files) return files.error();
  for (const std::string& file : *files) inputs.push_back({name + "/" + file, folder / file});
  return {};
}

Result<void> add_themes(std::vector<Input>& inputs, const std::vector<fs::path>& theme_folders) {
  std::set<std::string> seen;
  for (const fs::path& folder : theme_folders) {
    std::error_code ignored;
    for (const auto& theme : fs::directory_iterator(folder, ignored)) {
      const std::string name = theme.path().filename().string();
      if (!seen.insert(name).second) continue;
      if (auto added = add_files(inputs, theme.path(), "themes/" + name); !added) return added;
    }
  }
  return {};
}

}  // namespace

Result<std::string> content_revision(const fs::path& root, const std::vector<fs::path>& theme_folders,
                                     unsigned jobs) {
  std::vector<Input> inputs;
  if (auto added = add_files(inputs, root / "content", "content"); !added) return added.error();
  if (auto added = add_files(inputs, root / "profiles", "profiles"); !added) return added.error();
  if (auto added = add_themes(inputs, theme_folders); !added) return added.error();
  std::sort(inputs.begin(), inputs.end());

  std::vector<Result<std::string>> hashes(inputs.size(), std::string{});
  parallel_for(inputs.size(), jobs,
               [&](std::size_t index) { hashes[index] = sha256_of_file(inputs[index].file); });
  std::string all = fmt::format("tailorbird {}\n", version());
  for (std::size_t index = 0; index < inputs.size(); ++index) {
    if (!hashes[index]) return hashes[index].error();
    all += fmt::format("{} {}\n", *hashes[index], inputs[index].name);
  }
  return sha256_hex(all).substr(0, 12);
}

}  // namespace tailorbird
