#include "text/utf8.hpp"

#include <cstdlib>
#include <memory>
#include <utf8proc.h>

#include "base/strings.hpp"
#include "text/swar.hpp"

namespace tailorbird {
namespace {

std::string map(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                 static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) return std::string(text);
  return std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
}

/// Of any script.
bool is_letter_or_digit(utf8proc_int32_t c) {
  const utf8proc_category_t category = utf8proc_category(c);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

}  // namespace

std::int32_t next_code_point(std::string_view text, std::size_t& at) {
  utf8proc_int32_t code_point = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  at += size > 0 ? static_cast<std::size_t>(size) : 1;
  return size > 0 ? code_point : 0xFFFD;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      while (swar::all(text, at, [](std::uint64_t bytes) { return ~bytes; })) at += 8;
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
    if (size <= 0) return at;
    at += static_cast<std::size_t>(size);
  }
  return std::nullopt;
}

std::size_t code_points(std::string_view text) {
  std::size_t going_on = 0;  // the number of continuation bytes (10xxxxxx)
  for (std::size_t at = 0; at < text.size(); at += 8) {
    const std::uint64_t bytes = swar::load(text, at);
    going_on += static_cast<std::size_t>(std::popcount(bytes & ~(bytes << 1U) & swar::high_bits));
  }
  return text.size() - going_on;
}

std::string fold(std::string_view text) {
  std::string opened = replace_all(text, "œ", "oe");
  opened = replace_all(opened, "Œ", "oe");
  opened = replace_all(opened, "æ", "ae");
  opened = replace_all(opened, "Æ", "ae");
  return map(opened, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                         UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
}

std::string slug(std::string_view text) {
  std::string result;
  bool gap = false;
  const std::string folded = fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const utf8proc_int32_t c = next_code_point(folded, at);
    if (c == '\'' || c == 0x2019) continue;  // "don't" → "dont", not "don-t"
    if (!is_letter_or_digit(c)) {
      gap = true;
      continue;
    }
    if (gap && !result.empty()) result += '-';
    gap = false;
    result.append(folded, begin, at - begin);
  }
  return result;
}

}  // namespace tailorbird
