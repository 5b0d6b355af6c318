// All sources of the site that are for the readers of the edition. The sources of a page are listed at its
// foot without a component.

#include "components/all_components.hpp"
#include "components/part_values.hpp"

namespace tailorbird {
namespace {

void prepare(TailoredPart& component, const ComponentContext& context) {
  for (const Source& source : context.site.sources) {
    if (decide(source.readers, context.space) == Verdict::fails) continue;
    component.children.push_back(
        made_part("source", {{"key", source.id},
                             {"title", std::string(source.title.in(context.language))},
                             {"by", source.by},
                             {"url", source.url},
                             {"checked", source.checked}}));
  }
}

}  // namespace

const ComponentSpec sources_component = {
    .name = "sources",
    .summary = "All sources of the site",
    .adds = "source",
    .prepare = prepare,
};

}  // namespace tailorbird
