#include "tailor/file_target.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/files.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view content_folder = "content/";

bool exists(const Project& project, const std::string& file) {
  return std::binary_search(project.files.begin(), project.files.end(), file);
}

std::string overlay_folder(const Edition& edition) {
  return edition.profile->overlay.empty() ? std::string() : edition.profile->overlay + "/";
}

}  // namespace

std::string file_output_path(const Edition& edition, std::string_view file) {
  const std::string overlay = overlay_folder(edition);
  if (!overlay.empty() && file.starts_with(overlay)) return std::string(file.substr(overlay.size()));
  if (file.starts_with(content_folder)) return std::string(file.substr(content_folder.size()));
  return std::string(file);
}

std::optional<std::string> find_file(const Edition& edition, std::string_view target) {
  const std::string place = file_output_path(edition, target);
  if (!edition.profile->overlay.empty()) {
    std::string own = overlay_folder(edition) + place;
    if (exists(*edition.project, own)) return own;
  }
  std::string shared = std::string(content_folder) + place;
  if (exists(*edition.project, shared)) return shared;
  return std::nullopt;
}

std::string missing_file_fix(const Edition& edition, std::string_view target, std::string_view written) {
  const std::string language_folder = fmt::format("{}{}/", content_folder, edition.language);
  if (target.starts_with(language_folder)) {
    const std::string page = std::string(target.substr(language_folder.size())) + ".md";
    if (edition.find(page) >= 0) return "a link to a page ends in `.md`: add it";
    if (target.ends_with(".html") && edition.find(page.substr(0, page.size() - 8) + ".md") >= 0)
      return "write `.md` instead of `.html`: links name the file that the page is made from";
  }
  const std::string_view folder = folder_of(target);
  std::vector<std::string> beside;
  for (const std::string& file : edition.project->files) {
    if (folder_of(file) == folder) beside.push_back(file.substr(folder.size()));
  }
  const std::string meant = nearest(target.substr(folder.size()), beside);
  return meant.empty() ? fmt::format("put the file in `{}`, or correct the path", folder)
                       : fmt::format("did you mean `{}{}`?", folder_of(written), meant);
}

std::string href_path(std::string_view path) {
  std::string href;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '/';
    if (plain) {
      href += c;
    } else {
      href += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return href;
}

}  // namespace tailorbird
