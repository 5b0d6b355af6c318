#include "base/names.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

struct ReservedName {
  std::string_view pattern;  // a # stands for one digit, a * at the end for all that begin so
  std::string_view by;
};

constexpr auto reserved_names = std::to_array<ReservedName>({
    {"bin", "IIS"},
    {"app-*", "IIS"},
    {"icons", "Apache"},
    {"manual", "Apache"},
    {"cgi-bin", "web servers"},
    {"server-status", "Apache"},
    {"forms", "SharePoint"},
    {"con", "Windows"},
    {"prn", "Windows"},
    {"aux", "Windows"},
    {"nul", "Windows"},
    {"com#", "Windows"},
    {"lpt#", "Windows"},
});

// IIS answers 404 for types it has no mapping for; learning systems refuse zips with server scripts.
constexpr auto file_types = std::to_array<FileType>({
    {"css", FileUse::made, false, "text/css"},
    {"html", FileUse::made, false, "text/html"},
    {"js", FileUse::made, false, "text/javascript"},
    {"woff2", FileUse::made, true, "font/woff2"},
    {"gif", FileUse::picture, true, "image/gif"},
    {"jpeg", FileUse::picture, true, "image/jpeg"},
    {"jpg", FileUse::picture, true, "image/jpeg"},
    {"png", FileUse::picture, true, "image/png"},
    {"svg", FileUse::picture, false, "image/svg+xml"},
    {"mp3", FileUse::clip, true, "audio/mpeg"},
    {"mp4", FileUse::clip, true, "video/mp4"},
    {"pdf", FileUse::download, true, "application/pdf"},
    {"txt", FileUse::download, false, "text/plain"},
});

bool matches(std::string_view name, std::string_view pattern) {
  if (pattern.ends_with('*')) return name.starts_with(pattern.substr(0, pattern.size() - 1));
  if (!pattern.ends_with('#')) return name == pattern;
  return name.size() == pattern.size() && name.starts_with(pattern.substr(0, pattern.size() - 1)) &&
         name.back() >= '0' && name.back() <= '9';
}

}  // namespace

std::string_view reserved_by(std::string_view name) {
  const auto* const row = std::find_if(reserved_names.begin(), reserved_names.end(),
                                       [&](const ReservedName& one) { return matches(name, one.pattern); });
  return row == reserved_names.end() ? std::string_view{} : row->by;
}

bool is_editors_copy(std::string_view name) {
  return name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'));
}

const FileType* file_type(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  const std::string ending = ascii_lower(path.substr(dot + 1));
  const auto* const row = std::find_if(file_types.begin(), file_types.end(),
                                       [&](const FileType& type) { return type.ending == ending; });
  return row == file_types.end() ? nullptr : row;
}

namespace {

bool has_use(std::string_view path, FileUse use) {
  const FileType* type = file_type(path);
  return type != nullptr && type->use == use;
}

}  // namespace

bool is_media(std::string_view path) {
  const FileType* type = file_type(path);
  return type != nullptr && type->use != FileUse::made;
}

bool is_picture(std::string_view path) { return has_use(path, FileUse::picture); }
bool is_clip(std::string_view path) { return has_use(path, FileUse::clip); }

std::string media_endings() {
  std::vector<std::string> endings;
  for (const FileType& type : file_types) {
    if (type.use != FileUse::made) endings.emplace_back(type.ending);
  }
  return join(endings, ", ");
}

}  // namespace tailorbird
