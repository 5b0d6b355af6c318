#include "render/theme.hpp"

#include <algorithm>

#include "read/yaml/text_checks.hpp"
#include "render/flat_yaml.hpp"
#include "render/slim.hpp"
#include "render/templates.hpp"
#include "render/theme_files.hpp"
#include "render/theme_safety.hpp"
#include "render/theme_settings.hpp"
#include "render/theme_words.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view fallback_language = "en";

/// A theme's settings come instead of its ancestors', so these go first.
void set_options(Theme& theme, const ThemeLine& line, Diagnostics& diagnostics) {
  for (auto folder = line.rbegin(); folder != line.rend(); ++folder) {
    const auto settings = folder->files.find("theme.yaml");
    if (settings == folder->files.end()) continue;
    set_theme_options(theme, read_flat_yaml(settings->second.file, settings->second.text, diagnostics),
                      diagnostics);
  }
}

void add_joined(ThemeRead& read, std::string& output, const ThemeFile& file) {
  const auto high = std::find_if(file.text.begin(), file.text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (high != file.text.end()) {
    const auto offset = static_cast<std::size_t>(high - file.text.begin());
    read.diagnostics.add("theme-asset-not-ascii", {file.file, position_at(file.text, offset), 1},
                         "a character that is not ASCII");
  }
  output += file.file.ends_with(".css") ? slim_style(file.text) : slim_script(file.text);
}

/// A folder that has no other meaning has the scripts and styles of the format of its name: the theme need
/// not know which there are.
void place_format_file(ThemeRead& read, const std::string& path, const ThemeFile& file) {
  const std::string format(parent_of(path));
  if (name_in(path, format + "/", ".js")) add_joined(read, read.theme.of_formats[format].script, file);
  if (name_in(path, format + "/", ".css")) add_joined(read, read.theme.of_formats[format].style, file);
}

void place_file(ThemeRead& read, const std::string& path, const ThemeFile& file) {
  Theme& theme = read.theme;
  if (const auto layout = name_in(path, "layouts/", ".mustache")) {
    theme.layouts[*layout] = file;
  } else if (const auto partial = name_in(path, "partials/", ".mustache")) {
    theme.partials[*partial] = file;
  } else if (const auto component = name_in(path, "components/", ".mustache")) {
    theme.components[*component] = file;
  } else if (const auto dressed = name_in(path, "assets/css/components/", ".css")) {
    add_joined(read, theme.assets[component_style(*dressed)], file);
  } else if (name_in(path, "assets/css/", ".css")) {
    add_joined(read, theme.assets["assets/tailorbird.css"], file);
  } else if (const auto enhanced = name_in(path, "assets/js/components/", ".js")) {
    add_joined(read, theme.assets[component_script(*enhanced)], file);
  } else if (name_in(path, "assets/js/", ".js")) {
    add_joined(read, theme.assets["assets/tailorbird.js"], file);
  } else if (const auto paper = name_in(path, "paper/", ".mustache")) {
    theme.paper[*paper] = file;
  } else if (path.starts_with("kit/")) {
    theme.kit_files[path.substr(std::string_view("kit/").size())] = file.text;
  } else if (path.starts_with("assets/")) {
    theme.assets[path] = file.text;
  } else {
    place_format_file(read, path, file);
  }
}

PreparedTemplates prepare_all(const Theme& theme, Diagnostics& diagnostics) {
  PreparedTemplates prepared;
  for (const auto& [language, words] : theme.words) {
    for (const auto& [folder, templates] :
         {std::pair{"layouts/", &theme.layouts}, std::pair{"components/", &theme.components},
          std::pair{"paper/", &theme.paper}}) {
      for (const auto& [name, file] : *templates) {
        prepared[language][folder + name] =
            prepare_template(file, theme.partials, words, language, diagnostics);
      }
    }
  }
  return prepared;
}

/// path → the file of that path in the nearest theme that has it.
std::map<std::string_view, const ThemeFile*> nearest_files(const ThemeLine& line) {
  std::map<std::string_view, const ThemeFile*> files;
  for (const ThemeFolder& folder : line) {
    for (const auto& [path, file] : folder.files) files.try_emplace(path, &file);
  }
  return files;
}

ThemeRead assemble(const ThemeLine& line, const std::vector<std::string>& languages) {
  ThemeRead read;
  Theme& theme = read.theme;
  theme.name = line.front().name;
  theme.words = read_theme_words(line, languages, read.diagnostics);
  set_options(theme, line, read.diagnostics);
  for (const auto& [path, file] : nearest_files(line)) place_file(read, std::string(path), *file);
  check_theme_safety(line, read.diagnostics);
  theme.templates = std::make_shared<const Templates>(theme.name, prepare_all(theme, read.diagnostics));
  return read;
}

}  // namespace

std::string Theme::words_language(std::string_view language) const {
  return std::string(words.contains(language) ? language : fallback_language);
}

const Theme::Joined& Theme::of_format(std::string_view format) const {
  static const Joined none;
  const auto found = of_formats.find(format);
  return found == of_formats.end() ? none : found->second;
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

std::string component_style(std::string_view component) {
  return "assets/components/" + std::string(component) + ".css";
}

ThemeRead make_theme(const std::string& name, const ThemeFiles& files) {
  return assemble({{name, files}}, {});
}

Result<ThemeRead> read_theme(const std::string& name, const std::vector<fs::path>& folders,
                             const SourceRange& asked_at, const Files& files,
                             const std::vector<std::string>& languages) {
  Diagnostics diagnostics;
  const auto line = read_theme_line(name, asked_at, folders, diagnostics, files);
  if (!line) return line.error();
  if (!line->has_value()) return ThemeRead{{}, std::move(diagnostics), false};
  return assemble(**line, languages);
}

}  // namespace tailorbird
