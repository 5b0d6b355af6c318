#pragma once
// From names to conditions: `audience="manager hr"`, `phase: treatment`, `.early` → Condition. YAML maps
// (read/) and the attributes of divs and spans (compile/) mean the same, so both come through here and
// say the same about a name that nobody declared.

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/dimension.hpp"
#include "model/site.hpp"

namespace tailorbird {

/// A word as the author wrote it, and where.
struct PlacedWord {
  std::string text;
  Position where;
  std::uint32_t length = 0;  // code points, as SourceRange::length
};

/// `audience="manager hr"`: one of the values.
struct DimensionWords {
  PlacedWord dimension;
  std::vector<PlacedWord> values;
};

/// A name that means nothing here, ready to be reported.
struct ConditionProblem {
  std::string_view code;  // unknown-dimension, unknown-value, unknown-condition, condition-contradiction …
  PlacedWord at;
  std::string message;
  std::string fix;  // with "did you mean"; empty: the code's own
};

/// A condition, or why it cannot be read. With problems the condition is unreadable: what stands under
/// it must be in no edition (fail closed), and `condition` is not to be used.
struct ResolvedCondition {
  Condition condition;
  std::vector<ConditionProblem> problems;

  bool readable() const { return problems.empty(); }
};

/// All of `dimensions` and all of the conditions called `names` hold (`.only`) or, negated, not all of
/// them do (`.except`). A dimension in several places must fit all of them. `here`, if given: who reads the
/// place; a name that none of them meets is not suggested.
ResolvedCondition resolve_condition(const Site& site, const std::vector<DimensionWords>& dimensions,
                                    const std::vector<PlacedWord>& names, bool negated = false,
                                    const ReaderSet* here = nullptr);

/// Adds the problems as diagnostics in `file`.
void add_problems(const ResolvedCondition& resolved, const std::string& file, Diagnostics& diagnostics);

/// The ids of all dimensions, of a dimension's values, and the names of all conditions: for suggestions.
std::vector<std::string> dimension_ids(const Site& site);
std::vector<std::string> value_ids(const Dimension& dimension);
std::vector<std::string> condition_names(const Site& site);

}  // namespace tailorbird
