#pragma once
// Long lists of pages, folded: consecutive pages in groups, so that one looks through some names of groups
// and then through one group. Needs no script.

#include <vector>

#include "render/render.hpp"
#include "render/template_scope.hpp"

namespace tailorbird {

/// More pages than this are folded, and are not listed beside other pages: a page's size and time do not grow
/// with its section.
constexpr std::size_t most_listed = 60;

/// For `nodes` (indices in Navigation::nodes, which are their entries too): a reference to an entry whose
/// `groups` has for each group `first`, `last` (titles, or numbers where a title is not for everybody) and
/// `pages`. False: the list is short.
Value folded_pages(const RenderContext& context, Entries& entries, const std::vector<std::size_t>& nodes);

}  // namespace tailorbird
