#include "text/visible.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// Controls of C0 and C1, and embeddings, overrides and isolates of the direction of writing.
bool steers(std::int32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

std::string written_out(std::int32_t code) {
  if (code == '\n') return "\\n";
  if (code == '\r') return "\\r";
  if (code == '\t') return "\\t";
  return code < 0x80 ? fmt::format("\\x{:02x}", code) : fmt::format("\\u{:04x}", code);
}

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7f'; });
}

template <typename Code, typename Byte>
std::string replaced(std::string_view text, const Code& of_code, const Byte& of_byte) {
  if (is_plain(text)) return std::string(text);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const std::int32_t code = next_code_point(text, at);
    const std::string_view bytes = text.substr(start, at - start);
    if (code == 0xFFFD && bytes != "\xEF\xBF\xBD") {
      for (const char byte : bytes) result += of_byte(byte);
    } else if (steers(code)) {
      result += of_code(code);
    } else {
      result += bytes;
    }
  }
  return result;
}

}  // namespace

std::string visible(std::string_view text) {
  return replaced(text, written_out,
                  [](char byte) { return fmt::format("\\x{:02x}", static_cast<unsigned char>(byte)); });
}

std::string blanked(std::string_view text) {
  return replaced(
      text, [](std::int32_t) { return std::string(" "); }, [](char) { return std::string("\xEF\xBF\xBD"); });
}

}  // namespace tailorbird
