#include "write/kit/package_lists.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "write/format.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view sums_path = "it/SHA256SUMS.txt";
constexpr std::string_view table_path = "it/files.csv";

bool is_package(const WrittenFile& file) { return std::count(file.path.begin(), file.path.end(), '/') == 2; }

/// What is reported to a learning system by the package at "managers/…-scorm12.zip": a level of tracking, or
/// "none" where there is no session with one.
std::string_view tracking_of_file(const Edition& edition, std::string_view path) {
  const std::vector<Bundle>& bundles = edition.profile->bundles;
  const std::string_view id = path.substr(0, path.find('/'));
  const auto bundle =
      std::find_if(bundles.begin(), bundles.end(), [&](const Bundle& one) { return one.id == id; });
  const bool tracks = std::any_of(formats().begin(), formats().end(), [&](const Format& format) {
    return format.tracks && path.ends_with(fmt::format("-{}.zip", format.id));
  });
  if (!tracks || bundle == bundles.end()) return "none";
  return tracking_word(tracking_of(*bundle, edition.project->site));
}

}  // namespace

std::vector<OutputFile> package_lists(const Edition& edition, const std::vector<WrittenFile>& delivered) {
  if (std::none_of(delivered.begin(), delivered.end(), is_package)) return {};
  std::string sums;
  std::string table = "path,bytes,sha256,tracking\r\n";
  for (const WrittenFile& file : delivered) {
    if (!is_package(file)) continue;
    const std::string path = file.path.substr(edition.profile->id.size() + 1);
    sums += fmt::format("{}  ../../{}\n", file.sha256, path);
    table += fmt::format("{},{},{},{}\r\n", path, file.size, file.sha256, tracking_of_file(edition, path));
  }
  return {{std::string(sums_path), std::move(sums)}, {std::string(table_path), std::move(table)}};
}

bool is_package_list(std::string_view path) { return path == sums_path || path == table_path; }

}  // namespace tailorbird
