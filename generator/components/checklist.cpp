// Tasks to tick, optionally in groups under headings.

#include <array>

#include "components/all_components.hpp"

namespace tailorbird {
namespace {

constexpr auto attributes = std::to_array<AttributeSpec>({
    {.name = "title", .required = true},
    // In learning systems: a core page counts as read when the reader has completed this.
    {.name = "counts", .kind = AttributeSpec::Kind::choice, .choices = "core"},
});
constexpr auto items = std::to_array<PartSpec>({{.role = "item", .from = PartFrom::task_item, .least = 1}});
constexpr auto parts = std::to_array<PartSpec>({
    {.role = "item", .from = PartFrom::task_item},
    {.role = "group", .from = PartFrom::heading_section, .children = items},
});

void check(const ComponentCheck& check) {
  if (!check.use.root.children.empty()) return;
  check.at(check.use.root, {}, "part-missing", "this checklist has no items", "add at least one: `- [ ] …`");
}

}  // namespace

const ComponentSpec checklist_component = {
    .name = "checklist",
    .summary = "Tasks to tick, with room for notes",
    .needs_script = true,
    .needs_id = true,
    .allows_words = false,
    .attributes = attributes,
    .parts = parts,
    .check = check,
};

}  // namespace tailorbird
