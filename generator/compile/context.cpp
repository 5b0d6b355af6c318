#include "compile/context.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tailorbird {

NestingGuard::NestingGuard(Context& context, cmark_node* node) : context_(context) {
  if (++context_.depth <= deepest_nesting || context_.too_deep) return;
  context_.too_deep = true;
  const int line = std::max(cmark_node_get_start_line(node), 1);
  const SourceRange place = context_.source.range(context_.source.line_start(line), 0);
  context_.failure("nesting-too-deep", place.start, 0,
                   fmt::format("more than {} lists, quotes, divs or emphases in one another", deepest_nesting));
}

void claim_id(Context& context, const std::string& id, Position where, std::uint32_t length, bool generated) {
  const auto [at, fresh] = context.ids.emplace(id, where);
  if (fresh) return;
  Diagnostic& problem = context.problem(
      "id-taken", where, length, fmt::format("the page has `#{}` already", id),
      generated ? "give this one an id of its own: `{#…}`" : std::string("give one of the two another id"));
  problem.related.push_back({{context.page.file, at->second, 0}, "first given here"});
}

}  // namespace tailorbird
