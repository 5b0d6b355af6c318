#pragma once
// Components in a page: Markdown → the parts that the component's grammar asks for
// (components/component.hpp).

#include <cmark-gfm.h>
#include <functional>
#include <string>
#include <string_view>

#include "compile/attributes/attributes.hpp"
#include "compile/context.hpp"

namespace tailorbird {

/// Writes the component that the div is. `mark` is that of its fence, its first class the name.
void compile_component(Context& context, cmark_node* div, const Mark& mark);

/// A component without parts that is not written as a div: `attributes` are right, `body` writes it.
void compile_plain_component(Context& context, std::string_view name, Attributes attributes,
                             const SourceRange& place, const std::function<void()>& body);

/// Whether a span's mark names a component that stands in running words.
bool is_inline_component(const Mark& mark);
/// Writes it; `words` are those between the brackets, without markup.
void compile_inline_component(Context& context, const Mark& mark, const std::string& words,
                              const std::function<void()>& body);

/// Reports a div's class that is no component, and says what was probably meant.
void report_unknown_div(Context& context, const PlacedWord& name);

}  // namespace tailorbird
