#pragma once
// Validates and resolves the addresses of links and pictures.

#include <cmark-gfm.h>
#include <optional>
#include <string>
#include <string_view>

#include "compile/context.hpp"

namespace tailorbird {

/// Reads a link's address. Nothing, with a diagnostic, when it is rejected.
std::optional<LinkUse> read_link(Context& context, cmark_node* link);

/// Parses the address `link.written` and sets the link's kind, target and fragment. False, with a diagnostic,
/// when it is rejected.
bool read_address(Context& context, LinkUse& link);

/// Resolves the relative address of a file (picture, clip) to its path from the project's root. Nothing, with
/// a diagnostic, when it is outside the folders of content. `what` ("picture") is for the message.
std::optional<std::string> resolve_file(Context& context, std::string_view written, Position where,
                                        std::uint32_t length, std::string_view what);

/// The place of the address of a link or picture, searched from the cursor on.
SourceRange place_of_address(Context& context, cmark_node* node, std::string_view address);

}  // namespace tailorbird
