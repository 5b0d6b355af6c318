#pragma once
// The accessibility statement of an edition: what the bundle aims at, what was tested, and whom to tell about
// a barrier. Every edition has one, whatever its content: the words are the theme's, the facts the edition's.
// Nothing outside render/ needs this.

#include <optional>
#include <string>

#include "render/edition_data.hpp"

namespace tailorbird {

/// Where it is within its language's folder, or in the one file; pages link to it by the name `statement`.
std::string statement_address(const Addressing& addressing);

/// Whether the theme has one: layouts/statement.mustache.
bool has_statement(const Theme& theme);

/// The document, or the section of one file; nothing when the theme has none.
std::optional<OutputFile> accessibility_statement(const RenderContext& context, const EditionData& edition,
                                                  Diagnostics& diagnostics);

}  // namespace tailorbird
