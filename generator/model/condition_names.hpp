#pragma once
// From names to conditions: `audience="manager hr"`, `phase: treatment`, `.early` → Condition. YAML maps
// (read/) and the attributes of divs and spans (compile/) have the same meaning, so both use these functions
// and report undeclared names alike.

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/dimension.hpp"
#include "model/site.hpp"

namespace tailorbird {

/// A word as the author wrote it, with its place.
struct PlacedWord {
  std::string text;
  Position where;
  std::uint32_t length = 0;  // code points, as SourceRange::length
};

/// A dimension and its values, one of which must hold: `audience="manager hr"`.
struct DimensionWords {
  PlacedWord dimension;
  std::vector<PlacedWord> values;
};

/// A problem with a name in a condition, ready to be reported.
struct ConditionProblem {
  std::string_view code;  // unknown-dimension, unknown-value, unknown-condition, condition-contradiction …
  PlacedWord at;
  std::string message;
  std::string fix;  // with "did you mean"; empty: the code's own
};

/// A condition, or why it cannot be read. With problems the condition is unreadable: its content must be in
/// no edition (fail closed), and `condition` must not be used.
struct ResolvedCondition {
  Condition condition;
  std::vector<ConditionProblem> problems;

  bool readable() const { return problems.empty(); }
};

/// The condition that all of `dimensions` and all of the named conditions `names` hold (`.only`) or, negated,
/// that not all of them do (`.except`). A dimension that is named several times must meet all of them.
/// `here`, if given: the readers of that place; names that none of them meets are not suggested.
ResolvedCondition resolve_condition(const Site& site, const std::vector<DimensionWords>& dimensions,
                                    const std::vector<PlacedWord>& names, bool negated = false,
                                    const ReaderSet* here = nullptr);

/// What to do about the name of a condition without `.only`: write it as `written`, unless everybody `here`
/// meets it, or nobody.
std::string lone_name_fix(const Site& site, std::string_view name, const ReaderSet& here,
                          std::string written);

/// Adds the problems as diagnostics in `file`.
void add_problems(const ResolvedCondition& resolved, const std::string& file, Diagnostics& diagnostics);

/// The ids of all dimensions, of a dimension's values, and the names of all conditions: for suggestions.
std::vector<std::string> dimension_ids(const Site& site);
std::vector<std::string> value_ids(const Dimension& dimension);
std::vector<std::string> condition_names(const Site& site);

}  // namespace tailorbird
