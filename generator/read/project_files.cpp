#include "read/project_files.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/files.hpp"
#include "base/names.hpp"
#include "diag/suggest.hpp"
#include "read/pages/file_names.hpp"

namespace tailorbird {
namespace {

const std::vector<std::string>& content_yaml() {
  static const std::vector<std::string> names{"glossary.yaml", "personas.yaml", "responsibilities.yaml",
                                              "rules.yaml",    "site.yaml",     "sources.yaml"};
  return names;
}

/// The first folder of `path`, or empty for a file at the top.
std::string_view first_folder(std::string_view path) {
  const std::size_t end = path.find('/');
  return end == std::string_view::npos ? std::string_view{} : path.substr(0, end);
}

/// One tree with a folder per language: content/ or an overlay.
struct Tree {
  std::string prefix;  // "content/"
  std::string overlay_of;
  const Site& site;
};

void add_page(Layout& layout, const Tree& tree, const std::string& path) {
  const std::string file = tree.prefix + path;
  const SourceRange where{file, {}, 0};
  const std::string_view folder = first_folder(path);
  const std::vector<std::string>& languages = tree.site.languages;
  if (folder.empty()) {
    layout.diagnostics.add("page-outside-language", where, "a page outside the language folders");
  } else if (std::find(languages.begin(), languages.end(), folder) == languages.end()) {
    layout.diagnostics.add("unknown-language-folder", where,
                           fmt::format("the folder `{}` is not a language of content/site.yaml", folder),
                           suggestion(folder, languages));
  } else {
    layout.pages.push_back({file, {std::string(folder), path.substr(folder.size() + 1), tree.overlay_of}});
  }
}

void add_media(Layout& layout, const Tree& tree, const std::string& path) {
  const std::string file = tree.prefix + path;
  if (path.find('.', path.rfind('/') + 1) != std::string::npos)
    layout.diagnostics.append(check_media_name(file, path));
  layout.media.push_back(file);
}

/// Reports a YAML file at the top of content/ with an unknown name: a slip that nobody would notice
/// otherwise.
void check_yaml(Layout& layout, const Tree& tree, const std::string& path) {
  const auto& known = content_yaml();
  if (std::find(known.begin(), known.end(), path) != known.end()) return;
  layout.diagnostics.add("unknown-file", {tree.prefix + path, {}, 0},
                         fmt::format("`{}` is not read by anything", path), suggestion(path, known));
}

bool is_yaml(std::string_view path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }

void add_file(Layout& layout, const Tree& tree, const std::string& path) {
  if (path.ends_with(".md")) {
    add_page(layout, tree, path);
  } else if (is_yaml(path) && first_folder(path).empty() && tree.overlay_of.empty()) {
    check_yaml(layout, tree, path);
  } else {
    add_media(layout, tree, path);
  }
}

}  // namespace

Layout content_layout(const std::vector<std::string>& files, const Site& site) {
  Layout layout;
  for (const std::string& path : files) {
    if (!is_editors_copy(name_of(path))) add_file(layout, {"content/", "", site}, path);
  }
  return layout;
}

Layout overlay_layout(const std::vector<std::string>& files, const Profile& profile, const Site& site) {
  Layout layout;
  const Tree tree{profile.overlay + "/", profile.id, site};
  for (const std::string& file : files) {
    if (file.starts_with(tree.prefix) && !is_editors_copy(name_of(file)))
      add_file(layout, tree, file.substr(tree.prefix.size()));
  }
  return layout;
}

ProfilesLayout profiles_layout(const std::vector<std::string>& files) {
  ProfilesLayout layout;
  for (const std::string& path : files) {
    if (is_editors_copy(name_of(path))) continue;
    const std::string file = "profiles/" + path;
    const bool top = first_folder(path).empty();
    if (top && path.ends_with(".yaml")) {
      layout.profiles.push_back(file);
      continue;
    }
    layout.others.push_back(file);
    if (top && path.ends_with(".yml")) {
      layout.diagnostics.add("unknown-file", {file, {}, 0}, fmt::format("`{}` is not read by anything", path),
                             "Let its name end in .yaml.");
    }
  }
  return layout;
}

}  // namespace tailorbird
