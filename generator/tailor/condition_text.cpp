#include "tailor/condition_text.hpp"

namespace tailorbird {

std::string condition_text(const Site& site, const Condition& condition) {
  if (condition.atoms.empty()) return condition.negated ? "nobody" : "everybody";
  std::string text = condition.negated ? "all but " : "";
  for (const Atom& atom : condition.atoms) {
    const Dimension& dimension = site.dimensions[atom.dimension];
    if (&atom != &condition.atoms.front()) text += " and ";
    text += "`" + dimension.id + ":";
    for (std::size_t value = 0; value < dimension.values.size(); ++value) {
      if ((atom.values >> value & 1U) != 0) text += " " + dimension.values[value].id;
    }
    text += "`";
  }
  return text;
}

}  // namespace tailorbird
