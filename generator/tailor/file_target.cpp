#include "tailor/file_target.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/files.hpp"
#include "base/names.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view content_folder = "content/";

bool exists(const Project& project, const std::string& file) {
  return std::binary_search(project.files.begin(), project.files.end(), file);
}

/// The kind of a file, "image" or "video"; empty: unknown extension. A picture cannot be meant where a clip
/// is written.
std::string_view kind_of(std::string_view file) {
  const FileType* type = file_type(file);
  return type == nullptr ? std::string_view{} : type->mime.substr(0, type->mime.find('/'));
}

std::string overlay_folder(const Edition& edition) {
  return edition.profile->overlay.empty() ? std::string() : edition.profile->overlay + "/";
}

/// The path, as the page would write it, to the only file of that name in another folder; empty: there is
/// none, or several. `written` leads to `target`, from which the page's folder follows: steps up are counted,
/// so that a path with one too few is corrected too.
std::string way_to_other_folder(const Edition& edition, std::string_view target, std::string_view written) {
  const std::string_view name = target.substr(folder_of(target).size());
  const std::string* only = nullptr;
  for (const std::string& file : edition.project->files) {
    if (file.substr(folder_of(file).size()) != name) continue;
    if (only != nullptr) return {};
    only = &file;
  }
  if (only == nullptr || name.empty()) return {};
  const std::string place = file_output_path(edition, *only);
  // The page's folder: where `written` starts is `target` without what `written` adds to it.
  std::string_view down = written;
  std::size_t up = 0;
  for (; down.starts_with("../"); down.remove_prefix(3)) ++up;
  const std::string_view top = target.substr(0, target.size() - std::min(down.size(), target.size()));
  const auto depth = static_cast<std::size_t>(std::count(top.begin(), top.end(), '/')) + up;
  if (down.find("..") != std::string_view::npos || depth == 0) return {};
  std::string way;
  for (std::size_t step = 1; step < depth; ++step) way += "../";  // from the page's folder to content/
  return way + place;
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
    if (folder_of(file) == folder && kind_of(file) == kind_of(target))
      beside.push_back(file.substr(folder.size()));
  }
  const std::string meant = nearest(target.substr(folder.size()), beside);
  if (!meant.empty()) return fmt::format("did you mean `{}{}`?", folder_of(written), meant);
  if (const std::string way = way_to_other_folder(edition, target, written); !way.empty())
    return fmt::format("did you mean `{}`?", way);
  return fmt::format("put the file in `{}`, or correct the path", folder);
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
