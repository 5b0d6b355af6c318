#include "serve/content_type.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/names.hpp"

namespace tailorbird {
namespace {

/// All our texts are UTF-8.
std::string with_charset(std::string_view mime) {
  return std::string(mime) + (mime.starts_with("text/") ? "; charset=utf-8" : "");
}

}  // namespace

std::string content_type(std::string_view path) {
  // Of packages and data: authors cannot use files of these types (base/names.hpp has those that they can).
  static constexpr auto others = std::to_array<std::pair<std::string_view, std::string_view>>({
      {".json", "application/json"},
      {".vtt", "text/vtt"},
      {".ics", "text/calendar"},
      {".xml", "text/xml"},
      {".xsd", "text/xml"},
  });
  if (const FileType* type = file_type(path)) return with_charset(type->mime);
  const auto row =
      std::find_if(others.begin(), others.end(), [&](const auto& one) { return path.ends_with(one.first); });
  return with_charset(row == others.end() ? "application/octet-stream" : row->second);
}

}  // namespace tailorbird
