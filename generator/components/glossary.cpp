// All terms of the glossary and their meanings.

#include <algorithm>

#include "components/all_components.hpp"
#include "components/part_values.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// Adds the terms, sorted by their words in this language.
void prepare(TailoredPart& component, const ComponentContext& context) {
  for (const GlossaryTerm& term : context.site.glossary) {
    const std::string_view name = term.term.in(context.language);
    if (name.empty() || decide(term.readers, context.space) == Verdict::fails) continue;
    TailoredPart made = made_part("term", {{"key", term.id},
                                           {"name", std::string(name)},
                                           {"meaning", std::string(term.meaning.in(context.language))}});
    component.children.push_back(std::move(made));
  }
  const auto word = [](const TailoredPart& term) { return fold(attribute(term.attributes, "name")); };
  std::stable_sort(component.children.begin(), component.children.end(),
                   [&](const TailoredPart& a, const TailoredPart& b) { return word(a) < word(b); });
}

}  // namespace

const ComponentSpec glossary_component = {
    .name = "glossary",
    .summary = "All terms and what they mean",
    .adds = "term",
    .prepare = prepare,
};

}  // namespace tailorbird
