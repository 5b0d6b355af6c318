// Dates counted from a first day that readers enter. Without a script it is a table of weeks.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "components/all_components.hpp"
#include "components/part_values.hpp"

namespace tailorbird {
namespace {

using Kind = AttributeSpec::Kind;

constexpr int days_in_week = 7;

constexpr auto attributes = std::to_array<AttributeSpec>({{.name = "title", .required = true}});
constexpr auto item_attributes = std::to_array<AttributeSpec>({
    {.name = "week", .kind = Kind::number, .least = 1, .most = 520},
    {.name = "day", .kind = Kind::number, .least = 0, .most = 3650},
    {.name = "every", .kind = Kind::number, .least = 1, .most = 520},
    {.name = "until", .kind = Kind::number, .least = 1, .most = 520},
});
constexpr auto parts = std::to_array<PartSpec>({
    {.role = "item", .from = PartFrom::list_item, .least = 1, .attributes = item_attributes},
});

/// The first day of an item. A week stands for its last day: week 6 for day 42.
int first_day(const Attributes& item) {
  if (const auto week = number_attribute(item, "week")) return *week * days_in_week;
  return number_attribute(item, "day").value_or(0);
}

void check_item(const ComponentCheck& check, const Part& item) {
  const bool week = !attribute(item.attributes, "week").empty();
  const bool day = !attribute(item.attributes, "day").empty();
  const auto every = number_attribute(item.attributes, "every");
  const auto until = number_attribute(item.attributes, "until");
  if (!week && !day) {
    check.at(item, {}, "timeline-without-date", "this item says neither `week` nor `day`",
             "end it with a mark, such as `{week=6}` or `{day=8}`");
  } else if (week && day) {
    check.at(item, "day", "timeline-two-dates", "this item has both `week` and `day`", "keep one of the two");
  } else if (until && !every) {
    check.at(item, "until", "timeline-until", "`until` without `every`",
             "say after how many weeks it comes again: `every=6`");
  } else if (every && !until) {
    check.at(item, "every", "timeline-until", "`every` without `until`",
             "say in which week it ends: `until=104`");
  } else if (until && *until * days_in_week < first_day(item.attributes) + *every * days_in_week) {
    check.at(item, "until", "timeline-until",
             fmt::format("week {} comes before the first time it is repeated", *until),
             "name a later week, or leave out `every` and `until`");
  }
}

void check(const ComponentCheck& check) {
  for (const Part* item : parts_with(check.use.root, "item")) check_item(check, *item);
}

void prepare_item(TailoredPart& item) {
  const int first = first_day(item.attributes);
  const auto every = number_attribute(item.attributes, "every");
  const auto until = number_attribute(item.attributes, "until");
  set_attribute(item.attributes, "from-start", std::to_string(first));
  set_attribute(item.attributes, "is-first-day", first == 0 ? "true" : "");
  set_attribute(item.attributes, "every-days", every ? std::to_string(*every * days_in_week) : "");
  set_attribute(item.attributes, "until-days", until ? std::to_string(*until * days_in_week) : "");
}

/// Completes the items and sorts them by their first day, whatever their order in the text.
void prepare(TailoredPart& component, const ComponentContext&) {
  for (TailoredPart& item : component.children) prepare_item(item);
  std::stable_sort(component.children.begin(), component.children.end(),
                   [](const auto& one, const auto& other) {
                     return first_day(one.attributes) < first_day(other.attributes);
                   });
}

}  // namespace

const ComponentSpec timeline_component = {
    .name = "timeline",
    .summary = "Dates counted from a first day that readers enter",
    .needs_script = true,
    .needs_id = true,
    .allows_words = false,
    .attributes = attributes,
    .parts = parts,
    .check = check,
    .prepare = prepare,
};

}  // namespace tailorbird
