// All terms and what they mean.

#include "components/all_components.hpp"
#include "components/part_values.hpp"

namespace tailorbird {
namespace {

void prepare(TailoredPart& component, const ComponentContext& context) {
  for (const GlossaryTerm& term : context.site.glossary) {
    const std::string_view name = term.term.in(context.language);
    if (name.empty() || decide(term.readers, context.space) == Verdict::fails) continue;
    TailoredPart made = made_part("term", {{"key", term.id},
                                           {"name", std::string(name)},
                                           {"meaning", std::string(term.meaning.in(context.language))}});
    component.children.push_back(std::move(made));
  }
}

}  // namespace

const ComponentSpec glossary_component = {
    .name = "glossary",
    .summary = "All terms and what they mean",
    .adds = "term",
    .prepare = prepare,
};

}  // namespace tailorbird
