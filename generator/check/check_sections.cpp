#include <fmt/format.h>
#include <set>
#include <string_view>

#include "base/files.hpp"
#include "check/all_checks.hpp"
#include "tailor/page_order.hpp"

namespace tailorbird {
namespace {

/// Folders in which this language has more than an index page, whoever its readers are.
std::set<std::string_view> folders_with_pages(const Edition& edition) {
  std::set<std::string_view> folders;
  for (const Page& page : edition.project->pages) {
    const bool ours = page.overlay_of.empty() || page.overlay_of == edition.profile->id;
    if (page.language != edition.language || page.partial || page.front.draft || !ours) continue;
    std::string_view folder = parent_of(page.path);
    if (is_index(page.path)) folder = parent_of(folder);
    for (; !folder.empty(); folder = parent_of(folder)) folders.insert(folder);
  }
  return folders;
}

}  // namespace

void check_sections(const EditionView& view, Diagnostics& diagnostics) {
  const std::set<std::string_view> folders = folders_with_pages(view.edition);
  for (std::size_t index = 0; index < view.navigation.nodes.size(); ++index) {
    const Page& page = view.edition.page(index);
    const bool is_section = is_index(page.path) && folders.contains(parent_of(page.path));
    if (!is_section || !view.navigation.nodes[index].children.empty()) continue;
    diagnostics
        .add("section-empty", {page.file, page.front.title_at, 0},
             fmt::format("section `{}` has no other page in this edition", page.front.title))
        .editions = {view.edition.id()};
  }
}

}  // namespace tailorbird
