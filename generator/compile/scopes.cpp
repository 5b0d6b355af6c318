#include "compile/scopes.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace tailorbird {
namespace {

/// More different scopes of one name are not compared: a page that has them is not written by hand, and what
/// an edition shows is decided there once more.
constexpr std::size_t most_scopes = 64;

ReaderSet readers_of_page(const Context& context) {
  return narrowed(context.site.everybody(), context.page.front.condition);
}

bool begins_with(const ConditionChain& chain, const ConditionChain& prefix) {
  return prefix.size() <= chain.size() && std::equal(prefix.begin(), prefix.end(), chain.begin());
}

}  // namespace

Scope scope_here(const Context& context, const SourceRange& where) {
  return {where, context.conditions, context.reach};
}

ReaderScope::ReaderScope(Context& context, int condition) : context_(context), narrows_(condition >= 0) {
  if (!narrows_) return;
  const auto index = static_cast<std::size_t>(condition);
  before_ =
      std::exchange(context.reach, narrowed(context.reach, context.program.conditions[index].condition));
  context.conditions.push_back(static_cast<std::uint32_t>(condition));
}

ReaderScope::~ReaderScope() {
  if (!narrows_) return;
  context_.reach = std::move(before_);
  context_.conditions.pop_back();
}

ScopeOf::ScopeOf(Context& context, const Scope& scope)
    : context_(context),
      conditions_(std::exchange(context.conditions, scope.conditions)),
      reach_(std::exchange(context.reach, scope.reach)) {}

ScopeOf::~ScopeOf() {
  context_.conditions = std::move(conditions_);
  context_.reach = std::move(reach_);
}

Conjunction conditions_of(const Context& context, const ConditionChain& chain) {
  std::set<Condition> all;
  for (const std::uint32_t index : chain) all.insert(context.program.conditions[index].condition);
  return {all.begin(), all.end()};
}

bool meet(const Context& context, const Scope& one, const Scope& other) {
  if (begins_with(one.conditions, other.conditions) || begins_with(other.conditions, one.conditions))
    return true;
  Conjunction both = conditions_of(context, one.conditions);
  const Conjunction others = conditions_of(context, other.conditions);
  both.insert(both.end(), others.begin(), others.end());
  return find_reader(readers_of_page(context), both).has_value();
}

const Scope* first_meeting(const Context& context, const Scopes& earlier, const Scope& scope) {
  std::set<Conjunction> seen;
  for (const Scope* one : earlier) {
    if (seen.size() > most_scopes) break;
    if (!seen.insert(conditions_of(context, one->conditions)).second) continue;
    if (meet(context, *one, scope)) return one;
  }
  return nullptr;
}

std::string left_alone(const Context& context, const Scope& use, const Scopes& definitions) {
  std::set<Conjunction> unmet;
  for (const Scope* one : definitions) {
    if (begins_with(use.conditions, one->conditions)) return {};
    if (unmet.size() < most_scopes) unmet.insert(conditions_of(context, one->conditions));
  }
  const ReaderSet everybody = readers_of_page(context);
  const auto reader =
      find_reader(everybody, conditions_of(context, use.conditions), {unmet.begin(), unmet.end()});
  if (!reader) return {};
  Condition condition;
  for (std::size_t dimension = 0; dimension < reader->possible.size(); ++dimension) {
    if (reader->possible[dimension] == everybody.possible[dimension]) continue;
    condition.atoms.push_back({static_cast<std::uint16_t>(dimension), reader->possible[dimension]});
  }
  return condition_code(context.site, condition);
}

}  // namespace tailorbird
