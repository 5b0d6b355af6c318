#include "import/foreign_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/strings.hpp"
#include "text/invisible.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

void append_utf8(std::string& out, std::uint32_t code) {
  const auto byte = [&out](std::uint32_t bits) { out += static_cast<char>(bits); };
  const auto more = [&](std::uint32_t shift) { byte(0x80U | ((code >> shift) & 0x3FU)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0U | (code >> 6U));
    more(0);
  } else if (code < 0x10000) {
    byte(0xE0U | (code >> 12U));
    more(6);
    more(0);
  } else {
    byte(0xF0U | (code >> 18U));
    more(12);
    more(6);
    more(0);
  }
}

/// What Windows-1252 has in 0x80 … 0x9F; 0: nothing.
constexpr std::array<std::uint16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint32_t code = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : byte;
    if (code != 0 || byte == 0) append_utf8(text, code);
  }
  return text;
}

std::string from_utf_16(std::string_view bytes, bool big_end_first) {
  std::string text;
  std::uint32_t high = 0;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    const std::uint32_t unit = big_end_first ? (first << 8U | second) : (second << 8U | first);
    if (unit >= 0xD800 && unit < 0xDC00) {
      high = unit;
    } else if (unit >= 0xDC00 && unit < 0xE000) {
      if (high != 0) append_utf8(text, 0x10000U + ((high - 0xD800U) << 10U) + (unit - 0xDC00U));
      high = 0;
    } else {
      append_utf8(text, unit);
    }
  }
  return text;
}

std::string without_invisible(const std::string& text, std::size_t& left_out) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto code = static_cast<unsigned>(next_code_point(text, at));
    if (code != '\n' && code != '\t' && is_invisible(code)) {
      ++left_out;
    } else {
      clean.append(text, begin, at - begin);
    }
  }
  return clean;
}

}  // namespace

ForeignText foreign_text(std::string_view bytes) {
  ForeignText result;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
    result.changes.emplace_back("a byte order mark was left out");
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    result.text = from_utf_16(bytes.substr(2), bytes.front() == '\xFE');
    result.changes.emplace_back("read as UTF-16");
  } else if (first_invalid_utf8(bytes)) {
    result.text = from_windows_1252(bytes);
    result.changes.emplace_back("read as Windows-1252: it is not UTF-8");
  } else {
    result.text = bytes;
  }
  if (result.text.find('\r') != std::string::npos) {
    result.text = replace_all(replace_all(result.text, "\r\n", "\n"), "\r", "\n");
  }
  std::size_t left_out = 0;
  result.text = without_invisible(result.text, left_out);
  if (left_out > 0)
    result.changes.push_back(std::to_string(left_out) + " invisible characters were left out");
  return result;
}

}  // namespace tailorbird
