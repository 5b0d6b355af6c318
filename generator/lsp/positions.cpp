#include "lsp/positions.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr std::int32_t first_pair = 0x10000;  // from here on a code point takes two UTF-16 units

/// The bytes of the first `count` code points.
std::string_view before_code_points(std::string_view line, std::size_t count) {
  std::size_t at = 0;
  while (count-- > 0 && at < line.size()) next_code_point(line, at);
  return line.substr(0, at);
}

nlohmann::json position(std::size_t line, std::size_t character) {
  return {{"line", line}, {"character", character}};
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    start = end + 1;
  }
  return lines;
}

std::string_view before_utf16(std::string_view line, std::size_t units) {
  std::size_t at = 0;
  for (std::size_t seen = 0; seen < units && at < line.size();)
    seen += next_code_point(line, at) >= first_pair ? 2U : 1U;
  return line.substr(0, at);
}

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) units += next_code_point(text, at) >= first_pair ? 2U : 1U;
  return units;
}

nlohmann::json lsp_range(const std::vector<std::string_view>& lines, const Position& start,
                         std::uint32_t length) {
  const std::size_t line = start.line == 0 ? 0 : start.line - 1;
  if (line >= lines.size()) return {{"start", position(line, 0)}, {"end", position(line, 0)}};
  const std::string_view text = lines[line];
  if (start.line == 0) return {{"start", position(0, 0)}, {"end", position(0, utf16_length(text))}};
  const std::string_view before = before_code_points(text, start.column == 0 ? 0 : start.column - 1);
  const std::string_view marked = before_code_points(text.substr(before.size()), std::max(length, 1U));
  const std::size_t from = utf16_length(before);
  return {{"start", position(line, from)}, {"end", position(line, from + utf16_length(marked))}};
}

fs::path path_of_uri(std::string_view uri) {
  constexpr std::string_view scheme = "file://";
  if (!uri.starts_with(scheme)) return {};
  uri.remove_prefix(scheme.size());
  uri.remove_prefix(std::min(uri.find('/'), uri.size()));  // a host, which is this one
  std::string path;
  for (std::size_t at = 0; at < uri.size(); ++at) {
    unsigned value = 0;
    const char* digits = uri.data() + at + 1;
    if (uri[at] == '%' && at + 2 < uri.size() &&
        std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
      path += static_cast<char>(value);
      at += 2;
    } else {
      path += uri[at];
    }
  }
  return path;
}

std::string uri_of_path(const fs::path& path) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  std::string uri = "file://";
  for (const char c : path.generic_string()) {
    if (plain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

}  // namespace tailorbird
