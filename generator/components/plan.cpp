// A plan with a row for each week, which the reader fills in.

#include <array>

#include "components/all_components.hpp"
#include "components/part_values.hpp"

namespace tailorbird {
namespace {

constexpr int usual_weeks = 6;

constexpr auto attributes = std::to_array<AttributeSpec>({
    {.name = "title", .required = true},
    {.name = "weeks", .kind = AttributeSpec::Kind::number, .least = 1, .most = 52},
    {.name = "most-hours-more", .kind = AttributeSpec::Kind::number, .least = 1, .most = 40},
});
constexpr auto items = std::to_array<PartSpec>({{.role = "item", .from = PartFrom::list_item}});
constexpr auto parts = std::to_array<PartSpec>({
    {.role = "tasks", .most = 1, .children = items},
    {.role = "adjustments", .most = 1, .children = items},
    {.role = "step-back", .most = 1},
});

/// Adds the initial rows, one for each week.
void prepare(TailoredPart& component, const ComponentContext&) {
  const int weeks = number_attribute(component.attributes, "weeks").value_or(usual_weeks);
  for (int week = 1; week <= weeks; ++week) {
    component.children.push_back(made_part("week", {{"week", std::to_string(week)}}));
  }
}

}  // namespace

const ComponentSpec plan_component = {
    .name = "plan",
    .summary = "A plan in steps of a week, to fill in",
    .needs_script = true,
    .needs_id = true,
    .attributes = attributes,
    .parts = parts,
    .adds = "week",
    .prepare = prepare,
};

}  // namespace tailorbird
