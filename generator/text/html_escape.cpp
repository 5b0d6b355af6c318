#include "text/html_escape.hpp"

#include <algorithm>
#include <cstdint>

#include "text/swar.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

void append_reference(std::string& out, std::int32_t code_point) {
  out += "&#";
  out += std::to_string(code_point);
  out += ';';
}

/// Which of eight bytes need no escape.
constexpr std::uint64_t unescaped(std::uint64_t bytes) {
  const std::uint64_t ampersand_or_quote = swar::equal(bytes & ~swar::each('&' ^ '"'), '"');
  const std::uint64_t angles = swar::equal(bytes & ~swar::each('<' ^ '>'), '<');
  return ~(ampersand_or_quote | angles | bytes);
}

}  // namespace

std::size_t find_escaped(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; at += 8) {
    const std::uint64_t escaped = ~unescaped(swar::load(text, at)) & swar::high_bits;
    if (escaped != 0) return std::min(at + swar::first(escaped), end);
  }
  return end;
}

std::size_t append_escaped_sign(std::string& out, std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) >= 0x80) {
    append_reference(out, next_code_point(text, at));
    return at;
  }
  out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;";
  return at + 1;
}

void append_html_escaped(std::string& out, std::string_view text) {
  std::size_t begin = 0;  // of what is not in `out` yet
  for (std::size_t at = find_escaped(text, 0, text.size()); at < text.size();
       at = find_escaped(text, begin, text.size())) {
    out.append(text, begin, at - begin);
    begin = append_escaped_sign(out, text, at);
  }
  out.append(text, begin);
}

std::string html_escaped(std::string_view text) {
  std::string out;
  append_html_escaped(out, text);
  return out;
}

void append_address_escaped(std::string& out, std::string_view address) {
  for (std::size_t quote = address.find('\''); quote != std::string_view::npos; quote = address.find('\'')) {
    append_html_escaped(out, address.substr(0, quote));
    out += "&#x27;";
    address.remove_prefix(quote + 1);
  }
  append_html_escaped(out, address);
}

void append_ascii_html(std::string& out, std::string_view html) {
  std::size_t begin = 0;
  std::size_t at = 0;
  while (at < html.size()) {
    if (static_cast<unsigned char>(html[at]) < 0x80) {
      ++at;
      while (swar::all(html, at, [](std::uint64_t bytes) { return ~bytes; })) at += 8;
      continue;
    }
    out.append(html, begin, at - begin);
    append_reference(out, next_code_point(html, at));
    begin = at;
  }
  out.append(html, begin);
}

}  // namespace tailorbird
