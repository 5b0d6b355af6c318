// Who does what: the organisation's matrix of responsibilities, limited to the rows that the reader needs.

#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "components/all_components.hpp"
#include "components/part_values.hpp"
#include "diag/suggest.hpp"
#include "model/condition_names.hpp"

namespace tailorbird {
namespace {

constexpr auto attributes = std::to_array<AttributeSpec>({
    {.name = "title"},
    {.name = {}, .kind = AttributeSpec::Kind::dimension_values},
});

/// The values to which the author limits the rows, by dimension; 0 when there is no limit.
std::vector<ValueSet> limits(const Attributes& written, const Site& site) {
  std::vector<ValueSet> sets(site.dimensions.size(), 0);
  for (const auto& [name, value] : written) {
    const int index = site.find_dimension(name);
    if (index < 0) continue;
    const auto dimension = static_cast<std::size_t>(index);
    for (const std::string_view word : words(value)) {
      const int found = site.dimensions[dimension].find(word);
      if (found >= 0) sets[dimension] |= ValueSet{1} << static_cast<unsigned>(found);
    }
  }
  return sets;
}

void check(const ComponentCheck& check) {
  for (const auto& [name, value] : check.use.root.attributes) {
    const int index = check.site.find_dimension(name);
    if (index < 0) continue;
    const Dimension& dimension = check.site.dimensions[static_cast<std::size_t>(index)];
    for (const std::string_view word : words(value)) {
      if (dimension.find(word) >= 0) continue;
      check.at(check.use.root, name, "unknown-value", fmt::format("`{}` has no value `{}`", name, word),
               suggestion(word, value_ids(dimension)));
    }
  }
}

/// Whether a row is shown to the readers of the edition, given the author's limits.
struct RowFit {
  bool shown = true;
  Condition open;  // the part of its condition that the reader's choice decides
};

/// In a dimension that the author limits, the reader's choice does not matter: the table is about the
/// author's values.
RowFit fit(const Condition& when, const std::vector<ValueSet>& limited, const ReaderSet& space) {
  RowFit result;
  for (const Atom& atom : when.atoms) {
    const ValueSet asked = limited[atom.dimension];
    if (asked != 0) {
      result.shown = result.shown && (atom.values & asked) != 0;
    } else {
      result.open.atoms.push_back(atom);
    }
  }
  result.shown = result.shown && decide(result.open, space) != Verdict::fails;
  result.open = residual(result.open, space);
  return result;
}

std::string letter_meaning(const Site& site, std::string_view letter, std::string_view language) {
  for (const auto& [id, meaning] : site.responsibilities.letters) {
    if (id == letter) return std::string(meaning.in(language));
  }
  return std::string(letter);
}

/// Whether readers of the edition have a role of the matrix, which is a value of a dimension.
struct Role {
  bool own = false;    // all readers of the edition
  std::string chosen;  // the code of the condition, when it depends on the reader's choice
};

Role find_role(std::string_view role, const ComponentContext& context) {
  for (std::size_t index = 0; index < context.site.dimensions.size(); ++index) {
    const int value = context.site.dimensions[index].find(role);
    if (value < 0) continue;
    const ValueSet one = ValueSet{1} << static_cast<unsigned>(value);
    if ((context.space.possible[index] & one) == 0) return {};
    if (context.space.fixed(index)) return {.own = true, .chosen = {}};
    return {.own = false,
            .chosen = condition_code(context.site, {false, {{static_cast<std::uint16_t>(index), one}}})};
  }
  return {};
}

/// A row of the matrix, with the readers' own role first: on a phone the others are further down.
TailoredPart make_row(const ResponsibilityRow& row, const ComponentContext& context) {
  TailoredPart made = made_part("row", {{"task", std::string(row.task.in(context.language))}, {"label", ""}});
  for (const auto& [role, letter] : row.roles) {
    const auto note = row.notes.find(role);
    const Role who = find_role(role, context);
    TailoredPart cell = made_part(
        "cell",
        {{"role", role},
         {"own", who.own ? "true" : ""},
         {"own-when", who.chosen},
         {"role-label", std::string(context.site.role_label(role, context.language))},
         {"letter", letter},
         {"meaning", letter_meaning(context.site, letter, context.language)},
         {"note", note == row.notes.end() ? std::string() : std::string(note->second.in(context.language))}});
    made.children.insert(who.own ? made.children.begin() : made.children.end(), std::move(cell));
  }
  return made;
}

void prepare(TailoredPart& component, const ComponentContext& context) {
  const std::vector<ValueSet> limited = limits(component.attributes, context.site);
  for (const ResponsibilityRow& row : context.profile.responsibilities) {
    const RowFit fitting = fit(row.when, limited, context.space);
    if (!fitting.shown) continue;
    TailoredPart made = make_row(row, context);
    if (!fitting.open.atoms.empty()) {
      made.open = fitting.open;
      made.open_condition = condition_code(context.site, fitting.open);
      made.open_label = condition_label(context.site, fitting.open, context.space, context.language);
      set_attribute(made.attributes, "label", made.open_label);
    }
    component.children.push_back(std::move(made));
  }
}

}  // namespace

const ComponentSpec responsibilities_component = {
    .name = "responsibilities",
    .summary = "Who does what, from the profile",
    .needs_script = true,
    .attributes = attributes,
    .adds = "row",
    .check = check,
    .prepare = prepare,
};

}  // namespace tailorbird
