#include "write/output_name.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/names.hpp"
#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t longest_name = 64;
constexpr std::size_t longest_path =
    100;  // below Windows' limit of 260 with the prefix of a share and a user's folder

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
  if (const std::string_view keeper = reserved_by(segment); !keeper.empty())
    return fmt::format("`{}` is a name that {} keeps for itself", segment, keeper);
  return std::nullopt;
}

std::optional<std::string> refused_file(std::string_view name) {
  if (name.size() > longest_name) {
    return fmt::format("`{}` has {} characters, more than the {} that all hosts take", name, name.size(),
                       longest_name);
  }
  const std::size_t dot = name.find('.');
  const FileType* type = file_type(name);
  const bool plain =
      type != nullptr && dot + 1 + type->ending.size() == name.size() && name.ends_with(type->ending);
  if (!plain) return fmt::format("`{}` is of a type that some hosts refuse", name);
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
