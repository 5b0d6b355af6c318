#include "write/known_zips.hpp"

#include <fmt/format.h>
#include <utility>

namespace tailorbird {

std::optional<std::string> KnownZips::find(std::string_view path, std::string_view recipe) const {
  const auto zip = before_.find(path);
  if (zip == before_.end() || zip->second.recipe != recipe) return std::nullopt;
  return zip->second.sha256;
}

std::optional<std::string> KnownZips::find(std::string_view path) const {
  const auto zip = before_.find(path);
  return zip == before_.end() ? std::nullopt : std::optional(zip->second.sha256);
}

void KnownZips::note(const std::string& path, KnownZip zip) {
  const std::lock_guard lock(mutex_);
  made_.insert_or_assign(path, std::move(zip));
}

void KnownZips::stay(const std::string& path) {
  if (const auto zip = before_.find(path); zip != before_.end()) note(path, zip->second);
}

ZipsByPath KnownZips::made() const {
  const std::lock_guard lock(mutex_);
  return made_;
}

std::string zips_text(const ZipsByPath& zips) {
  std::string text;
  for (const auto& [path, zip] : zips) text += fmt::format("{} {} {}\n", zip.recipe, zip.sha256, path);
  return text;
}

std::optional<ZipsByPath> read_zips(std::string_view text) {
  constexpr std::size_t hash = 64;
  constexpr std::size_t path_at = 2 * (hash + 1);
  ZipsByPath zips;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || end <= path_at) return std::nullopt;
    if (text[hash] != ' ' || text[path_at - 1] != ' ') return std::nullopt;
    zips[std::string(text.substr(path_at, end - path_at))] = {std::string(text.substr(0, hash)),
                                                              std::string(text.substr(hash + 1, hash))};
    text.remove_prefix(end + 1);
  }
  return zips;
}

}  // namespace tailorbird
