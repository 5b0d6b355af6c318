#include "model/dimension.hpp"

#include <algorithm>
#include <bit>

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

Verdict decide(const Condition& condition, const ReaderSet& space) {
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
  if (!condition.negated) {
    for (const Atom& atom : condition.atoms) space.possible[atom.dimension] &= atom.values;
    return space;
  }
  const Condition left = residual(condition, space);
  if (decide(condition, space) == Verdict::fails) {
    for (ValueSet& possible : space.possible) possible = 0;
  } else if (left.atoms.size() == 1 && decide(condition, space) == Verdict::open) {
    space.possible[left.atoms[0].dimension] &= ~left.atoms[0].values;
  }
  return space;
}

bool nobody(const ReaderSet& space) {
  return std::any_of(space.possible.begin(), space.possible.end(),
                     [](ValueSet possible) { return possible == 0; });
}

}  // namespace tailorbird
