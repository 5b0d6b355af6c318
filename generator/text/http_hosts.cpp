#include "text/http_hosts.hpp"

#include <algorithm>
#include <charconv>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

bool only(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

bool is_label(std::string_view text) {
  constexpr std::size_t longest = 63;
  return !text.empty() && text.size() <= longest && text.front() != '-' && text.back() != '-' &&
         only(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
}

/// Includes numbers such as 0x7f: browsers take a host whose last label is a number for an IPv4 address.
bool is_number(std::string_view label) {
  if (label.starts_with("0x")) return only(label.substr(2), "0123456789abcdef");
  return only(label, "0123456789");
}

bool is_port(std::string_view text) {
  constexpr int highest = 65535;
  int port = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data(), end, port);
  return failed == std::errc{} && stop == end && text.front() != '0' && port >= 1 && port <= highest;
}

}  // namespace

bool is_web_address(std::string_view address) {
  return address.starts_with("https:") || address.starts_with("http:");
}

bool is_host_name(std::string_view text) {
  constexpr std::size_t longest = 253;
  const std::string small = ascii_lower(text);
  const std::string_view whole = small;
  const std::size_t colon = whole.find(':');
  if (colon != std::string_view::npos && !is_port(whole.substr(colon + 1))) return false;
  const std::string_view name = whole.substr(0, colon);
  const auto labels = split(name, '.');
  return name.size() <= longest && std::all_of(labels.begin(), labels.end(), is_label) &&
         !is_number(labels.back());
}

bool is_http_to(std::string_view url, const std::vector<std::string>& hosts) {
  constexpr std::string_view scheme = "http://";
  if (ascii_lower(url.substr(0, scheme.size())) != scheme) return false;
  const std::string_view rest = url.substr(scheme.size());
  const std::string host = ascii_lower(rest.substr(0, rest.find_first_of("/?#")));
  return std::find(hosts.begin(), hosts.end(), host) != hosts.end();
}

}  // namespace tailorbird
