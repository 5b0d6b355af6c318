#include "render/theme.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "diag/suggest.hpp"
#include "read/text_checks.hpp"
#include "render/flat_yaml.hpp"
#include "render/templates.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view fallback_language = "en";

/// "layouts/page.mustache" in "layouts" with ".mustache" → "page"; nothing when it is not such a path.
std::optional<std::string> name_in(std::string_view path, std::string_view folder, std::string_view ending) {
  if (!path.starts_with(folder) || !path.ends_with(ending)) return std::nullopt;
  path.remove_prefix(folder.size());
  path.remove_suffix(ending.size());
  return std::string(path);
}

void set_option(Theme& theme, const FlatEntry& entry, Diagnostics& diagnostics) {
  if (entry.key == "extends") return;  // followed before, by read_theme
  std::string* const option = entry.key == "surface-light"  ? &theme.surface_light
                              : entry.key == "surface-dark" ? &theme.surface_dark
                                                            : nullptr;
  if (option != nullptr) {
    *option = entry.value;
    return;
  }
  diagnostics.add("theme-key-unknown", entry.key_at, "a theme has no setting `" + entry.key + "`",
                  suggestion(entry.key, {"extends", "surface-light", "surface-dark"}));
}

/// Files that a theme's parents have too and that are joined key by key: path → the parents' files, nearest
/// first.
using Inherited = std::map<std::string, std::vector<ThemeFile>, std::less<>>;

bool is_joined(std::string_view path) { return path == "theme.yaml" || path.starts_with("strings/"); }

/// The entries of a file and of those it inherits from; a child's entry comes instead of its parent's.
std::vector<FlatEntry> joined_entries(const std::string& path, const ThemeFile& file,
                                      const Inherited& inherited, Diagnostics& diagnostics) {
  std::vector<FlatEntry> entries = read_flat_yaml(file.file, file.text, diagnostics);
  const auto parents = inherited.find(path);
  if (parents == inherited.end()) return entries;
  for (const ThemeFile& parent : parents->second) {
    for (FlatEntry& entry : read_flat_yaml(parent.file, parent.text, diagnostics)) {
      const bool known =
          std::any_of(entries.begin(), entries.end(), [&](const auto& one) { return one.key == entry.key; });
      if (!known) entries.push_back(std::move(entry));
    }
  }
  return entries;
}

void add_joined(ThemeRead& read, std::string& output, const ThemeFile& file) {
  const auto high = std::find_if(file.text.begin(), file.text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (high != file.text.end()) {
    const auto offset = static_cast<std::size_t>(high - file.text.begin());
    read.diagnostics.add("theme-asset-not-ascii", {file.file, position_at(file.text, offset), 1},
                         "a character that is not ASCII");
  }
  output += file.text;
}

void place_file(ThemeRead& read, const std::string& path, const ThemeFile& file, const Inherited& inherited) {
  Theme& theme = read.theme;
  if (const auto layout = name_in(path, "layouts/", ".mustache")) {
    theme.layouts[*layout] = file;
  } else if (const auto partial = name_in(path, "partials/", ".mustache")) {
    theme.partials[*partial] = file;
  } else if (const auto component = name_in(path, "components/", ".mustache")) {
    theme.components[*component] = file;
  } else if (const auto language = name_in(path, "strings/", ".yaml")) {
    for (FlatEntry& entry : joined_entries(path, file, inherited, read.diagnostics)) {
      theme.words[*language][entry.key] = std::move(entry.value);
    }
  } else if (path == "theme.yaml") {
    for (const FlatEntry& entry : joined_entries(path, file, inherited, read.diagnostics)) {
      set_option(theme, entry, read.diagnostics);
    }
  } else if (name_in(path, "assets/css/", ".css")) {
    add_joined(read, theme.assets["assets/tailorbird.css"], file);
  } else if (const auto enhanced = name_in(path, "assets/js/components/", ".js")) {
    add_joined(read, theme.assets[component_script(*enhanced)], file);
  } else if (name_in(path, "assets/js/", ".js")) {
    add_joined(read, theme.assets["assets/tailorbird.js"], file);
  } else if (name_in(path, "scorm/", ".js")) {
    add_joined(read, theme.scorm_script, file);
  } else if (name_in(path, "scorm/", ".css")) {
    add_joined(read, theme.scorm_style, file);
  } else if (path.starts_with("assets/")) {
    theme.assets[path] = file.text;
  }
}

/// Every language of a theme has the same words, so that a page never falls silent in one of them.
void compare_words(const ThemeFiles& files, const Theme& theme, Diagnostics& diagnostics) {
  for (const auto& [language, words] : theme.words) {
    const auto file = files.find("strings/" + language + ".yaml");
    for (const auto& [other, others_words] : theme.words) {
      for (const auto& [key, text] : others_words) {
        if (words.contains(key)) continue;
        diagnostics.add("theme-word-missing", {file->second.file, {}, 0},
                        "no word `" + key + "`, which `strings/" + other + ".yaml` has");
      }
    }
  }
}

PreparedTemplates prepare_all(const Theme& theme, Diagnostics& diagnostics) {
  PreparedTemplates prepared;
  for (const auto& [language, words] : theme.words) {
    for (const auto& [folder, templates] :
         {std::pair{"layouts/", &theme.layouts}, std::pair{"components/", &theme.components}}) {
      for (const auto& [name, file] : *templates) {
        prepared[language][folder + name] =
            prepare_template(file, theme.partials, words, language, diagnostics);
      }
    }
  }
  return prepared;
}

/// The files of one theme's folder, named as diagnostics name them.
Result<ThemeFiles> files_of(const std::string& name, const fs::path& folder) {
  auto paths = list_files(folder);
  if (!paths) return paths.error();
  ThemeFiles files;
  for (const std::string& path : *paths) {
    auto text = read_file(folder / path);
    if (!text) return text.error();
    files[path] = {"themes/" + name + "/" + path, std::move(*text)};
  }
  return files;
}

Result<fs::path> folder_of(const std::string& name, const std::vector<fs::path>& folders) {
  std::vector<std::string> known;
  for (const fs::path& folder : folders) {
    std::error_code ignored;
    if (stays_inside(name) && fs::is_directory(folder / name, ignored)) return folder / name;
    for (fs::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored)) {
      if (entry->is_directory(ignored)) known.push_back(entry->path().filename().string());
    }
  }
  std::sort(known.begin(), known.end());
  const std::string hint = suggestion(name, known);
  return Error{"there is no theme `" + name + "`" + (hint.empty() ? "" : "; " + hint)};
}

std::string extends_of(const ThemeFiles& files) {
  const auto settings = files.find("theme.yaml");
  if (settings == files.end()) return {};
  Diagnostics said_later;  // make_theme reads the file again
  for (const FlatEntry& entry : read_flat_yaml(settings->second.file, settings->second.text, said_later)) {
    if (entry.key == "extends") return entry.value;
  }
  return {};
}

/// What the child has stays; files that are joined are kept besides.
void add_parent(ThemeFiles& files, Inherited& inherited, ThemeFiles parent) {
  for (auto& [path, file] : parent) {
    if (is_joined(path) && files.contains(path)) inherited[path].push_back(file);
    files.try_emplace(path, std::move(file));
  }
}

ThemeRead assemble(const std::string& name, const ThemeFiles& files, const Inherited& inherited) {
  ThemeRead read;
  read.theme.name = name;
  for (const auto& [path, file] : files) place_file(read, path, file, inherited);
  compare_words(files, read.theme, read.diagnostics);
  read.theme.templates = std::make_shared<const Templates>(prepare_all(read.theme, read.diagnostics));
  return read;
}

}  // namespace

std::string Theme::words_language(std::string_view language) const {
  return std::string(words.contains(language) ? language : fallback_language);
}

std::string_view Theme::word(std::string_view language, std::string_view key) const {
  const auto of_language = words.find(words_language(language));
  if (of_language == words.end()) return {};
  const auto found = of_language->second.find(key);
  return found == of_language->second.end() ? std::string_view{} : std::string_view(found->second);
}

std::string component_script(std::string_view component) {
  return "assets/components/" + std::string(component) + ".js";
}

ThemeRead make_theme(const std::string& name, const ThemeFiles& files) { return assemble(name, files, {}); }

Result<ThemeRead> read_theme(const std::string& name, const std::vector<fs::path>& folders) {
  ThemeFiles files;
  Inherited inherited;
  std::vector<std::string> chain;
  for (std::string next = name; !next.empty();) {
    if (std::find(chain.begin(), chain.end(), next) != chain.end()) {
      return Error{"the themes " + join(chain, ", ") + " extend each other in a circle"};
    }
    chain.push_back(next);
    const auto folder = folder_of(next, folders);
    if (!folder) return folder.error();
    auto parent = files_of(next, *folder);
    if (!parent) return parent.error();
    next = extends_of(*parent);
    add_parent(files, inherited, std::move(*parent));
  }
  return assemble(name, files, inherited);
}

}  // namespace tailorbird
