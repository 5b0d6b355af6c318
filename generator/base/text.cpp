#include "base/text.hpp"

#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace tailorbird {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Decodes the code point at `text[at]` of valid UTF-8 and moves `at` past it.
utf8proc_int32_t next_code_point(std::string_view text, std::size_t& at) {
  utf8proc_int32_t code_point = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  at += size > 0 ? static_cast<std::size_t>(size) : 1;
  return size > 0 ? code_point : 0xFFFD;
}

void append_reference(std::string& out, utf8proc_int32_t code_point) {
  out += "&#";
  out += std::to_string(code_point);
  out += ';';
}

std::string map(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                 static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) return std::string(text);
  return std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> result;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    if (at > begin) result.push_back(text.substr(begin, at - begin));
  }
  return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = text.find(separator); at != std::string_view::npos;
       at = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, at - begin));
    begin = at + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) result += separator;
    result += part;
  }
  return result;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  std::size_t begin = 0;
  for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from, begin)) {
    result.append(text, begin, at - begin);
    result += to;
    begin = at + from.size();
  }
  result.append(text, begin);
  return result;
}

std::string ascii_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
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
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

void append_html_escaped(std::string& out, std::string_view text) {
  std::size_t begin = 0;
  std::size_t at = 0;
  const auto flush = [&] { out.append(text, begin, at - begin); };
  while (at < text.size()) {
    const char c = text[at];
    const bool ascii = static_cast<unsigned char>(c) < 0x80;
    if (ascii && c != '&' && c != '<' && c != '>' && c != '"') {
      ++at;
      continue;
    }
    flush();
    if (!ascii) {
      append_reference(out, next_code_point(text, at));
    } else {
      out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;";
      ++at;
    }
    begin = at;
  }
  flush();
}

std::string html_escaped(std::string_view text) {
  std::string out;
  append_html_escaped(out, text);
  return out;
}

void append_ascii_html(std::string& out, std::string_view html) {
  std::size_t begin = 0;
  std::size_t at = 0;
  while (at < html.size()) {
    if (static_cast<unsigned char>(html[at]) < 0x80) {
      ++at;
      continue;
    }
    out.append(html, begin, at - begin);
    append_reference(out, next_code_point(html, at));
    begin = at;
  }
  out.append(html, begin);
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
    const utf8proc_int32_t c = next_code_point(folded, at);
    const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (c == '\'' || c == 0x2019) continue;  // "don't" → "dont", not "don-t"
    if (!keep) {
      gap = true;
      continue;
    }
    if (gap && !result.empty()) result += '-';
    gap = false;
    result += static_cast<char>(c);
  }
  return result;
}

}  // namespace tailorbird
