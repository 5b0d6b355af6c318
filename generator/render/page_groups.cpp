#include "render/page_groups.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace tailorbird {
namespace {

constexpr std::size_t least_in_group = 20;

/// About as many groups as pages in each: neither is long.
std::size_t number_of_groups(std::size_t pages) {
  const auto root = static_cast<std::size_t>(std::sqrt(static_cast<double>(pages)));
  const std::size_t in_group = std::max(root, least_in_group);
  return (pages + in_group - 1) / in_group;
}

/// The title of the page, or its number where the reader's choice decides whether there is such a page.
std::string name_of(const RenderContext& context, std::size_t node, std::size_t number) {
  const EditionPage& page = context.edition.pages[context.navigation.nodes[node].edition_page];
  return page.open.always() ? context.edition.project->pages[page.page].front.title : std::to_string(number);
}

}  // namespace

Value folded_pages(const RenderContext& context, Entries& entries, const std::vector<std::size_t>& nodes) {
  if (nodes.size() <= most_listed) return Value(false);
  const std::size_t count = number_of_groups(nodes.size());
  Value groups = empty_list();
  for (std::size_t index = 0; index < count; ++index) {
    const std::size_t begin = nodes.size() * index / count;
    const std::size_t end = nodes.size() * (index + 1) / count;
    Value pages = empty_list();
    for (std::size_t at = begin; at < end; ++at) pages.push_back(entries.reference(nodes[at]));
    Value group = empty_object();
    group["first"] = text_value(name_of(context, nodes[begin], begin + 1));
    group["last"] = text_value(name_of(context, nodes[end - 1], end));
    set_list(group, "pages", std::move(pages));
    groups.push_back(entries.reference(entries.add(std::move(group))));
  }
  Value folded = empty_object();
  set_list(folded, "groups", std::move(groups));
  return entries.reference(entries.add(std::move(folded)));
}

}  // namespace tailorbird
