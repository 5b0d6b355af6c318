#include "render/theme_files.hpp"

#include <algorithm>
#include <set>

#include "base/strings.hpp"
#include "diag/suggest.hpp"
#include "render/flat_yaml.hpp"

namespace tailorbird {
namespace {

// The default theme is part of the program: if it is missing, that is not an author's mistake.
constexpr std::string_view built_in_theme = "default";

/// A theme that a profile or another theme asks for, and where.
struct Wanted {
  std::string name;
  SourceRange at;
};

/// The files of one theme's folder, named as diagnostics name them.
Result<ThemeFiles> files_of(const std::string& name, const fs::path& folder, const Files& files) {
  auto paths = files.list(folder);
  if (!paths) return paths.error();
  ThemeFiles theme;
  for (const std::string& path : *paths) {
    auto text = files.read(folder / path);
    if (!text) return text.error();
    theme[path] = {"themes/" + name + "/" + path, std::move(*text)};
  }
  return theme;
}

Result<std::optional<fs::path>> folder_of(const std::string& name, const std::vector<fs::path>& folders,
                                          const Files& files) {
  if (name.empty() || !stays_inside(name)) return std::optional<fs::path>{};
  for (const fs::path& folder : folders) {
    const Result<FileStatus> status = files.stat(folder / name);
    if (!status) return status.error();
    if (status->kind == FileStatus::Kind::folder) return std::optional(folder / name);
  }
  return std::optional<fs::path>{};
}

/// The names of all themes, sorted, but for those that are in `line` already. Only suggestions are made of
/// them: a folder that cannot be listed has none.
std::vector<std::string> names_beside(const ThemeLine& line, const std::vector<fs::path>& folders,
                                      const Files& files) {
  std::set<std::string> names;
  for (const fs::path& folder : folders) {
    if (auto found = files.folders(folder)) names.insert(found->begin(), found->end());
  }
  for (const ThemeFolder& theme : line) names.erase(theme.name);
  return {names.begin(), names.end()};
}

/// What the theme's theme.yaml names in `extends`; no name when it extends nothing.
Wanted extended_by(const ThemeFolder& theme) {
  const auto settings = theme.files.find("theme.yaml");
  if (settings == theme.files.end()) return {};
  Diagnostics said_later;  // when the theme is assembled, the file is read again
  for (FlatEntry& entry : read_flat_yaml(settings->second.file, settings->second.text, said_later)) {
    if (entry.key == "extends") return {std::move(entry.value), std::move(entry.value_at)};
  }
  return {};
}

/// `line` has a theme that its last one extends again. Wherever it is entered, the circle is reported alike,
/// from its first name in the alphabet on.
void report_circle(const ThemeLine& line, const std::string& again, Diagnostics& diagnostics) {
  const auto start =
      std::find_if(line.begin(), line.end(), [&](const ThemeFolder& theme) { return theme.name == again; });
  std::vector<Wanted> links;  // each theme of the circle, and where it says what it extends
  for (auto theme = start; theme != line.end(); ++theme)
    links.push_back({theme->name, extended_by(*theme).at});
  std::rotate(links.begin(),
              std::min_element(links.begin(), links.end(),
                               [](const Wanted& a, const Wanted& b) { return a.name < b.name; }),
              links.end());
  std::vector<std::string> names;
  for (const Wanted& link : links) names.push_back(link.name);
  names.push_back(links.front().name);
  diagnostics.add("theme-extends-circle", links.front().at,
                  links.size() == 1 ? "the theme `" + again + "` extends itself"
                                    : "the themes extend each other in a circle: " + join(names, " → "));
}

}  // namespace

Result<std::optional<ThemeLine>> read_theme_line(const std::string& name, const SourceRange& asked_at,
                                                 const std::vector<fs::path>& folders,
                                                 Diagnostics& diagnostics, const Files& files) {
  const std::optional<ThemeLine> none;
  ThemeLine line;
  for (Wanted next{name, asked_at}; line.empty() || !next.name.empty(); next = extended_by(line.back())) {
    if (std::any_of(line.begin(), line.end(),
                    [&](const ThemeFolder& theme) { return theme.name == next.name; })) {
      report_circle(line, next.name, diagnostics);
      return none;
    }
    const Result<std::optional<fs::path>> found = folder_of(next.name, folders, files);
    if (!found) return found.error();
    const std::optional<fs::path>& folder = *found;
    if (!folder && next.name == built_in_theme)
      return Error{"the theme `default`, which comes with Tailorbird, is missing: install Tailorbird again"};
    if (!folder) {
      diagnostics.add("theme-unknown", next.at,
                      "no theme `" + next.name + (line.empty() ? "`" : "` to extend"),
                      suggestion(next.name, names_beside(line, folders, files)));
      return none;
    }
    auto theme = files_of(next.name, *folder, files);
    if (!theme) return theme.error();
    line.push_back({next.name, std::move(*theme)});
  }
  return std::optional(std::move(line));
}

std::optional<std::string> name_in(std::string_view path, std::string_view folder, std::string_view ending) {
  if (!path.starts_with(folder) || !path.ends_with(ending)) return std::nullopt;
  path.remove_prefix(folder.size());
  path.remove_suffix(ending.size());
  return std::string(path);
}

}  // namespace tailorbird
