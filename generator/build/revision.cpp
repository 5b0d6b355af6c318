#include "build/revision.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "build/version.hpp"

namespace tailorbird {
namespace {

struct InputFile {
  std::string name;  // the same on all machines: "content/en/index.md", "themes/default/theme.yaml"
  fs::path file;
};

Result<void> add_files(std::vector<InputFile>& inputs, const Files& files, const fs::path& folder,
                       const std::string& name) {
  const Result<FileStatus> status = files.stat(folder);
  if (!status) return status.error();
  if (status->kind != FileStatus::Kind::folder) return {};
  const Result<std::vector<std::string>> names = files.list(folder);
  if (!names) return names.error();
  for (const std::string& file : *names) inputs.push_back({name + "/" + file, folder / file});
  return {};
}

Result<void> add_themes(std::vector<InputFile>& inputs, const Files& files,
                        const std::vector<fs::path>& theme_folders) {
  std::set<std::string> seen;
  for (const fs::path& folder : theme_folders) {
    const Result<std::vector<std::string>> themes = files.folders(folder);
    if (!themes) return themes.error();
    for (const std::string& name : *themes) {
      if (!seen.insert(name).second) continue;
      if (auto added = add_files(inputs, files, folder / name, "themes/" + name); !added) return added;
    }
  }
  return {};
}

/// Sorted by name. Of two themes with one name only the first in `theme_folders` counts, as when they are
/// read.
Result<std::vector<InputFile>> input_files(const fs::path& root, const std::vector<fs::path>& theme_folders,
                                           const Files& files) {
  std::vector<InputFile> inputs;
  for (const std::string name : {"content", "profiles"}) {
    if (auto added = add_files(inputs, files, root / name, name); !added) return added.error();
  }
  if (auto added = add_themes(inputs, files, theme_folders); !added) return added.error();
  std::sort(inputs.begin(), inputs.end(),
            [](const InputFile& a, const InputFile& b) { return a.name < b.name; });
  return inputs;
}

/// The SHA-256 of each file, in the same order.
Result<std::vector<std::string>> hashes_of(const std::vector<InputFile>& inputs, unsigned jobs,
                                           const HashOf& hash_of) {
  std::vector<Result<std::string>> read(inputs.size(), std::string{});
  parallel_for(inputs.size(), jobs, [&](std::size_t index) { read[index] = hash_of(inputs[index].file); });
  std::vector<std::string> hashes;
  for (Result<std::string>& one : read) {
    if (!one) return one.error();
    hashes.push_back(std::move(one).value());
  }
  return hashes;
}

}  // namespace

HashOf hash_through(const Files& files) {
  return [&files](const fs::path& file) -> Result<std::string> {
    const Result<std::string> bytes = files.read(file);
    if (!bytes) return bytes.error();
    return sha256_hex(*bytes);
  };
}

Result<std::string> read_revision(const fs::path& root, const std::vector<fs::path>& theme_folders,
                                  unsigned jobs, const Files& files, const HashOf& hash_of) {
  const Result<std::vector<InputFile>> inputs = input_files(root, theme_folders, files);
  if (!inputs) return inputs.error();
  const Result<std::vector<std::string>> hashes = hashes_of(*inputs, jobs, hash_of);
  if (!hashes) return hashes.error();
  std::string list = fmt::format("tailorbird {}\n", version());
  for (std::size_t index = 0; index < inputs->size(); ++index)
    list += fmt::format("{} {}\n", (*hashes)[index], (*inputs)[index].name);
  return sha256_hex(list).substr(0, 12);
}

}  // namespace tailorbird
