#include "serve/content_type.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tailorbird {

std::string_view content_type(std::string_view path) {
  static constexpr auto table = std::to_array<std::pair<std::string_view, std::string_view>>({
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".gif", "image/gif"},
      {".webp", "image/webp"},
      {".mp4", "video/mp4"},
      {".webm", "video/webm"},
      {".mp3", "audio/mpeg"},
      {".m4a", "audio/mp4"},
      {".vtt", "text/vtt; charset=utf-8"},
      {".pdf", "application/pdf"},
      {".ics", "text/calendar; charset=utf-8"},
      {".xml", "text/xml; charset=utf-8"},
      {".xsd", "text/xml; charset=utf-8"},
      {".txt", "text/plain; charset=utf-8"},
  });
  const auto row =
      std::find_if(table.begin(), table.end(), [&](const auto& one) { return path.ends_with(one.first); });
  return row == table.end() ? "application/octet-stream" : row->second;
}

}  // namespace tailorbird
