#include "package/xml_problems.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "base/strings.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

struct Skipped {
  std::string_view start;
  std::string_view end;
};

constexpr auto skipped =
    std::to_array<Skipped>({{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<!DOCTYPE", ">"}, {"<?", "?>"}});

/// Past the piece that begins at `at` and in which `&` means nothing; `at` itself when there is none.
std::size_t after_skipped(std::string_view bytes, std::size_t at) {
  for (const Skipped& piece : skipped) {
    if (!bytes.substr(at).starts_with(piece.start)) continue;
    const std::size_t end = bytes.find(piece.end, at + piece.start.size());
    return end == std::string_view::npos ? bytes.size() : end + piece.end.size();
  }
  return at;
}

/// `text` begins after the `&`.
bool is_reference(std::string_view text) {
  const std::size_t end = text.find(';');
  if (end == std::string_view::npos || end == 0) return false;
  const std::string_view name = text.substr(0, end);
  constexpr auto names = std::to_array<std::string_view>({"amp", "lt", "gt", "quot", "apos"});
  if (name[0] != '#') return std::find(names.begin(), names.end(), name) != names.end();
  const bool hexadecimal = name.starts_with("#x");
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  return !digits.empty() && std::all_of(digits.begin(), digits.end(), [&](char c) {
    const char lower = static_cast<char>(c | 0x20);
    return (c >= '0' && c <= '9') || (hexadecimal && lower >= 'a' && lower <= 'f');
  });
}

std::optional<XmlProblem> text_problem(std::string_view bytes) {
  if (const auto at = first_invalid_utf8(bytes)) return XmlProblem{*at, "a character that is not UTF-8"};
  for (std::size_t at = 0; at < bytes.size();) {
    if (const std::size_t after = after_skipped(bytes, at); after != at) {
      at = after;
      continue;
    }
    const char c = bytes[at];
    if (c == '&' && !is_reference(bytes.substr(at + 1))) return XmlProblem{at, "`&` stands for itself"};
    const bool is_control = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    if (is_control) return XmlProblem{at, "a control character"};
    ++at;
  }
  return std::nullopt;
}

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

bool is_declared(pugi::xml_node node, std::string_view prefix) {
  if (prefix.empty() || prefix == "xml" || prefix == "xmlns") return true;
  const std::string name = fmt::format("xmlns:{}", prefix);
  for (; node; node = node.parent()) {
    if (node.attribute(name.c_str())) return true;
  }
  return false;
}

std::optional<XmlProblem> names_problem(pugi::xml_node node) {
  std::set<std::string_view> names;
  const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, node.offset_debug()));
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (!names.insert(name).second)
      return XmlProblem{offset, fmt::format("the attribute `{}` stands there twice", name)};
    if (!is_declared(node, prefix_of(name)))
      return XmlProblem{offset, fmt::format("the prefix of `{}` is not declared", name)};
  }
  if (!is_declared(node, prefix_of(node.name())))
    return XmlProblem{offset, fmt::format("the prefix of `{}` is not declared", node.name())};
  for (const pugi::xml_node child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    if (auto problem = names_problem(child)) return problem;
  }
  return std::nullopt;
}

}  // namespace

std::optional<XmlProblem> parse_strictly(std::string_view bytes, pugi::xml_document& document) {
  if (auto problem = text_problem(bytes)) return problem;
  const pugi::xml_parse_result read = document.load_buffer(bytes.data(), bytes.size());
  if (!read) {
    return XmlProblem{static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, read.offset)),
                      ascii_lower(read.description())};
  }
  return names_problem(document.document_element());
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace tailorbird
