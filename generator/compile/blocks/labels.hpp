#pragma once
// Resolves link labels: `[words][label]`, `![words][label]`, and their definitions `[label]: address
// "title"`.

#include <cmark-gfm.h>

#include "compile/context.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {

/// Records the label that `node` defines for the readers of this place. Writes nothing.
void define_label(Context& context, cmark_node* node);

/// Records that the link begun by `instruction` has the address of `label`.
void use_label(Context& context, std::string_view label, std::uint32_t instruction, const SourceRange& where);
/// The same for a picture, of which all but the file is known.
void use_label(Context& context, std::string_view label, std::uint32_t instruction, const ImageUse& picture);

/// Sets the addresses of links and pictures with labels. To be called when all definitions are known.
void resolve_labels(Context& context);

/// Reports definitions over several lines, which only cmark reads, in pages where they could be under a
/// condition.
void check_labels_over_lines(Context& context, const MarkdownTree& tree);

}  // namespace tailorbird
