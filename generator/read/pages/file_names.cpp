#include "read/pages/file_names.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "read/schema/scalar_readers.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// Names that some server, Windows or SharePoint takes for its own. Those that end in * stand for all that
/// begin so, # for a digit.
constexpr auto reserved =
    std::to_array<std::string_view>({"bin", "app-*", "cgi-bin", "server-status", "icons", "manual", "forms",
                                     "con", "prn", "aux", "nul", "com#", "lpt#"});

bool matches(std::string_view name, std::string_view pattern) {
  if (pattern.ends_with('*')) return name.starts_with(pattern.substr(0, pattern.size() - 1));
  if (!pattern.ends_with('#')) return name == pattern;
  return name.size() == pattern.size() && name.starts_with(pattern.substr(0, pattern.size() - 1)) &&
         name.back() >= '0' && name.back() <= '9';
}

bool is_reserved(std::string_view name) {
  return std::any_of(reserved.begin(), reserved.end(),
                     [&](std::string_view pattern) { return matches(name, pattern); });
}

/// A name that would do: "Prépare le Talk" → "prepare-le-talk".
std::string better_name(std::string_view name) {
  std::string better = slug(name).substr(0, 60);
  while (better.ends_with('-')) better.pop_back();
  return better.empty() ? std::string("Use small letters a to z, digits and hyphens.")
                        : fmt::format("Rename it to `{}`.", better);
}

void check_segment(std::string_view name, const SourceRange& where, Diagnostics& found) {
  if (!is_id(name)) {
    found.add("file-name", where, fmt::format("`{}` cannot be a name in an address", name),
              better_name(name));
  } else if (is_reserved(name)) {
    found.add("file-name-reserved", where,
              fmt::format("`{}` is a name that servers or Windows keep for themselves", name));
  }
}

}  // namespace

Diagnostics check_page_name(const Page& page) {
  Diagnostics found;
  const SourceRange where{page.file, {}, 0};
  const std::string_view without_suffix = std::string_view(page.path).substr(0, page.path.size() - 3);
  for (std::string_view name : split(without_suffix, '/')) {
    if (name.starts_with('_')) name.remove_prefix(1);
    check_segment(name, where, found);
  }
  const std::size_t length = output_path(page).size();
  if (!page.partial && length > longest_output_path) {
    found.add("path-too-long", where,
              fmt::format("the page's address has {} characters; at most {} are safe", length,
                          longest_output_path));
  }
  return found;
}

Diagnostics check_media_name(const std::string& file, std::string_view relative) {
  Diagnostics found;
  const SourceRange where{file, {}, 0};
  std::vector<std::string_view> names = split(relative, '/');
  const std::string_view last = names.back();
  const std::size_t dot = last.rfind('.');
  names.back() = last.substr(0, dot);
  if (dot != std::string_view::npos && !is_id(last.substr(dot + 1))) {
    found.add("file-name", where, fmt::format("`{}` cannot be a name in an address", last),
              "Write the ending in small letters.");
  }
  for (std::string_view name : names) {
    if (name.starts_with('_')) name.remove_prefix(1);
    check_segment(name, where, found);
  }
  return found;
}

}  // namespace tailorbird
