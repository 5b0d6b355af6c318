// A self-check: answers to tick, and an explanation.

#include <algorithm>
#include <array>

#include "components/all_components.hpp"
#include "components/part_values.hpp"

namespace tailorbird {
namespace {

constexpr auto attributes = std::to_array<AttributeSpec>({{.name = "title", .required = true}});
constexpr auto parts = std::to_array<PartSpec>({
    {.role = "answer", .from = PartFrom::task_item, .least = 2},
    {.role = "explanation", .least = 1, .most = 1},
});

void check(const ComponentCheck& check) {
  const std::vector<const Part*> answers = parts_with(check.use.root, "answer");
  const auto right = [](const Part* one) { return attribute(one->attributes, "checked") == "true"; };
  if (answers.empty() || std::any_of(answers.begin(), answers.end(), right)) return;
  check.at(check.use.root, {}, "question-without-answer", "no answer of this question is right",
           "mark the right ones with `[x]`");
}

}  // namespace

const ComponentSpec question_component = {
    .name = "question",
    .summary = "A self-check: answers to tick, and why",
    .needs_script = true,
    .attributes = attributes,
    .parts = parts,
    .check = check,
};

}  // namespace tailorbird
