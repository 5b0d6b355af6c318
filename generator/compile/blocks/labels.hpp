#pragma once
// Resolves link labels: `[words][label]`, `![words][label]`, and their definitions `[label]: address
// "title"`.

#include <cmark-gfm.h>

#include "compile/context.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {

/// Records the label that `node` defines for the readers of this place. Writes nothing.
void define_label(Context& context, cmark_node* node);

/// Records that the link that begins at `instruction` has the address of `label`.
void use_label(Context& context, std::string_view label, std::uint32_t instruction, const SourceRange& where);
/// The same for `picture`, which is complete except for its file.
void use_label(Context& context, std::string_view label, std::uint32_t instruction, const ImageUse& picture);

/// Sets the addresses of links and pictures with labels. Call it when all definitions are known.
void resolve_labels(Context& context);

/// Reports definitions over several lines. Only cmark reads these, so a condition around them would be
/// ignored. Pages without conditions may have them.
void check_labels_over_lines(Context& context, const MarkdownTree& tree);

}  // namespace tailorbird
