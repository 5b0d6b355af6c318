#include "import/import_names.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <vector>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/names.hpp"
#include "base/strings.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr auto page_endings = std::to_array<std::string_view>(
    {".md", ".markdown", ".mdx", ".qmd", ".rmd", ".html", ".htm", ".dita", ".xml", ".docx"});
constexpr auto folder_names = std::to_array<std::string_view>({"index", "_index", "readme"});

/// A name of a-z, digits and hyphens that no system reserves.
std::string safe_name(std::string_view name, std::size_t most) {
  std::string safe;
  for (const char c : slug(name)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    if (kept) safe += c;
  }
  safe = safe.substr(0, most);
  while (safe.starts_with('-')) safe.erase(0, 1);
  while (safe.ends_with('-')) safe.pop_back();
  if (safe.empty()) return "page";
  return reserved_by(safe).empty() ? safe : safe + "-page";
}

std::string without_ending(std::string_view path) {
  const std::string lower = ascii_lower(path);
  for (const std::string_view ending : page_endings)
    if (lower.ends_with(ending)) return std::string(path.substr(0, path.size() - ending.size()));
  return std::string(path);
}

bool is_folder_name(std::string_view name) {
  return std::find(folder_names.begin(), folder_names.end(), ascii_lower(name)) != folder_names.end();
}

std::string path_of(std::string_view source, std::string_view folder, std::size_t most) {
  std::vector<std::string> parts;
  if (!folder.empty()) parts.emplace_back(folder);
  const std::vector<std::string_view> names = split(source, '/');
  for (std::size_t index = 0; index < names.size(); ++index)
    parts.push_back(
        index + 1 == names.size() && is_folder_name(names[index]) ? "index" : safe_name(names[index], most));
  return join(parts, "/");
}

std::string first_free(const std::string& path, std::string_view ending, std::set<std::string>& taken) {
  std::string free = fmt::format("{}{}", path, ending);
  for (int number = 2; !taken.insert(free).second; ++number)
    free = fmt::format("{}-{}{}", path, number, ending);
  return free;
}

}  // namespace

std::string page_name(std::string_view source, std::string_view folder, std::set<std::string>& taken) {
  const std::string bare = without_ending(source);
  constexpr std::size_t around = std::string_view("en-gb/.html-99").size();
  std::string path = path_of(bare, folder, 60);
  for (std::size_t most = 30; path.size() + around > longest_output_path && most >= 5; most -= 5)
    path = path_of(bare, folder, most);
  return first_free(path, ".md", taken);
}

std::string media_name(std::string_view source, std::string_view folder, std::set<std::string>& taken) {
  const std::string_view name = name_of(source);
  const std::size_t dot = name.rfind('.');
  const std::string path =
      fmt::format("media/{}{}{}", folder, folder.empty() ? "" : "/", safe_name(name.substr(0, dot), 50));
  return first_free(path, dot == std::string_view::npos ? "" : ascii_lower(name.substr(dot)), taken);
}

std::string page_key(std::string_view path) {
  std::string key = ascii_lower(without_ending(normalise_path(path)));
  while (key.ends_with('/')) key.pop_back();
  if (is_folder_name(name_of(key))) key = std::string(parent_of(key));
  return key == "." ? "" : key;
}

}  // namespace tailorbird
