#pragma once
// Link labels: `[words][label]`, `![words][label]`, and their definitions `[label]: address "title"`.

#include <cmark-gfm.h>

#include "compile/context.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {

/// Remembers the label that `node` defines, for the readers who come here. Writes nothing.
void define_label(Context& context, cmark_node* node);

/// Remembers that the link begun by `instruction` has the address of `label`.
void use_label(Context& context, std::string_view label, std::uint32_t instruction, const SourceRange& where);
/// The same for a picture; all but its file is known.
void use_label(Context& context, std::string_view label, std::uint32_t instruction, const ImageUse& picture);

/// Gives links and pictures the addresses of their labels, once all definitions are known.
void resolve_labels(Context& context);

/// Reports labels that cmark read itself, where conditions could be around them.
void check_labels_over_lines(Context& context, const MarkdownTree& tree);

}  // namespace tailorbird
