#pragma once
// Converts inline elements to Markdown, for element_writer.cpp and element_tables.cpp.

#include <string>
#include <string_view>

#include "import/element_writer.hpp"

namespace tailorbird {

/// A placeholder for a line break, until it is known whether a line may break there.
inline constexpr std::string_view line_break_sign = "\x0B";

/// A text or element as inline Markdown; empty for comments.
std::string inline_of(pugi::xml_node node, ElementLanguage& language);
/// All children of `element` as inline Markdown.
std::string inline_words(pugi::xml_node element, ElementLanguage& language);
/// The plain text of `element`.
std::string all_text(pugi::xml_node element);

/// `words` on one line: line breaks become spaces.
std::string on_one_line(std::string_view words);

/// A table as lines of Markdown; empty for a layout table. `table` has the role `table`.
ImportLines element_table(pugi::xml_node table, ElementLanguage& language);

}  // namespace tailorbird
