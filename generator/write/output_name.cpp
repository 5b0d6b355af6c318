#include "write/output_name.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t longest_name = 64;
constexpr std::size_t longest_path =
    100;  // with a share's prefix and a user's folder it stays below Windows' 260

// IIS answers 404 for types it has no mapping for; learning systems refuse zips with server scripts.
constexpr auto extensions = std::to_array<std::string_view>(
    {"html", "css", "js", "png", "jpg", "gif", "svg", "woff2", "pdf", "mp4", "mp3", "txt"});

struct RefusedName {
  std::string_view name;
  std::string_view by;
};

// Names that a host keeps for itself. Windows means the name without extension too: "con.html".
constexpr auto refused_names = std::to_array<RefusedName>({
    {"bin", "IIS"},
    {"icons", "Apache"},
    {"manual", "Apache"},
    {"cgi-bin", "web servers"},
    {"server-status", "Apache"},
    {"forms", "SharePoint"},
    {"con", "Windows"},
    {"prn", "Windows"},
    {"aux", "Windows"},
    {"nul", "Windows"},
});

bool is_windows_device(std::string_view name) {
  const bool port = name.starts_with("com") || name.starts_with("lpt");
  return port && name.size() == 4 && name[3] >= '0' && name[3] <= '9';
}

bool is_plain(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// `segment`: a folder, or a file's name without its extension.
std::optional<std::string> refused_segment(std::string_view segment) {
  if (segment.size() > longest_name) {
    return fmt::format("`{}` has {} characters, more than the {} that all hosts take", segment,
                       segment.size(), longest_name);
  }
  if (!is_plain(segment)) return fmt::format("`{}` has other characters than a-z, 0-9 and -", segment);
  if (is_windows_device(segment)) return fmt::format("`{}` is a name that Windows keeps for itself", segment);
  for (const RefusedName& refused : refused_names) {
    if (segment == refused.name)
      return fmt::format("`{}` is a name that {} keeps for itself", segment, refused.by);
  }
  return std::nullopt;
}

std::optional<std::string> refused_file(std::string_view name) {
  if (name.size() > longest_name) {
    return fmt::format("`{}` has {} characters, more than the {} that all hosts take", name, name.size(),
                       longest_name);
  }
  const std::size_t dot = name.find('.');
  const std::string_view extension =
      dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
  if (std::find(extensions.begin(), extensions.end(), extension) == extensions.end()) {
    return fmt::format("`{}` is of a type that some hosts refuse", name);
  }
  return refused_segment(name.substr(0, dot));
}

}  // namespace

std::optional<std::string> refused_name(std::string_view path) {
  if (path.size() > longest_path) {
    return fmt::format("`{}` has {} characters, more than the {} that all hosts take", path, path.size(),
                       longest_path);
  }
  const std::vector<std::string_view> segments = split(path, '/');
  for (std::size_t index = 0; index + 1 < segments.size(); ++index) {
    if (auto reason = refused_segment(segments[index])) return reason;
  }
  return refused_file(segments.back());
}

}  // namespace tailorbird
