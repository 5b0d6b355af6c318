#include "build/revision.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "build/version.hpp"
#include "read/yaml/text_checks.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird {
namespace {

struct InputFile {
  std::string name;
  fs::path file;
};

Result<void> add_files(std::vector<InputFile>& sources, const fs::path& folder, const std::string& name) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return {};
  const Result<std::vector<std::string>> files = list_files(folder);
  if (!files) return files.error();
  for (const std::string& file : *files) sources.push_back({name + "/" + file, folder / file});
  return {};
}

Result<void> add_themes(std::vector<InputFile>& sources, const std::vector<fs::path>& theme_folders) {
  std::set<std::string> seen;
  for (const fs::path& folder : theme_folders) {
    std::error_code ignored;
    for (const auto& theme : fs::directory_iterator(folder, ignored)) {
      const std::string name = theme.path().filename().string();
      if (!seen.insert(name).second) continue;
      if (auto added = add_files(sources, theme.path(), "themes/" + name); !added) return added;
    }
  }
  return {};
}

/// The name that the file extends; empty: none, or it cannot be read, which is reported elsewhere.
std::string extended_name(const std::string& name, const fs::path& file) {
  const bool may_extend =
      name.ends_with("/theme.yaml") || (name.starts_with("profiles/") && name.ends_with(".yaml"));
  if (!may_extend) return {};
  const Result<std::string> text = read_file(file);
  if (!text || check_text(*text, name).has_errors()) return {};
  const YamlRead read = parse_yaml({*text, name});
  const YamlNode* extends = read.root.find("extends");
  return extends == nullptr ? std::string{} : extends->text;
}

std::string revision_of(const std::string& list) {
  return sha256_hex(fmt::format("tailorbird {}\n", version()) + list).substr(0, 12);
}

bool is_named(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whether the file `name` is only `other`'s: its own file, its overlay, its logo.
bool belongs_to(const std::string& name, const Profile& other) {
  return name == other.file || (!other.overlay.empty() && name.starts_with(other.overlay + "/")) ||
         (!other.logo.empty() && name == other.logo);
}

}  // namespace

Result<Revisions> Revisions::read(const fs::path& root, const std::vector<fs::path>& theme_folders,
                                  unsigned jobs) {
  std::vector<InputFile> sources;
  if (auto added = add_files(sources, root / "content", "content"); !added) return added.error();
  if (auto added = add_files(sources, root / "profiles", "profiles"); !added) return added.error();
  if (auto added = add_themes(sources, theme_folders); !added) return added.error();
  std::vector<Result<std::string>> hashes(sources.size(), std::string{});
  parallel_for(sources.size(), jobs,
               [&](std::size_t index) { hashes[index] = sha256_of_file(sources[index].file); });
  Revisions revisions;
  for (std::size_t index = 0; index < sources.size(); ++index) {
    if (!hashes[index]) return hashes[index].error();
    const InputFile& source = sources[index];
    revisions.inputs_[source.name] = {*hashes[index], extended_name(source.name, source.file)};
  }
  return revisions;
}

std::string Revisions::of_all() const {
  std::string list;
  for (const auto& [name, input] : inputs_) list += fmt::format("{} {}\n", input.hash, name);
  return revision_of(list);
}

/// `name` and what it extends, one after the other, as files.
std::vector<std::string> Revisions::chain(const std::string& before, std::string name,
                                          const std::string& after) const {
  std::vector<std::string> files;
  for (auto input = inputs_.find(before + name + after);
       input != inputs_.end() && !is_named(files, input->first);
       input = inputs_.find(before + name + after)) {
    files.push_back(input->first);
    name = input->second.extends;
  }
  return files;
}

std::string Revisions::of_profile(const Profile& profile, const std::vector<Profile>& profiles) const {
  const std::vector<std::string> own = chain("profiles/", profile.id, ".yaml");
  const std::vector<std::string> themes = chain("themes/", profile.theme, "/theme.yaml");
  const auto is_foreign = [&](const std::string& name) {
    if (name.starts_with("themes/")) {
      const std::string theme = name.substr(0, name.find('/', std::string_view("themes/").size()));
      return !is_named(themes, theme + "/theme.yaml");
    }
    if (is_named(own, name) || belongs_to(name, profile)) return false;
    return std::any_of(profiles.begin(), profiles.end(),
                       [&](const Profile& other) { return &other != &profile && belongs_to(name, other); });
  };
  std::string list;
  for (const auto& [name, input] : inputs_) {
    if (!is_foreign(name)) list += fmt::format("{} {}\n", input.hash, name);
  }
  return revision_of(list);
}

}  // namespace tailorbird
