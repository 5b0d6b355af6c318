#include "compile/context.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace tailorbird {

NestingGuard::NestingGuard(Context& context, cmark_node* node) : context_(context) {
  if (++context_.depth <= deepest_nesting || context_.too_deep) return;
  context_.too_deep = true;
  const int line = std::max(cmark_node_get_start_line(node), 1);
  const SourceRange place = context_.source.range(context_.source.line_start(line), 0);
  context_.failure(
      "nesting-too-deep", place.start, 0,
      fmt::format("more than {} lists, quotes, divs or emphases in one another", deepest_nesting));
}

namespace {

bool meet(const ReaderSet& one, const ReaderSet& other) {
  for (std::size_t dimension = 0; dimension < one.possible.size(); ++dimension) {
    if ((one.possible[dimension] & other.possible[dimension]) == 0) return false;
  }
  return true;
}

}  // namespace

void claim_id(Context& context, const std::string& id, Position where, std::uint32_t length, bool generated) {
  std::vector<GivenId>& given = context.ids[id];
  const auto other = std::find_if(given.begin(), given.end(),
                                  [&](const GivenId& one) { return meet(one.readers, context.reach); });
  if (other != given.end()) {
    Diagnostic& problem = context.problem(
        "id-taken", where, length, fmt::format("the page has `#{}` already", id),
        generated ? "give this one an id of its own: `{#…}`" : std::string("give one of the two another id"));
    problem.related.push_back({{context.page.file, other->where, 0}, "first given here"});
  } else {
    given.push_back({where, context.reach});
  }
}

}  // namespace tailorbird
