// All sources of the site that are for the edition's readers. Each page lists its own at its foot without
// being asked.

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
