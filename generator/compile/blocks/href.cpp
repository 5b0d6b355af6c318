#include "compile/blocks/href.hpp"

#include <array>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view safe_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.+!*'(),%#@?=;:/$&~";

constexpr std::array<bool, 256> safe_table() {
  std::array<bool, 256> table{};
  for (const char c : safe_characters) table[static_cast<unsigned char>(c)] = true;
  return table;
}

constexpr std::array<bool, 256> is_safe = safe_table();

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::string percent_encoded(std::string_view url) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(url.size());
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_safe[byte]) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
  return out;
}

std::string percent_decoded(std::string_view url) {
  std::string out;
  for (std::size_t at = 0; at < url.size(); ++at) {
    const int high = url[at] == '%' && at + 2 <= url.size() - 1 ? digit(url[at + 1]) : -1;
    const int low = high >= 0 ? digit(url[at + 2]) : -1;
    if (low < 0) {
      out += url[at];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return out;
}

std::string url_scheme(std::string_view url) {
  if (url.empty() || !is_letter(url.front())) return {};
  for (std::size_t at = 1; at < url.size(); ++at) {
    const char c = url[at];
    if (c == ':') return ascii_lower(url.substr(0, at));
    const bool part = is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    if (!part) return {};
  }
  return {};
}

}  // namespace tailorbird
