#pragma once
// Compiles components: Markdown to the parts that the component's grammar defines (components/component.hpp).

#include <cmark-gfm.h>
#include <functional>
#include <string>
#include <string_view>

#include "compile/attributes/attributes.hpp"
#include "compile/context.hpp"

namespace tailorbird {

/// Writes the component of a div. `mark` is that of its fence; its first class is the name.
void compile_component(Context& context, cmark_node* div, const Mark& mark);

/// Writes a component without parts that is not a div: `attributes` are valid, `body` writes its content.
void compile_plain_component(Context& context, std::string_view name, Attributes attributes,
                             const SourceRange& place, const std::function<void()>& body);

/// Whether a span's mark names an inline component.
bool is_inline_component(const Mark& mark);
/// Writes an inline component; `words` is the text between the brackets, without markup.
void compile_inline_component(Context& context, const Mark& mark, const std::string& words,
                              const std::function<void()>& body);

/// Reports a div's class that is not a component, with a suggestion.
void report_unknown_div(Context& context, const PlacedWord& name);

}  // namespace tailorbird
