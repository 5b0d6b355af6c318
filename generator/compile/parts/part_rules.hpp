#pragma once
// Sorts the Markdown in a component or part by the rules of its grammar: what becomes a part, what stays
// in the body.

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
  std::vector<cmark_node*> inside;  // blocks from which its body and its own parts are made
  MarkMeaning mark;                 // with the conditions of the divs around it, inside the component
  Attributes extra;                 // attributes that come from the Markdown: `checked`, `from`, `to`
  std::vector<ValuePlace> extra_places;
};

struct SortedParts {
  std::vector<cmark_node*> body;  // before the parts, or anywhere when words are allowed
  std::vector<PartSource> parts;  // in the order written
};

/// What the parts are looked for in.
struct PartsOf {
  std::string_view name;  // of the component or part, for messages
  std::span<const PartSpec> rules;
  bool allows_words = true;
  Position where;  // of the component or part
  std::uint32_t length = 0;
};

/// Sorts `blocks`. Everything that no rule and no body can take is a diagnostic and left out.
SortedParts sort_parts(Context& context, const std::vector<cmark_node*>& blocks, const PartsOf& of);

}  // namespace tailorbird
