#include "model/dimension.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "model/readers.hpp"

namespace tailorbird {

ValueSet Dimension::all() const {
  return values.size() >= 64 ? ~ValueSet{0} : (ValueSet{1} << values.size()) - 1;
}

int Dimension::find(std::string_view value) const {
  const auto at =
      std::find_if(values.begin(), values.end(), [&](const DimensionValue& one) { return one.id == value; });
  return at == values.end() ? -1 : static_cast<int>(at - values.begin());
}

bool ReaderSet::fixed(std::size_t dimension) const { return std::has_single_bit(possible[dimension]); }

namespace {

/// The verdict for the product of sets alone.
Verdict decide_by_sets(const Condition& condition, const ReaderSet& space) {
  bool all_hold = true;
  bool one_fails = false;
  for (const Atom& atom : condition.atoms) {
    const ValueSet possible = space.possible[atom.dimension];
    if ((possible & ~atom.values) != 0) all_hold = false;
    if ((possible & atom.values) == 0) one_fails = true;
  }
  if (one_fails) return condition.negated ? Verdict::holds : Verdict::fails;
  if (all_hold) return condition.negated ? Verdict::fails : Verdict::holds;
  return Verdict::open;
}

/// Narrows the sets by the conditions in `further` that one set can express, and keeps only the others there.
void settle(ReaderSet& space) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const Condition& one : std::exchange(space.further, {})) {
      const Verdict verdict = decide_by_sets(one, space);
      if (verdict == Verdict::holds) continue;
      if (verdict == Verdict::fails) {
        std::fill(space.possible.begin(), space.possible.end(), ValueSet{0});
        continue;
      }
      const Condition left = residual(one, space);
      if (left.atoms.size() == 1) {
        space.possible[left.atoms[0].dimension] &= ~left.atoms[0].values;
        cut = true;
      } else if (std::find(space.further.begin(), space.further.end(), left) == space.further.end()) {
        space.further.push_back(left);
      }
    }
  }
}

}  // namespace

Verdict decide(const Condition& condition, const ReaderSet& space) {
  const Verdict verdict = decide_by_sets(condition, space);
  if (verdict != Verdict::open || space.further.empty()) return verdict;
  return decide_by_trying(condition, space);
}

Condition residual(const Condition& condition, const ReaderSet& space) {
  Condition left{condition.negated, {}};
  for (const Atom& atom : condition.atoms) {
    const ValueSet possible = space.possible[atom.dimension];
    if ((possible & ~atom.values) == 0) continue;
    left.atoms.push_back({atom.dimension, atom.values & possible});
  }
  return left;
}

ReaderSet narrowed(ReaderSet space, const Condition& condition) {
  if (condition.negated) {
    space.further.push_back(condition);
  } else {
    for (const Atom& atom : condition.atoms) space.possible[atom.dimension] &= atom.values;
  }
  if (!space.further.empty()) settle(space);
  return space;
}

bool nobody(const ReaderSet& space) {
  return std::any_of(space.possible.begin(), space.possible.end(),
                     [](ValueSet possible) { return possible == 0; });
}

}  // namespace tailorbird
