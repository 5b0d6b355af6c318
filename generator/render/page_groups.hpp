#pragma once
// Folds long lists of pages into groups of consecutive pages, so that readers scan the names of groups first
// and then one group. Needs no script.

#include <vector>

#include "render/render.hpp"
#include "render/template_scope.hpp"

namespace tailorbird {

/// Longer lists are folded, and are not repeated on the pages they list, so that a page's size and build time
/// do not grow with its section.
constexpr std::size_t most_listed = 60;

/// A reference to an entry with the list `groups`: for each group `first`, `last` (titles, or numbers where a
/// title is not for everybody) and `pages`. The value false when `nodes` (indices in Navigation::nodes, which
/// are also their entries) are few.
Value folded_pages(const RenderContext& context, Entries& entries, const std::vector<std::size_t>& nodes);

}  // namespace tailorbird
