#include "render/theme_files.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "diag/suggest.hpp"
#include "render/flat_yaml.hpp"

namespace tailorbird {
namespace {

// It comes with the program: that it is missing is no author's mistake.
constexpr std::string_view built_in_theme = "default";

/// A theme that a profile or another theme asks for, and where.
struct Wanted {
  std::string name;
  SourceRange at;
};

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

std::optional<fs::path> folder_of(const std::string& name, const std::vector<fs::path>& folders) {
  if (name.empty() || !stays_inside(name)) return std::nullopt;
  std::error_code ignored;
  const auto found = std::find_if(folders.begin(), folders.end(), [&](const fs::path& folder) {
    return fs::is_directory(folder / name, ignored);
  });
  return found == folders.end() ? std::nullopt : std::optional(*found / name);
}

/// The names of all themes, sorted, but for those that are in `line` already.
std::vector<std::string> names_beside(const ThemeLine& line, const std::vector<fs::path>& folders) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const fs::path& folder : folders) {
    for (fs::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored)) {
      const std::string name = entry->path().filename().string();
      const bool in_line =
          std::any_of(line.begin(), line.end(), [&](const ThemeFolder& one) { return one.name == name; });
      if (!in_line && entry->is_directory(ignored)) names.push_back(name);
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
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

/// `line` has a theme that its last one asks for again. Whoever asks first, the circle is told alike, from
/// its first name in the alphabet on.
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
                                                 Diagnostics& diagnostics) {
  const std::optional<ThemeLine> none;
  ThemeLine line;
  for (Wanted next{name, asked_at}; line.empty() || !next.name.empty(); next = extended_by(line.back())) {
    if (std::any_of(line.begin(), line.end(),
                    [&](const ThemeFolder& theme) { return theme.name == next.name; })) {
      report_circle(line, next.name, diagnostics);
      return none;
    }
    const std::optional<fs::path> folder = folder_of(next.name, folders);
    if (!folder && next.name == built_in_theme)
      return Error{"the theme `default`, which comes with Tailorbird, is missing: install Tailorbird again"};
    if (!folder) {
      diagnostics.add("theme-unknown", next.at,
                      "no theme `" + next.name + (line.empty() ? "`" : "` to extend"),
                      suggestion(next.name, names_beside(line, folders)));
      return none;
    }
    auto files = files_of(next.name, *folder);
    if (!files) return files.error();
    line.push_back({next.name, std::move(*files)});
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
