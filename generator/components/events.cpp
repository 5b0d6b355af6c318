// Days of the roll-out, counted from the start date in the profile: a table on paper, and events in a
// calendar file of the kit.

#include <algorithm>
#include <array>

#include "components/all_components.hpp"
#include "components/part_values.hpp"
#include "text/iso_date.hpp"

namespace tailorbird {
namespace {

using Kind = AttributeSpec::Kind;

constexpr int days_in_week = 7;

constexpr auto attributes = std::to_array<AttributeSpec>({{.name = "title", .required = true}});
constexpr auto item_attributes = std::to_array<AttributeSpec>({
    {.name = "week", .kind = Kind::number, .required = true, .least = 1, .most = 520},
    {.name = "day", .kind = Kind::number, .least = 1, .most = days_in_week},
    {.name = "event", .required = true},
});
constexpr auto parts = std::to_array<PartSpec>({
    {.role = "item", .from = PartFrom::list_item, .least = 1, .attributes = item_attributes},
});

/// The number of days after the start. Week 1, day 1 is the start itself.
int days_from_start(const Attributes& item) {
  return (number_attribute(item, "week").value_or(1) - 1) * days_in_week +
         number_attribute(item, "day").value_or(1) - 1;
}

/// Sorts the events by date, whatever their order in the text.
void prepare(TailoredPart& component, const ComponentContext& context) {
  const std::string start = context.profile.rollout ? context.profile.rollout->start : std::string();
  for (TailoredPart& item : component.children)
    set_attribute(item.attributes, "date", days_after(start, days_from_start(item.attributes)));
  std::stable_sort(component.children.begin(), component.children.end(),
                   [](const auto& one, const auto& other) {
                     return days_from_start(one.attributes) < days_from_start(other.attributes);
                   });
}

}  // namespace

const ComponentSpec events_component = {
    .name = "events",
    .summary = "Days of the roll-out, from the profile's start date",
    .allows_words = false,
    .attributes = attributes,
    .parts = parts,
    .prepare = prepare,
};

}  // namespace tailorbird
