#pragma once
// Addresses of links and pictures: which are allowed, and where relative ones lead.

#include <cmark-gfm.h>
#include <optional>
#include <string>
#include <string_view>

#include "compile/context.hpp"

namespace tailorbird {

/// Reads a link's address. Nothing when it is refused, which is then a diagnostic.
std::optional<LinkUse> read_link(Context& context, cmark_node* link);

/// Reads the address `link.written`: sets its kind, target and fragment. False when it is refused, which is
/// then a diagnostic.
bool read_address(Context& context, LinkUse& link);

/// Resolves a relative address of a file (picture, clip) to its path from the project's root. Nothing when
/// it leaves the folders of content; `what` ("picture") is for the message.
std::optional<std::string> resolve_file(Context& context, std::string_view written, Position where,
                                        std::uint32_t length, std::string_view what);

/// The place of the address of a link or picture, found from the cursor on.
SourceRange place_of_address(Context& context, cmark_node* node, std::string_view address);

}  // namespace tailorbird
