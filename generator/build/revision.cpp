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

Result<void> add_files(std::vector<InputFile>& sources, const Files& files, const fs::path& folder,
                       const std::string& name) {
  const Result<FileStatus> status = files.stat(folder);
  if (!status) return status.error();
  if (status->kind != FileStatus::Kind::folder) return {};
  const Result<std::vector<std::string>> names = files.list(folder);
  if (!names) return names.error();
  for (const std::string& file : *names) sources.push_back({name + "/" + file, folder / file});
  return {};
}

Result<void> add_themes(std::vector<InputFile>& sources, const Files& files,
                        const std::vector<fs::path>& theme_folders) {
  std::set<std::string> seen;
  for (const fs::path& folder : theme_folders) {
    const Result<std::vector<std::string>> themes = files.folders(folder);
    if (!themes) return themes.error();
    for (const std::string& name : *themes) {
      if (!seen.insert(name).second) continue;
      if (auto added = add_files(sources, files, folder / name, "themes/" + name); !added) return added;
    }
  }
  return {};
}

/// The name that the file extends; empty: none, or its text is faulty, which is reported elsewhere.
std::string extended_name(const std::string& name, const std::string& text) {
  const bool may_extend =
      name.ends_with("/theme.yaml") || (name.starts_with("profiles/") && name.ends_with(".yaml"));
  if (!may_extend || check_text(text, name).has_errors()) return {};
  const YamlRead read = parse_yaml({text, name});
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
                                  unsigned jobs, const Files& files) {
  std::vector<InputFile> sources;
  if (auto added = add_files(sources, files, root / "content", "content"); !added) return added.error();
  if (auto added = add_files(sources, files, root / "profiles", "profiles"); !added) return added.error();
  if (auto added = add_themes(sources, files, theme_folders); !added) return added.error();
  std::vector<Result<Input>> inputs(sources.size(), Input{});
  parallel_for(sources.size(), jobs, [&](std::size_t index) {
    const Result<std::string> bytes = files.read(sources[index].file);
    if (bytes) {
      inputs[index] = Input{sha256_hex(*bytes), extended_name(sources[index].name, *bytes)};
    } else {
      inputs[index] = bytes.error();
    }
  });
  Revisions revisions;
  for (std::size_t index = 0; index < sources.size(); ++index) {
    if (!inputs[index]) return inputs[index].error();
    revisions.inputs_[sources[index].name] = *inputs[index];
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
