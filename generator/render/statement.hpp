#pragma once
// The accessibility statement of an edition: the standard it aims at, what was tested, and whom to contact
// about a barrier. Every edition has one, whatever its content: the words come from the theme, the facts from
// the edition. Private to render/.

#include <optional>
#include <string>

#include "render/edition_data.hpp"

namespace tailorbird {

/// Its path below the language's folder, or its id in a single file. Templates link to it by the name
/// `statement`.
std::string statement_address(const Addressing& addressing);

/// Whether the theme has the layout for it: layouts/statement.mustache.
bool has_statement(const Theme& theme);

/// The document, or a section in a single file; nothing when the theme has no layout for it.
std::optional<OutputFile> accessibility_statement(const RenderContext& context, const EditionData& edition,
                                                  Diagnostics& diagnostics);

}  // namespace tailorbird
