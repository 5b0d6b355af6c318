#pragma once
// Makes safe copies of SVG files, which could run scripts and load resources. Output contains not the file
// but a copy, written anew in UTF-8, of the elements and attributes on the lists of svg.cpp. Anything that
// would run or refer outside the file is refused.

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace tailorbird {

struct SvgProblem {
  std::size_t offset = 0;  // byte in the file
  std::string what;        // "the element `script`"
};

/// Limits: larger files, deeper nesting and longer style sheets are refused.
inline constexpr std::size_t largest_svg = std::size_t{1} << 20U;
inline constexpr unsigned deepest_svg = 200;
inline constexpr std::size_t longest_svg_style = std::size_t{16} << 10U;

/// Parses `bytes` as XML in UTF-8, whatever encoding it declares, and keeps comments and declarations in
/// `document`. Returns the problem if it is not well-formed.
std::optional<SvgProblem> parse_svg(std::string_view bytes, pugi::xml_document& document);

struct SvgCopy {
  std::string bytes;                  // empty when there is a problem
  std::optional<SvgProblem> problem;  // the first content that is not allowed
};

SvgCopy copy_svg(std::string_view bytes);

}  // namespace tailorbird
