#pragma once
// The words of elements, for element_writer.cpp and element_tables.cpp.

#include <string>
#include <string_view>

#include "import/element_writer.hpp"

namespace tailorbird {

/// Stands for a line break in words, until it is known whether a line can break there.
inline constexpr std::string_view line_break_sign = "\x0B";

/// A text or an element as words; empty for comments.
std::string inline_of(pugi::xml_node node, ElementLanguage& language);
/// All children of `element` as words.
std::string inline_words(pugi::xml_node element, ElementLanguage& language);
/// Its text without any marks.
std::string all_text(pugi::xml_node element);

/// `words` on one line: what cannot break there is a space.
std::string on_one_line(std::string_view words);

/// A table's rows as lines; nothing when it only arranges one text. `table` has the role `table`.
ImportLines element_table(pugi::xml_node table, ElementLanguage& language);

}  // namespace tailorbird
