#include <algorithm>
#include <fmt/format.h>

#include "check/all_checks.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

bool part_has(const Part& part, std::string_view id) {
  return part.id == id || std::any_of(part.children.begin(), part.children.end(),
                                      [&](const Part& child) { return part_has(child, id); });
}

/// Whether the page has this id for other readers.
bool is_written(const Program& program, std::string_view id) {
  return std::any_of(program.headings.begin(), program.headings.end(),
                     [&](const Heading& one) { return one.id == id; }) ||
         std::any_of(program.components.begin(), program.components.end(),
                     [&](const ComponentUse& one) { return part_has(one.root, id); });
}

}  // namespace

void check_anchors(const EditionView& view, Diagnostics& diagnostics) {
  for (const TailoredPage& page : view.pages) {
    for (const LinkCheck& link : page.links) {
      const int target = view.edition.find(link.path);
      if (target < 0) continue;  // reported as a missing page
      const TailoredPage& there = view.pages[static_cast<std::size_t>(target)];
      if (std::binary_search(there.ids.begin(), there.ids.end(), link.fragment)) continue;
      const bool left_out =
          is_written(view.programs(view.edition.pages[there.edition_page].page), link.fragment);
      const std::string message =
          left_out ? fmt::format("`#{}` of `{}` is left out of this edition", link.fragment, link.path)
                   : fmt::format("no `#{}` on page `{}`", link.fragment, link.path);
      const std::string fix = left_out ? "put the link under the same condition, or link to the page"
                                       : suggestion(link.fragment, there.ids);
      diagnostics.add("link-anchor-missing", link.where, message, fix).editions = {view.edition.id()};
    }
  }
}

}  // namespace tailorbird
