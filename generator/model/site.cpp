#include "model/site.hpp"

#include <algorithm>

namespace tailorbird {
namespace {

/// An open atom in words, for the values in `values`.
std::string atom_label(const Dimension& dimension, ValueSet values, std::string_view language) {
  std::string text;
  for (std::size_t index = 0; index < dimension.values.size(); ++index) {
    if ((values >> index & 1U) == 0) continue;
    const DimensionValue& value = dimension.values[index];
    const std::string_view when = value.when.in(language);
    if (!text.empty()) text += " / ";
    if (!when.empty()) {
      text += when;
    } else {
      text += std::string(dimension.label.in(language)) + ": " + std::string(value.label.in(language));
    }
  }
  return text;
}

}  // namespace

int Site::find_dimension(std::string_view id) const {
  const auto at =
      std::find_if(dimensions.begin(), dimensions.end(), [&](const Dimension& one) { return one.id == id; });
  return at == dimensions.end() ? -1 : static_cast<int>(at - dimensions.begin());
}

const Source* Site::find_source(std::string_view id) const {
  const auto at =
      std::find_if(sources.begin(), sources.end(), [&](const Source& one) { return one.id == id; });
  return at == sources.end() ? nullptr : &*at;
}

const GlossaryTerm* Site::find_term(std::string_view id) const {
  const auto at =
      std::find_if(glossary.begin(), glossary.end(), [&](const GlossaryTerm& one) { return one.id == id; });
  return at == glossary.end() ? nullptr : &*at;
}

std::string_view Site::role_label(std::string_view role, std::string_view language) const {
  for (const auto& [id, label] : roles) {
    if (id == role && !label.in(language).empty()) return label.in(language);
  }
  return role;
}

ReaderSet Site::everybody() const {
  ReaderSet space;
  for (const Dimension& dimension : dimensions) space.possible.push_back(dimension.all());
  return space;
}

std::string condition_label(const Site& site, const Condition& residual, const ReaderSet& space,
                            std::string_view language) {
  std::string text;
  for (const Atom& atom : residual.atoms) {
    const Dimension& dimension = site.dimensions[atom.dimension];
    // "not desk" is written as the kinds of work that remain: readers recognise what applies to them more
    // easily than what does not.
    const ValueSet values = residual.negated ? space.possible[atom.dimension] & ~atom.values : atom.values;
    if (!text.empty()) text += " \u00b7 ";
    text += atom_label(dimension, values, language);
  }
  return text;
}

std::string condition_code(const Site& site, const Condition& residual) {
  std::string code = residual.negated ? "!" : "";
  for (const Atom& atom : residual.atoms) {
    if (code.size() > 1 || (code.size() == 1 && !residual.negated)) code += ';';
    const Dimension& dimension = site.dimensions[atom.dimension];
    code += dimension.id + "=";
    bool first = true;
    for (std::size_t index = 0; index < dimension.values.size(); ++index) {
      if ((atom.values >> index & 1U) == 0) continue;
      if (!first) code += ',';
      code += dimension.values[index].id;
      first = false;
    }
  }
  return code;
}

}  // namespace tailorbird
