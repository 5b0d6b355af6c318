#include "write/known_zips.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <system_error>
#include <utility>

namespace tailorbird {
namespace {

constexpr std::size_t name_at = 64 + 1;  // what follows a hash in a line

}  // namespace

std::string zip_entry_line(std::string_view sha256, std::string_view name) {
  return fmt::format("{} {}\n", sha256, name);
}

std::string_view name_in_zip_entry_line(std::string_view line) {
  const std::string_view name = line.substr(std::min(line.size(), name_at));
  return name.substr(0, name.find('\n'));
}

const KnownZip* KnownZips::find(std::string_view path) const {
  const auto zip = before_.find(path);
  return zip == before_.end() ? nullptr : &zip->second;
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

/// Of each a line with its hash, the size of its entries and its path, and then these.
std::string zips_text(const ZipsByPath& zips) {
  std::string text;
  for (const auto& [path, zip] : zips)
    text.append(fmt::format("{} {} {}\n", zip.sha256, zip.entries.size(), path)).append(zip.entries);
  return text;
}

std::optional<ZipsByPath> read_zips(std::string_view text) {
  ZipsByPath zips;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    std::size_t size = 0;
    if (line.size() <= name_at || line[name_at - 1] != ' ') return std::nullopt;
    const auto [end, failure] = std::from_chars(line.data() + name_at, line.data() + line.size(), size);
    const auto path_at = static_cast<std::size_t>(end - line.data()) + 1;
    if (failure != std::errc{} || path_at >= line.size() || *end != ' ' || size > text.size())
      return std::nullopt;
    zips[std::string(line.substr(path_at))] = {std::string(text.substr(0, size)),
                                               std::string(line.substr(0, name_at - 1))};
    text.remove_prefix(size);
  }
  return zips;
}

}  // namespace tailorbird
