#include "compile/context.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "compile/scopes.hpp"

namespace tailorbird {

NestingGuard::NestingGuard(Context& context, cmark_node* node) : context_(context) {
  if (++context_.depth <= deepest_nesting || context_.too_deep) return;
  context_.too_deep = true;
  const int line = std::max(cmark_node_get_start_line(node), 1);
  const SourceRange place = context_.source.range(context_.source.line_start(line), 0);
  context_.failure(
      "nesting-too-deep", place.start, 0,
      fmt::format("more than {} lists, quotes, blocks or emphases inside each other", deepest_nesting));
}

void claim_id(Context& context, const std::string& id, Position where, std::uint32_t length, bool generated) {
  std::vector<Scope>& given = context.definitions.ids[id];
  Scopes earlier;
  for (const Scope& one : given) earlier.push_back(&one);
  Scope scope = scope_here(context, {context.page.file, where, length});
  const Scope* other = first_meeting(context, earlier, scope);
  if (other == nullptr) {
    given.push_back(std::move(scope));
    return;
  }
  Diagnostic& problem = context.problem(
      "id-taken", where, length, fmt::format("the page has `#{}` already", id),
      generated ? "give this one an id of its own: `{#…}`" : std::string("give one of the two another id"));
  problem.related.push_back({{context.page.file, other->where.start, 0}, "first given here"});
}

}  // namespace tailorbird
