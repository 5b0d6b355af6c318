// Checks that components are still complete after tailoring, when conditions have removed parts of them.

#include <algorithm>
#include <fmt/format.h>

#include "check/all_checks.hpp"
#include "check/each_component.hpp"

namespace tailorbird {
namespace {

struct PartsCheck {
  const EditionView& view;
  Diagnostics& diagnostics;

  void add(std::string_view code, const TailoredPart& part, std::string message, std::string fix = {}) const {
    if (part.where.file.empty()) return;  // made by a component, not by an author
    diagnostics.add(code, part.where, std::move(message), std::move(fix)).editions = {view.edition.id()};
  }
};

/// Whether some child with the role has the value. A child that only some readers see counts.
bool any_child(const TailoredPart& part, std::string_view role, std::string_view name,
               std::string_view value) {
  return std::any_of(part.children.begin(), part.children.end(), [&](const TailoredPart& child) {
    return child.role == role && attribute(child.attributes, name) == value;
  });
}

void check_conversation(const PartsCheck& check, const TailoredPart& conversation) {
  for (const TailoredPart& step : conversation.children) {
    if (step.role != "step" || any_child(step, "choice", "rate", "better")) continue;
    check.add("part-left-out", step,
              fmt::format("the step `{}` has no better choice for these readers", step.id));
  }
}

void check_question(const PartsCheck& check, const TailoredPart& question) {
  if (!any_child(question, "answer", "checked", "true"))
    check.add("part-left-out", question, "no answer of this question is right for these readers");
}

/// Checks that the part has as many children of each role as the grammar requires.
void check_least(const PartsCheck& check, const TailoredPart& part, std::span<const PartSpec> specs) {
  for (const PartSpec& spec : specs) {
    const auto count = std::count_if(part.children.begin(), part.children.end(),
                                     [&](const TailoredPart& child) { return child.role == spec.role; });
    if (count < spec.least) {
      check.add("part-left-out", part,
                fmt::format("`{}` needs {} `{}`, and these readers get {}", part.role,
                            spec.least == 1 ? "a" : fmt::format("{}", spec.least), spec.role,
                            count == 0 ? "none" : fmt::format("{}", count)));
    }
    for (const TailoredPart& child : part.children) {
      if (child.role == spec.role) check_least(check, child, spec.children);
    }
  }
}

struct OwnCheck {
  std::string_view component;
  void (*check)(const PartsCheck& check, const TailoredPart& component);
};

constexpr OwnCheck own_checks[] = {{"conversation", check_conversation}, {"question", check_question}};

void check_component(const PartsCheck& check, const TailoredPart& component) {
  const int index = find_component(component.role);
  if (index < 0) return;
  const ComponentSpec& spec = component_specs()[static_cast<std::size_t>(index)];
  if (spec.in_words) return;
  const std::size_t before = check.diagnostics.all().size();
  check_least(check, component, spec.parts);
  for (const OwnCheck& own : own_checks) {
    if (own.component == component.role && check.diagnostics.all().size() == before)
      own.check(check, component);
  }
  const bool is_made = spec.prepare != nullptr && spec.parts.empty();  // filled from the profile
  if (!is_made && spec.attributes.size() < 2 && component.children.empty() && !component.has_content) {
    check.add("box-empty", component,
              fmt::format("there is nothing in this `{}` for these readers", component.role),
              component.role == "callout"
                  ? "begin each line that belongs to it with `>`, or put the condition on the whole callout"
                  : "write something for all of its readers, or put the condition on the whole of it");
  }
}

}  // namespace

void check_parts(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  const PartsCheck check{view, diagnostics};
  each_component(page.body, [&](const TailoredPart& component) { check_component(check, component); });
}

}  // namespace tailorbird
