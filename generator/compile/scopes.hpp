#pragma once
// Scopes: the conditions and readers at a place of the page being compiled, and whether some reader gets two
// places. For definitions and their uses (compile/definitions.hpp).

#include "compile/context.hpp"

namespace tailorbird {

/// The scope of the current place.
Scope scope_here(const Context& context, const SourceRange& where);

/// RAII: narrows the readers to those who meet the condition; -1: no condition.
class ReaderScope {
 public:
  ReaderScope(Context& context, int condition);
  ~ReaderScope();
  ReaderScope(const ReaderScope&) = delete;
  ReaderScope& operator=(const ReaderScope&) = delete;

 private:
  Context& context_;
  bool narrows_;
  ReaderSet before_;
};

/// RAII: switches to another scope.
class ScopeOf {
 public:
  ScopeOf(Context& context, const Scope& scope);
  ~ScopeOf();
  ScopeOf(const ScopeOf&) = delete;
  ScopeOf& operator=(const ScopeOf&) = delete;

 private:
  Context& context_;
  ConditionChain conditions_;
  ReaderSet reach_;
};

/// The conditions of a chain, each once.
Conjunction conditions_of(const Context& context, const ConditionChain& chain);

/// Whether some reader gets both.
bool meet(const Context& context, const Scope& one, const Scope& other);

/// The first of `earlier` that some reader gets together with `scope`, or null.
const Scope* first_meeting(const Context& context, const Scopes& earlier, const Scope& scope);

/// The readers who get `use` but none of `definitions`, as condition code (model/site.hpp); empty when there
/// are none.
std::string left_alone(const Context& context, const Scope& use, const Scopes& definitions);

}  // namespace tailorbird
