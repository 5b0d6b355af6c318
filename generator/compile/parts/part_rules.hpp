#pragma once
// Sorts the Markdown in a component or part by the rules of its grammar into parts and body.

#include <cmark-gfm.h>
#include <span>
#include <string_view>
#include <vector>

#include "compile/attributes/attribute_meaning.hpp"
#include "compile/context.hpp"
#include "components/component.hpp"

namespace tailorbird {

/// The Markdown of one part.
struct PartSource {
  const PartSpec* spec = nullptr;
  cmark_node* node = nullptr;       // the div, item, heading or paragraph
  std::vector<cmark_node*> inside;  // blocks for its body and its own parts
  MarkMeaning mark;                 // with the conditions of the divs around it, inside the component
  Attributes extra;                 // attributes that come from the Markdown: `checked`, `from`, `to`
  std::vector<ValuePlace> extra_places;
};

struct SortedParts {
  std::vector<cmark_node*> body;  // before the parts, or anywhere when words are allowed
  std::vector<PartSource> parts;  // in the order written
};

/// The component or part whose content is sorted.
struct PartsOf {
  std::string_view name;  // of the component or part, for messages
  std::span<const PartSpec> rules;
  bool allows_words = true;
  Position where;  // of the component or part
  std::uint32_t length = 0;
};

/// Sorts `blocks`. Blocks that fit neither a rule nor the body are diagnostics and left out.
SortedParts sort_parts(Context& context, const std::vector<cmark_node*>& blocks, const PartsOf& of);

}  // namespace tailorbird
